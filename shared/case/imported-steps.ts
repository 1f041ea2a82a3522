import { type CaseRow, isPast, type WaitsAt } from '../routine/import/case-row.ts';
import type { MachineStep } from '../routine/question.ts';
import type { Asked, CaseFacts, QuestionFact, Round } from './facts.ts';
import { isAccessArranged } from './import-rules.ts';
import { latestOf, momentOf, TAKEN_OVER } from './imported.ts';
import { newQuestion } from './opening.ts';
import { phaseOf } from './phases.ts';
import { heaviestOf } from './project.ts';
import { askedBodies } from './rounds.ts';
import { dateInSweden } from './sweden.ts';

/** A step that somebody was asked; its first round. Days are `YYYY-MM-DD`. */
interface AskedStep {
  readonly step: MachineStep;
  /** Where several are asked; otherwise whoever the step is asked of. */
  readonly body?: Asked;
  readonly from: string;
}

/** One that was answered, with what rules need of the answer and what is known of its form. */
export interface PassedStep extends AskedStep {
  readonly on: string;
  readonly by?: string | undefined;
  readonly told: NonNullable<QuestionFact['told']>;
  readonly known: Readonly<Record<string, unknown>>;
}

/** The question of a step, as it was asked. */
const askedQuestion = (facts: CaseFacts, { step, body, from }: AskedStep, now: Date): QuestionFact => {
  const round: Round = { phase: phaseOf(step) ?? 'nomination', step, nth: 1 };
  const [asked] = body === undefined ? askedBodies(round, facts) : [body];
  return newQuestion(round, String(asked), momentOf(from, now));
};

/** A question that was answered before Nominera. */
export const passedQuestion = (facts: CaseFacts, passed: PassedStep, now: Date): QuestionFact => ({
  ...askedQuestion(facts, passed, now),
  status: 'answered',
  told: passed.told,
  answeredAt: momentOf(passed.on, now).toISOString(),
  answeredBy: passed.by ?? TAKEN_OVER,
  givenOn: 1,
  recordedByOffice: true,
});

/** The questions that the case waits for. Their first mail is on its way, so that nobody is reminded the morning after. */
export const openQuestionsOf = (facts: CaseFacts, row: CaseRow, now: Date): readonly QuestionFact[] =>
  WAITING[row.waitsAt](row).map((it) => ({
    ...askedQuestion(facts, it, now),
    remindedOn: dateInSweden(now),
    ...(row.restsUntil !== undefined && { restsUntil: row.restsUntil }),
  }));

/** A day that the form, or the rules between its fields, demand where it is asked for. */
const day = (it: string | undefined): string => String(it);

/** All that the decision weighs was there from then on. */
const weighedFrom = ({ positions = [], pprDecidedOn, submittedOn }: CaseRow): string =>
  latestOf(submittedOn, pprDecidedOn, ...positions.map(({ decidedOn }) => decidedOn));

const producedOn = ({ productionDoneOn, contentReviewOn, testOn, projectStartedOn }: CaseRow): string =>
  latestOf(day(projectStartedOn), productionDoneOn, contentReviewOn, testOn);

const WAITING: Readonly<Record<WaitsAt, (row: CaseRow) => readonly AskedStep[]>> = {
  screening: ({ submittedOn }) => [{ step: 'screening', from: submittedOn }],
  position: ({ positions = [] }) =>
    positions
      .filter(({ position }) => position === undefined)
      .map(({ council, receivedOn }) => ({ step: 'position', body: council, from: receivedOn })),
  pprPosition: ({ pprReceivedOn }) => [{ step: 'pprPosition', from: day(pprReceivedOn) }],
  decision: (row) => [{ step: 'decision', from: weighedFrom(row) }],
  projectAssignment: ({ decidedOn }) => [{ step: 'projectAssignment', from: day(decidedOn) }],
  production: ({ projectStartedOn, productionDoneOn, contentReview, test }) =>
    [
      { step: 'productionChecklist' as const, done: productionDoneOn },
      { step: 'contentReview' as const, done: contentReview },
      { step: 'test' as const, done: test },
    ]
      .filter(({ done }) => done === undefined)
      .map(({ step }) => ({ step, from: day(projectStartedOn) })),
  introduction: (row) => [{ step: 'introduction', from: producedOn(row) }],
};

/** Every step that the case has left behind. */
export const stepsPassed = (row: CaseRow): readonly PassedStep[] => {
  const isBehind = (step: WaitsAt): boolean => isPast(step, row.waitsAt);
  return [
    ...(isBehind('screening') ? [screened(row)] : []),
    ...councilsPassed(row),
    ...(row.pprPosition === undefined ? [] : [prioritised(row)]),
    ...(isBehind('decision') ? [decided(row)] : []),
    ...(isBehind('projectAssignment') ? [started(row), ...producedSoFar(row)] : []),
  ];
};

const screened = ({ submittedOn, screenedOn, positions = [], programmeKind }: CaseRow): PassedStep => {
  const councils = positions.map(({ council }) => council);
  return {
    step: 'screening',
    from: submittedOn,
    on: day(screenedOn),
    told: { outcome: 'forwardToCouncils' },
    known: {
      ...(programmeKind !== 'unsure' && { programmeKind }),
      screeningOutcome: 'forwardToCouncils',
      councils,
      ...(councils.length > 1 && { leadCouncil: councils[0] }),
      screeningReason: TAKEN_OVER,
    },
  };
};

const councilsPassed = ({ positions = [] }: CaseRow): readonly PassedStep[] =>
  positions.flatMap(({ council, receivedOn, position, refersToPpr, decidedOn, reason = TAKEN_OVER }) =>
    position === undefined
      ? []
      : [
          {
            step: 'position' as const,
            body: council,
            from: receivedOn,
            on: day(decidedOn),
            told: { outcome: refersToPpr ? 'referToPpr' : 'noReferral', position },
            known: { receivedByCouncilOn: receivedOn, position, positionReason: reason, decidedOn },
          },
        ],
  );

const prioritised = (row: CaseRow): PassedStep => ({
  step: 'pprPosition',
  from: day(row.pprReceivedOn),
  on: day(row.pprDecidedOn),
  told: { outcome: String(row.pprPosition) },
  known: {
    receivedByPprOn: row.pprReceivedOn,
    pprPosition: row.pprPosition,
    pprReason: row.pprReason ?? TAKEN_OVER,
    decidedOn: row.pprDecidedOn,
  },
});

const decided = (row: CaseRow): PassedStep => {
  const { decision, decisionReason, decisionMaker, decidedOn, registrationNumber } = row;
  return {
    step: 'decision',
    from: weighedFrom(row),
    on: day(decidedOn),
    by: decisionMaker,
    told: { outcome: String(decision) },
    known: {
      decision,
      reason: decisionReason ?? TAKEN_OVER,
      ...(decisionMaker !== undefined && { decisionMaker }),
      decidedOn,
      ...(registrationNumber !== undefined && { recordNumber: registrationNumber }),
    },
  };
};

const started = (row: CaseRow): PassedStep => ({
  step: 'projectAssignment',
  from: day(row.decidedOn),
  on: day(row.projectStartedOn),
  told: { outcome: isAccessArranged(row) ? 'accessArranged' : 'started', heaviest: heaviestOf({}) },
  known: { projectOutcome: 'started' },
});

/** g, h and i, of which each can have been done before the others. */
const producedSoFar = (row: CaseRow): readonly PassedStep[] => {
  const from = day(row.projectStartedOn);
  const { productionDoneOn, contentReview, test } = row;
  const [publicName, medicalDevice] = [String(row.publicName), String(row.medicalDevice)];
  const accessibility = String(row.accessibility);
  return [
    ...(productionDoneOn === undefined
      ? []
      : [
          {
            step: 'productionChecklist' as const,
            from,
            on: productionDoneOn,
            told: { outcome: 'done', publicName, medicalDevice, accessibility },
            known: {
              publicName,
              medicalDevice,
              accessibility: { value: accessibility, comment: TAKEN_OVER },
            },
          },
        ]),
    ...(contentReview === undefined
      ? []
      : [
          {
            step: 'contentReview' as const,
            from,
            on: day(row.contentReviewOn),
            told: { outcome: contentReview },
            known:
              contentReview === 'withoutReview'
                ? { reviewDone: false, skipReason: TAKEN_OVER }
                : { reviewDone: true, reviewOutcome: contentReview },
          },
        ]),
    ...(test === undefined
      ? []
      : [
          {
            step: 'test' as const,
            from,
            on: day(row.testOn),
            told: { outcome: test },
            known: {
              functional:
                test === 'withoutTest'
                  ? { done: false, skipReason: TAKEN_OVER }
                  : { done: true, outcome: test, resultSummary: TAKEN_OVER },
            },
          },
        ]),
  ];
};
