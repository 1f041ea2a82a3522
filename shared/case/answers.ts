import type { ACTS } from '../routine/acts.ts';
import type { anchoring } from '../routine/anchoring.ts';
import type { assignmentApproval } from '../routine/assignment-approval.ts';
import type { contentReview } from '../routine/content-review.ts';
import type { councilChange } from '../routine/council-change.ts';
import type { decision } from '../routine/decision.ts';
import type { deviationApproval } from '../routine/deviation-approval.ts';
import type { figures } from '../routine/figures.ts';
import type { followUp } from '../routine/follow-up.ts';
import type { Answers } from '../routine/form.ts';
import type { inactivation } from '../routine/inactivation.ts';
import type { inactivationPosition } from '../routine/inactivation-position.ts';
import type { introduction } from '../routine/introduction.ts';
import type { position } from '../routine/position.ts';
import type { pprPosition } from '../routine/ppr-position.ts';
import type { productionChecklist } from '../routine/production-checklist.ts';
import type { projectAssignment } from '../routine/project-assignment.ts';
import type { screening } from '../routine/screening.ts';
import type { supplement } from '../routine/supplement.ts';
import type { test } from '../routine/test.ts';
import type { unpublishing } from '../routine/unpublishing.ts';

/** A valid answer to the question of some step. */
export type StepAnswers = {
  screening: Answers<(typeof screening)['form']>;
  position: Answers<(typeof position)['form']>;
  pprPosition: Answers<(typeof pprPosition)['form']>;
  decision: Answers<(typeof decision)['form']>;
  anchoring: Answers<(typeof anchoring)['form']>;
  supplement: Answers<(typeof supplement)['form']>;
  councilChange: Answers<(typeof councilChange)['form']>;
  projectAssignment: Answers<(typeof projectAssignment)['form']>;
  productionChecklist: Answers<(typeof productionChecklist)['form']>;
  contentReview: Answers<(typeof contentReview)['form']>;
  test: Answers<(typeof test)['form']>;
  introduction: Answers<(typeof introduction)['form']>;
  followUp: Answers<(typeof followUp)['form']>;
  inactivationPosition: Answers<(typeof inactivationPosition)['form']>;
  inactivation: Answers<(typeof inactivation)['form']>;
  unpublishing: Answers<(typeof unpublishing)['form']>;
  assignmentApproval: Answers<(typeof assignmentApproval)['form']>;
  deviationApproval: Answers<(typeof deviationApproval)['form']>;
  figures: Answers<(typeof figures)['form']>;
};

/** What was filled in for some act. */
export type ActAnswers = { [A in keyof typeof ACTS]: Answers<(typeof ACTS)[A]['form']> };

/** What people wrote in a case, as rules that must compare it see it. */
export interface Written {
  readonly nomination: Readonly<Record<string, unknown>>;
  readonly answers: readonly {
    readonly questionId: string;
    readonly answers: Readonly<Record<string, unknown>>;
  }[];
}

/** Who answered. */
export interface Signatory {
  readonly name: string;
  readonly role: string;
}

/** Who answered, as it is kept with the question and shown. */
export const signature = ({ name, role }: Signatory): string => `${name}, ${role}`;
