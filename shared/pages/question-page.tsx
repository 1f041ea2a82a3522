import type { JSX } from 'preact';
import { holds } from '../routine/check.ts';
import type { Sheet } from '../routine/question.ts';
import { Earlier } from './earlier.tsx';
import { Back, html, Page } from './layout.tsx';
import { Nomination } from './nomination.tsx';
import { NominationChanges } from './nomination-changes.tsx';
import { Inset } from './notes.tsx';
import {
  AskedBecause,
  InsteadOfAnswering,
  OnPaper,
  SimilarOnes,
  WhatOthersSay,
  When,
} from './question-notes.tsx';
import { Problems, SheetForm, titled } from './sheet-form.tsx';
import type { QuestionView } from './views.ts';
import { SAY } from './words.ts';

/** A question to people: what is asked, the case to read, and the form to answer with. */
export function questionPage(view: QuestionView): string {
  const { lang, question, caseNumber, nomination, changes = [], problems = [] } = view;
  const title = titled(`${question.asks[lang]} – ${caseNumber}`, problems, lang);
  const inForm = holdsNomination(question);
  return html(
    <Page frame={view} title={title} otherLanguage="edit">
      <Problems problems={problems} sheet={question} lang={lang} />
      <Asked {...view} />
      {(changes.length > 0 || !inForm) && (
        <section class="nom-part">
          <h2 class="govuk-heading-m">{`${SAY.nomination[lang]}: ${String(nomination.workingTitle ?? '–')}`}</h2>
          <NominationChanges changes={changes} lang={lang} known={view.known} />
          {!inForm && <Nomination {...view} />}
        </section>
      )}
      <SimilarOnes {...view} />
      {view.earlier.length > 0 && (
        <section class="nom-part">
          <h2 class="govuk-heading-m">{SAY.earlier[lang]}</h2>
          <Earlier {...view} />
        </section>
      )}
      <section class="nom-part" id="form">
        <h2 class="govuk-heading-m">{SAY.yourAnswer[lang]}</h2>
        <SheetForm {...view} sheet={question} />
      </section>
    </Page>,
  );
}

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
