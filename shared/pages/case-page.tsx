import type { JSX } from 'preact';
import { inUseSince } from '../case/programme.ts';
import { type ProgrammeState, standingOn } from '../case/programme-state.ts';
import type { Milestone } from '../routine/question.ts';
import { dateInWords, type Words } from '../routine/words.ts';
import { Course } from './course.tsx';
import { Documents } from './documents.tsx';
import { Earlier } from './earlier.tsx';
import { Interests } from './interests.tsx';
import { html, Page } from './layout.tsx';
import { inLanguage } from './links.ts';
import { Nomination } from './nomination.tsx';
import { NominationChanges } from './nomination-changes.tsx';
import { Acts, Disagreement, Inset } from './notes.tsx';
import { ForTheOffice } from './office-part.tsx';
import { ProgrammePart } from './programme-part.tsx';
import { ProjectPart } from './project-part.tsx';
import { StepMap } from './step-map.tsx';
import { Row } from './summary.tsx';
import type { CaseView, RelatedCase } from './views.ts';
import { Waits } from './waits.tsx';
import { SAY } from './words.ts';

/** Where a case stands, for whoever nominated and for the office. */
export function casePage(view: CaseView): string {
  const { lang, caseNumber, nomination, answers, positions, changes, known, office } = view;
  const workingTitle = String(nomination.workingTitle ?? '–');
  return html(
    <Page frame={view} title={`${workingTitle} – ${caseNumber}`}>
      <span class="govuk-caption-l">{`${SAY.case[lang]} ${caseNumber}`}</span>
      <h1 class="govuk-heading-l">{workingTitle}</h1>
      <p class="govuk-body">
        <strong>{standingIn(view)[lang]}</strong>
      </p>
      <StepMap {...view} />
      <Rests {...view} />
      <Forecast {...view} />
      <Related {...view} />
      <Waiting {...view} />
      <MayDo {...view} />
      {office && <ForTheOffice {...office} lang={lang} />}
      {office && <Interests interests={office.interests} lang={lang} />}
      {view.programme && <ProgrammePart programme={view.programme} lang={lang} />}
      {view.project && <ProjectPart project={view.project} lang={lang} known={known} />}
      <Course {...view} />
      {answers.length > 0 && (
        <section class="nom-part">
          <h2 class="govuk-heading-m">{ANSWERS[lang]}</h2>
          <Disagreement positions={positions} lang={lang} />
          <Earlier {...view} earlier={newestOf(answers)} />
          <OlderAnswers {...view} />
        </section>
      )}
      <Documents documents={view.documents ?? []} lang={lang} />
      <section class="nom-part">
        <h2 class="govuk-heading-m">{SAY.nomination[lang]}</h2>
        <NominationChanges changes={changes} lang={lang} known={known} />
        <Nomination {...view} />
      </section>
    </Page>,
  );
}

/** Of each question that a body was asked several times, the newest answer. */
const newestOf = (answers: CaseView['answers']): CaseView['answers'] => [
  ...new Map(answers.map((it) => [`${it.question.step} ${it.bodyName.sv}`, it])).values(),
];

/** What was answered in other years, or before it was asked again. */
const OlderAnswers = (view: CaseView): JSX.Element | null => {
  const newest = newestOf(view.answers);
  const older = view.answers.filter((it) => !newest.includes(it));
  return older.length === 0 ? null : (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{OLDER(older.length)[view.lang]}</span>
      </summary>
      <div class="govuk-details__text">
        <Earlier {...view} earlier={older} />
      </div>
    </details>
  );
};

const Rests = ({ reviewOn, lang }: CaseView): JSX.Element | null =>
  reviewOn === undefined ? null : <Inset>{`${PUT_OFF[lang]} ${dateInWords(reviewOn, lang)}.`}</Inset>;

const Forecast = ({ forecast, lang }: CaseView): JSX.Element | null =>
  forecast === undefined ? null : <p class="govuk-body">{FORECAST(forecast)[lang]}</p>;

const Related = ({ related, lang }: CaseView): JSX.Element | null =>
  related.length === 0 ? null : (
    <ul class="govuk-list">
      {related.map(({ number, relation, href }) => (
        <li key={number}>
          {`${RELATION[relation][lang]} `}
          {href === undefined ? (
            number
          ) : (
            <a class="govuk-link" href={inLanguage(href, lang)}>
              {number}
            </a>
          )}
        </li>
      ))}
    </ul>
  );

const Waiting = ({ waiting, lang }: CaseView): JSX.Element => (
  <section class="nom-part">
    <h2 class="govuk-heading-m">{WAITING[lang]}</h2>
    {waiting.length === 0 && <p class="govuk-body">{NOBODY[lang]}</p>}
    {waiting.map((it) => (
      <section key={`${it.question.step} ${it.bodyName.sv}`}>
        <h3 class="govuk-heading-s">{it.bodyName[lang]}</h3>
        <dl class="govuk-summary-list">
          <Row label={QUESTION[lang]}>{it.question.asks[lang]}</Row>
          <Waits {...it} lang={lang} />
        </dl>
      </section>
    ))}
  </section>
);

const MayDo = ({ acts, lang }: CaseView): JSX.Element | null =>
  acts.length === 0 ? null : (
    <section class="nom-part nom-screen">
      <h2 class="govuk-heading-m">{MAY_DO[lang]}</h2>
      <Acts acts={acts} lang={lang} />
    </section>
  );

/** How the case stands, or the programme that came of it. */
const standingIn = ({ milestone, programme, known }: CaseView): Words => {
  if (programme === undefined) return MILESTONE[milestone];
  const { state } = standingOn(programme, known.today);
  return state === 'published' && inUseSince(programme) !== undefined ? NOT_USED : STATE[state];
};

const NOT_USED: Words = {
  sv: 'Programmet är publicerat. Ingen enhet använder det just nu.',
  en: 'The programme is published. No unit uses it at the moment.',
};

const MILESTONE: Readonly<Record<Milestone, Words>> = {
  submitted: { sv: 'Nomineringen är inskickad.', en: 'The nomination is submitted.' },
  forwardedToCouncil: {
    sv: 'Nomineringen är hos samordningsråd.',
    en: 'The nomination is with coordination councils.',
  },
  positionGiven: {
    sv: 'Samordningsråden har tagit ställning.',
    en: 'The councils have taken their positions.',
  },
  decided: { sv: 'Beslutet är fattat.', en: 'The decision is made.' },
  projectStarted: { sv: 'Projektet pågår.', en: 'The project is under way.' },
  published: {
    sv: 'Programmet är publicerat. Ingen enhet har börjat använda det än.',
    en: 'The programme is published. No unit has started using it yet.',
  },
  inUse: { sv: 'Programmet används.', en: 'The programme is in use.' },
  inactivated: { sv: 'Programmet är inaktiverat.', en: 'The programme is inactivated.' },
  declined: {
    sv: 'Beslutet är fattat: nomineringen är avslagen.',
    en: 'The decision is made: the nomination is declined.',
  },
  notForSob: {
    sv: 'Ärendet är avslutat: idén passar inte i Stöd och behandling.',
    en: 'The case is closed: the idea does not fit in Stöd och behandling.',
  },
  merged: {
    sv: 'Ärendet är avslutat: det fortsätter i ett annat ärende om samma idé.',
    en: 'The case is closed: it goes on in another case about the same idea.',
  },
  withdrawn: {
    sv: 'Ärendet är avslutat: nomineringen är tillbakadragen.',
    en: 'The case is closed: the nomination is withdrawn.',
  },
};

const STATE: Readonly<Record<ProgrammeState, Words>> = {
  published: MILESTONE.published,
  inUse: MILESTONE.inUse,
  stopped: {
    sv: 'Programmet är stoppat: inga nya patienter får starta just nu.',
    en: 'The programme is stopped: no new patients may start at the moment.',
  },
  inactivated: MILESTONE.inactivated,
  unpublished: {
    sv: 'Programmet är inaktiverat och avpublicerat.',
    en: 'The programme is inactivated and unpublished.',
  },
};

const PUT_OFF: Words = {
  sv: 'Det är uppskjutet och tas upp igen den',
  en: 'It is put off and will be taken up again on',
};
const FORECAST = ({ usualDays, daysSoFar }: Required<CaseView>['forecast']): Words => ({
  sv: `Tidigare ärenden har tagit ungefär ${usualDays} dagar från inskickad till beslut. Det här har pågått i ${daysSoFar} dagar.`,
  en: `Earlier cases have taken about ${usualDays} days from submission to decision. This one has gone on for ${daysSoFar} days.`,
});
const RELATION: Readonly<Record<RelatedCase['relation'], Words>> = {
  related: { sv: 'Ärende om samma idé:', en: 'A case about the same idea:' },
  mergedInto: { sv: 'Fortsätter i ärende', en: 'Goes on in case' },
  mergedFrom: { sv: 'Har tagit över ärende', en: 'Has taken over case' },
};
const WAITING: Words = { sv: 'Vem har frågan nu?', en: 'Who has the question now?' };
const NOBODY: Words = {
  sv: 'Ingen behöver svara på något just nu.',
  en: 'Nobody has anything to answer at the moment.',
};
const QUESTION: Words = { sv: 'Fråga', en: 'Question' };
const MAY_DO: Words = { sv: 'Det här kan ni göra', en: 'What you can do' };
const OLDER = (count: number): Words => ({
  sv: `Äldre svar (${count})`,
  en: `Older answers (${count})`,
});
const ANSWERS: Words = { sv: 'Svar och ställningstaganden', en: 'Answers and positions' };
