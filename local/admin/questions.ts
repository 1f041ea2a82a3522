import { asSent, changeBody, etagOf, mayTakeOver } from '../../functions/bodies/change.ts';
import { toSuccessor } from '../../functions/bodies/move.ts';
import { bodiesRecord } from '../../functions/bodies/record.ts';
import { actConsequence, actRefusals } from '../../shared/case/acts.ts';
import type { ActAnswers } from '../../shared/case/answers.ts';
import type { CaseFacts } from '../../shared/case/facts.ts';
import { openQuestions, SOB_OFFICE } from '../../shared/case/rounds.ts';
import type { StoredBody } from '../../shared/records/bodies.ts';
import type { Operator } from '../../shared/records/operations.ts';
import { systemTime } from '../moved-time.ts';
import { Problem } from '../problem.ts';
import { caseNamed, questionNamed } from './find.ts';
import type { Plan } from './plan.ts';
import { PATIENCE_MINUTES, recordOperators } from './record.ts';
import type { Target } from './target.ts';

/** `resend`: the act of the desk, done by an operator for the office. */
export const resend = async (
  target: Target,
  number: string,
  name: string,
  { newLink, why }: { readonly newLink: boolean; readonly why: string | undefined },
): Promise<Plan> => {
  const facts = await caseNamed(target, number);
  const { id } = questionNamed(facts, name);
  const answers: ActAnswers['resendQuestion'] = {
    resendAs: newLink ? 'newLink' : 'sameLink',
    ...(why !== undefined && { resendReason: why }),
  };
  const weigh = (now: CaseFacts, at: Date) => {
    const on = now.questions.find((it) => it.id === id);
    const acting = { facts: now, on, by: 'sobOffice', atDesk: true, now: at } as const;
    const [refused] = actRefusals('resendQuestion', answers, acting);
    if (refused !== undefined) throw new Problem(`QUESTION: ${id}: ${refused.message.en}`);
    const consequence = actConsequence('resendQuestion', answers, acting);
    return { kind: 'resendQuestion' as const, answers, consequence, question: id };
  };
  weigh(facts, systemTime());
  return {
    would: [
      `send the mail of ${id} in ${number} again, with ${newLink ? 'a new link; the one before ends' : 'the same link'}`,
    ],
    carryOut: async (by) => {
      await recordOperators(target, facts.head.id, by, weigh, SOB_OFFICE);
      return [`${number}: the mail of ${id} is on its way.`];
    },
  };
};

/** `move`: to another body in this case, or, by an address, to another mailbox in all cases. */
export const move = async (target: Target, number: string, name: string, to: string): Promise<Plan> => {
  const facts = await caseNamed(target, number);
  const { id, body } = questionNamed(facts, name);
  const record = bodiesRecord(target.store, systemTime, PATIENCE_MINUTES);
  const bodies = { record, now: systemTime };
  const from = await record.body(body);
  if (from === undefined)
    throw new Problem(
      `QUESTION: ${id} is asked of somebody whom the case names. Their address is changed on the page of ${number} at the desk.`,
    );
  if (to.includes('@')) return toMailbox(bodies, from, to);
  const heir = await record.body(to);
  if (heir === undefined || heir.id === from.id || !mayTakeOver(from, heir))
    throw new Problem(
      `--to: ${to} cannot take over from ${from.id}. Name ${await others(bodies, from)}, or an address.`,
    );
  const moved = openQuestions(facts).filter((it) => it.body === from.id);
  return {
    would: moved.map((it) => `ask ${heir.id} in the place of ${from.id}: ${it.id}`),
    carryOut: async (by) => {
      const count = await toSuccessor(bodies, facts.head.id, { from: from.id, to: heir.id, by: officer(by) });
      return [`${number}: ${count} asked of ${heir.id} now, by links of its own.`];
    },
  };
};

type Bodies = Parameters<typeof changeBody>[0];

const others = async ({ record }: Bodies, from: StoredBody): Promise<string> => {
  const those = (await record.list()).filter((it) => it.id !== from.id && mayTakeOver(from, it));
  return those.length === 0
    ? 'nobody, since there is no other body of its kind'
    : those.map(({ id }) => id).join(', ');
};

const toMailbox = async (bodies: Bodies, from: StoredBody, mailbox: string): Promise<Plan> => {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(mailbox))
    throw new Problem(`--to: ${mailbox} is no e-mail address. Write one like council@example.se.`);
  if (from.mailbox === mailbox)
    return { would: [], nothing: `${from.id} has that mailbox.`, carryOut: async () => [] };
  const cases = await bodies.record.caseIds(from.id);
  return {
    would: [
      `give ${from.id} another mailbox, and send what it is asked there by new links; ${cases.length} cases are looked through`,
    ],
    carryOut: async (by) => {
      const body = { ...asSent(from), mailbox };
      const changed = await changeBody(bodies, { body, ifMatch: etagOf(from), by: officer(by) });
      if (typeof changed === 'string')
        throw new Problem(`${from.id} has just been changed by somebody else. Run it again.`);
      return [`${from.id}: ${changed.movedQuestions} questions go to the new mailbox.`];
    },
  };
};

const officer = ({ arn, name }: Operator) => ({ subject: arn, name });
