import { expect, it } from 'vitest';
import { readTexts } from '../../../shared/records/cases.ts';
import type { Store } from '../../../shared/records/store.ts';

const act = (seq: string, name: string) => ({ sk: `t#act#${seq}`, act: name, at: '', by: '', answers: {} });

it('an act is read with the version that it made; what nobody filled in a form for is none', async () => {
  const Items = [act('000007', 'reportDeviation'), act('000012', 'reviewBegun'), act('000013', 'revise')];
  const store = { table: 'table', client: { send: async () => ({ Items }) } } as unknown as Store;
  const { acts } = await readTexts(store, 'case-1');
  expect(acts.map(({ seq, act }) => [seq, act])).toEqual([
    [7, 'reportDeviation'],
    [13, 'revise'],
  ]);
});
