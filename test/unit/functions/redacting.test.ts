import { describe, expect, it } from 'vitest';
import type { AnswerDeps } from '../../../functions/answer/record.ts';
import { redact } from '../../../functions/answer/redacting.ts';
import { storedFiles } from '../../../shared/case/stored-files.ts';
import { facts } from '../../builders/case.ts';

const at = '2026-11-23T08:00:00.000Z';
const file = (addedBy: string) =>
  ({ id: 'a', addedBy, fileName: 'journal.pdf', type: 'pdf', bytes: 9, addedAt: at }) as const;
const texts = storedFiles(
  ['nominator', 'ppr'].map((by) => ({ file: file(by), title: 'Journal', confidential: false })),
);

/** What is done, in its order, where the bucket and the record answer so. */
const doneWith = async (bucket: () => Promise<void>, record: () => Promise<boolean>) => {
  const done: string[] = [];
  const noted = (what: string): void => void done.push(what);
  const deps = {
    files: { remove: (caseId: string, id: string) => bucket().then(() => noted(`${caseId}/${id} deleted`)) },
    record: { redact: () => record().finally(() => noted('recorded')) },
  } as unknown as AnswerDeps;
  const given = {} as Parameters<typeof redact>[2];
  const result = await redact(deps, facts({}), given, { texts, note: '' }).catch(String);
  return { done, result };
};

const deleted = `${facts({}).head.id}/a deleted`;

describe('the redaction of a file', () => {
  it('deletes its content, once for all who added it, before the case says so', async () => {
    const both = await doneWith(
      async () => undefined,
      async () => true,
    );
    expect(both).toEqual({ done: [deleted, 'recorded'], result: true });
  });

  it('says nothing of a content that is still there', async () => {
    const kept = await doneWith(
      () => Promise.reject(new Error('S3')),
      async () => true,
    );
    expect(kept).toEqual({ done: [], result: 'Error: S3' });
  });

  it('is tried again where the case has moved: the content is deleted already', async () => {
    const moved = await doneWith(
      async () => undefined,
      async () => false,
    );
    expect(moved).toEqual({ done: [deleted, 'recorded'], result: false });
  });
});
