import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.ts';

/** What the record is asked, as the docstring of `shared/records/keys.ts` has it. */

export interface AccessPattern {
  readonly what: string;
  /** Keys in code style, with `{…}` for what differs. */
  readonly by: string;
}

export const accessPatterns = (): readonly AccessPattern[] =>
  readFileSync(join(root, 'shared/records/keys.ts'), 'utf8')
    .split('\n')
    .map((line) => /^ \* \| (?<what>.+?) \| (?<by>.+) \|$/u.exec(line)?.groups)
    .filter((row) => row !== undefined)
    .map(({ what = '', by = '' }) => ({ what, by }))
    // The table's head, and the line below it.
    .slice(1)
    .filter(({ what }) => !/^-+$/u.test(what));

/** Whether an item with this key is one that the pattern finds. */
export const finds = (
  { by }: AccessPattern,
  { pk, sk }: { readonly pk: string; readonly sk: string },
): boolean => {
  const [partition = '', ...sorts] = [...by.matchAll(/`([^`]+)`/gu)].map(([, code]) => String(code));
  return (
    new RegExp(`^${pattern(partition)}$`, 'u').test(pk) &&
    (sorts.length === 0 || sorts.some((sort) => new RegExp(`^${pattern(sort)}`, 'u').test(sk)))
  );
};

const pattern = (text: string): string =>
  text.replace(/[.*+?^$()|[\]\\]/gu, '\\$&').replace(/\{[^}]*\}/gu, '.*');
