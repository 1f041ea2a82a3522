import { describe, expect, it } from 'vitest';
import { isLaidOut, laidOut } from '../../../shared/case/earlier.ts';
import type { CaseFacts } from '../../../shared/case/facts.ts';
import { missingQuestions, wantsLink } from '../../../shared/case/opening.ts';
import type { Nomination } from '../../../shared/case/submit.ts';
import { tallyOf } from '../../../shared/case/tally.ts';
import { VERSIONS } from '../../versions/versions.ts';

/** The facts that an earlier version had stored of its cases, by the step that each waits at. */
const storedBy = (version: (typeof VERSIONS)[number]) =>
  version.waiting.map(({ at, text }) => {
    const items: Record<string, unknown>[] = JSON.parse(text).items;
    const of = (part: string) => items.filter(({ sk }) => String(sk).startsWith(part)) as never[];
    const [[head], [nomination]] = [of('p#head'), of('t#nomination#')] as [
      never[],
      { answers: Nomination }[],
    ];
    const lists = { questions: of('p#question#'), tokens: of('p#token#'), mailings: of('p#mailing#') };
    const facts = { head, ...lists, related: [] } as unknown as CaseFacts;
    return { at, facts, nomination: nomination?.answers as Nomination };
  });

describe.each(VERSIONS)('what $name stored', (version) => {
  it.each(storedBy(version))(
    'R-13: is brought up to this code, and asks nobody anew: $at',
    ({ facts, nomination }) => {
      const now = new Date(facts.head.submittedAt);
      const after = laidOut(facts, nomination);
      expect(isLaidOut(after)).toBe(true);
      expect(after.head).toMatchObject({ ...facts.head, forChildren: false });
      expect(after.questions).toMatchObject(facts.questions);
      expect(missingQuestions(after, now)).toEqual([]);
      expect(after.questions.filter((it) => wantsLink(it, '2099-01-01'))).toEqual([]);
      expect(tallyOf(after)).toMatchObject({ [`${now.getFullYear()}/nominated`]: 1 });
      expect(laidOut(after, nomination)).toEqual(after);
    },
  );
});
