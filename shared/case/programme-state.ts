import { inUseSince, type ProgrammeFact, type User, usersOn } from './programme.ts';

/**
 * How a programme stands: `published` where no unit uses it; `stopped` where no new patients may start for the time being
 * (R-k4).
 */
export type ProgrammeState = 'published' | 'inUse' | 'stopped' | 'inactivated' | 'unpublished';

/** A state, and the day since when. */
export interface Standing {
  readonly state: ProgrammeState;
  readonly since: string;
}

type Stated = Pick<ProgrammeFact, 'publishedOn' | 'startsStoppedOn' | 'inactivatedOn' | 'unpublishedOn'> & {
  readonly users: readonly User[];
};

/** How a programme stands on a day, `YYYY-MM-DD`. */
export const standingOn = (programme: Stated, day: string): Standing => {
  const { publishedOn, startsStoppedOn, inactivatedOn, unpublishedOn } = programme;
  const isUsed = usersOn(programme, day).some(({ kind }) => kind === 'unit');
  const states: readonly (readonly [ProgrammeState, string | undefined])[] = [
    ['unpublished', unpublishedOn],
    ['inactivated', inactivatedOn],
    ['stopped', startsStoppedOn],
    ['inUse', isUsed ? inUseSince(programme) : undefined],
  ];
  const [state, since] = states.find(([, on]) => on !== undefined && on <= day) ?? ['published'];
  return { state, since: since ?? publishedOn };
};
