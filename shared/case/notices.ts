import type { Addressee, Notice } from '../routine/question.ts';
import type { Consequence } from './consequence.ts';
import type { Asked, CaseFacts, CaseHead, Contacts, Mailing, QuestionFact, Recipient } from './facts.ts';
import { openQuestions, PPR, SOB_OFFICE } from './rounds.ts';

const CONTACTS: readonly string[] = [
  'nominator',
  'headOfOperations',
  'sobContact',
  'projectOwner',
  'projectManager',
  'steeringGroup',
  'independentReviewer',
  'programmeOwner',
] satisfies (keyof Contacts)[];

/** How whoever was asked is written to. */
export const recipientOf = (asked: Asked): Recipient =>
  CONTACTS.includes(asked) ? { contact: asked as keyof Contacts } : { body: asked };

const contact = (head: CaseHead, who: keyof Contacts): readonly Recipient[] =>
  head.contacts[who] === undefined ? [] : [{ contact: who }];

const recipients = (addressee: Addressee, facts: CaseFacts, asker?: QuestionFact): readonly Recipient[] => {
  switch (addressee) {
    case 'sobOffice':
      return [{ body: SOB_OFFICE }];
    case 'councils':
      return facts.head.councils.map((body) => ({ body }));
    case 'ppr':
      return facts.questions.some((question) => question.body === PPR) ? [{ body: PPR }] : [];
    case 'nominator':
      return [...contact(facts.head, 'nominator'), ...nominatorsMergedIn(facts)];
    case 'asked':
      return openQuestions(facts).map(({ body }) => recipientOf(body));
    case 'responsibleCouncil':
      return facts.programme === undefined ? [] : [{ body: facts.programme.council }];
    case 'users':
      return (facts.programme?.users ?? [])
        .filter(({ mailbox, endedOn }) => mailbox !== undefined && endedOn === undefined)
        .map(({ id }) => ({ user: id }));
    case 'asker':
      return asker === undefined ? [] : [recipientOf(asker.body)];
    default:
      return contact(facts.head, addressee);
  }
};

/** Those whose nomination was merged into the case (ROUTINE.md section 0 no. 11). */
const nominatorsMergedIn = ({ related }: CaseFacts): readonly Recipient[] =>
  related.flatMap(({ number, nominator }) => (nominator === undefined ? [] : [{ merged: number }]));

const nameOf = (recipient: Recipient): string => Object.values(recipient).join('/');

export interface NoticeContext {
  /** What the mailing comes of; unique within the case. */
  readonly cause: string;
  /** The outcome that the notices tell of. */
  readonly outcome?: string;
  /** The question that what happened answers, for the addressee `asker`. */
  readonly asker?: QuestionFact | undefined;
}

/** A case with the people that something leads to: who comes to be named by it is told of it too. */
export const withThoseNamed = (
  facts: CaseFacts,
  { head, programme }: Pick<Partial<Consequence>, 'head' | 'programme'>,
): CaseFacts => ({
  ...facts,
  head: { ...facts.head, contacts: head?.contacts ?? facts.head.contacts },
  ...(programme !== undefined && { programme }),
});

/**
 * The mailing that an act causes: each of its notices once to each recipient, PPR only where it was asked, contacts
 * only where the nomination names them (ROUTINE.md section 5).
 */
export const noticeMailing = (
  notices: readonly Notice[],
  facts: CaseFacts,
  { cause, outcome, asker }: NoticeContext,
): readonly Mailing[] => {
  const mails = notices.flatMap(({ id, to }) =>
    to
      .flatMap((addressee) => recipients(addressee, facts, asker))
      .map((recipient) => ({
        id: `${id}/${nameOf(recipient)}`,
        about: outcome === undefined ? { notice: id } : { notice: id, outcome },
        to: recipient,
      })),
  );
  const once = [...new Map(mails.map((mail) => [mail.id, mail])).values()];
  return once.length === 0 ? [] : [{ id: `${cause}/notices`, mails: once, sent: {} }];
};
