import type { Former, Notice } from '../routine/question.ts';
import type { HeadChange, QuestionChange } from './consequence.ts';
import type { CaseFacts, Contacts, QuestionFact } from './facts.ts';
import { NO_LINK_YET, sideQuestion } from './opening.ts';
import { openQuestions } from './rounds.ts';
import { anchoringOf, contactsOf, isForChildren, type Nomination } from './submit.ts';

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
  const { head, ...contacts } = moved(namedAnew(facts, contactsOf(nomination)), facts, now);
  return {
    ...contacts,
    head: {
      ...head,
      nominationVersion: nominationVersion + 1,
      nominationType: nomination.nominationType,
      forChildren: isForChildren(nomination),
      // Once it is screened, the kind is the office's and the council's to change.
      ...(milestone === 'submitted' && { programmeKind: nomination.programmeKindProposed }),
      // A manager who has answered is not overruled by what the nomination says (R-a3).
      ...(anchoring === 'asked' && { anchoring: anchoringOf(nomination) }),
    },
  };
};

/** Contacts with others in place of those that the nomination names. */
export const namedAnew = ({ head }: CaseFacts, nominated: Contacts): Contacts => {
  const { nominator: _n, headOfOperations: _h, sobContact: _s, ...ofProject } = head.contacts;
  return { ...ofProject, ...nominated };
};

/**
 * Other people of the case: whoever is replaced has links that lead nowhere any more (ROUTINE.md section 0 no. 12); to
 * whoever is left out no mail can be sent any more, and the case goes on without the answer. Who comes to have a page of
 * the case gets a link to it.
 */
export const moved = (contacts: Contacts, facts: CaseFacts, now: Date): Amended => {
  const { contacts: before, caseLinks } = facts.head;
  const isMoved = (who: string): boolean => contacts[who as keyof Contacts] !== before[who as keyof Contacts];
  const changed = openQuestions(facts)
    .filter(({ body }) => isMoved(body))
    .map(({ id, body, linkVersion }): [string, QuestionChange] => [
      id,
      contacts[body as keyof Contacts] === undefined
        ? { status: 'closed' }
        : { linkVersion: linkVersion + 1 },
    ]);
  const links = READERS.filter((it) => isMoved(it)).map((reader) => [
    reader,
    caseLinks[reader] === undefined
      ? NO_LINK_YET
      : { ...caseLinks[reader], version: caseLinks[reader].version + 1 },
  ]);
  const former = FORMER.flatMap((who) => {
    const mailbox = isMoved(who) ? before[who] : undefined;
    return mailbox === undefined ? [] : [[who, mailbox] as const];
  });
  return {
    head: {
      contacts,
      ...(former.length > 0 && { replaced: { ...facts.head.replaced, ...Object.fromEntries(former) } }),
      ...(links.length > 0 && { caseLinks: { ...caseLinks, ...Object.fromEntries(links) } }),
    },
    questions: Object.fromEntries(changed),
    asks: isMoved('headOfOperations') ? managerAsked(contacts, facts, now) : [],
    tells: [
      ...(isMoved('nominator') ? [CONTACTS_CHANGED] : []),
      ...(isMoved('sobContact') ? [SOB_CONTACT_TOLD] : []),
      ...(isMoved('programmeOwner') ? [OWNER_NAMED] : []),
      ...(former.length > 0
        ? [{ id: 'contactReplaced' as const, to: former.map(([who]) => FORMER_NAMES[who]) }]
        : []),
    ],
  };
};

/** Those of the contacts who have a page of the case. */
const READERS = ['nominator', 'projectOwner', 'projectManager', 'programmeOwner'] as const;

/** Those of a project and of a programme who are told that somebody else is named in their place. */
const FORMER = ['projectOwner', 'projectManager', 'programmeOwner'] as const;
const FORMER_NAMES: Readonly<Record<(typeof FORMER)[number], Former>> = {
  projectOwner: 'formerProjectOwner',
  projectManager: 'formerProjectManager',
  programmeOwner: 'formerProgrammeOwner',
};

const CONTACTS_CHANGED: Notice = { id: 'contactsChanged', to: ['nominator', 'sobOffice'] };
const OWNER_NAMED: Notice = { id: 'contactsChanged', to: ['programmeOwner'] };
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
