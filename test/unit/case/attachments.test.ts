import { describe, expect, it } from 'vitest';
import {
  type Attachment,
  attachmentAnswers,
  attachmentProblems,
  type CaseFile,
  documentsOf,
  fileInWords,
  fileRefusal,
  MOST_BYTES,
  mayReadDocument,
  REFUSED,
  withFiles,
} from '../../../shared/case/attachments.ts';
import { REMOVED } from '../../../shared/case/stored-texts.ts';
import { checkAnswers, choicesOf } from '../../../shared/routine/check.ts';
import { closing, MOST_ATTACHMENTS } from '../../../shared/routine/nomination/closing.ts';

const AT = '2026-11-23T08:00:00.000Z';
const kept = (id: string) => ({ id, fileName: `${id}.pdf`, type: 'pdf', bytes: 1000, addedAt: AT }) as const;
const attachment = (id: string, title = id): Attachment => ({ ...kept(id), title });
const known = { today: '2026-11-23', facts: {}, registers: {} };

describe('a file as it was found', () => {
  const found = { fileName: 'avtal.pdf', bytes: 1, type: 'pdf', isLocked: false, hasMacros: false } as const;

  it('is taken up to 20 MB, and refused from there on', () => {
    expect(MOST_BYTES).toBe(20 * 1024 * 1024);
    expect(fileRefusal({ ...found, bytes: MOST_BYTES })).toBeUndefined();
    expect(fileRefusal({ ...found, bytes: MOST_BYTES + 1 })).toBe('tooLarge');
  });

  it.each(Object.entries(REFUSED))('that is refused for %s is told how to mend it', (_, { sv, en }) => {
    expect(sv).toMatch(/(Spara|ladda upp|Kontakta)/u);
    expect(en).toMatch(/(Save|upload|Contact)/u);
  });
});

describe('a draft’s attachments', () => {
  const fields = (there: readonly Attachment[], added: Attachment) =>
    attachmentProblems(there, added).map(({ field }) => field);

  it('are ten at most', () => {
    expect(MOST_ATTACHMENTS).toBe(10);
    const many = (count: number) => Array.from({ length: count }, (_, n) => attachment(`file${n}`));
    expect(fields(many(9), attachment('new'))).toEqual([]);
    expect(fields(many(10), attachment('new'))).toEqual(['$']);
  });

  it('have names of their own, whatever their case', () => {
    expect(fields([attachment('a', 'Årsbudget')], attachment('b', ' årsBUDGET '))).toEqual(['title']);
    expect(fields([attachment('a', 'Årsbudget')], attachment('b', 'Arsbudget'))).toEqual([]);
  });

  it('are each there once: the same file under another name is refused, under its own it is the same', () => {
    const there = [attachment('a', 'Avtal')];
    expect(fields(there, attachment('a', 'Offert'))).toEqual(['title']);
    expect(fields(there, attachment('a', 'avtal'))).toEqual([]);
  });

  it('are named in the nomination by their digests, and only those that are there', () => {
    const files = [{ ...attachment('a', 'Avtal'), confidential: true }, attachment('b', 'Vårdprogram')];
    const attachments = attachmentAnswers(files);
    expect(attachments).toEqual([
      { title: 'Avtal', confidential: true, file: 'a' },
      { title: 'Vårdprogram', file: 'b' },
    ]);
    const check = (answers: object, there: readonly Attachment[]) =>
      checkAnswers({ attachments: closing.attachments }, answers, withFiles(known, there)).ok;
    expect(check({ attachments }, files)).toBe(true);
    expect(check({ attachments }, files.slice(0, 1))).toBe(false);
    expect(check({ attachments }, [])).toBe(false);
    expect(check({ attachments: [{ title: 'Utan fil' }] }, [])).toBe(true);
  });

  it('are told by the note once they are removed, and named in no new answer', () => {
    const fileName = `${REMOVED} 2026-11-23 av Eva Ek, handläggare: uppgift om en patient. Skäl: En journal]`;
    const removed = { ...kept('a'), fileName };
    const { facts, registers } = withFiles(known, [removed, kept('b')]);
    expect(facts.files).toBe(true);
    expect(registers.files?.[0]?.label).toEqual({ sv: fileName, en: fileName });
    const choices = choicesOf({ register: 'files' }, { ...known, registers });
    expect(choices.map(({ value }) => value)).toEqual(['b']);
    expect(withFiles(known, [removed]).facts.files).toBe(false);
    const naming = { attachments: [{ title: 'Avtal', file: 'a' }] };
    const form = { attachments: closing.attachments };
    expect(checkAnswers(form, naming, withFiles(known, [removed, kept('b')])).ok).toBe(false);
  });
});

describe('the documents of a case', () => {
  const file = (id: string, addedBy: string, addedAt = AT): CaseFile => ({ ...kept(id), addedBy, addedAt });
  const nominated = (...attachments: object[]) => ({ answers: { attachments } });
  const attached = (by: string, answers: object) => ({
    act: 'attachToQuestion',
    by,
    answers: { ...answers },
  });

  it('are those of every version of the nomination, as the newest has them, and those of acts', () => {
    const files = [
      file('a', 'nominator'),
      file('b', 'nominator'),
      file('c', 'ppr', '2026-11-24T08:00:00.000Z'),
    ];
    const found = documentsOf(
      {
        versions: [
          nominated({ title: 'Gammalt', file: 'a' }, { title: 'Borta', file: 'b' }, { title: 'Utan fil' }),
          nominated({ title: 'Nytt', confidential: true, file: 'a' }),
        ],
        acts: [
          attached('ppr', { title: 'Protokoll', file: 'c' }),
          { act: 'amend', by: 'nominator', answers: { title: 'Inte en fil', file: 'a' } },
        ],
      },
      files,
    );
    expect(found.map(({ title, confidential }) => [title, confidential])).toEqual([
      ['Nytt', true],
      ['Borta', false],
      ['Protokoll', false],
    ]);
  });

  it('are the files of whoever names them: nobody gets at another’s by its digest', () => {
    const forged = nominated({ title: 'Protokoll', file: 'c' });
    expect(documentsOf({ versions: [forged], acts: [] }, [file('c', 'ppr')])).toEqual([]);
  });

  it('are of two who added the same file for each', () => {
    const both = [file('c', 'council-a'), file('c', 'council-b')];
    const acts = [
      attached('council-a', { title: 'Gemensamt', file: 'c', confidential: true }),
      attached('council-b', { title: 'Gemensamt protokoll', file: 'c' }),
    ];
    expect(documentsOf({ versions: [], acts }, both).map(({ confidential }) => confidential)).toEqual([
      true,
      false,
    ]);
  });

  it.each([
    ['a body', { id: 'council-a', isBody: true }, true],
    ['whoever added it', { id: 'nominator', isBody: false }, true],
    ['another', { id: 'projectManager', isBody: false }, false],
    ['whoever is asked in the nomination’s place', { id: 'headOfOperations', isBody: false }, false],
  ])('7.3: a confidential one is read by %s: %j', (_, reader, reads) => {
    const it = { file: file('a', 'nominator'), confidential: true };
    expect(mayReadDocument(it, reader)).toBe(reads);
    expect(mayReadDocument({ ...it, confidential: false }, reader)).toBe(true);
  });
});

it.each([
  [0.5 * 1024, '< 1 kB', '< 1 KB'],
  [230 * 1024, '230 kB', '230 KB'],
  [3.3 * 1024 * 1024, '3,3 MB', '3.3 MB'],
  [MOST_BYTES, '20 MB', '20 MB'],
])('%d bytes are %s', (bytes, sv, en) => {
  const file = { fileName: 'avtal.pdf', type: 'pdf', bytes } as const;
  expect(fileInWords(file)).toEqual({ sv: `avtal.pdf (pdf, ${sv})`, en: `avtal.pdf (pdf, ${en})` });
});
