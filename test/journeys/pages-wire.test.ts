import { get } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromium } from '../harness/browser.ts';
import { fill, sendIn } from '../harness/forms.ts';
import { ANSWERS, answerStep, linkFor, MAILBOX, submit } from '../harness/people.ts';

/** What a page costs to fetch, and where it fetches from. */

const MOST_BYTES = 60_000;

let browser: Browser;
beforeAll(async () => {
  browser = await chromium();
});
afterAll(() => browser?.close());

it('every page from mail to receipt is small on the wire, and asks nobody but its own address for anything', async () => {
  const { caseNumber } = await submit(1);
  await answerStep(caseNumber, 'screening', MAILBOX.office);
  const link = await linkFor(caseNumber, 'position', MAILBOX['council-psykisk-halsa']);
  const page = await browser.newPage();
  const asked = new Set<string>();
  const bytes: number[] = [];
  page.on('request', (request) => asked.add(request.url().replace(/[?#].*/, '')));
  page.on('requestfinished', async (request) => bytes.push((await request.sizes()).responseBodySize));
  await page.goto(link);
  await sendIn(page, 'position');
  await page.getByText('Något behöver rättas').waitFor();
  await fill(page, ANSWERS.position);
  await sendIn(page, 'position');
  await page.getByRole('button', { name: 'Skicka svaret' }).click();
  await page.getByRole('heading', { name: 'Tack, svaret är sparat' }).waitFor();
  await expect.poll(() => bytes.length).toBe(5);
  expect([...asked]).toEqual([link]);
  expect(Math.max(...bytes)).toBeLessThanOrEqual(MOST_BYTES);
  expect(Math.max(...bytes)).toBeGreaterThan(1000);
  await page.close();
});

interface Fetched {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

const fetched = (url: string, accept: string): Promise<Fetched> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': accept } }, async (response) => {
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part as Buffer);
      resolve({ headers: response.headers, body: Buffer.concat(parts) });
    }).on('error', reject);
  });

it('a page comes compressed to who takes it so, and says the same to who does not', async () => {
  const { caseNumber } = await submit(2);
  const link = await linkFor(caseNumber, 'screening', MAILBOX.office);
  const plain = await fetched(link, 'identity');
  const refused = await fetched(link, 'br, gzip;q=0');
  const zipped = await fetched(link, 'gzip, deflate, br');
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(refused.body).toEqual(plain.body);
  expect(zipped.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(zipped.body)).toEqual(plain.body);
  expect(zipped.body.length * 3).toBeLessThan(plain.body.length);
  for (const { headers } of [plain, zipped]) {
    expect(headers).toMatchObject({ vary: 'accept-encoding', 'cache-control': 'no-store' });
    expect(headers).not.toHaveProperty('etag');
  }
});
