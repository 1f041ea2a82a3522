import { describe, expect, it } from 'vitest';
import type { Mail } from '../../local/mailbox.ts';
import {
  ANSWERS,
  act,
  agenda,
  answer,
  answerStep,
  linkFor,
  MAILBOX,
  post,
  questionOn,
  reach,
  read,
  tryAct,
} from '../harness/people.ts';
import { endsAs, rests, told, waitsAt } from '../harness/record.ts';
import { system } from '../harness/system.ts';

/** What becomes of a nomination that is referred to PPR, and of a decision that is put off. */

const FIRST = 'council-psykisk-halsa';
const SECOND = 'council-primarvard';
const TWO = { screening: { councils: [FIRST, SECOND] } };
const REFERRING = { manageableWithinUnits: 'false' };
const LATER = '2099-01-15';

const isMailTo =
  (caseNumber: string, mailbox: string, says = '') =>
  ({ to, subject }: Mail): boolean =>
    to[0]?.address === mailbox && subject.includes(caseNumber) && subject.includes(says);

const mailTo = (...wanted: Parameters<typeof isMailTo>): Promise<Mail> =>
  system().mailbox.waitForMail(isMailTo(...wanted));

const mailsTo = async (...wanted: Parameters<typeof isMailTo>): Promise<readonly Mail[]> =>
  (await system().mailbox.mails()).filter(isMailTo(...wanted));

/** A case that two councils have assessed, of which those named have referred it to PPR. */
const referredBy = async (...referrers: readonly string[]) => {
  const reached = await reach('position', TWO);
  for (const council of [FIRST, SECOND] as const) {
    const refers = referrers.includes(council) ? REFERRING : {};
    await answerStep(reached.caseNumber, 'position', MAILBOX[council], refers);
  }
  await waitsAt(reached.id, 'pprPosition');
  return reached;
};

describe('R-d1: PPR defers', () => {
  it('is not asked again before the day it stated, but is listed, and the office can record its answer', async () => {
    const { id, caseNumber, office } = await reach('pprPosition');
    const deferred = { pprPosition: 'deferred', reviewOn: LATER };
    await answerStep(caseNumber, 'pprPosition', MAILBOX.ppr, deferred);
    const facts = await waitsAt(id, 'pprPosition');
    expect(facts.questions.filter(({ body }) => body === 'ppr')).toMatchObject([
      { status: 'answered' },
      { status: 'open', restsUntil: LATER, linked: 0 },
    ]);
    expect(await mailsTo(caseNumber, MAILBOX.ppr)).toHaveLength(1);
    const notice = await mailTo(caseNumber, MAILBOX.office, 'PPR har tagit ställning');
    expect(notice.text).toContain('skjutit upp');
    expect(notice.text).toContain('15 januari 2099');
    expect(await read(await agenda(caseNumber, MAILBOX.ppr))).toContain(caseNumber);
    expect(await read(office)).toContain('15 januari 2099');
    await answer(questionOn(office, 'pprPosition', 'ppr', 2), ANSWERS.pprPosition);
    await waitsAt(id, 'decision');
  });

  it.each(['2020-01-15', ''])('must state a day to come, not %o', async (reviewOn) => {
    const { caseNumber } = await reach('pprPosition');
    const link = await linkFor(caseNumber, 'pprPosition', MAILBOX.ppr);
    const response = await post(link, { ...ANSWERS.pprPosition, pprPosition: 'deferred', reviewOn });
    expect(response.status).toBe(422);
  });
});

describe('PPR returns the nomination', () => {
  it.each([
    ['goes to the decision', {}, 'decision'],
    ['comes back to PPR', REFERRING, 'pprPosition'],
  ] as const)(
    'only to the council that referred it; it %s after the new answer',
    async (_how, again, next) => {
      const { id, caseNumber } = await referredBy(FIRST);
      await answerStep(caseNumber, 'pprPosition', MAILBOX.ppr, {
        pprPosition: 'returnedToCouncil',
        pprReason: 'Räkna om kostnaden för drift.',
      });
      const { questions } = await waitsAt(id, 'position');
      const asked = questions.filter(({ round }) => round.step === 'position' && round.nth === 2);
      expect(asked.map(({ body }) => body)).toEqual([FIRST]);
      const link = await linkFor(caseNumber, 'position', MAILBOX[FIRST], 2);
      expect(await read(link)).toContain('Räkna om kostnaden för drift.');
      await answer(link, { ...ANSWERS.position, ...again });
      await waitsAt(id, next);
      expect(await mailsTo(caseNumber, MAILBOX[SECOND], 'Ta ställning')).toHaveLength(1);
      if (next === 'pprPosition') await answerStep(caseNumber, 'pprPosition', MAILBOX.ppr, {}, 2);
      await waitsAt(id, 'decision');
    },
  );
});

describe('R-c1: a referral is withdrawn', () => {
  const WITHDRAWN = { withdrawalReason: 'Verksamheterna bär kostnaden själva.' };

  it('by the council: PPR and the office are told, and PPR’s link says that nothing is asked', async () => {
    const { id, caseNumber } = await reach('pprPosition');
    const council = await linkFor(caseNumber, 'position', MAILBOX[FIRST]);
    const ppr = await linkFor(caseNumber, 'pprPosition', MAILBOX.ppr);
    expect(await read(council)).toContain('Ta tillbaka frågan till PPR');
    await act(council, 'withdrawReferral', WITHDRAWN);
    const facts = await waitsAt(id, 'decision');
    expect(told(facts, 'referralWithdrawn')).toEqual(['ppr', 'sobOffice']);
    expect(facts.questions.find(({ body }) => body === 'ppr')?.status).toBe('released');
    expect(await read(ppr)).toContain('behöver inte svara längre');
    expect(await read(council)).not.toContain('Ta tillbaka frågan till PPR');
  });

  it('by the office on the council’s behalf', async () => {
    const { id, office } = await reach('pprPosition');
    await act(questionOn(office, 'position', FIRST), 'withdrawReferral', WITHDRAWN);
    await waitsAt(id, 'decision');
  });

  it('by one of two: PPR is still asked for the other', async () => {
    const { id, caseNumber } = await referredBy(FIRST, SECOND);
    await act(await linkFor(caseNumber, 'position', MAILBOX[FIRST]), 'withdrawReferral', WITHDRAWN);
    await rests(id, 'pprPosition');
    await act(await linkFor(caseNumber, 'position', MAILBOX[SECOND]), 'withdrawReferral', WITHDRAWN);
    await waitsAt(id, 'decision');
  });

  it('not by a council that did not refer, and not once PPR has answered', async () => {
    const { id, caseNumber } = await referredBy(FIRST);
    const [referrer, other] = [
      await linkFor(caseNumber, 'position', MAILBOX[FIRST]),
      await linkFor(caseNumber, 'position', MAILBOX[SECOND]),
    ];
    expect((await tryAct(other, 'withdrawReferral', WITHDRAWN)).status).not.toBe(303);
    await rests(id, 'pprPosition');
    await answerStep(caseNumber, 'pprPosition', MAILBOX.ppr);
    await waitsAt(id, 'decision');
    expect((await tryAct(referrer, 'withdrawReferral', WITHDRAWN)).status).not.toBe(303);
  });
});

describe('R-e1: a decision that is put off', () => {
  it('deferred: the nominator and the councils are told until when, and the office is not asked before that', async () => {
    const { id, caseNumber, office } = await reach('decision');
    await answerStep(caseNumber, 'decision', MAILBOX.office, { decision: 'defer', reviewOn: LATER });
    const facts = await waitsAt(id, 'decision');
    expect(told(facts, 'deferred')).toEqual([FIRST, 'nominator']);
    expect(facts.questions.find(({ id }) => id.includes('decision/2'))).toMatchObject({
      status: 'open',
      restsUntil: LATER,
    });
    expect(await mailsTo(caseNumber, MAILBOX.office, 'Fatta beslut')).toHaveLength(1);
    const notice = await mailTo(caseNumber, facts.head.contacts.nominator, 'uppskjuten');
    expect(notice.text).toContain('15 januari 2099');
    await answer(questionOn(office, 'decision', 'sobOffice', 2), ANSWERS.decision);
    await endsAs(id, 'decided');
  });

  it('deferred: nobody is told that the decision is made', async () => {
    const { id, caseNumber } = await reach('decision');
    await answerStep(caseNumber, 'decision', MAILBOX.office, { decision: 'defer', reviewOn: LATER });
    expect(told(await waitsAt(id, 'decision'), 'N-10')).toEqual([]);
  });

  it('to collaborate: the case is decided, and its page says when it is looked at again', async () => {
    const { id, caseNumber, office, nominator } = await reach('decision');
    await answerStep(caseNumber, 'decision', MAILBOX.office, { decision: 'collaborate', reviewOn: LATER });
    const facts = await endsAs(id, 'decided');
    expect(facts.head.reviewOn).toEqual({ decision: LATER });
    for (const page of [office, nominator]) expect(await read(page)).toContain('15 januari 2099');
  });
});
