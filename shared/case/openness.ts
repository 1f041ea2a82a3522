import type { Field, Form } from '../routine/form.ts';

type Answers = Readonly<Record<string, unknown>>;

/** Stands where an answer was taken away, so that readers are told of it. */
export const WITHHELD = { withheld: true } as const;

export const isWithheld = (value: unknown): value is typeof WITHHELD =>
  typeof value === 'object' && value !== null && 'withheld' in value && value.withheld === true;

/** What a line that is marked as confidential tells: a cost's amount, an attachment's name and file (ROUTINE.md section 7.3). */
const TELLING = ['amountSek', 'title', 'file'];

/** The answers as those may read them who are not to see what is marked as confidential. */
export const openAnswers = (form: Form, answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([name, value]) => [name, mayBeMarked(form[name]) ? open(value) : value]),
  );

const mayBeMarked = (field: Field | undefined): boolean =>
  field?.kind === 'list' && Object.hasOwn(field.item, 'confidential');

const open = (lines: unknown): unknown =>
  Array.isArray(lines)
    ? lines.map((line: Answers) => (line.confidential === true ? hidden(line) : line))
    : lines;

const hidden = (line: Answers): Answers =>
  Object.fromEntries(
    Object.entries(line).map(([name, value]) => [name, TELLING.includes(name) ? WITHHELD : value]),
  );

/** Whether something was taken away. */
export const holdsWithheld = (answers: Answers): boolean =>
  Object.values(answers)
    .flat()
    .some((line) => typeof line === 'object' && line !== null && Object.values(line).some(isWithheld));
