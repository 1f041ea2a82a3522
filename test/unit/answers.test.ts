import { describe, expect, test } from 'vitest';
import { readPosted } from '../../shared/pages/posted.ts';
import { wholeForm } from '../../shared/routine/answerer.ts';
import { checkAnswers, type Known } from '../../shared/routine/check.ts';
import type { Step } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import { ANSWERS, MAILBOX } from '../builders/answers.ts';

const knownWith = (nominationType: string, programmeKind: string): Known => ({
  today: new Date().toISOString().slice(0, 10),
  facts: { nominationType, programmeKind },
  registers: {
    councils: Object.keys(MAILBOX).map((value) => ({ value, label: { sv: value, en: value } })),
  },
});

const bodyOf = (step: Step): string => {
  const pairs = Object.entries(ANSWERS[step]).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : value.map((one) => [`${name}[]`, one]),
  );
  return new URLSearchParams(pairs).toString();
};

/** The tests on the engine give these answers: what is wrong with them is told here, in a moment. */
describe.each([
  ['sample 1', 'createNew', 'treatment'],
  ['sample 2', 'createNew', 'support'],
  ['sample 3', 'purchaseExisting', 'treatment'],
])('the complete answers, in %s', (_sample, nominationType, programmeKind) => {
  test.each(Object.keys(ANSWERS) as Step[])('%s: go through', (step) => {
    const form = wholeForm(QUESTIONS[step]);
    const known = knownWith(nominationType, programmeKind);
    const { raw } = readPosted(form, bodyOf(step), known);
    expect(checkAnswers(form, raw, known)).toMatchObject({ ok: true, answers: raw });
  });
});
