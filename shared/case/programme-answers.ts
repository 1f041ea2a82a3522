import { followUpTells } from '../routine/follow-up.ts';
import { inactivationPositionTells } from '../routine/inactivation-position.ts';
import { introduction } from '../routine/introduction.ts';
import { moved } from './amending.ts';
import type { Follows, FollowsOf } from './answering.ts';
import type { StepAnswers } from './answers.ts';
import type { HeadChange } from './consequence.ts';
import type { CaseFacts } from './facts.ts';
import { begin } from './phases.ts';
import {
  inUseSince,
  type MedicalDevice,
  type Origin,
  type ProgrammeFact,
  type User,
  withUser,
} from './programme.ts';
import { medicalDeviceOf, originOf } from './programme-gates.ts';
import { reviewed } from './put-off.ts';
import { nextListDay } from './review.ts';
import { dateInSweden } from './sweden.ts';

/** A step about a programme that there is. */
export type ProgrammeStep =
  | 'introduction'
  | 'figures'
  | 'followUp'
  | 'inactivationPosition'
  | 'inactivation'
  | 'unpublishing';

/** What follows from the answers about a programme, from the day it is published (j, k). */
export const programmeFollows: FollowsOf<ProgrammeStep> = {
  introduction: (answers, { facts, now }) => {
    const { programmeOwnerEmail: programmeOwner, programmeKind } = answers;
    const contacts = { ...facts.head.contacts, ...(programmeOwner !== undefined && { programmeOwner }) };
    const { head, tells, ...asked } = moved(contacts, facts, now);
    const programme = published(answers, facts);
    return {
      ...asked,
      told: { outcome: 'published' },
      head: {
        ...head,
        ...(programmeKind !== undefined && { programmeKind }),
        milestone: inUseSince(programme) === undefined ? 'published' : 'inUse',
        ...(isProposed(facts)
          ? { ...begin(facts, 'review', 'proposal'), inactivationProposedOn: undefined }
          : { phaseWanted: false }),
      },
      // Whoever becomes its owner here is told that it is published.
      tells: [...introduction.tells, ...tells.filter(({ id }) => id !== 'contactsChanged')],
      programme: isProposed(facts) ? { ...programme, nextReviewOn: undefined } : programme,
    };
  },
  figures: () => ({ told: { outcome: 'given' } }),
  followUp: ({ conclusion, nextReviewOn }, { facts, now }) => {
    const today = dateInSweden(now);
    const followUps = [
      ...(facts.programme?.followUps ?? []),
      { year: Number(today.slice(0, 'YYYY'.length)), on: today, conclusion },
    ];
    const goesOn = conclusion !== 'proposeInactivation';
    return {
      told: { outcome: conclusion },
      head: {
        ...proposalConsidered(facts),
        ...reviewed(facts, 'followUp', undefined),
        ...(conclusion === 'keep' && { phaseWanted: false }),
        ...(conclusion === 'revise' && begin(facts, 'production', 'revision')),
      },
      tells: followUpTells[conclusion],
      ...changed(facts, {
        followUps,
        ...(goesOn && { nextReviewOn: nextReviewOn ?? nextListDay(today) }),
      }),
    };
  },
  inactivationPosition: ({ position }, { facts, now }) => ({
    told: { outcome: position },
    head: { ...proposalConsidered(facts), ...(position === 'keep' && { phaseWanted: false }) },
    tells: inactivationPositionTells[position],
    ...(position === 'keep' && changed(facts, { nextReviewOn: nextListDay(dateInSweden(now)) })),
  }),
  inactivation: ({ lastStartOn, ongoingPatients, inactivatedOn, unpublishOn }, { facts }) => ({
    told: { outcome: 'inactivated', lastStartOn, ongoingPatients },
    head: {
      ...proposalConsidered(facts),
      milestone: 'inactivated',
      ...reviewed(facts, 'unpublishing', unpublishOn),
    },
    ...changed(facts, {
      inactivatedOn,
      startsStoppedOn: facts.programme?.startsStoppedOn ?? inactivatedOn,
      nextReviewOn: undefined,
    }),
  }),
  unpublishing: ({ unpublishedOn }, { facts }) => ({
    told: { outcome: 'unpublished' },
    head: { phaseWanted: false, ...reviewed(facts, 'unpublishing', undefined) },
    ...changed(facts, { unpublishedOn }),
  }),
};

const isProposed = ({ head }: CaseFacts): boolean => head.inactivationProposedOn !== undefined;

/** The council has had the proposal before it, whatever it came to (R-k4). */
const proposalConsidered = (facts: CaseFacts): HeadChange =>
  isProposed(facts) ? { inactivationProposedOn: undefined } : {};

const changed = ({ programme }: CaseFacts, change: Partial<ProgrammeFact>): Pick<Follows, 'programme'> =>
  programme === undefined ? {} : { programme: { ...programme, ...change } };

/** The programme as it is once its first version, or its next, is published (R-j1, R-12). */
const published = (answers: StepAnswers['introduction'], facts: CaseFacts): ProgrammeFact => {
  const before = facts.programme;
  const { publishedOn } = answers;
  return {
    followUps: [],
    ...before,
    name: answers.publicName,
    kind: before?.kind ?? kindOf(answers, facts),
    // G6 lets nothing be published without a decision.
    origin: before?.origin ?? (originOf(facts) as Origin),
    version: (before?.version ?? 0) + 1,
    publishedOn: before?.publishedOn ?? publishedOn,
    versionOn: publishedOn,
    council: answers.responsibleCouncil,
    owner: answers.programmeOwner,
    operationalResponsibility: answers.operationalResponsibility,
    medicalDevice: (medicalDeviceOf(answers, facts) ?? before?.medicalDevice ?? 'undecided') as MedicalDevice,
    users: usersGiven(answers).reduce(withUser, before?.users ?? []),
    nextReviewOn: nextListDay(publishedOn),
  };
};

const kindOf = ({ programmeKind }: StepAnswers['introduction'], { head }: CaseFacts): ProgrammeFact['kind'] =>
  programmeKind ?? (head.programmeKind === 'support' ? 'support' : 'treatment');

type Given = Omit<User, 'id'>;

const usersGiven = ({ units = [], spread = [] }: StepAnswers['introduction']): readonly Given[] => [
  ...units.map(unitGiven),
  ...spread.map(spreadGiven),
];

type UnitAnswers = NonNullable<StepAnswers['introduction']['units']>[number];
type SpreadAnswers = NonNullable<StepAnswers['introduction']['spread']>[number];

/** A unit as the programme keeps it; its id is given when it is added. */
export const unitGiven = ({ unit, contactEmail, riskAnalysisOn, startedOn }: UnitAnswers): Given => ({
  kind: 'unit',
  name: unit,
  ...(contactEmail !== undefined && { mailbox: contactEmail }),
  ...(riskAnalysisOn !== undefined && { riskAnalysisOn }),
  ...(startedOn !== undefined && { startedOn }),
});

/** Another region or provider, likewise. */
export const spreadGiven = ({ name, contactEmail, agreementRef, since }: SpreadAnswers): Given => ({
  kind: 'spread',
  name,
  ...(contactEmail !== undefined && { mailbox: contactEmail }),
  ...(agreementRef !== undefined && { agreementRef }),
  ...(since !== undefined && { startedOn: since }),
});
