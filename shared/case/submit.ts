import type { Answers } from '../routine/form.ts';
import type { nominationForm } from '../routine/nomination.ts';
import type { Notice } from '../routine/question.ts';
import { ROUTINE_VERSION } from '../routine/routine.ts';
import type { CaseHead, Mailing } from './facts.ts';
import { noticeMailing } from './notices.ts';

export type Nomination = Answers<typeof nominationForm>;

/** N-3: the office is asked to screen, which is its notice; the nominator gets a receipt. */
const RECEIPT: Notice = { id: 'N-3', to: ['nominator'] };

export interface NewCase {
  readonly head: Omit<CaseHead, 'version' | 'chain'>;
  readonly mailings: readonly Mailing[];
}

/** The case that a nomination begins (R-a5): its phase is wanted and not yet started. */
export const newCase = (
  nomination: Nomination,
  given: {
    readonly id: string;
    readonly number: string;
    readonly at: string;
    readonly wake: string;
    readonly lookAgainAt: string;
  },
): NewCase => {
  const head: NewCase['head'] = {
    id: given.id,
    number: given.number,
    routineVersion: ROUTINE_VERSION,
    milestone: 'submitted',
    submittedAt: given.at,
    nominationType: nomination.nominationType,
    programmeKind: nomination.programmeKindProposed,
    contacts: {
      nominator: nomination.contactEmail,
      ...(nomination.headOfOperationsEmail !== undefined && {
        headOfOperations: nomination.headOfOperationsEmail,
      }),
      ...(nomination.sobContactEmail !== undefined && { sobContact: nomination.sobContactEmail }),
    },
    councils: [],
    phase: 'nomination',
    phaseWanted: true,
    attempt: 1,
    startedAttempt: 0,
    wake: given.wake,
    lookAgainAt: given.lookAgainAt,
  };
  const facts = { head: { ...head, version: 0, chain: '' }, questions: [], tokens: [], mailings: [] };
  return { head, mailings: noticeMailing([RECEIPT], 'submission', facts) };
};
