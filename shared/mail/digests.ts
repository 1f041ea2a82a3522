import type { Reason } from '../case/morning.ts';
import { SOB_OFFICE } from '../case/rounds.ts';
import type { Open, Review, Wanted, Week } from '../case/week.ts';
import { daysBetween } from '../case/working-days.ts';
import type { Language, Words } from '../routine/words.ts';
import { asHtml, asText, type Block, type Entry, inLanguage, link } from './blocks.ts';
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
  SEE_LIST,
  SEVERAL,
  SINCE,
  STILL_NEEDED,
  TO,
  TODAY,
  WANTED,
  WEEK,
  WEEK_HEADING,
  WISHED,
  WORDS,
  YEARLY,
} from './digest-words.ts';
import { footer } from './footer.ts';
import type { Letter } from './letters.ts';
import { oneLine } from './one-line.ts';
import { REPORT_WAITS, reportBlocks, type WaitingReport } from './report-letter.ts';

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
  /** Of what stands in a list with others: where that is. */
  readonly listUrl?: string;
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
  /** With it, the year whose report waits to be approved, and where. */
  readonly report?: WaitingReport;
}

/**
 * One mailbox's mail of a morning: everything that is due there (ROUTINE.md section 0 no. 8). It holds case numbers,
 * what is asked, and where to go; no text from a case and no price.
 */
export const digestLetter = (digest: Digest, naming: Naming): Letter => {
  const { lang, askAt } = digest;
  const heading = headingOf(digest);
  const only = onlyMatter(digest);
  const prefix = only === undefined ? '' : `${only.caseNumber}: `;
  const blocks = [
    ...REASONS.flatMap((reason) => mattersBlocks(digest, reason)),
    ...(digest.report === undefined ? [] : reportBlocks(digest.report, lang)),
    ...(digest.week === undefined ? [] : weekBlocks(digest.week, digest, naming)),
  ];
  const template = { lang, heading, blocks, footer: footer(lang, askAt) };
  return { subject: oneLine(`${prefix}${heading}`), text: asText(template), html: asHtml(template) };
};

/** Whether there is anything to say; a week without a case needs no mail. */
export const isEmptyDigest = ({
  matters,
  week,
  report,
}: Pick<Digest, 'matters' | 'week' | 'report'>): boolean =>
  matters.length === 0 && report === undefined && (week === undefined || weekIsEmpty(week));

const weekIsEmpty = ({ waiting, owed, reviews, wanted, expiry }: Week): boolean =>
  waiting.length + owed.length + reviews.length + wanted.length === 0 && expiry === undefined;

const REASONS: readonly Reason[] = ['list', 'reminder', 'deputy', 'escalation'];

/** The question that a mail is all about. */
const onlyMatter = ({ matters, week }: Digest): DigestMatter | undefined =>
  matters.length === 1 && week === undefined && !isListed(matters[0]) ? matters[0] : undefined;

const isListed = (matter?: DigestMatter): boolean => matter?.reason === 'list';

const headingOf = (digest: Digest): string => {
  const { lang, matters, week, report } = digest;
  if (report !== undefined && isEmptyDigest({ matters, ...(week && { week }) }))
    return REPORT_WAITS(report)[lang];
  if (week !== undefined) return WEEK_HEADING(week.waiting.length, week.owed.length)[lang];
  const only = onlyMatter(digest);
  if (only !== undefined && only.reason !== 'list')
    return `${WORDS[only.reason].alone[lang]}: ${only.asks[lang]}`;
  return (matters.every(isListed) ? YEARLY : SEVERAL)(matters.length)[lang];
};

const mattersBlocks = (digest: Digest, reason: Reason): readonly Block[] => {
  const { lang, week } = digest;
  const matters = digest.matters.filter((it) => it.reason === reason);
  if (matters.length === 0) return [];
  const grouped = week !== undefined || matters.length < digest.matters.length;
  if (reason === 'list') return listBlocks(matters, grouped, lang);
  const words = WORDS[reason];
  return [
    ...(grouped ? [{ kind: 'heading' as const, text: words.heading[lang] }] : []),
    { kind: 'paragraph', text: words.intro[lang] },
    ...askingBlocks(matters, digest, words.link),
    ...(reason === 'escalation' ? [] : [{ kind: 'paragraph' as const, text: FORWARD[lang] }]),
  ];
};

/** What is asked, each with where it is answered; a mail about one thing has a button for it, as the mail that asked first. */
const askingBlocks = (matters: readonly DigestMatter[], digest: Digest, leads: Words): readonly Block[] => {
  const entries = entriesOf(matters, digest, leads);
  const url = onlyMatter(digest)?.url;
  if (url === undefined) return [{ kind: 'entries', entries }];
  const unlinked = entries.map(({ title, lines }) => ({ title, lines }));
  return [{ kind: 'entries', entries: unlinked }, link(leads, url, digest.lang)];
};

/** Several of one list are one entry, with one link to all of them (ROUTINE.md section 0 no. 10). */
const entriesOf = (matters: readonly DigestMatter[], digest: Digest, leads: Words): readonly Entry[] => {
  const byList = Map.groupBy(matters, ({ listUrl, url, caseNumber }) => listUrl ?? `${caseNumber} ${url}`);
  return [...byList.values()].flatMap((ofList) =>
    ofList.length > 1
      ? [listEntry(ofList, digest)]
      : ofList.map((matter) => matterEntry(matter, digest, leads)),
  );
};

const listEntry = (matters: readonly DigestMatter[], { lang }: Digest): Entry => {
  const [first] = matters.toSorted((a, b) => a.receivedOn.localeCompare(b.receivedOn));
  return {
    title: YEARLY(matters.length)[lang],
    lines: first === undefined ? [] : [TO(first.name)[lang], SINCE(first.receivedOn)[lang]],
    ...(first?.listUrl !== undefined && {
      link: { label: SEE_LIST[lang], url: inLanguage(first.listUrl, lang) },
    }),
  };
};

/** One link to all of a list, in place of one to each (ROUTINE.md section 0 no. 10). */
const listBlocks = (matters: readonly DigestMatter[], grouped: boolean, lang: Language): readonly Block[] => [
  ...(grouped ? [{ kind: 'heading' as const, text: YEARLY(matters.length)[lang] }] : []),
  { kind: 'paragraph', text: STILL_NEEDED[lang] },
  ...[...new Set(matters.flatMap(({ listUrl }) => listUrl ?? []))].map((url) => link(SEE_LIST, url, lang)),
];

const matterEntry = (matter: DigestMatter, { lang, today }: Digest, leads: Words): Entry => {
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
    ...(url !== undefined && { link: { label: leads[lang], url: inLanguage(url, lang) } }),
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
    ...listed(
      WEEK.wanted,
      week.wanted.map((it) => entryOf(it, WANTED(it.units), [], lang, naming)),
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
  return entryOf(open, naming.asks(open.step), lines, lang, naming);
};

const reviewEntry = (review: Review, lang: Language, today: string, naming: Naming): Entry =>
  entryOf(
    review,
    naming.asks(review.step),
    [review.on <= today ? REVIEW_CAME(review.on) : REVIEW_COMES(review.on)],
    lang,
    naming,
  );

const entryOf = (
  { caseId, caseNumber }: Pick<Wanted, 'caseId' | 'caseNumber'>,
  what: Words,
  lines: readonly (Words | undefined)[],
  lang: Language,
  { caseUrl }: Naming,
): Entry => {
  const url = caseId && caseUrl(caseId);
  return {
    title: `${caseNumber}: ${what[lang]}`,
    lines: lines.flatMap((line) => line?.[lang] ?? []),
    ...(url !== undefined && { link: { label: CASE_PAGE[lang], url: inLanguage(url, lang) } }),
  };
};
