import type { StepAnswers } from './answers.ts';
import type { CaseFacts } from './facts.ts';
import { positionsOf, pprPositionOf } from './rounds.ts';

/** R-c3, R-c4: either test refers to PPR; the council may also refer without them, but not hold back. */
export const refersToPpr = (answers: StepAnswers['position']): boolean =>
  answers.organisationalConsequences.value ||
  answers.economicConsequences.value ||
  !answers.manageableWithinUnits ||
  answers.referToPpr === true;

type Decision = StepAnswers['decision']['decision'];

/** What each position of a council speaks for. */
const SPEAKS_FOR: Readonly<Record<StepAnswers['position']['position'], Decision>> = {
  supportCreate: 'create',
  supportPurchase: 'purchase',
  useExisting: 'useExisting',
  collaborate: 'collaborate',
  notSupported: 'decline',
};

/** R-e2, R-e3: whether a decision departs from what any council or PPR has found. Putting it off departs from nothing. */
export const deviates = (decision: Decision, facts: CaseFacts): boolean => {
  if (decision === 'defer') return false;
  const ppr = pprPositionOf(facts);
  return (
    positionsOf(facts).some(
      ({ told }) => SPEAKS_FOR[told?.position as keyof typeof SPEAKS_FOR] !== decision,
    ) ||
    (ppr !== undefined && (ppr.told?.outcome === 'notSupported') !== (decision === 'decline'))
  );
};

/** R-e2, ROUTINE.md section 11 no. 4: whether the councils disagree, which the decision then has to weigh. */
export const councilsDisagree = (facts: CaseFacts): boolean =>
  new Set(positionsOf(facts).map(({ told }) => told?.position)).size > 1;
