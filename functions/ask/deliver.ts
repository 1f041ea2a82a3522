import {
  type BodyId,
  type CaseFacts,
  languageOf,
  type MailFact,
  type NoticeFact,
  type QuestionFact,
} from '../../shared/case/facts.ts';
import { readerInWords } from '../../shared/case/feedback.ts';
import { meetsNewVersion } from '../../shared/case/programme.ts';
import { answerThatCounts, SOB_OFFICE } from '../../shared/case/rounds.ts';
import { type AgendaLinks, agendaLink } from '../../shared/links/agenda.ts';
import { answerUrl, caseSubject, caseUrl, linkSecret, programmeUrl } from '../../shared/links/links.ts';
import {
  type Letter,
  type NoticeMail,
  noticeLetter,
  type QuestionMail,
  questionLetter,
} from '../../shared/mail/letters.ts';
import type { Mailer } from '../../shared/mail/send.ts';
import { mailboxSince, type StoredBody } from '../../shared/records/bodies.ts';
import type { CaseReader, MachineStep, NoticeId } from '../../shared/routine/question.ts';
import { QUESTIONS, ROLE_NAMES } from '../../shared/routine/routine.ts';
import type { Language } from '../../shared/routine/words.ts';

export interface Delivery extends AgendaLinks {
  readonly mailer: Mailer;
  body(id: string): Promise<StoredBody | undefined>;
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
  const address = addressOf(facts, to);
  if (address === undefined) throw new Error(`The case has no ${Object.values(to).join()}`);
  return { address, lang: 'contact' in to ? languageOf(facts.head, to.contact) : 'sv' };
};

/** The mailbox of someone who is in no register; none where the case does not name it any more. */
const addressOf = (
  { head, related, programme }: CaseFacts,
  to: Exclude<MailFact['to'], { readonly body: BodyId }>,
): string | undefined => {
  if ('contact' in to) return head.contacts[to.contact];
  if ('former' in to) return head.replaced?.[to.former];
  return 'merged' in to
    ? related.find(({ number }) => number === to.merged)?.nominator
    : programme?.users.find(({ id }) => id === to.user)?.mailbox;
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
    ...(facts.programme && { programme: facts.programme.name }),
    ...(office && office.id !== body?.id && { askAt: office.mailbox }),
  };
  if ('notice' in about) {
    const details = await detailsOf(delivery, facts, about, to);
    return noticeLetter({
      ...about,
      ...common,
      ...toldOf(facts, about),
      ...details,
      ...openPageOf(delivery, facts, about),
      ...(await pageOf(delivery, facts, to)),
    });
  }
  const question = facts.questions.find((it) => it.id === about.question);
  if (question === undefined) throw new Error(`No question ${about.question} to mail about`);
  return questionLetter({
    ...common,
    question: QUESTIONS[question.round.step],
    bodyName:
      body?.name ?? ROLE_NAMES['contact' in to ? to.contact : QUESTIONS[question.round.step].answeredBy],
    url: await questionUrl(delivery, facts, question),
    ...(question.targetOn !== undefined && { targetOn: question.targetOn }),
    ...(asDeputy && { asDeputy }),
    ...againOf(facts, question),
    ...(await pageOf(delivery, facts, to)),
    ...(body !== undefined &&
      HAS_AGENDA.includes(body.role) && {
        agendaUrl: await agendaLink(delivery, body.id, mailboxSince(body)),
      }),
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

/** The few values of the answer that a notice tells of: how access is got, what becomes of patients (R-e1, R-k3). */
const toldOf = (facts: CaseFacts, { notice, outcome }: NoticeFact): Pick<NoticeMail, 'told'> => {
  const step = TELLS_OF[notice];
  const told = step && answerThatCounts(facts, step)?.told;
  return told === undefined || told.outcome !== outcome ? {} : { told };
};

const TELLS_OF: Partial<Readonly<Record<NoticeId, MachineStep>>> = {
  'N-10': 'decision',
  'N-12': 'inactivation',
};

/** N-11: where everybody can read of the programme that is there. */
const openPageOf = (
  { baseUrl }: Delivery,
  { head, programme }: CaseFacts,
  { notice, outcome = '' }: NoticeFact,
): Pick<NoticeMail, 'programmeUrl'> =>
  notice === 'N-11' && programme !== undefined && ['published', 'unitStarted'].includes(outcome)
    ? { programmeUrl: programmeUrl(baseUrl, head.number) }
    : {};

/**
 * What a notice tells beside its outcome: whose mailbox was not reached, in which role somebody is written to, which user
 * is meant and whether a new version meets it, until when something is put off.
 */
const detailsOf = async (
  { body }: Delivery,
  facts: CaseFacts,
  { notice, outcome = '', user }: NoticeFact,
  to: MailFact['to'],
): Promise<Pick<NoticeMail, 'about' | 'reviewOn' | 'outcome'>> => {
  if (notice === 'undelivered') {
    const [who = ''] = outcome.split('/');
    const name = (await body(who))?.name ?? ROLE_NAMES[who as keyof typeof ROLE_NAMES];
    return { about: readerInWords(outcome, facts, (it) => name ?? { sv: it, en: it }) };
  }
  if ('user' in to) return userDetails(facts, to, notice, outcome);
  if (user !== undefined) return userNamed(facts, user);
  if ('former' in to) return { about: ROLE_NAMES[to.former] };
  if (notice === 'contactsChanged' && 'contact' in to) return { about: ROLE_NAMES[to.contact] };
  const { reviewOn: on } = facts.head;
  const reviewOn = notice === 'N-9' ? on?.pprPosition : on?.decision;
  const isPutOff = ['deferred', 'defer', 'collaborate'].includes(outcome);
  return reviewOn !== undefined && isPutOff ? { reviewOn } : {};
};

const userDetails = (
  facts: CaseFacts,
  to: { readonly user: string },
  notice: NoticeId,
  outcome: string,
): Pick<NoticeMail, 'about' | 'outcome'> => {
  const { programme } = facts;
  const user = programme?.users.find(({ id }) => id === to.user);
  if (programme === undefined || user === undefined) return {};
  const isAsked = outcome === 'published' && meetsNewVersion(programme, user);
  const own = isAsked ? 'newVersion' : TO_THEMSELVES[notice === 'N-11' ? outcome : notice];
  return { ...userNamed(facts, to.user), ...(own && { outcome: own }) };
};

/** What is said to one that uses the programme is not what others are told of it. */
const TO_THEMSELVES: Readonly<Record<string, string>> = { unitStarted: 'youStarted', useEnded: 'youEnded' };

const userNamed = ({ programme }: CaseFacts, userId: string): Pick<NoticeMail, 'about'> => {
  const name = programme?.users.find(({ id }) => id === userId)?.name;
  return name === undefined ? {} : { about: { sv: name, en: name } };
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
  if ('contact' in to) return PAGE_READERS.find((reader) => reader === to.contact);
  return 'body' in to && to.body === SOB_OFFICE && !to.deputy ? 'sobOffice' : undefined;
};

const PAGE_READERS: readonly CaseReader[] = ['nominator', 'projectOwner', 'projectManager', 'programmeOwner'];

/** Bodies that are asked in many cases, and see all that waits for them on one page. */
const HAS_AGENDA: readonly StoredBody['role'][] = ['ppr', 'coordinationCouncil'];
