import type { JSX } from 'preact';
import { wholeForm } from '../routine/answerer.ts';
import type { Field } from '../routine/form.ts';
import type { Language } from '../routine/words.ts';
import { anchorOf } from './fields.tsx';
import { html, Page } from './layout.tsx';
import { type Part, wholePartsOf } from './parts.tsx';
import { BUTTON } from './posted.ts';
import { send, sendInfo } from './sheet-form.tsx';
import { answered, Row, Value } from './summary.tsx';
import { Carried } from './typed.tsx';
import type { ReviewView } from './views.ts';
import { SAY } from './words.ts';

/** Check your answers: everything that will be sent, and a way back to each of it. */
export function reviewPage(view: ReviewView): string {
  const { lang, sheet, caseNumber, bodyName, posted } = view;
  return html(
    <Page frame={view} title={`${SAY.review[lang]} – ${caseNumber}`} otherLanguage="carry">
      <span class="govuk-caption-l">{`${SAY.case[lang]} ${caseNumber} · ${bodyName[lang]}`}</span>
      <h1 class="govuk-heading-l">{SAY.review[lang]}</h1>
      <p class="govuk-body">{SAY.reviewInfo[lang]}</p>
      <Carried sheet={sheet} posted={posted}>
        {wholePartsOf(sheet).map((part) => (
          <ReviewPart key={part.id} part={part} view={view} />
        ))}
        <p class="govuk-body">{sendInfo(sheet, lang)}</p>
        <div class="govuk-button-group">
          <button type="submit" class="govuk-button" name={BUTTON.confirm}>
            {send(sheet, lang)}
          </button>
          <button
            type="submit"
            class="govuk-button govuk-button--secondary"
            name={BUTTON.edit}
            formaction="#form"
          >
            {SAY.changeAnswers[lang]}
          </button>
        </div>
      </Carried>
    </Page>,
  );
}

interface ReviewPartProps {
  readonly part: Part;
  readonly view: ReviewView;
}

/** What is answered, and what is wished for but left out: it may be sent so, but is easily forgotten. */
function ReviewPart({ part: { title, fields }, view }: ReviewPartProps): JSX.Element | null {
  const { lang, sheet, answers, missing, known } = view;
  const form = wholeForm(sheet);
  const isAnswered = (name: string): boolean => answered(form, answers, [name]).length > 0;
  const shown = fields.filter((name) => isAnswered(name) || missing.includes(name));
  if (shown.length === 0) return null;
  return (
    <section>
      {title && <h2 class="govuk-heading-m">{title[lang]}</h2>}
      <dl class="govuk-summary-list">
        {shown.map((name) => {
          const field = form[name] as Field;
          const change = <Change field={field} href={`#${anchorOf(form, name)}`} lang={lang} />;
          return (
            <Row key={name} label={field.label[lang]} action={change}>
              {isAnswered(name) ? (
                <Value field={field} value={answers[name]} lang={lang} known={known} />
              ) : (
                <span class="govuk-hint">{SAY.notAnswered[lang]}</span>
              )}
            </Row>
          );
        })}
      </dl>
    </section>
  );
}

interface ChangeProps {
  readonly field: Field;
  readonly href: string;
  readonly lang: Language;
}

/** Looks like a link, and is a button: it sends everything typed on to the form, and comes to the field there. */
const Change = ({ field, href, lang }: ChangeProps): JSX.Element => (
  <button type="submit" class="govuk-link nom-link" name={BUTTON.edit} formaction={href}>
    {SAY.change[lang]}
    <span class="govuk-visually-hidden">{field.label[lang]}</span>
  </button>
);
