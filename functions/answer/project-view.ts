import type { StepAnswers } from '../../shared/case/answers.ts';
import {
  type AssignmentVersion,
  assignmentVersions,
  costDifference,
  deviationApprovals,
  type GivenAssignment,
  type ReportedDeviation,
} from '../../shared/case/assignment.ts';
import { changesBetween } from '../../shared/case/changes.ts';
import type { CaseFacts, QuestionFact } from '../../shared/case/facts.ts';
import { missingMonths } from '../../shared/case/monthly-reports.ts';
import { holdsWithheld } from '../../shared/case/openness.ts';
import type { Approval, DeviationView, ProjectView } from '../../shared/pages/pages.ts';
import type { CaseTexts, StoredAct } from '../../shared/records/cases.ts';
import { projectAssignment } from '../../shared/routine/project-assignment.ts';
import { answerTo } from './give.ts';
import type { Opening } from './history.ts';
import { bodyName, nameOf, onDate } from './names.ts';
import type { OpenedCase } from './opened.ts';

type Assignment = StepAnswers['projectAssignment'];

/** The project of a case with all that Part 2 of the routine asks to be kept of it; none before it is assigned. */
export const projectView = (opened: OpenedCase, texts: CaseTexts, open: Opening): ProjectView | undefined => {
  const { facts } = opened;
  const given = assignmentsOf(facts, texts);
  const [newest, last] = [given.at(-1), given.at(-2)];
  if (newest === undefined) return undefined;
  const assignment = open(newest.answers) as Assignment;
  const versions = assignmentVersions(facts, given, reportedDeviations(texts));
  return {
    assignment,
    versions,
    approvals: approvalsOf(
      opened,
      facts.questions.filter(({ cause }) => cause === newest.questionId),
    ),
    ...(last !== undefined && {
      changes: changesBetween(projectAssignment.form, open(last.answers), assignment),
    }),
    ...costsOf(open(texts.nomination), assignment),
    deviations: texts.acts.filter(isDeviation).map((it) => deviationView(opened, it)),
    reports: reportsOf(texts).map(({ at, answers }) => ({ on: onDate(at), answers })),
    missing: missingOf(opened, texts, assignment, versions),
  };
};

/** R-f5: not where a reader would see a part of the sums and take it for the whole. */
const costsOf = (nomination: CaseTexts['nomination'], assignment: Assignment): Pick<ProjectView, 'costs'> => {
  if (holdsWithheld(nomination) || holdsWithheld(assignment)) return {};
  const costs = costDifference(nomination.costLines as Nominated, assignment.costLines ?? []);
  return costs === undefined ? {} : { costs };
};

type Nominated = Parameters<typeof costDifference>[0];

/** Assignments to start a project, oldest first: others put it off, or say that it is not feasible. */
const assignmentsOf = (facts: CaseFacts, texts: CaseTexts): readonly GivenAssignment[] =>
  facts.questions
    .filter(({ round, told }) => round.step === 'projectAssignment' && told?.outcome === 'started')
    .sort((a, b) => a.round.nth - b.round.nth)
    .flatMap((asked) => {
      const answers = answerTo(texts, asked);
      return answers === undefined ? [] : [{ questionId: asked.id, answers: answers as Assignment }];
    });

const approvalsOf = ({ bodies }: OpenedCase, asked: readonly QuestionFact[]): readonly Approval[] =>
  asked.map((it) => ({
    bodyName: bodyName(bodies, it),
    outcome: it.status === 'answered' ? String(it.told?.outcome) : it.status,
    ...(it.answeredAt !== undefined && { on: onDate(it.answeredAt) }),
  }));

const isDeviation = ({ act }: StoredAct): boolean => act === 'reportDeviation';

const reportedDeviations = ({ acts }: CaseTexts): readonly ReportedDeviation[] =>
  acts.filter(isDeviation).map(({ seq, signedBy = '', answers }) => ({
    version: seq,
    by: signedBy,
    answers: answers as ReportedDeviation['answers'],
  }));

const deviationView = (opened: OpenedCase, act: StoredAct): DeviationView => ({
  on: onDate(act.at),
  by: nameOf(opened.bodies, act.by) ?? { sv: act.by, en: act.by },
  answers: act.answers,
  approvals: approvalsOf(opened, deviationApprovals(opened.facts, String(act.seq))),
});

const reportsOf = ({ acts }: CaseTexts): readonly StoredAct[] =>
  acts.filter(({ act }) => act === 'reportMonth');

/** P-28: only where the owner has asked for reports, and until the programme is there. */
const missingOf = (
  { facts, known: { today } }: OpenedCase,
  texts: CaseTexts,
  { monthlyReport }: Assignment,
  [first]: readonly AssignmentVersion[],
): readonly string[] =>
  monthlyReport === true && first !== undefined && facts.programme === undefined && facts.head.phaseWanted
    ? missingMonths({
        from: first.on,
        today,
        reported: reportsOf(texts).map(({ answers }) => String(answers.month)),
      })
    : [];
