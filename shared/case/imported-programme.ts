import { Temporal } from 'temporal-polyfill';
import type { ProgrammeRow } from '../routine/import/programme-row.ts';
import { moved } from './amending.ts';
import {
  bareFacts,
  type ImportedCase,
  latestOf,
  type NewHead,
  nominatedOn,
  nominationIn,
} from './imported.ts';
import { passedQuestion } from './imported-steps.ts';
import { inUseSince, type ProgrammeFact, type User, withUser } from './programme.ts';
import { withProject } from './project.ts';
import { nextListDay } from './review.ts';
import type { Filed } from './submit.ts';
import { dateInSweden } from './sweden.ts';

/** The day that its nomination counts as sent in on. */
export const nominatedDay = ({ submittedOn, decidedOn, publishedOn }: ProgrammeRow): string =>
  submittedOn ?? decidedOn ?? publishedOn;

/** A programme that was there before Nominera: a case between two phases, whose decision is known. */
export const importedProgramme = (row: ProgrammeRow, filed: Filed): ImportedCase => {
  const { name, kind, decision, publishedOn, responsibleCouncil } = row;
  const decidedOn = row.decidedOn ?? publishedOn;
  const nomination = nominationIn(row, {
    workingTitle: name,
    nominationType: decision === 'purchase' ? 'purchaseExisting' : 'createNew',
    programmeKindProposed: kind,
  });
  const nominated = nominatedOn(nominatedDay(row), nomination, filed);
  const programme = programmeIn(row, filed.at);
  const facts = bareFacts(nominated);
  const head: NewHead = {
    ...nominated,
    milestone: milestoneOf(programme),
    councils: [responsibleCouncil],
    councilsAsked: [responsibleCouncil],
    anchoring: 'notNeeded',
    ...moved(withProject(facts, row), facts, filed.at).head,
    phase: 'production',
    occasion: 'decided',
    phaseWanted: false,
    // No execution has been started: the first review is the first attempt.
    attempt: 0,
  };
  const decided = passedQuestion(
    facts,
    { step: 'decision', from: decidedOn, on: decidedOn, told: { outcome: decision }, known: {} },
    filed.at,
  );
  return {
    head,
    nomination,
    questions: [decided],
    answers: { [decided.id]: { decision, decidedOn } },
    programme,
  };
};

const milestoneOf = (programme: ProgrammeFact) => {
  if (programme.inactivatedOn !== undefined) return 'inactivated';
  return inUseSince(programme) === undefined ? 'published' : 'inUse';
};

const programmeIn = (row: ProgrammeRow, now: Date): ProgrammeFact => {
  const { publishedOn, versionOn = publishedOn, followUps = [], inactivatedOn, unpublishedOn } = row;
  return {
    name: row.name,
    kind: row.kind,
    origin: row.decision,
    version: row.version ?? 1,
    publishedOn,
    versionOn,
    council: row.responsibleCouncil,
    owner: row.programmeOwner,
    operationalResponsibility: row.operationalResponsibility,
    medicalDevice: row.medicalDevice,
    users: usersIn(row).reduce(withUser, []),
    followUps: followUps
      .map(({ on, conclusion }) => ({ year: Number(on.slice(0, 'YYYY'.length)), on, conclusion }))
      .sort((a, b) => a.on.localeCompare(b.on)),
    ...(inactivatedOn === undefined
      ? { nextReviewOn: nextReviewOf(row, dateInSweden(now)) }
      : { startsStoppedOn: inactivatedOn, inactivatedOn }),
    ...(unpublishedOn !== undefined && { unpublishedOn }),
  };
};

const usersIn = ({ units = [], spread = [] }: ProgrammeRow): readonly Omit<User, 'id'>[] => [
  ...units.map(({ unit: name, contactEmail, ...dates }) => ({
    kind: 'unit' as const,
    name,
    ...(contactEmail !== undefined && { mailbox: contactEmail }),
    ...dates,
  })),
  ...spread.map(({ name, contactEmail, since, ...rest }) => ({
    kind: 'spread' as const,
    name,
    ...(contactEmail !== undefined && { mailbox: contactEmail }),
    ...(since !== undefined && { startedOn: since }),
    ...rest,
  })),
];

/**
 * The next list that the programme is in; one whose last follow-up is long ago is in the next there is, and is not due on
 * its own the morning after.
 */
const nextReviewOf = (row: ProgrammeRow, today: string): string => {
  const { nextReviewOn, publishedOn, versionOn, followUps = [] } = row;
  const halfAYearAgo = Temporal.PlainDate.from(today).subtract({ months: 6 }).toString();
  const latest = latestOf(publishedOn, versionOn, halfAYearAgo, ...followUps.map(({ on }) => on));
  return nextReviewOn ?? nextListDay(latest);
};
