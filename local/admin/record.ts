import { signature } from '../../shared/case/answers.ts';
import type { CaseFacts } from '../../shared/case/facts.ts';
import { digestOf } from '../../shared/records/acts.ts';
import { readFacts } from '../../shared/records/cases.ts';
import type { Operator } from '../../shared/records/operations.ts';
import { type GivenAct, recordAct } from '../../shared/records/record-act.ts';
import { minutesAfter } from '../../shared/runtime/clock.ts';
import { systemTime } from '../moved-time.ts';
import { Problem } from '../problem.ts';
import type { Target } from './target.ts';

/** Minutes until somebody looks at what an operator has moved, whatever came of it: as after any act. */
export const PATIENCE_MINUTES = 15;

/** Times that a case is tried in which people act meanwhile. */
const MOST_TRIES = 8;

/** Whom a case's chain names for an operator's act: their AWS identity, and as a digest the name that they sign with. */
const signatory = ({ name }: Operator) => ({ name, role: 'drift' });

/**
 * Records an operator's act in a case, weighed anew where somebody else was quicker.
 * @param weigh what it is and what follows; throws a Problem where it may not be done any more
 */
export const recordOperators = async (
  { store }: Target,
  caseId: string,
  by: Operator,
  weigh: (facts: CaseFacts, now: Date) => Pick<GivenAct, 'kind' | 'answers' | 'consequence' | 'question'>,
  body = '',
): Promise<void> => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const facts = await readFacts(store, caseId);
    if (facts === undefined) throw new Error(`The case ${caseId} is gone`);
    const now = systemTime();
    const given: GivenAct = {
      ...weigh(facts, now),
      at: now.toISOString(),
      by: { body, subject: by.arn, answeredBy: digestOf(signatory(by)) },
      signedBy: signature(signatory(by)),
      wake: crypto.randomUUID(),
      lookAgainAt: minutesAfter(now, PATIENCE_MINUTES),
    };
    if (await recordAct(store, facts, given)) return;
  }
  throw new Problem('The case changed each time this was tried. Run the command again.');
};
