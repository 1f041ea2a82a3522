import type { FieldProblem } from '../routine/check.ts';
import type { decision } from '../routine/decision.ts';
import type { Answers } from '../routine/form.ts';
import type { position } from '../routine/position.ts';
import type { pprPosition } from '../routine/ppr-position.ts';
import type { Step } from '../routine/question.ts';
import type { screening } from '../routine/screening.ts';
import { type CaseFacts, type CaseHead, type QuestionFact, questionsOf } from './facts.ts';
import { askedBodies } from './rounds.ts';

/** A valid answer to the question of some step. */
export type StepAnswers = {
  screening: Answers<(typeof screening)['form']>;
  position: Answers<(typeof position)['form']>;
  pprPosition: Answers<(typeof pprPosition)['form']>;
  decision: Answers<(typeof decision)['form']>;
};

/** What one answer changes: what the machine is told, and what the case's head says from then on. */
export interface Consequence {
  readonly told: Readonly<Record<string, string | boolean>>;
  readonly head: Partial<Pick<CaseHead, 'milestone' | 'councils' | 'programmeKind' | 'phaseWanted'>>;
}

/** R-c3, R-c4: either test refers to PPR; the council may also refer without them, but not hold back. */
export const refersToPpr = (answers: StepAnswers['position']): boolean =>
  answers.organisationalConsequences.value ||
  answers.economicConsequences.value ||
  !answers.manageableWithinUnits ||
  answers.referToPpr === true;

/** What each position of a council speaks for. */
const SPEAKS_FOR: Readonly<Record<StepAnswers['position']['position'], StepAnswers['decision']['decision']>> =
  {
    supportCreate: 'create',
    supportPurchase: 'purchase',
    useExisting: 'useExisting',
    collaborate: 'collaborate',
    notSupported: 'decline',
  };

/** R-e2, R-e3: whether a decision departs from what any council or PPR has found. */
export const deviates = (
  decision: StepAnswers['decision']['decision'],
  questions: readonly QuestionFact[],
): boolean =>
  questions.some(({ round, told }) => {
    if (told === undefined) return false;
    if (round.step === 'position') return SPEAKS_FOR[told.position as keyof typeof SPEAKS_FOR] !== decision;
    return round.step === 'pprPosition' && (told.outcome === 'notSupported') !== (decision === 'decline');
  });

/** What is known of the case that an answer is given in. */
type Case = Pick<CaseFacts, 'head' | 'questions'>;

const refusalsOf: {
  readonly [S in Step]?: (answers: StepAnswers[S], facts: Case) => readonly (FieldProblem | false)[];
} = {
  screening: ({ screeningOutcome, councils = [], leadCouncil }, { head }) => [
    screeningOutcome === 'notForSob' && head.nominationType === 'purchaseExisting' && PURCHASE_GOES_ON,
    leadCouncil !== undefined && !councils.includes(leadCouncil) && LEAD_NOT_CHOSEN,
  ],
  position: ({ evidenceLevel, programmeKindByCouncil }, { head }) => [
    evidenceLevel === 'notApplicable' &&
      (programmeKindByCouncil?.value ?? head.programmeKind) === 'treatment' &&
      EVIDENCE_APPLIES,
  ],
  decision: ({ decision, deviationReason }, { questions }) => [
    deviationReason === undefined && deviates(decision, questions) && DEVIATION_UNEXPLAINED,
  ],
};

const PURCHASE_GOES_ON: FieldProblem = {
  field: 'screeningOutcome',
  message: {
    sv: 'Nomineringen gäller ett inköp. Då skickas den alltid vidare till samordningsråd.',
    en: 'The nomination is for a purchase, and then it always goes on to a coordination council.',
  },
};

const LEAD_NOT_CHOSEN: FieldProblem = {
  field: 'leadCouncil',
  message: {
    sv: 'Det sammanhållande rådet ska vara ett av de samordningsråd som du har valt.',
    en: 'The lead council must be one of the coordination councils that you have chosen.',
  },
};

const EVIDENCE_APPLIES: FieldProblem = {
  field: 'evidenceLevel',
  message: {
    sv: '”Inte aktuellt” går bara att välja för stödprogram. Välj ett evidensläge.',
    en: '“Not applicable” can be chosen only for support programmes. Choose a state of evidence.',
  },
};

const DEVIATION_UNEXPLAINED: FieldProblem = {
  field: 'deviationReason',
  message: {
    sv: 'Beslutet avviker från vad ett samordningsråd eller PPR har kommit fram till. Skriv skälet till det.',
    en: 'The decision deviates from what a coordination council or PPR has found. State the reason.',
  },
};

/** Reasons why an otherwise complete answer may not be given. */
export const refusals = <S extends Step>(step: S, answers: unknown, facts: Case): readonly FieldProblem[] =>
  (refusalsOf[step]?.(answers as StepAnswers[S], facts) ?? []).filter((problem) => problem !== false);

const consequenceOf: {
  [S in Step]: (answers: StepAnswers[S], facts: CaseFacts, answered: QuestionFact) => Consequence;
} = {
  screening: ({ screeningOutcome, programmeKind, councils }) => ({
    told: { outcome: screeningOutcome },
    head: {
      ...(programmeKind !== 'neither' && { programmeKind }),
      ...(screeningOutcome === 'forwardToCouncils'
        ? { milestone: 'forwardedToCouncil', councils: councils ?? [] }
        : { milestone: 'notForSob', phaseWanted: false }),
    },
  }),
  position: (answers, facts, answered) => ({
    told: { outcome: refersToPpr(answers) ? 'referToPpr' : 'noReferral', position: answers.position },
    head: {
      ...(answers.programmeKindByCouncil && { programmeKind: answers.programmeKindByCouncil.value }),
      ...(isLastToAnswer(facts, answered) && { milestone: 'positionGiven' }),
    },
  }),
  pprPosition: ({ pprPosition }) => ({ told: { outcome: pprPosition }, head: {} }),
  decision: ({ decision }) => ({
    told: { outcome: decision },
    head: { milestone: decision === 'decline' ? 'declined' : 'decided', phaseWanted: false },
  }),
};

const isLastToAnswer = (facts: CaseFacts, answered: QuestionFact): boolean => {
  const answers = questionsOf(facts, answered.round).filter((it) => it.status === 'answered');
  const done = new Set(answers.map((it) => it.body));
  return askedBodies(answered.round.step, facts).every((body) => body === answered.body || done.has(body));
};

/** What follows from a valid, permitted answer to `answered`. */
export const consequence = <S extends Step>(
  step: S,
  answers: StepAnswers[S],
  facts: CaseFacts,
  answered: QuestionFact,
): Consequence => consequenceOf[step](answers, facts, answered);
