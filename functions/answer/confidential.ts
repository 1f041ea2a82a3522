import type { StepAnswers } from '../../shared/case/answers.ts';
import { isConfidential, marksOf } from '../../shared/case/confidential.ts';
import type { QuestionFact } from '../../shared/case/facts.ts';
import type { EarlierAnswer, ProjectView } from '../../shared/pages/pages.ts';
import type { CaseTexts } from '../../shared/records/cases.ts';
import type { Step } from '../../shared/routine/question.ts';
import { answerTo } from './give.ts';
import type { OpenedCase } from './opened.ts';

type Assignment = StepAnswers['projectAssignment'];

/** Questions about a project that its parties approve. */
export const APPROVALS: readonly Step[] = ['assignmentApproval', 'deviationApproval'];

/** Those of the case's people who read a confidential assignment, beside the bodies of the register. */
const PARTIES: readonly string[] = [
  'sobOffice',
  'nominator',
  'projectOwner',
  'projectManager',
  'steeringGroup',
];

/**
 * P-06: whether whoever opened the case may read its project assignment, and what is reported of it. One that is open is
 * for all of them; one that is confidential for its parties, for bodies and for whoever is asked to approve.
 */
export const readsAssignment = (
  { facts, bodies, reader, asked }: OpenedCase & { readonly asked?: QuestionFact },
  texts: CaseTexts,
): boolean => {
  const newest = facts.questions
    .filter(({ round, status }) => round.step === 'projectAssignment' && status === 'answered')
    .map((it) => answerTo(texts, it) as Assignment | undefined)
    .findLast((it) => it?.documentStatus !== undefined);
  if (newest === undefined || !isConfidential(newest)) return true;
  const who = reader ?? asked?.body ?? '';
  const approves = asked !== undefined && APPROVALS.includes(asked.round.step);
  return PARTIES.includes(who) || bodies.some(({ id }) => id === who) || approves;
};

/** A project of which only that is left. */
export const withheldProject = ({ assignment, approvals }: ProjectView): ProjectView => ({
  assignment: marksOf(assignment),
  isWithheld: true,
  approvals,
  versions: [],
  deviations: [],
  reports: [],
  missing: [],
});

/** Likewise of the answers about it. */
export const withheldAnswer = (earlier: EarlierAnswer): EarlierAnswer => {
  const { question, answers } = earlier;
  if (question.step === 'projectAssignment') return { ...earlier, answers: marksOf(answers as Assignment) };
  return APPROVALS.includes(question.step)
    ? { ...earlier, answers: { approved: answers.approved } }
    : earlier;
};
