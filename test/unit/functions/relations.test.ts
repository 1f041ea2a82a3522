import { expect, it } from 'vitest';
import type { AnswerDeps } from '../../../functions/answer/record.ts';
import { namedCaseProblems, relationsOf } from '../../../functions/answer/relations.ts';
import { NO_CONSEQUENCE } from '../../../shared/case/consequence.ts';
import type { CaseHead } from '../../../shared/case/facts.ts';
import { facts } from '../../builders/case.ts';

/** Another case that is there, with this head. */
const beside = (head: Partial<CaseHead> = {}): AnswerDeps =>
  ({
    record: {
      caseByNumber: async (number: string) => (number === 'N-2026-0404' ? undefined : `case ${number}`),
      facts: async () => facts({ head }),
    },
  }) as unknown as AnswerDeps;

const OTHER = 'N-2026-0007';

it('ROUTINE.md section 0 no. 11: a case that is both merged into and linked is told once, that it is merged', async () => {
  const head = { relatedCases: [OTHER, OTHER], mergedInto: OTHER };
  expect(await relationsOf(beside(), facts(), { ...NO_CONSEQUENCE, head })).toMatchObject([
    { caseId: `case ${OTHER}`, as: { how: 'merged' } },
  ]);
});

it('a case that was merged and is linked later stays merged there', async () => {
  const merged = facts({ head: { mergedInto: OTHER } });
  expect(await relationsOf(beside(), merged, { ...NO_CONSEQUENCE, head: { relatedCases: [OTHER] } })).toEqual(
    [],
  );
});

it('a merged case that goes on by itself is taken out of the other', async () => {
  const merged = facts({ head: { mergedInto: OTHER } });
  const after = { ...NO_CONSEQUENCE, head: { mergedInto: undefined } };
  expect(await relationsOf(beside(), merged, after)).toMatchObject([
    { caseId: `case ${OTHER}`, as: 'noMore' },
  ]);
});

it.each<[string, Partial<CaseHead>, Partial<CaseHead>, readonly string[]]>([
  ['goes on', {}, {}, []],
  ['has ended', {}, { phaseWanted: false }, ['mergedInto']],
  ['R-a12: creates what this one would buy', { nominationType: 'purchaseExisting' }, {}, ['mergedInto']],
  ['R-a12: buys it too', { nominationType: 'purchaseExisting' }, { nominationType: 'purchaseExisting' }, []],
])('a case can be merged into one that … %s', async (_that, head, other, fields) => {
  const problems = await namedCaseProblems(beside(other), facts({ head }), {
    mergedInto: OTHER,
  });
  expect(problems.map(({ field }) => field)).toEqual(fields);
});

it('a case that is named has to be there', async () => {
  const named = { mergedInto: 'N-2026-0404', relatedCases: [OTHER, 'N-2026-0404'] };
  const problems = await namedCaseProblems(beside(), facts(), named);
  expect(problems.map(({ field }) => field).sort()).toEqual(['mergedInto', 'relatedCases[1]']);
});
