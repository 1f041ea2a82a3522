import {
  type CaseFacts,
  type CaseHead,
  type Mailing,
  type QuestionFact,
  type Round,
  roundId,
  type TokenFact,
} from '../../shared/case/facts.ts';
import type { Step } from '../../shared/routine/question.ts';

/** Builders of facts: each test states only what matters to it. */

export const aRound = (step: Step, nth = 1): Round => ({ phase: 'nomination', step, nth });

export const aHead = (given: Partial<CaseHead> = {}): CaseHead => ({
  id: 'case-1',
  number: 'N-2026-0001',
  routineVersion: 'test',
  version: 1,
  chain: 'chain',
  milestone: 'submitted',
  submittedAt: '2026-11-23T08:00:00.000Z',
  nominationType: 'createNew',
  programmeKind: 'treatment',
  contacts: { nominator: 'nominator@example.se', headOfOperations: 'chef@example.se' },
  councils: [],
  phase: 'nomination',
  phaseWanted: true,
  attempt: 1,
  startedAttempt: 1,
  ...given,
});

export const aQuestion = (step: Step, body: string, given: Partial<QuestionFact> = {}): QuestionFact => {
  const round = given.round ?? aRound(step);
  return {
    id: `${roundId(round)}/${body}`,
    round,
    body,
    status: given.told === undefined ? 'open' : 'answered',
    linkVersion: 1,
    linkKeyId: 'k1',
    openedAt: '2026-11-23T08:00:00.000Z',
    ...given,
  };
};

export const aToken = (round: Round, given: Partial<TokenFact> = {}): TokenFact => ({
  id: `token-${roundId(round)}-${given.attempt ?? 1}`,
  round,
  attempt: 1,
  taskToken: 'secret',
  ...given,
});

export const aMailing = (given: Partial<Mailing> = {}): Mailing => ({
  id: 'mailing-1',
  mails: [{ id: 'mail-1', about: { notice: 'N-3' }, to: { contact: 'nominator' } }],
  sent: {},
  ...given,
});

export const facts = (
  given: Partial<Omit<CaseFacts, 'head'>> & { readonly head?: Partial<CaseHead> } = {},
): CaseFacts => ({
  questions: [],
  tokens: [],
  mailings: [],
  ...given,
  head: aHead(given.head),
});
