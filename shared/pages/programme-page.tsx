import type { JSX } from 'preact';
import { expressionOfInterest } from '../routine/expression-of-interest.ts';
import { dateInWords, type Language, type Words } from '../routine/words.ts';
import { Back, html, Page } from './layout.tsx';
import { inLanguage } from './links.ts';
import { messagePage } from './message-page.tsx';
import { NominationFacts, ProgrammeFacts, Written } from './programme-facts.tsx';
import type { InterestView, ProgrammePageView, ShownProgramme } from './programme-views.ts';
import { Problems, SheetForm, titled } from './sheet-form.tsx';
import type { MessageView, Typed } from './views.ts';
import { SAY } from './words.ts';

/** One programme, or one nomination, as anyone may see it. */
export function programmePage(view: ProgrammePageView): string {
  const { lang, caseNumber, shown, isOpen } = view;
  const title = 'programme' in shown ? shown.programme.name : shown.nomination.title;
  return html(
    <Page frame={view} title={`${title} – ${caseNumber}`}>
      <Back href="../programmes" lang={lang} />
      <span class="govuk-caption-l">{`${SAY.case[lang]} ${caseNumber}`}</span>
      <h1 class="govuk-heading-l">
        <Written lang={lang}>{title}</Written>
      </h1>
      {'programme' in shown ? (
        <>
          <div class="govuk-body">
            <ProgrammeFacts programme={{ ...shown.programme, users: [] }} lang={lang} />
          </div>
          <Users {...shown.programme} lang={lang} />
        </>
      ) : (
        <div class="govuk-body">
          <NominationFacts {...shown} lang={lang} />
        </div>
      )}
      {isOpen && <WantItToo {...view} />}
    </Page>,
  );
}

const Users = ({
  users,
  lang,
}: Pick<ShownProgramme, 'users'> & { readonly lang: Language }): JSX.Element | null =>
  users.length === 0 ? null : (
    <section class="nom-part">
      <h2 class="govuk-heading-m">{USERS[lang]}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {users.map(({ name, kind, since }) => (
          <li key={`${name} ${since}`}>
            <Written lang={lang}>{name}</Written>
            {`, ${kind === 'spread' ? `${OTHERS[lang]}, ` : ''}${SINCE[lang]} ${dateInWords(since, lang)}`}
          </li>
        ))}
      </ul>
    </section>
  );

const WantItToo = ({ lang, caseNumber }: ProgrammePageView): JSX.Element => (
  <section class="nom-part nom-screen">
    <h2 class="govuk-heading-m">{WANT_TITLE[lang]}</h2>
    <p class="govuk-body">{expressionOfInterest.lead[lang]}</p>
    <p class="govuk-body">
      <a class="govuk-link" href={inLanguage(`${caseNumber}/interest`, lang)}>
        {expressionOfInterest.asks[lang]}
      </a>
    </p>
  </section>
);

const KNOWN = { today: '', facts: {}, registers: {} };

/** The form of "vi vill också". */
export function interestPage(view: InterestView): string {
  const { lang, caseNumber, title, problems = [] } = view;
  const { asks, lead } = expressionOfInterest;
  return html(
    <Page
      frame={{ ...view, home: '../../' }}
      title={titled(`${asks[lang]} – ${caseNumber}`, problems, lang)}
      otherLanguage="edit"
    >
      <Problems problems={problems} sheet={expressionOfInterest} lang={lang} />
      <Back href={`../${caseNumber}`} lang={lang} />
      <About {...view} />
      <h1 class="govuk-heading-l">{asks[lang]}</h1>
      <p class="govuk-body">
        <strong>
          <Written lang={lang}>{title}</Written>
        </strong>
      </p>
      <p class="govuk-body">{lead[lang]}</p>
      <p class="govuk-body">{PUBLIC[lang]}</p>
      <section id="form">
        <h2 class="govuk-visually-hidden">{SAY.theForm[lang]}</h2>
        <SheetForm {...view} sheet={expressionOfInterest} known={KNOWN} />
      </section>
    </Page>,
  );
}

/** What whoever sent the form sees, however often it was sent. */
export function interestDonePage(view: Omit<InterestView, 'posted' | 'problems'>): string {
  const { lang, caseNumber, title } = view;
  return html(
    <Page frame={{ ...view, home: '../../' }} title={`${DONE[lang]} – ${caseNumber}`}>
      <div class="govuk-panel govuk-panel--confirmation">
        <h1 class="govuk-panel__title">{DONE[lang]}</h1>
        <div class="govuk-panel__body">
          <Written lang={lang}>{title}</Written>
        </div>
      </div>
      <h2 class="govuk-heading-m">{SAY.whatNext[lang]}</h2>
      <p class="govuk-body">{expressionOfInterest.next[lang]}</p>
      <Back href={`../${caseNumber}`} lang={lang} />
    </Page>,
  );
}

const About = ({ lang, caseNumber }: InterestView): JSX.Element => (
  <span class="govuk-caption-l">{`${SAY.case[lang]} ${caseNumber}`}</span>
);

const toProgrammes = (home: string): NonNullable<MessageView['onward']> => ({
  href: `${home}programmes`,
  text: { sv: 'Till alla program och nomineringar', en: 'To all programmes and nominations' },
});

/** No such programme, nor a nomination. */
export const unknownProgrammePage = (lang: Language, home: string): string =>
  messagePage({
    lang,
    home,
    onward: toProgrammes(home),
    title: { sv: 'Sidan finns inte', en: 'There is no such page' },
    text: {
      sv: 'Det finns inget program och ingen nominering med det numret. Kontrollera numret, eller sök bland alla program och nomineringar.',
      en: 'There is no programme and no nomination with that number. Check the number, or search among all programmes and nominations.',
    },
  });

/** The case has ended, or too many have spoken up in it already. What was sent is there to copy. */
export const interestClosedPage = (lang: Language, home: string, typed?: Typed): string =>
  messagePage({
    lang,
    home,
    onward: toProgrammes(home),
    typed,
    isAnswer: typed !== undefined,
    title: {
      sv: 'Det går inte att anmäla intresse här längre',
      en: 'Interest can no longer be stated here',
    },
    text: {
      sv: 'Inget är sparat. Kontakta den regionala SoB-förvaltningen och ange ärendenumret.',
      en: 'Nothing is saved. Contact the regional SoB office and state the case number.',
    },
  });

const USERS: Words = { sv: 'De som använder programmet', en: 'Those who use the programme' };
const OTHERS: Words = { sv: 'annan region eller vårdgivare', en: 'another region or provider' };
const SINCE: Words = { sv: 'sedan', en: 'since' };
const WANT_TITLE: Words = { sv: 'Passar det hos er?', en: 'Would it suit you?' };
const DONE: Words = { sv: 'Tack, ert intresse är sparat', en: 'Thank you, your interest is saved' };
const PUBLIC: Words = {
  sv: 'Det ni skriver läses av den regionala SoB-förvaltningen och samordningsrådet. Det är en allmän handling.',
  en: 'What you write is read by the regional SoB office and the coordination council. It is an official document.',
};
