import fc from 'fast-check';
import { Chance } from '../courses/chance.ts';

const anySeed = (): fc.Arbitrary<number> => fc.noBias(fc.integer());

/** What is left to chance in one input: small choices, and values that fast-check thinks of; all of it from the one seed. */
export class Draw extends Chance {
  readonly any: fc.GeneratorValue;

  constructor(any: fc.GeneratorValue) {
    super(any(anySeed));
    this.any = any;
  }
}

/** Inputs that are drawn one by one. */
export const drawnBy = <T>(make: (draw: Draw) => T): fc.Arbitrary<T> =>
  fc.gen().map((any) => make(new Draw(any)));

/** A number from 0 to `max`. */
export const number = (draw: Draw, max: number): number => draw.below(max + 1);

/** True `of1000` times of a thousand. */
export const chance = (draw: Draw, of1000: number): boolean => draw.below(1000) < of1000;

/** One of them, each as likely. */
export const pick = <T>(draw: Draw, among: readonly T[]): T => among[draw.below(among.length)] as T;

/** What must not come back from a page otherwise than escaped. */
export const MARK = '<xss-mark';
/** Where no answer may lead. */
export const ELSEWHERE = 'elsewhere.example.org';

const LONG = ['a'.repeat(5000), 'å'.repeat(33_000), '🧠'.repeat(3000), 'x'.repeat(70_000), '\n'.repeat(2000)];

const TEXTS: readonly string[] = [
  ...[
    '',
    ' ',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '\0',
    'a\0b',
    '\u001b[31m',
    '\u007f',
    '\u0085',
    '\u2028',
    '\u202eabc',
  ],
  ...['\ud800', 'a\udfff\ud800b', '\ufeff', '\u{10ffff}', 'e\u0301'.repeat(50), '𝖠'],
  ...['Namn\r\nBcc: alla@example.se', 'x\nSet-Cookie: a=b', '%0d%0aX-Injected: 1', 'x\r\n\r\n<html>'],
  ...[
    `${MARK}>`,
    `"${MARK} onerror=x>`,
    `'">${MARK}/>`,
    '</script>',
    '<!--',
    ']]>',
    '&#x3c;',
    'javascript:x',
  ],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__proto__[x]', '[object Object]'],
  ...[
    '../../../../etc/passwd',
    '..%2f..%2f',
    '%2e%2e',
    '//',
    '\\\\',
    `//${ELSEWHERE}`,
    `https://${ELSEWHERE}/`,
  ],
  ...['=1+1', '+1', '-1', '@SUM(A1)', '|calc', '0', '-0', '1e400', 'NaN', 'Infinity', '0x10', '1_000', '٣'],
  ...[
    '99999999999999999999',
    '9007199254740993',
    '0.1e-400',
    'true',
    'false',
    'null',
    'undefined',
    '{}',
    '[]',
  ],
  ...[
    '2026-02-30',
    '0000-00-00',
    '9999-12-31',
    '99999-01-01',
    '2026-13',
    '-2026-01-01',
    '2026-11-23T00:00:00Z',
  ],
  ...[
    '19121212-1212',
    'a@b',
    'a@example.se',
    '"a b"@example.se',
    'a@example.se\r\nTo: b@example.se',
    'http://[::1',
  ],
  ...[
    "' OR 1=1--",
    ':pk',
    '#pk',
    'attribute_not_exists(pk)',
    '{{7*7}}',
    '$'.concat('{7*7}'),
    '%s%n',
    '*',
    '?',
    '#',
  ],
];

const anyText = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.integer().map(String),
  fc.double().map(String),
);

const random = (): fc.Arbitrary<string> => anyText;

/** A text that nobody would write. */
export const nastyText = (draw: Draw): string => {
  if (chance(draw, 700)) return pick(draw, TEXTS);
  return chance(draw, 150) ? pick(draw, LONG) : draw.any(random);
};

const deep = (depth: number, open: string, close: string): string =>
  `${open.repeat(depth)}${close.repeat(depth)}`;

/** JSON, or what only looks so. */
export const JSONS: readonly string[] = [
  ...['', '{', '[', 'null', '0', '"x"', 'true', '[]', '{}', '[{}]', '{"__proto__":{"x":1}}', '{"a":1,"a":2}'],
  ...['{"constructor":{"prototype":{"x":1}}}', '\ufeff{}', '{"a":1e999}', '{"a":\u0000}', 'NaN', '{"": ""}'],
  ...[deep(5000, '[', ']'), deep(10_000, '{"a":', '}').replace('}', '1}'), `{"a":"${'x'.repeat(70_000)}"}`],
  ...[`[${'0,'.repeat(20_000)}0]`, `{${Array.from({ length: 3000 }, (_, n) => `"k${n}":0`).join()}}`],
];

const NASTY_JSON: readonly unknown[] = [
  ...[null, 0, -1, 1.5, Number.MAX_SAFE_INTEGER, 1e308, true, false, [], {}, [[]], [null], { value: null }],
  ...[{ unknown: true }, { unknown: 'x', reason: 3 }, { inMinutes: true }, { toString: 'x' }, ['a', 1, {}]],
];

/** A value of JSON where another belongs. */
export const nastyJson = (draw: Draw): unknown => {
  if (chance(draw, 400)) return pick(draw, NASTY_JSON);
  return chance(draw, 700) ? nastyText(draw) : draw.any(fc.jsonValue);
};

/** The same with one of its parts, however deep, replaced, dropped, added to or doubled. */
export const mutated = (draw: Draw, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || chance(draw, 150)) return nastyJson(draw);
  if (Array.isArray(value)) {
    if (value.length === 0 || chance(draw, 200)) return [...value, ...value, nastyJson(draw)];
    const at = number(draw, value.length - 1);
    return value.map((it, n) => (n === at ? mutated(draw, it) : it));
  }
  const names = Object.keys(value);
  if (names.length === 0 || chance(draw, 200))
    return {
      ...value,
      [pick(draw, ['__proto__', 'x', '', 'id', 'version', 'constructor'])]: nastyJson(draw),
    };
  const name = pick(draw, names);
  const { [name]: part, ...rest } = value as Record<string, unknown>;
  return chance(draw, 200) ? rest : { ...rest, [name]: mutated(draw, part) };
};
