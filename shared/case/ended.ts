import type { Milestone } from '../routine/question.ts';

/** How a case ends without a decision. */
export type EndedAs = Extract<Milestone, 'declined' | 'notForSob' | 'merged' | 'withdrawn'>;

const ENDED: readonly Milestone[] = [
  'declined',
  'notForSob',
  'merged',
  'withdrawn',
] satisfies readonly EndedAs[];

/** Whether a case is no longer pending; one that was decided goes on, and may be found. */
export const hasEnded = (milestone: Milestone): milestone is EndedAs => ENDED.includes(milestone);

/** Whether a case is on its way to a decision or a programme: what is published is found as a programme. */
export const isPending = (milestone: Milestone): boolean =>
  !hasEnded(milestone) && !['published', 'inUse', 'inactivated'].includes(milestone);
