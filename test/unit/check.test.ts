import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { StepAnswers } from '../../shared/case/answers.ts';
import { checkAnswers, holds, isAsked, jsonSchemaOf, type Known } from '../../shared/routine/check.ts';
import {
  type Condition,
  type Field,
  type Form,
  form,
  type InMinutes,
  type Unknown,
} from '../../shared/routine/form.ts';
import { nominationForm } from '../../shared/routine/nomination.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import { sample } from '../builders/samples.ts';

const known: Known = {
  today: '2026-10-15',
  facts: { kind: 'purchase' },
  registers: { councils: [{ value: 'adult', label: { sv: 'Vuxenrådet', en: 'The adult council' } }] },
};

const label = { sv: 'Frågan', en: 'The question' };
const asked = { label, need: 'may' } as const;
const options = { a: { sv: 'Aa', en: 'Ae' }, b: { sv: 'Ba', en: 'Be' } };

function problemsOf(declared: Form, raw: unknown) {
  const checked = checkAnswers(declared, raw, known);
  return checked.ok ? [] : checked.problems;
}

const fieldsOf = (found: readonly { readonly field: string }[]) => found.map(({ field }) => field);

function warningsOf(declared: Form, raw: unknown) {
  const checked = checkAnswers(declared, raw, known);
  return checked.ok ? fieldsOf(checked.warnings) : 'refused';
}

describe('values', () => {
  const short: Field = { ...asked, kind: 'text', size: 'short' };
  const inPlace: Field = { ...short, mayBeUnknown: true, mayBeInMinutes: true };
  const texts: Field = { ...asked, kind: 'texts', max: 2 };
  const whole: Field = { ...asked, kind: 'number', integer: true, min: 1, max: 104 };
  const list: Field = {
    ...asked,
    kind: 'list',
    min: 2,
    max: 3,
    item: form({ n: { ...asked, kind: 'number', integer: true, min: 0, max: 9 } }),
  };

  test.each<[string, Field, unknown]>([
    ['a text of just the limit', short, 'x'.repeat(200)],
    ['a text with å, emoji and tab', short, 'Å\t😀'],
    ['line breaks in a longer text', { ...short, size: 'medium' }, 'one\n\ntwo'],
    ['a text of just the least length', { ...short, min: 3 }, 'abc'],
    ['an organisation number', short, 'Västra Götalandsregionen, 232100-0131'],
    ['a number whose date does not exist', short, '990229-1239'],
    ['a number with the wrong check digit', short, '121212-1213'],
    ['a personal number inside a longer number', short, '121212121200'],
    ['an e-mail address', { ...short, format: 'email' }, 'vc.ekdungen@example.se'],
    ['a phone number', { ...short, format: 'phone' }, '+46 (0)31-123 45 67'],
    ['a short phone number', { ...short, format: 'phone' }, '1177'],
    ['an HSA id', { ...short, format: 'hsaId' }, 'SE0000000000-E001'],
    ['a web address', { ...short, format: 'url' }, 'https://example.se/a?b=c#d'],
    ['a plain http address', { ...short, format: 'url' }, 'http://example.se'],
    ['a choice', { ...asked, kind: 'choice', options }, 'a'],
    ['choices', { ...asked, kind: 'choices', options }, ['b', 'a']],
    ['a choice of a register', { ...asked, kind: 'registerChoices', register: 'councils' }, ['adult']],
    ['the smallest number', whole, 1],
    ['the largest number', whole, 104],
    ['a fraction', { ...whole, integer: false }, 1.5],
    ['no', { ...asked, kind: 'yesNo' }, false],
    ['a tick', { ...asked, kind: 'tick' }, true],
    ['a leap day', { ...asked, kind: 'date' }, '2024-02-29'],
    ['today', { ...asked, kind: 'date', notAfterToday: true }, '2026-10-15'],
    ['this month', { ...asked, kind: 'month', notBeforeToday: true }, '2026-10'],
    ['an earlier month where that is allowed', { ...asked, kind: 'month' }, '2020-01'],
    ['as many texts as allowed', texts, ['a', 'b']],
    ['as many lines as allowed', list, [{ n: 1 }, { n: 2 }, { n: 3 }]],
    ['not known yet', { ...whole, mayBeUnknown: true }, { unknown: true, reason: 'Underlag är begärt.' }],
    ['a value where it might be unknown', { ...whole, mayBeUnknown: true }, 7],
    ['see the minutes', { ...short, mayBeInMinutes: true }, { inMinutes: true }],
    ['a text where the minutes might do', { ...short, mayBeInMinutes: true }, 'Kort'],
    ['see the minutes where it might be unknown', inPlace, { inMinutes: true }],
    ['not known yet where the minutes might do', inPlace, { unknown: true, reason: 'Senare.' }],
    ['a choice from a register', { ...asked, kind: 'registerChoice', register: 'councils' }, 'adult'],
  ])('accepts %s', (_, field, value) => {
    expect(checkAnswers({ q: field }, { q: value }, known)).toEqual({
      ok: true,
      answers: { q: value },
      warnings: [],
    });
  });

  test.each<[string, Field, unknown, string, RegExp]>([
    ['a text over the limit', short, 'x'.repeat(201), 'q', /högst 200 tecken.*nu 201 tecken/],
    ['a text over its own limit', { ...short, max: 5 }, 'abcdef', 'q', /högst 5 tecken.*nu 6 tecken/],
    ['an overlong long text', { ...short, size: 'long' }, 'x'.repeat(8001), 'q', /högst 8000.*nu 8001/],
    ['a text under its least length', { ...short, min: 3 }, 'ab', 'q', /minst 3 tecken.*nu 2 tecken/],
    ['a number for a text', short, 5, 'q', /ska vara en text/],
    ['a line break in a short text', short, 'a\nb', 'q', /på en rad/],
    ['a null character', short, 'a\u0000b', 'q', /styrtecken/],
    ['a terminal escape', { ...short, size: 'long' }, 'a\u001b[31m', 'q', /styrtecken/],
    ['a C1 control character', short, 'a\u0085b', 'q', /styrtecken/],
    ['a personal number', short, 'Anna, 19121212-1212.', 'q', /personnummer/],
    ['a personal number of ten digits', short, '1212121212', 'q', /personnummer/],
    ['a personal number past a hundred', short, '121212+1212', 'q', /personnummer/],
    ['a co-ordination number', short, '701063-2391', 'q', /samordningsnummer/],
    [
      'a personal number in an address',
      { ...short, format: 'email' },
      '121212-1212@example.se',
      'q',
      /person/,
    ],
    ['an e-mail address without domain', { ...short, format: 'email' }, 'anna@', 'q', /e-postadress/],
    ['a phone number with letters', { ...short, format: 'phone' }, 'ring mig', 'q', /telefonnummer/],
    ['an HSA id without unit', { ...short, format: 'hsaId' }, 'SE0000000000-', 'q', /HSA-id/],
    ['a script as web address', { ...short, format: 'url' }, 'javascript:alert(1)', 'q', /webbadress/],
    ['a file as web address', { ...short, format: 'url' }, 'ftp://example.se/a', 'q', /webbadress/],
    ['an address without its slashes', { ...short, format: 'url' }, 'https:example.se', 'q', /webbadress/],
    ['a choice that does not exist', { ...asked, kind: 'choice', options }, 'c', 'q', /Välj bland: a, b\./],
    ['a list for one choice', { ...asked, kind: 'choice', options }, ['a'], 'q', /Välj bland: a, b\./],
    ['one of the choices wrong', { ...asked, kind: 'choices', options }, ['a', 'x'], 'q[1]', /bland: a, b/],
    ['a text for choices', { ...asked, kind: 'choices', options }, 'a', 'q', /ska vara en lista/],
    [
      'a choice that is not in the register',
      { ...asked, kind: 'registerChoices', register: 'councils' },
      ['toString'],
      'q[0]',
      /bland: adult/,
    ],
    [
      'any choice of a register that is not known',
      { ...asked, kind: 'registerChoices', register: 'ghosts' },
      ['adult'],
      'q[0]',
      /finns inte bland valen/,
    ],
    ['a number too small', whole, 0, 'q', /ska vara 1 till 104/],
    ['a number too large', whole, 105, 'q', /ska vara 1 till 104/],
    ['a whole number beyond precision', whole, 1e300, 'q', /ska vara 1 till 104/],
    ['a fraction where whole is asked', whole, 1.5, 'q', /heltal/],
    ['a text for a number', whole, '9', 'q', /ska vara ett (hel)?tal/],
    ['a text for yes or no', { ...asked, kind: 'yesNo' }, 'yes', 'q', /true eller false/],
    ['a tick that says no', { ...asked, kind: 'tick' }, false, 'q', /bara vara true/],
    ['29 February of a common year', { ...asked, kind: 'date' }, '2026-02-29', 'q', /datum som finns/],
    ['a date with a time', { ...asked, kind: 'date' }, '2026-02-01T00:00', 'q', /datum som finns/],
    ['tomorrow', { ...asked, kind: 'date', notAfterToday: true }, '2026-10-16', 'q', /senare än i dag/],
    ['month 13', { ...asked, kind: 'month' }, '2026-13', 'q', /ÅÅÅÅ-MM/],
    ['last month', { ...asked, kind: 'month', notBeforeToday: true }, '2026-09', 'q', /tidigare än/],
    ['too many texts', texts, ['a', 'b', 'c'], 'q', /högst 2 rader. Nu är de 3/],
    ['an overlong text in a list', texts, ['a', 'x'.repeat(201)], 'q[1]', /högst 200 tecken/],
    ['a personal number in a list', texts, ['121212-1212'], 'q[0]', /personnummer/],
    ['too many lines', list, [{ n: 1 }, { n: 1 }, { n: 1 }, { n: 1 }], 'q', /högst 3 rader. Nu är de 4/],
    ['too few lines', list, [{ n: 1 }], 'q', /minst 2 rader. Nu är de 1/],
    ['a line that is not an object', list, [{ n: 1 }, 'x'], 'q[1]', /ett objekt/],
    ['a wrong value in a line', list, [{ n: 1 }, { n: 10 }], 'q[1].n', /0 till 9/],
    ['a text for a group', { ...asked, kind: 'group', fields: {} }, 'x', 'q', /ett objekt/],
    ['unknown where a value is wanted', whole, { unknown: true, reason: 'Nej' }, 'q', /ett heltal|ett tal/],
    ['unknown without a reason', { ...whole, mayBeUnknown: true }, { unknown: true }, 'q.reason', /Varför/],
    [
      'a personal number in the reason',
      { ...whole, mayBeUnknown: true },
      { unknown: true, reason: 'Fråga 121212-1212' },
      'q.reason',
      /personnummer/,
    ],
    [
      'unknown that is not true',
      { ...whole, mayBeUnknown: true },
      { unknown: 'yes', reason: 'Nej' },
      'q.unknown',
      /bara vara true/,
    ],
    ['a wrong value where it might be unknown', { ...whole, mayBeUnknown: true }, 0, 'q', /1 till 104/],
    ['see the minutes where a text is wanted', short, { inMinutes: true }, 'q', /ska vara en text/],
    ['minutes that do not say so', inPlace, { inMinutes: 'x' }, 'q.inMinutes', /bara vara true/],
    ['more than a reference to the minutes', inPlace, { inMinutes: true, page: 7 }, 'q.page', /finns inte/],
    ['a wrong text where the minutes might do', inPlace, 'x'.repeat(201), 'q', /högst 200 tecken/],
    [
      'an unknown without a reason where the minutes might do',
      inPlace,
      { unknown: true },
      'q.reason',
      /Varför/,
    ],
    [
      'a choice that is not in its register',
      { ...asked, kind: 'registerChoice', register: 'councils' },
      'child',
      'q',
      /bland: adult/,
    ],
    [
      'a wrong line where it might be unknown',
      { ...list, mayBeUnknown: true },
      [{ n: 1 }, { n: 'x' }],
      'q[1].n',
      /tal/,
    ],
  ])('refuses %s', (_, field, value, path, message) => {
    const problems = problemsOf({ q: field }, { q: value });
    expect(fieldsOf(problems)).toEqual([path]);
    expect(problems[0]?.message.sv).toMatch(message);
  });

  test('writes years without grouping and other numbers with it', () => {
    const year: Field = { ...asked, kind: 'number', unit: 'year', integer: true, min: 2020, max: 2060 };
    const sek: Field = { ...asked, kind: 'number', unit: 'sek', integer: true, min: 0, max: 1_000_000 };
    const [ofYear, ofSek] = problemsOf({ year, sek }, { year: 1999, sek: -1 });
    expect(ofYear?.message.en).toContain('2020 to 2060');
    expect(ofSek?.message.en).toContain('0 to 1,000,000');
  });

  test('tells one thing at a time of a field', () => {
    const problems = problemsOf({ q: short }, { q: '121212-1212\u0000\n' + 'x' });
    expect(problems.map(({ message }) => message.sv)).toEqual([expect.stringMatching(/personnummer/)]);
  });

  test('never repeats the value in the message', () => {
    const secret = '19121212-1212';
    expect(JSON.stringify(problemsOf({ q: short }, { q: secret }))).not.toContain(secret);
  });
});

describe('blanks', () => {
  const declared = form({
    text: { ...asked, kind: 'text', size: 'medium' },
    texts: { ...asked, kind: 'texts', max: 2 },
    choices: { ...asked, kind: 'choices', options },
    group: { ...asked, kind: 'group', fields: { text: { ...asked, kind: 'text', size: 'short' } } },
    list: {
      ...asked,
      kind: 'list',
      max: 2,
      item: { text: { label, need: 'must', kind: 'text', size: 'short' } },
    },
  });

  test.each([
    { text: '' },
    { text: ' \t\r\n ' },
    { text: null },
    { texts: [] },
    { texts: ['', ' '] },
    { group: {} },
    { group: { text: ' ' } },
    { list: [{}, { text: '' }] },
  ])('count as missing: %j', (raw) => {
    expect(checkAnswers(declared, raw, known)).toEqual({ ok: true, answers: {}, warnings: [] });
  });

  test('a text is trimmed and its line breaks are made one kind', () => {
    const checked = checkAnswers(declared, { text: '  one\r\ntwo\rthree\n' }, known);
    expect(checked).toMatchObject({ ok: true, answers: { text: 'one\ntwo\nthree' } });
  });

  test('blank lines are dropped, and do not count towards the limit', () => {
    const raw = { texts: ['', 'a', ' ', 'b'], list: [{}, { text: 'c' }, { text: '' }, { text: 'd' }] };
    const answers = { texts: ['a', 'b'], list: [{ text: 'c' }, { text: 'd' }] };
    expect(checkAnswers(declared, raw, known)).toMatchObject({ ok: true, answers });
  });

  test('a line keeps its number when those before it are blank', () => {
    const raw = { texts: ['', 'a\u0000'], list: [{}, { text: 5 }] };
    expect(fieldsOf(problemsOf(declared, raw))).toEqual(['texts[1]', 'list[1].text']);
  });

  test('a choice made twice counts once', () => {
    const checked = checkAnswers(declared, { choices: ['b', 'a', 'b'] }, known);
    expect(checked).toMatchObject({ ok: true, answers: { choices: ['b', 'a'] } });
  });
});

describe('fields that the form does not know', () => {
  const declared = form({
    name: { ...asked, kind: 'text', size: 'short' },
    lines: { ...asked, kind: 'list', max: 2, item: { name: { ...asked, kind: 'text', size: 'short' } } },
  });

  test.each([
    ['{"Name": "x"}', 'Name'],
    ['{"name": "x", "id": null}', 'id'],
    ['{"__proto__": {"name": "x"}}', '__proto__'],
    ['{"constructor": "x"}', 'constructor'],
    ['{"toString": null}', 'toString'],
    ['{"": 1}', '[""]'],
    ['{"a b": 1}', '["a b"]'],
    ['{"lines": [{"name": "x"}, {"nam": "x"}]}', 'lines[1].nam'],
    ['{"lines": [{"__proto__": {"name": "x"}}]}', 'lines[0].__proto__'],
  ])('%s is refused by name', (json, path) => {
    const problems = problemsOf(declared, JSON.parse(json));
    expect(fieldsOf(problems)).toEqual([path]);
    expect(problems[0]?.message.sv).toMatch(/finns inte i formuläret/);
  });

  test.each([undefined, null, 'x', 5, true, [], [{}]])(
    'answers that are not an object are refused: %j',
    (raw) => {
      expect(fieldsOf(problemsOf(declared, raw))).toEqual(['$']);
    },
  );

  test('nothing leaks to the prototype of objects', () => {
    problemsOf(declared, JSON.parse('{"__proto__": {"polluted": true}}'));
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('need', () => {
  const declared = form({
    kind: { label: { sv: 'Sort', en: 'Kind' }, need: 'must', kind: 'choice', options },
    onlyA: {
      label: { sv: 'Bara a', en: 'Only a' },
      need: 'must',
      kind: 'text',
      size: 'short',
      askedWhen: { field: 'kind', is: ['a'] },
    },
    mustA: { label, need: 'must', kind: 'text', size: 'short', needWhen: { field: 'kind', is: ['a'] } },
    shouldA: { label, need: 'should', kind: 'text', size: 'short', needWhen: { field: 'kind', is: ['a'] } },
    should: { label, need: 'should', kind: 'yesNo' },
    shouldB: { label, need: 'should', kind: 'tick', askedWhen: { field: 'kind', is: ['b'] } },
    may: { label, need: 'may', kind: 'text', size: 'short' },
  });

  test('a missing must field blocks, and only that is told of it', () => {
    expect(fieldsOf(problemsOf(declared, {}))).toEqual(['kind']);
  });

  test('what a condition asks for is missing', () => {
    expect(fieldsOf(problemsOf(declared, { kind: 'a' }))).toEqual(['onlyA', 'mustA']);
  });

  test('what a condition does not ask for may be left out', () => {
    expect(warningsOf(declared, { kind: 'b' })).toEqual(['should', 'shouldB']);
  });

  test('a needed field may be given where it is not needed', () => {
    expect(problemsOf(declared, { kind: 'b', mustA: 'x', shouldA: 'x' })).toEqual([]);
  });

  test('a field that is not asked is refused, and the condition is told in both languages', () => {
    expect(problemsOf(declared, { kind: 'b', onlyA: 'x' })).toEqual([
      {
        field: 'onlyA',
        message: {
          sv: '”Bara a” gäller bara när ”Sort” är ”Aa”. Ta bort svaret eller ändra det som det beror på.',
          en: '“Only a” applies only when “Kind” is “Ae”. Remove the answer or change what it depends on.',
        },
      },
    ]);
  });

  test('of a field that is not asked nothing else is told', () => {
    expect(fieldsOf(problemsOf(declared, { kind: 'b', onlyA: 'x'.repeat(999) }))).toEqual(['onlyA']);
  });

  test('what a condition does not demand may still be wished for', () => {
    const wished: Form = {
      must: {
        label,
        need: 'must',
        kind: 'yesNo',
        needWhen: { fact: 'kind', is: ['x'] },
        otherwise: 'should',
      },
    };
    expect(warningsOf(wished, {})).toEqual(['must']);
    expect(warningsOf(wished, { must: true })).toEqual([]);
  });

  test('should fields warn when asked, needed and empty, in the order of the form', () => {
    expect(warningsOf(declared, { kind: 'a', onlyA: 'x', mustA: 'x' })).toEqual(['shouldA', 'should']);
    expect(warningsOf(declared, { kind: 'a', onlyA: 'x', mustA: 'x', shouldA: 'x', should: false })).toEqual(
      [],
    );
  });

  test('"not known yet" is an answer: no warning', () => {
    const cost: Form = { cost: { label, need: 'should', kind: 'texts', max: 9, mayBeUnknown: true } };
    expect(warningsOf(cost, {})).toEqual(['cost']);
    expect(warningsOf(cost, { cost: { unknown: true, reason: 'Räknas på.' } })).toEqual([]);
  });

  test('every problem is told at once, in the order of the form', () => {
    const raw = { unknown: 1, may: 5, shouldA: 'x'.repeat(201), kind: 'a', should: 'x' };
    expect(fieldsOf(problemsOf(declared, raw))).toEqual([
      'onlyA',
      'mustA',
      'shouldA',
      'should',
      'may',
      'unknown',
    ]);
  });
});

describe('conditions', () => {
  const line = { category: 'time', tags: ['x', 'y'] };
  const outer = {
    category: 'outer',
    kind: 'a',
    empty: [],
    blank: '',
    note: { value: 'yes', text: 'hm' },
    later: { unknown: true, reason: 'x' },
    minutes: { inMinutes: true },
  };

  test.each<[Condition, boolean]>([
    [{ field: 'category', is: ['time', 'other'] }, true],
    [{ field: 'category', is: ['outer'] }, false],
    [{ field: 'kind', is: ['a'] }, true],
    [{ field: 'category', isNot: ['outer'] }, true],
    [{ field: 'category', isNot: ['time'] }, false],
    [{ field: 'tags', is: ['y', 'z'] }, true],
    [{ field: 'tags', is: ['z'] }, false],
    [{ field: 'tags', isNot: ['z'] }, true],
    [{ field: 'tags', isNot: ['x'] }, false],
    [{ field: 'note', is: ['yes'] }, true],
    [{ field: 'note', isNot: ['yes'] }, false],
    [{ field: 'kind', given: true }, true],
    [{ field: 'kind', given: false }, false],
    [{ field: 'missing', given: false }, true],
    [{ field: 'missing', is: ['a'] }, false],
    [{ field: 'missing', isNot: ['a'] }, false],
    [{ field: 'empty', given: true }, false],
    [{ field: 'blank', given: true }, false],
    [{ field: 'toString', given: true }, false],
    [{ field: 'later', given: true }, false],
    [{ field: 'later', isNot: ['a'] }, false],
    [{ field: 'tags', atLeast: 2 }, true],
    [{ field: 'tags', atLeast: 3 }, false],
    [{ field: 'kind', atLeast: 1 }, false],
    [{ field: 'missing', atLeast: 1 }, false],
    [{ inMinutes: true }, false],
    [{ fact: 'kind', is: ['purchase'] }, true],
    [{ fact: 'kind', is: ['a'] }, false],
    [{ fact: 'missing', is: ['a'] }, false],
    [
      {
        all: [
          { field: 'kind', is: ['a'] },
          { field: 'category', is: ['time'] },
        ],
      },
      true,
    ],
    [
      {
        all: [
          { field: 'kind', is: ['a'] },
          { field: 'category', is: ['x'] },
        ],
      },
      false,
    ],
    [
      {
        any: [
          { field: 'kind', is: ['x'] },
          { field: 'category', is: ['time'] },
        ],
      },
      true,
    ],
    [
      {
        any: [
          { field: 'kind', is: ['x'] },
          { field: 'category', is: ['x'] },
        ],
      },
      false,
    ],
  ])('%j is %s', (condition, expected) => {
    expect(holds(condition, [line, outer], known)).toBe(expected);
    expect(isAsked({ ...asked, kind: 'yesNo', askedWhen: condition }, [line, outer], known)).toBe(expected);
  });

  test.each<[string, Record<string, unknown>, boolean]>([
    ['beside', { text: { inMinutes: true } }, true],
    ['in a composite', { note: { value: 'a', text: { inMinutes: true } } }, true],
    ['in a line', { lines: [{ text: 'x' }, { text: { inMinutes: true } }] }, true],
    ['nowhere', { text: 'inMinutes', lines: [], note: null }, false],
  ])('an answer in the minutes is found: %s', (_where, answers, expected) => {
    expect(holds({ inMinutes: true }, [answers], known)).toBe(expected);
  });

  test('a field without an answer hides one of the same name further out', () => {
    const declared = form({
      text: { ...asked, kind: 'text', size: 'short' },
      group: {
        ...asked,
        kind: 'group',
        fields: {
          text: { ...asked, kind: 'text', size: 'short' },
          more: { ...asked, kind: 'yesNo', askedWhen: { field: 'text', given: true } },
        },
      },
    });
    expect(fieldsOf(problemsOf(declared, { text: 'x', group: { more: true } }))).toEqual(['group.more']);
  });

  test.each<[Condition, string]>([
    [{ field: 'note', isNot: ['a'] }, '“Note” is not “Ae”'],
    [{ field: 'sure', is: [true] }, '“Sure” is “Yes”'],
    [{ field: 'sure', given: true }, '“Sure” is answered'],
    [{ field: 'sure', atLeast: 2 }, '“Sure” has at least 2 choices'],
    [
      { all: [{ fact: 'missing', is: ['x'] }, { inMinutes: true }] },
      'some answer is “See the attached minutes”',
    ],
    [{ fact: 'missing', is: ['x'] }, 'the case requires it'],
    [
      {
        all: [
          { field: 'sure', is: [true] },
          { field: 'sure', given: false },
        ],
      },
      '“Yes” and “Sure” is not answered',
    ],
    [
      {
        any: [
          { field: 'sure', is: [false] },
          { field: 'note', is: ['a', 'b'] },
        ],
      },
      '“No” or “Note” is “Ae” or “Be”',
    ],
  ])('%j is read out', (askedWhen, clause) => {
    const declared: Form = {
      note: {
        ...asked,
        label: { sv: 'Not', en: 'Note' },
        kind: 'group',
        fields: { value: { ...asked, kind: 'choice', options } },
      },
      sure: { ...asked, label: { sv: 'Säker', en: 'Sure' }, kind: 'yesNo' },
      q: { ...asked, kind: 'yesNo', askedWhen },
    };
    expect(problemsOf(declared, { q: true })[0]?.message.en).toContain(clause);
  });
});

describe('whatever is sent', () => {
  const nearly = fc.dictionary(fc.constantFrom(...Object.keys(nominationForm)), fc.jsonValue());
  const changed = fc
    .tuple(fc.constantFrom(1, 2, 3, 4, 5), nearly)
    .map(([n, changes]) => ({ ...sample(n).nomination, ...changes }));

  test('checking never throws, and every problem has a path and words of its own', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), nearly, changed), (raw) => {
        const checked = checkAnswers(nominationForm, raw, known);
        if (checked.ok) return;
        const paths = fieldsOf(checked.problems);
        expect(paths).not.toEqual([]);
        expect(paths).not.toContain('');
        expect(new Set(paths).size).toBe(paths.length);
        for (const { message } of checked.problems) {
          expect(message.sv).toMatch(/\.$/);
          expect(message.en).toMatch(/\.$/);
        }
      }),
    );
  });

  test('what passed passes again, unchanged', () => {
    fc.assert(
      fc.property(changed, (raw) => {
        const once = checkAnswers(nominationForm, raw, known);
        if (once.ok) expect(checkAnswers(nominationForm, once.answers, known)).toEqual(once);
      }),
    );
  });

  test('deep nesting is refused', () => {
    const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`);
    expect(fieldsOf(problemsOf(nominationForm, { ...sample(1).nomination, summary: deep }))).toEqual([
      'summary',
    ]);
    expect(fieldsOf(problemsOf(QUESTIONS.position.form, { dissent: deep }))).toContain('dissent');
  });
});

test('a form is checked by what is known at the time, though it was checked before by what was known then', () => {
  const asked = { label: { sv: 'Fråga', en: 'Question' }, need: 'may' } as const;
  const rows = {
    on: { ...asked, kind: 'date', notAfterToday: true },
    council: { ...asked, kind: 'registerChoice', register: 'councils' },
  } as const;
  const declared: Form = {
    rows: { ...asked, kind: 'list', max: 3, item: rows },
    rest: { ...asked, kind: 'yesNo' },
  };
  const raw = { rows: [{ on: '2026-11-24', council: 'b' }] };
  const council = (value: string) => ({ value, label: { sv: value, en: value } });
  const on = (today: string, ...councils: readonly string[]) =>
    checkAnswers(declared, raw, { ...known, today, registers: { councils: councils.map(council) } }).ok;
  expect(on('2026-11-24', 'a', 'b')).toBe(true);
  expect(on('2026-11-23', 'a', 'b')).toBe(false);
  expect(on('2026-11-24', 'a')).toBe(false);
  expect(on('2026-11-25', 'b')).toBe(true);
});

test('the raw answers are left as they were', () => {
  const { nomination } = sample(1);
  checkAnswers(nominationForm, nomination, known);
  expect(nomination).toEqual(sample(1).nomination);
});

test('valid answers have the types of the form', () => {
  const checked = checkAnswers(nominationForm, sample(1).nomination, known);
  if (!checked.ok) throw new Error('sample 1 is valid');
  expectTypeOf(checked.answers.nominationType).toEqualTypeOf<'createNew' | 'purchaseExisting'>();
  expectTypeOf<StepAnswers['position']['positionReason']>().toEqualTypeOf<string | InMinutes>();
  expectTypeOf(checked.answers.programmeLengthWeeks).toEqualTypeOf<number | Unknown | undefined>();
});

describe('JSON Schema', () => {
  const schema = jsonSchemaOf(nominationForm) as { required: string[]; properties: Record<string, object> };

  test('requires what is always needed, and nothing else may be sent', () => {
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    expect(schema.required).toContain('workingTitle');
    expect(schema.required).not.toContain('headOfOperationsEmail');
    expect(Object.keys(schema.properties)).toEqual(Object.keys(nominationForm));
  });

  test('carries limits, labels and conditions', () => {
    expect(schema.properties.workingTitle).toMatchObject({
      minLength: 3,
      maxLength: 120,
      title: 'Working title',
    });
    expect(schema.properties.existingPublisher).toMatchObject({
      'x-need': 'must',
      'x-asked-when': { field: 'nominationType', is: ['purchaseExisting'] },
    });
    expect(schema.properties.costLines).toMatchObject({
      anyOf: [{ type: 'array', maxItems: 50 }, { type: 'object' }],
    });
    expect(jsonSchemaOf(QUESTIONS.position.form)).toMatchObject({
      properties: {
        evidenceText: {
          'x-need-otherwise': 'should',
          anyOf: [{ type: 'string' }, { required: ['inMinutes'] }],
        },
      },
    });
  });
});
