import type { Signatory } from '../../shared/case/answers.ts';
import type { answerer } from '../../shared/routine/answerer.ts';
import type { Answers } from '../../shared/routine/form.ts';

/** What was filled in, apart from who did it. */
export interface Signed {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly answeredBy: Signatory;
}

export const signed = (whole: Readonly<Record<string, unknown>>): Signed => {
  const { answeredByName, answeredByRole, ...answers } = whole as Answers<typeof answerer>;
  return { answers, answeredBy: { name: answeredByName, role: answeredByRole } };
};
