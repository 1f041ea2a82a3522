import { type CaseRow, isPast, type WaitsAt } from '../routine/import/case-row.ts';
import type { MachineStep, Milestone } from '../routine/question.ts';
import { moved } from './amending.ts';
import type { CaseHead } from './facts.ts';
import { bareFacts, type ImportedCase, type NewHead, nominatedOn, nominationIn } from './imported.ts';
import { openQuestionsOf, passedQuestion, stepsPassed } from './imported-steps.ts';
import { sideQuestion } from './opening.ts';
import { begin } from './phases.ts';
import { withProject } from './project.ts';
import { reviewed } from './put-off.ts';
import type { Filed } from './submit.ts';

/**
 * A case under way as it comes to be in the record: the steps before the one that it waits at are answered with their true
 * dates, so that its machine, once started, passes through them as after a restart and waits there
 * (docs/decisions/0002-the-loop.md).
 */
export const importedCase = (row: CaseRow, filed: Filed): ImportedCase => {
  const { workingTitle, nominationType, programmeKind: programmeKindProposed, otherInformation } = row;
  const nomination = {
    ...nominationIn(row, {
      workingTitle,
      nominationType,
      programmeKindProposed,
      ...(otherInformation !== undefined && { otherInformation }),
    }),
    ...(row.sobContactEmail !== undefined && { sobContactExists: 'yes' }),
  };
  const head = headOf(row, nominatedOn(row.submittedOn, nomination, filed), filed);
  const facts = bareFacts(head);
  const passed = stepsPassed(row).map((step) => ({
    question: passedQuestion(facts, step, filed.at),
    known: step.known,
  }));
  return {
    head,
    nomination,
    questions: [
      ...passed.map(({ question }) => question),
      ...openQuestionsOf(facts, row, filed.at),
      ...(head.anchoring === 'asked' ? [sideQuestion(facts, 'anchoring', 'headOfOperations', filed.at)] : []),
    ],
    answers: Object.fromEntries(passed.map(({ question, known }) => [question.id, known])),
  };
};

const MILESTONE: Readonly<Record<WaitsAt, Milestone>> = {
  screening: 'submitted',
  position: 'forwardedToCouncil',
  pprPosition: 'positionGiven',
  decision: 'positionGiven',
  projectAssignment: 'decided',
  production: 'projectStarted',
  introduction: 'projectStarted',
};

const headOf = (row: CaseRow, nominated: NewHead, { at }: Filed): NewHead => {
  const { waitsAt, positions = [], restsUntil } = row;
  const councils = positions.map(({ council }) => council);
  const facts = bareFacts({ ...nominated, attempt: 0 });
  return {
    ...nominated,
    milestone: MILESTONE[waitsAt],
    councils,
    councilsAsked: councils,
    anchoring: anchoringOf(nominated, waitsAt),
    ...moved(withProject(facts, row), facts, at).head,
    ...(isPast('decision', waitsAt) && begin(facts, 'production', 'decided')),
    ...(restsUntil !== undefined && reviewed(facts, waitsAt as MachineStep, restsUntil)),
  };
};

/** R-a3: nobody is asked any more whether an idea is anchored that has been forwarded. */
const anchoringOf = ({ anchoring }: NewHead, waitsAt: WaitsAt): CaseHead['anchoring'] =>
  anchoring === 'asked' && isPast('screening', waitsAt) ? 'notNeeded' : anchoring;
