import { describe, expect, it } from 'vitest';
import { newCase } from '../../shared/case/submit.ts';
import { checkAnswers } from '../../shared/routine/check.ts';
import type { Form } from '../../shared/routine/form.ts';
import { nominationForm } from '../../shared/routine/nomination.ts';
import { position } from '../../shared/routine/position.ts';
import { ROUTINE_VERSION } from '../../shared/routine/routine.ts';
import { judgement } from '../../shared/routine/screening/judgement.ts';
import { type SampleNumber, sample } from '../builders/samples.ts';
import { aPosition } from './complete-answers.ts';

const known = {
  today: '2026-10-15',
  facts: { nominationType: 'createNew', programmeKind: 'treatment' },
  registers: {},
};

const check = (form: Form, answers: object) => {
  const checked = checkAnswers(form, answers, known);
  return checked.ok
    ? { refused: [], missed: checked.warnings.map(({ field }) => field) }
    : { refused: checked.problems.map(({ field }) => field), missed: [] };
};

type Changes = Readonly<Record<string, unknown>>;

const nominated = (changes: Changes, n: SampleNumber = 1) =>
  check(nominationForm, { ...sample(n).nomination, ...changes });

const assessed = (changes: Changes) => check(position.form, { ...aPosition(), ...changes });

describe('what is said of the two kinds where one of them is chosen', () => {
  const { programmeKindProposed } = nominationForm;

  it.each([programmeKindProposed.help, judgement.programmeKind.help])(
    'R-02: a treatment programme has an effect',
    (help) => {
      expect(help.sv).toContain('Behandlingsprogram ska ge behandlingseffekt');
      expect(help.en).toContain('treatment effect');
    },
  );

  it.each([programmeKindProposed.help, judgement.programmeKind.help])(
    'R-03: a support programme supports',
    (help) => {
      expect(help.sv).toContain('Stödprogram stödjer annan behandling');
      expect(help.en).toContain('supports other treatment');
    },
  );

  it('R-04: there is no sharp border, and whoever is unsure may say so', () => {
    expect(programmeKindProposed.help.sv).toContain('Gränsen är inte skarp');
    expect(nominated({ programmeKindProposed: 'unsure' }).refused).toEqual([]);
  });
});

describe('what a nomination is asked for and can be sent in without', () => {
  it.each([
    ['R-06: the costs', 'costLines'],
    ['R-06: the financing', 'financingStatus'],
    ['R-07: how patients and users take part', 'patientInvolvement'],
    ['R-08: how the programme is to be evaluated', 'evaluationPlan'],
    ['R-10: which other units are interested', 'otherUnitsInterested'],
    ['R-11: whether the unit is connected', 'unitConnectedToSob'],
    ['R-a1: who took the initiative', 'initiatorCategory'],
  ])('%s', (_name, field) => {
    const { refused, missed } = nominated({ [field]: undefined });
    expect(refused).toEqual([]);
    expect(missed).toContain(field);
  });

  it.each([
    ['R-06: costs', 'costLines'],
    ['R-07: participation', 'patientInvolvement'],
    ['R-08: evaluation', 'evaluationPlan'],
  ])('%s may be answered with "not known yet", and a reason', (_name, field) => {
    expect(nominated({ [field]: { unknown: true, reason: 'Utreds i höst.' } })).toMatchObject({
      refused: [],
    });
    expect(nominated({ [field]: { unknown: true } }).refused).toEqual([`${field}.reason`]);
  });

  it('R-11: a unit that is not connected may nominate', () => {
    expect(nominated({ unitConnectedToSob: 'no' }).refused).toEqual([]);
  });

  it('R-a2: researchers are named where there are any, and not missed otherwise', () => {
    expect(nominated({ researchersInvolved: 'Institutionen för psykologi' }).refused).toEqual([]);
    expect(nominated({ researchersInvolved: undefined })).toMatchObject({
      refused: [],
      missed: expect.not.arrayContaining(['researchersInvolved']),
    });
  });

  it.each([
    ...['vgrEmployee', 'contractedProviderEmployee', 'researchGroup'],
    ...['sobContact', 'sobOffice', 'coordinationCouncil'],
  ])('R-a1: the initiative may be of %s', (category) => {
    expect(nominated({ initiatorCategory: [category] }).refused).toEqual([]);
  });

  it('R-a2: knowledge governance is a way too', () => {
    expect(nominated({ initiatorCategory: ['vgrEmployee', 'knowledgeGovernance'] }).refused).toEqual([]);
  });
});

describe('what stops a nomination', () => {
  it.each(['needDescription', 'targetGroup', 'targetAgeGroups', 'useInCare'])('R-a6, G1: no %s', (field) => {
    expect(nominated({ [field]: undefined }).refused).toEqual([field]);
  });
});

describe('what stops a position', () => {
  it('R-c2: no reason', () => {
    expect(assessed({ positionReason: undefined }).refused).toEqual(['positionReason']);
  });

  it('R-12, R-b11: support without a word on who answers for quality and content', () => {
    expect(assessed({ responsibleCouncil: undefined }).refused).toEqual(['responsibleCouncil']);
  });
});

describe('the case that a nomination begins', () => {
  const begun = (changes: Changes = {}) => {
    const checked = checkAnswers(nominationForm, { ...sample(1).nomination, ...changes }, known);
    if (!checked.ok) throw new Error('The nomination is not right');
    return newCase(checked.answers, {
      id: 'case-1',
      number: 'N-2026-0001',
      at: new Date('2026-10-15T08:00:00.000Z'),
      wake: 'w',
      lookAgainAt: '2026-10-15T08:15:00.000Z',
    });
  };
  const told = (changes: Changes) =>
    begun(changes).mailings.flatMap(({ mails }) => mails.map(({ about, to }) => ({ ...about, ...to })));

  it('R-a5: is submitted, and its phase is wanted', () => {
    expect(begun().head).toMatchObject({ milestone: 'submitted', phaseWanted: true, startedAttempt: 0 });
  });

  it('R-13: keeps the version of the routine that it began under', () => {
    expect(begun().head.routineVersion).toBe(ROUTINE_VERSION);
  });

  it('R-a3, N-1: the head of operations is asked, and waited for only where no day was stated', () => {
    const stated = begun({ anchoredWithHeadOn: '2026-10-01' });
    const notStated = begun({ anchoredWithHeadOn: undefined });
    expect([stated.head.anchoring, notStated.head.anchoring]).toEqual(['stated', 'asked']);
    for (const { questions } of [stated, notStated]) {
      expect(questions).toMatchObject([
        { round: { step: 'anchoring' }, body: 'headOfOperations', status: 'open' },
      ]);
    }
  });

  it.each(['no', 'unknown'])(
    'R-a4, N-2: the office is told when the SoB contact is answered with %s',
    (sobContactExists) => {
      const about = { notice: 'N-2', body: 'sobOffice' };
      expect(told({ sobContactExists, sobContactEmail: undefined })).toContainEqual(about);
      expect(told({ sobContactExists: 'yes', sobContactEmail: 'kontakt@example.se' })).not.toContainEqual(
        about,
      );
    },
  );

  it.each([
    [['18-64', '65+'], false],
    [['0-12'], true],
    [['13-15', '18-64'], true],
    [['16-17'], true],
  ])('R-a13: knows whether there are children in the target group: of %j, %s', (targetAgeGroups, are) => {
    expect(begun({ targetAgeGroups }).head.forChildren).toBe(are);
  });

  it('N-3: the nominator gets a receipt', () => {
    expect(told({})).toContainEqual({ notice: 'N-3', contact: 'nominator' });
  });
});
