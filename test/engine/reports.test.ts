import { randomUUID } from 'node:crypto';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportOf } from '../../shared/case/report.ts';
import { SOB_OFFICE } from '../../shared/case/rounds.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { type Tally, tallyOf } from '../../shared/case/tally.ts';
import { approvalUrl, linkDigest } from '../../shared/links/links.ts';
import { SEEN } from '../../shared/pages/pages.ts';
import { mailboxSince, readBody } from '../../shared/records/bodies.ts';
import { countChanges, readCounts } from '../../shared/records/counts.ts';
import { won } from '../../shared/records/failures.ts';
import { recentMornings } from '../../shared/records/mornings.ts';
import { putLink } from '../../shared/records/questions.ts';
import { leftToApprove } from '../../shared/records/reports.ts';
import type { Store } from '../../shared/records/store.ts';
import { aTable, dropTable } from '../harness/mornings.ts';
import { answerStep, MAILBOX, post, reach, read } from '../harness/people.ts';
import { endsAs, factsOf, store } from '../harness/record.ts';
import { takenOver } from '../harness/reviews.ts';
import { system } from '../harness/system.ts';
import { history } from '../history/history.ts';
import type { Life } from '../history/life.ts';
import { figuresOf, recount } from '../history/recount.ts';
import { Story } from '../history/story.ts';

describe('the counters of a table', () => {
  const AT_ONCE = 10;
  const LAST_YEAR = 2027;
  let counted: Store;
  let lives: readonly Life[];

  beforeAll(async () => {
    counted = await aTable(`reports-${randomUUID()}`);
    lives = await history({ cases: 30, seed: 3, from: 2022, days: 3 * 365, until: new Date('2027-01-31') });
  }, 120_000);
  afterAll(() => dropTable(counted));

  /** The counters' part of every write of a case, one after the other, as the record makes them. */
  const write = async ({ facts: { head }, writes }: Life): Promise<void> => {
    for (const { before, after } of writes) {
      const TransactItems = countChanges(counted, head.id, before, after);
      if (TransactItems.length > 0)
        await won(() => counted.client.send(new TransactWriteCommand({ TransactItems })));
    }
  };

  it('R-u1: after cases that were written side by side, every count of every year equals a recount from what people did', async () => {
    for (let first = 0; first < lives.length; first += AT_ONCE)
      await Promise.all(lives.slice(first, first + AT_ONCE).map(write));
    const stories = lives.map(({ log }) => new Story(log));
    for (let year = 2022; year <= LAST_YEAR; year += 1)
      expect(figuresOf(reportOf(await readCounts(counted, year), year))).toEqual(recount(stories, year));
    expect([await leftToApprove(counted, 2022), await leftToApprove(counted, 2021)]).toEqual([
      'report',
      undefined,
    ]);
  });
});

const api = async (year: number, accept: string): Promise<Response> => {
  const authorization = `Bearer ${await system().token('nominations.read')}`;
  return fetch(`${system().baseUrl}/api/reports/${year}`, { headers: { authorization, accept } });
};

const without = (after: Tally, before: Tally): Tally =>
  Object.fromEntries(
    Object.entries(after)
      .map(([key, count]) => [key, count - (before[key] ?? 0)] as const)
      .filter(([, count]) => count !== 0),
  );

const YEAR = 2025;

describe('/api/reports and /reports', () => {
  it('R-u1: what people do in a case, and what is taken over, is counted in the writes that record it', async () => {
    const thisYear = new Date().getFullYear();
    const before = await readCounts(store(), thisYear);
    const { id, caseNumber } = await reach('decision', { position: { manageableWithinUnits: 'true' } });
    await answerStep(caseNumber, 'decision', MAILBOX.office, { decision: 'decline' });
    await endsAs(id, 'declined');
    const old = await takenOver({ publishedOn: '2024-02-12' });
    const added = without(await readCounts(store(), thisYear), before);
    const tallies = await Promise.all([id, old.id].map(async (it) => tallyOf(await factsOf(it))));
    const expected: Record<string, number> = {};
    for (const [key, count] of tallies.flatMap((it) => Object.entries(it)))
      expected[key] = (expected[key] ?? 0) + count;
    expect(added).toEqual(expected);
    expect(added).toMatchObject({ [`${thisYear}/decided/decline`]: 1, '2024/developed/treatment': 1 });
  });

  it('the API gives the same figures as JSON and as CSV, the page to everybody', async () => {
    const report = (await (await api(YEAR, 'application/json')).json()) as { standing: string };
    expect(report).toMatchObject({ year: YEAR, standing: 'preliminary' });
    const csv = await (await api(YEAR, 'text/csv')).text();
    expect(csv).toContain('Framtagna program');
    const page = await fetch(`${system().baseUrl}/reports/${YEAR}`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Preliminär')]);
    expect((await fetch(`${system().baseUrl}/api/reports/${YEAR}`)).status).toBe(401);
    expect((await fetch(`${system().baseUrl}/reports/1999`)).status).toBe(404);
  });
});

describe('/r', () => {
  const approve = async (link: string, fields: Readonly<Record<string, string>> = {}): Promise<Response> => {
    const seen = new RegExp(`name="${SEEN}" value="([^"]+)"`, 'u').exec(await read(link))?.[1] ?? '';
    const signed = { answeredByName: 'Exempel Person', answeredByRole: 'Handläggare' };
    return post(link, { ...signed, ...fields, [SEEN]: seen });
  };

  it('R-u1, N-13: the office approves a year by its link, which fixes the figures; a correction takes the place of what was approved', async () => {
    const office = await readBody(store(), SOB_OFFICE);
    if (office === undefined) throw new Error('No office');
    const secret = randomUUID().replaceAll('-', '').padEnd(43, 'x');
    await putLink(store(), String(linkDigest(secret)), { report: YEAR, since: mailboxSince(office) });
    const link = approvalUrl(system().baseUrl, secret);
    expect((await approve(link)).status).toBe(303);
    expect(await read(`${link}?done=1`)).toContain(`Ni har godkänt uppföljningen för ${YEAR}`);
    const frozen = await (await api(YEAR, 'application/json')).json();
    expect(frozen).toMatchObject({ standing: 'approved', version: 1 });
    await takenOver({ publishedOn: `${YEAR}-03-01`, units: [], spread: [] });
    expect(await (await api(YEAR, 'application/json')).json()).toEqual(frozen);
    expect(await leftToApprove(store(), YEAR)).toBe('correction');
    expect((await approve(link)).status).toBe(422);
    expect((await approve(link, { reason: 'Ett program saknades.' })).status).toBe(303);
    const corrected = (await (await api(YEAR, 'application/json')).json()) as { counts: unknown };
    expect(corrected).toMatchObject({ version: 2, replaces: 1, reason: 'Ett program saknades.' });
    expect(corrected.counts).not.toEqual((frozen as typeof corrected).counts);
    expect(await leftToApprove(store(), YEAR)).toBeUndefined();
    const mails = await recentMornings(store(), dateInSweden(new Date()));
    expect(mails.filter(({ report }) => report?.year === YEAR)).toMatchObject([
      { mailbox: 'innehallsansvariga@example.se', report: { version: 1 } },
      { mailbox: 'innehallsansvariga@example.se', report: { version: 2 } },
    ]);
  });
});
