import qs from 'qs';
import { describe, expect, test } from 'vitest';
import { readPosted, toPosted } from '../../shared/pages/posted.ts';
import { wholeForm } from '../../shared/routine/answerer.ts';
import { checkAnswers, type Known } from '../../shared/routine/check.ts';
import type { Step } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import { ANSWERS, MAILBOX } from '../builders/answers.ts';
import { type SampleNumber, sample } from '../builders/samples.ts';

const knownWith = (nominationType: string, programmeKind: string): Known => ({
  today: new Date().toISOString().slice(0, 10),
  facts: { nominationType, programmeKind },
  registers: {
    councils: Object.keys(MAILBOX).map((value) => ({ value, label: { sv: value, en: value } })),
  },
});

const pairsOf = (step: Step): string =>
  new URLSearchParams(
    Object.entries(ANSWERS[step]).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : value.map((one) => [`${name}[]`, one]),
    ),
  ).toString();

/** As the page sends it: that of a supplement holds the nomination as it was. */
const bodyOf = (step: Step, n: SampleNumber): string => {
  if (step !== 'supplement') return pairsOf(step);
  const nominated = toPosted(QUESTIONS.supplement.form, sample(n).nomination);
  return `${qs.stringify(nominated, { allowDots: true })}&${pairsOf(step)}`;
};

/** The tests on the engine give these answers: what is wrong with them is told here, in a moment. */
describe.each<[SampleNumber, string, string]>([
  [1, 'createNew', 'treatment'],
  [2, 'createNew', 'support'],
  [3, 'purchaseExisting', 'treatment'],
])('the complete answers, in sample %i', (n, nominationType, programmeKind) => {
  test.each(Object.keys(ANSWERS) as Step[])('%s: go through', (step) => {
    const form = wholeForm(QUESTIONS[step]);
    const known = knownWith(nominationType, programmeKind);
    const { raw } = readPosted(form, bodyOf(step, n), known);
    expect(checkAnswers(form, raw, known)).toMatchObject({ ok: true, answers: raw });
  });

  test('supplement: keeps the nomination whole', () => {
    const known = knownWith(nominationType, programmeKind);
    const { raw } = readPosted(wholeForm(QUESTIONS.supplement), bodyOf('supplement', n), known);
    expect(raw).toMatchObject(sample(n).nomination);
  });
});
