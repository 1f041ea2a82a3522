import type { FieldProblem } from '../routine/check.ts';
import type { decision } from '../routine/decision.ts';
import type { Answers } from '../routine/form.ts';
import type { position } from '../routine/position.ts';
import type { pprPosition } from '../routine/ppr-position.ts';
import type { Step } from '../routine/question.ts';
import type { screening } from '../routine/screening.ts';
import type { CaseFacts, CaseHead, QuestionFact } from './facts.ts';
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

/** Reasons why an otherwise complete answer may not be given. */
export const refusals = (step: Step, answers: unknown, head: CaseHead): readonly FieldProblem[] => {
  if (step !== 'screening') return [];
  const { screeningOutcome } = answers as StepAnswers['screening'];
  if (screeningOutcome !== 'notForSob' || head.nominationType !== 'purchaseExisting') return [];
  return [
    {
      field: 'screeningOutcome',
      message: {
        sv: 'Nomineringen gäller ett inköp. Då skickas den alltid vidare till samordningsråd.',
        en: 'The nomination is for a purchase, and then it always goes on to a coordination council.',
      },
    },
  ];
};

const consequenceOf: {
  [S in Step]: (answers: StepAnswers[S], facts: CaseFacts, answered: QuestionFact) => Consequence;
} = {
  screening: ({ screeningOutcome, programmeKind, councils }) => ({
    told: { outcome: screeningOutcome },
    head:
      screeningOutcome === 'forwardToCouncils'
        ? { milestone: 'forwardedToCouncil', programmeKind, councils: councils ?? [] }
        : { milestone: 'notForSob', programmeKind, phaseWanted: false },
  }),
  position: (answers, facts, answered) => ({
    told: { outcome: refersToPpr(answers) ? 'referToPpr' : 'noReferral', position: answers.position },
    head: isLastToAnswer(facts, answered) ? { milestone: 'positionGiven' } : {},
  }),
  pprPosition: ({ pprPosition }) => ({ told: { outcome: pprPosition }, head: {} }),
  decision: ({ decision }) => ({
    told: { outcome: decision },
    head: { milestone: decision === 'decline' ? 'declined' : 'decided', phaseWanted: false },
  }),
};

const isLastToAnswer = (facts: CaseFacts, answered: QuestionFact): boolean => {
  const done = new Set(facts.questions.filter((it) => it.status === 'answered').map((it) => it.body));
  return askedBodies(answered.round.step, facts).every((body) => body === answered.body || done.has(body));
};

/** What follows from a valid, permitted answer to `answered`. */
export const consequence = <S extends Step>(
  step: S,
  answers: StepAnswers[S],
  facts: CaseFacts,
  answered: QuestionFact,
): Consequence => consequenceOf[step](answers, facts, answered);
