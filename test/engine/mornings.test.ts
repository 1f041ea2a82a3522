import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseHead, QuestionFact } from '../../shared/case/facts.ts';
import { daysAfter } from '../../shared/case/working-days.ts';
import { putBody } from '../../shared/records/bodies.ts';
import type { Store } from '../../shared/records/store.ts';
import type { Step } from '../../shared/routine/question.ts';
import { aQuestion, aRound, facts } from '../builders/case.ts';
import { eventually } from '../harness/eventually.ts';
import { aSweep, aTable, changeQuestion, dropTable, invokeSweep, putCase } from '../harness/mornings.ts';
import { store as sharedStore } from '../harness/record.ts';
import { system } from '../harness/system.ts';

/** 2027: Good Friday is 26 March, Midsummer Eve 25 June, Christmas Eve a Friday. */

const AT = 'aret.example.se';
const OFFICE = `kansli@${AT}`;

const asked = (step: Step, body: string, receivedOn: string, given: Partial<QuestionFact> = {}) =>
  aQuestion(step, body, {
    linked: 1,
    linkKeyId: 'k1',
    openedAt: `${receivedOn}T08:00:00.000Z`,
    receivedOn,
    ...given,
  });

const inCase = (n: number, questions: readonly QuestionFact[], head: Partial<CaseHead> = {}) =>
  facts({
    head: {
      id: `aret-${n}`,
      number: `N-2027-000${n}`,
      submittedAt: '2027-01-04T08:00:00.000Z',
      contacts: { nominator: `nominator-${n}@${AT}`, headOfOperations: `chef-${n}@${AT}` },
      caseLinks: { nominator: { version: 1, linked: 0 }, sobOffice: { version: 1, linked: 1, keyId: 'k1' } },
      ...head,
    },
    questions,
  });

const withDeputy = asked('position', 'council-a', '2027-01-04', { targetOn: '2027-02-04' });
const absent = asked('position', 'council-b', '2027-02-05', { targetOn: '2027-03-05' });
const supplement = asked('supplement', 'nominator', '2027-04-05');
const met = asked('position', 'council-a', '2027-09-01', {
  targetOn: '2027-10-01',
  round: aRound('position', 2),
});
const deferred = { linked: 0, restsUntil: '2027-05-03' };
const ppr = asked('pprPosition', 'ppr', '2027-01-04', deferred);
const decision = asked('decision', 'sobOffice', '2027-01-04', { linked: 0, restsUntil: '2027-11-02' });
const anchoring = asked('anchoring', 'headOfOperations', '2027-12-10');

const answered = (store: Store, n: number, question: QuestionFact) => () =>
  changeQuestion(store, `aret-${n}`, question, { status: 'answered' });

/** What people and `ask` do in the course of the year, after that day's morning. */
const events = (store: Store): Readonly<Record<string, () => Promise<unknown>>> => ({
  '2027-02-05': () => putCase(store, inCase(2, [absent])),
  '2027-03-10': answered(store, 1, withDeputy),
  '2027-04-05': async () => {
    await putCase(store, inCase(3, [supplement]));
    const waits = [{ for: supplement.id, from: '2027-04-05T08:00:00.000Z' }];
    await changeQuestion(store, 'aret-2', absent, { waits });
  },
  '2027-05-03': () => changeQuestion(store, 'aret-4', ppr, { linked: 1 }),
  '2027-05-10': async () => {
    await answered(store, 3, supplement)();
    const waits = [{ for: supplement.id, from: '2027-04-05T08:00:00.000Z', to: '2027-05-10T08:00:00.000Z' }];
    await changeQuestion(store, 'aret-2', absent, { waits });
  },
  '2027-08-18': answered(store, 2, absent),
  '2027-09-01': () => putCase(store, inCase(8, [met])),
  '2027-09-20': () => changeQuestion(store, 'aret-8', met, { meetingOn: '2027-10-05' }),
  '2027-10-06': answered(store, 8, met),
  '2027-11-02': () => changeQuestion(store, 'aret-5', decision, { linked: 1 }),
  '2027-12-10': async () => {
    await putCase(store, inCase(6, [anchoring], { anchoring: 'asked' }));
    // Whoever is only told what the nomination states is not reminded (ROUTINE.md section 0 no. 3).
    await putCase(store, inCase(9, [anchoring], { anchoring: 'stated' }));
  },
});

/** By hand: who gets a mail on which day, beside the office's on Mondays. */
const WRITTEN: readonly (readonly [day: string, mailbox: string])[] = [
  ['2027-01-28', `rad-a@${AT}`], // a week before 4 February
  ['2027-02-04', `rad-a@${AT}`], // on the day
  ['2027-02-18', `rad-a@${AT}`], // a fortnight after
  ['2027-02-18', `vice-a@${AT}`], // and the deputy
  ['2027-03-04', `rad-a@${AT}`], // a fortnight later
  ['2027-03-04', `ordf-a@${AT}`], // and whoever is above both
  ['2027-02-26', `rad-b@${AT}`], // a week before 5 March
  ['2027-03-22', `rad-b@${AT}`], // the first working day after its absence; the office is told in its Monday mail
  ['2027-04-02', `rad-b@${AT}`], // four weeks after the target
  ['2027-04-19', `nominator-3@${AT}`], // a fortnight after the supplement was asked for
  ['2027-05-03', `nominator-3@${AT}`],
  ['2027-05-14', `rad-b@${AT}`], // the first day of its fortnights since the supplement came
  ['2027-05-28', `rad-b@${AT}`],
  ['2027-06-11', `rad-b@${AT}`],
  ['2027-08-16', `rad-b@${AT}`], // after its summer pause
  ['2027-10-06', `rad-a@${AT}`], // the day after the meeting, for both days that fell before it
  ['2027-11-16', OFFICE], // a fortnight after the decision was taken up again
  ['2027-11-30', OFFICE],
  ['2027-12-14', OFFICE],
  ['2027-12-28', OFFICE],
  ['2027-12-27', `chef-6@${AT}`], // Christmas Eve goes to the Monday after it
];

const EASTER_MONDAY = '2027-03-29';

const MONDAYS = Array.from({ length: 52 }, (_, week) => daysAfter('2027-01-04', 7 * week)).map(
  (monday) => [monday === EASTER_MONDAY ? '2027-03-30' : monday, OFFICE] as const,
);

const lines = (mails: readonly (readonly [day: string, mailbox: string])[]): readonly string[] =>
  mails.map(([day, mailbox]) => `${day} ${mailbox}`).sort();

let store: Store;

beforeAll(async () => {
  store = await aTable('mornings-of-2027');
  const common = { role: 'coordinationCouncil', language: 'sv' } as const;
  const named = (name: string) => ({ name: { sv: name, en: name } });
  const bodies = [
    { ...common, ...named('SoB'), id: 'sobOffice', role: 'sobOffice', mailbox: OFFICE } as const,
    {
      ...common,
      ...named('Råd A'),
      id: 'council-a',
      mailbox: `rad-a@${AT}`,
      deputy: `vice-a@${AT}`,
      escalation: `ordf-a@${AT}`,
    },
    {
      ...common,
      ...named('Råd B'),
      id: 'council-b',
      mailbox: `rad-b@${AT}`,
      absences: [{ from: '2027-03-01', to: '2027-03-19' }],
      summerPause: { from: '06-21', to: '08-15' },
    },
    { ...common, ...named('PPR'), id: 'ppr', role: 'ppr', mailbox: `ppr@${AT}` } as const,
  ];
  for (const body of bodies) await putBody(store, body);
  await putCase(store, inCase(1, [withDeputy]));
  await putCase(store, inCase(4, [ppr], { reviewOn: { pprPosition: '2027-05-03' } }));
  await putCase(store, inCase(5, [decision], { reviewOn: { decision: '2027-11-02' } }));
  const agreed = { milestone: 'decided', phaseWanted: false, reviewOn: { decision: '2027-06-01' } } as const;
  await putCase(store, inCase(7, [], agreed));
});

afterAll(() => dropTable(store));

describe('a year of mornings, each run twice', () => {
  const sent: [day: string, mailbox: string, subject: string][] = [];
  const woken: string[] = [];
  let today = '2027-01-01';

  beforeAll(async () => {
    const sweep = aSweep(store, 'https://nominera.example.se', (to, subject) =>
      sent.push([today, to, subject]),
    );
    const happens = events(store);
    for (; today <= '2027-12-31'; today = daysAfter(today, 1)) {
      // Every other day the second begins when the first has ended; otherwise both run at the same time.
      const first = sweep(today);
      if (Number(today.slice(-1)) % 2 === 0) await first;
      const runs = await Promise.all([first, sweep(today)]);
      if (runs.some((run) => run.woken > 0)) woken.push(today);
      await happens[today]?.();
    }
  }, 180_000);

  it('R-b3, R-09: sends exactly the mails of the rules', () => {
    expect(lines(sent.map(([day, mailbox]) => [day, mailbox]))).toEqual(lines([...WRITTEN, ...MONDAYS]));
  });

  it('and every one of them arrives', async () => {
    await eventually(async () => {
      const mails = (await system().mailbox.mails()).filter(({ to }) => to[0]?.address.endsWith(`@${AT}`));
      const arrived = mails.map(({ to, subject }) => `${to[0]?.address} ${subject}`).sort();
      expect(arrived).toEqual(sent.map(([, mailbox, subject]) => `${mailbox} ${subject}`).sort());
    });
  });

  it.each([
    [`rad-a@${AT}`, 'N-2027-0001: Påminnelse: Ta ställning till nomineringen'],
    [`vice-a@${AT}`, 'N-2027-0001: Ni är ersättare: Ta ställning till nomineringen'],
    [`ordf-a@${AT}`, 'N-2027-0001: Ingen har svarat: Ta ställning till nomineringen'],
    [`nominator-3@${AT}`, 'N-2027-0003: Påminnelse: Komplettera nomineringen'],
  ])('%s is told what it is about: %s', (mailbox, subject) => {
    expect(sent.filter(([, to]) => to === mailbox).map(([, , it]) => it)).toContain(subject);
  });

  it('wakes the cases whose question no longer rests, on that day', () => {
    expect(new Set(woken)).toEqual(new Set(['2027-05-03', '2027-11-02']));
  });
});

it('the deployed function sends a morning’s mails once, by the schedule’s time and not its own', async () => {
  const shared = sharedStore();
  const mailbox = 'nominator@schemat.example.se';
  const late = asked('supplement', 'nominator', '2025-10-12');
  const head = { id: 'schemat-1', contacts: { nominator: mailbox } };
  await putCase(shared, inCase(9, [late], head));
  const mails = async () =>
    (await system().mailbox.mails()).filter(({ to }) => to[0]?.address === mailbox).map(({ text }) => text);
  // Winter time began in the night: half past six on Monday is no longer half past four in UTC. On a day that has been,
  // nothing of other tests is due.
  await invokeSweep('2025-10-26T22:59:00Z');
  expect(await mails()).toEqual([]);
  await invokeSweep('2025-10-26T23:00:00Z');
  await invokeSweep('2025-10-27T05:30:00Z');
  await eventually(async () => expect(await mails()).toHaveLength(1));
  const [text = ''] = await mails();
  expect(text.split('\n').filter((line) => line.startsWith(`${system().baseUrl}/a/`))).toHaveLength(1);
  await changeQuestion(shared, head.id, late, { status: 'closed' });
});
