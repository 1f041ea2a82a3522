import type { Notice } from '../routine/question.ts';
import { again, roundsAskedAgain } from './again.ts';
import { moved } from './amending.ts';
import type { Answering, Follows, FollowsOf } from './answering.ts';
import type { StepAnswers } from './answers.ts';
import { deviationApprovals, openApprovalsOf } from './assignment.ts';
import type { HeadChange, QuestionChange } from './consequence.ts';
import type { CaseFacts, Contacts, QuestionFact } from './facts.ts';
import { sideQuestion } from './opening.ts';
import { heaviestOf, withProject } from './project.ts';
import { reviewed } from './put-off.ts';
import { answerThatCounts, newestRound, questionsOf } from './rounds.ts';

export type ProductionAnswered =
  | 'projectAssignment'
  | 'assignmentApproval'
  | 'productionChecklist'
  | 'deviationApproval'
  | 'contentReview'
  | 'test';

/** What follows from the answers of f–i (R-f1 to R-i1) and of Part 2 in its small form. */
export const productionFollows: FollowsOf<ProductionAnswered> = {
  projectAssignment: (answers, given) => {
    const { facts } = given;
    const told = { outcome: answers.projectOutcome };
    switch (answers.projectOutcome) {
      case 'started':
        return started(answers, given);
      case 'putOff':
        return {
          told,
          head: reviewed(facts, 'projectAssignment', answers.reviewOn),
        };
      case 'notFeasible':
        return {
          told,
          head: { ...again(facts, 'decision'), milestone: 'positionGiven', reviewOn: {} },
          tells: [{ id: 'backToDecision', to: ['sobOffice', 'nominator', 'headOfOperations'] }],
        };
    }
  },
  assignmentApproval: ({ approved }, { facts, asked }) => {
    const others = openApprovalsOf(facts, asked.cause).filter(({ id }) => id !== asked.id);
    if (approved) {
      return { told: { outcome: 'approved' }, head: others.length === 0 ? nextVersion(facts) : {} };
    }
    const assignment = facts.questions.filter(({ id }) => id === asked.cause);
    return {
      told: { outcome: 'refused' },
      head: roundsAskedAgain(
        facts,
        assignment.map(({ round }) => round),
      ),
      tells: [{ id: 'assignmentRefused', to: ['nominator', 'sobOffice'] }],
    };
  },
  productionChecklist: ({ publicName, medicalDevice, accessibility }) => ({
    told: { outcome: 'done', publicName, medicalDevice, accessibility: accessibility.value },
  }),
  deviationApproval: ({ approved }, { facts, asked }) => {
    const others = deviationApprovals(facts, String(asked.told?.deviation)).filter(
      ({ id, status }) => id !== asked.id && status === 'open',
    );
    if (!approved) return { told: { outcome: 'refused' }, questions: released(others), tells: [DECIDED] };
    if (others.length > 0) return { told: { outcome: 'approved' } };
    return {
      told: { outcome: 'approved' },
      head: asked.told?.affectsFrame === true ? nextVersion(facts) : {},
      tells: [DECIDED],
    };
  },
  contentReview: ({ reviewDone, reviewOutcome }, { facts }) => {
    const outcome = reviewDone ? String(reviewOutcome) : 'withoutReview';
    return { told: { outcome }, ...(outcome === 'notApproved' && reworked(facts)) };
  },
  test: (answers, { facts }) => {
    const outcome = testOutcome(answers);
    return { told: { outcome }, ...(outcome === 'failed' && reworked(facts)) };
  },
};

const DECIDED: Notice = { id: 'deviationDecided', to: ['projectManager', 'sobOffice'] };
const REWORK: Notice = { id: 'rework', to: ['projectManager', 'sobOffice'] };

/**
 * The project has its people, and each of its two parties is asked to approve the assignment (P-02). Where only access to
 * a programme is arranged there is no project, and nothing to approve.
 */
const started = (answers: StepAnswers['projectAssignment'], { facts, asked, now }: Answering): Follows => {
  const contacts = withProject(facts, answers);
  const { head, questions, asks, tells } = moved(contacts, facts, now);
  const isAccess = answerThatCounts(facts, 'decision')?.told?.outcome === 'useExisting';
  return {
    told: { outcome: isAccess ? 'accessArranged' : 'started', heaviest: heaviestOf(answers) },
    head: { ...head, ...reviewed(facts, 'projectAssignment', undefined) },
    questions,
    asks: [
      ...asks,
      ...(isAccess ? [] : approvers(contacts)).map((who) =>
        sideQuestion(facts, 'assignmentApproval', who, now, asked),
      ),
    ],
    tells,
  };
};

const approvers = (contacts: Contacts): readonly (keyof Contacts)[] =>
  (['projectOwner', 'projectManager'] as const).filter((who) => contacts[who] !== undefined);

const released = (questions: readonly QuestionFact[]): Readonly<Record<string, QuestionChange>> =>
  Object.fromEntries(questions.map(({ id }) => [id, { status: 'released' as const }]));

/** P-03, P-07: what all who have to have approved is the next version. */
const nextVersion = ({ head }: CaseFacts): HeadChange => ({
  assignmentVersion: (head.assignmentVersion ?? 0) + 1,
});

/** R-h1, R-i1: what was produced is worked on again. Where it is being worked on already, that is enough. */
const reworked = (facts: CaseFacts): Pick<Follows, 'head' | 'tells'> => {
  const production = newestRound(facts, 'productionChecklist');
  const isGiven =
    production !== undefined && questionsOf(facts, production).some(({ status }) => status === 'answered');
  return { head: isGiven ? roundsAskedAgain(facts, [production]) : {}, tells: [REWORK] };
};

/** R-i1: one outcome of the two tests; what failed outweighs all else, and one test that was made is enough. */
const testOutcome = ({ functional, clinical }: StepAnswers['test']): string => {
  const outcomes = [functional, clinical].flatMap(({ done, outcome }) => (done ? (outcome ?? []) : []));
  return (
    (['failed', 'passedWithIssues', 'passed'] as const).find((it) => outcomes.includes(it)) ?? 'withoutTest'
  );
};
