import type { JSX } from 'preact';
import { holds } from '../routine/check.ts';
import type { Sheet } from '../routine/question.ts';
import type { Words } from '../routine/words.ts';
import { Documents } from './documents.tsx';
import { Earlier } from './earlier.tsx';
import { Interests } from './interests.tsx';
import { Back, html, Page } from './layout.tsx';
import { Nomination } from './nomination.tsx';
import { NominationChanges } from './nomination-changes.tsx';
import { Inset } from './notes.tsx';
import { ProgrammePart } from './programme-part.tsx';
import { ProjectPart } from './project-part.tsx';
import {
  AskedBecause,
  AttachBesideAnswering,
  InsteadOfAnswering,
  Lacking,
  OnPaper,
  SimilarOnes,
  WhatOthersSay,
  When,
  WhoIsTold,
} from './question-notes.tsx';
import { Problems, SheetForm, titled } from './sheet-form.tsx';
import type { QuestionView } from './views.ts';
import { SAY } from './words.ts';

/** A question to people: what is asked, the case to read, and the form to answer with. */
export function questionPage(view: QuestionView): string {
  const { lang, question, caseNumber, problems = [] } = view;
  const title = titled(`${question.asks[lang]} – ${caseNumber}`, problems, lang);
  const isLater = question.phase !== 'nomination';
  return html(
    <Page frame={view} title={title} otherLanguage="edit">
      <Problems problems={problems} sheet={question} lang={lang} />
      <Asked {...view} />
      {view.project && (
        <ProjectPart
          project={view.project}
          lang={lang}
          known={view.known}
          whole={question.step === 'assignmentApproval'}
        />
      )}
      {view.programme && <ProgrammePart programme={view.programme} lang={lang} />}
      {view.lacksFigures && <Inset>{NO_FIGURES[lang]}</Inset>}
      {!isLater && <TheNomination {...view} />}
      <Documents documents={view.documents ?? []} lang={lang} />
      <Interests interests={view.interests ?? []} lang={lang} />
      <SimilarOnes {...view} />
      {view.earlier.length > 0 && (
        <section class="nom-part">
          <h2 class="govuk-heading-m">{SAY.earlier[lang]}</h2>
          <Earlier {...view} />
        </section>
      )}
      {isLater && <FoldedNomination {...view} />}
      <section class="nom-part" id="form">
        <h2 class="govuk-heading-m">{SAY.yourAnswer[lang]}</h2>
        <AttachBesideAnswering {...view} />
        <SheetForm {...view} sheet={question} />
      </section>
    </Page>,
  );
}

const titleOf = ({ nomination, lang }: QuestionView): string =>
  `${SAY.nomination[lang]}: ${String(nomination.workingTitle ?? '–')}`;

const TheNomination = (view: QuestionView): JSX.Element | null => {
  const { lang, question, changes = [], known } = view;
  const inForm = holdsNomination(question);
  return changes.length === 0 && inForm ? null : (
    <section class="nom-part">
      <h2 class="govuk-heading-m">{titleOf(view)}</h2>
      <NominationChanges changes={changes} lang={lang} known={known} />
      {!inForm && <Nomination {...view} />}
    </section>
  );
};

/** Once it is decided, others have said what matters more than the nomination. */
const FoldedNomination = (view: QuestionView): JSX.Element => (
  <details class="govuk-details nom-part">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{titleOf(view)}</span>
    </summary>
    <div class="govuk-details__text">
      <Nomination {...view} />
    </div>
  </details>
);

/** Where the nomination is to be corrected in place, it is read in the form. */
const holdsNomination = ({ form }: Sheet): boolean => 'workingTitle' in form;

const Asked = (view: QuestionView): JSX.Element => {
  const { lang, question, caseNumber, bodyName, nomination, known, backHref } = view;
  return (
    <>
      <Back href={backHref} lang={lang} />
      <span class="govuk-caption-l">{`${SAY.case[lang]} ${caseNumber} · ${bodyName[lang]}`}</span>
      <h1 class="govuk-heading-l">{question.asks[lang]}</h1>
      <OnPaper {...view} />
      <p class="govuk-body">{question.lead[lang]}</p>
      <AskedBecause {...view} />
      <When {...view} />
      <WhatOthersSay {...view} />
      <Lacking {...view} />
      <WhoIsTold {...view} />
      {Object.entries(question.derived ?? {})
        .filter(([, { when }]) => when !== undefined && holds(when, [nomination], known))
        .map(([name, { help }]) => (
          <Inset key={name}>{help[lang]}</Inset>
        ))}
      <p class="govuk-body nom-screen">
        <a class="govuk-link" href="#form">
          {SAY.toTheForm[lang]}
        </a>
      </p>
      <InsteadOfAnswering {...view} />
    </>
  );
};

const NO_FIGURES: Words = {
  sv: 'Programägaren har inte lämnat årets siffror än.',
  en: 'The programme owner has not given the figures of the year yet.',
};
