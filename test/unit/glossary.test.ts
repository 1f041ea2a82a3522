import { describe, expect, it } from 'vitest';
import { GLOSSARY } from '../../shared/routine/glossary.ts';
import { ROLE_NAMES } from '../../shared/routine/routine.ts';
import type { Language } from '../../shared/routine/words.ts';

/** Roles as they are called in running text, without an article before them. */
const named = (role: keyof typeof ROLE_NAMES, lang: Language): string =>
  ROLE_NAMES[role][lang].toLowerCase().replace(/^(?:the|den (?=oberoende)) ?/u, '');

describe.each(['sv', 'en'] as const)('the glossary in %s', (lang) => {
  const terms = GLOSSARY.map(({ term }) => term[lang].toLowerCase());

  it('has each word once, and says what it means', () => {
    expect(new Set(terms).size).toBe(terms.length);
    for (const { meaning } of GLOSSARY) expect(meaning[lang]).toMatch(/^[A-ZÅÄÖ].{20,}\.$/u);
  });

  it('has the word for everybody who is asked', () => {
    const roles = (Object.keys(ROLE_NAMES) as (keyof typeof ROLE_NAMES)[]).filter(
      (it) => it !== 'contentOwners',
    );
    // "Projektägaren" is what "projektägare" means: all of a word but its last letter must be there.
    const isExplained = (name: string): boolean => terms.some((term) => name.startsWith(term.slice(0, -1)));
    expect(roles.filter((role) => !isExplained(named(role, lang)))).toEqual([]);
  });
});
