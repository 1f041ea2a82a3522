import type { Step } from '../routine/question.ts';
import { type BodyId, type CaseFacts, questionsOf, type Round } from './facts.ts';

/** The bodies that there is exactly one of; councils are many and are named by the screening. */
export const SOB_OFFICE: BodyId = 'sobOffice';
export const PPR: BodyId = 'ppr';

/** Who must answer a step before its round can be settled. */
export const askedBodies = (step: Step, facts: CaseFacts): readonly BodyId[] => {
  switch (step) {
    case 'screening':
    case 'decision':
      return [SOB_OFFICE];
    case 'position':
      return facts.head.councils;
    case 'pprPosition':
      return [PPR];
  }
};

/**
 * The outcome of a round, or `undefined` while somebody's answer is missing. One council's referral to PPR is
 * enough, whatever the others answered (R-c1, ROUTINE.md section 11 no. 4).
 */
export const roundOutcome = (round: Round, facts: CaseFacts): string | undefined => {
  const questions = questionsOf(facts, round);
  const answers = askedBodies(round.step, facts).map(
    (body) => questions.find((it) => it.body === body)?.told,
  );
  if (answers.length === 0 || answers.some((told) => told === undefined)) return undefined;
  if (round.step === 'position') {
    return answers.some((told) => told?.outcome === 'referToPpr') ? 'referToPpr' : 'noReferral';
  }
  return String(answers[0]?.outcome);
};
