import type { JSX } from 'preact';
import { wholeForm } from '../routine/answerer.ts';
import { type FieldProblem, holds } from '../routine/check.ts';
import type { Form } from '../routine/form.ts';
import { dateInWords, type Language } from '../routine/words.ts';
import { anchorOf, Fields, type Place } from './fields.tsx';
import { FORM_ID, html, Page, RESULT_ID } from './layout.tsx';
import { Nomination } from './nomination.tsx';
import { Parts, partsOf, wholePartsOf } from './parts.tsx';
import { StepMark } from './typed.tsx';
import type { QuestionView } from './views.ts';
import { SAY } from './words.ts';

/** A question to people: what is asked, the case to read, and the form to answer with. */
export function questionPage(view: QuestionView): string {
  const { lang, question, caseNumber, problems = [] } = view;
  const failed = problems.length > 0 ? `${SAY.error[lang]}: ` : '';
  return html(
    <Page lang={lang} title={`${failed}${question.asks[lang]} – ${caseNumber}`} otherLanguage="edit">
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

const Asked = ({
  lang,
  question,
  caseNumber,
  bodyName,
  targetOn,
  nomination,
  known,
}: QuestionView): JSX.Element => (
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
    {Object.entries(question.derived ?? {})
      .filter(([, { when }]) => when !== undefined && holds(when, [nomination], known))
      .map(([name, { help }]) => (
        <div key={name} class="govuk-inset-text">
          <p class="govuk-body">{help[lang]}</p>
        </div>
      ))}
    <p class="govuk-body nom-screen">
      <a class="govuk-link" href="#form">
        {SAY.toTheForm[lang]}
      </a>
    </p>
  </>
);

/** Whoever answers next needs to see these parts of an earlier answer; the others are folded. */
const ALWAYS_SEEN = ['screeningOutcome', 'position', 'economicConsequences', 'pprPosition', 'decision'];

const Earlier = ({ earlier, lang, known }: QuestionView): JSX.Element => (
  <section class="nom-part">
    <h2 class="govuk-heading-m">{SAY.earlier[lang]}</h2>
    {earlier.map(({ question, bodyName, answers, answeredBy, answeredOn }) => (
      <section key={`${question.step} ${bodyName.sv} ${answeredOn}`} class="nom-section">
        <h3 class="govuk-heading-m">{`${question.title[lang]} – ${bodyName[lang]}`}</h3>
        <p class="govuk-hint">{`${SAY.answeredBy[lang]} ${answeredBy}, ${dateInWords(answeredOn, lang)}.`}</p>
        <Parts
          parts={partsOf(question)}
          form={question.form}
          answers={answers}
          lang={lang}
          known={known}
          heading="h4"
          open={{ fields: ALWAYS_SEEN, more: SAY.moreOfAnswer }}
        />
      </section>
    ))}
  </section>
);

function QuestionForm({ lang, question, known, posted = {}, problems = [] }: QuestionView): JSX.Element {
  const place: Place = { lang, known, problems, posted, path: '', forms: [wholeForm(question)] };
  const isReviewed = question.reviewedBeforeSending === true;
  return (
    <form method="post" action={`#${RESULT_ID}`} id={FORM_ID} novalidate>
      <StepMark question={question} />
      {wholePartsOf(question).map(({ id, title, fields }) => (
        <section key={id} class="nom-section">
          {title && <h3 class="govuk-heading-m">{title[lang]}</h3>}
          <Fields place={place} only={fields} />
        </section>
      ))}
      <p class="govuk-body">{(isReviewed ? SAY.reviewComes : SAY.sendInfo)[lang]}</p>
      <button type="submit" class="govuk-button">
        {(isReviewed ? SAY.toReview : SAY.send)[lang]}
      </button>
    </form>
  );
}

interface ProblemsProps {
  readonly problems: readonly FieldProblem[];
  readonly form: Form;
  readonly lang: Language;
}

const Problems = ({ problems, form, lang }: ProblemsProps): JSX.Element | null =>
  problems.length === 0 ? null : (
    <div class="govuk-error-summary" id={RESULT_ID} tabIndex={-1}>
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
