import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Draft,
  draftIdOf,
  merged,
  rivalled,
  seenOf,
  seenSince,
  type Value,
} from '../../../shared/case/draft.ts';

const AT = '2026-11-23T10:00:00.000Z';

const empty: Draft = {
  id: 'd-1',
  language: 'sv',
  mailbox: 'enhet@example.se',
  answers: {},
  version: 1,
  createdAt: AT,
  savedAt: AT,
};

const text = (value: string): Value => (value === '' ? {} : { summary: value });

interface Page {
  readonly by: string;
  readonly seen: ReturnType<typeof seenOf> | undefined;
  readonly text: string;
}

/** A page as somebody opens it: with the newest text. */
const open = (draft: Draft, by: string): Page => ({
  by,
  seen: seenOf(draft.answers.summary),
  text: String(draft.answers.summary?.value.summary ?? ''),
});

const save = (draft: Draft, { by, seen }: Page, typed: string): Draft =>
  merged(draft, { sent: { summary: text(typed) }, seen: { summary: seen }, by, at: AT }) ?? draft;

const textsIn = (draft: Draft): readonly string[] => {
  const { value, rivals = [] } = draft.answers.summary ?? { value: {} };
  return [value, ...rivals.map((it) => it.value)].map((it) => String(it.summary ?? ''));
};

describe('decision 8: a draft is merged field by field', () => {
  it('takes what only one has changed, and leaves what only another has', () => {
    const anna = open(empty, 'anna');
    const bo = open(empty, 'bo');
    const first = save(empty, anna, 'Annas');
    expect(textsIn(first)).toEqual(['Annas']);
    expect(save(first, bo, '')).toBe(first);
  });

  it('keeps both texts where two have changed the same, the newer first, until somebody has seen both and saved', () => {
    const [anna, bo] = [open(empty, 'anna'), open(empty, 'bo')];
    const both = save(save(empty, anna, 'Annas'), bo, 'Bos');
    expect(textsIn(both)).toEqual(['Bos', 'Annas']);
    expect(rivalled(both)).toEqual(['summary']);
    expect(save(both, anna, 'Annas')).toBe(both);
    const settled = save(both, open(both, 'anna'), 'Bos');
    expect(textsIn(settled)).toEqual(['Bos']);
    expect(rivalled(settled)).toEqual([]);
  });

  it('a form that is sent again changes nothing, also after it met another', () => {
    const [anna, bo] = [open(empty, 'anna'), open(empty, 'bo')];
    const first = save(empty, anna, 'Annas');
    expect(save(first, anna, 'Annas')).toBe(first);
    const both = save(first, bo, 'Bos');
    expect(save(both, bo, 'Bos')).toBe(both);
  });

  it('is not led astray by how browsers write line breaks', () => {
    const first = save(empty, open(empty, 'anna'), 'Rad ett\r\nrad två\r\n');
    expect(save(first, open(first, 'bo'), 'Rad ett\nrad två')).toBe(first);
  });

  it('raises the version at each change, and notes when it was saved', () => {
    const later = '2026-11-24T10:00:00.000Z';
    const change = { sent: { summary: text('Ny') }, seen: {}, by: 'anna', at: later };
    expect(merged(empty, change)).toMatchObject({ version: 2, savedAt: later });
  });

  it('goes by fields: two who write in different ones never meet', () => {
    const seen = { summary: seenOf(undefined), workingTitle: seenOf(undefined) };
    const title = { sent: { workingTitle: { workingTitle: 'Sömn' }, summary: {} }, seen, by: 'anna', at: AT };
    const first = merged(empty, title) ?? empty;
    const second = merged(first, {
      sent: { workingTitle: {}, summary: text('Kort') },
      seen,
      by: 'bo',
      at: AT,
    });
    expect(second && rivalled(second)).toEqual([]);
    expect(second?.answers).toMatchObject({
      workingTitle: { value: { workingTitle: 'Sömn' } },
      summary: { value: { summary: 'Kort' } },
    });
  });
});

describe('a page that a browser fetches anew and fills as it was left', () => {
  it('does not take the text of its reader for one that has seen what others wrote since', () => {
    const anna = save(empty, open(empty, 'anna'), 'Annas');
    const since = { version: anna.version, by: 'anna' };
    const bo = save(anna, open(anna, 'bo'), 'Bos');
    const back = { by: 'anna', seen: seenSince(bo.answers.summary, since), text: 'Annas' };
    expect(textsIn(save(bo, back, 'Annas'))).toEqual(['Annas', 'Bos']);
  });

  it('knows its reader’s own saves', () => {
    const first = save(empty, open(empty, 'anna'), 'Annas');
    const seen = seenSince(first.answers.summary, { version: empty.version, by: 'anna' });
    expect(textsIn(save(first, { by: 'anna', seen, text: '' }, 'Annas nya'))).toEqual(['Annas nya']);
  });
});

describe('whatever people do, in whatever order', () => {
  const WRITERS = ['anna', 'bo', 'cia'] as const;
  const deed = fc.record({
    by: fc.constantFrom(...WRITERS),
    does: fc.constantFrom('open' as const, 'save' as const, 'sendAgain' as const, 'change' as const),
  });

  it('every text that was saved is there until somebody who was shown it has saved', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
        let draft = empty;
        let count = 0;
        const pages = new Map<string, Page>(WRITERS.map((by) => [by, open(empty, by)]));
        const typed = new Map<string, string>(WRITERS.map((by) => [by, '']));
        const shown = new Map<string, readonly string[]>(WRITERS.map((by) => [by, textsIn(empty)]));
        /** Texts that somebody saved and nobody has replaced who had been shown them. */
        let owed = new Set<string>();
        for (const { by, does } of deeds) {
          if (does === 'open') {
            pages.set(by, open(draft, by));
            typed.set(by, open(draft, by).text);
            shown.set(by, textsIn(draft));
          } else if (does === 'change') {
            count += 1;
            typed.set(by, `${by} ${count}`);
          } else {
            const page = pages.get(by);
            const mine = typed.get(by) ?? '';
            if (page === undefined) continue;
            const after = save(draft, page, mine);
            if (after !== draft) {
              owed = new Set([...owed].filter((it) => !(shown.get(by) ?? []).includes(it)));
            }
            if (mine !== page.text && mine !== '') owed.add(mine);
            draft = after;
          }
          for (const it of owed) expect(textsIn(draft)).toContain(it);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the id of a draft', () => {
  it('is the same for the same form and mailbox, and tells nobody what it was made of', () => {
    expect(draftIdOf('k', 'A@example.se')).toBe(draftIdOf('k', 'a@example.se'));
    expect(draftIdOf('k', 'b@example.se')).not.toBe(draftIdOf('k', 'a@example.se'));
    expect(draftIdOf('k', 'a@example.se')).toMatch(/^[\w-]{43}$/u);
  });
});
