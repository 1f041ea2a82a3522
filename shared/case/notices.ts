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

const former = (
  { replaced }: CaseHead,
  who: keyof NonNullable<CaseHead['replaced']>,
): readonly Recipient[] => (replaced?.[who] === undefined ? [] : [{ former: who }]);

const recipients = (
  addressee: Addressee,
  facts: CaseFacts,
  { asker, on }: Pick<NoticeContext, 'asker' | 'on'>,
): readonly Recipient[] => {
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
    case 'formerProjectOwner':
      return former(facts.head, 'projectOwner');
    case 'formerProjectManager':
      return former(facts.head, 'projectManager');
    case 'formerProgrammeOwner':
      return former(facts.head, 'programmeOwner');
    case 'asker':
      return asker === undefined ? [] : [recipientOf(asker.body)];
    case 'itsBody':
      return on === undefined ? [] : [recipientOf(on.body)];
    default:
      return contact(facts.head, addressee);
  }
};

/** Those whose nomination was merged into the case (ROUTINE.md section 0 no. 11). */
const nominatorsMergedIn = ({ related }: CaseFacts): readonly Recipient[] =>
  related.flatMap(({ number, nominator }) => (nominator === undefined ? [] : [{ merged: number }]));

const nameOf = (recipient: Recipient): string =>
  'former' in recipient ? `former/${recipient.former}` : Object.values(recipient).join('/');

/** Several roles may have one mailbox: it is told once. What a body or a user is told names it. */
const mailboxOf = (recipient: Recipient, { contacts }: CaseHead): string =>
  ('contact' in recipient && contacts[recipient.contact]?.toLowerCase()) || nameOf(recipient);

export interface NoticeContext {
  /** What the mailing comes of; unique within the case. */
  readonly cause: string;
  /** The outcome that the notices tell of. */
  readonly outcome?: string;
  /** The one of those that use the programme that they are about. */
  readonly user?: string | undefined;
  /** The question that what happened answers, for the addressee `asker`. */
  readonly asker?: QuestionFact | undefined;
  /** The question that something was done to, for the addressee `itsBody`. */
  readonly on?: QuestionFact | undefined;
}

/** A case with the people that something leads to: who comes to be named by it is told of it too. */
export const withThoseNamed = (
  facts: CaseFacts,
  { head, programme }: Pick<Partial<Consequence>, 'head' | 'programme'>,
): CaseFacts => ({
  ...facts,
  head: { ...facts.head, ...(head?.contacts && { contacts: head.contacts, replaced: head.replaced }) },
  ...(programme !== undefined && { programme }),
});

/**
 * The mailing that an act causes: each of its notices once to each mailbox, PPR only where it was asked, contacts only
 * where the case names them (ROUTINE.md section 5).
 */
export const noticeMailing = (
  notices: readonly Notice[],
  facts: CaseFacts,
  { cause, outcome, user, ...whose }: NoticeContext,
): readonly Mailing[] => {
  const mails = notices.flatMap(({ id, to }) =>
    to
      .flatMap((addressee) => recipients(addressee, facts, whose))
      .map((recipient) => ({
        id: `${id}/${nameOf(recipient)}`,
        about: { notice: id, ...(outcome !== undefined && { outcome }), ...(user !== undefined && { user }) },
        to: recipient,
      })),
  );
  const mailboxes = mails.map(({ about, to }) => `${about.notice} ${mailboxOf(to, facts.head)}`);
  const once = mails.filter((_, at) => mailboxes.indexOf(mailboxes[at] as string) === at);
  return once.length === 0 ? [] : [{ id: `${cause}/notices`, mails: once, sent: {} }];
};
