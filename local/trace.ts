import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACTS } from '../shared/routine/acts.ts';
import { catalogue } from '../shared/routine/catalogue.ts';
import type { Step } from '../shared/routine/question.ts';
import { COUNTS } from '../shared/routine/report.ts';
import { QUESTIONS } from '../shared/routine/routine.ts';
import { GATES, NOTICES, RULES } from '../shared/routine/rules.ts';
import { root } from './paths.ts';

/** From each rule of the routine to where it is held and to the tests that prove it. */

/** Every rule and gate: each needs a test. */
export const TO_PROVE: readonly string[] = [...RULES, ...GATES].map(({ id }) => id);

const ID = String.raw`(?:R-[a-z]?\d+|P-\d\d|G\d|N-\d{1,2}(?![\d-]))`;

/** The ids that a text names; "R-b4 to R-b8" names all five. */
export const idsIn = (text: string): readonly string[] => {
  const spanned = [...text.matchAll(/\b([RP]-[a-z]?)(\d+) to \1(\d+)\b/gu)].flatMap(
    ([, prefix, from = '', to]) =>
      numbers(Number(from), Number(to)).map((n) => `${prefix}${`${n}`.padStart(from.length, '0')}`),
  );
  const single = text.match(new RegExp(String.raw`\b${ID}\b`, 'gu')) ?? [];
  return [...new Set([...single, ...spanned])];
};

const numbers = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** The rules that a test proves by its name: those before a colon, as in `R-c3, R-c4: referral to PPR`. */
export const provenBy = (testName: string): readonly string[] =>
  [...testName.matchAll(new RegExp(String.raw`(?<![\w-])(${ID}(?:, ${ID})*):`, 'gu'))].flatMap(([, ids]) =>
    idsIn(String(ids)),
  );

export interface ProvingTest {
  readonly file: string;
  readonly name: string;
  readonly proves: readonly string[];
}

/** The names of tests that prove rules, as they are written in the test files; a name that a row gives included. */
export const provingTests = (): readonly ProvingTest[] =>
  sources('test/**/*.test.{ts,tsx}').flatMap(({ file, text }) =>
    [...text.matchAll(new RegExp(String.raw`(['"\x60])(${ID}(?:, ${ID})*: .*?)\1`, 'gu'))].map(
      ([, , name]) => ({
        file,
        name: String(name),
        proves: provenBy(String(name)),
      }),
    ),
  );

interface Declared {
  readonly file: string;
  readonly name: string;
  readonly exported: boolean;
  readonly isFunction: boolean;
  /** The ids that its docstring names. */
  readonly names: readonly string[];
}

const DECLARATION =
  /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n(export )?(?:async )?(const|function\*?) (\w+)([^=]*=\s*(?:async )?(?:\(|<|\w+ =>))?/gu;

/** What the files declare with a docstring that names a rule. */
export const declared = (...patterns: readonly string[]): readonly Declared[] =>
  patterns.flatMap(sources).flatMap(({ file, text }) =>
    [...text.matchAll(DECLARATION)]
      .map(([, comment, exported, kind, name, callable]) => ({
        file,
        name: String(name),
        exported: exported !== undefined,
        isFunction: kind !== 'const' || callable !== undefined,
        names: idsIn(String(comment)),
      }))
      .filter(({ names }) => names.length > 0),
  );

const sources = (pattern: string): readonly { readonly file: string; readonly text: string }[] =>
  globSync(pattern, { cwd: root })
    .sort()
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

/** Something that holds a rule, in words. */
export interface Holder {
  readonly id: string;
  readonly where: string;
}

/** Everything that holds a rule: fields, questions, acts, notices, gates and counts as declared, and code by its docstrings. */
export const holders = (): readonly Holder[] => [...fields(), ...sheets(), ...meant(), ...code()];

const fields = (): readonly Holder[] =>
  Object.entries(
    Object.groupBy(
      catalogue().flatMap(({ form, path, rules }) => rules.map((id) => ({ id, form, path }))),
      ({ id, form }) => `${id} ${form}`,
    ),
  ).flatMap(([, found = []]) => {
    const [first] = found;
    const paths = found.map(({ path }) => `\`${path}\``).join(', ');
    return first === undefined ? [] : [{ id: first.id, where: `form ${first.form}: ${paths}` }];
  });

/** The notices that are questions. */
const ASKS: Readonly<Partial<Record<Step, string>>> = {
  anchoring: 'N-1',
  screening: 'N-3',
  position: 'N-4',
  supplement: 'N-5',
  pprPosition: 'N-8',
  inactivation: 'N-12',
};

const sheets = (): readonly Holder[] =>
  [
    ...Object.values(QUESTIONS).map((it) => ({ ...it, where: `question \`${it.id}\`` })),
    ...Object.values(ACTS).map((it) => ({ ...it, where: `act \`${it.id}\`` })),
  ].flatMap(({ where, rules, tells }) => [
    ...rules.map((id) => ({ id, where })),
    ...tells.flatMap(({ id, to }) => idsIn(id).map(() => ({ id, where: `${where} tells ${to.join(', ')}` }))),
  ]);

const meant = (): readonly Holder[] => [
  ...Object.entries(ASKS).map(([step, id]) => ({ id, where: `question \`${step}\`, by being asked` })),
  ...GATES.flatMap((gate) => gate.rules.map((id) => ({ id, where: `gate ${gate.id}` }))),
  ...NOTICES.flatMap((notice) => notice.rules.map((id) => ({ id, where: `notice ${notice.id}` }))),
  ...Object.entries(COUNTS).flatMap(([count, { rules }]) =>
    rules.map((id) => ({ id, where: `count ${count} of the yearly follow-up` })),
  ),
];

const code = (): readonly Holder[] =>
  declared('shared/!(routine)/**/*.{ts,tsx}', 'functions/**/*.ts', 'statemachine/**/*.ts').flatMap(
    ({ file, name, names }) => names.map((id) => ({ id, where: `\`${name}\` (${file})` })),
  );
