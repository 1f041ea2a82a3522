import { holds } from '../routine/check/conditions.ts';
import type { Answers } from '../routine/form.ts';
import { children } from '../routine/nomination/conditions.ts';
import type { nominationForm } from '../routine/nomination.ts';
import type { Notice } from '../routine/question.ts';
import { ROUTINE_VERSION } from '../routine/routine.ts';
import type { Language } from '../routine/words.ts';
import {
  type Anchoring,
  type CaseFacts,
  type CaseHead,
  type Contacts,
  LAYOUT,
  type Mailing,
  type QuestionFact,
} from './facts.ts';
import { noticeMailing } from './notices.ts';
import { NO_LINK_YET, sideQuestion } from './opening.ts';

export type Nomination = Answers<typeof nominationForm>;

export interface NewCase {
  readonly head: Omit<CaseHead, 'version' | 'chain'>;
  readonly questions: readonly QuestionFact[];
  readonly mailings: readonly Mailing[];
}

/** What only whoever stores the case can say of it. */
export interface Filed {
  readonly id: string;
  readonly number: string;
  readonly at: Date;
  readonly wake: string;
  readonly lookAgainAt: string;
  /** The language that it was nominated in, where that is known. */
  readonly language?: Language;
}

/**
 * The case that a nomination begins (R-a5): its phase is wanted and not yet started. The head of operations is asked
 * beside it (R-a3), the nominator gets a receipt, the office is told where there is no SoB contact (R-a4).
 */
export const newCase = (nomination: Nomination, filed: Filed): NewCase => {
  const head = headOf(nomination, filed);
  const facts: CaseFacts = {
    head: { ...head, version: 0, chain: '' },
    questions: [],
    tokens: [],
    mailings: [],
    related: [],
  };
  const asksManager = head.contacts.headOfOperations !== undefined && head.anchoring !== 'notNeeded';
  return {
    head,
    questions: asksManager ? [sideQuestion(facts, 'anchoring', 'headOfOperations', filed.at)] : [],
    mailings: noticeMailing(tellsOf(nomination), facts, { cause: 'submission' }),
  };
};

const headOf = (
  nomination: Nomination,
  { id, number, at, wake, lookAgainAt, language }: Filed,
): NewCase['head'] => ({
  id,
  number,
  layout: LAYOUT,
  routineVersion: ROUTINE_VERSION,
  milestone: 'submitted',
  submittedAt: at.toISOString(),
  nominationType: nomination.nominationType,
  programmeKind: nomination.programmeKindProposed,
  forChildren: isForChildren(nomination),
  contacts: contactsOf(nomination),
  ...(language && { language }),
  anchoring: anchoringOf(nomination),
  nominationVersion: 1,
  councils: [],
  councilsAsked: [],
  caseLinks: { nominator: NO_LINK_YET, sobOffice: NO_LINK_YET },
  opened: 0,
  phase: 'nomination',
  phaseWanted: true,
  attempt: 1,
  startedAttempt: 0,
  wake,
  lookAgainAt,
});

/** R-a13: whether children are in the target group. */
export const isForChildren = (nomination: Pick<Nomination, 'targetAgeGroups'>): boolean =>
  holds(children, [nomination], { today: '', facts: {}, registers: {} });

/** Who can be reached in a case, and where. */
export const contactsOf = ({
  contactEmail,
  headOfOperationsEmail,
  sobContactEmail,
}: Pick<Nomination, 'contactEmail' | 'headOfOperationsEmail' | 'sobContactEmail'>): Contacts => ({
  nominator: contactEmail,
  ...(headOfOperationsEmail !== undefined && { headOfOperations: headOfOperationsEmail }),
  ...(sobContactEmail !== undefined && { sobContact: sobContactEmail }),
});

/** Initiators that have no manager whose word is needed, when nobody else is among them (ROUTINE.md section 11 no. 13). */
const WITHOUT_MANAGER: readonly string[] = ['coordinationCouncil', 'researchGroup', 'sobOffice'];

/**
 * R-a3, ROUTINE.md section 0 no. 3: a stated anchoring counts until the manager says otherwise; only what was not
 * stated is waited for.
 */
export const anchoringOf = ({
  initiatorCategory = [],
  anchoredWithHeadOn,
  headOfOperationsEmail,
}: Pick<Nomination, 'initiatorCategory' | 'anchoredWithHeadOn' | 'headOfOperationsEmail'>): Anchoring => {
  if (anchoredWithHeadOn !== undefined) return 'stated';
  const hasNoManager =
    initiatorCategory.length > 0 && initiatorCategory.every((it) => WITHOUT_MANAGER.includes(it));
  return hasNoManager || headOfOperationsEmail === undefined ? 'notNeeded' : 'asked';
};

/** N-3, the nominator's receipt (the office is asked to screen, which is its notice); N-1, R-a3; N-2, R-a4. */
const tellsOf = ({ sobContactExists }: Nomination): readonly Notice[] => [
  { id: 'N-3', to: ['nominator'] },
  sobContactExists === 'yes' ? { id: 'N-1', to: ['sobContact'] } : { id: 'N-2', to: ['sobOffice'] },
];
