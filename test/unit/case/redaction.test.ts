import { describe, expect, it } from 'vitest';
import type { CaseDocument } from '../../../shared/case/attachments.ts';
import {
  cleaned,
  cleanedFlat,
  cleanedHead,
  cleanedProgramme,
  noteOf,
  removals,
} from '../../../shared/case/redaction.ts';
import { contentsIn, storedFiles } from '../../../shared/case/stored-files.ts';
import { isRemoved, storedTexts, type WrittenCase, withTextAt } from '../../../shared/case/stored-texts.ts';
import { aQuestion } from '../../builders/case.ts';
import { aProgramme } from '../../builders/programme.ts';

const ANNA = 'Patienten Anna Exempel hade bra hjälp.';

const answered = aQuestion('position', 'council-a', {
  told: { outcome: 'noReferral' },
  answeredBy: 'Bo Ek, ordförande',
});
const supplement = aQuestion('supplement', 'nominator', { told: {} });

const written: WrittenCase = {
  questions: [answered, supplement],
  versions: [
    { answers: { workingTitle: 'Sov gott', summary: ANNA, costLines: [{ description: 'Licens' }] } },
    { answers: { workingTitle: 'Sov gott', summary: 'Anna Exempel hade god hjälp.' } },
  ],
  answers: [
    { questionId: answered.id, answers: { position: 'supportCreate', positionReason: ` ${ANNA}\n` } },
    { questionId: supplement.id, answers: { supplementReply: 'Se ovan.', summary: 'Annas sömn.' } },
  ],
  acts: [
    {
      seq: 4,
      act: 'withdraw',
      answers: { withdrawReason: 'Vi väntar.' },
      signedBy: 'Eva Ek, handläggare',
    },
    { seq: 5, act: 'redact', answers: { redactReason: 'Namn' }, signedBy: 'Eva Ek, handläggare' },
  ],
  interests: [
    { id: 'i1', unit: 'Lärkan', name: 'Åsa', role: 'chef', email: 'asa@example.se', need: 'Många.' },
  ],
};

const texts = storedTexts(written);
const removed = (id: string) => removals(texts, id).map((it) => it.id);

describe('the texts of a case', () => {
  it('are all that people wrote, wherever it stands, and not what they chose', () => {
    const ids = texts.map(({ id }) => id);
    expect(ids).toContain('nomination/1:costLines.0.description');
    expect(ids).toContain(`answer/${supplement.id}:supplementReply`);
    expect(ids).toContain(`signature/${answered.id}:answeredBy`);
    expect(ids).toContain('act/4:signedBy');
    expect(ids).toContain('interest/i1:email');
    expect(ids.some((id) => id.endsWith(':position'))).toBe(false);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('do not hold what a redaction says of itself, nor a note that stands in a place', () => {
    expect(texts.some(({ document }) => document === 'act/5')).toBe(false);
    const note = noteOf({ redactedKind: 'patient', redactReason: 'Namn' }, EVA, '2026-11-23');
    const after = { ...written, versions: [{ answers: { summary: note } }], answers: [], acts: [] };
    expect(isRemoved(note)).toBe(true);
    expect(storedTexts(after).some(({ document }) => document === 'nomination/1')).toBe(false);
  });

  it('can be found again by their path', () => {
    for (const { document, path, text } of texts.filter((it) => it.document === 'nomination/1')) {
      const stored = withTextAt(written.versions[0], path, '…');
      expect([document, JSON.stringify(stored).includes(JSON.stringify(text))]).toEqual([document, false]);
    }
  });
});

const EVA = { name: 'Eva Ek', role: 'handläggare' };

describe('what a redaction takes away', () => {
  it('is the field in every version of the nomination, whatever it says there, and in a supplement', () => {
    expect(removed('nomination/1:summary')).toEqual(
      expect.arrayContaining([
        ...['nomination/1:summary', 'nomination/2:summary'],
        `answer/${supplement.id}:summary`,
      ]),
    );
  });

  it('is also the same text where somebody else repeated it, and nothing else', () => {
    expect(removed('nomination/1:summary')).toContain(`answer/${answered.id}:positionReason`);
    expect(removed('nomination/1:summary')).toHaveLength(4);
    expect(removed('act/4:withdrawReason')).toEqual(['act/4:withdrawReason']);
  });

  it('is a name in every place that it was signed in', () => {
    expect(removed('act/4:signedBy')).toEqual(['act/4:signedBy']);
    expect(removed(`signature/${answered.id}:answeredBy`)).toEqual([`signature/${answered.id}:answeredBy`]);
  });

  it('is nothing once the text is gone', () => {
    expect(removed('nomination/9:summary')).toEqual([]);
  });
});

describe('a file that is taken away', () => {
  const file = (id: string, addedBy: string, fileName: string): CaseDocument => ({
    file: { id, addedBy, fileName, type: 'pdf', bytes: 9, addedAt: '2026-11-23T08:00:00.000Z' },
    title: 'Sov gott',
    confidential: false,
  });
  const ofNominator = file('a', 'nominator', 'Anna.pdf');
  const sameFile = file('a', 'council-a', 'journal.pdf');
  const sameName = file('b', 'nominator', 'Anna.pdf');
  const files = storedFiles([ofNominator, sameFile, sameName]);
  const said = storedTexts({ ...written, versions: [{ answers: { summary: 'Anna.pdf' } }], answers: [] });
  const gone = (id: string) => removals([...said, ...files], id);
  const CHOSEN = 'file/nominator/a:fileName';

  it('is known by its content: it goes for everybody who added it, and one of the same name does not', () => {
    const ids = ['file/nominator/a:fileName', 'file/council-a/a:fileName'];
    expect(gone(CHOSEN).map(({ id }) => id)).toEqual(ids);
    expect(gone('file/council-a/a:fileName').map(({ id }) => id)).toEqual(ids);
    expect(contentsIn(gone(CHOSEN))).toEqual(['a']);
    expect(contentsIn(gone('file/nominator/b:fileName'))).toEqual(['b']);
  });

  it('takes no text with it that says what it is called, and goes with none', () => {
    expect(gone('nomination/1:summary').map(({ id }) => id)).toEqual(['nomination/1:summary']);
    expect(contentsIn(gone('nomination/1:summary'))).toEqual([]);
    expect(cleanedFlat({ workingTitle: 'Anna.pdf' }, gone(CHOSEN), 'x')).toEqual({
      workingTitle: 'Anna.pdf',
    });
  });

  it('is not there to be taken away once more', () => {
    const note = noteOf({ redactedKind: 'patient', redactReason: 'Namn' }, EVA, '2026-11-23');
    const left = cleaned(
      ofNominator.file as unknown as Record<string, unknown>,
      gone(CHOSEN).slice(0, 1),
      note,
    );
    expect(left).toEqual({ ...ofNominator.file, fileName: note });
    expect(storedFiles([{ ...ofNominator, file: { ...ofNominator.file, fileName: note } }])).toEqual([]);
  });

  it('can be, though its name begins as a note does', () => {
    expect(storedFiles([file('c', 'nominator', '[Borttaget 2026-11-23 av Eva.pdf')])).toHaveLength(1);
  });
});

describe('what is left', () => {
  const note = noteOf({ redactedKind: 'patient', redactReason: 'Namnet hör inte hit' }, EVA, '2026-11-23');

  it('is a note of who removed what kind of thing, when and why', () => {
    expect(note).toBe(
      '[Borttaget 2026-11-23 av Eva Ek, handläggare: uppgift om en patient. Skäl: Namnet hör inte hit]',
    );
  });

  it('is everything else of the document', () => {
    const [first] = written.versions;
    const after = cleaned(first ?? {}, removals(texts, 'nomination/1:summary').slice(0, 1), note);
    expect(after).toEqual({ answers: { ...first?.answers, summary: note } });
  });

  it('is clean in what was derived from it: what search knows, and the programme', () => {
    const gone = removals(texts, 'nomination/1:summary');
    expect(cleanedFlat({ workingTitle: 'Sov gott', summary: `${ANNA} `, minutes: 3 }, gone, note)).toEqual({
      workingTitle: 'Sov gott',
      summary: note,
      minutes: 3,
    });
    const named = removals(texts, 'interest/i1:unit');
    const users = [{ id: 'unit-1', kind: 'unit' as const, name: 'Lärkan', startedOn: '2026-01-01' }];
    const programme = cleanedProgramme({ ...aProgramme(), owner: 'Någon annan', users }, named, note);
    expect(programme.users).toEqual([{ ...users[0], name: note }]);
    expect(programme.owner).toBe('Någon annan');
  });

  it('holds no agreement of a user that was removed, and mails nothing to a note', () => {
    const spread = { name: 'Region Skog', contactEmail: 'ida@example.se', agreementRef: 'Avtal med Ida Ek' };
    const acts = [{ seq: 6, act: 'addSpread' as const, answers: spread }];
    const all = storedTexts({ ...written, acts });
    const user = { id: 's1', kind: 'spread' as const, name: 'Region Skog' };
    const users = [{ ...user, mailbox: 'ida@example.se', agreementRef: 'Avtal med Ida Ek' }];
    const left = (id: string) =>
      cleanedProgramme({ ...aProgramme(), users }, removals(all, `act/6:${id}`), note).users;
    expect(left('agreementRef')).toEqual([{ ...user, mailbox: 'ida@example.se', agreementRef: note }]);
    expect(left('contactEmail')).toEqual([{ ...user, agreementRef: 'Avtal med Ida Ek' }]);
  });

  it('is no number of the case, where the text that stated it was removed', () => {
    const number = { caseRegistrationNumber: 'SSN 2026-00123' };
    const all = storedTexts({ ...written, acts: [{ seq: 6, act: 'registerCase', answers: number }] });
    const gone = removals(all, 'act/6:caseRegistrationNumber');
    expect(cleanedHead({ registrationNumber: 'SSN 2026-00123' }, gone)).toEqual({
      registrationNumber: undefined,
    });
    expect(cleanedHead({ registrationNumber: 'SSN 2026-00124' }, gone)).toEqual({});
    expect(cleanedHead({}, gone)).toEqual({});
  });

  it('is no mailbox of somebody who was replaced', () => {
    const replaced = { projectOwner: 'asa@example.se', projectManager: 'bo@example.se' };
    const gone = removals(texts, 'interest/i1:email');
    expect(cleanedHead({ replaced }, gone)).toEqual({ replaced: { projectManager: 'bo@example.se' } });
  });
});
