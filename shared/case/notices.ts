import type { Addressee, Notice } from '../routine/question.ts';
import type { CaseFacts, CaseHead, Contacts, MailFact } from './facts.ts';
import { PPR, SOB_OFFICE } from './rounds.ts';

type Recipient = MailFact['to'];

const contact = (head: CaseHead, who: keyof Contacts): readonly Recipient[] =>
  head.contacts[who] === undefined ? [] : [{ contact: who }];

const recipients = (addressee: Addressee, facts: CaseFacts): readonly Recipient[] => {
  switch (addressee) {
    case 'sobOffice':
      return [{ body: SOB_OFFICE }];
    case 'councils':
      return facts.head.councils.map((body) => ({ body }));
    case 'ppr':
      return facts.questions.some((question) => question.body === PPR) ? [{ body: PPR }] : [];
    default:
      return contact(facts.head, addressee);
  }
};

/**
 * The mails that a notice means in this case, one per recipient: PPR only where it was asked, contacts only where
 * the nomination names them (ROUTINE.md section 5).
 */
export const noticeMails = (
  notice: Notice,
  cause: string,
  facts: CaseFacts,
  outcome?: string,
): readonly MailFact[] =>
  notice.to
    .flatMap((addressee) => recipients(addressee, facts))
    .map((to) => ({
      id: `${cause}/${notice.id}/${'body' in to ? to.body : to.contact}`,
      about: outcome === undefined ? { notice: notice.id } : { notice: notice.id, outcome },
      to,
      status: 'wanted',
    }));
