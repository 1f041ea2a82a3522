import type { Step } from '../../shared/routine/question.ts';

/**
 * The answers that whoever is asked a step needs to read, the newest of each body. A step that is not named here shows
 * all that was answered in the case before it.
 */
export const EARLIER_FOR: Partial<Readonly<Record<Step, readonly Step[]>>> = {
  anchoring: [],
  supplement: [],
  projectAssignment: ['decision', 'assignmentApproval'],
  assignmentApproval: ['decision'],
  deviationApproval: [],
  productionChecklist: ['decision', 'contentReview', 'test'],
  contentReview: ['productionChecklist', 'contentReview'],
  test: ['productionChecklist', 'test'],
  introduction: ['decision', 'productionChecklist', 'contentReview', 'test'],
  figures: ['introduction', 'figures'],
  followUp: ['introduction', 'figures', 'followUp'],
  inactivationPosition: ['figures', 'followUp', 'inactivationPosition'],
  inactivation: ['inactivationPosition'],
  unpublishing: ['inactivation'],
};
