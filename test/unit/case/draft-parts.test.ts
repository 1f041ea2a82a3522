import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inPart, partsNow, progressOf, writtenWrong } from '../../../shared/case/draft-parts.ts';
import { toPosted, typedIn } from '../../../shared/pages/posted.ts';
import { checkAnswers } from '../../../shared/routine/check.ts';
import type { Form } from '../../../shared/routine/form.ts';
import { nominationForm, nominationSections } from '../../../shared/routine/nomination.ts';
import { sample } from '../../builders/samples.ts';

const known = { today: '2026-11-23', facts: {}, registers: {} };

const idsOf = (answers: Readonly<Record<string, unknown>>): string =>
  partsNow(answers, known)
    .map(({ id }) => id)
    .join('');

/** What blocks, then what should be answered and is not; of files nothing. */
const findingsIn = (form: Form, raw: Readonly<Record<string, unknown>>) => {
  const checked = checkAnswers(form, raw, known);
  return [...(checked.ok ? [] : checked.problems), ...checked.warnings];
};

const partNow = (id: string, answers: Readonly<Record<string, unknown>>) => {
  const part = partsNow(answers, known).find((it) => it.id === id);
  if (part === undefined) throw new Error(`No part ${id}`);
  return part;
};

describe('NOMINATION-FORM section 1: only what applies is asked', () => {
  it.each([
    ['nothing said yet', {}, 'ABCDEFGIJLM'],
    ['R-a12: a purchase', { nominationType: 'purchaseExisting' }, 'ABCDEFGHIJLM'],
    ['R-a13: children', { targetAgeGroups: ['13-15', '18-64'] }, 'ABCDEFGIJKLM'],
  ])('%s', (_, answers, ids) => {
    expect(idsOf(answers)).toBe(ids);
  });

  it('what hangs on an answer in the same part is asked under its condition', () => {
    const { form } = partNow('C', {});
    expect(form.sobContactEmail?.askedWhen).toEqual({ field: 'sobContactExists', is: ['yes'] });
  });

  it('what hangs on an answer in another part is asked or left out, and needed or not', () => {
    expect(
      partNow('H', { nominationType: 'purchaseExisting' }).form.existingPublisher?.askedWhen,
    ).toBeUndefined();
    const need = (kind: string) => partNow('J', { programmeKindProposed: kind }).form.followUpMedical?.need;
    expect([need('support'), need('treatment')]).toEqual(['should', 'may']);
    const chief = (initiator: string) =>
      partNow('C', { initiatorCategory: [initiator] }).form.headOfOperationsEmail?.need;
    expect([chief('vgrEmployee'), chief('researchGroup')]).toEqual(['must', 'may']);
  });

  it('files are no field of a part: they are added on their own page', () => {
    expect(partNow('M', {}).fields).not.toContain('attachments');
  });
});

describe('what blocks a draft part by part', () => {
  /** A sample with some of its answers left out, in every combination that chance finds. */
  const drafts = fc.tuple(fc.constantFrom(1, 2, 3, 4, 5), fc.array(fc.nat())).map(([n, left]) => {
    const { nomination } = sample(n as 1);
    const names = Object.keys(nomination).filter((name) => name !== 'attachments');
    const gone = new Set(left.map((it) => names[it % names.length]));
    return Object.fromEntries(names.filter((it) => !gone.has(it)).map((it) => [it, nomination[it]]));
  });

  it('is what the API says of the whole', () => {
    fc.assert(
      fc.property(drafts, (nomination) => {
        const { raw } = typedIn(nominationForm, toPosted(nominationForm, nomination), known);
        const whole = findingsIn(nominationForm, raw);
        const parts = partsNow(raw, known).map((part) => {
          const own = Object.fromEntries(Object.entries(raw).filter(([name]) => part.fields.includes(name)));
          const found = findingsIn(part.form, own);
          expect(inPart(part, whole)).toEqual(found);
          return found;
        });
        expect(parts.flat()).toHaveLength(whole.length);
      }),
      { numRuns: 20 },
    );
  });

  it('tells what was written wrong from what was left out', () => {
    const raw = { contactEmail: 'ingen adress', costLines: [{ category: 'other', amountSek: 'mycket' }] };
    const problemsOf = (id: string) => {
      const found = findingsIn(nominationForm, raw);
      return inPart(partNow(id, raw), writtenWrong(found, raw)).map(({ field }) => field);
    };
    expect(problemsOf('B')).toEqual(['contactEmail']);
    expect(problemsOf('I')).toEqual(['costLines[0].amountSek']);
  });
});

describe('how far a part has come', () => {
  it('is done where nothing is lacking that should be there, and begun where something is said', () => {
    const { nomination } = sample(1);
    const progress = (id: string, answers: Readonly<Record<string, unknown>>) =>
      progressOf(partNow(id, answers), answers, findingsIn(nominationForm, answers));
    expect(progress('A', nomination)).toBe('done');
    expect(progress('A', { workingTitle: 'Sömn' })).toBe('started');
    expect(progress('A', {})).toBe('notStarted');
  });

  it('every part of the form is one of the parts', () => {
    const all = { nominationType: 'purchaseExisting', targetAgeGroups: ['0-12'] };
    expect(idsOf(all)).toBe(nominationSections.map(({ id }) => id).join(''));
  });
});
