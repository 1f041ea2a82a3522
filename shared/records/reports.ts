import { QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { ApprovedReport } from '../case/report.ts';
import type { Body } from './bodies.ts';
import { readCounts } from './counts.ts';
import { won } from './failures.ts';
import { keys, REPORTS } from './keys.ts';
import { putReportMail } from './mornings.ts';
import { putNew, type Store } from './store.ts';

/** The approved versions of a year's report, the first first. */
export const readVersions = async (
  { client, table }: Store,
  year: number,
): Promise<readonly ApprovedReport[]> => {
  const { sk } = keys.reportVersion(year, 0);
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :year)',
      ExpressionAttributeValues: { ':pk': REPORTS, ':year': sk.slice(0, sk.lastIndexOf('#') + 1) },
      ConsistentRead: true,
    }),
  );
  return Items.map(({ pk: _pk, sk: _sk, ...version }) => version as unknown as ApprovedReport);
};

/** Whether the office has nothing left to approve of a year: it has done so, or nothing had been counted yet. */
export const isApproved = async (store: Store, year: number): Promise<boolean> =>
  (await readVersions(store, year)).length > 0 || Object.keys(await readCounts(store, year)).length === 0;

/**
 * Freezes a year's report, and has the routine's content owners told of it (N-13) where the register has any. `false`
 * when that version is there already.
 * @param today `YYYY-MM-DD`
 */
export const putVersion = (
  store: Store,
  approved: ApprovedReport,
  contentOwners: Body | undefined,
  today: string,
): Promise<boolean> => {
  const { version, report } = approved;
  const told = contentOwners && {
    mailbox: contentOwners.mailbox,
    language: contentOwners.language,
    matters: [],
    report: { year: report.year, version },
  };
  const TransactItems = [
    putNew(store, { ...keys.reportVersion(report.year, version), ...approved }),
    ...(told === undefined ? [] : [putReportMail(store, told, today)]),
  ];
  return won(() => store.client.send(new TransactWriteCommand({ TransactItems })));
};
