import { isDeepStrictEqual } from 'node:util';
import type { Form } from '../routine/form.ts';

type Answers = Readonly<Record<string, unknown>>;

/** One answer that is not what it was; without `before` it was added, without `after` taken away. */
export interface Change {
  /** The field's name in the outermost form. */
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What changed from one version of the answers to a form to the next, field by field in the form's order. */
export const changesBetween = (form: Form, before: Answers, after: Answers): readonly Change[] =>
  Object.keys(form)
    .filter((field) => !isDeepStrictEqual(before[field], after[field]))
    .map((field) => ({
      field,
      ...(before[field] !== undefined && { before: before[field] }),
      ...(after[field] !== undefined && { after: after[field] }),
    }));
