import type { ActAnswers, StepAnswers } from './answers.ts';
import type { CaseFacts, QuestionFact } from './facts.ts';
import { openQuestions } from './rounds.ts';
import type { Nomination } from './submit.ts';
import { dateInSweden } from './sweden.ts';

type Assignment = StepAnswers['projectAssignment'];
type Deviation = ActAnswers['reportDeviation'];

/** What an approved deviation may change (P-13). Months are `YYYY-MM`, money is in SEK. */
export interface Frame {
  readonly goal?: string;
  readonly timeTo?: string;
  readonly budgetSek?: number;
}

/** A row of the version history: «Datum Version Utfärdare Förändringsorsak» (P-07). */
export interface AssignmentVersion {
  readonly version: number;
  /** The day when the last of those who had to had approved it. */
  readonly on: string;
  readonly issuer: string;
  /** Absent where a whole assignment was given, and not a change of one. */
  readonly reasonForChange?: string;
  readonly frame: Frame;
}

/** An answer to f, as it is stored. */
export interface GivenAssignment {
  readonly questionId: string;
  readonly answers: Assignment;
}

/** A reported deviation, as it is stored; `version` is that of the case which the act made. */
export interface ReportedDeviation {
  readonly version: number;
  readonly by: string;
  readonly answers: Deviation;
}

/**
 * The established versions of the project assignment, oldest first (P-02, P-03, P-07): each assignment that its owner and
 * its manager approved, and each change of its frame that whoever had to approve it has. As many as the head counts.
 */
export const assignmentVersions = (
  facts: CaseFacts,
  assignments: readonly GivenAssignment[],
  deviations: readonly ReportedDeviation[],
): readonly AssignmentVersion[] => {
  const given = assignments.flatMap((it) => assignmentChange(facts, it));
  const changed = deviations.flatMap((it) => frameChange(facts, it));
  const inOrder = [...given, ...changed].sort((a, b) => a.at.localeCompare(b.at));
  let frame: Frame = {};
  return inOrder.map(({ at, issuer, isWhole, reasonForChange, change }, index) => {
    frame = isWhole ? change : { ...frame, ...change };
    return {
      version: index + 1,
      on: dateInSweden(new Date(at)),
      issuer,
      ...(reasonForChange !== undefined && { reasonForChange }),
      frame,
    };
  });
};

interface Change {
  readonly at: string;
  readonly issuer: string;
  readonly isWhole: boolean;
  readonly reasonForChange?: string;
  readonly change: Frame;
}

const assignmentChange = (facts: CaseFacts, { questionId, answers }: GivenAssignment): readonly Change[] => {
  const question = facts.questions.find(({ id }) => id === questionId);
  const at = establishedAt(
    facts.questions.filter((it) => it.cause === questionId && isAssignmentApproval(it)),
  );
  if (at === undefined || question === undefined) return [];
  const { goal, timeTo, budgetSek } = answers;
  return [
    {
      at,
      issuer: question.answeredBy ?? '',
      isWhole: true,
      change: frameOf(goal, timeTo, budgetSek),
    },
  ];
};

const frameChange = (facts: CaseFacts, { version, by, answers }: ReportedDeviation): readonly Change[] => {
  const at = establishedAt(deviationApprovals(facts, String(version)));
  if (at === undefined || !answers.affectsFrame) return [];
  const { newGoal, newTimeTo, newBudgetSek, cause } = answers;
  return [
    {
      at,
      issuer: by,
      isWhole: false,
      reasonForChange: cause,
      change: frameOf(newGoal, newTimeTo, newBudgetSek),
    },
  ];
};

const frameOf = (
  goal: string | undefined,
  timeTo: string | undefined,
  budgetSek: number | undefined,
): Frame => ({
  ...(goal !== undefined && { goal }),
  ...(timeTo !== undefined && { timeTo }),
  ...(budgetSek !== undefined && { budgetSek }),
});

/** When the last of several approvals was given; absent where one is missing or is a no. */
const establishedAt = (approvals: readonly QuestionFact[]): string | undefined =>
  approvals.every(({ told }) => told?.outcome === 'approved')
    ? approvals
        .flatMap(({ answeredAt }) => answeredAt ?? [])
        .sort()
        .at(-1)
    : undefined;

const isAssignmentApproval = ({ round }: QuestionFact): boolean => round.step === 'assignmentApproval';

/** The approvals that an answer to f waits for. */
export const openApprovalsOf = (facts: CaseFacts, cause: string | undefined): readonly QuestionFact[] =>
  openQuestions(facts).filter((it) => isAssignmentApproval(it) && it.cause === cause);

/** The approvals of one deviation, named by the version of the case that the report made. */
export const deviationApprovals = (
  { questions }: Pick<CaseFacts, 'questions'>,
  deviation: string,
): readonly QuestionFact[] =>
  questions.filter(({ round, told }) => round.step === 'deviationApproval' && told?.deviation === deviation);

type CostLine = NonNullable<Assignment['costLines']>[number];

/** Sums of cost lines, in SEK; staff time that is stated in hours alone is not in them. */
export interface CostTotals {
  readonly oneOff: number;
  readonly perYear: number;
}

export interface CostDifference {
  readonly nominated: CostTotals;
  readonly estimated: CostTotals;
  /** Estimated less nominated. */
  readonly difference: CostTotals;
}

/**
 * R-f5: what the cost estimate adds to, or takes from, the costs that were nominated; absent where those were not known.
 */
export const costDifference = (
  nominatedLines: Nomination['costLines'],
  estimatedLines: readonly CostLine[],
): CostDifference | undefined => {
  if (nominatedLines === undefined || 'unknown' in nominatedLines) return undefined;
  const [nominated, estimated] = [totalsOf(nominatedLines), totalsOf(estimatedLines)];
  return {
    nominated,
    estimated,
    difference: {
      oneOff: estimated.oneOff - nominated.oneOff,
      perYear: estimated.perYear - nominated.perYear,
    },
  };
};

const totalsOf = (lines: readonly CostLine[]): CostTotals => ({
  oneOff: sumOf(lines, 'oneOff'),
  perYear: sumOf(lines, 'perYear'),
});

const sumOf = (lines: readonly CostLine[], kind: CostLine['recurrence']): number =>
  lines
    .filter(({ recurrence }) => recurrence === kind)
    .reduce((sum, { amountSek = 0 }) => sum + amountSek, 0);
