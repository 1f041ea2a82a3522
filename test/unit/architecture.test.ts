import { expect, it } from 'vitest';
import { accessPatterns, finds } from '../../local/access-patterns.ts';
import { machineDiagram } from '../../local/machine-diagram.ts';
import { keys } from '../../shared/records/keys.ts';
import { MACHINE_STEPS, PHASES } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';

const keyOf = keys as unknown as Readonly<
  Record<string, (...given: readonly string[]) => { pk: string; sk: string }>
>;

it.each(Object.keys(keys))('an access pattern says what the key %s is for', (name) => {
  const key = keyOf[name]?.('subject#one', 'two', 'three');
  expect(accessPatterns().filter((pattern) => key !== undefined && finds(pattern, key))).not.toEqual([]);
});

it.each([
  ['`case#{id}`, sort key begins with `p#`', { pk: 'case#1', sk: 'p#head' }, true],
  ['`case#{id}`, sort key begins with `p#`', { pk: 'case#1', sk: 't#act' }, false],
  ['`bodies`, sort key = the body’s id', { pk: 'bodies', sk: 'x' }, true],
  ['`bodies`, sort key = the body’s id', { pk: 'bodiesToo', sk: 'x' }, false],
])('%s finds %o: %s', (by, key, found) => {
  expect(finds({ what: '', by }, key)).toBe(found);
});

it.each(PHASES)('the drawing of %s has every step of its machine, and a way to an end', (phase) => {
  const drawn = machineDiagram(phase);
  const letters = MACHINE_STEPS.filter((step) => QUESTIONS[step].phase === phase).map(
    (step) => QUESTIONS[step].letter,
  );
  for (const letter of letters.filter((it) => !/^[ghi]$/u.test(it)))
    expect(drawn).toContain(`state "${letter}) `);
  expect(drawn).toContain('--> [*]');
});

it('the drawing tells the outcomes along a line', () => {
  expect(machineDiagram('nomination')).toMatch(/s\d+ --> s\d+ : forwardToCouncils, skipped/u);
});
