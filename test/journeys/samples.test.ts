import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Step } from '../../shared/routine/question.ts';
import { sample } from '../builders/samples.ts';
import { chromium } from '../harness/browser.ts';
import { endsWith, statesOf } from '../harness/executions.ts';
import { linkFor, MAILBOX, submit } from '../harness/people.ts';
import { endsAs } from '../harness/record.ts';

/** People in a real browser: they open the link in their mail, fill in the form and read the receipt. */

let browser: Browser;
beforeAll(async () => {
  browser = await chromium();
});
afterAll(() => browser.close());

interface Answer {
  /** Labels of radios and boxes to choose, each within the group named. */
  readonly choose: Readonly<Record<string, string | readonly string[]>>;
  /** Texts to write, by label. */
  readonly write: Readonly<Record<string, string>>;
}

const choose = async (page: Page, question: string, option: string): Promise<void> => {
  await page.getByRole('group', { name: question, exact: true }).getByLabel(option, { exact: true }).check();
};

/** Answers the question in the mail, and expects the receipt. */
const answerInBrowser = async (
  caseNumber: string,
  step: Step,
  mailbox: string,
  { choose: choices, write }: Answer,
): Promise<void> => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'sv-SE' });
  const page = await context.newPage();
  await page.goto(await linkFor(caseNumber, step, mailbox));
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
  for (const [question, options] of Object.entries(choices)) {
    for (const option of [options].flat()) await choose(page, question, option);
  }
  for (const [label, text] of Object.entries(write)) await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByLabel('Ditt namn').fill('Exempel Person');
  await page.getByLabel('Din roll').fill('Sekreterare');
  await page.getByRole('button', { name: 'Skicka svaret' }).click();
  await page.getByText('Exempel Person, Sekreterare').waitFor();
  expect(await page.locator('form').count()).toBe(0);
  expect(await page.locator('main').innerText()).toContain(caseNumber);
  await context.close();
};

const screening = (councils: readonly string[], kind: string): Answer => ({
  choose: {
    'Kan programidén utvecklas i SoB?': 'Ja',
    'Typ av program': kind,
    Utfall: 'Skicka vidare till samordningsråd',
    Samordningsråd: councils,
  },
  write: { 'Skäl till utfallet': 'Idén passar väl i Stöd och behandling.' },
});

const CONSEQUENCES = {
  organisational: 'Har nomineringen betydande organisatoriska konsekvenser?',
  economic: 'Har nomineringen betydande ekonomiska konsekvenser?',
  manageable: 'Kan kostnader och konsekvenser hanteras inom de verksamheter som ska använda programmet?',
};

const position = (stand: string, manageable: 'Ja' | 'Nej'): Answer => ({
  choose: {
    'Rådets ställningstagande': stand,
    [CONSEQUENCES.organisational]: 'Nej',
    [CONSEQUENCES.economic]: 'Nej',
    [CONSEQUENCES.manageable]: manageable,
  },
  write: { Motivering: 'Behovet är stort, evidensen är stark och inget likvärdigt program finns.' },
});

const ppr: Answer = {
  choose: { 'PPR:s ställningstagande': 'Tillstyrker' },
  write: { Motivering: 'Kostnaden ryms inom regionens ram för nästa år.' },
};

const decision = (choices: Answer['choose']): Answer => ({
  choose: choices,
  write: { Motivering: 'Råden tillstyrker, behovet är tydligt och resurser finns.' },
});

describe('from POST to decision, by mails and pages alone', () => {
  it('sample 1: two councils, one of which refers to PPR', async () => {
    const { id, caseNumber } = await submit(1);
    const councils = ['Samordningsråd psykisk hälsa', 'Samordningsråd primärvård'];
    await answerInBrowser(caseNumber, 'screening', MAILBOX.office, screening(councils, 'Behandlingsprogram'));
    const yes = 'Tillstyrker att programmet skapas';
    await answerInBrowser(caseNumber, 'position', MAILBOX['council-psykisk-halsa'], position(yes, 'Nej'));
    await answerInBrowser(caseNumber, 'position', MAILBOX['council-primarvard'], position(yes, 'Ja'));
    await answerInBrowser(caseNumber, 'pprPosition', MAILBOX.ppr, ppr);
    await answerInBrowser(caseNumber, 'decision', MAILBOX.office, decision({ Beslut: 'Skapa programmet' }));
    const { head, questions } = await endsAs(id, 'decided');
    expect(head.councils).toHaveLength(Number(sample(1).expected.councils));
    expect(questions.find(({ round }) => round.step === 'decision')?.told?.outcome).toBe(
      sample(1).expected.decision,
    );
    await endsWith(caseNumber, 'SUCCEEDED');
    expect((await statesOf(caseNumber)).filter((name) => name.startsWith('d)'))).toContain(
      'd) PPR: ställningstagande',
    );
  });

  it('sample 2: one council, no PPR', async () => {
    const { id, caseNumber } = await submit(2);
    await answerInBrowser(
      caseNumber,
      'screening',
      MAILBOX.office,
      screening(['Samordningsråd rörelseorgan'], 'Stödprogram'),
    );
    const stand = position('Tillstyrker att programmet skapas', 'Ja');
    await answerInBrowser(caseNumber, 'position', MAILBOX['council-rorelseorgan'], stand);
    await answerInBrowser(caseNumber, 'decision', MAILBOX.office, decision({ Beslut: 'Skapa programmet' }));
    const { questions } = await endsAs(id, 'decided');
    expect(questions.some(({ round }) => round.step === 'pprPosition')).toBe(false);
    await endsWith(caseNumber, 'SUCCEEDED');
  });

  it('sample 3: a purchase, referred to PPR and bought by procurement', async () => {
    const { id, caseNumber } = await submit(3);
    const councils = ['Samordningsråd psykisk hälsa'];
    await answerInBrowser(caseNumber, 'screening', MAILBOX.office, screening(councils, 'Behandlingsprogram'));
    await answerInBrowser(
      caseNumber,
      'position',
      MAILBOX['council-psykisk-halsa'],
      position('Tillstyrker inköp', 'Nej'),
    );
    await answerInBrowser(caseNumber, 'pprPosition', MAILBOX.ppr, ppr);
    const bought = decision({ Beslut: 'Köp in programmet', 'Väg för inköpet': 'Upphandling' });
    await answerInBrowser(caseNumber, 'decision', MAILBOX.office, bought);
    const { questions } = await endsAs(id, 'decided');
    expect(questions.find(({ round }) => round.step === 'decision')?.told?.outcome).toBe(
      sample(3).expected.decision,
    );
    await endsWith(caseNumber, 'SUCCEEDED');
  });
});

it('a person who forgets something is told what, keeps what was typed, and can go on', async () => {
  const { id, caseNumber } = await submit(2);
  const link = await linkFor(caseNumber, 'screening', MAILBOX.office);
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(link);
  await page.getByLabel('Skäl till utfallet').fill('Idén passar väl i Stöd och behandling.');
  await choose(page, 'Typ av program', 'Stödprogram');
  await page.getByRole('button', { name: 'Skicka svaret' }).click();
  await expect.poll(() => page.title()).toMatch(/^Fel:/);
  await page.getByRole('link', { name: 'Svara på ”Kan programidén utvecklas i SoB?”.' }).click();
  expect(await page.getByLabel('Skäl till utfallet').inputValue()).toBe(
    'Idén passar väl i Stöd och behandling.',
  );
  expect(await page.getByLabel('Stödprogram', { exact: true }).isChecked()).toBe(true);
  await choose(page, 'Kan programidén utvecklas i SoB?', 'Ja');
  await choose(page, 'Utfall', 'Skicka vidare till samordningsråd');
  await choose(page, 'Samordningsråd', 'Samordningsråd rörelseorgan');
  await page.getByLabel('Ditt namn').fill('Exempel Person');
  await page.getByLabel('Din roll').fill('Handläggare');
  await page.getByRole('button', { name: 'Skicka svaret' }).click();
  await page.getByText('Exempel Person, Handläggare').waitFor();
  await page.goto(`${link}?lang=en`);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.close();
  await endsAfterPosition(id, caseNumber);
});

const endsAfterPosition = async (id: string, caseNumber: string): Promise<void> => {
  await answerInBrowser(
    caseNumber,
    'position',
    MAILBOX['council-rorelseorgan'],
    position('Tillstyrker inte', 'Ja'),
  );
  await answerInBrowser(caseNumber, 'decision', MAILBOX.office, decision({ Beslut: 'Avslå nomineringen' }));
  await endsAs(id, 'declined');
};
