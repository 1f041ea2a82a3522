import type { BodyId } from './facts.ts';

/** The decision that a programme came of (R-e1). */
export type Origin = 'create' | 'purchase' | 'useExisting' | 'collaborate';

/** The judgement of whether the programme is a medical device, recorded and never made here (ROUTINE.md section 7.9). */
export type MedicalDevice = 'notDevice' | 'classI' | 'classIIaOrHigher' | 'inHouse' | 'undecided';

/** A unit that uses the programme, or another region or provider that it was spread to. Dates are `YYYY-MM-DD`. */
export interface User {
  /** Its own within the programme. */
  readonly id: string;
  readonly kind: 'unit' | 'spread';
  readonly name: string;
  /** Where it is told of what concerns it. */
  readonly mailbox?: string;
  /** Of a unit: the day of its own risk analysis (P-43). */
  readonly riskAnalysisOn?: string;
  /** Of what was spread: the agreement. */
  readonly agreementRef?: string;
  readonly startedOn?: string;
  readonly endedOn?: string;
}

/** A follow-up that was made: of which year, when, and what it came to. */
export interface FollowUp {
  readonly year: number;
  readonly on: string;
  readonly conclusion: 'keep' | 'revise' | 'proposeInactivation';
}

/**
 * A programme from the day it is published. It has exactly one responsible council and someone who answers for its
 * operation for as long as it is used.
 */
export interface ProgrammeFact {
  readonly name: string;
  /** At publication. */
  readonly kind: 'treatment' | 'support';
  readonly origin: Origin;
  /** 1 when first published; raised by each revision that is published. */
  readonly version: number;
  /** The day of the first version, and of the newest. */
  readonly publishedOn: string;
  readonly versionOn: string;
  readonly council: BodyId;
  readonly owner: string;
  readonly operationalResponsibility: string;
  readonly medicalDevice: MedicalDevice;
  readonly users: readonly User[];
  readonly followUps: readonly FollowUp[];
  /** When its council is asked about it next; absent while it is asked, and once it is inactivated. */
  readonly nextReviewOn?: string | undefined;
  /** No new patients start: stopped at once by the office (R-k4), or inactivated. */
  readonly startsStoppedOn?: string | undefined;
  readonly inactivatedOn?: string | undefined;
  readonly unpublishedOn?: string | undefined;
}

/** Those that use the programme on a day. */
export const usersOn = ({ users }: Pick<ProgrammeFact, 'users'>, day: string): readonly User[] =>
  users.filter(
    ({ startedOn, endedOn }) =>
      startedOn !== undefined && startedOn <= day && !(endedOn !== undefined && endedOn <= day),
  );

/** P-44: a unit that already used the programme when its newest version was published. */
export const meetsNewVersion = (
  { version, versionOn }: Pick<ProgrammeFact, 'version' | 'versionOn'>,
  { kind, startedOn }: User,
): boolean => version > 1 && kind === 'unit' && startedOn !== undefined && startedOn < versionOn;

/** The day of the first start at a unit; a programme is in use from then until it is inactivated. */
export const inUseSince = ({ users }: Pick<ProgrammeFact, 'users'>): string | undefined =>
  users
    .filter(({ kind }) => kind === 'unit')
    .flatMap(({ startedOn }) => startedOn ?? [])
    .sort()[0];

/** Whether a programme is known to be used by this unit, or spread to this region or provider, and still is. */
export const userNamed = (
  { users }: Pick<ProgrammeFact, 'users'>,
  { kind, name }: Pick<User, 'kind' | 'name'>,
): User | undefined =>
  users.find(
    (user) =>
      user.kind === kind && user.endedOn === undefined && user.name.toLowerCase() === name.toLowerCase(),
  );

/** A programme's users with one more; what is said anew of one that is there already replaces what was said before. */
export const withUser = (users: readonly User[], given: Omit<User, 'id'>): readonly User[] => {
  const there = userNamed({ users }, given);
  return there === undefined
    ? [...users, { id: `${given.kind}-${users.length + 1}`, ...given }]
    : users.map((user) => (user === there ? { ...there, ...given } : user));
};
