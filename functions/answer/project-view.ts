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
import { readsAssignment, withheldProject } from './confidential.ts';
import { answerTo } from './give.ts';
import type { Opening } from './history.ts';
import { bodyName, nameOf, onDate } from './names.ts';
import type { OpenedCase } from './opened.ts';

type Assignment = StepAnswers['projectAssignment'];

/**
 * The project of a case with all that Part 2 of the routine asks to be kept of it, as its reader may see it; none before it
 * is assigned.
 */
export const projectView = (
  opened: OpenedCase & { readonly asked?: QuestionFact },
  texts: CaseTexts,
  open: Opening,
): ProjectView | undefined => {
  const project = wholeProject(opened, texts, open);
  return project === undefined || readsAssignment(opened, texts) ? project : withheldProject(project);
};

const wholeProject = (opened: OpenedCase, texts: CaseTexts, open: Opening): ProjectView | undefined => {
  const { facts } = opened;
  const given = assignmentsOf(facts, texts);
  const [newest, last] = [given.at(-1), given.at(-2)];
  if (newest === undefined) return undefined;
  const asked = facts.questions.find(({ id }) => id === newest.questionId);
  const assignment = registered(open(newest.answers) as Assignment, asked, texts);
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

/** P-05: an assignment with the number that was given for it later, unless it states another since. */
const registered = (
  assignment: Assignment,
  given: QuestionFact | undefined,
  { acts }: CaseTexts,
): Assignment => {
  const later = acts.findLast(({ act }) => act === 'setRegistrationNumber');
  const isNewer =
    assignment.registrationNumber === undefined || (given?.answeredAt ?? '') < (later?.at ?? '');
  const number = isNewer ? later?.answers.registrationNumber : undefined;
  return typeof number === 'string' ? { ...assignment, registrationNumber: number } : assignment;
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
