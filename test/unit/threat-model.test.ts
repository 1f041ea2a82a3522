import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = readFileSync('docs/threat-model.md', 'utf8');

/** The tests that a line names, as `file` «name». */
const testsIn = (line: string) =>
  [...line.matchAll(/`(test\/[^`]+)` «([^»]+)»/gu)].map(([, file = '', name = '']) => ({ file, name }));

const claims = text.split('\n').filter((line) => line.startsWith('- ') && line.includes('Stopped by:'));

describe('the threat model', () => {
  it('names a test wherever it says that something is stopped', () => {
    expect(claims.length).toBeGreaterThan(20);
    for (const claim of claims) expect([claim, testsIn(claim).length]).not.toEqual([claim, 0]);
  });

  it.each(claims.flatMap(testsIn).map(({ file, name }) => [file, name] as const))(
    '%s has «%s»',
    (file, name) => {
      expect(existsSync(file)).toBe(true);
      const names = ["'", '"', '`'].map((quote) => `${quote}${name}${quote}`);
      const source = readFileSync(file, 'utf8');
      expect(names.some((it) => source.includes(it))).toBe(true);
    },
  );

  it('says of everybody what is left', () => {
    const sections = text.split('\n## ').slice(2);
    for (const section of sections) expect(section).toMatch(/\nLeft: \S/u);
  });
});
