import type { CaseFacts, CaseHead, Contacts, QuestionFact } from '../../shared/case/facts.ts';
import { actingBody, type Matter, mailboxOf } from '../../shared/case/morning.ts';
import { reportDue } from '../../shared/case/report-due.ts';
import { SOB_OFFICE } from '../../shared/case/rounds.ts';
import { weekAccount } from '../../shared/case/week.ts';
import { daysAfter } from '../../shared/case/working-days.ts';
import { type AgendaLinks, agendaLink } from '../../shared/links/agenda.ts';
import {
  answerUrl,
  approvalUrl,
  caseSubject,
  caseUrl,
  type LinkSubject,
  linkDigest,
  linkSecret,
  reportSubject,
  reportUrl,
} from '../../shared/links/links.ts';
import {
  type Digest,
  type DigestMatter,
  digestLetter,
  isEmptyDigest,
  type Naming,
} from '../../shared/mail/digests.ts';
import { reportLetter } from '../../shared/mail/report-letter.ts';
import type { Mailer } from '../../shared/mail/send.ts';
import { type Body, mailboxSince } from '../../shared/records/bodies.ts';
import type { StoredMorning } from '../../shared/records/mornings.ts';
import { QUESTIONS, ROLE_NAMES } from '../../shared/routine/routine.ts';
import type { Words } from '../../shared/routine/words.ts';
import type { Seen, Sweep } from './sweep.ts';

export interface Delivery extends AgendaLinks {
  readonly mailer: Mailer;
  /** How many units have wanted the same since a moment, by case number. */
  interestsSince(since: string): Promise<Readonly<Record<string, number>>>;
  /** What the office has left to approve of a year; `undefined` where there is nothing. */
  leftToApprove(year: number): Promise<'report' | 'correction' | undefined>;
  /** The link ends with the mailbox that the office has had `since` then. */
  putReportLink(
    linkDigest: string,
    target: { readonly report: number; readonly since: string },
  ): Promise<unknown>;
}

/**
 * Writes a morning's mail from what is known now, and sends it: what was answered since it was decided on, or has come
 * to be another mailbox's, is left out, and a mail that has nothing left is not sent.
 */
export const morningDeliverer =
  (delivery: Delivery): Sweep['deliver'] =>
  async (mail, seen) => {
    const office = seen.bodies.find(({ id }) => id === SOB_OFFICE);
    if (mail.report !== undefined) return sendReport(delivery, mail, mail.report, office);
    const toOffice = isSameMailbox(office?.mailbox, mail.mailbox);
    const casePages = toOffice ? await casePagesOf(delivery, seen.cases) : new Map<string, string>();
    const naming: Naming = {
      asks: (step) => QUESTIONS[step].asks,
      name: (asked) => nameOf(asked, seen.bodies),
      caseUrl: (caseId) => casePages.get(caseId),
    };
    const digest = {
      lang: mail.language,
      today: seen.today,
      matters: await mattersOf(delivery, mail, seen, naming),
      ...(mail.week !== undefined &&
        office !== undefined &&
        toOffice && {
          week: weekAccount(seen.cases, seen.today, await delivery.interestsSince(lastAccount(mail, seen))),
          ...(await reportToApprove(delivery, office, seen.today)),
        }),
      ...(office !== undefined && !toOffice && { askAt: office.mailbox }),
    };
    if (isEmptyDigest(digest)) return false;
    await delivery.mailer.send(mail.mailbox, digestLetter(digest, naming), { morning: mail.id });
    return true;
  };

/** When the office had its account before this one: a moment, or the day; a fortnight ago where it has had none since. */
const lastAccount = ({ week }: StoredMorning, { mornings, today }: Seen): string =>
  mornings
    .filter((it) => it.week !== undefined && it.week !== week)
    .map(({ sentAt, date }) => sentAt ?? date)
    .sort()
    .at(-1) ?? daysAfter(today, -FORTNIGHT);

const FORTNIGHT = 14;

/** N-13: the routine's content owners are told where the approved report is. */
const sendReport = async (
  { mailer, baseUrl }: Delivery,
  { id, mailbox, language: lang }: StoredMorning,
  { year, version }: NonNullable<StoredMorning['report']>,
  office: Body | undefined,
): Promise<boolean> => {
  const askAt = office && { askAt: office.mailbox };
  const letter = reportLetter({ lang, year, version, url: reportUrl(baseUrl, year), ...askAt });
  await mailer.send(mailbox, letter, { morning: id });
  return true;
};

/** The link to approve the report of the year before, or a correction of it; see `reportDue`. */
const reportToApprove = async (
  delivery: Delivery,
  office: Body,
  today: string,
): Promise<Pick<Digest, 'report'>> => {
  const year = reportDue(today);
  const left = year === undefined ? undefined : await delivery.leftToApprove(year);
  if (year === undefined || left === undefined) return {};
  const { current } = await delivery.keyRing();
  const since = mailboxSince(office);
  const secret = await secretOf(delivery, current, reportSubject(year, since));
  await delivery.putReportLink(String(linkDigest(secret)), { report: year, since });
  const isCorrection = left === 'correction';
  return {
    report: { year, url: approvalUrl(delivery.baseUrl, secret), ...(isCorrection && { isCorrection }) },
  };
};

const mattersOf = async (
  delivery: Delivery,
  { matters, mailbox }: StoredMorning,
  { cases, bodies }: Seen,
  naming: Naming,
): Promise<readonly DigestMatter[]> => {
  const asked = matters.flatMap((matter) => {
    const facts = cases.find(({ head }) => head.id === matter.caseId);
    const question = facts?.questions.find(({ id }) => id === matter.questionId);
    if (facts === undefined || question?.status !== 'open') return [];
    const { head } = facts;
    const isStillTheirs =
      matter.to === undefined || isSameMailbox(mailboxOf(matter.to, head, bodies), mailbox);
    return isStillTheirs ? [{ matter, head, question }] : [];
  });
  return Promise.all(asked.map((it) => digestMatter(delivery, it, bodies, naming)));
};

const isSameMailbox = (one: string | undefined, other: string): boolean =>
  one?.toLowerCase() === other.toLowerCase();

interface Asked {
  readonly matter: Matter;
  readonly head: CaseHead;
  readonly question: QuestionFact;
}

const digestMatter = async (
  delivery: Delivery,
  asked: Asked,
  bodies: readonly Body[],
  naming: Naming,
): Promise<DigestMatter> => {
  const { matter, head, question } = asked;
  const { round, body, targetOn, receivedOn, deputyAskedOn } = question;
  const url = await matterUrl(delivery, asked, naming);
  const listUrl = await listUrlOf(delivery, asked, bodies);
  return {
    reason: matter.reason,
    caseNumber: head.number,
    asks: naming.asks(round.step),
    name: naming.name(body),
    receivedOn,
    ...(targetOn !== undefined && { targetOn }),
    ...(deputyAskedOn !== undefined && { deputyAskedOn }),
    ...(url !== undefined && { url }),
    ...(listUrl !== undefined && { listUrl }),
  };
};

const matterUrl = async (
  delivery: Delivery,
  { matter: { reason }, head, question }: Asked,
  naming: Naming,
): Promise<string | undefined> =>
  reason === 'escalation' ? naming.caseUrl(head.id) : questionUrl(delivery, head.id, question);

/** All that waits for the body, to whom it is asked of. */
const listUrlOf = async (
  delivery: Delivery,
  { matter: { reason }, question }: Asked,
  bodies: readonly Body[],
): Promise<string | undefined> => {
  const isListed = QUESTIONS[question.round.step].inList && (reason === 'list' || reason === 'reminder');
  const body = isListed ? actingBody(bodies, question.body) : undefined;
  return body && agendaLink(delivery, body.id, mailboxSince(body));
};

/** Absent while `ask` is making a newer link. */
const questionUrl = async (
  delivery: Delivery,
  caseId: string,
  { id: questionId, linkVersion, linked, linkKeyId }: QuestionFact,
): Promise<string | undefined> => {
  if (linkKeyId === undefined || linked < linkVersion) return undefined;
  const secret = await secretOf(delivery, linkKeyId, { caseId, questionId, linkVersion });
  return answerUrl(delivery.baseUrl, secret);
};

/** The office's pages of the cases that have one, by case. */
const casePagesOf = async (
  delivery: Delivery,
  cases: readonly CaseFacts[],
): Promise<ReadonlyMap<string, string>> => {
  const pages = cases.map(async ({ head }): Promise<[string, string][]> => {
    const { version, linked, keyId } = head.caseLinks.sobOffice;
    if (keyId === undefined || linked < version) return [];
    const secret = await secretOf(delivery, keyId, caseSubject(head.id, 'sobOffice', version));
    return [[head.id, caseUrl(delivery.baseUrl, secret)]];
  });
  return new Map((await Promise.all(pages)).flat());
};

const secretOf = async ({ keyRing }: Delivery, keyId: string, subject: LinkSubject): Promise<string> =>
  linkSecret(await keyRing(keyId), keyId, subject);

/** A body that is in the register no more goes by its id: no mail is held up by it. */
const nameOf = (asked: string, bodies: readonly Body[]): Words =>
  actingBody(bodies, asked)?.name ?? ROLE_NAMES[asked as keyof Contacts] ?? { sv: asked, en: asked };
