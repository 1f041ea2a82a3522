import type { Notice } from '../routine/question.ts';
import type { HeadChange, QuestionChange } from './consequence.ts';
import type { CaseFacts, Contacts } from './facts.ts';
import { openQuestions } from './rounds.ts';
import { anchoringOf, contactsOf, type Nomination } from './submit.ts';

/** What follows in the case when the nomination gets another version, or others are to be reached. */
interface Amended {
  readonly head: HeadChange;
  readonly questions: Readonly<Record<string, QuestionChange>>;
  readonly tells: readonly Notice[];
}

/** A new version of the nomination (ROUTINE.md section 3.1 no. 4): answers given before it stand, and say so. */
export const amended = (nomination: Nomination, facts: CaseFacts): Amended => {
  const { nominationVersion, anchoring, milestone } = facts.head;
  const { head, ...contacts } = moved(contactsOf(nomination), facts);
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
export const moved = (contacts: Contacts, facts: CaseFacts): Amended => {
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
    tells: isMoved('nominator') ? [{ id: 'contactsChanged', to: ['nominator', 'sobOffice'] }] : [],
  };
};
