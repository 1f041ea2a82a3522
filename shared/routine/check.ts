import type { Known } from './check/conditions.ts';
import { findingsOf } from './check/findings.ts';
import { formSchema } from './check/schema.ts';
import { isRecord, tidyForm } from './check/tidy.ts';
import { NOT_A_FORM } from './check/wording.ts';
import type { Answers, Form } from './form.ts';
import type { Words } from './words.ts';

export { choicesOf, holds, isAsked, type Known, type Scopes } from './check/conditions.ts';
export { jsonSchemaOf } from './check/schema.ts';

export interface FieldProblem {
  /** Where in the answers: `costLines[0].amountSek`; `$` is the answers as a whole. */
  readonly field: string;
  readonly message: Words;
}

export type Checked<F> =
  | { readonly ok: true; readonly answers: Answers<F>; readonly warnings: readonly FieldProblem[] }
  | {
      readonly ok: false;
      readonly problems: readonly FieldProblem[];
      readonly warnings: readonly FieldProblem[];
    };

/**
 * Checks what someone sent against the declared form. All problems are told at once, in the order of the form and at
 * most one per field; fields that the form does not know come after those it does. `warnings` are the fields that
 * should have been answered; they block nothing. `answers` are tidied ({@link tidyForm}).
 *
 * Types are those of JSON: `"9"` is not a number. Never throws, whatever JSON `raw` is.
 */
export function checkAnswers<const F extends Form>(form: F, raw: unknown, known: Known): Checked<F> {
  if (!isRecord(raw)) return { ok: false, problems: [{ field: '$', message: NOT_A_FORM }], warnings: [] };
  const tidied = tidyForm(form, raw);
  const values = formSchema(form, known).safeParse(tidied, { reportInput: true });
  const findings = findingsOf(form, tidied, values.error?.issues ?? [], known);
  const problems = findings.filter((finding) => finding.blocks).map(toFieldProblem);
  const warnings = findings.filter((finding) => !finding.blocks).map(toFieldProblem);
  if (problems.length > 0 || !values.success) return { ok: false, problems, warnings };
  return { ok: true, answers: values.data as Answers<F>, warnings };
}

const toFieldProblem = ({ field, message }: FieldProblem): FieldProblem => ({ field, message });
