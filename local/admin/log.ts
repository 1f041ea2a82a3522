import { readOperations } from '../../shared/records/operations.ts';
import { columns } from './table.ts';
import type { Target } from './target.ts';

/** `log`: what operators have done, the latest first. */
export const showLog = async ({ store }: Target, limit: number): Promise<void> => {
  const operations = await readOperations(store, limit);
  if (operations.length === 0) return console.log('Nobody has done anything by this command yet.');
  console.log(
    columns(
      ['WHEN', 'WHO', 'WHAT', 'WHY', 'CAME TO'],
      operations.map(({ at, by, command, given, why = '', done }) => [
        ...[at, `${by.name} (${by.arn})`, [command, ...given].join(' '), why],
        done?.result.split('\n').join(' ') ?? 'not finished',
      ]),
    ),
  );
};
