import type { CaseFacts, MailFact, Mailing } from '../../shared/case/facts.ts';
import { readerInWords, readerOf } from '../../shared/case/feedback.ts';
import { NOTICES } from '../../shared/mail/notices.ts';
import type { MailLine } from '../../shared/pages/pages.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import type { Words } from '../../shared/routine/words.ts';
import { councilName, nameOf, onDate } from './names.ts';
import type { OpenedCase } from './opened.ts';

/** The mails of a case in the order that they were sent: what each said, to which mailbox, and whether it got there. */
export const mailsOf = ({ facts, bodies }: OpenedCase): readonly MailLine[] =>
  facts.mailings
    .flatMap((mailing) =>
      mailing.mails.map((mail) => {
        const on = sentOn(mailing, mail, facts);
        return {
          what: whatOf(mail, facts),
          to: readerInWords(
            readerOf(mail.to),
            facts,
            (who) => nameOf(bodies, who) ?? councilName(bodies, who),
          ),
          state: stateOf(mailing, mail, facts, on),
          ...(on !== undefined && { on }),
        };
      }),
    )
    .sort((a, b) => placeOf(a).localeCompare(placeOf(b)));

/** What has not been sent comes last, and what was on a day that nobody knows first. */
const placeOf = ({ state, on = '' }: MailLine): string => (state === 'waiting' ? '9999' : on);

const whatOf = ({ about }: MailFact, { questions }: CaseFacts): Words => {
  if ('notice' in about) return NOTICES[about.notice].subject;
  const asked = questions.find(({ id }) => id === about.question);
  return asked === undefined ? QUESTION : QUESTIONS[asked.round.step].title;
};

/** Mails of before their moment was kept: of a question the day that it was asked. */
const sentOn = ({ sent, sentAt }: Mailing, { id, about }: MailFact, facts: CaseFacts): string | undefined => {
  if (!(id in sent)) return undefined;
  if (sentAt !== undefined) return onDate(sentAt);
  const asked = facts.questions.find((it) => 'question' in about && it.id === about.question);
  return asked && onDate(asked.openedAt);
};

const stateOf = (
  { sent }: Mailing,
  { id, to }: MailFact,
  { mailings }: CaseFacts,
  on: string | undefined,
): MailLine['state'] => {
  if (!(id in sent)) return 'waiting';
  if (sent[id] === 'nobody') return 'nobody';
  const isLost = mailings.some(
    (it) => on !== undefined && it.id.startsWith(`undelivered/${readerOf(to)}/`) && it.id.slice(-10) === on,
  );
  return isLost ? 'undelivered' : 'sent';
};

const QUESTION: Words = { sv: 'En fråga', en: 'A question' };
