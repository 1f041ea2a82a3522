import type { Milestone } from '../routine/question.ts';
import type { CaseHead } from './facts.ts';

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

/**
 * Whether a case is on its way to a decision or a programme: what is published is found as a programme, and where an
 * existing one is used, nothing more comes of the case.
 */
export const isPending = ({ milestone, phaseWanted }: Pick<CaseHead, 'milestone' | 'phaseWanted'>): boolean =>
  !hasEnded(milestone) &&
  !['published', 'inUse', 'inactivated'].includes(milestone) &&
  (milestone !== 'decided' || phaseWanted);
