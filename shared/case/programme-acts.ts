import type { ActName } from '../routine/question.ts';
import type { Words } from '../routine/words.ts';
import type { ActFollows, ActFollowsOf, ActRefusalsOf } from './acting.ts';
import { closedBut } from './answer.ts';
import type { CaseFacts } from './facts.ts';
import { gateProblems } from './gates.ts';
import { begin } from './phases.ts';
import { at } from './problems.ts';
import { inUseSince, type ProgrammeFact, type User, userNamed, withUser } from './programme.ts';
import { spreadGiven, unitGiven } from './programme-answers.ts';
import { corrected, correctionRefusals } from './programme-correction.ts';
import { g7, startWhileStopped } from './programme-gates.ts';
import { changed, isProposed, isRevised, positionAsked, proposed, stopBeforeCouncil } from './proposal.ts';
import { nextListDay } from './review.ts';
import { dateInSweden } from './sweden.ts';

/** Acts on a programme that there is. */
export type ProgrammeAct = Extract<
  ActName,
  | 'addUnit'
  | 'addSpread'
  | 'endUse'
  | 'correctProgramme'
  | 'proposeInactivation'
  | 'urgentStop'
  | 'liftStop'
  | 'revise'
  | 'endRevision'
>;

/** Reasons why a completely filled in act on a programme may not be done. */
export const programmeActRefusals: ActRefusalsOf<ProgrammeAct> = {
  addUnit: (answers, { facts: { programme }, by }) => {
    const known = programme && userNamed(programme, unitGiven(answers));
    const start = { ...known, ...answers };
    return [
      ...gateProblems(g7([start]), by === 'sobOffice' ? answers.overrideReason : undefined),
      startWhileStopped(answers.startedOn, programme, 'startedOn'),
    ];
  },
  addSpread: ({ since }, { facts: { programme } }) => [startWhileStopped(since, programme, 'since')],
  endUse: ({ user, endedOn }, { facts: { programme } }) => {
    const startedOn = programme?.users.find(({ id }) => id === user)?.startedOn;
    return [startedOn !== undefined && endedOn < startedOn && at('endedOn', ENDED_BEFORE_START)];
  },
  correctProgramme: correctionRefusals,
  proposeInactivation: (_, { facts }) => [isProposed(facts) && at('$', ALREADY_PROPOSED)],
  urgentStop: (_, { facts: { programme } }) => [
    programme?.startsStoppedOn !== undefined && at('$', ALREADY_STOPPED),
  ],
  liftStop: (_, { facts: { programme } }) => [
    programme?.startsStoppedOn === undefined && at('$', NOT_STOPPED),
  ],
  revise: (_, { facts }) => [facts.head.phaseWanted && at('$', UNDER_WAY)],
  endRevision: (_, { facts }) => [!isRevised(facts) && at('$', NOT_REVISED)],
};

const isStopped = ({ programme }: CaseFacts): boolean => programme?.startsStoppedOn !== undefined;

/** Whether there is something that such an act can be done to: what cannot be done now is not offered. */
export const canBeDone: Partial<Readonly<Record<ActName, (facts: CaseFacts) => boolean>>> = {
  proposeInactivation: (facts) => !isProposed(facts),
  urgentStop: (facts) => !isStopped(facts),
  liftStop: isStopped,
  revise: ({ head }) => !head.phaseWanted,
  endRevision: isRevised,
};

/** What follows from the acts on a programme (j, k). */
export const programmeActFollows: ActFollowsOf<ProgrammeAct> = {
  addUnit: (answers, { facts }) => addUser(unitGiven(answers), facts),
  addSpread: (answers, { facts }) => addUser(spreadGiven(answers), facts),
  endUse: ({ user, endedOn }, { facts: { programme } }) => {
    if (programme === undefined) return {};
    return {
      programme: {
        ...programme,
        users: programme.users.map((it) => (it.id === user ? { ...it, endedOn } : it)),
      },
      users: programme.users.filter(({ id }) => id === user),
    };
  },
  correctProgramme: corrected,
  proposeInactivation: (_, acting) => {
    const isUnderWay = acting.facts.head.phaseWanted;
    return {
      ...proposed(acting),
      tells: isUnderWay ? [{ id: 'inactivationProposed', to: ['responsibleCouncil'] }] : [],
    };
  },
  urgentStop: (_, acting) => {
    const { facts, now } = acting;
    const follows = stopBeforeCouncil(acting);
    return {
      ...follows,
      ...changed({ ...facts, ...follows }, () => ({ startsStoppedOn: dateInSweden(now) })),
    };
  },
  liftStop: (_, { facts }) => changed(facts, () => ({ startsStoppedOn: undefined })),
  revise: (_, { facts }) => ({
    head: begin(facts, 'production', 'revision'),
    outcome: 'revise',
    tells: [{ id: 'N-11', to: ['programmeOwner', 'responsibleCouncil'] }],
  }),
  endRevision: (_, { facts, now }) =>
    facts.head.inactivationProposedOn === undefined
      ? {
          head: { phaseWanted: false },
          questions: closedBut(facts),
          ...changed(facts, (programme) => ({ nextReviewOn: listDayAfter(programme, dateInSweden(now)) })),
        }
      : positionAsked(facts),
};

/** R-j1: the day that was set, or the next list where that passed while the version was being made. */
const listDayAfter = ({ nextReviewOn }: ProgrammeFact, today: string): string =>
  nextReviewOn !== undefined && nextReviewOn > today ? nextReviewOn : nextListDay(today);

/** One more uses the programme, or what is known of it changes; it is told, and the office, once it has started (N-11). */
const addUser = (given: Omit<User, 'id'>, facts: CaseFacts): ActFollows => {
  if (facts.programme === undefined) return {};
  const programme = { ...facts.programme, users: withUser(facts.programme.users, given) };
  const before = userNamed(facts.programme, given);
  const isStart = given.startedOn !== undefined && before?.startedOn === undefined;
  const isFirst = facts.head.milestone === 'published' && inUseSince(programme) !== undefined;
  return {
    programme,
    users: [userNamed(programme, given)].filter((user) => user !== undefined),
    ...(isFirst && { head: { milestone: 'inUse' } }),
    ...(isStart && { outcome: 'unitStarted', tells: [{ id: 'N-11', to: ['sobOffice', 'users'] }] }),
  };
};

const ENDED_BEFORE_START: Words = {
  sv: 'Dagen ligger före starten. Ange en senare dag.',
  en: 'The day is before the start. State a later day.',
};
const ALREADY_PROPOSED: Words = {
  sv: 'Det finns redan ett förslag om att inaktivera programmet. Vänta på det ansvariga rådets ställningstagande.',
  en: 'There is already a proposal to inactivate the programme. Wait for the position of the responsible council.',
};
const ALREADY_STOPPED: Words = {
  sv: 'Programmet är redan stoppat för nya patienter.',
  en: 'The programme is already stopped for new patients.',
};
const NOT_STOPPED: Words = {
  sv: 'Programmet är inte stoppat.',
  en: 'The programme is not stopped.',
};
const NOT_REVISED: Words = {
  sv: 'Ingen ny version är på väg: den är redan publicerad, eller så är arbetet redan avbrutet.',
  en: 'No new version is being made: it is published already, or the work has been broken off already.',
};
const UNDER_WAY: Words = {
  sv: 'Arbetet med en ny version eller en uppföljning pågår redan. Vänta tills det är klart.',
  en: 'Work on a new version, or a follow-up, is already under way. Wait until it is done.',
};
