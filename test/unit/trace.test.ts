import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mutated } from '../../local/mutate.ts';
import { proofs, strays } from '../../local/proofs.ts';
import { declared, holders, idsIn, provenBy, provingTests, TO_PROVE } from '../../local/trace.ts';
import { GATES, NOTICES, RULES } from '../../shared/routine/rules.ts';
import { MUTANTS } from '../mutants/table.ts';

const source = readFileSync('docs/sources/ROUTINE.md', 'utf8');
const known = [...RULES, ...GATES, ...NOTICES].map(({ id }) => id);

/** The name of a test, put together so that it is not taken for one. */
const named = (ids: string, rest: string): string => [ids, rest].join(': ');

/** What ROUTINE.md section 0 no. 15 leaves out of the directive's light form, and what it takes in beside it. */
const LEFT_TO_THE_FULL_FORM = ['P-51'];
const IN_THE_SMALL_FORM_TOO = ['P-11', 'P-23', 'P-31'];

const idsOf = (kind: 'R-' | 'P-'): readonly string[] =>
  RULES.map(({ id }) => id)
    .filter((id) => id.startsWith(kind))
    .sort();

describe('the rules of the routine', () => {
  it.each(RULES.flatMap(({ id, phrase }) => (phrase === undefined ? [] : [[id, phrase] as const])))(
    '%s stands in the routine, word by word',
    (_id, phrase) => {
      expect(source).toContain(`«${phrase}»`);
    },
  );

  it('are additions to it where they have no words', () => {
    expect(RULES.filter(({ phrase }) => phrase === undefined).map(({ id }) => id)).toEqual(['R-k4']);
  });

  it('are those of every step, each once', () => {
    const there = new Set(source.match(/\bR-(?:\d\d|[a-z]\d+)\b/gu));
    expect(idsOf('R-')).toEqual([...there].sort());
  });

  it('are those of the directive that its small form serves, each once', () => {
    const marked = [...source.matchAll(/^\| (P-\d\d) ●/gmu)].map(([, id]) => String(id));
    const small = [...marked.filter((id) => !LEFT_TO_THE_FULL_FORM.includes(id)), ...IN_THE_SMALL_FORM_TOO];
    expect(idsOf('P-')).toEqual(small.sort());
  });

  it('are the only ones that anything says it holds', () => {
    expect(holders().filter(({ id }) => !known.includes(id))).toEqual([]);
  });

  it('are the only ones that a test says it proves', () => {
    expect(provingTests().filter(({ proves }) => !proves.every((id) => known.includes(id)))).toEqual([]);
  });
});

describe('reading ids', () => {
  it('takes a span for all that it spans', () => {
    expect(idsIn('valued, or others are asked (R-b4 to R-b6, R-12; N-3).')).toEqual(
      expect.arrayContaining(['R-b4', 'R-b5', 'R-b6', 'R-12', 'N-3']),
    );
    expect(idsIn('R-g1 to R-g3 and P-07 to P-11')).toEqual(
      expect.arrayContaining(['R-g2', 'P-08', 'P-09', 'P-10']),
    );
  });

  it('takes no case number for a notice, and no rule for a longer one', () => {
    expect(idsIn('N-2026-0001, R-b10')).toEqual(['R-b10']);
  });

  it('takes a test’s rules from before the colon', () => {
    expect(provenBy(named('R-a10, G2', 'not as R-a11'))).toEqual(['R-a10', 'G2']);
    expect(provenBy(`outer > ${named('R-b3', 'x')}`)).toEqual(['R-b3']);
    expect(provenBy(named('P-13, R-k4, G8', 'x'))).toEqual(['P-13', 'R-k4', 'G8']);
    expect(provenBy('R-b3 is only spoken of')).toEqual([]);
  });
});

describe('a run', () => {
  it('proves a rule only by a test that passed', () => {
    const results = (status: string) => ({
      testResults: [{ assertionResults: [{ fullName: named('R-b3', 'in time'), status }] }],
    });
    const proved = (status: string) => proofs(results(status)).filter(({ passed }) => passed > 0);
    expect(proved('passed')).toEqual([{ rule: 'R-b3', passed: 1 }]);
    expect(proved('failed')).toEqual([]);
    expect(proved('skipped')).toEqual([]);
  });

  it('has a test for each name that is written like one', () => {
    const written = (rest: string) => ({ file: 'x.test.ts', name: named('R-b3', rest), proves: ['R-b3'] });
    const fullName = `outer ${named('R-b3', 'from 2026-01-31 (Sweden): "late"')}`;
    const results = { testResults: [{ assertionResults: [{ fullName, status: 'passed' }] }] };
    const tests = ['from %s (Sweden): %j', 'from $day (Sweden): "$word"'].map(written);
    expect(strays([...tests, written('only data')], results)).toEqual([written('only data')]);
  });

  it('is asked for every rule and gate', () => {
    expect(TO_PROVE).toHaveLength(RULES.length + GATES.length);
  });
});

describe('mutants', () => {
  const functions = declared('shared/case/**/*.ts').filter((it) => it.exported && it.isFunction);

  it('are there for every function that holds a rule', () => {
    const missing = functions.filter(
      ({ file, name }) => !MUTANTS.some((mutant) => mutant.file === file && mutant.name === name),
    );
    expect(missing.map(({ file, name, names }) => `${file}: ${name} (${names.join(', ')})`)).toEqual([]);
  });

  it.each(MUTANTS)(
    '$name as $allow: the function says that it holds $rule',
    ({ file, name, rule, allow }) => {
      expect(functions.find((it) => it.file === file && it.name === name)?.names).toContain(rule);
      expect(mutated(readFileSync(file, 'utf8'), { name, allow })).toContain(
        `export const ${name} = ${allow}`,
      );
    },
  );
});
