import type { Notice } from '../routine/question.ts';
import type { HeadChange, QuestionChange } from './consequence.ts';
import type { CaseFacts, Contacts, QuestionFact } from './facts.ts';
import { sideQuestion } from './opening.ts';
import { openQuestions } from './rounds.ts';
import { anchoringOf, contactsOf, type Nomination } from './submit.ts';

/** What follows in the case when the nomination gets another version, or others are to be reached. */
interface Amended {
  readonly head: HeadChange;
  readonly questions: Readonly<Record<string, QuestionChange>>;
  readonly asks: readonly QuestionFact[];
  readonly tells: readonly Notice[];
}

/** A new version of the nomination (ROUTINE.md section 3.1 no. 4): answers given before it stand, and say so. */
export const amended = (nomination: Nomination, facts: CaseFacts, now: Date): Amended => {
  const { nominationVersion, anchoring, milestone } = facts.head;
  const { head, ...contacts } = moved(contactsOf(nomination), facts, now);
  return {
    ...contacts,
    head: {
      ...head,
      nominationVersion: nominationVersion + 1,
      nominationType: nomination.nominationType,
      // Once it is screened, the kind is the office's and the council's to change.
      ...(milestone === 'submitted' && { programmeKind: nomination.programmeKindProposed }),
      // A manager who has answered is not overruled by what the nomination says (R-a3).
      ...(anchoring === 'asked' && { anchoring: anchoringOf(nomination) }),
    },
  };
};

/**
 * Other people of the case: whoever is replaced has links that lead nowhere any more (ROUTINE.md section 0 no. 12);
 * to whoever is left out no mail can be sent any more, and the case goes on without the answer.
 */
export const moved = (contacts: Contacts, facts: CaseFacts, now: Date): Amended => {
  const { contacts: before, caseLinks } = facts.head;
  const { nominator } = caseLinks;
  const isMoved = (who: string): boolean => contacts[who as keyof Contacts] !== before[who as keyof Contacts];
  const changed = openQuestions(facts)
    .filter(({ body }) => isMoved(body))
    .map(({ id, body, linkVersion }): [string, QuestionChange] => [
      id,
      contacts[body as keyof Contacts] === undefined
        ? { status: 'closed' }
        : { linkVersion: linkVersion + 1 },
    ]);
  return {
    head: {
      contacts,
      ...(isMoved('nominator') && {
        caseLinks: { ...caseLinks, nominator: { ...nominator, version: nominator.version + 1 } },
      }),
    },
    questions: Object.fromEntries(changed),
    asks: isMoved('headOfOperations') ? managerAsked(contacts, facts, now) : [],
    tells: [
      ...(isMoved('nominator') ? [CONTACTS_CHANGED] : []),
      ...(isMoved('sobContact') ? [SOB_CONTACT_TOLD] : []),
    ],
  };
};

const CONTACTS_CHANGED: Notice = { id: 'contactsChanged', to: ['nominator', 'sobOffice'] };
const SOB_CONTACT_TOLD: Notice = { id: 'N-1', to: ['sobContact'] };

/** Another manager is asked, as the first was, until the nomination has been forwarded (R-a3). */
const managerAsked = (contacts: Contacts, facts: CaseFacts, now: Date): readonly QuestionFact[] => {
  const { milestone, anchoring } = facts.head;
  const isAsked = openQuestions(facts).some(({ round }) => round.step === 'anchoring');
  const isWanted = milestone === 'submitted' && anchoring !== 'notNeeded';
  return isWanted && !isAsked && contacts.headOfOperations !== undefined
    ? [sideQuestion(facts, 'anchoring', 'headOfOperations', now)]
    : [];
};
