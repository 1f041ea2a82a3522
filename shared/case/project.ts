import type { StepAnswers } from './answers.ts';
import type { CaseFacts, Contacts } from './facts.ts';
import { answerThatCounts } from './rounds.ts';

type Assignment = StepAnswers['projectAssignment'];

const AREAS = { quality: 'weightQuality', schedule: 'weightSchedule', budget: 'weightBudget' } as const;

export type Area = keyof typeof AREAS;

/** The area that weighs most in an assignment (P-17); of equals the first, quality where nothing is weighed. */
export const heaviestOf = (weights: Partial<Pick<Assignment, (typeof AREAS)[Area]>>): Area =>
  (Object.keys(AREAS) as Area[]).reduce((heaviest, area) =>
    (weights[AREAS[area]] ?? 0) > (weights[AREAS[heaviest]] ?? 0) ? area : heaviest,
  );

/** The area that weighs most in the project that is under way. */
export const heaviestNow = (facts: CaseFacts): string =>
  String(answerThatCounts(facts, 'projectAssignment')?.told?.heaviest ?? 'quality');

const MAILBOXES = {
  projectOwner: 'projectOwnerEmail',
  projectManager: 'projectManagerEmail',
  steeringGroup: 'steeringGroupEmail',
  independentReviewer: 'independentReviewerEmail',
  programmeOwner: 'programmeOwnerEmail',
} as const;

type Mailboxes = Pick<Assignment, (typeof MAILBOXES)[keyof typeof MAILBOXES]>;

/** The contacts of a case with others for its project and its programme; those of the nomination stay. */
export const withProject = ({ head }: Pick<CaseFacts, 'head'>, mailboxes: Mailboxes): Contacts => {
  const { nominator, headOfOperations, sobContact } = head.contacts;
  const named = Object.entries(MAILBOXES).flatMap(([who, field]) => {
    const mailbox = mailboxes[field];
    return mailbox === undefined ? [] : [[who, mailbox]];
  });
  return {
    nominator,
    ...(headOfOperations !== undefined && { headOfOperations }),
    ...(sobContact !== undefined && { sobContact }),
    ...Object.fromEntries(named),
  };
};

/** P-22: the project manager is someone other than the project owner. Case does not tell mailboxes apart. */
export const isOwnManager = ({ projectOwnerEmail, projectManagerEmail }: Mailboxes): boolean =>
  projectOwnerEmail !== undefined && projectOwnerEmail.toLowerCase() === projectManagerEmail?.toLowerCase();
