import { expect, it } from 'vitest';
import { aPdf, EICAR } from '../builders/files.ts';
import { type AtBrowser, atBrowsers } from '../harness/at-browser.ts';
import { beginDraft } from '../harness/drafts.ts';
import { linkFor, MAILBOX, reach } from '../harness/people.ts';

/** Files, as people attach them in a browser without JavaScript. */

const { atBrowser } = atBrowsers();

const NAME = 'Vårdprogram – sömn "2026".pdf';

const choose = async ({ page, press }: AtBrowser, name: string, buffer: Buffer): Promise<void> => {
  await page.getByLabel('Välj en fil').setInputFiles({ name, mimeType: 'application/pdf', buffer });
  await press('Ladda upp filen');
};

/** What a link gives to save. */
const savedFrom = async (
  { page }: AtBrowser,
  link: string | RegExp,
): Promise<{ name: string; content: Buffer }> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).click(),
  ]);
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  return { name: download.suggestedFilename(), content: Buffer.concat(parts) };
};

it('a nominator adds a file to a draft, opens it, and takes it away again', async () => {
  const { link } = await beginDraft();
  const me = await atBrowser();
  await me.page.goto(link);
  await me.page.getByRole('link', { name: /bilag/iu }).first().click();
  await me.heading('Bilagor');

  await choose(me, 'ofarlig.pdf', aPdf(EICAR));
  await me.heading('Bilagor');
  expect(await me.onPage()).toContain('Virusskyddet har hittat något skadligt');

  await choose(me, NAME, aPdf('vård'));
  await me.heading('Lägg till en bilaga');
  expect(await me.onPage()).toContain(NAME);
  await me.press('Lägg till');
  expect(await me.onPage()).toContain('Bilagan är inte tillagd än');
  await me.page.getByLabel('Bilagans namn').fill('Vårdprogram');
  await me.page.getByLabel('Ja', { exact: true }).check();
  await me.press('Lägg till');
  await me.heading('Bilagor');
  expect(await me.onPage()).toMatch(/Bilagan är tillagd[\s\S]*Vårdprogram[\s\S]*Innehåller affärsuppgifter/u);

  const saved = await savedFrom(me, new RegExp(NAME.replace('"2026"', '.2026.'), 'u'));
  expect(saved.content).toEqual(aPdf('vård'));
  expect(saved.name).toMatch(/^Vårdprogram – sömn .2026.\.pdf$/u);

  await me.press('Ta bort Vårdprogram');
  expect(await me.onPage()).toMatch(/Bilagan är borttagen[\s\S]*inga bilagor än/u);
});

it('PPR attaches its minutes from its question, in the middle of an answer, and loses nothing of it', async () => {
  const { caseNumber, office } = await reach('pprPosition');
  const ppr = await atBrowser();
  await ppr.page.goto(await linkFor(caseNumber, 'pprPosition', MAILBOX.ppr));
  await ppr.page.locator('textarea').first().fill('Skrivet innan.');
  await ppr.page.getByRole('link', { name: 'Bifoga protokoll eller annan fil' }).click();
  await ppr.heading('Bifoga protokoll eller annan fil');
  await ppr.page.goBack();
  expect(await ppr.page.locator('textarea').first().inputValue()).toBe('Skrivet innan.');
  await ppr.page.getByRole('link', { name: 'Bifoga protokoll eller annan fil' }).click();
  await choose(ppr, 'protokoll.pdf', aPdf('§ 4'));
  await ppr.page.getByLabel('Vad är det för handling?').fill('Protokoll § 4');
  await ppr.page.getByLabel('Ditt namn').fill('Exempel Person');
  await ppr.page.getByLabel('Din roll').fill('sekreterare');
  await ppr.press('Bifoga protokoll eller annan fil');
  await ppr.heading('Klart');
  await ppr.page.getByRole('link', { name: 'Tillbaka' }).click();
  expect((await savedFrom(ppr, 'Protokoll § 4')).content).toEqual(aPdf('§ 4'));

  const atOffice = await atBrowser();
  await atOffice.page.goto(office);
  expect((await savedFrom(atOffice, 'Protokoll § 4')).content).toEqual(aPdf('§ 4'));
});
