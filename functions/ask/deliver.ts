import type { CaseFacts, MailFact } from '../../shared/case/facts.ts';
import { SOB_OFFICE } from '../../shared/case/rounds.ts';
import { answerUrl, type KeyRing, linkSecret } from '../../shared/links/links.ts';
import { type Letter, noticeLetter, questionLetter } from '../../shared/mail/letters.ts';
import type { Body } from '../../shared/records/bodies.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import type { Language } from '../../shared/routine/words.ts';

export interface Delivery {
  readonly mailer: { send(to: string, letter: Letter): Promise<{ readonly messageId: string }> };
  body(id: string): Promise<Body | undefined>;
  /** The keys that links are made with, this one among them. */
  keyRing(keyId: string): Promise<KeyRing>;
  readonly baseUrl: string;
}

interface Recipient {
  readonly address: string;
  readonly lang: Language;
  readonly body?: Body;
}

/** Writes and sends one mail; the link is made here, from the question's key, and is nowhere else. */
export const deliverer =
  (delivery: Delivery) =>
  async (facts: CaseFacts, mail: MailFact): Promise<string> => {
    const recipient = await recipientOf(delivery, facts, mail);
    const letter = await letterOf(delivery, facts, mail, recipient);
    const { messageId } = await delivery.mailer.send(recipient.address, letter);
    return messageId;
  };

const recipientOf = async (delivery: Delivery, facts: CaseFacts, { to }: MailFact): Promise<Recipient> => {
  if ('body' in to) {
    const body = await delivery.body(to.body);
    if (body === undefined) throw new Error(`No body ${to.body} in the register`);
    return { address: body.mailbox, lang: body.language, body };
  }
  const address = facts.head.contacts[to.contact];
  if (address === undefined) throw new Error(`The case has no ${to.contact}`);
  return { address, lang: 'sv' };
};

const letterOf = async (
  delivery: Delivery,
  facts: CaseFacts,
  { about }: MailFact,
  { lang, body }: Recipient,
): Promise<Letter> => {
  const { id: caseId, number: caseNumber } = facts.head;
  const office = await delivery.body(SOB_OFFICE);
  const common = { caseNumber, lang, ...(office && office.id !== body?.id && { askAt: office.mailbox }) };
  if ('notice' in about) return noticeLetter({ ...about, ...common });
  const question = facts.questions.find((it) => it.id === about.question);
  if (question === undefined || body === undefined)
    throw new Error(`No question ${about.question} to mail about`);
  const secret = linkSecret(await delivery.keyRing(question.linkKeyId), question.linkKeyId, {
    caseId,
    questionId: question.id,
    linkVersion: question.linkVersion,
  });
  return questionLetter({
    ...common,
    question: QUESTIONS[question.round.step],
    bodyName: body.name,
    url: answerUrl(delivery.baseUrl, secret),
    ...(question.targetOn !== undefined && { targetOn: question.targetOn }),
  });
};
