import type { Reason } from '../case/morning.ts';
import { SOB_OFFICE } from '../case/rounds.ts';
import type { Open, Review, Week } from '../case/week.ts';
import { daysBetween } from '../case/working-days.ts';
import type { Language, Words } from '../routine/words.ts';
import { asHtml, asText, type Block, type Entry } from './blocks.ts';
import {
  AGE,
  BY,
  CASE_PAGE,
  DEPUTY_ASKED,
  EXPIRY,
  FOR_SUPPLEMENT,
  FORWARD,
  MEETING,
  OVER,
  REVIEW_CAME,
  REVIEW_COMES,
  SEVERAL,
  SINCE,
  TO,
  TODAY,
  WEEK,
  WEEK_HEADING,
  WISHED,
  WORDS,
} from './digest-words.ts';
import { footer } from './footer.ts';
import type { Letter } from './letters.ts';
import { oneLine } from './one-line.ts';

/** A question in a morning's mail. */
export interface DigestMatter {
  readonly reason: Reason;
  readonly caseNumber: string;
  readonly asks: Words;
  /** Whom the question is for. */
  readonly name: Words;
  /** `YYYY-MM-DD`, as the dates below. */
  readonly targetOn?: string;
  readonly receivedOn: string;
  readonly deputyAskedOn?: string;
  /** Where it is answered, or for the office the case's page. */
  readonly url?: string;
}

/** How what the rules know of a question or case is said in a mail. */
export interface Naming {
  readonly asks: (step: Open['step']) => Words;
  readonly name: (body: Open['body']) => Words;
  readonly caseUrl: (caseId: string) => string | undefined;
}

export interface Digest {
  readonly lang: Language;
  readonly today: string;
  /** The SoB office's mailbox, for questions; absent in a mail to the office itself. */
  readonly askAt?: string;
  readonly matters: readonly DigestMatter[];
  /** The office's account of all cases. */
  readonly week?: Week;
}

/**
 * One mailbox's mail of a morning: everything that is due there (ROUTINE.md section 0 no. 8). It holds case numbers,
 * what is asked, and where to go; no text from a case and no price.
 */
export const digestLetter = (digest: Digest, naming: Naming): Letter => {
  const { lang, askAt } = digest;
  const heading = headingOf(digest);
  const [only] = digest.matters;
  const prefix = only && isAlone(digest) ? `${only.caseNumber}: ` : '';
  const blocks = [
    ...REASONS.flatMap((reason) => mattersBlocks(digest, reason)),
    ...(digest.week === undefined ? [] : weekBlocks(digest.week, digest, naming)),
  ];
  const template = { lang, heading, blocks, footer: footer(lang, askAt) };
  return { subject: oneLine(`${prefix}${heading}`), text: asText(template), html: asHtml(template) };
};

/** Whether there is anything to say; a week without a case needs no mail. */
export const isEmptyDigest = ({ matters, week }: Pick<Digest, 'matters' | 'week'>): boolean =>
  matters.length === 0 && (week === undefined || weekIsEmpty(week));

const weekIsEmpty = ({ waiting, owed, reviews, expiry }: Week): boolean =>
  waiting.length + owed.length + reviews.length === 0 && expiry === undefined;

const REASONS: readonly Reason[] = ['reminder', 'deputy', 'escalation'];

const isAlone = ({ matters, week }: Digest): boolean => matters.length === 1 && week === undefined;

const headingOf = (digest: Digest): string => {
  const { lang, matters, week } = digest;
  if (week !== undefined) return WEEK_HEADING(week.waiting.length, week.owed.length)[lang];
  const [first] = matters;
  if (first === undefined) return '';
  if (isAlone(digest)) return `${WORDS[first.reason].alone[lang]}: ${first.asks[lang]}`;
  return SEVERAL(matters.length)[lang];
};

const mattersBlocks = (digest: Digest, reason: Reason): readonly Block[] => {
  const { lang, week } = digest;
  const matters = digest.matters.filter((it) => it.reason === reason);
  if (matters.length === 0) return [];
  const { intro, heading } = WORDS[reason];
  const grouped = week !== undefined || matters.length < digest.matters.length;
  return [
    ...(grouped ? [{ kind: 'heading' as const, text: heading[lang] }] : []),
    { kind: 'paragraph', text: intro[lang] },
    { kind: 'entries', entries: matters.map((matter) => matterEntry(matter, digest)) },
    ...(reason === 'escalation' ? [] : [{ kind: 'paragraph' as const, text: FORWARD[lang] }]),
  ];
};

const matterEntry = (matter: DigestMatter, { lang, today }: Digest): Entry => {
  const { reason, caseNumber, asks, name, deputyAskedOn, url } = matter;
  const lines = [
    TO(name)[lang],
    timeLine(matter, today),
    reason !== 'deputy' && deputyAskedOn !== undefined && DEPUTY_ASKED(deputyAskedOn),
  ];
  return {
    title: `${caseNumber}: ${asks[lang]}`,
    lines: lines
      .filter((line) => line !== false)
      .map((line) => (typeof line === 'string' ? line : line[lang])),
    ...(url !== undefined && { link: { label: WORDS[reason].link[lang], url } }),
  };
};

const timeLine = (
  { targetOn, receivedOn }: { readonly targetOn?: string; readonly receivedOn: string },
  today: string,
): Words => (targetOn === undefined ? SINCE(receivedOn) : targetLine(targetOn, today));

const targetLine = (targetOn: string, today: string): Words => {
  const days = daysBetween(targetOn, today);
  if (days === 0) return TODAY;
  return days < 0 ? BY(targetOn) : OVER(targetOn, days);
};

/** The same, said to somebody else than who is to answer. */
const wishedLine = (targetOn: string, today: string): Words =>
  targetOn < today ? targetLine(targetOn, today) : WISHED(targetOn);

const weekBlocks = (week: Week, digest: Digest, naming: Naming): readonly Block[] => {
  const { lang, today } = digest;
  const listed = (heading: Words, entries: readonly Entry[]): readonly Block[] =>
    entries.length === 0
      ? []
      : [
          { kind: 'heading', text: `${heading[lang]} (${entries.length})` },
          { kind: 'entries', entries },
        ];
  const { expiry } = week;
  return [
    ...listed(
      WEEK.owed,
      week.owed.map((open) => openEntry(open, digest, naming)),
    ),
    ...listed(
      WEEK.waiting,
      week.waiting.map((open) => openEntry(open, digest, naming)),
    ),
    ...listed(
      WEEK.reviews,
      week.reviews.map((review) => reviewEntry(review, lang, today, naming)),
    ),
    ...(expiry === undefined
      ? []
      : [
          { kind: 'heading' as const, text: WEEK.routine[lang] },
          { kind: 'paragraph' as const, text: EXPIRY(expiry)[lang] },
        ]),
  ];
};

const openEntry = (open: Open, { lang, today }: Digest, naming: Naming): Entry => {
  const { body, since, targetOn, meetingOn, deputyAskedOn, waitsForSupplement, caseDays } = open;
  const lines = [
    body === SOB_OFFICE ? undefined : TO(naming.name(body)),
    targetOn === undefined ? undefined : wishedLine(targetOn, today),
    SINCE(since),
    waitsForSupplement ? FOR_SUPPLEMENT : undefined,
    meetingOn === undefined ? undefined : MEETING(meetingOn),
    deputyAskedOn === undefined ? undefined : DEPUTY_ASKED(deputyAskedOn),
    AGE(caseDays),
  ];
  return entryOf(open, lines, lang, naming);
};

const reviewEntry = (review: Review, lang: Language, today: string, naming: Naming): Entry =>
  entryOf(review, [review.on <= today ? REVIEW_CAME(review.on) : REVIEW_COMES(review.on)], lang, naming);

const entryOf = (
  { caseId, caseNumber, step }: Pick<Open, 'caseId' | 'caseNumber' | 'step'>,
  lines: readonly (Words | undefined)[],
  lang: Language,
  { asks, caseUrl }: Naming,
): Entry => {
  const url = caseUrl(caseId);
  return {
    title: `${caseNumber}: ${asks(step)[lang]}`,
    lines: lines.flatMap((line) => line?.[lang] ?? []),
    ...(url !== undefined && { link: { label: CASE_PAGE[lang], url } }),
  };
};
