import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Step } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
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

/** By label: a text to write, options to choose, or the answers to a composite. */
interface Answers {
  readonly [label: string]: string | readonly string[] | Answers;
}

const fill = async (within: Page | Locator, answers: Answers): Promise<void> => {
  for (const [name, answer] of Object.entries(answers)) {
    const group = within.getByRole('group', { name, exact: true });
    if (typeof answer === 'string') await within.getByRole('textbox', { name, exact: true }).fill(answer);
    else if (!isOptions(answer)) await fill(group, answer);
    else for (const option of answer) await group.getByLabel(option, { exact: true }).check();
  }
};

const isOptions = (answer: readonly string[] | Answers): answer is readonly string[] => Array.isArray(answer);

const SIGNED: Answers = { 'Ditt namn': 'Exempel Person', 'Din roll': 'Sekreterare' };

/** Answers the question in the mail, reads it through where that is asked, and expects the receipt. */
const answerInBrowser = async (
  caseNumber: string,
  step: Step,
  mailbox: string,
  answers: Answers,
): Promise<void> => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'sv-SE' });
  const page = await context.newPage();
  await page.goto(await linkFor(caseNumber, step, mailbox));
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
  await fill(page, { ...answers, ...SIGNED });
  if (QUESTIONS[step].reviewedBeforeSending) {
    await page.getByRole('button', { name: 'Kontrollera svaren' }).click();
  }
  await page.getByRole('button', { name: 'Skicka svaret' }).click();
  await page.getByText('Exempel Person, Sekreterare').waitFor();
  expect(await page.locator('form').count()).toBe(0);
  expect(await page.locator('main').innerText()).toContain(caseNumber);
  await context.close();
};

const TODAY = new Date().toISOString().slice(0, 10);
const IN_MINUTES = ['Se bifogat protokoll'];

const screening = (kind: string, ...councils: readonly [string, ...string[]]): Answers => ({
  'Kan programidén utvecklas i SoB?': ['Ja'],
  'Typ av program': [kind],
  'Sökning i Innehållskatalogen gjord': TODAY,
  'Avstämt i nationella designnätverket': TODAY,
  'Resultat av avstämningen': 'Behovet finns i två regioner till.',
  Utfall: ['Skicka vidare till samordningsråd'],
  Samordningsråd: councils,
  ...(councils.length > 1 && { 'Sammanhållande råd': [councils[0]] }),
  'Skäl att skicka vidare ändå (valfritt)': 'Verksamhetschefen har svarat ja på telefon.',
});

const ASSESSED: Answers = {
  'Mottagen av rådet': TODAY,
  'Jäv och intressen': {
    'Har någon som deltar anmält jäv?': ['Ja'],
    'Vem har anmält jäv?': 'En ledamot',
    'Vad gällde det, och vad gjordes?': IN_MINUTES,
  },
  'Regionalt behov': { 'Hur stort är behovet i regionen?': ['Stort'], 'Beskriv behovet': 'Lång väntan.' },
  'Befintliga programalternativ': 'Ett program finns på marknaden.',
  Evidensläge: ['Starkt'],
  'Underlag för evidensläget': IN_MINUTES,
  'Behörighetskrav för behandlare': 'Inga.',
  'Nationella riktlinjer': {
    'Är programmet i linje med nationella riktlinjer?': ['Delvis'],
    'Vilka riktlinjer, och på vilket sätt?': 'Socialstyrelsens riktlinjer.',
  },
};

const NONE_SIMILAR: Answers = {
  'Finns ett liknande program i SoB?': ['Nej'],
  'Nationellt programområde tillfrågat': TODAY,
  'Vilket nationellt programområde?': 'NPO psykisk hälsa',
  'Andra regioner': {
    'Har andra regioner samma behov?': ['Ja'],
    'Vilka regioner har samma behov?': 'Region Exempel',
  },
  'Samverkan med andra regioner': {
    'Är samverkan möjlig?': ['Det ska undersökas'],
    'Hur, eller varför inte?': 'Ett möte är bokat.',
  },
};

const existing = (what: string, question: string): Answers => ({
  [`Det befintliga programmet och ${what}`]: {
    [question]: ['Ja'],
    [`Motivera bedömningen av ${what}`]: 'Det motsvarar nomineringen.',
  },
});

const ONE_SIMILAR: Answers = {
  'Finns ett liknande program i SoB?': ['Ja'],
  ...existing('behovet', 'Uppfyller det befintliga programmet behovet?'),
  ...existing('syftet', 'Uppfyller det befintliga programmet syftet?'),
  ...existing('evidensen', 'Uppfyller det befintliga programmet kraven på evidens?'),
  ...existing('kostnaden', 'Är det kostnadseffektivt att använda det befintliga programmet?'),
};

const PLANS: Answers = {
  'Plan för medel och forskning': 'Medel söks i vår.',
  'Uppföljning av patientens upplevelse': 'Enkät efter programmet.',
  'Uppföljning av det medicinska resultatet': 'Skattning före och efter.',
};

const SUPPORTED: Answers = { 'Tar rådet ansvar för programmets kvalitet och innehåll?': ['Ja'] };

const standing = (stand: string, manageable: 'Ja' | 'Nej'): Answers => ({
  ...ASSESSED,
  'Rådets ställningstagande': [stand],
  Motivering: 'Behovet är stort och evidensen är stark.',
  'Betydande organisatoriska konsekvenser': {
    'Har nomineringen betydande organisatoriska konsekvenser?': ['Nej'],
  },
  'Betydande ekonomiska konsekvenser': {
    'Har nomineringen betydande ekonomiska konsekvenser?': ['Nej'],
  },
  'Kan kostnader och konsekvenser hanteras inom de verksamheter som ska använda programmet?': [manageable],
  ...(manageable === 'Nej' && {
    'Vilka konsekvenser gör att PPR behöver ta ställning?': 'Två tjänster som verksamheterna saknar.',
  }),
  'Ordnat införande': { 'Kan nomineringen vara aktuell för ordnat införande?': ['Nej'] },
  'Datum för ställningstagandet': TODAY,
  Protokollsreferens: 'Möte 4, § 7',
});

const creating = (manageable: 'Ja' | 'Nej'): Answers => ({
  ...standing('Tillstyrker att programmet skapas', manageable),
  ...NONE_SIMILAR,
  ...PLANS,
  ...SUPPORTED,
});

const ppr: Answers = {
  'Mottagen av PPR': TODAY,
  'Jäv och intressen': { 'Har någon som deltar anmält jäv?': ['Nej'] },
  'Bedömning av resurser': 'Kostnaden ryms inom regionens ram för nästa år.',
  'Behöver nomineringen prioriteras?': ['Ja'],
  Prioritet: ['Hög'],
  'PPR:s ställningstagande': ['Tillstyrker'],
  Motivering: 'Resurserna räcker.',
  'Datum för ställningstagandet': TODAY,
};

const decision = (outcome: Answers): Answers => ({
  ...outcome,
  Motivering: 'Råden tillstyrker, behovet är tydligt och resurser finns.',
  Beslutsfattare: 'Exempel Beslutsfattare',
  Beslutsdatum: TODAY,
});

describe('from POST to decision, by mails and pages alone', () => {
  it('sample 1: two councils, one of which refers to PPR', async () => {
    const { id, caseNumber } = await submit(1);
    const screened = screening(
      'Behandlingsprogram',
      'Samordningsråd psykisk hälsa',
      'Samordningsråd primärvård',
    );
    await answerInBrowser(caseNumber, 'anchoring', 'vc.ekdungen.chef@example.se', {
      'Är idén förankrad hos dig?': ['Ja, idén är förankrad'],
    });
    const { 'Skäl att skicka vidare ändå (valfritt)': _, ...anchored } = screened;
    await answerInBrowser(caseNumber, 'screening', MAILBOX.office, anchored);
    await answerInBrowser(caseNumber, 'position', MAILBOX['council-psykisk-halsa'], creating('Nej'));
    await answerInBrowser(caseNumber, 'position', MAILBOX['council-primarvard'], creating('Ja'));
    await answerInBrowser(caseNumber, 'pprPosition', MAILBOX.ppr, ppr);
    const created = decision({ Beslut: ['Skapa programmet'] });
    await answerInBrowser(caseNumber, 'decision', MAILBOX.office, created);
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

  it('sample 2: a support programme, one council, no PPR', async () => {
    const { id, caseNumber } = await submit(2);
    const screened = screening('Stödprogram', 'Samordningsråd rörelseorgan');
    await answerInBrowser(caseNumber, 'screening', MAILBOX.office, screened);
    await answerInBrowser(caseNumber, 'position', MAILBOX['council-rorelseorgan'], creating('Ja'));
    const created = decision({ Beslut: ['Skapa programmet'] });
    await answerInBrowser(caseNumber, 'decision', MAILBOX.office, created);
    const { questions } = await endsAs(id, 'decided');
    expect(questions.some(({ round }) => round.step === 'pprPosition')).toBe(false);
    await endsWith(caseNumber, 'SUCCEEDED');
  });

  it('sample 3: a purchase, referred to PPR and bought by procurement', async () => {
    const { id, caseNumber } = await submit(3);
    const screened = screening('Behandlingsprogram', 'Samordningsråd psykisk hälsa');
    await answerInBrowser(caseNumber, 'screening', MAILBOX.office, screened);
    const buying = { ...standing('Tillstyrker inköp', 'Nej'), ...ONE_SIMILAR, ...SUPPORTED };
    await answerInBrowser(caseNumber, 'position', MAILBOX['council-psykisk-halsa'], buying);
    await answerInBrowser(caseNumber, 'pprPosition', MAILBOX.ppr, ppr);
    const bought = decision({ Beslut: ['Köp in programmet'], 'Väg för inköpet': ['Upphandling'] });
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
  const forgotten = 'Kan programidén utvecklas i SoB?';
  const { [forgotten]: answer = [], ...remembered } = screening('Stödprogram', 'Samordningsråd rörelseorgan');
  await fill(page, { ...remembered, ...SIGNED });
  await page.getByRole('button', { name: 'Skicka svaret' }).click();
  await expect.poll(() => page.title()).toMatch(/^Fel:/);
  await page.getByRole('link', { name: `Svara på ”${forgotten}”.` }).click();
  expect(await page.getByRole('textbox', { name: 'Resultat av avstämningen' }).inputValue()).toBe(
    'Behovet finns i två regioner till.',
  );
  expect(await page.getByLabel('Stödprogram', { exact: true }).isChecked()).toBe(true);
  await fill(page, { [forgotten]: answer });
  await page.getByRole('button', { name: 'Skicka svaret' }).click();
  await page.getByText('Exempel Person, Sekreterare').waitFor();
  await page.goto(`${link}?lang=en`);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.close();
  await endsAfterPosition(id, caseNumber);
});

const endsAfterPosition = async (id: string, caseNumber: string): Promise<void> => {
  const rejecting = { ...standing('Avstyrker', 'Ja'), ...NONE_SIMILAR };
  await answerInBrowser(caseNumber, 'position', MAILBOX['council-rorelseorgan'], rejecting);
  const declined = decision({ Beslut: ['Avslå nomineringen'] });
  await answerInBrowser(caseNumber, 'decision', MAILBOX.office, declined);
  await endsAs(id, 'declined');
};
