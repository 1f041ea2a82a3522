import type { Written } from '../../shared/case/answers.ts';
import {
  type CaseFacts,
  type CaseHead,
  LAYOUT,
  type Mailing,
  type QuestionFact,
  type Round,
  roundId,
  type TokenFact,
} from '../../shared/case/facts.ts';
import { newQuestion } from '../../shared/case/opening.ts';
import type { Step } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';

/** Builders of facts: each test states only what matters to it. */

export const NOW = new Date('2026-11-23T12:00:00.000Z');

/** Nothing written that a rule compares with. */
export const NOBODY: Written = { nomination: {}, answers: [] };

export const aRound = (step: Step, nth = 1): Round => ({ phase: QUESTIONS[step].phase, step, nth });

export const aHead = (given: Partial<CaseHead> = {}): CaseHead => ({
  id: 'case-1',
  number: 'N-2026-0001',
  layout: LAYOUT,
  routineVersion: 'test',
  version: 1,
  opened: 1,
  chain: 'chain',
  milestone: 'submitted',
  submittedAt: '2026-11-23T08:00:00.000Z',
  nominationType: 'createNew',
  programmeKind: 'treatment',
  anchoring: 'stated',
  nominationVersion: 1,
  councilsAsked: given.councils ?? [],
  caseLinks: {
    nominator: { version: 1, linked: 1, keyId: 'k1' },
    sobOffice: { version: 1, linked: 1, keyId: 'k1' },
  },
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
    linked: 1,
    linkKeyId: 'k1',
    openedAt: '2026-11-23T08:00:00.000Z',
    receivedOn: '2026-11-23',
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

/** Who gets which notice, as `N-7 → nominator`. */
export const toldIn = (mailings: readonly Mailing[]): readonly string[] =>
  mailings.flatMap(({ mails }) =>
    mails.map(({ about, to }) => {
      const what = 'notice' in about ? about.notice : about.question;
      return `${what} → ${Object.values(to).join('/')}`;
    }),
  );

export const facts = (
  given: Partial<Omit<CaseFacts, 'head'>> & { readonly head?: Partial<CaseHead> } = {},
): CaseFacts => ({
  questions: [],
  tokens: [],
  mailings: [],
  related: [],
  ...given,
  head: aHead(given.head),
});

/** The open question of a body; its step's first one where it has not been asked. */
export const questionTo = (facts: CaseFacts, step: Step, body: string): QuestionFact =>
  facts.questions.find((it) => it.round.step === step && it.body === body && it.status === 'open') ??
  newQuestion(aRound(step), body, NOW);
