import type { JSX } from 'preact';
import { answerer } from '../routine/answerer.ts';
import type { FieldProblem } from '../routine/check.ts';
import type { Field, Form } from '../routine/form.ts';
import type { Question } from '../routine/question.ts';
import type { Language } from '../routine/words.ts';
import { anchorOf, Fields, type Place } from './fields.tsx';
import { html, Page } from './layout.tsx';
import { Nomination } from './nomination.tsx';
import { Summary } from './summary.tsx';
import type { QuestionView } from './views.ts';
import { dateInWords, SAY } from './words.ts';

/** A question to people: what is asked, the case to read, and the form to answer with. */
export function questionPage(view: QuestionView): string {
  const { lang, question, caseNumber, problems = [] } = view;
  const failed = problems.length > 0 ? `${SAY.error[lang]}: ` : '';
  return html(
    <Page
      lang={lang}
      title={`${failed}${question.asks[lang]} – ${caseNumber}`}
      otherLanguageHref={view.otherLanguageHref}
    >
      <Problems problems={problems} form={wholeForm(question)} lang={lang} />
      <Asked {...view} />
      <section class="nom-part">
        <h2 class="govuk-heading-m">{`${SAY.nomination[lang]}: ${String(view.nomination.workingTitle ?? '–')}`}</h2>
        <Nomination {...view} />
      </section>
      {view.earlier.length > 0 && <Earlier {...view} />}
      <section class="nom-part" id="form">
        <h2 class="govuk-heading-m">{SAY.yourAnswer[lang]}</h2>
        <QuestionForm {...view} />
      </section>
    </Page>,
  );
}

/** The question's own fields, then who answers. */
const wholeForm = (question: Question): Form => ({ ...question.form, ...answerer });

const Asked = ({ lang, question, caseNumber, bodyName, targetOn }: QuestionView): JSX.Element => (
  <>
    <span class="govuk-caption-l">{`${SAY.case[lang]} ${caseNumber} · ${bodyName[lang]}`}</span>
    <h1 class="govuk-heading-l">{question.asks[lang]}</h1>
    <p class="govuk-body">{question.lead[lang]}</p>
    {targetOn !== undefined && (
      <div class="govuk-inset-text">
        <p class="govuk-body">
          {`${SAY.answerGladlyBy[lang]} `}
          <strong>{dateInWords(targetOn, lang)}</strong>.
        </p>
      </div>
    )}
    <p class="govuk-body nom-screen">
      <a class="govuk-link" href="#form">
        {SAY.toTheForm[lang]}
      </a>
    </p>
  </>
);

const Earlier = ({ earlier, lang, known }: QuestionView): JSX.Element => (
  <section class="nom-part">
    <h2 class="govuk-heading-m">{SAY.earlier[lang]}</h2>
    {earlier.map(({ question, bodyName, answers, answeredBy, answeredOn }) => (
      <section key={`${question.step} ${bodyName.sv} ${answeredOn}`}>
        <h3 class="govuk-heading-s">{`${question.title[lang]} – ${bodyName[lang]}`}</h3>
        <p class="govuk-hint">{`${SAY.answeredBy[lang]} ${answeredBy}, ${dateInWords(answeredOn, lang)}.`}</p>
        <Summary form={question.form} answers={answers} lang={lang} known={known} />
      </section>
    ))}
  </section>
);

function QuestionForm({ lang, question, known, posted = {}, problems = [] }: QuestionView): JSX.Element {
  const place: Place = { lang, known, problems, posted, path: '', forms: [wholeForm(question)] };
  const inSections = new Set(question.sections.flatMap(({ fields }) => fields));
  const others = Object.keys(question.form).filter((key) => !inSections.has(key));
  return (
    <form method="post" action={`#${RESULT}`} novalidate>
      {hasList(question.form) && <SendOnEnter />}
      <Fields place={place} only={others} />
      {question.sections.map(({ id, title, fields }) => (
        <section key={id}>
          <h3 class="govuk-heading-m">{title[lang]}</h3>
          <Fields place={place} only={fields} />
        </section>
      ))}
      <section class="nom-part">
        <h3 class="govuk-heading-m">{SAY.whoAnswers[lang]}</h3>
        <Fields place={place} only={Object.keys(answerer)} />
      </section>
      <p class="govuk-body">{SAY.sendInfo[lang]}</p>
      <button type="submit" class="govuk-button">
        {SAY.send[lang]}
      </button>
    </form>
  );
}

/** Enter in a text field presses the first button: it must not be one that adds or removes a row. */
const SendOnEnter = (): JSX.Element => (
  <button type="submit" class="govuk-visually-hidden" tabIndex={-1} aria-hidden="true" />
);

const hasList = (form: Form): boolean =>
  Object.values<Field>(form).some(
    (field) => field.kind === 'list' || (field.kind === 'group' && hasList(field.fields)),
  );

/** The form is sent to the page's own address; what is wrong then, if anything, gets the focus. */
const RESULT = 'result';

interface ProblemsProps {
  readonly problems: readonly FieldProblem[];
  readonly form: Form;
  readonly lang: Language;
}

const Problems = ({ problems, form, lang }: ProblemsProps): JSX.Element | null =>
  problems.length === 0 ? null : (
    <div class="govuk-error-summary" id={RESULT} tabIndex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{SAY.errorTitle[lang]}</h2>
        <div class="govuk-error-summary__body">
          <p>{SAY.errorText[lang]}</p>
          <ul class="govuk-list govuk-error-summary__list">
            {problems.map(({ field, message }) => {
              const anchor = anchorOf(form, field);
              return (
                <li key={`${field} ${message.sv}`}>
                  {anchor === undefined ? message[lang] : <a href={`#${anchor}`}>{message[lang]}</a>}
                </li>
              );
            })}
          </ul>
        </div>
      </div>
    </div>
  );
