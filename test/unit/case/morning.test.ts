import { describe, expect, it } from 'vitest';
import type { CaseFacts, CaseHead, QuestionFact } from '../../../shared/case/facts.ts';
import { type Correspondent, type Morning, morningOf } from '../../../shared/case/morning.ts';
import { weekAccount } from '../../../shared/case/week.ts';
import { daysAfter } from '../../../shared/case/working-days.ts';
import { aQuestion, facts } from '../../builders/case.ts';

/** A Wednesday; the council's month ends on it. */
const TODAY = '2026-10-07';
const WEEK = '2026-W41';

const OFFICE: Correspondent = { id: 'sobOffice', mailbox: 'sob@example.se', language: 'sv' };
const COUNCIL: Correspondent = { id: 'council-a', mailbox: 'rad-a@example.se', language: 'en' };

const asked = (
  step: QuestionFact['round']['step'],
  body: string,
  given: Partial<QuestionFact> = {},
): QuestionFact =>
  aQuestion(step, body, {
    linked: 1,
    openedAt: '2026-09-07T08:00:00.000Z',
    receivedOn: '2026-09-07',
    ...(step === 'position' && { targetOn: TODAY }),
    ...given,
  });

const aCase = (n: number, ...questions: readonly QuestionFact[]): CaseFacts =>
  facts({
    head: {
      id: `case-${n}`,
      number: `N-2026-000${n}`,
      submittedAt: '2026-09-01T08:00:00.000Z',
      contacts: { nominator: 'nominator@example.se' },
    },
    questions,
  });

const mails = (cases: readonly CaseFacts[], given: Partial<Morning> = {}) =>
  morningOf({
    cases,
    bodies: [OFFICE, COUNCIL],
    today: TODAY,
    weeksTold: new Set([WEEK]),
    ...given,
  });

const reminder = (n: number, question: QuestionFact, to: object) => ({
  reason: 'reminder',
  caseId: `case-${n}`,
  questionId: question.id,
  to,
});

const position = asked('position', 'council-a');
const supplement = asked('supplement', 'nominator', { receivedOn: '2026-09-23' });

describe('a morning', () => {
  it('writes one mail to each mailbox, with all that is due there', () => {
    const screening = asked('screening', 'sobOffice', { receivedOn: '2026-09-23' });
    expect(mails([aCase(1, position), aCase(2, position, supplement), aCase(3, screening)])).toEqual([
      {
        mailbox: 'rad-a@example.se',
        language: 'en',
        matters: [reminder(1, position, { body: 'council-a' }), reminder(2, position, { body: 'council-a' })],
      },
      {
        mailbox: 'nominator@example.se',
        language: 'sv',
        matters: [reminder(2, supplement, { contact: 'nominator' })],
      },
      {
        mailbox: 'sob@example.se',
        language: 'sv',
        matters: [reminder(3, screening, { body: 'sobOffice' })],
      },
    ]);
  });

  it('writes to the nominator in the language of the nomination', () => {
    const inEnglish = aCase(2, supplement);
    const cases = [{ ...inEnglish, head: { ...inEnglish.head, language: 'en' as const } }];
    expect(mails(cases)).toMatchObject([{ mailbox: 'nominator@example.se', language: 'en' }]);
    expect(mails([aCase(2, supplement)])).toMatchObject([{ language: 'sv' }]);
  });

  it('writes none where nothing is due, and none on a day off', () => {
    const reminded = asked('position', 'council-a', { remindedOn: '2026-09-30' });
    expect(mails([aCase(1, reminded)], { today: '2026-10-06' })).toEqual([]);
    const sunday = asked('position', 'council-a', { targetOn: '2026-10-11' });
    expect(mails([aCase(1, sunday)], { today: '2026-10-11', weeksTold: new Set() })).toEqual([]);
  });

  it('takes a mailbox for the same however it is written', () => {
    const other = { ...COUNCIL, id: 'council-b', mailbox: 'Rad-A@example.se' };
    const two = [position, asked('position', 'council-b')];
    expect(mails([aCase(1, ...two)], { bodies: [OFFICE, COUNCIL, other] })).toHaveLength(1);
  });

  it('holds nobody up for a body that is not in the register', () => {
    expect(mails([aCase(1, asked('position', 'nobody'), position)])).toHaveLength(1);
  });
});

it('ROUTINE.md section 0 no. 12: a morning writes to the body that acts now for the one that was asked', () => {
  const successors: readonly Correspondent[] = [
    { ...COUNCIL, successor: 'council-b' },
    { ...COUNCIL, id: 'council-b', mailbox: 'rad-b@example.se', successor: 'council-c' },
    { ...COUNCIL, id: 'council-c', mailbox: 'rad-c@example.se' },
  ];
  expect(mails([aCase(1, position)], { bodies: [OFFICE, ...successors] })).toMatchObject([
    { mailbox: 'rad-c@example.se', matters: [reminder(1, position, { body: 'council-c' })] },
  ]);
});

describe('ROUTINE.md section 0 no. 3: an anchoring', () => {
  const anchoring = asked('anchoring', 'headOfOperations', { receivedOn: '2026-09-23' });
  const anchored = (how: CaseHead['anchoring']): CaseFacts => {
    const { head, ...rest } = aCase(1, anchoring);
    const contacts = { ...head.contacts, headOfOperations: 'chef@example.se' };
    return { ...rest, head: { ...head, contacts, anchoring: how } };
  };

  it('that is asked for is reminded of, and listed', () => {
    expect(mails([anchored('asked')])).toMatchObject([{ mailbox: 'chef@example.se' }]);
    expect(weekAccount([anchored('asked')], TODAY).waiting).toHaveLength(1);
  });

  it('that is stated is told once: neither reminded of nor listed', () => {
    expect(mails([anchored('stated')])).toEqual([]);
    expect(weekAccount([anchored('stated')], TODAY).waiting).toEqual([]);
  });
});

describe('nobody answers', () => {
  const late = { today: '2026-10-21', weeksTold: new Set(['2026-W43']) };
  const to = (council: Partial<Correspondent>, question = position, given: Partial<Morning> = late) =>
    mails([aCase(1, question)], { ...given, bodies: [OFFICE, { ...COUNCIL, ...council }] }).map(
      ({ mailbox, language, matters }) => [mailbox, language, ...matters.map(({ reason }) => reason)],
    );
  const later = { today: '2026-11-04', weeksTold: new Set(['2026-W45']) };
  const deputyAsked = asked('position', 'council-a', {
    remindedOn: '2026-10-21',
    deputyAskedOn: '2026-10-21',
  });

  it('a fortnight after the target the deputy is asked', () => {
    expect(to({ deputy: 'vice@example.se' })).toEqual([
      ['rad-a@example.se', 'en', 'reminder'],
      ['vice@example.se', 'en', 'deputy'],
    ]);
  });

  it('without a deputy the office is told then, even where there is someone to escalate to', () => {
    expect(to({ escalation: 'ordf@example.se' })).toEqual([
      ['rad-a@example.se', 'en', 'reminder'],
      ['sob@example.se', 'sv', 'escalation'],
    ]);
  });

  it('a fortnight after the deputy was asked its escalation contact is told, or else the office', () => {
    expect(to({ deputy: 'vice@example.se', escalation: 'ordf@example.se' }, deputyAsked, later)).toEqual([
      ['rad-a@example.se', 'en', 'reminder'],
      ['ordf@example.se', 'en', 'escalation'],
    ]);
    expect(to({ deputy: 'vice@example.se' }, deputyAsked, later)).toEqual([
      ['rad-a@example.se', 'en', 'reminder'],
      ['sob@example.se', 'sv', 'escalation'],
    ]);
  });
});

describe('ROUTINE.md section 0 no. 8: the office’s weekly account', () => {
  const weekIn = (today: string, told: readonly string[], bodies: readonly Correspondent[] = [OFFICE]) =>
    mails([], { today, bodies, weeksTold: new Set(told) }).map(({ week }) => week);

  it.each([
    ['on Monday', '2026-10-05', [], ['2026-W41']],
    ['not again on Tuesday', '2026-10-06', ['2026-W41'], []],
    ['on Tuesday when Monday was missed', '2026-10-06', ['2026-W40'], ['2026-W41']],
    ['not on Easter Monday', '2027-03-29', [], []],
    ['but on the Tuesday after it', '2027-03-30', [], ['2027-W13']],
    ['in the week that belongs to the year before', '2027-01-04', ['2026-W53'], ['2027-W01']],
  ])('%s', (_when, today, told, weeks) => {
    expect(weekIn(today, told)).toEqual(weeks);
  });

  it('is in the same mail as what the office is reminded of', () => {
    const screening = asked('screening', 'sobOffice', { receivedOn: '2026-09-23' });
    const [mail, ...others] = mails([aCase(3, screening)], { weeksTold: new Set() });
    expect(mail).toMatchObject({ mailbox: 'sob@example.se', week: WEEK, matters: [{ reason: 'reminder' }] });
    expect(others).toEqual([]);
  });

  it('waits while the office is away', () => {
    const away = { ...OFFICE, absences: [{ from: '2026-10-01', to: '2026-10-09' }] };
    expect(weekIn('2026-10-05', [], [away])).toEqual([]);
  });
});

describe('what the account says', () => {
  const account = (...cases: readonly CaseFacts[]) => weekAccount(cases, TODAY);

  it('R-09: whom each case waits for, since when, and how old it is, the longest wait first', () => {
    const later = asked('position', 'council-a', { receivedOn: '2026-09-21' });
    expect(account(aCase(1, later), aCase(2, position)).waiting).toMatchObject([
      { caseNumber: 'N-2026-0002', body: 'council-a', since: '2026-09-07', targetOn: TODAY, caseDays: 36 },
      { caseNumber: 'N-2026-0001', body: 'council-a', since: '2026-09-21', caseDays: 36 },
    ]);
  });

  it('what the office owes stands by itself, and what is answered or rests nowhere', () => {
    const screening = asked('screening', 'sobOffice');
    const { waiting, owed } = account(
      aCase(1, screening, asked('decision', 'sobOffice', { restsUntil: '2026-10-08' })),
      aCase(2, asked('position', 'council-a', { status: 'answered' }), asked('pprPosition', 'ppr')),
    );
    expect(owed.map(({ step }) => step)).toEqual(['screening']);
    expect(waiting.map(({ step }) => step)).toEqual(['pprPosition']);
  });

  it('why a council is silent: a meeting to come, a supplement', () => {
    const [meeting, supplemented] = account(
      aCase(1, asked('position', 'council-a', { meetingOn: '2026-10-07' })),
      aCase(2, asked('position', 'council-a', { meetingOn: '2026-10-06', waits: [{ for: 's', from: 'f' }] })),
    ).waiting;
    expect(meeting).toMatchObject({ meetingOn: '2026-10-07', waitsForSupplement: false });
    expect(supplemented).toMatchObject({ waitsForSupplement: true });
    expect(supplemented).not.toHaveProperty('meetingOn');
  });

  it('days of review that have come, or come within a fortnight, unless the step is asked again', () => {
    const reviewed = (n: number, on: string, ...questions: readonly QuestionFact[]) => {
      const { head, ...rest } = aCase(n, ...questions);
      return { ...rest, head: { ...head, reviewOn: { decision: on } } };
    };
    const { reviews } = account(
      reviewed(1, daysAfter(TODAY, 15)),
      reviewed(2, daysAfter(TODAY, 14), asked('decision', 'sobOffice', { restsUntil: daysAfter(TODAY, 14) })),
      reviewed(3, TODAY),
      reviewed(4, TODAY, asked('decision', 'sobOffice', { restsUntil: TODAY })),
    );
    expect(reviews).toEqual([
      { caseId: 'case-3', caseNumber: 'N-2026-0003', step: 'decision', on: TODAY },
      { caseId: 'case-2', caseNumber: 'N-2026-0002', step: 'decision', on: '2026-10-21' },
    ]);
  });

  it('R-10: how many units want what a case is about as well, with its page where something is under way', () => {
    const { wanted } = weekAccount([aCase(2, position)], TODAY, { 'N-2026-0002': 3, 'N-2024-0009': 1 });
    expect(wanted).toEqual([
      { caseNumber: 'N-2024-0009', units: 1 },
      { caseNumber: 'N-2026-0002', units: 3, caseId: 'case-2' },
    ]);
  });

  it('R-13: that the routine ends, from half a year before', () => {
    expect(weekAccount([], '2028-07-24')).not.toHaveProperty('expiry');
    expect(weekAccount([], '2028-07-31').expiry).toMatchObject({ validTo: '2029-01-31', expired: false });
    expect(weekAccount([], '2029-02-05').expiry).toMatchObject({ expired: true });
  });
});
