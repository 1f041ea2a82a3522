import { anchoring } from './anchoring.ts';
import { assignmentApproval } from './assignment-approval.ts';
import { contentReview } from './content-review.ts';
import { councilChange } from './council-change.ts';
import { decision } from './decision.ts';
import { deviationApproval } from './deviation-approval.ts';
import { figures } from './figures.ts';
import { followUp } from './follow-up.ts';
import { inactivation } from './inactivation.ts';
import { inactivationPosition } from './inactivation-position.ts';
import { introduction } from './introduction.ts';
import { position } from './position.ts';
import { pprPosition } from './ppr-position.ts';
import { productionChecklist } from './production-checklist.ts';
import { projectAssignment } from './project-assignment.ts';
import type { Question, Role, Step } from './question.ts';
import { screening } from './screening.ts';
import { supplement } from './supplement.ts';
import { test } from './test.ts';
import { unpublishing } from './unpublishing.ts';
import type { Words } from './words.ts';

/** A case keeps the version of the routine that it began under. */
export const ROUTINE_VERSION = '2023-0013/1';

/** Every question of the routine, by step. */
export const QUESTIONS: Readonly<Record<Step, Question>> = {
  anchoring,
  screening,
  supplement,
  position,
  councilChange,
  pprPosition,
  decision,
  projectAssignment,
  assignmentApproval,
  productionChecklist,
  deviationApproval,
  contentReview,
  test,
  introduction,
  figures,
  followUp,
  inactivationPosition,
  inactivation,
  unpublishing,
};

/** What each role is called, where no body's own name stands. The SoB contact is told and never asked. */
export const ROLE_NAMES: Readonly<Record<Role | 'sobContact', Words>> = {
  sobOffice: { sv: 'Regionala SoB-förvaltningen', en: 'The regional SoB office' },
  coordinationCouncil: { sv: 'Samordningsrådet', en: 'The coordination council' },
  ppr: { sv: 'Program- och prioriteringsrådet (PPR)', en: 'The Programme and Prioritisation Council (PPR)' },
  headOfOperations: { sv: 'Verksamhetschefen', en: 'The head of operations' },
  sobContact: { sv: 'SoB-kontaktpersonen', en: 'The SoB contact person' },
  nominator: { sv: 'Den som nominerar', en: 'The nominator' },
  projectOwner: { sv: 'Projektägaren', en: 'The project owner' },
  projectManager: { sv: 'Projektledaren', en: 'The project manager' },
  steeringGroup: { sv: 'Styrgruppen', en: 'The steering group' },
  independentReviewer: { sv: 'Den oberoende granskaren', en: 'The independent reviewer' },
  programmeOwner: { sv: 'Programägaren', en: 'The programme owner' },
  contentOwners: { sv: 'Rutinens innehållsansvariga', en: 'The content owners of the routine' },
};
