import type { JSX } from 'preact';
import { answerer } from '../routine/answerer.ts';
import type { Known } from '../routine/check.ts';
import type { Form } from '../routine/form.ts';
import type { Sheet } from '../routine/question.ts';
import type { Language, Words } from '../routine/words.ts';
import { answered, Summary } from './summary.tsx';
import { SAY } from './words.ts';

/** A part of a form, as a person meets it. */
export interface Part {
  readonly id: string;
  readonly title?: Words;
  readonly fields: readonly string[];
}

/** The parts of a sheet's own form: what stands in no section, then the sections. */
export const partsOf = ({ form, sections }: Sheet): readonly Part[] => {
  const inSections = new Set(sections.flatMap(({ fields }) => fields));
  const others = Object.keys(form).filter((key) => !inSections.has(key));
  return [...(others.length > 0 ? [{ id: 'others', fields: others }] : []), ...sections];
};

/** All that a person fills in: the parts of the sheet's form, and who it is. */
export const wholePartsOf = (sheet: Sheet): readonly Part[] => [
  ...partsOf(sheet),
  { id: 'who', title: isAct(sheet) ? SAY.whoActs : SAY.whoAnswers, fields: Object.keys(answerer) },
];

/** An act is not an answer: its pages say so. */
export const isAct = (sheet: Sheet): boolean => !('step' in sheet);

interface PartsProps {
  readonly parts: readonly Part[];
  readonly form: Form;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly lang: Language;
  readonly known: Known;
  /** The level of the parts' headings. */
  readonly heading: 'h3' | 'h4';
  /** Only parts with one of these fields are open; the others are folded under the words `more`. */
  readonly open?: { readonly fields: readonly string[]; readonly more: Words };
  /** What else a part shows. */
  readonly after?: (part: Part) => JSX.Element | false;
}

/** Answers to read, part by part, without the parts that hold none. */
export function Parts({ parts, form, answers, lang, known, heading, open, after }: PartsProps): JSX.Element {
  const Heading = heading;
  const filled = parts.filter(({ fields }) => answered(form, answers, fields).length > 0);
  const isOpen = ({ fields }: Part): boolean =>
    open === undefined || fields.some((field) => open.fields.includes(field));
  const content = (part: Part): JSX.Element => (
    <>
      <Summary form={form} answers={answers} fields={part.fields} lang={lang} known={known} />
      {after?.(part)}
    </>
  );
  const folded = filled.filter((part) => !isOpen(part));
  return (
    <>
      {filled.filter(isOpen).map((part) => (
        <section key={part.id}>
          {part.title && <Heading class="govuk-heading-s">{part.title[lang]}</Heading>}
          {content(part)}
        </section>
      ))}
      {open && folded.length > 0 && <Heading class="govuk-heading-s">{open.more[lang]}</Heading>}
      {folded.map((part) => (
        <details key={part.id} class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{(part.title ?? SAY.moreOfAnswer)[lang]}</span>
          </summary>
          <div class="govuk-details__text">{content(part)}</div>
        </details>
      ))}
    </>
  );
}
