import { type FieldProblem, holds, type Known } from '../routine/check.ts';
import type { Condition, Field, Form } from '../routine/form.ts';
import { nominationForm, nominationSections } from '../routine/nomination.ts';
import type { Words } from '../routine/words.ts';

type Answers = Readonly<Record<string, unknown>>;

/** A part of the nomination as the answers so far leave it. */
export interface DraftPart {
  readonly id: string;
  readonly title: Words;
  readonly fields: readonly string[];
  /** Its fields that apply. What hangs on an answer in the same part is asked under its condition. */
  readonly form: Form;
}

/** Files are added on a page of their own. */
const ELSEWHERE = ['attachments'];

/**
 * The parts of the nomination that apply, in their order: H only of a purchase, K only where children are in the target
 * group, and of each part what the answers in the others leave.
 */
export const partsNow = (answers: Answers, known: Known): readonly DraftPart[] =>
  nominationSections.flatMap(({ id, title, fields }) => {
    const own = fields.filter((name) => !ELSEWHERE.includes(name));
    const form = formNow(pick(nominationForm, own), [], answers, known);
    const applying = Object.keys(form);
    return applying.length === 0 ? [] : [{ id, title, fields: applying, form }];
  });

const pick = <T>(from: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> =>
  Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));

const formNow = (form: Form, around: readonly string[], answers: Answers, known: Known): Form => {
  const within = [...around, ...Object.keys(form)];
  const now = (condition: Condition) => settled(condition, within, answers, known);
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, field]): [string, Field][] => {
      const { askedWhen, needWhen, otherwise, ...rest } = field;
      const asked = askedWhen === undefined || now(askedWhen);
      if (asked === false) return [];
      const needed = needWhen === undefined || now(needWhen);
      return [
        [
          name,
          {
            ...innerNow(rest as Field, within, answers, known),
            ...(needed === false && { need: otherwise ?? 'may' }),
            ...(asked !== true && { askedWhen: asked }),
            ...(typeof needed !== 'boolean' && { needWhen: needed, ...(otherwise && { otherwise }) }),
          },
        ],
      ];
    }),
  );
};

const innerNow = (field: Field, within: readonly string[], answers: Answers, known: Known): Field => {
  if (field.kind === 'group') return { ...field, fields: formNow(field.fields, within, answers, known) };
  if (field.kind === 'list') return { ...field, item: formNow(field.item, within, answers, known) };
  return field;
};

/** A condition with what is known outside the part filled in; what is left asks about fields `within` it. */
const settled = (
  condition: Condition,
  within: readonly string[],
  answers: Answers,
  known: Known,
): boolean | Condition => {
  if ('all' in condition || 'any' in condition) {
    const [how, parts] =
      'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const);
    const deciding = how === 'any';
    const each = parts.map((part) => settled(part, within, answers, known));
    if (each.includes(deciding)) return deciding;
    const open = each.filter((part) => typeof part !== 'boolean');
    if (open.length === 0) return !deciding;
    return how === 'all' ? { all: open } : { any: open };
  }
  if ('field' in condition && within.includes(condition.field)) return condition;
  return holds(condition, [answers], known);
};

/** How far a part has come: `done` where nothing is lacking that should be there. */
export type PartProgress = 'done' | 'started' | 'notStarted';

/** @param findings what blocks the nomination, and what should be answered and is not */
export const progressOf = (
  part: DraftPart,
  answers: Answers,
  findings: readonly FieldProblem[],
): PartProgress => {
  if (!part.fields.some((name) => answers[name] !== undefined)) return 'notStarted';
  return inPart(part, findings).length === 0 ? 'done' : 'started';
};

/** What is said of the fields of a part, by the field that its path begins with. */
export const inPart = (
  { fields }: Pick<DraftPart, 'fields'>,
  problems: readonly FieldProblem[],
): readonly FieldProblem[] =>
  problems.filter(({ field }) => fields.includes(/^[^.[\]]+/u.exec(field)?.[0] ?? ''));

/** Of what is wrong, that which was written and not that which was left out. */
export const writtenWrong = (problems: readonly FieldProblem[], answers: Answers): readonly FieldProblem[] =>
  problems.filter(({ field }) => {
    const steps = field.match(/[^.[\]]+/gu) ?? [];
    let value: unknown = answers;
    for (const step of steps) value = (value as Answers | undefined)?.[step];
    return value !== undefined;
  });
