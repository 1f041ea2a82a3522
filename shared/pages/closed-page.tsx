import type { JSX } from 'preact';
import { dateInWords, type Language, type Words } from '../routine/words.ts';
import { html, Page } from './layout.tsx';
import { Inset } from './notes.tsx';
import { Carried, TYPED_ID, TypedText } from './typed.tsx';
import type { ClosedView, ClosedWhy } from './views.ts';
import { SAY } from './words.ts';

/** A question that nobody has to answer any more: why, and whatever was sent all the same. */
export function closedPage(view: ClosedView): string {
  const { lang, question, caseNumber, bodyName, reason, known, late } = view;
  return html(
    <Page frame={view} title={`${TITLE[lang]} – ${caseNumber}`} otherLanguage={late ? 'carry' : 'link'}>
      <span class="govuk-caption-l">{`${SAY.case[lang]} ${caseNumber} · ${bodyName[lang]}`}</span>
      <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
      <p class="govuk-body">{`${ABOUT[lang]} ${question.title[lang]}.`}</p>
      <Inset>
        <p class="govuk-body">{WHY[view.why](view)[lang]}</p>
        {reason !== undefined && <p class="govuk-body nom-text">{`${SAY.reason[lang]}: ${reason}`}</p>}
      </Inset>
      {late && <NotSaved lang={lang} />}
      <p class="govuk-body">{ASK[lang]}</p>
      {late && <TypedText typed={late} lang={lang} known={known} />}
      {late && <Carried sheet={late.sheet} posted={late.posted} />}
    </Page>,
  );
}

const NotSaved = ({ lang }: { readonly lang: Language }): JSX.Element => (
  <p class="govuk-body">
    {`${NOT_SAVED[lang]} `}
    <a class="govuk-link nom-screen" href={`#${TYPED_ID}`}>
      {SAY.toWhatYouWrote[lang]}
    </a>
  </p>
);

const TITLE: Words = { sv: 'Ni behöver inte svara längre', en: 'You no longer need to answer' };
const ABOUT: Words = { sv: 'Det gäller:', en: 'This concerns:' };
const ASK: Words = {
  sv: 'Har du frågor? Kontakta den regionala SoB-förvaltningen och ange ärendenumret.',
  en: 'Do you have questions? Contact the regional SoB office and state the case number.',
};
const NOT_SAVED: Words = {
  sv: 'Det du skickade är inte sparat. Allt du skrev står längst ner på sidan, så att du kan kopiera det.',
  en: 'What you sent is not saved. All that you wrote is at the end of this page, so that you can copy it.',
};

type Because = (view: ClosedView) => Words;

/** " den 3 mars 2027", or nothing where the day is not known. */
const onDay = (on: string | undefined): Words =>
  on === undefined
    ? { sv: '', en: '' }
    : { sv: ` den ${dateInWords(on, 'sv')}`, en: ` on ${dateInWords(on, 'en')}` };

const decided: Because = ({ on }) => ({
  sv: `Beslut om nomineringen fattades${onDay(on).sv}, utan det här svaret.`,
  en: `The nomination was decided${onDay(on).en}, without this answer.`,
});

const WHY: Readonly<Record<ClosedWhy, Because>> = {
  released: ({ by, on }) => ({
    sv: `${by ? `${by.sv} avgjorde` : 'Det avgjordes'}${onDay(on).sv} att ni inte behöver svara.`,
    en: `${by ? by.en : 'It was'} settled${onDay(on).en} that you need not answer.`,
  }),
  wentOn: ({ on }) => ({
    sv: `Ärendet gick vidare${onDay(on).sv} utan det här svaret.`,
    en: `The case went on${onDay(on).en} without this answer.`,
  }),
  decided,
  declined: decided,
  notForSob: ({ on }) => ({
    sv: `Ärendet avslutades${onDay(on).sv}, eftersom idén inte passar i Stöd och behandling.`,
    en: `The case was closed${onDay(on).en}, because the idea does not fit in Stöd och behandling.`,
  }),
  merged: ({ on, mergedInto = '' }) => ({
    sv: `Ärendet slogs${onDay(on).sv} ihop med ett annat ärende om samma idé, ${mergedInto}. Det ärendet fortsätter.`,
    en: `The case was merged${onDay(on).en} with another case about the same idea, ${mergedInto}. That case goes on.`,
  }),
  withdrawn: ({ on }) => ({
    sv: `Nomineringen drogs tillbaka${onDay(on).sv}.`,
    en: `The nomination was withdrawn${onDay(on).en}.`,
  }),
};
