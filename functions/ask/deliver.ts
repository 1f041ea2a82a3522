import type { BodyId, CaseFacts, CaseReader, MailFact, QuestionFact } from '../../shared/case/facts.ts';
import { readerInWords } from '../../shared/case/feedback.ts';
import { SOB_OFFICE } from '../../shared/case/rounds.ts';
import {
  agendaSubject,
  agendaUrl,
  answerUrl,
  caseSubject,
  caseUrl,
  type KeyRing,
  linkDigest,
  linkSecret,
} from '../../shared/links/links.ts';
import {
  type Letter,
  type NoticeMail,
  noticeLetter,
  type QuestionMail,
  questionLetter,
} from '../../shared/mail/letters.ts';
import type { Mailer } from '../../shared/mail/send.ts';
import { mailboxSince, type StoredBody } from '../../shared/records/bodies.ts';
import type { MachineStep } from '../../shared/routine/question.ts';
import { QUESTIONS, ROLE_NAMES } from '../../shared/routine/routine.ts';
import type { Language } from '../../shared/routine/words.ts';

export interface Delivery {
  readonly mailer: Mailer;
  body(id: string): Promise<StoredBody | undefined>;
  /** The keys that links are made with; this one among them, where it is named. */
  keyRing(keyId?: string): Promise<KeyRing>;
  /** The link ends with the mailbox that the body has had `since` then. */
  putAgendaLink(
    linkDigest: string,
    target: { readonly agenda: BodyId; readonly since: string },
  ): Promise<unknown>;
  readonly baseUrl: string;
}

interface Recipient {
  readonly address: string;
  readonly lang: Language;
  readonly body?: StoredBody;
  readonly asDeputy?: true;
}

/** Writes and sends one mail; the link is made here, from the question's key, and is nowhere else. */
export const deliverer =
  (delivery: Delivery) =>
  async (facts: CaseFacts, mail: MailFact): Promise<string> => {
    const recipient = await recipientOf(delivery, facts, mail);
    const letter = await letterOf(delivery, facts, mail, recipient);
    const tags = { case: facts.head.id, mail: mail.id };
    const { messageId } = await delivery.mailer.send(recipient.address, letter, tags);
    return messageId;
  };

const recipientOf = async (delivery: Delivery, facts: CaseFacts, { to }: MailFact): Promise<Recipient> => {
  if ('body' in to) {
    const body = await delivery.body(to.body);
    if (body === undefined) throw new Error(`No body ${to.body} in the register`);
    const recipient = { lang: body.language, body };
    // A deputy can be taken out of the register between the wish for a mail and the mail.
    return to.deputy && body.deputy !== undefined
      ? { ...recipient, address: body.deputy, asDeputy: true }
      : { ...recipient, address: body.mailbox };
  }
  const address =
    'merged' in to
      ? facts.related.find(({ number }) => number === to.merged)?.nominator
      : facts.head.contacts[to.contact];
  if (address === undefined) throw new Error(`The case has no ${Object.values(to).join()}`);
  return { address, lang: 'sv' };
};

const letterOf = async (
  delivery: Delivery,
  facts: CaseFacts,
  { about, to }: MailFact,
  { lang, body, asDeputy }: Recipient,
): Promise<Letter> => {
  const office = await delivery.body(SOB_OFFICE);
  const common = {
    caseNumber: facts.head.number,
    lang,
    ...(office && office.id !== body?.id && { askAt: office.mailbox }),
  };
  if ('notice' in about) {
    const details = await detailsOf(delivery, facts, about);
    return noticeLetter({ ...about, ...common, ...details, ...(await pageOf(delivery, facts, to)) });
  }
  const question = facts.questions.find((it) => it.id === about.question);
  if (question === undefined) throw new Error(`No question ${about.question} to mail about`);
  return questionLetter({
    ...common,
    question: QUESTIONS[question.round.step],
    bodyName: body?.name ?? ROLE_NAMES[QUESTIONS[question.round.step].answeredBy],
    url: await questionUrl(delivery, facts, question),
    ...(question.targetOn !== undefined && { targetOn: question.targetOn }),
    ...(asDeputy && { asDeputy }),
    ...againOf(facts, question),
    ...(body !== undefined && (await pageOf(delivery, facts, to))),
    ...(body?.role === 'ppr' && { agendaUrl: await agendaOf(delivery, body) }),
  });
};

/** Why somebody who knows the question is asked again. */
const againOf = (
  { head }: CaseFacts,
  { linkVersion, round }: QuestionFact,
): Pick<QuestionMail, 'again' | 'rested'> => ({
  ...(linkVersion > 1 && { again: true }),
  ...(round.nth > 1 && head.reviewOn?.[round.step as MachineStep] !== undefined && { rested: true }),
});

/** What a notice tells beside its outcome: whose mailbox was not reached, until when something is put off. */
const detailsOf = async (
  { body }: Delivery,
  { head }: CaseFacts,
  { notice, outcome = '' }: Extract<MailFact['about'], { readonly notice: unknown }>,
): Promise<Pick<NoticeMail, 'about' | 'reviewOn'>> => {
  if (notice === 'undelivered') {
    const [who = ''] = outcome.split('/');
    const name = (await body(who))?.name ?? ROLE_NAMES[who as keyof typeof ROLE_NAMES];
    return { about: readerInWords(outcome, (it) => name ?? { sv: it, en: it }) };
  }
  const reviewOn = notice === 'N-9' ? head.reviewOn?.pprPosition : head.reviewOn?.decision;
  const isPutOff = ['deferred', 'defer', 'collaborate'].includes(outcome);
  return reviewOn !== undefined && isPutOff ? { reviewOn } : {};
};

const questionUrl = async (
  { keyRing, baseUrl }: Delivery,
  { head }: CaseFacts,
  { id, linkVersion, linkKeyId = '' }: QuestionFact,
): Promise<string> => {
  const subject = { caseId: head.id, questionId: id, linkVersion };
  return answerUrl(baseUrl, linkSecret(await keyRing(linkKeyId), linkKeyId, subject));
};

/** The page of the case that a recipient has, if it has one. */
const pageOf = async (
  { keyRing, baseUrl }: Delivery,
  { head }: CaseFacts,
  to: MailFact['to'],
): Promise<{ readonly caseUrl?: string }> => {
  const reader = readerOf(to);
  const link = reader && head.caseLinks[reader];
  if (reader === undefined || link?.keyId === undefined) return {};
  const subject = caseSubject(head.id, reader, link.linked);
  return { caseUrl: caseUrl(baseUrl, linkSecret(await keyRing(link.keyId), link.keyId, subject)) };
};

const readerOf = (to: MailFact['to']): CaseReader | undefined => {
  if ('contact' in to) return to.contact === 'nominator' ? 'nominator' : undefined;
  return 'body' in to && to.body === SOB_OFFICE && !to.deputy ? 'sobOffice' : undefined;
};

/** The link to all that waits for a body, which is the same in every mail to its mailbox. */
const agendaOf = async ({ keyRing, putAgendaLink, baseUrl }: Delivery, body: StoredBody): Promise<string> => {
  const ring = await keyRing();
  const since = mailboxSince(body);
  const secret = linkSecret(ring, ring.current, agendaSubject(body.id, since));
  await putAgendaLink(String(linkDigest(secret)), { agenda: body.id, since });
  return agendaUrl(baseUrl, secret);
};
