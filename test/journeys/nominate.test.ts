import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toPosted } from '../../shared/pages/posted.ts';
import { keys } from '../../shared/records/keys.ts';
import { nominationForm } from '../../shared/routine/nomination.ts';
import { sample } from '../builders/samples.ts';
import { chromium } from '../harness/browser.ts';
import { beginDraft, draftLink } from '../harness/drafts.ts';
import { submit } from '../harness/people.ts';
import { factsOf, wholeTable } from '../harness/record.ts';
import { dynamodb, system } from '../harness/system.ts';

/** A nomination that people write in a browser, without JavaScript. */

let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  browser = await chromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  context = await browser.newContext({ javaScriptEnabled: false, locale: 'sv-SE' });
});
afterEach(() => context.close());

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Presses or follows something, and waits for the page that it leads to. */
const onwards = async (page: Page, go: () => Promise<unknown>): Promise<void> => {
  const before = page.url();
  await go();
  await page.waitForURL((url) => String(url) !== before);
};
const text = (page: Page, name: string) => page.locator(`main [name="${name}"]`);
const open = async (link: string, part?: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(link);
  if (part !== undefined) {
    const name = new RegExp(`^${part}\\. `, 'u');
    await onwards(page, () => page.getByRole('link', { name }).click());
  }
  return page;
};

/** Writes and chooses what was posted of some fields, in as many lines as that takes. */
const fillIn = async (page: Page, posted: unknown, name = ''): Promise<void> => {
  if (typeof posted === 'string') return setOne(page, name, posted);
  if (Array.isArray(posted)) {
    for (const [index, it] of posted.entries()) {
      if (typeof it === 'string') await page.locator(`[name="${name}[]"][value="${it}"]`).check();
      else {
        if (index > 0) await page.locator(`button[name="_add"][value="${name}"]`).click();
        await fillIn(page, it, `${name}[${index}]`);
      }
    }
    return;
  }
  for (const [key, value] of Object.entries(posted ?? {}))
    await fillIn(page, value, name === '' ? key : `${name}.${key}`);
};

const setOne = async (page: Page, name: string, value: string): Promise<void> => {
  const control = text(page, name).and(page.locator(':not([type="hidden"])'));
  const folded = page.locator('details:not([open])', { has: page.locator(`[name="${name}"]`) });
  if ((await folded.count()) > 0) await folded.locator('summary').click();
  const tag = await control.first().getAttribute('type');
  if (tag === 'radio' || tag === 'checkbox') await control.and(page.locator(`[value="${value}"]`)).check();
  else if ((await page.locator(`select[name="${name}"]`).count()) > 0) await control.selectOption(value);
  else await control.fill(value);
};

const namesOn = async (page: Page): Promise<readonly string[]> =>
  String(await page.locator('[name="_seen"]').getAttribute('value'))
    .split(' ')
    .map((word) => String(word.split('.')[0]));

const ofFields = (posted: Readonly<Record<string, unknown>>, fields: readonly string[]) =>
  Object.fromEntries(
    Object.entries(posted).filter(([name]) => fields.includes(name.replace(/_(unknown|reason)$/u, ''))),
  );

const nominationOf = async (caseId: string) => {
  const { Item } = await dynamodb.send(
    new GetCommand({ TableName: system().table, Key: keys.nomination(caseId, 1) }),
  );
  return Item?.answers;
};

describe('sample 1, written by hand', () => {
  it('from the open page to the receipt, part by part; the case is the one that the API makes of it', async () => {
    const posted = toPosted(nominationForm, sample(1).nomination);
    const mailbox = `hand-${crypto.randomUUID()}@example.se`;
    const page = await open(system().baseUrl);
    await onwards(page, () => page.getByRole('link', { name: 'Nominera', exact: true }).click());
    const first = ['workingTitle', 'nominationType', 'programmeKindProposed', 'summary', 'clinicalAreas'];
    await fillIn(page, ofFields(posted, first));
    await text(page, 'mailbox').fill(mailbox);
    await onwards(page, () => press(page, 'Spara och få en länk'));
    expect(await page.locator('main').innerText()).toContain(mailbox);
    const { text: mail } = await system().mailbox.waitForMail(({ to }) => to[0]?.address === mailbox);

    await page.goto(draftLink(mail));
    expect(await page.locator('h1').innerText()).toBe(posted.workingTitle);
    await onwards(page, () => page.getByRole('link', { name: /^A\. / }).click());
    const visited: string[] = [];
    while ((await page.locator('[name="_seen"]').count()) > 0) {
      visited.push((await page.locator('h1').innerText()).slice(0, 1));
      await fillIn(page, ofFields(posted, await namesOn(page)));
      await onwards(page, () => page.locator('button[name="_next"]').click());
    }
    expect(visited.join('')).toBe('ABCDEFGIJLM');
    const review = await page.locator('main').innerText();
    expect(review).toContain('Sov bättre – KBT på nätet vid insomni');
    expect(review).toMatch(/Summa på fem år\s*1\s050\s000\skr/u);
    expect(review).toMatch(/Därav oklart vem som betalar\s*450\s000\skr \(43 %\)/u);
    await page.getByLabel('Jag har läst igenom nomineringen').check();
    await page.getByRole('button', { name: 'Skicka nomineringen' }).dblclick();
    await page.getByText('Tack, nomineringen är skickad').waitFor();
    const [caseNumber = ''] = /N-\d{4}-\d{4}/u.exec(await page.locator('main').innerText()) ?? [];
    expect(await page.locator('main form').count()).toBe(0);

    const made = (await wholeTable()).filter(
      ({ pk, sk, number }) => String(pk).startsWith('case#') && sk === 'p#head' && number === caseNumber,
    );
    const caseId = String(made[0]?.id);
    const byApi = await submit(1);
    expect(await nominationOf(caseId)).toEqual(await nominationOf(byApi.id));
    const [mine, theirs] = [(await factsOf(caseId)).head, (await factsOf(byApi.id)).head];
    for (const name of ['contacts', 'anchoring', 'nominationType', 'programmeKind', 'forChildren'] as const)
      expect(mine[name]).toEqual(theirs[name]);
    await page.goto(draftLink(mail));
    expect(await page.locator('main').innerText()).toContain(caseNumber);
  });
});

describe('what applies', () => {
  it('a purchase gets part H, children part K, and nobody else does', async () => {
    const { link } = await beginDraft();
    const page = await open(link);
    const parts = async () =>
      (await page.locator('main dl a').allInnerTexts()).filter((it) => /^[HK]\. /u.test(it));
    expect(await parts()).toEqual([]);
    await onwards(page, () => page.getByRole('link', { name: /^A\. / }).click());
    await page.getByLabel('Köpa in befintligt program').check();
    await onwards(page, () => press(page, 'Spara'));
    await onwards(page, () => page.getByRole('link', { name: 'Till översikten' }).click());
    expect(await parts()).toEqual(['H. Inköp']);
    await onwards(page, () => page.getByRole('link', { name: /^D\. / }).click());
    await page.getByLabel('0–12 år').check();
    await onwards(page, () => press(page, 'Spara'));
    await onwards(page, () => page.getByRole('link', { name: 'Till översikten' }).click());
    expect(await parts()).toEqual(['H. Inköp', 'K. Barn']);
  });

  it('costs are summed by a button, and nothing is saved by it', async () => {
    const { link } = await beginDraft();
    const page = await open(link, 'I');
    await text(page, 'costLines[0].amountSek').fill('120 000');
    await page.locator('[name="costLines[0].recurrence"][value="perYear"]').check();
    await press(page, 'Räkna om');
    expect(await page.locator('#sums').innerText()).toMatch(/Summa på fem år\s*600\s000\skr/u);
    expect(await text(page, 'costLines[0].amountSek').inputValue()).toBe('120 000');
    await page.goto(link);
    expect(await page.locator('main').innerText()).toMatch(/I\. Kostnader och finansiering\s*Inte påbörjad/u);
  });

  it('what is lacking leads to its place', async () => {
    const { link } = await beginDraft();
    const page = await open(link);
    await onwards(page, () => page.getByRole('link', { name: 'Läs igenom och skicka' }).click());
    await onwards(page, () => page.getByRole('link', { name: 'Fyll i ”Målgrupp”.' }).click());
    expect(new URL(page.url()).hash).toBe('#f-targetGroup');
    expect(await text(page, 'targetGroup').getAttribute('aria-describedby')).toContain('f-targetGroup-error');
  });
});

describe('two people with the same link', () => {
  it('write in the same text: both see both, and what they agree on stands', async () => {
    const { link } = await beginDraft();
    const [anna, bo] = [await open(link, 'D'), await open(link, 'D')];
    await text(anna, 'needDescription').fill('Annas text.');
    await onwards(anna, () => press(anna, 'Spara'));
    await text(bo, 'needDescription').fill('Bos text.');
    await text(bo, 'targetGroup').fill('Vuxna.');
    await onwards(bo, () => press(bo, 'Spara och fortsätt'));
    expect(await bo.locator('main').innerText()).toContain('Annas text.');
    expect(await text(bo, 'needDescription').inputValue()).toBe('Bos text.');
    expect(await bo.title()).toMatch(/^Fel:/u);
    await anna.reload();
    expect(await anna.locator('main').innerText()).toContain('Annas text.');
    await text(bo, 'needDescription').fill('Annas och Bos text.');
    await onwards(bo, () => press(bo, 'Spara och fortsätt'));
    expect(await bo.locator('h1').innerText()).toMatch(/^E\. /u);
    await anna.goto(link);
    await onwards(anna, () => anna.getByRole('link', { name: /^D\. / }).click());
    expect(await text(anna, 'needDescription').inputValue()).toBe('Annas och Bos text.');
    expect(await text(anna, 'targetGroup').inputValue()).toBe('Vuxna.');
  });

  it('one goes back to a page that the other has written in since: nothing is overwritten unseen', async () => {
    const { link } = await beginDraft();
    const [anna, bo] = [await open(link, 'D'), await open(link, 'D')];
    await text(anna, 'needDescription').fill('Annas text.');
    await onwards(anna, () => press(anna, 'Spara och fortsätt'));
    await bo.reload();
    await text(bo, 'needDescription').fill('Bos text.');
    await onwards(bo, () => press(bo, 'Spara'));
    await anna.goBack();
    await text(anna, 'targetGroup').fill('Vuxna.');
    await onwards(anna, () => press(anna, 'Spara'));
    const shown = `${await anna.locator('main').innerText()} ${await text(anna, 'needDescription').inputValue()}`;
    expect(shown).toContain('Bos text.');
    const all = JSON.stringify(await wholeTable());
    expect(all).toContain('Bos text.');
  });
});

describe('on the way', () => {
  it('going back after a save and writing on is no clash with oneself', async () => {
    const { link } = await beginDraft();
    const page = await open(link, 'D');
    await text(page, 'needDescription').fill('Första versionen.');
    await onwards(page, () => press(page, 'Spara och fortsätt'));
    await page.goBack();
    await text(page, 'needDescription').fill('Andra versionen.');
    await onwards(page, () => press(page, 'Spara'));
    expect(await page.title()).not.toMatch(/^Fel:/u);
    expect(await text(page, 'needDescription').inputValue()).toBe('Andra versionen.');
  });

  it('a connection that is lost in the middle of a long text: the text is there when one goes back', async () => {
    const { link } = await beginDraft();
    const long = `${'En lång text om behovet. '.repeat(200)}Slut.`;
    const page = await open(link, 'D');
    await text(page, 'targetGroup').fill('Sparat före.');
    await onwards(page, () => press(page, 'Spara'));
    await text(page, 'needDescription').fill(long);
    await context.setOffline(true);
    await onwards(page, () => press(page, 'Spara'));
    await context.setOffline(false);
    const other = await open(link, 'D');
    expect(await text(other, 'targetGroup').inputValue()).toBe('Sparat före.');
    await page.goBack();
    expect(await text(page, 'needDescription').inputValue()).toBe(long);
    await onwards(page, () => press(page, 'Spara'));
    await other.reload();
    expect(await text(other, 'needDescription').inputValue()).toBe(long);
  });

  it('another language on the way keeps what was typed and not yet saved', async () => {
    const { link } = await beginDraft();
    const page = await open(link, 'D');
    await text(page, 'needDescription').fill('Inte sparat än.');
    await press(page, 'English');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await text(page, 'needDescription').inputValue()).toBe('Inte sparat än.');
    await press(page, 'Save');
    expect(await page.getByText('Saved 2').count()).toBeGreaterThan(0);
  });

  it('a row that is added or removed keeps the rest', async () => {
    const { link } = await beginDraft();
    const page = await open(link, 'F');
    const row = (n: number) => text(page, `similarProgrammes[${n}].name`);
    if ((await row(0).count()) === 0) await page.getByLabel('Ja', { exact: true }).first().check();
    await row(0).fill('Program ett');
    await page.locator('button[name="_add"][value="similarProgrammes"]').click();
    await row(1).fill('Program två');
    await page.locator('button[name="_remove"][value="similarProgrammes[0]"]').click();
    expect(await row(0).inputValue()).toBe('Program två');
  });
});
