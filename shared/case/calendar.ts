import { createEvents, type EventAttributes } from 'ics';
import type { Language, Words } from '../routine/words.ts';
import { daysAfter } from './working-days.ts';

/** A question whose days a calendar shows. It holds nothing that people wrote, and nobody's name. */
export interface Dated {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly questionId: string;
  readonly asks: Words;
  /** Grows whenever one of the days may have changed. */
  readonly sequence: number;
  /** `YYYY-MM-DD`. */
  readonly meetingOn?: string | undefined;
  readonly targetOn?: string | undefined;
}

interface Calendar {
  readonly lang: Language;
  readonly name: string;
  /** The page that every event leads to. */
  readonly url: string;
  readonly now: Date;
}

/**
 * An iCalendar file (RFC 5545) of the days on which questions are taken up or answers are wished for: each a whole day
 * in Sweden. A day that is moved keeps its UID and gets a higher SEQUENCE, so that calendars move it too.
 * @throws where a day is no date
 */
export const calendarOf = (dated: readonly Dated[], { lang, name, url, now }: Calendar): string => {
  const events = dated.flatMap((it) =>
    DAYS.flatMap(({ day, title }): Event[] => {
      const on = it[day];
      if (on === undefined) return [];
      return [
        {
          uid: `${it.caseId}/${it.questionId}/${day}@nominera`,
          sequence: it.sequence,
          timestamp: now.getTime(),
          start: asDay(on),
          end: asDay(daysAfter(on, 1)),
          title: title(it.caseNumber, it.asks)[lang],
          description: `${OPEN[lang]} ${url}`,
          url,
          busyStatus: 'FREE',
          transp: 'TRANSPARENT',
        },
      ];
    }),
  );
  const { error, value } = createEvents(events, {
    productId: `-//Nominera//${lang}`,
    calName: escaped(name),
  });
  if (value === null || value === undefined) throw error ?? new Error('No calendar');
  return folded(value);
};

/** The library escapes texts everywhere but here. */
const escaped = (name: string): string =>
  name.replaceAll(/\s+/gu, ' ').replaceAll(/[\\,;]/gu, (sign) => `\\${sign}`);

/** Lines of at most 75 octets (RFC 5545 section 3.1): the library counts characters, and å is two octets. */
const folded = (file: string): string =>
  file
    .replaceAll(/\r\n[\t ]/gu, '')
    .split('\r\n')
    .map((line) => piecesOf(line).join('\r\n '))
    .join('\r\n');

const MOST_OCTETS = 75;

const piecesOf = (line: string): readonly string[] => {
  const pieces = [''];
  for (const sign of line) {
    const piece = pieces.at(-1) ?? '';
    // The space that a line after the first begins with counts too.
    const room = MOST_OCTETS - (pieces.length > 1 ? 1 : 0);
    if (Buffer.byteLength(piece + sign) > room) pieces.push(sign);
    else pieces[pieces.length - 1] = piece + sign;
  }
  return pieces;
};

/** The library takes the time of the making of an event, which its types leave out, or reads the clock. */
type Event = EventAttributes & { readonly timestamp: number };

const asDay = (date: string): [number, number, number] =>
  date.split('-').map(Number) as [number, number, number];

const DAYS: readonly {
  readonly day: 'meetingOn' | 'targetOn';
  readonly title: (caseNumber: string, asks: Words) => Words;
}[] = [
  {
    day: 'meetingOn',
    title: (number, asks) => ({
      sv: `Möte om ${number}: ${asks.sv}`,
      en: `Meeting on ${number}: ${asks.en}`,
    }),
  },
  {
    day: 'targetOn',
    title: (number, asks) => ({
      sv: `Svara gärna senast i dag, ${number}: ${asks.sv}`,
      en: `Please answer by today, ${number}: ${asks.en}`,
    }),
  },
];

const OPEN: Words = { sv: 'Läs och svara:', en: 'Read and answer:' };
