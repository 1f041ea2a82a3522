import { describe, expect, it } from 'vitest';
import { type Ask, type Asking, askCase, askRound } from '../../../functions/ask/ask.ts';
import type { CaseFacts, MailFact, Mailing } from '../../../shared/case/facts.ts';
import type { AskMessage } from '../../../shared/routine/payload.ts';
import type { MachineStep } from '../../../shared/routine/question.ts';
import { aMailing, aQuestion, aRound, aToken, facts, NOW } from '../../builders/case.ts';

interface Around {
  /** What the record holds when it is read again. */
  readonly then?: CaseFacts;
  readonly lostToAnother?: boolean;
  readonly claimed?: boolean;
  readonly failing?: string;
}

/** An `ask` that writes down what it does, over facts that stay as given. */
const watched = (given: CaseFacts | undefined, { then, lostToAnother, claimed, failing }: Around = {}) => {
  const done: string[] = [];
  const opened: Asking[] = [];
  const taken: (string | undefined)[] = [];
  const rows: CaseFacts[] = [];
  let reads = 0;
  const ask: Ask = {
    record: {
      facts: async () => {
        reads += 1;
        return reads === 1 ? given : (then ?? given);
      },
      keepToken: async (_case, { round, attempt }) =>
        done.push(`keepToken ${round.step}/${round.nth} ${attempt}`),
      openQuestions: async ({ wake }, asking) => {
        opened.push(asking);
        taken.push(wake);
        return lostToAnother !== true;
      },
      linkCase: async (_head, reader) => done.push(`linkCase ${reader}`),
      wake: async () => done.push('wake'),
      claimMailing: async () => claimed !== true,
      settleWake: async (_case, wake) => done.push(`settleWake ${wake}`),
      markMailsSent: async (_case, _mailing, sent) =>
        done.push(
          Object.entries(sent)
            .map(([mail, messageId]) => `sent ${mail} ${messageId}`)
            .join(', '),
        ),
      refreshRow: async (read) => rows.push(read),
      lookAgainAfter: async (_head, minutes) => done.push(`lookAgainAfter ${minutes}`),
    },
    linkKeyId: async () => 'k2',
    newClaim: () => 'our claim',
    deliver: async (_facts: CaseFacts, { id }: MailFact) => {
      if (id === failing) throw new Error(`No way to ${id}`);
      return `ses-${id}`;
    },
    now: () => NOW,
  };
  return { ask, done, opened, taken, rows };
};

const message = (step: MachineStep, nth = 1): AskMessage => ({
  ...{ schema: 1, kind: 'ask', caseId: 'case-1', phase: 'nomination', attempt: 1 },
  ...{ step, nth, taskToken: 'secret' },
});
const waitingFor = (step: MachineStep, given: Parameters<typeof facts>[0] = {}, nth = 1): CaseFacts =>
  facts({ ...given, tokens: [aToken(aRound(step, nth))] });

describe('a round of the machine', () => {
  it('R-a11: opens a question for each council, with a link, and mails each in one mailing', async () => {
    const { ask, done, opened } = watched(
      waitingFor('position', { head: { councils: ['council-a', 'council-b'] } }),
    );
    await askRound(ask, message('position'));
    const ids = ['nomination/position/1/council-a', 'nomination/position/1/council-b'];
    expect(opened).toMatchObject([
      {
        fresh: ids.map((id) => ({ id, linked: 1, linkKeyId: 'k2' })),
        mailing: {
          id: `${ids[0]}/link-1`,
          mails: ids.map((id) => ({ id, about: { question: id }, to: { body: id.split('/').at(-1) } })),
        },
      },
    ]);
    expect(done).toEqual([
      'keepToken position/1 1',
      ids.map((id) => `sent ${id} ses-${id}`).join(', '),
      'lookAgainAfter 1440',
    ]);
  });

  it('takes away the wake mark that `drive` left to it: with what it opens, or by itself where nothing is opened', async () => {
    const given = waitingFor('screening', { head: { wake: 'w1' } });
    const opening = watched(given);
    await askRound(opening.ask, message('screening'));
    expect(opening.taken).toEqual(['w1']);
    expect(opening.done).not.toContain('settleWake w1');
    const questions = [aQuestion('screening', 'sobOffice')];
    const again = watched({ ...given, questions });
    await askRound(again.ask, message('screening'));
    expect(again.done.at(-1)).toBe('settleWake w1');
    const deeper = watched({ ...given, questions, head: { ...given.head, lookDeeper: true } });
    await askRound(deeper.ask, message('screening'));
    expect(deeper.done).not.toContain('settleWake w1');
  });

  it('of a case in which something still waits for `drive` leaves the mark and wakes it, unless it has come meanwhile', async () => {
    const screening = aToken(aRound('screening'));
    const then = waitingFor('position', {
      head: { wake: 'w1', councils: ['council-a'] },
      questions: [aQuestion('screening', 'sobOffice', { told: { outcome: 'forwarded' } })],
    });
    const waiting = { ...then, tokens: [screening, ...then.tokens] };
    const { ask, done, taken } = watched(waiting);
    await askRound(ask, message('position'));
    expect(taken).toEqual([undefined]);
    expect(done.slice(-1)).toEqual(['wake']);
    const come = watched(waiting, { then });
    await askRound(come.ask, message('position'));
    expect(come.done.slice(-2)).toEqual(['lookAgainAfter 1440', 'settleWake w1']);
  });

  it('asks nobody twice, and only those who are not there', async () => {
    const head = { councils: ['council-a', 'council-b'] };
    const there = aQuestion('position', 'council-a');
    const { ask, opened } = watched(waitingFor('position', { head, questions: [there] }));
    await askRound(ask, message('position'));
    expect(opened.map(({ fresh }) => fresh.map(({ body }) => body))).toEqual([['council-b']]);
  });

  it('that is settled before it is asked wakes the case, and asks nobody', async () => {
    const answered = aQuestion('screening', 'sobOffice', { told: { outcome: 'notForSob' } });
    const { ask, done, opened } = watched(waitingFor('screening', { questions: [answered] }));
    await askRound(ask, message('screening'));
    expect(opened).toEqual([]);
    expect(done).toEqual(['keepToken screening/1 1', 'wake']);
  });

  it('of a case that has ended wakes it, and asks nobody', async () => {
    const head = { phaseWanted: false, milestone: 'withdrawn' } as const;
    const { ask, done, opened } = watched(waitingFor('screening', { head }));
    await askRound(ask, message('screening'));
    expect(opened).toEqual([]);
    expect(done).toEqual(['keepToken screening/1 1', 'wake']);
  });

  it('that was put off opens a question that rests, without a link or a mail', async () => {
    const off = aQuestion('decision', 'sobOffice', { told: { outcome: 'defer' } });
    const head = { reviewOn: { decision: '2027-01-15' } };
    const { ask, opened } = watched(waitingFor('decision', { head, questions: [off] }, 2));
    await askRound(ask, message('decision', 2));
    expect(opened).toMatchObject([{ fresh: [{ linked: 0, restsUntil: '2027-01-15' }], linked: [] }]);
    expect(opened[0]).not.toHaveProperty('mailing');
  });

  it('of a case that is not there fails, so that the message comes back', async () => {
    await expect(askRound(watched(undefined).ask, message('screening'))).rejects.toThrow('case-1');
  });
});

describe('what a case wants asked beside its machine', () => {
  const waiting = { questions: [aQuestion('screening', 'sobOffice')] };
  const asking = async (given: CaseFacts, around?: Around) => {
    const it = watched(given, around);
    await askCase(it.ask, 'case-1');
    return it;
  };

  it('R-a3: links and mails a side question to whoever the nomination names', async () => {
    const side = aQuestion('anchoring', 'headOfOperations', { linked: 0 });
    const { opened } = await asking(waitingFor('screening', { questions: [...waiting.questions, side] }));
    expect(opened).toMatchObject([
      {
        fresh: [],
        linked: [{ id: side.id, linked: 1 }],
        mailing: { mails: [{ to: { contact: 'headOfOperations' } }] },
      },
    ]);
  });

  it('makes a newer link where the one before was ended', async () => {
    const moved = aQuestion('position', 'council-a', { linkVersion: 3, linked: 2 });
    const { opened } = await asking(facts({ questions: [moved] }));
    expect(opened).toMatchObject([
      { linked: [{ linked: 3, linkKeyId: 'k2' }], mailing: { id: `${moved.id}/link-3` } },
    ]);
  });

  it('makes the links to the pages of the case, also when it has ended', async () => {
    const caseLinks = { nominator: { version: 2, linked: 1 }, sobOffice: { version: 1, linked: 1 } };
    const { done } = await asking(facts({ head: { caseLinks, phaseWanted: false, milestone: 'decided' } }));
    expect(done).toEqual(['linkCase nominator']);
  });

  it('does nothing where nothing is wanted', async () => {
    const { done, opened } = await asking(waitingFor('screening', waiting));
    expect([...done, ...opened]).toEqual([]);
  });

  it('sends what another delivery has opened, when that came first', async () => {
    const side = aQuestion('anchoring', 'headOfOperations', { linked: 0 });
    const then = facts({ questions: [{ ...side, linked: 1 }], mailings: [aMailing({ id: 'theirs' })] });
    const { done } = await asking(facts({ questions: [side] }), { then, lostToAnother: true });
    expect(done).toEqual(['sent mail-1 ses-mail-1']);
  });
});

describe('the row of a case', () => {
  it('tells of what was opened, also where a mail cannot be sent', async () => {
    const side = aQuestion('anchoring', 'headOfOperations', { linked: 0 });
    const unsent = [
      aMailing({ mails: [{ id: 'a', about: { notice: 'N-3' }, to: { contact: 'nominator' } }] }),
    ];
    const { ask, rows } = watched(facts({ questions: [side], mailings: unsent }), { failing: 'a' });
    await expect(askCase(ask, 'case-1')).rejects.toThrow();
    expect(rows).toMatchObject([{ head: { opened: 2 }, questions: [{ linked: 1 }] }]);
  });

  it('is left to whoever looks next where the round is settled', async () => {
    const { ask, rows } = watched(
      waitingFor('screening', {
        questions: [aQuestion('screening', 'sobOffice', { told: { outcome: 'notForSob' } })],
      }),
    );
    await askRound(ask, message('screening'));
    expect(rows).toEqual([]);
  });
});

describe('the mails of a case', () => {
  const mail = (id: string): MailFact => ({ id, about: { notice: 'N-3' }, to: { contact: 'nominator' } });
  const mailing = (given: Partial<Mailing>) => facts({ mailings: [aMailing(given)] });

  it('are each sent once, whoever else sends them', async () => {
    const sent = watched(mailing({ mails: [mail('a'), mail('b')], sent: { a: 'ses-1' } }));
    await askCase(sent.ask, 'case-1');
    expect(sent.done).toEqual(['sent b ses-b']);
    const claimed = watched(mailing({}), { claimed: true });
    await askCase(claimed.ask, 'case-1');
    expect(claimed.done).toEqual([]);
  });

  it('are sent by whoever opened them, also where the answer to that was lost, and by nobody else', async () => {
    const ours = aMailing({ claimedUntil: 'our claim' });
    const mine = watched(facts({ mailings: [ours] }), { claimed: true });
    await askCase(mine.ask, 'case-1');
    expect(mine.done).toEqual(['sent mail-1 ses-mail-1']);
    const theirs = watched(facts({ mailings: [{ ...ours, claimedUntil: 'theirs' }] }), { claimed: true });
    await askCase(theirs.ask, 'case-1');
    expect(theirs.done).toEqual([]);
  });

  it('are noted five at a time, so that a sender who is cut off leaves no more than that unnoted', async () => {
    const mails = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(mail);
    const { ask, done } = watched(mailing({ mails }));
    await askCase(ask, 'case-1');
    expect(done.map((note) => note.split(', ').length)).toEqual([5, 2]);
  });

  it('that cannot be sent hold up no other, and are told of together', async () => {
    const { ask, done } = watched(mailing({ mails: [mail('a'), mail('b')] }), { failing: 'a' });
    await expect(askCase(ask, 'case-1')).rejects.toMatchObject({ errors: [new Error('No way to a')] });
    expect(done).toEqual(['sent b ses-b']);
  });
});
