import type { JSX } from 'preact';
import type { FieldProblem } from '../routine/check.ts';
import { nominationSheet } from '../routine/nomination-sheet.ts';
import { timeInWords, type Words } from '../routine/words.ts';
import {
  DraftTop,
  draftHref,
  LAST_SAVED,
  NOT_SENT,
  SAVE,
  SAVE_AND_GO_ON,
  TO_OVERVIEW,
} from './draft-frame.tsx';
import { CARRIED } from './draft-names.ts';
import type { PartView } from './draft-views.ts';
import { Fields } from './fields.tsx';
import { FORM_ID, html, Page, RESULT_ID } from './layout.tsx';
import { CostRows } from './nomination.tsx';
import { BUTTON } from './posted.ts';
import { Problems, titled } from './sheet-form.tsx';
import { Row, Value } from './summary.tsx';
import { SAY } from './words.ts';

/** One part of a nomination that is being written. */
export function draftPartPage(view: PartView): string {
  const { lang, part } = view;
  const problems = [...rivalProblems(view), ...view.problems];
  const sheet = { ...nominationSheet, form: part.form };
  const title = titled(part.title[lang], problems, lang);
  return html(
    <Page frame={view} title={title} otherLanguage="edit">
      <Problems problems={problems} sheet={sheet} lang={lang} />
      {view.saved && problems.length === 0 && <Saved {...view} />}
      <DraftTop view={view} />
      <h1 class="govuk-heading-l">{`${part.id}. ${part.title[lang]}`}</h1>
      <p class="govuk-body nom-screen">
        <a class="govuk-link" href={draftHref(view)}>
          {TO_OVERVIEW[lang]}
        </a>
      </p>
      <p class="govuk-hint">{`${LAST_SAVED[lang]} ${timeInWords(view.savedAt, lang)}.`}</p>
      <Rivals {...view} />
      <section id="form">
        <h2 class="govuk-visually-hidden">{SAY.theForm[lang]}</h2>
        <PartForm view={view} problems={problems} />
      </section>
    </Page>,
  );
}

interface PartFormProps {
  readonly view: PartView;
  readonly problems: readonly FieldProblem[];
}

const PartForm = ({ view, problems }: PartFormProps): JSX.Element => {
  const { lang, part, known, posted, seen, attempt, after } = view;
  return (
    <form
      method="post"
      action={`${draftHref(view, part.id, `&try=${attempt}`)}#${RESULT_ID}`}
      id={FORM_ID}
      novalidate
    >
      <input type="hidden" name={CARRIED.seen} value={seen} />
      <Fields place={{ lang, known, problems, posted, path: '', forms: [part.form] }} />
      {part.fields.includes('costLines') && <Sums {...view} />}
      <p class="govuk-body">{NOT_SENT[lang]}</p>
      <div class="govuk-button-group">
        <button type="submit" class="govuk-button" name={CARRIED.next} value="1">
          {(after === undefined ? SAVE_AND_READ : SAVE_AND_GO_ON)[lang]}
        </button>
        <button type="submit" class="govuk-button govuk-button--secondary">
          {SAVE[lang]}
        </button>
      </div>
    </form>
  );
};

/** Summed at each save, and whenever somebody wants. */
const Sums = ({ sums, lang }: PartView): JSX.Element => (
  <section id="sums" class="nom-row">
    <h3 class="govuk-heading-s">{SAY.costSums[lang]}</h3>
    {sums === undefined ? <p class="govuk-body">{NO_COSTS[lang]}</p> : <CostRows sums={sums} lang={lang} />}
    <button
      type="submit"
      class="govuk-button govuk-button--secondary"
      name={BUTTON.edit}
      value="1"
      formaction="#sums"
    >
      {SUM_AGAIN[lang]}
    </button>
  </section>
);

const Saved = ({ savedAt, lang }: PartView): JSX.Element => (
  <div class="govuk-inset-text" id={RESULT_ID} role="status" tabIndex={-1}>
    <p class="govuk-body">{`${SAVED[lang]} ${timeInWords(savedAt, lang)}.`}</p>
  </div>
);

const rivalProblems = ({ rivals, part }: PartView): readonly FieldProblem[] =>
  [...new Set(rivals.map(({ field }) => field))].map((field) => {
    const { sv = '', en = '' } = part.form[field]?.label ?? {};
    return {
      field,
      message: {
        sv: `Två har skrivit olika under ”${sv}”. Båda texterna är sparade. Skriv det som ska gälla och spara.`,
        en: `Two people have written differently under “${en}”. Both texts are saved. Write what is to stand and save.`,
      },
    };
  });

/** What somebody else wrote at the same time: to be read, and to copy from. */
const Rivals = ({ rivals, part, lang, known }: PartView): JSX.Element | null =>
  rivals.length === 0 ? null : (
    <section class="nom-part">
      <h2 class="govuk-heading-m">{OTHERS_WROTE[lang]}</h2>
      <p class="govuk-body">{OTHERS_HOW[lang]}</p>
      <dl class="govuk-summary-list">
        {rivals.map(({ field: name, value, at }, index) => {
          const field = part.form[name];
          return (
            field && (
              <Row key={index} label={field.label[lang]}>
                <p class="govuk-hint">{`${SAVED[lang]} ${timeInWords(at, lang)}`}</p>
                {value[name] === undefined ? (
                  EMPTIED[lang]
                ) : (
                  <Value field={field} value={value[name]} lang={lang} known={known} />
                )}
              </Row>
            )
          );
        })}
      </dl>
    </section>
  );

const SAVE_AND_READ: Words = { sv: 'Spara och läs igenom', en: 'Save and read through' };
const NO_COSTS: Words = { sv: 'Inga kostnader är ifyllda än.', en: 'No costs are filled in yet.' };
const SUM_AGAIN: Words = { sv: 'Räkna om', en: 'Sum up again' };
const SAVED: Words = { sv: 'Sparat', en: 'Saved' };
const OTHERS_WROTE: Words = { sv: 'Det här skrev någon annan', en: 'This is what somebody else wrote' };
const OTHERS_HOW: Words = {
  sv: 'Ni skrev samtidigt. I formuläret står den text som sparades sist. Här står den andra, så att inget går förlorat. När ni sparar delen gäller det som står i formuläret.',
  en: 'You wrote at the same time. The form holds the text that was saved last. Here is the other one, so that nothing is lost. When you save the part, what stands in the form counts.',
};
const EMPTIED: Words = { sv: '(tomt)', en: '(empty)' };
