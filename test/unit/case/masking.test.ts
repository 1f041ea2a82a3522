import { describe, expect, it } from 'vitest';
import { MASKED, maskedCase, maskedNames } from '../../../shared/case/masking.ts';
import type { WrittenCase } from '../../../shared/case/stored-texts.ts';
import { aQuestion } from '../../builders/case.ts';

const assignment = aQuestion('projectAssignment', 'nominator', { told: { outcome: 'started' } });
const position = aQuestion('position', 'council-a', {
  told: { outcome: 'noReferral' },
  answeredBy: 'Bo Ek, ordförande',
});

const written = (given: Partial<WrittenCase> = {}): WrittenCase => ({
  questions: [assignment, position],
  versions: [
    {
      answers: {
        workingTitle: 'Sov gott',
        contactEmail: 'anna@example.se',
        summary: 'Ring Anna på 070-123 45 67 eller skriv till anna@example.se. Det kostar 120 000 kr 2027.',
        costLines: [
          { description: 'Anbud', amountSek: 72000, confidential: true },
          { description: 'Tid', amountSek: 100 },
        ],
      },
    },
  ],
  answers: [
    { questionId: position.id, answers: { positionReason: 'Rådet är positivt.' } },
    {
      questionId: assignment.id,
      answers: { projectOutcome: 'start', documentStatus: 'open', goal: 'Bättre sömn' },
    },
  ],
  acts: [{ seq: 3, act: 'reportMonth', answers: { month: '2027-01', done: 'Texterna' } }],
  interests: [],
  ...given,
});

const copyOf = (chosen: readonly string[] = [], given: Partial<WrittenCase> = {}) =>
  maskedCase(written(given), chosen);
const nominated = (copy = copyOf()) => copy.written.versions[0]?.answers ?? {};

describe('7.3: a copy for somebody outside', () => {
  it('does not hold what is marked as confidential', () => {
    expect(JSON.stringify(copyOf().written)).not.toContain('72000');
    expect(nominated().costLines).toEqual([
      { description: 'Anbud', amountSek: { withheld: true }, confidential: true },
      { description: 'Tid', amountSek: 100 },
    ]);
  });

  it('does not tell by its name, where somebody chose it, a unit whose name was masked', () => {
    const acts = [{ seq: 4, act: 'addUnit' as const, answers: { name: 'Barnkliniken Lärkan' } }];
    const names = ['Barnkliniken Lärkan', 'Rehab Tallen'].map((it) => ({
      value: it.slice(-6),
      label: { sv: it, en: it },
    }));
    const { masked } = copyOf(['act/4:name'], { acts });
    expect(maskedNames(names, written({ acts }), masked).map(({ label }) => label.sv)).toEqual([
      MASKED,
      'Rehab Tallen',
    ]);
  });

  it('does not hold how to reach anybody, in a field of its own or in a text', () => {
    expect(nominated()).toMatchObject({
      contactEmail: MASKED,
      summary: `Ring Anna på ${MASKED} eller skriv till ${MASKED}. Det kostar 120 000 kr 2027.`,
    });
  });

  it.each([
    ['0701234567', true],
    ['+46 70 123 45 67', true],
    ['+46 (0)31-123 45 67', true],
    ['031-12 34 56 78', true],
    ['N-2026-0001', false],
    ['2027-01-31', false],
    ['1 200 000 kr', false],
    ['0,5 tjänst', false],
    ['SSN 2026-00123', false],
  ])('knows %s as a phone number: %s', (text, isMasked) => {
    const copy = copyOf([], { versions: [{ answers: { summary: text } }] });
    expect(nominated(copy).summary).toBe(isMasked ? MASKED : text);
  });

  it('does not hold the passages that the officer chose, and says which were masked', () => {
    const chosen = [`answer/${position.id}:positionReason`, `signature/${position.id}:answeredBy`];
    const { written: copy, masked } = copyOf(chosen);
    expect(copy.answers[0]?.answers.positionReason).toBe(MASKED);
    expect(copy.questions[1]?.answeredBy).toBe(MASKED);
    expect([...masked].sort()).toEqual(
      [...chosen, 'nomination/1:contactEmail', 'nomination/1:summary'].sort(),
    );
  });

  it('P-06: holds of a confidential assignment only that it is there, and nothing that was reported of it', () => {
    const answers = {
      projectOutcome: 'start',
      documentStatus: 'confidential',
      legalGround: '31 kap. 16 § OSL',
      goal: 'Bättre sömn',
    };
    const copy = copyOf([], { answers: [{ questionId: assignment.id, answers }] });
    expect(copy.written.answers[0]?.answers).toEqual({
      projectOutcome: 'start',
      documentStatus: 'confidential',
      legalGround: '31 kap. 16 § OSL',
    });
    expect(copy.written.acts[0]?.answers).toEqual({});
    expect(copyOf().written.acts[0]?.answers).toMatchObject({ month: '2027-01' });
  });

  it('holds of an attached document that is marked only that it is there', () => {
    const attached = (confidential?: true) => ({
      seq: 3,
      act: 'attach' as const,
      answers: { file: 'abc', title: 'Anbud från Exempelbolaget', ...(confidential && { confidential }) },
    });
    const titleIn = (confidential?: true) =>
      copyOf([], { acts: [attached(confidential)] }).written.acts[0]?.answers.title;
    expect(titleIn()).toBe('Anbud från Exempelbolaget');
    expect(titleIn(true)).toEqual({ withheld: true });
  });

  it('leaves the case as it is', () => {
    const before = written();
    maskedCase(before, ['nomination/1:summary']);
    expect(before).toEqual(written());
  });
});
