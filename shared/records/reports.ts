import { QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { type ApprovedReport, isOutdated, reportOf } from '../case/report.ts';
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

/**
 * What the office has left to approve of a year: its report, a `correction` where other figures are counted now than those
 * that it approved, or nothing, also where nothing was counted yet.
 */
export const leftToApprove = async (
  store: Store,
  year: number,
): Promise<'report' | 'correction' | undefined> => {
  const [versions, tally] = await Promise.all([readVersions(store, year), readCounts(store, year)]);
  const newest = versions.at(-1);
  if (newest === undefined) return Object.keys(tally).length === 0 ? undefined : 'report';
  return isOutdated(newest.report, reportOf(tally, year)) ? 'correction' : undefined;
};

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
