import type { ActFollows, Acting } from './acting.ts';
import type { CaseFacts } from './facts.ts';
import { begin } from './phases.ts';
import type { ProgrammeFact } from './programme.ts';
import { reviewed } from './put-off.ts';
import { isSettled, newestRound, openQuestions } from './rounds.ts';
import { dateInSweden } from './sweden.ts';

/** A proposal that a programme be inactivated, on its way to the council (R-k2, R-k4). */

/** What an act changes in a programme; nothing where there is none. */
export const changed = (
  { programme }: Pick<CaseFacts, 'programme'>,
  change: (programme: ProgrammeFact) => Partial<ProgrammeFact>,
): Pick<ActFollows, 'programme'> =>
  programme === undefined ? {} : { programme: { ...programme, ...change(programme) } };

/** Whether the council has a proposal before it, or is to have it. */
export const isProposed = (facts: CaseFacts): boolean =>
  facts.head.inactivationProposedOn !== undefined || isBeforeCouncil(facts);

/** Whether the council is asked for its position, or has taken it in this review. */
const isBeforeCouncil = (facts: CaseFacts): boolean => {
  const { phaseWanted, phase, occasion } = facts.head;
  const isReviewed = phaseWanted && phase === 'review';
  return isReviewed && (occasion === 'proposal' || isSettled(newestRound(facts, 'followUp'), facts));
};

/** Whether the new version of a programme is being made. */
export const isRevised = ({ head, programme }: CaseFacts): boolean =>
  programme !== undefined && head.phaseWanted && head.phase === 'production' && head.occasion === 'revision';

/** The council is asked for its position, whatever was under way. */
export const positionAsked = (facts: CaseFacts): Pick<ActFollows, 'head' | 'programme'> => ({
  head: { ...begin(facts, 'review', 'proposal'), inactivationProposedOn: undefined },
  ...changed(facts, () => ({ nextReviewOn: undefined })),
});

/** R-k4: the council takes a position on what somebody proposed, at once or as soon as what is under way is done. */
export const proposed = ({ facts, now }: Acting): Pick<ActFollows, 'head' | 'programme'> =>
  facts.head.phaseWanted ? { head: { inactivationProposedOn: dateInSweden(now) } } : positionAsked(facts);

/**
 * R-k4: after an urgent stop the council takes a position at once. A new version that is being made is broken off, and a
 * yearly follow-up that is not answered gives way: its machine goes on to the position.
 */
export const stopBeforeCouncil = (acting: Acting): ActFollows => {
  const { facts } = acting;
  if (isBeforeCouncil(facts)) return {};
  if (isRevised(facts))
    return { ...positionAsked(facts), tells: [{ id: 'revisionEnded', to: ['projectManager'] }] };
  const followUps = openQuestions(facts).filter(({ round }) => round.step === 'followUp');
  const isDue = facts.head.phaseWanted && followUps.length === 0;
  if (isDue || !facts.head.phaseWanted) return proposed(acting);
  return {
    head: { inactivationProposedOn: undefined, ...reviewed(facts, 'followUp', undefined) },
    questions: Object.fromEntries(followUps.map(({ id }) => [id, { status: 'closed' }])),
  };
};
