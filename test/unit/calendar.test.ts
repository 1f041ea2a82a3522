import { describe, expect, it } from 'vitest';
import { calendarOf, type Dated } from '../../shared/case/calendar.ts';
import { position } from '../../shared/routine/position.ts';

const dated: Dated = {
  caseId: '6f9c2c1e-8a43-4c5a-9a54-0a4f1d1b2c3d',
  caseNumber: 'N-2026-0001',
  questionId: 'nomination/position/1/council-psykisk-halsa',
  asks: position.asks,
  sequence: 4,
  meetingOn: '2026-12-31',
  targetOn: '2026-12-23',
};

const calendar = {
  lang: 'sv',
  name: 'Samordningsråd ögon, öron; och \\ hud',
  url: `https://nominera.example.se/m/${'x'.repeat(43)}`,
  now: new Date('2026-11-23T23:30:00Z'),
} as const;

interface Component {
  readonly name: string;
  readonly properties: Readonly<Record<string, { readonly parameters: string; readonly value: string }>>;
  readonly inner: readonly Component[];
}

/** A strict reader of RFC 5545: what it cannot read, a calendar program may not read either. */
const readCalendar = (file: string): Component => {
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  expect(file.endsWith('\r\n')).toBe(true);
  const folded = file.slice(0, -2).split('\r\n');
  for (const line of folded) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
  const lines = file
    .slice(0, -2)
    .replaceAll(/\r\n[ \t]/gu, '')
    .split('\r\n');
  const [component, rest] = readComponent(lines);
  expect(rest).toEqual([]);
  return component;
};

const readComponent = ([begin = '', ...lines]: readonly string[]): [Component, readonly string[]] => {
  const name = /^BEGIN:([A-Z]+)$/u.exec(begin)?.[1];
  expect(name, begin).toBeDefined();
  const properties: Record<string, { parameters: string; value: string }> = {};
  const inner: Component[] = [];
  let left: readonly string[] = lines;
  while (left[0] !== `END:${name}`) {
    expect(left.length, `END:${name} is missing`).toBeGreaterThan(0);
    if (left[0]?.startsWith('BEGIN:')) {
      const [component, rest] = readComponent(left);
      inner.push(component);
      left = rest;
      continue;
    }
    const [line = '', ...rest] = left;
    const [, key = '', parameters = '', value = ''] =
      /^([A-Z-]+)((?:;[A-Z-]+=[^";:,]+)*):(.*)$/u.exec(line) ?? [];
    expect(key, line).not.toBe('');
    expect(Object.hasOwn(properties, key), `${key} stands twice`).toBe(false);
    properties[key] = { parameters, value };
    left = rest;
  }
  return [{ name: String(name), properties, inner }, left.slice(1)];
};

/** A text's value without its escapes; a comma, semicolon or backslash that is not escaped is a fault. */
const textOf = (value = ''): string => {
  expect(value).toMatch(/^(?:[^\\,;]|\\[\\,;nN])*$/u);
  return value.replaceAll(/\\(.)/gu, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
};

const eventsOf = (file: string): readonly Component['properties'][] =>
  readCalendar(file).inner.map(({ name, properties }) => {
    expect(name).toBe('VEVENT');
    return properties;
  });

describe('the calendar of an agenda (RFC 5545)', () => {
  it('is read by a strict reader, with its name, version and maker', () => {
    const { name, properties } = readCalendar(calendarOf([dated], calendar));
    expect(name).toBe('VCALENDAR');
    expect(properties.VERSION?.value).toBe('2.0');
    expect(properties.PRODID?.value).toBe('-//Nominera//sv');
    expect(textOf(properties['X-WR-CALNAME']?.value)).toBe(calendar.name);
  });

  it('holds the meeting and the target date, each as a whole day of its own', () => {
    const [meeting, target] = eventsOf(calendarOf([dated], calendar));
    expect(meeting?.DTSTART).toEqual({ parameters: ';VALUE=DATE', value: '20261231' });
    expect(meeting?.DTEND).toEqual({ parameters: ';VALUE=DATE', value: '20270101' });
    expect(target?.DTSTART).toEqual({ parameters: ';VALUE=DATE', value: '20261223' });
    expect(textOf(meeting?.SUMMARY?.value)).toBe('Möte om N-2026-0001: Ta ställning till nomineringen');
    expect(meeting?.DTSTAMP?.value).toBe('20261123T233000Z');
    expect(meeting?.URL?.value).toBe(calendar.url);
    expect(meeting?.UID?.value).not.toBe(target?.UID?.value);
  });

  it('a day that is moved keeps its UID, and its SEQUENCE is raised', () => {
    const [before] = eventsOf(calendarOf([dated], calendar));
    const [after] = eventsOf(calendarOf([{ ...dated, sequence: 5, meetingOn: '2027-01-14' }], calendar));
    expect(after?.UID).toEqual(before?.UID);
    expect(Number(after?.SEQUENCE?.value)).toBeGreaterThan(Number(before?.SEQUENCE?.value));
    expect(after?.DTSTART?.value).toBe('20270114');
  });

  it('an event that no day is set for is not there', () => {
    expect(eventsOf(calendarOf([{ ...dated, meetingOn: undefined }], calendar))).toHaveLength(1);
    expect(eventsOf(calendarOf([], calendar))).toEqual([]);
  });

  it('is in the language asked for', () => {
    const [meeting] = eventsOf(calendarOf([dated], { ...calendar, lang: 'en' }));
    expect(textOf(meeting?.SUMMARY?.value)).toBe(`Meeting on N-2026-0001: ${position.asks.en}`);
  });
});
