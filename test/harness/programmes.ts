import { expect } from 'vitest';
import type { CaseFacts } from '../../shared/case/facts.ts';
import { phaseOf } from '../../shared/case/phases.ts';
import { STEPS_OF, type Step } from '../../shared/routine/question.ts';
import { ANSWERS, MAILBOX } from '../builders/answers.ts';
import { eventually } from './eventually.ts';
import { answerStep, type Fields, type Reached, reach } from './people.ts';
import { factsOf } from './record.ts';

/** Courses from a decision onwards, f to k. */

/** The mailboxes of those whom f and j name in the example answers. */
export const PROJECT_MAILBOX = {
  owner: 'projektagare@example.se',
  manager: 'projektledare@example.se',
  steering: 'styrgrupp@example.se',
  reviewer: 'granskare@example.se',
  programmeOwner: 'programagare@example.se',
} as const;

/** The day that the example answers are dated. */
export const TODAY = String(ANSWERS.decision.decidedOn);

/** Who answers each step after the decision, where nothing else is said. */
export const answererOf = (step: Step, { head }: CaseFacts): string => {
  switch (step) {
    case 'projectAssignment':
      return head.contacts.nominator;
    case 'contentReview':
      return head.contacts.independentReviewer ?? head.contacts.projectManager ?? MAILBOX.office;
    case 'productionChecklist':
    case 'test':
      return head.contacts.projectManager ?? MAILBOX.office;
    case 'figures':
      return PROJECT_MAILBOX.programmeOwner;
    case 'followUp':
    case 'inactivationPosition':
      return MAILBOX['council-psykisk-halsa'];
    default:
      return MAILBOX.office;
  }
};

/** Waits until a step of the case is asked for the nth time. */
export const asked = (caseId: string, step: Step, nth = 1): Promise<CaseFacts> =>
  eventually(async () => {
    const facts = await factsOf(caseId);
    expect(
      facts.questions.some(
        ({ round, status }) => round.step === step && round.nth === nth && status === 'open',
      ),
      `${step} ${nth} is asked`,
    ).toBe(true);
    return facts;
  });

type Given = Partial<Readonly<Record<Step, Fields>>>;

/** A case of sample 2 that was decided on: f is asked. */
export const decided = async (given: Given = {}): Promise<Reached> => {
  const reached = await reach('decision', {
    position: { manageableWithinUnits: 'true', ...given.position },
    screening: given.screening ?? {},
  });
  await answerStep(reached.caseNumber, 'decision', MAILBOX.office, given.decision);
  return { ...reached, facts: await asked(reached.id, 'projectAssignment') };
};

/** A case whose project has started: g, h and i are asked. */
export const producing = async (given: Given = {}): Promise<Reached> => {
  const reached = await decided(given);
  await startProject(reached, given);
  return { ...reached, facts: await asked(reached.id, 'test') };
};

/** f is answered, and its owner and manager approve. */
export const startProject = async ({ caseNumber, facts }: Reached, given: Given = {}): Promise<void> => {
  await answerStep(caseNumber, 'projectAssignment', facts.head.contacts.nominator, given.projectAssignment);
  await bothApprove(caseNumber, 1, given.assignmentApproval);
};

/** The owner and the manager of a project answer the nth mail that asks them to approve its assignment (P-02). */
export const bothApprove = async (caseNumber: string, nth = 1, fields: Fields = {}): Promise<void> => {
  for (const mailbox of [PROJECT_MAILBOX.owner, PROJECT_MAILBOX.manager])
    await answerStep(caseNumber, 'assignmentApproval', mailbox, fields, nth);
};

/** A case whose programme is published. */
export const published = async (given: Given = {}): Promise<Reached> =>
  publish(await producing(given), given);

/** g–j are answered, of a case whose project has started. */
export const publish = async (reached: Reached, given: Given = {}): Promise<Reached> => {
  for (const step of STEPS_OF.production.slice(1)) await answered(reached, step, given[step]);
  return {
    ...reached,
    facts: await eventually(async () => {
      const facts = await factsOf(reached.id);
      expect(facts.head.phaseWanted).toBe(false);
      return facts;
    }),
  };
};

/** Somebody answers a step after the decision, once it is asked. */
export const answered = async (
  { id, caseNumber }: Pick<Reached, 'id' | 'caseNumber'>,
  step: Step,
  fields: Fields = {},
  nth = 1,
): Promise<void> => {
  expect(phaseOf(step)).not.toBe('nomination');
  const facts = await asked(id, step, nth);
  await answerStep(caseNumber, step, answererOf(step, facts), fields, nth);
};
