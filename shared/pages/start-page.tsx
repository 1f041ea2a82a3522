import type { Language, Words } from '../routine/words.ts';
import { html, Page } from './layout.tsx';
import { inLanguage } from './links.ts';
import { RatherTalk } from './rather-talk.tsx';

/** What Nominera is, for someone who finds it without a link. The newest report is named by its year, where there is one. */
export const startPage = (lang: Language, reportYear?: number): string =>
  html(
    <Page frame={{ lang, home: '' }} title={TITLE[lang]}>
      <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
      <p class="govuk-body">{WHAT[lang]}</p>
      <p class="govuk-body">
        <a class="govuk-button" href={inLanguage('nominate', lang)}>
          {NOMINATE[lang]}
        </a>
      </p>
      <RatherTalk lang={lang} nominateHref="nominate" />
      <h2 class="govuk-heading-m">{HOW[lang]}</h2>
      <ol class="govuk-list govuk-list--number govuk-list--spaced">
        {STEPS.map((step) => (
          <li key={step.sv}>{step[lang]}</li>
        ))}
      </ol>
      <p class="govuk-body">{LINK[lang]}</p>
      <h2 class="govuk-heading-m">{OPEN[lang]}</h2>
      <ul class="govuk-list govuk-list--spaced">
        <li>
          <a class="govuk-link" href={inLanguage('programmes', lang)}>
            {PROGRAMMES[lang]}
          </a>
        </li>
        {reportYear !== undefined && (
          <li>
            <a class="govuk-link" href={inLanguage(`reports/${reportYear}`, lang)}>
              {REPORT(reportYear)[lang]}
            </a>
          </li>
        )}
      </ul>
      <h2 class="govuk-heading-m">{OFFICE[lang]}</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={inLanguage('desk', lang)}>
          {TO_THE_DESK[lang]}
        </a>
      </p>
    </Page>,
  );

const TITLE: Words = {
  sv: 'Nominera ett stöd- eller behandlingsprogram',
  en: 'Nominate a support or treatment programme',
};
const WHAT: Words = {
  sv: 'En idé om ett stöd- eller behandlingsprogram på nätet nomineras, bedöms och beslutas här, enligt regionens rutin.',
  en: 'An idea for an internet-based support or treatment programme is nominated, assessed and decided here, by the region’s routine.',
};
const NOMINATE: Words = { sv: 'Nominera', en: 'Nominate' };
const HOW: Words = { sv: 'Så går det till', en: 'How it works' };
const STEPS: readonly Words[] = [
  {
    sv: 'En verksamhet nominerar ett program som behöver skapas eller köpas in.',
    en: 'A unit nominates a programme that needs to be created or purchased.',
  },
  {
    sv: 'Den regionala SoB-förvaltningen bedömer om idén passar i Stöd och behandling.',
    en: 'The regional SoB office judges whether the idea fits in Stöd och behandling.',
  },
  {
    sv: 'Ett eller flera samordningsråd bedömer behov och kunskapsläge och tar ställning.',
    en: 'One or more coordination councils assess the need and the state of knowledge, and take a position.',
  },
  {
    sv: 'Program- och prioriteringsrådet (PPR) tar ställning när konsekvenserna är stora.',
    en: 'The Programme and Prioritisation Council (PPR) takes a position when the consequences are large.',
  },
  { sv: 'Den regionala SoB-förvaltningen fattar beslut.', en: 'The regional SoB office decides.' },
];
const LINK: Words = {
  sv: 'Den som ska svara på något får ett mejl med en länk. Du behöver inget konto.',
  en: 'Whoever is asked something gets a mail with a link. You need no account.',
};
const OPEN: Words = { sv: 'Öppet för alla', en: 'Open to everyone' };
const OFFICE: Words = { sv: 'För den regionala SoB-förvaltningen', en: 'For the regional SoB office' };
const TO_THE_DESK: Words = { sv: 'Logga in till ärendena', en: 'Log in to the cases' };
const PROGRAMMES: Words = {
  sv: 'Program som finns, och nomineringar på väg',
  en: 'Programmes that there are, and nominations on their way',
};
const REPORT = (year: number): Words => ({
  sv: `Årlig uppföljning ${year}`,
  en: `Yearly follow-up ${year}`,
});
