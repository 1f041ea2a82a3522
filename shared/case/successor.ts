import { completed } from './completed.ts';
import { type Consequence, FORGOTTEN, NO_CONSEQUENCE, type QuestionChange } from './consequence.ts';
import { type BodyId, type CaseFacts, type Mailing, type QuestionFact, roundId } from './facts.ts';
import type { ProgrammeFact } from './programme.ts';
import { openQuestions, questionsOf } from './rounds.ts';

/**
 * What follows in a case when one body takes over from another (ROUTINE.md section 0 no. 12): the successor is asked what
 * the other had not answered, by the same day, and stands in its place. A position that the other has given stays
 * its own, and counts (R-c1). A programme that the other was responsible for is the successor's. `undefined` where
 * the case has ended or the body has no part in it any more.
 */
export const moveToSuccessor = (
  facts: CaseFacts,
  from: BodyId,
  to: BodyId,
  now: Date,
): Consequence | undefined => {
  const { councils, councilsAsked, phaseWanted } = facts.head;
  const left = openQuestions(facts).filter(({ body }) => body === from);
  const isPlaced = !hasPosition(facts, from) && [...councils, ...councilsAsked].includes(from);
  const programme = handedOver(facts, from, to);
  if (!phaseWanted || (left.length === 0 && !isPlaced))
    return programme && completed(facts, { ...NO_CONSEQUENCE, programme });
  const takenOver = left.map((question) => inPlaceOf(facts, question, to, now));
  const consequence = completed(facts, {
    ...NO_CONSEQUENCE,
    ...(isPlaced && {
      head: { councils: replaced(councils, from, to), councilsAsked: replaced(councilsAsked, from, to) },
    }),
    questions: Object.fromEntries([
      ...left.map(({ id }): [string, QuestionChange] => [id, { status: 'released' }]),
      ...takenOver.flatMap(({ reopened = [] }) => reopened),
    ]),
    asks: takenOver.flatMap(({ asked = [] }) => asked),
    ...(programme && { programme }),
  });
  return { ...consequence, mailings: withoutMailsTo(from, consequence.mailings) };
};

/** The programme with the council that is responsible for it from now on, until nobody is any more. */
const handedOver = ({ programme }: CaseFacts, from: BodyId, to: BodyId): ProgrammeFact | undefined =>
  programme?.council === from && programme.unpublishedOn === undefined
    ? { ...programme, council: to }
    : undefined;

/** The body that has given way is not told that it need not answer: whoever moved it knows. */
const withoutMailsTo = (from: BodyId, mailings: readonly Mailing[]): readonly Mailing[] =>
  mailings
    .map((mailing) => ({
      ...mailing,
      mails: mailing.mails.filter(({ to }) => !('body' in to && to.body === from)),
    }))
    .filter(({ mails }) => mails.length > 0);

/** Whether a council has given a position, and is not asked for another. */
const hasPosition = ({ questions }: CaseFacts, council: BodyId): boolean => {
  const own = questions.filter(({ round, body }) => round.step === 'position' && body === council);
  return own.some(({ status }) => status === 'answered') && !own.some(({ status }) => status === 'open');
};

const replaced = (bodies: readonly BodyId[], from: BodyId, to: BodyId): readonly BodyId[] => [
  ...new Set(bodies.map((body) => (body === from ? to : body))),
];

interface TakenOver {
  readonly asked?: readonly QuestionFact[];
  readonly reopened?: readonly [string, QuestionChange][];
}

/**
 * The question as the successor is asked it: a new one, or its own of that round where it was released from that. What
 * the other waited for is not what the successor waits for, nor is a meeting of the other's.
 */
export const inPlaceOf = (facts: CaseFacts, question: QuestionFact, to: BodyId, now: Date): TakenOver => {
  const { round, receivedOn, targetOn, restsUntil, waits } = question;
  const received = { receivedOn, ...(targetOn !== undefined && { targetOn }) };
  const own = questionsOf(facts, round).find(({ body }) => body === to);
  if (own?.status === 'answered' || own?.status === 'open') return {};
  if (own !== undefined)
    return {
      reopened: [[own.id, { ...FORGOTTEN, ...received, status: 'open', linkVersion: own.linkVersion + 1 }]],
    };
  const asked: QuestionFact = {
    id: `${roundId(round)}/${to}`,
    round,
    body: to,
    status: 'open',
    linkVersion: 1,
    linked: 0,
    openedAt: now.toISOString(),
    ...received,
    ...(restsUntil !== undefined && { restsUntil }),
    ...(waits !== undefined && { waits: waits.map((wait) => ({ to: now.toISOString(), ...wait })) }),
  };
  return { asked: [asked] };
};
