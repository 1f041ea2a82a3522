import type { JSX } from 'preact';
import { wholeForm } from '../routine/answerer.ts';
import type { FieldProblem, Known } from '../routine/check.ts';
import type { Form } from '../routine/form.ts';
import type { Sheet } from '../routine/question.ts';
import type { Language } from '../routine/words.ts';
import { anchorOf, Fields, type Place } from './fields.tsx';
import { FORM_ID, RESULT_ID } from './layout.tsx';
import { nextTry } from './links.ts';
import { isAct, wholePartsOf } from './parts.tsx';
import type { Posted } from './posted.ts';
import { StepMark } from './typed.tsx';
import { SAY } from './words.ts';

interface SheetFormProps {
  readonly sheet: Sheet;
  readonly lang: Language;
  /** The page's own, which its form is sent to. */
  readonly query?: string | undefined;
  readonly known: Known;
  readonly posted?: Posted | undefined;
  readonly problems?: readonly FieldProblem[] | undefined;
}

/** The form of a question or an act, with what was typed in it or stands there beforehand. */
export function SheetForm(props: SheetFormProps): JSX.Element {
  const { sheet, lang, query = '', known, posted = {}, problems = [] } = props;
  const place: Place = { lang, known, problems, posted, path: '', forms: [wholeForm(sheet)] };
  const isReviewed = sheet.reviewedBeforeSending === true;
  return (
    <form method="post" action={`${nextTry(lang, query)}#${RESULT_ID}`} id={FORM_ID} novalidate>
      <StepMark sheet={sheet} />
      {wholePartsOf(sheet).map(({ id, title, fields }) => (
        <section key={id} class="nom-section">
          {title && <h3 class="govuk-heading-m">{title[lang]}</h3>}
          <Fields place={place} only={fields} />
        </section>
      ))}
      <p class="govuk-body">{isReviewed ? SAY.reviewComes[lang] : sendInfo(sheet, lang)}</p>
      <button type="submit" class="govuk-button">
        {isReviewed ? SAY.toReview[lang] : send(sheet, lang)}
      </button>
    </form>
  );
}

/** What the button that sends says: of an act, what is done. */
export const send = (sheet: Sheet, lang: Language): string => (isAct(sheet) ? sheet.asks : SAY.send)[lang];

/** What becomes of what is sent. */
export const sendInfo = (sheet: Sheet, lang: Language): string =>
  (isAct(sheet) ? SAY.actInfo : SAY.sendInfo)[lang];

/** The page's title, which says first of all that something is wrong. */
export const titled = (title: string, problems: readonly FieldProblem[], lang: Language): string =>
  problems.length > 0 ? `${SAY.error[lang]}: ${title}` : title;

interface ProblemsProps {
  readonly problems: readonly FieldProblem[];
  readonly sheet: Sheet;
  readonly lang: Language;
  /** Where that is which is no field of the form, by what the problem calls it. */
  readonly elsewhere?: Readonly<Record<string, string>>;
}

/** What must be mended before the form can be sent, each with the way to it. */
export const Problems = ({ sheet, ...rest }: ProblemsProps): JSX.Element | null => (
  <FormProblems {...rest} form={wholeForm(sheet)} />
);

/** The same of a form that belongs to no sheet. */
export const FormProblems = ({
  problems,
  form,
  lang,
  elsewhere = {},
}: Omit<ProblemsProps, 'sheet'> & { readonly form: Form }): JSX.Element | null =>
  problems.length === 0 ? null : (
    <div class="govuk-error-summary" id={RESULT_ID} tabIndex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{SAY.errorTitle[lang]}</h2>
        <div class="govuk-error-summary__body">
          <p>{SAY.errorText[lang]}</p>
          <ul class="govuk-list govuk-error-summary__list">
            {problems.map(({ field, message }) => {
              const anchor = elsewhere[field] ?? anchorOf(form, field);
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
