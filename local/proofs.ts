import { type ProvingTest, provenBy, TO_PROVE } from './trace.ts';

/** What vitest's JSON reporter writes, as far as it is read here. */
export interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

interface Proof {
  readonly rule: string;
  /** How many tests that name the rule have passed. */
  readonly passed: number;
}

/** How many passed tests prove each rule and gate. */
export const proofs = ({ testResults }: Pick<Results, 'testResults'>): readonly Proof[] => {
  const proven = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed')
    .flatMap(({ fullName }) => [...new Set(provenBy(fullName))]);
  return TO_PROVE.map((rule) => ({ rule, passed: proven.filter((it) => it === rule).length }));
};

/** What is written like the name of a test that proves a rule, and is no test's name: documentation would list it. */
export const strays = (
  written: readonly ProvingTest[],
  { testResults }: Pick<Results, 'testResults'>,
): readonly ProvingTest[] => {
  const ran = testResults.flatMap(({ assertionResults }) => assertionResults.map(({ fullName }) => fullName));
  return written.filter(({ name }) => !ran.some((fullName) => patternOf(name).test(fullName)));
};

/** A name as it is written, with anything where values are put in. */
const patternOf = (name: string): RegExp =>
  new RegExp(
    name
      .split(/%[sdifjo]|\$\{[^}]*\}|\$[\w.]+/u)
      .map((part) => part.replace(/\\(?=['"`])/gu, '').replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`))
      .join('.*'),
    'us',
  );

const PER_LINE = 10;

/** Each rule with its number of tests, several on a line. */
export const proofsTable = (all: readonly Proof[]): string => {
  const cells = all.map(
    ({ rule, passed }) => `${passed === 0 ? '✗' : '✓'} ${rule.padEnd(5)}${`${passed}`.padStart(4)}`,
  );
  const lines = Array.from({ length: Math.ceil(cells.length / PER_LINE) }, (_, i) =>
    cells.slice(i * PER_LINE, (i + 1) * PER_LINE).join('  '),
  );
  return lines.join('\n');
};
