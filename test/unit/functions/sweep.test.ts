import { beforeEach, describe, expect, it } from 'vitest';
import { morningDeliverer } from '../../../functions/sweep/deliver.ts';
import { type Seen, type Sweep, type SweepRecord, sweep } from '../../../functions/sweep/sweep.ts';
import type { CaseFacts, QuestionFact } from '../../../shared/case/facts.ts';
import type { Letter } from '../../../shared/mail/letters.ts';
import type { Body } from '../../../shared/records/bodies.ts';
import type { StoredMorning } from '../../../shared/records/mornings.ts';
import { aQuestion, facts } from '../../builders/case.ts';

/** A Wednesday on which the council's month ends. */
const TODAY = '2026-10-07';
const name = { sv: 'Rådet', en: 'The council' };

const BODIES: readonly Body[] = [
  { id: 'sobOffice', role: 'sobOffice', name, mailbox: 'sob@example.se', language: 'sv' },
  { id: 'council-a', role: 'coordinationCouncil', name, mailbox: 'rad-a@example.se', language: 'sv' },
];

const position = (given: Partial<QuestionFact> = {}): QuestionFact =>
  aQuestion('position', 'council-a', {
    linked: 1,
    linkKeyId: 'k1',
    openedAt: '2026-09-07T08:00:00.000Z',
    receivedOn: '2026-09-07',
    targetOn: TODAY,
    ...given,
  });

const aCase = (n: number, ...questions: readonly QuestionFact[]): CaseFacts =>
  facts({
    head: {
      id: `case-${n}`,
      number: `N-2026-000${n}`,
      caseLinks: { nominator: { version: 1, linked: 1 }, sobOffice: { version: 1, linked: 1, keyId: 'k1' } },
    },
    questions,
  });

class Killed extends Error {}

/** A record in memory, with the conditions that the real one has, and a sweep over it. */
const world = (...cases: readonly CaseFacts[]) => {
  const table = new Map(cases.map((it) => [it.head.id, it]));
  const mornings = new Map<string, StoredMorning>();
  const claims = new Map<string, string>();
  const sent: string[] = [];
  const woken: string[] = [];
  let clock = 0;
  const marked = (it: CaseFacts, mail: { matters: StoredMorning['matters'] }, date: string): CaseFacts => ({
    ...it,
    questions: it.questions.map((question) =>
      mail.matters.some(({ caseId, questionId }) => caseId === it.head.id && questionId === question.id)
        ? { ...question, remindedOn: date }
        : question,
    ),
  });
  const record: SweepRecord = {
    toReview: async () => [],
    beginReview: async () => false,
    openCaseIds: async () => [...table.keys()],
    facts: async (id) => table.get(id),
    bodies: async () => BODIES,
    mornings: async () => [...mornings.values()],
    putMorning: async (mail, date, seen) => {
      const id = `${date}#${mail.mailbox}`;
      const changed = mail.matters.some(
        ({ caseId }) => table.get(caseId) !== seen.find(({ head }) => head.id === caseId),
      );
      if (mornings.has(id) || changed) return false;
      mornings.set(id, { ...mail, id, date });
      for (const [caseId, it] of table) {
        if (mail.matters.some((matter) => matter.caseId === caseId))
          table.set(caseId, marked(it, mail, date));
      }
      return true;
    },
    claim: async (id) => {
      if (mornings.get(id)?.sentAt !== undefined || Number(claims.get(id) ?? 0) > clock) return undefined;
      claims.set(id, String(clock + 60));
      return async () => claims.delete(id);
    },
    markSent: async (id) => mornings.set(id, { ...(mornings.get(id) as StoredMorning), sentAt: 'now' }),
    wake: async (id) => woken.push(id),
  };
  const deliver: Sweep['deliver'] = async ({ mailbox, date }) => {
    sent.push(`${date} ${mailbox}`);
    return true;
  };
  const pass = (seconds: number) => {
    clock += seconds;
  };
  const measured: string[] = [];
  const measure: Sweep['measure'] = (seen, today) => measured.push(`${today} ${seen.length}`);
  return { table, record, deliver, measure, sent, woken, measured, pass };
};

const EACH_ONCE = [`${TODAY} rad-a@example.se`, `${TODAY} sob@example.se`];

describe('sweep', () => {
  it('sends each mailbox one mail, and nothing when it is run again', async () => {
    const it = world(aCase(1, position()), aCase(2, position()));
    expect(await sweep(it, TODAY)).toEqual({ cases: 2, begun: 0, written: 2, sent: 2, woken: 0 });
    expect(await sweep(it, TODAY)).toEqual({ cases: 2, begun: 0, written: 0, sent: 0, woken: 0 });
    expect(it.sent.sort()).toEqual(EACH_ONCE);
  });

  it('sends once when it is run twice at once', async () => {
    const it = world(aCase(1, position()));
    await Promise.all([sweep(it, TODAY), sweep(it, TODAY)]);
    expect(it.sent.sort()).toEqual(EACH_ONCE);
  });

  it('leaves for the next morning what becomes due after a mailbox has had its mail', async () => {
    const it = world(aCase(1, position()));
    await sweep(it, TODAY);
    it.table.set('case-2', aCase(2, position()));
    expect(await sweep(it, TODAY)).toMatchObject({ written: 0, sent: 0 });
    await sweep(it, '2026-10-08');
    expect(it.sent).toContain('2026-10-08 rad-a@example.se');
  });

  it('reads every case once, and again only those that it writes of', async () => {
    const it = world(aCase(1, position()), aCase(2, position({ remindedOn: TODAY })), aCase(3, position()));
    const read: string[] = [];
    const reading: SweepRecord = {
      ...it.record,
      facts: (id) => {
        read.push(id);
        return it.record.facts(id);
      },
    };
    expect(await sweep({ ...it, record: reading }, TODAY)).toMatchObject({ cases: 3, sent: 2 });
    expect(read).toEqual(['case-1', 'case-2', 'case-3', 'case-1', 'case-3']);
  });

  it('reads again when somebody acts in between', async () => {
    const it = world(aCase(1, position()), aCase(2, position()));
    const { putMorning } = it.record;
    let first = true;
    const acting: SweepRecord = {
      ...it.record,
      putMorning: (...given) => {
        if (first) it.table.set('case-2', aCase(2, position({ status: 'answered' })));
        first = false;
        return putMorning(...given);
      },
    };
    expect(await sweep({ ...it, record: acting }, TODAY)).toMatchObject({ written: 2, sent: 2 });
  });

  it('wakes the case whose day for review has come, and none before its day', async () => {
    const rests = position({ linked: 0, restsUntil: TODAY });
    const it = world(aCase(1, rests), aCase(2, { ...rests, restsUntil: '2026-10-08' }), aCase(3, position()));
    await sweep(it, TODAY);
    expect(it.woken).toEqual(['case-1']);
  });

  it('one mail that cannot be sent holds up no other, is given back, and its error names no address', async () => {
    const it = world(aCase(1, position()));
    const failing: Sweep = {
      ...it,
      deliver: (mail, seen) =>
        mail.mailbox.startsWith('rad')
          ? Promise.reject(new Error('no rad-a@example.se'))
          : it.deliver(mail, seen),
    };
    const failure = await sweep(failing, TODAY).catch((error: Error) => error.message);
    expect(failure).toBe('Not done: Error');
    expect(it.sent).toEqual([`${TODAY} sob@example.se`]);
    await sweep(it, '2026-10-08');
    expect(it.sent.sort()).toEqual(EACH_ONCE);
  });
});

describe('sweep, killed', () => {
  /** Kills the nth call of the record or the mailer, before it happens or after. */
  const killedAt = (it: ReturnType<typeof world>, nth: number, when: 'before' | 'after'): Sweep => {
    let calls = 0;
    const mortal =
      <A extends readonly unknown[], R>(work: (...given: A) => Promise<R>) =>
      async (...given: A): Promise<R> => {
        calls += 1;
        if (calls > nth || (calls === nth && when === 'before')) throw new Killed();
        const result = await work(...given);
        if (calls === nth) throw new Killed();
        return result;
      };
    const { record } = it;
    return {
      deliver: mortal(it.deliver),
      measure: it.measure,
      record: {
        toReview: mortal(record.toReview),
        beginReview: mortal(record.beginReview),
        openCaseIds: mortal(record.openCaseIds),
        facts: mortal(record.facts),
        bodies: mortal(record.bodies),
        mornings: mortal(record.mornings),
        putMorning: mortal(record.putMorning),
        claim: async (id) => {
          const giveBack = await mortal(record.claim)(id);
          return giveBack && mortal(giveBack);
        },
        markSent: mortal(record.markSent),
        wake: mortal(record.wake),
      },
    };
  };

  const places = Array.from({ length: 18 }, (_, n) => n + 1).flatMap((nth) =>
    (['before', 'after'] as const).map((when) => [when, nth] as const),
  );

  it.each(places)(
    '%s its step %i loses nothing, and doubles at most what was being sent',
    async (when, nth) => {
      const it = world(aCase(1, position()));
      await sweep(killedAt(it, nth, when), TODAY).catch(() => undefined);
      const cutOff = it.sent.length;
      it.pass(61);
      await sweep(it, TODAY);
      expect([...new Set(it.sent)].sort()).toEqual(EACH_ONCE);
      expect(it.sent.length).toBeLessThanOrEqual(EACH_ONCE.length + Math.min(cutOff, 1));
    },
  );
});

it('R-u1: a yearly follow-up that cannot be begun holds up no mail, and is told of in the end', async () => {
  const it = world(aCase(1, position()));
  const record = {
    ...it.record,
    toReview: async () => ['case-9'],
    facts: async (id: string) => {
      if (id === 'case-9') throw new TypeError('broken');
      return it.record.facts(id);
    },
  };
  await expect(sweep({ ...it, record }, TODAY)).rejects.toThrow('Not done: TypeError');
  expect([...new Set(it.sent)].sort()).toEqual(EACH_ONCE);
  expect(it.measured).toEqual([`${TODAY} 1`]);
});

describe('a morning’s mail', () => {
  const ring = { current: 'k1', keys: { k1: 'key' } };
  let asked: string[];
  let wanted: Readonly<Record<string, number>>;

  beforeEach(() => {
    asked = [];
    wanted = {};
  });

  const letter = async (
    cases: readonly CaseFacts[],
    mail: Partial<StoredMorning>,
    bodies: readonly Body[] = BODIES,
    mornings: readonly StoredMorning[] = [],
  ) => {
    const letters: { to: string; letter: Letter; tags: unknown }[] = [];
    const deliver = morningDeliverer({
      mailer: {
        send: async (to, written, tags) => {
          letters.push({ to, letter: written, tags });
          return { messageId: 'm' };
        },
      },
      keyRing: async () => ring,
      putAgendaLink: async () => undefined,
      putReportLink: async () => undefined,
      interestsSince: async (since) => {
        asked.push(since);
        return wanted;
      },
      leftToApprove: async () => undefined,
      baseUrl: 'https://nominera.example.se',
    });
    const seen: Seen = { today: TODAY, cases, bodies, mornings };
    const stored = {
      id: 'm1',
      date: TODAY,
      mailbox: 'rad-a@example.se',
      language: 'sv' as const,
      matters: [],
      ...mail,
    };
    const said = await deliver(stored, seen);
    return { said, letters, only: letters[0]?.letter as Letter };
  };

  const reminder = (n: number) => ({
    reason: 'reminder' as const,
    caseId: `case-${n}`,
    questionId: position().id,
    to: { body: 'council-a' },
  });

  it('names the cases, what is asked, the day, and a link to each; and where to ask', async () => {
    const cases = [aCase(1, position()), aCase(2, position({ targetOn: '2026-10-05' }))];
    const { letters, only } = await letter(cases, { matters: [reminder(1), reminder(2)] });
    const { subject, text, html } = only;
    expect(subject).toBe('2 frågor väntar på svar');
    expect(text.match(/https:\/\/nominera\.example\.se\/a\/[\w-]{43}$/gmu)).toHaveLength(2);
    for (const part of [text, html]) {
      expect(part).toContain('N-2026-0001: Ta ställning till nomineringen');
      expect(part).toContain('Svara gärna i dag');
      expect(part).toContain('Önskat svar senast 5 oktober 2026, för 2 dagar sedan');
      expect(part).toContain('sob@example.se');
    }
    expect(letters[0]).toMatchObject({ to: 'rad-a@example.se', tags: { morning: 'm1' } });
  });

  it('names a body that has gone from the register by its id, and holds up no mail', async () => {
    const gone = position({ body: 'council-gone' });
    const account = { mailbox: 'sob@example.se', week: '2026-W41' };
    const { only } = await letter([aCase(1, gone)], account);
    expect(only.text).toContain('council-gone');
  });

  it('ROUTINE.md section 0 no. 10: has one link to the year’s list, in place of one to each programme', async () => {
    const followUp = aQuestion('followUp', 'council-a');
    const listed = (n: number) => ({ ...reminder(n), reason: 'list' as const, questionId: followUp.id });
    const cases = [aCase(1, followUp), aCase(2, followUp), aCase(3, position())];
    const { only } = await letter(cases, { matters: [listed(1), listed(2)] });
    expect(only.subject).toBe('Årets uppföljning: 2 program');
    expect(only.text.match(/https:\/\/\S+/gu)).toEqual([
      expect.stringMatching(/^https:\/\/nominera\.example\.se\/m\//u),
    ]);
    const mixed = await letter(cases, { matters: [listed(1), reminder(3)] });
    expect(mixed.only.text).toContain('Årets uppföljning: 1 program');
    expect(mixed.only.text.match(/\/[am]\//gu)).toEqual(['/m/', '/a/']);
  });

  it('ROUTINE.md section 0 no. 10: reminds of several of the list with one link to all of them', async () => {
    const followUp = aQuestion('followUp', 'council-a', { linkKeyId: 'k1', linked: 1 });
    const late = (n: number) => ({ ...reminder(n), questionId: followUp.id });
    const cases = [aCase(1, followUp), aCase(2, followUp), aCase(3, position())];
    const several = (await letter(cases, { matters: [late(1), late(2), reminder(3)] })).only.text;
    expect(several).toContain('Årets uppföljning: 2 program');
    expect(several).not.toContain('N-2026-0001');
    expect(several.match(/\/[am]\//gu)).toEqual(['/m/', '/a/']);
    const one = (await letter(cases, { matters: [late(1)] })).only;
    expect(one.subject).toContain('N-2026-0001');
    expect(one.text.match(/\/[am]\//gu)).toEqual(['/a/']);
  });

  it('with one matter says it in the subject', async () => {
    const { letters } = await letter([aCase(1, position())], { matters: [reminder(1)] });
    expect(letters[0]?.letter.subject).toBe('N-2026-0001: Påminnelse: Ta ställning till nomineringen');
  });

  it('says to the mailbox that its deputy is asked too, and to the deputy that it is the deputy', async () => {
    const cases = [aCase(1, position({ deputyAskedOn: TODAY }))];
    const own = await letter(cases, { matters: [reminder(1)] });
    expect(own.letters[0]?.letter.text).toContain('Även ersättaren är tillfrågad, 7 oktober 2026');
    const deputy = await letter(cases, { matters: [{ ...reminder(1), reason: 'deputy' }] });
    expect(deputy.letters[0]?.letter.subject).toContain('Ni är ersättare');
    expect(deputy.letters[0]?.letter.text).not.toContain('Även ersättaren');
  });

  it('leaves out what was answered after it was decided on, and is not sent when nothing is left', async () => {
    const cases = [aCase(1, position()), aCase(2, position({ status: 'answered' }))];
    const { letters } = await letter(cases, { matters: [reminder(1), reminder(2)] });
    expect(letters[0]?.letter.text).not.toContain('N-2026-0002');
    expect(await letter(cases, { matters: [reminder(2)] })).toMatchObject({ said: false, letters: [] });
    expect(await letter([], { week: '2026-W41' })).toMatchObject({ said: false, letters: [] });
  });

  describe('ROUTINE.md section 0 no. 12: that is sent after a change', () => {
    const nothing = { said: false, letters: [] };
    const changed = (id: string, given: Partial<Body>, ...others: readonly Body[]): readonly Body[] => [
      ...BODIES.map((it) => (it.id === id ? { ...it, ...given } : it)),
      ...others,
    ];
    const cases = [aCase(1, position())];
    const council = BODIES[1] as Body;

    it('holds no new link for a mailbox that a body has left', async () => {
      const moved = changed('council-a', { mailbox: 'ny@example.se' });
      expect(await letter(cases, { matters: [reminder(1)] }, moved)).toMatchObject(nothing);
      const upper = changed('council-a', { mailbox: 'Rad-A@example.se' });
      expect(await letter(cases, { matters: [reminder(1)] }, upper)).toMatchObject({ said: true });
    });

    it('nor for a body whose successor acts for it, nor for a deputy that was replaced', async () => {
      const successor = { ...council, id: 'council-b', mailbox: 'rad-b@example.se' };
      const replaced = changed('council-a', { successor: 'council-b' }, successor);
      expect(await letter(cases, { matters: [reminder(1)] }, replaced)).toMatchObject(nothing);
      const to = { body: 'council-a', deputy: true } as const;
      const deputy = { mailbox: 'vice@example.se', matters: [{ ...reminder(1), to }] };
      const still = changed('council-a', { deputy: 'vice@example.se' });
      expect(await letter(cases, deputy, still)).toMatchObject({ said: true });
      expect(await letter(cases, deputy, BODIES)).toMatchObject(nothing);
    });

    it('nor for somebody whom the nomination names no more', async () => {
      const supplement = aQuestion('supplement', 'nominator');
      const own = { ...reminder(1), questionId: supplement.id, to: { contact: 'nominator' } } as const;
      const asked = [aCase(1, supplement)];
      const mailbox = String(asked[0]?.head.contacts.nominator);
      expect(await letter(asked, { mailbox, matters: [own] })).toMatchObject({ said: true });
      expect(await letter(asked, { mailbox: 'before@example.se', matters: [own] })).toMatchObject(nothing);
    });

    it('nor the office’s account for a mailbox that the office has left', async () => {
      const account = { mailbox: 'sob@example.se', week: '2026-W41' };
      const moved = changed('sobOffice', { mailbox: 'ny-sob@example.se' });
      expect(await letter(cases, account, moved)).toMatchObject(nothing);
    });

    it('names in the office’s account the council that acts now', async () => {
      const successor = { ...council, id: 'council-b', name: { sv: 'Nya rådet', en: 'The new council' } };
      const replaced = changed('council-a', { successor: 'council-b' }, successor);
      const { only } = await letter(cases, { mailbox: 'sob@example.se', week: '2026-W41' }, replaced);
      expect(only.text).toContain('Nya rådet');
    });
  });

  describe('R-10: to the office, units that want the same', () => {
    const account = { mailbox: 'sob@example.se', week: '2026-W41' };
    const before = {
      id: 'm0',
      mailbox: 'sob@example.se',
      language: 'sv' as const,
      matters: [],
      week: '2026-W40',
    };

    it('are counted since the account before, without their names', async () => {
      wanted = { 'N-2026-0001': 2, 'N-2024-0009': 1 };
      const told = { ...before, date: '2026-09-28', sentAt: '2026-09-28T06:01:00.000Z' };
      const { only } = await letter([aCase(1, position())], account, BODIES, [told]);
      expect(asked).toEqual(['2026-09-28T06:01:00.000Z']);
      expect(only.text).toContain('N-2026-0001: 2 enheter vill också ha programmet');
      expect(only.text).toContain('N-2024-0009: 1 enhet vill också ha programmet');
    });

    it('are reason enough for the account, and are read for nothing else', async () => {
      wanted = { 'N-2024-0009': 1 };
      expect(await letter([], account)).toMatchObject({ said: true });
      expect(asked).toEqual(['2026-09-23']);
      await letter([aCase(1, position())], { matters: [reminder(1)] });
      expect(asked).toHaveLength(1);
    });
  });

  it('to the office leads to the case’s page, and holds its account', async () => {
    const { only } = await letter(
      [
        aCase(1, position()),
        aCase(2, aQuestion('screening', 'sobOffice', { linked: 1, receivedOn: '2026-10-01' })),
      ],
      {
        mailbox: 'sob@example.se',
        week: '2026-W41',
        matters: [{ ...reminder(1), reason: 'escalation', to: { body: 'sobOffice' } }],
      },
    );
    const { subject, text } = only;
    expect(subject).toBe('Veckans ärenden: 1 väntar på er, 1 på andra');
    expect(text.match(/https:\/\/nominera\.example\.se\/c\/[\w-]{43}$/gmu)).toHaveLength(3);
    expect(text).not.toContain('/a/');
    expect(text).not.toContain('Har du frågor?');
  });
});
