import type { Consequence } from './consequence.ts';
import type { CaseFacts } from './facts.ts';

/** The facts as they are once an act's consequence is stored; the chain and the wake mark are left to the record. */
export const applied = (
  facts: CaseFacts,
  { head, questions, asks, mailings, programme }: Consequence,
): CaseFacts => ({
  ...facts,
  head: { ...facts.head, ...head, version: facts.head.version + 1 },
  questions: [...facts.questions.map((question) => ({ ...question, ...questions[question.id] })), ...asks],
  mailings: [...facts.mailings, ...mailings],
  ...(programme !== undefined && { programme }),
});
