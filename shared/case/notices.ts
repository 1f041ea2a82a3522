import type { Addressee, Notice } from '../routine/question.ts';
import type { CaseFacts, CaseHead, Contacts, MailFact, Mailing } from './facts.ts';
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
 * The mailing that an answered question or a submission causes: each of its notices to each recipient, PPR only
 * where it was asked, contacts only where the nomination names them (ROUTINE.md section 5).
 */
export const noticeMailing = (
  notices: readonly Notice[],
  cause: string,
  facts: CaseFacts,
  outcome?: string,
): readonly Mailing[] => {
  const mails = notices.flatMap(({ id, to }) =>
    to
      .flatMap((addressee) => recipients(addressee, facts))
      .map((recipient) => ({
        id: `${id}/${'body' in recipient ? recipient.body : recipient.contact}`,
        about: outcome === undefined ? { notice: id } : { notice: id, outcome },
        to: recipient,
      })),
  );
  return mails.length === 0 ? [] : [{ id: `${cause}/notices`, mails, sent: {} }];
};
