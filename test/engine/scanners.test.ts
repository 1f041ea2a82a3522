import { writeFileSync } from 'node:fs';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keys } from '../../shared/records/keys.ts';
import { chromium } from '../harness/browser.ts';
import { store } from '../harness/record.ts';
import { BROWSER_KINDS, HTTP_KINDS } from '../scanners/kinds.ts';
import { mailedPages } from '../scanners/mails.ts';
import { scannedCouncils, scannedPages } from '../scanners/pages.ts';
import type { ScannedPage } from '../scanners/scanned.ts';
import { afterwards, byType, inBrowser, overHttp } from '../scanners/storm.ts';
import type { Results } from '../scanners/table.ts';

/** A few here; as many as one likes, and a table, by `npm run scanners`. */
const { SCANNED_MAILS = '4', SCANNED_PAGES, SCANNER_RESULTS } = process.env;
const MAILS = Number(SCANNED_MAILS);
const PAGES = Number(SCANNED_PAGES ?? 1);
const FOR_ALL = 4 * 3_600_000;

let browser: Browser;
let councils: readonly string[] = [];
let pages: readonly ScannedPage[];

beforeAll(async () => {
  browser = await chromium();
  councils = await scannedCouncils(PAGES);
  pages = await scannedPages(PAGES, councils, SCANNED_PAGES === undefined ? 'few' : 'all');
}, FOR_ALL);

afterAll(async () => {
  await browser?.close();
  const { client, table } = store();
  for (const id of councils) await client.send(new DeleteCommand({ TableName: table, Key: keys.body(id) }));
});

it(
  'six kinds of scanner decide nothing, change nothing and use up no link, and people can then answer by each',
  async () => {
    const mails = await mailedPages(MAILS);
    const lines = [
      ...(await overHttp(HTTP_KINDS, mails.pages)),
      ...(await overHttp(HTTP_KINDS, pages)),
      ...(await inBrowser(browser, BROWSER_KINDS, pages)),
    ];
    const after = await afterwards(pages);
    const results: Results = { mails: mails.count, lines, after };
    if (SCANNER_RESULTS !== undefined) writeFileSync(SCANNER_RESULTS, JSON.stringify(results));

    expect(mails.count).toBe(MAILS);
    expect(byType(pages).size).toBeGreaterThan(12);
    expect(lines.filter(({ decisions, changed }) => decisions + changed > 0)).toEqual([]);
    expect(lines.flatMap(({ statuses }) => Object.keys(statuses)).filter((it) => Number(it) >= 500)).toEqual(
      [],
    );
    expect(after.filter(({ usedUp, tried, answered }) => usedUp > 0 || answered < tried)).toEqual([]);
  },
  FOR_ALL,
);
