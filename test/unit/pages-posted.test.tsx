import fc from 'fast-check';
import qs from 'qs';
import { describe, expect, it } from 'vitest';
import { withFiles } from '../../shared/case/attachments.ts';
import { exampleKnown } from '../../shared/pages/examples.ts';
import { Fields } from '../../shared/pages/fields.tsx';
import { html } from '../../shared/pages/layout.tsx';
import { type Posted, readPosted, toPosted } from '../../shared/pages/posted.ts';
import { decision } from '../../shared/routine/decision.ts';
import { type Field, type Form, form } from '../../shared/routine/form.ts';
import { nominationForm } from '../../shared/routine/nomination.ts';
import { position } from '../../shared/routine/position.ts';
import { screening } from '../../shared/routine/screening.ts';

const file = (id: string) => ({ id, fileName: `${id}.pdf`, type: 'pdf', bytes: 1, addedAt: '' }) as const;
const known = withFiles(exampleKnown, [file('a'), file('b')]);

const label = { sv: 'Fråga', en: 'Question' };
const options = { a: label, b: label, c: label, 'd e&f': label };
const plain = { label, need: 'may' } as const;

/** Every kind of field, inside and outside of others. */
const leaves = form({
  short: { ...plain, kind: 'text', size: 'short' },
  long: { ...plain, kind: 'text', size: 'long', mayBeUnknown: true },
  minuted: { ...plain, kind: 'text', size: 'medium', mayBeInMinutes: true },
  choice: { ...plain, kind: 'choice', options },
  choices: { ...plain, kind: 'choices', options },
  councils: { ...plain, kind: 'registerChoices', register: 'councils' },
  lead: { ...plain, kind: 'registerChoice', register: 'councils' },
  whole: { ...plain, kind: 'number', integer: true, min: 0, max: 1e9, unit: 'sek', mayBeUnknown: true },
  decimal: { ...plain, kind: 'number', integer: false, min: 0, max: 1e9 },
  yesNo: { ...plain, kind: 'yesNo' },
  tick: { ...plain, kind: 'tick' },
  date: { ...plain, kind: 'date' },
  month: { ...plain, kind: 'month' },
  texts: { ...plain, kind: 'texts', max: 5 },
});
const everything: Form = {
  ...leaves,
  group: { ...plain, kind: 'group', fields: leaves, mayBeUnknown: true },
  list: {
    ...plain,
    kind: 'list',
    max: 4,
    mayBeUnknown: true,
    item: { ...leaves, inner: { ...plain, kind: 'list', max: 3, item: leaves } },
  },
};

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((it) => it.replaceAll(/\p{Cc}/gu, '').trim())
  .filter((it) => it !== '');
const longText = fc.array(text, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n\n'));
const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
const isoDay = day.map((it) => it.toISOString().slice(0, 10));

const registered = (register: string): string[] =>
  (known.registers[register] ?? []).map(({ value }) => value);

const arbitrary = (field: Field): fc.Arbitrary<unknown> => {
  switch (field.kind) {
    case 'text':
      return field.size === 'short' ? text : longText;
    case 'choice':
      return fc.constantFrom(...Object.keys(field.options));
    case 'choices':
      return fc.subarray(Object.keys(field.options), { minLength: 1 });
    case 'registerChoices':
      return fc.subarray(registered(field.register), { minLength: 1 });
    case 'registerChoice':
      return fc.constantFrom(...registered(field.register));
    case 'number':
      return field.integer ? fc.nat(1e9) : fc.nat(1e6).map((it) => it / 100);
    case 'yesNo':
      return fc.boolean();
    case 'tick':
      return fc.constant(true);
    case 'date':
      return isoDay;
    case 'month':
      return isoDay.map((it) => it.slice(0, 7));
    case 'group':
      return answersTo(field.fields);
    case 'list':
      return fc.array(answersTo(field.item), { minLength: 1, maxLength: Math.min(3, field.max) });
    case 'texts':
      return fc.array(text, { minLength: 1, maxLength: 3 });
  }
};

const answersTo = (fields: Form): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .record(
      Object.fromEntries(
        Object.entries(fields).map(([key, field]) => {
          const unknown = fc.record({ unknown: fc.constant(true), reason: text });
          const inPlace = [
            ...(field.mayBeUnknown ? [unknown] : []),
            ...(field.mayBeInMinutes ? [fc.constant({ inMinutes: true })] : []),
          ];
          return [key, fc.oneof(arbitrary(field), ...inPlace)];
        }),
      ),
      { requiredKeys: [] },
    )
    .filter((answers) => Object.keys(answers).length > 0);

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&quot;': '"', '&gt;': '>' };
const decoded = (it: string): string => it.replaceAll(/&\w+;/gu, (entity) => ENTITIES[entity] ?? entity);

/** What a browser would send of a form on a page. */
const sentFrom = (page: string): string => {
  const sent: [string, string][] = [];
  for (const { groups = {} } of page.matchAll(
    /<input (?<input>(?:"[^"]*"|[^">])*?)\/?>|<textarea [^>]*?name="(?<area>[^"]*)"[^>]*>(?<typed>[^<]*)<\/textarea>|<select [^>]*?name="(?<select>[^"]*)"[^>]*>(?<options>.*?)<\/select>/gsu,
  )) {
    const { input, area, typed = '', select, options = '' } = groups;
    if (area !== undefined) sent.push([area, typed.replaceAll(/\r?\n/gu, '\r\n')]);
    if (select !== undefined)
      sent.push([
        select,
        /<option selected value="([^"]*)"|<option value="([^"]*)" selected/u
          .exec(options)
          ?.slice(1)
          .find(Boolean) ?? '',
      ]);
    if (input === undefined) continue;
    const value = /value="([^"]*)"/u.exec(input)?.[1] ?? '';
    const counts = !/type="(radio|checkbox)"/u.test(input) || /\bchecked\b/u.test(input);
    if (counts) sent.push([/name="([^"]*)"/u.exec(input)?.[1] ?? '', value]);
  }
  return new URLSearchParams(sent.map(([name, value]) => [decoded(name), decoded(value)])).toString();
};

const pageOf = (fields: Form, posted: Posted): string =>
  html(<Fields place={{ lang: 'sv', known, problems: [], posted, path: '', forms: [fields] }} />);

describe('what a page sends is what was answered', () => {
  it('for every kind of field, at any depth', () => {
    fc.assert(
      fc.property(answersTo(everything), (answers) => {
        const { raw, intent } = readPosted(
          everything,
          sentFrom(pageOf(everything, toPosted(everything, answers))),
          known,
        );
        expect(raw).toEqual(answers);
        expect(intent).toBe('submit');
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['screening', screening.form],
    ['position', position.form],
    ['decision', decision.form],
    ['nomination', nominationForm],
  ])('again and again, for the form of %s', (_, fields) => {
    fc.assert(
      fc.property(answersTo(fields), (answers) => {
        const first = readPosted(fields, sentFrom(pageOf(fields, toPosted(fields, answers))), known);
        const second = readPosted(fields, sentFrom(pageOf(fields, first.posted)), known);
        expect(second.raw).toEqual(first.raw);
        expect(second.posted).toEqual(first.posted);
      }),
      { numRuns: 20 },
    );
  });
});

const read = (body: string, fields: Form = everything) => readPosted(fields, body, known);

describe('numbers and dates as people write them', () => {
  it.each([
    ['80 000', 80_000],
    ['80 000', 80_000],
    ['80 000', 80_000],
    ['80.000', 80_000],
    ['1,234,567', 1_234_567],
    ['−5', -5],
    ['80 000 kr', '80 000 kr'],
    ['1e5', '1e5'],
    ['NaN', 'NaN'],
  ])('whole %s', (typed, whole) => {
    expect(read(qs.stringify({ whole: typed })).raw).toEqual({ whole });
  });

  it.each([
    ['1,5', 1.5],
    ['1 000,25', 1000.25],
    ['1.5', 1.5],
  ])('decimal %s', (typed, decimal) => {
    expect(read(qs.stringify({ decimal: typed })).raw).toEqual({ decimal });
  });

  it.each([
    ['2026-1-5', '2026-01-05'],
    ['20261123', '2026-11-23'],
    ['2026.11.23', '2026-11-23'],
    ['i fjol', 'i fjol'],
  ])('date %s', (typed, date) => {
    expect(read(qs.stringify({ date: typed })).raw).toEqual({ date });
  });
});

describe('what does not count', () => {
  it('is blank, unknown to the form, or not asked', () => {
    const body =
      'buildableInSob=yes&buildableReason=Kvar&screeningReason=++&councils[]=x&other=1&__proto__.x=1';
    const { posted, raw } = read(body, screening.form);
    expect(posted).toEqual({ buildableInSob: 'yes', buildableReason: 'Kvar', councils: ['x'] });
    expect(raw).toEqual({ buildableInSob: 'yes' });
  });

  it('falls away with the answer it hangs on', () => {
    const chain: Form = {
      a: { ...plain, kind: 'yesNo' },
      b: { ...plain, kind: 'yesNo', askedWhen: { field: 'a', is: [true] } },
      c: { ...plain, kind: 'yesNo', askedWhen: { field: 'b', is: [true] } },
    };
    expect(
      read('a=false&b=true&c=true', { c: chain.c as Field, b: chain.b as Field, a: chain.a as Field }).raw,
    ).toEqual({
      a: false,
    });
  });

  it('is a blank row: later rows move up, both to show and to check', () => {
    const { posted, raw } = read('list[0].short=&list[1].short=x&list[2].short=+');
    expect(posted).toEqual({ list: [{ short: 'x' }] });
    expect(raw).toEqual(posted);
  });
});

describe('not known yet', () => {
  it('takes the reason alone as an answer, and a value before both', () => {
    expect(read('long_reason=senare').raw).toEqual({ long: { unknown: true, reason: 'senare' } });
    expect(read('long_unknown=true').raw).toEqual({ long: { unknown: true } });
    expect(read('long=nu&long_unknown=true&long_reason=senare').raw).toEqual({ long: 'nu' });
  });
});

describe('see the minutes', () => {
  it('is a tick in place of a text, which is the fuller answer', () => {
    expect(read('minuted_inMinutes=true').raw).toEqual({ minuted: { inMinutes: true } });
    expect(read('minuted=+&minuted_inMinutes=true').raw).toEqual({ minuted: { inMinutes: true } });
    const both = read('minuted=Stort&minuted_inMinutes=true');
    expect(both.raw).toEqual({ minuted: 'Stort' });
    expect(both.posted).toEqual({ minuted: 'Stort', minuted_inMinutes: 'true' });
  });

  it('is offered only where it may be said', () => {
    expect(read('short_inMinutes=true&long_inMinutes=true')).toMatchObject({ posted: {}, raw: {} });
  });
});

describe('rows', () => {
  it('are added, and blank ones kept', () => {
    const { posted, intent } = read('list[0].short=&list[1].short=x&_add=list');
    expect(posted.list).toEqual([{}, { short: 'x' }, {}]);
    expect(intent).toBe('edit');
  });

  it('are removed, also from a list in a list', () => {
    expect(read('list[0].short=x&list[1].short=y&_remove=list[0]').posted.list).toEqual([{ short: 'y' }]);
    const inner = 'list[0].inner[0].short=x&list[0].inner[1].short=y&_remove=list[0].inner[1]';
    expect(read(inner).posted.list).toEqual([{ inner: [{ short: 'x' }] }]);
  });

  it('are never more than the form takes', () => {
    const full = [0, 1, 2, 3].map((index) => `list[${index}].short=x`).join('&');
    expect(read(`${full}&_add=list`).posted.list).toHaveLength(4);
  });

  it.each(['nowhere', '__proto__', 'list[9].inner', 'short', '..[[', 'list[x]'])(
    'and a button for %s does nothing',
    (path) => {
      const { posted, intent } = read(`list[0].short=x&_add=${path}&_remove=${path}`);
      expect(posted.list).toEqual([{ short: 'x' }]);
      expect(intent).toBe('edit');
    },
  );
});

describe('hostile input', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'list',
      'group',
      'short',
      'choices',
      '[',
      ']',
      '[]',
      '.',
      '=',
      '&',
      '%',
      '%00',
      '%ff',
      '__proto__',
    ),
    fc.constantFrom(
      'constructor',
      'prototype',
      'toString',
      '[999999999]',
      '[-1]',
      '_add',
      '_remove',
      '_unknown',
      ';',
      '+',
    ),
    fc.string(),
  );
  it('never throws, and reaches no prototype', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { posted, raw } = read(pieces.join(''));
        JSON.stringify([posted, raw]);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('is read in no time however long', () => {
    const bodies = [
      `list${'[0][a]'.repeat(10_000)}=1`,
      'a=1&'.repeat(16_000),
      Array.from({ length: 4000 }, (_, index) => `list[${index}].short=x`).join('&'),
      `short=${'%'.repeat(60_000)}`,
    ];
    const start = performance.now();
    for (const body of bodies) read(body);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
