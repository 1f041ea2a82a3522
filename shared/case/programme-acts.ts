import type { ActName } from '../routine/question.ts';
import type { Words } from '../routine/words.ts';
import type { ActFollows, ActFollowsOf, Acting, ActRefusalsOf } from './acting.ts';
import { moved } from './amending.ts';
import type { CaseFacts } from './facts.ts';
import { gateProblems } from './gates.ts';
import { begin } from './phases.ts';
import { at } from './problems.ts';
import { inUseSince, type ProgrammeFact, type User, userNamed, withUser } from './programme.ts';
import { spreadGiven, unitGiven } from './programme-answers.ts';
import { g7, startWhileStopped } from './programme-gates.ts';
import { isSettled, newestRound } from './rounds.ts';
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
  correctProgramme: ({ publishedOn }, { facts: { programme } }) => [
    programme !== undefined &&
      programme.version > 1 &&
      publishedOn > programme.versionOn &&
      at('publishedOn', AFTER_NEWEST_VERSION),
  ],
  proposeInactivation: (_, { facts }) => [isProposed(facts) && at('$', ALREADY_PROPOSED)],
  urgentStop: (_, { facts: { programme } }) => [
    programme?.startsStoppedOn !== undefined && at('$', ALREADY_STOPPED),
  ],
  liftStop: (_, { facts: { programme } }) => [
    programme?.startsStoppedOn === undefined && at('$', NOT_STOPPED),
  ],
  revise: (_, { facts }) => [facts.head.phaseWanted && at('$', UNDER_WAY)],
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
  correctProgramme: (answers, { facts, now }) => {
    const { programmeOwnerEmail: programmeOwner, programmeKind, publishedOn } = answers;
    const contacts = { ...facts.head.contacts, ...(programmeOwner !== undefined && { programmeOwner }) };
    const { head, ...asked } = moved(contacts, facts, now);
    return {
      ...asked,
      ...changed(facts, ({ version, versionOn }) => ({
        name: answers.publicName,
        kind: programmeKind,
        publishedOn,
        versionOn: version === 1 ? publishedOn : versionOn,
        council: answers.responsibleCouncil,
        owner: answers.programmeOwner,
        operationalResponsibility: answers.operationalResponsibility,
      })),
      head: { ...head, programmeKind },
    };
  },
  proposeInactivation: (_, acting) => {
    const isUnderWay = acting.facts.head.phaseWanted;
    return {
      ...proposed(acting),
      tells: isUnderWay ? [{ id: 'inactivationProposed', to: ['responsibleCouncil'] }] : [],
    };
  },
  urgentStop: (_, acting) => {
    const { facts, now } = acting;
    const follows = isProposed(facts) ? {} : proposed(acting);
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
};

const changed = (
  { programme }: Pick<CaseFacts, 'programme'>,
  change: (programme: ProgrammeFact) => Partial<ProgrammeFact>,
): Pick<ActFollows, 'programme'> =>
  programme === undefined ? {} : { programme: { ...programme, ...change(programme) } };

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

/** Whether the council has a proposal before it, or is to have it. */
const isProposed = (facts: CaseFacts): boolean => {
  const { inactivationProposedOn, phaseWanted, phase, occasion } = facts.head;
  if (inactivationProposedOn !== undefined) return true;
  const isReviewed = phaseWanted && phase === 'review';
  return isReviewed && (occasion === 'proposal' || isSettled(newestRound(facts, 'followUp'), facts));
};

/** R-k4: the council takes a position at once, or as soon as what is under way is done. */
const proposed = ({ facts, now }: Acting): Pick<ActFollows, 'head' | 'programme'> =>
  facts.head.phaseWanted
    ? { head: { inactivationProposedOn: dateInSweden(now) } }
    : {
        head: begin(facts, 'review', 'proposal'),
        ...changed(facts, () => ({ nextReviewOn: undefined })),
      };

const ENDED_BEFORE_START: Words = {
  sv: 'Dagen ligger före starten. Ange en senare dag.',
  en: 'The day is before the start. State a later day.',
};
const AFTER_NEWEST_VERSION: Words = {
  sv: 'En senare version publicerades före den dagen. Ange dagen för den första versionen.',
  en: 'A later version was published before that day. State the day of the first version.',
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
const UNDER_WAY: Words = {
  sv: 'Arbetet med en ny version eller en genomgång pågår redan. Vänta tills det är klart.',
  en: 'Work on a new version, or a review, is already under way. Wait until it is done.',
};
