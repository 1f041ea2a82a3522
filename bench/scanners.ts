import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { readFacts } from '../shared/records/cases.ts';
import type { Baseline } from './baseline/deploy.ts';
import { linksFor, start } from './baseline/people.ts';
import { type Bench, SHORT, submit } from './courses.ts';

/** What a mail scanner decides that opens every link of a mail, by HEAD and by GET. */
export interface Scanned {
  readonly mails: number;
  readonly decisions: number;
  readonly baselineDecisions: number;
}

const MAILS = 10;

export const measureScanners = async (bench: Bench, baseline: Baseline, mails = MAILS): Promise<Scanned> => {
  let [decisions, baselineDecisions] = [0, 0];
  for (let n = 0; n < mails; n += 1) {
    if (await isDecided(bench)) decisions += 1;
    if (await isDecidedInBaseline(bench, baseline)) baselineDecisions += 1;
  }
  return { mails, decisions, baselineDecisions };
};

const scan = async (links: readonly string[]): Promise<void> => {
  for (const link of links) for (const method of ['HEAD', 'GET']) await fetch(link, { method });
};

const isDecided = async (bench: Bench): Promise<boolean> => {
  const { id, caseNumber } = await submit(bench, SHORT.nomination);
  const [{ step, mailbox }] = SHORT.acts as [(typeof SHORT.acts)[number]];
  await scan([await bench.people.linkFor(caseNumber, step, mailbox)]);
  const facts = await readFacts(bench.store, id);
  // The submission is the first act.
  return facts?.head.version !== 1;
};

const isDecidedInBaseline = async ({ system, store }: Bench, baseline: Baseline): Promise<boolean> => {
  const { caseId } = await start(baseline, SHORT.nomination);
  await scan(await linksFor(system, caseId, 'screening'));
  const Key = { pk: `case#${caseId}`, sk: 'answer#screening' };
  const { Item } = await store.client.send(
    new GetCommand({ TableName: baseline.table, Key, ConsistentRead: true }),
  );
  return Item !== undefined;
};
