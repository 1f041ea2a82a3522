import { describe, expect, it } from 'vitest';
import { hasAll, soughtWords, wordsOf } from '../../../shared/case/row-words.ts';

const finds = (query: string, ...texts: string[]): boolean => {
  const sought = soughtWords(query);
  return sought.length > 0 && hasAll(wordsOf(texts), sought);
};

describe('the words of a case', () => {
  it('are found by their beginnings, in capital or small letters', () => {
    expect(finds('ÅNG', 'Hjälp vid ångest')).toBe(true);
    expect(finds('gest', 'Hjälp vid ångest')).toBe(false);
  });

  it('å, ä and ö are letters of their own, however they are written', () => {
    expect(finds('angest', 'Ångest')).toBe(false);
    expect(finds('ångest', 'Angest')).toBe(false);
    expect(finds('sömn', 'Somna om')).toBe(false);
    expect(finds('ÅNGEST'.normalize('NFD'), 'ångest')).toBe(true);
    expect(finds('ångest', 'Ångest'.normalize('NFD'))).toBe(true);
  });

  it('marks of other languages are as nothing', () => {
    expect(finds('menieres', 'Ménières sjukdom')).toBe(true);
    expect(finds('Ménière', 'Menieres sjukdom')).toBe(true);
  });

  it('all that is sought must be there, in any order', () => {
    expect(finds('unga sömn', 'Sömnskola', 'för unga vuxna')).toBe(true);
    expect(finds('unga ångest', 'Sömnskola', 'för unga vuxna')).toBe(false);
  });

  it('joined words are found by each of their parts, and numbers as people say them', () => {
    expect(finds('kbt', 'KBT-i vid insomni')).toBe(true);
    expect(finds('kbt-i', 'KBT–i vid insomni')).toBe(true);
    expect(finds('act', 'iKBT/ACT')).toBe(true);
    for (const said of ['n-2026-0017', '2026-0017', '0017']) expect(finds(said, 'N-2026-0017')).toBe(true);
    expect(finds('SSN 2026-004', 'SSN 2026-00456')).toBe(true);
  });

  it('small words are neither kept nor sought, unless nothing else is', () => {
    expect(wordsOf(['Stöd för dig och dina nära'])).not.toContain('och');
    expect(finds('stöd och', 'Stöd')).toBe(true);
    expect(finds('för', 'Förlossningsrädsla')).toBe(true);
  });

  it('of one letter, or of none, nothing is found', () => {
    for (const query of ['', ' ', 'ö', '#', '%', '🙂']) expect(soughtWords(query)).toEqual([]);
  });

  it('are each there once, in the order of the index, and fit a key', () => {
    const words = wordsOf(['Örat, örat och ögat', 'a'.repeat(500)]);
    expect(words).toEqual(['a'.repeat(40), 'ögat', 'örat']);
    expect(finds('a'.repeat(300), 'a'.repeat(500))).toBe(true);
  });

  it('as many as a query may hold are sought, the longest first', () => {
    expect(soughtWords('bo vuxna insomni')).toEqual(['insomni', 'vuxna', 'bo']);
    expect(soughtWords(Array.from({ length: 50 }, (_, n) => `ord${n}`).join(' '))).toHaveLength(6);
  });
});
