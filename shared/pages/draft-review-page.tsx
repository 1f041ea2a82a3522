import type { JSX } from 'preact';
import type { FieldProblem } from '../routine/check.ts';
import { sendingForm } from '../routine/draft-sending.ts';
import { nominationForm } from '../routine/nomination.ts';
import type { Words } from '../routine/words.ts';
import { costSums } from './costs.ts';
import { ATTACHMENTS, DraftTop, draftHref, READ_AND_SEND, TO_OVERVIEW } from './draft-frame.tsx';
import { CARRIED } from './draft-names.ts';
import type { DraftReviewView, ShownPart } from './draft-views.ts';
import { anchorOf, Fields } from './fields.tsx';
import { FORM_ID, html, Page, RESULT_ID } from './layout.tsx';
import { CostRows } from './nomination.tsx';
import { Inset } from './notes.tsx';
import { SimilarOnes } from './question-notes.tsx';
import { FormProblems, titled } from './sheet-form.tsx';
import { answered, Summary } from './summary.tsx';
import { SAY } from './words.ts';

/** Everything of a nomination to read through, what it lacks, and the button that sends it. */
export function draftReviewPage(view: DraftReviewView): string {
  const { lang, parts, hasChanged, unread = [] } = view;
  const isReady = view.problems.length + view.rivalled.length === 0;
  return html(
    <Page frame={view} title={titled(READ_AND_SEND[lang], unread, lang)}>
      {hasChanged && (
        <div class="govuk-inset-text" id={RESULT_ID} role="alert" tabIndex={-1}>
          <p class="govuk-body">{CHANGED[lang]}</p>
        </div>
      )}
      {isReady ? <FormProblems problems={unread} form={sendingForm} lang={lang} /> : <Lacking {...view} />}
      <DraftTop view={view} />
      <h1 class="govuk-heading-l">{READ_AND_SEND[lang]}</h1>
      <p class="govuk-body">{INFO[lang]}</p>
      <p class="govuk-body nom-screen">
        <a class="govuk-link" href={draftHref(view)}>
          {TO_OVERVIEW[lang]}
        </a>
      </p>
      {parts.map((part) => (
        <ReadPart key={part.id} part={part} view={view} />
      ))}
      <Attached {...view} />
      <SimilarOnes similar={view.similar} lang={lang} />
      <section class="nom-part nom-screen">
        <h2 class="govuk-heading-m">{SEND[lang]}</h2>
        {isReady ? <Send {...view} /> : <Inset>{NOT_YET[lang]}</Inset>}
      </section>
    </Page>,
  );
}

/** A tick, and not the button alone: mail scanners press buttons. */
const Send = ({ lang, version, known, unread = [] }: DraftReviewView): JSX.Element => (
  <form method="post" action={`#${RESULT_ID}`} id={FORM_ID} novalidate>
    <input type="hidden" name={CARRIED.version} value={String(version)} />
    <p class="govuk-body">{PUBLIC[lang]}</p>
    <Fields place={{ lang, known, problems: unread, posted: {}, path: '', forms: [sendingForm] }} />
    <button type="submit" class="govuk-button">
      {SEND[lang]}
    </button>
  </form>
);

/** What must be there before it can be sent, each with the way to it. */
const Lacking = (view: DraftReviewView): JSX.Element => {
  const { lang, problems, rivalled, parts } = view;
  return (
    <div class="govuk-error-summary" id={RESULT_ID} tabIndex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{LACKS[lang]}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {problems.map((problem) => (
              <li key={problem.field}>
                <a href={placeOf(view, problem)}>{problem.message[lang]}</a>
              </li>
            ))}
            {rivalled.map((field) => {
              const part = parts.find(({ fields }) => fields.includes(field));
              return (
                <li key={`${field} twice`}>
                  <a href={draftHref(view, part?.id)}>{TWICE(nominationForm, field)[lang]}</a>
                </li>
              );
            })}
          </ul>
        </div>
      </div>
    </div>
  );
};

const placeOf = (view: DraftReviewView, { field }: FieldProblem): string => {
  const [name = ''] = /^[^.[\]]+/u.exec(field) ?? [];
  const part = view.parts.find(({ fields }) => fields.includes(name));
  if (part === undefined) return draftHref(view, name);
  return `${draftHref(view, part.id, '&check=1')}#${anchorOf(part.form, field) ?? 'form'}`;
};

interface ReadPartProps {
  readonly part: ShownPart;
  readonly view: DraftReviewView;
}

const ReadPart = ({ part, view }: ReadPartProps): JSX.Element => {
  const { lang, answers, known, missing } = view;
  const isEmpty = answered(part.form, answers, part.fields).length === 0;
  const sums = part.fields.includes('costLines') ? costSums(answers.costLines) : undefined;
  const left = part.fields.filter((field) => missing.includes(field));
  return (
    <section class="nom-section">
      <h2 class="govuk-heading-m">{`${part.id}. ${part.title[lang]}`}</h2>
      <p class="govuk-body nom-screen">
        <a class="govuk-link" href={draftHref(view, part.id)}>
          {SAY.change[lang]}
          <span class="govuk-visually-hidden">{` ${part.id}. ${part.title[lang]}`}</span>
        </a>
      </p>
      {isEmpty ? (
        <p class="govuk-hint">{NOTHING[lang]}</p>
      ) : (
        <Summary form={part.form} answers={answers} fields={part.fields} lang={lang} known={known} />
      )}
      {sums && <CostRows sums={sums} lang={lang} />}
      {left.length > 0 && (
        <p class="govuk-hint">
          {`${LEFT[lang]}: ${left.map((field) => part.form[field]?.label[lang]).join('; ')}.`}
        </p>
      )}
    </section>
  );
};

const Attached = (view: DraftReviewView): JSX.Element => {
  const { lang, answers, known } = view;
  return (
    <section class="nom-section">
      <h2 class="govuk-heading-m">{ATTACHMENTS[lang]}</h2>
      <p class="govuk-body nom-screen">
        <a class="govuk-link" href={draftHref(view, 'attachments')}>
          {SAY.change[lang]}
          <span class="govuk-visually-hidden">{` ${ATTACHMENTS[lang]}`}</span>
        </a>
      </p>
      {answers.attachments === undefined ? (
        <p class="govuk-hint">{NOTHING[lang]}</p>
      ) : (
        <Summary form={nominationForm} answers={answers} fields={['attachments']} lang={lang} known={known} />
      )}
    </section>
  );
};

const TWICE = (form: typeof nominationForm, field: string): Words => {
  const { sv, en } = form[field as keyof typeof form].label;
  return {
    sv: `Två har skrivit olika under ”${sv}”. Välj vad som ska gälla.`,
    en: `Two people have written differently under “${en}”. Choose what is to stand.`,
  };
};
const CHANGED: Words = {
  sv: 'Någon har sparat något sedan du läste igenom nomineringen. Den är inte skickad. Läs igenom den igen och skicka sedan.',
  en: 'Somebody has saved something since you read the nomination through. It is not sent. Read it through again and then send it.',
};
const INFO: Words = {
  sv: 'Inget är skickat än. Läs igenom allt, ändra det som behövs och skicka längst ner på sidan.',
  en: 'Nothing has been sent yet. Read everything through, change what is needed, and send at the end of the page.',
};
const LACKS: Words = { sv: 'Det här saknas för att skicka', en: 'This is lacking to send it' };
const NOTHING: Words = { sv: 'Inget ifyllt.', en: 'Nothing filled in.' };
const LEFT: Words = {
  sv: 'Inte besvarat, svara gärna om ni kan',
  en: 'Not answered, please answer if you can',
};
const SEND: Words = { sv: 'Skicka nomineringen', en: 'Send the nomination' };
const PUBLIC: Words = {
  sv: 'När nomineringen är skickad blir den en allmän handling. Kontrollera att den inte innehåller uppgifter om patienter. Verksamhetschefen och SoB-kontaktpersonen får ett mejl om den, om ni har angett dem.',
  en: 'Once the nomination is sent it becomes an official document. Check that it holds no information about patients. The head of operations and the SoB contact person are sent a mail about it, if you have named them.',
};
const NOT_YET: Words = {
  sv: 'Nomineringen kan inte skickas än. Vad som saknas står högst upp på sidan.',
  en: 'The nomination cannot be sent yet. What is lacking is said at the top of the page.',
};
