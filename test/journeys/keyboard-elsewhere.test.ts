import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { filledIn } from '../../local/people.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { daysAfter } from '../../shared/case/working-days.ts';
import { aPdf } from '../builders/files.ts';
import { sample } from '../builders/samples.ts';
import { type AtBrowser, atBrowsers } from '../harness/at-browser.ts';
import { beginDraft, draftLink, wholeDraft } from '../harness/drafts.ts';
import { type Focused, fillInByKeyboard, isButton, tabTo } from '../harness/keyboard.ts';
import { agenda, casePage, MAILBOX, reach, SIGNED, submit } from '../harness/people.ts';
import { factsOf } from '../harness/record.ts';
import { system } from '../harness/system.ts';

/** The journeys beside those of a question, by keyboard alone and without JavaScript. */

const { atBrowser } = atBrowsers();
let me: AtBrowser;
let page: Page;
beforeEach(async () => {
  me = await atBrowser();
  page = me.page;
});

const isLink =
  (name: RegExp) =>
  ({ tag, text }: Focused): boolean =>
    tag === 'A' && name.test(text);

const follow = async (name: RegExp): Promise<void> => {
  await tabTo(page, isLink(name));
  await page.keyboard.press('Enter');
};

const push = async (name: string): Promise<void> => {
  await tabTo(page, isButton(name));
  await page.keyboard.press('Enter');
};

const isNamed =
  (wanted: string) =>
  ({ name }: Focused): boolean =>
    name === wanted;

it('a nomination is begun, written on and sent', async () => {
  const mailbox = `tangent-${crypto.randomUUID()}@example.se`;
  await page.goto(system().baseUrl);
  await follow(/^Nominera$/u);
  await page.waitForURL(/nominate/u);
  const { workingTitle, summary } = filledIn(sample(2).nomination);
  const first = { workingTitle: String(workingTitle), summary: String(summary), mailbox };
  await fillInByKeyboard(page, first, ['Spara och få en länk']);
  await page.keyboard.press('Enter');
  await me.heading('Sparat. Titta i din e-post');
  const { text } = await system().mailbox.waitForMail(({ to }) => to[0]?.address === mailbox);
  await page.goto(draftLink(text));
  await follow(/^D\. /u);
  await me.heading(/^D\. /u);
  await fillInByKeyboard(page, { needDescription: 'Väntan är lång.' }, ['Spara och fortsätt']);
  await page.keyboard.press('Enter');
  await me.heading(/^E\. /u);

  await page.goto(await wholeDraft(2));
  await follow(/^Läs igenom och skicka$/u);
  await page.waitForURL(/part=review/u);
  await tabTo(page, isNamed('readThrough'));
  await page.keyboard.press('Space');
  await push('Skicka nomineringen');
  await me.heading('Tack, nomineringen är skickad');
});

it('a file is attached to a nomination', async () => {
  const { link } = await beginDraft();
  await page.goto(link);
  await follow(/^Bilagor$/u);
  await me.heading('Bilagor');
  await tabTo(page, isNamed('file'));
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')]);
  await chooser.setFiles({ name: 'skiss.pdf', mimeType: 'application/pdf', buffer: aPdf('skiss') });
  await push('Ladda upp filen');
  await me.heading('Lägg till en bilaga');
  await tabTo(page, ({ type }) => type === 'text');
  await page.keyboard.insertText('Skiss');
  await tabTo(page, ({ type }) => type === 'radio');
  await page.keyboard.press('Space');
  await push('Lägg till');
  await me.heading('Bilagor');
  expect(await me.onPage()).toContain('Bilagan är tillagd');
});

it('PPR takes a case up at a meeting, and prints its pack', async () => {
  const { id, caseNumber } = await reach('pprPosition');
  const day = daysAfter(dateInSweden(new Date()), 7);
  await page.goto(await agenda(caseNumber, MAILBOX.ppr));
  await page.getByText(`Ta upp ${caseNumber} på ett möte`).waitFor();
  await tabTo(page, ({ name, value }) => name === 'chosen[]' && value.startsWith(id));
  await page.keyboard.press('Space');
  await fillInByKeyboard(page, { ...SIGNED, meetingOn: day }, ['Ta upp de valda den dagen']);
  await page.keyboard.press('Enter');
  await page.getByText(/tas upp på mötet den/u).waitFor();
  const taken = (await factsOf(id)).questions.find(({ round }) => round.step === 'pprPosition');
  expect(taken?.meetingOn).toBe(day);
  await follow(/^Underlag för allt som väntar$/u);
  expect(await me.onPage()).toContain(caseNumber);
});

it('the office logs in, finds a case among all, registers it, and logs out', async () => {
  const { caseNumber } = await submit(2);
  await casePage(caseNumber, MAILBOX.office);
  await page.goto(`${system().baseUrl}/desk`);
  await push('Kim Handläggare');
  await me.heading('Ärenden');
  await tabTo(page, isNamed('q'));
  await page.keyboard.insertText(caseNumber);
  await page.keyboard.press('Enter');
  await page.getByText('1 ärende.').waitFor();
  await follow(new RegExp(`^${caseNumber} `, 'u'));
  await page.waitForURL(/desk.cases/u);
  await follow(/^Ange ärendets diarienummer/u);
  await page.waitForURL(/act=registerCase/u);
  await fillInByKeyboard(page, { ...SIGNED, caseRegistrationNumber: 'SSN 2026-00123' }, [
    'Ange ärendets diarienummer',
  ]);
  await page.keyboard.press('Enter');
  await me.heading('Klart');
  await push('Logga ut');
  await me.heading('Du är utloggad');
  await follow(/^Logga ut från inloggningstjänsten$/u);
  await me.heading('Logga ut?');
  await push('Logga ut');
  await page.waitForURL(/state=done/u);
});
