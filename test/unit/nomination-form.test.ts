import { describe, expect, test } from 'vitest';
import { checkAnswers, type Known } from '../../shared/routine/check.ts';
import type { Field } from '../../shared/routine/form.ts';
import { nominationForm, nominationSections } from '../../shared/routine/nomination.ts';
import { sample } from '../builders/samples.ts';
import { everyField, optionsOf, partsOf } from './every-field.ts';

const known: Known = { today: '2026-10-15', facts: {}, registers: {} };

/** The names in NOMINATION-FORM.md, by section, and the two fields of its section 0. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  A: ['workingTitle', 'nominationType', 'programmeKindProposed', 'summary', 'clinicalAreas'],
  B: [
    'initiatorCategory',
    'nominatingUnit',
    'organisation',
    'unitHsaId',
    'contactFunction',
    'contactEmail',
    'contactPhone',
    'coNominators',
    'researchersInvolved',
    'interestDeclaration',
  ],
  C: [
    'headOfOperationsEmail',
    'anchoredWithHeadOn',
    'sobContactExists',
    'sobContactEmail',
    'unitConnectedToSob',
  ],
  D: [
    'needDescription',
    'targetGroup',
    'targetAgeGroups',
    'targetIncludesRelatives',
    'estimatedPatientsPerYear',
    'estimatedPatientsRegion',
    'purpose',
    'equalityConsiderations',
  ],
  E: [
    'useInCare',
    'careLevels',
    'clinicianSupport',
    'clinicianCompetence',
    'programmeLengthWeeks',
    'otherUnitsInterested',
    'organisationalConsequences',
  ],
  F: ['knownSimilar', 'similarProgrammes'],
  G: ['evidenceSummary', 'evidenceReferences', 'guidelineReferences', 'researchPlanned'],
  H: [
    'existingProgrammeName',
    'existingPublisher',
    'existingOnSob',
    'existingUsedElsewhere',
    'existingStatement',
    'existingPriceModel',
    'existingDeviceStatus',
  ],
  I: ['costLines', 'financingStatus', 'financingDescription', 'costsManageable', 'expectedBenefits'],
  J: [
    'patientInvolvement',
    'patientOrganisations',
    'evaluationPlan',
    'followUpExperience',
    'followUpMedical',
  ],
  K: [
    'childGuidelineConsidered',
    'childGuidelineNotes',
    'childWhoLogsIn',
    'childRisks',
    'childParticipation',
  ],
  L: ['medicalPurpose', 'proposedOwner', 'proposedProjectGroup', 'desiredStart'],
  M: ['attachments', 'otherInformation', 'noPatientDataConfirmed', 'publicRecordAcknowledged'],
};

const PARTS: Readonly<Record<string, readonly string[]>> = {
  coNominators: ['unit', 'contact', 'email'],
  interestDeclaration: ['value', 'text'],
  organisationalConsequences: ['value', 'text'],
  similarProgrammes: ['name', 'publisher', 'whyNotEnough'],
  existingStatement: ['value', 'link'],
  costLines: [
    'category',
    'description',
    'amountSek',
    'hours',
    'recurrence',
    'fromYear',
    'bornBy',
    'confidential',
  ],
  medicalPurpose: ['value', 'text'],
  proposedProjectGroup: ['function', 'responsibility'],
  attachments: ['title', 'confidential', 'file'],
};

const VALUES: Readonly<Record<string, readonly string[]>> = {
  nominationType: ['createNew', 'purchaseExisting'],
  programmeKindProposed: ['treatment', 'support', 'unsure'],
  clinicalAreas: [
    'psykisk hälsa vuxna',
    'psykisk hälsa barn och unga',
    'allmänmedicin',
    'rörelseorgan',
    'levnadsvanor',
    'nervsystemet',
    'kvinnosjukdomar',
    'cancer',
    'övrigt',
  ],
  initiatorCategory: [
    'vgrEmployee',
    'contractedProviderEmployee',
    'researchGroup',
    'sobContact',
    'sobOffice',
    'coordinationCouncil',
    'knowledgeGovernance',
  ],
  'interestDeclaration.value': ['none', 'exists'],
  sobContactExists: ['yes', 'no', 'unknown'],
  unitConnectedToSob: ['yes', 'planned', 'no'],
  targetAgeGroups: ['0-12', '13-15', '16-17', '18-64', '65+'],
  careLevels: ['primary', 'specialist', 'highlySpecialised', 'municipalOrOther'],
  clinicianSupport: ['regular', 'limited', 'onRequest', 'none'],
  'organisationalConsequences.value': ['manageable', 'notManageable', 'unclear'],
  knownSimilar: ['yes', 'noneFound', 'notSearched'],
  existingOnSob: ['yes', 'no', 'unknown'],
  'existingStatement.value': ['yes', 'no', 'notSearched'],
  existingPriceModel: ['perPatient', 'perUnit', 'licenceYear', 'oneOff', 'free'],
  existingDeviceStatus: ['ceClassI', 'ceClassIIaOrHigher', 'notDevice', 'unknown'],
  'costLines.category': [
    'development',
    'purchaseLicence',
    'staffTime',
    'training',
    'operationManagement',
    'evaluationResearch',
    'other',
  ],
  'costLines.recurrence': ['oneOff', 'perYear'],
  'costLines.bornBy': ['ownUnit', 'allUsingUnits', 'region', 'external', 'unknown'],
  financingStatus: ['secured', 'partlySecured', 'appliedFor', 'notArranged'],
  costsManageable: ['yes', 'no', 'unclear'],
  childGuidelineConsidered: ['yes', 'partly', 'notYet'],
  childWhoLogsIn: ['guardian', 'child', 'both'],
  'medicalPurpose.value': ['yes', 'no', 'unsure'],
  'proposedProjectGroup.responsibility': ['content', 'design', 'pedagogy', 'other'],
};

const fields = everyField(nominationForm);

const topLevel = (wanted: (field: Field) => boolean | undefined) =>
  Object.entries(nominationForm)
    .filter(([, field]) => wanted(field))
    .map(([name]) => name);

describe('what the form holds', () => {
  test('every field of the document, by name, section and order', () => {
    expect(Object.fromEntries(nominationSections.map((section) => [section.id, section.fields]))).toEqual(
      NAMES,
    );
    expect(Object.keys(nominationForm)).toEqual(Object.values(NAMES).flat());
  });

  test('every part of a composite or a line', () => {
    const found = Object.entries(nominationForm).map(([name, field]) => [name, Object.keys(partsOf(field))]);
    expect(Object.fromEntries(found.filter(([, parts]) => parts?.length))).toEqual(PARTS);
  });

  test('every value of every choice', () => {
    const found = fields.map(({ path, field }) => [path, Object.keys(optionsOf(field))] as const);
    expect(Object.fromEntries(found.filter(([, values]) => values.length))).toEqual(VALUES);
  });

  test('G1: requires few things', () => {
    expect(topLevel((field) => field.need === 'must')).toEqual([
      'workingTitle',
      'nominationType',
      'programmeKindProposed',
      'nominatingUnit',
      'contactFunction',
      'contactEmail',
      'headOfOperationsEmail',
      'sobContactExists',
      'sobContactEmail',
      'needDescription',
      'targetGroup',
      'targetAgeGroups',
      'useInCare',
      'existingProgrammeName',
      'existingPublisher',
    ]);
  });

  test('what is optional throughout', () => {
    expect(topLevel((field) => field.need === 'may')).toEqual([
      'unitHsaId',
      'contactPhone',
      'coNominators',
      'researchersInvolved',
      'targetIncludesRelatives',
      'patientOrganisations',
      'desiredStart',
      'attachments',
      'otherInformation',
      'noPatientDataConfirmed',
      'publicRecordAcknowledged',
    ]);
  });

  test('what may be answered with "not known yet"', () => {
    expect(topLevel((field) => field.mayBeUnknown)).toEqual([
      'estimatedPatientsPerYear',
      'estimatedPatientsRegion',
      'clinicianCompetence',
      'programmeLengthWeeks',
      'existingPriceModel',
      'costLines',
      'patientInvolvement',
      'evaluationPlan',
      'followUpExperience',
      'followUpMedical',
      'proposedOwner',
    ]);
  });

  test('the limits that the document states', () => {
    expect(nominationForm).toMatchObject({
      workingTitle: { size: 'short', min: 3, max: 120 },
      summary: { size: 'medium', max: 1500 },
      nominatingUnit: { size: 'short', min: 2 },
      contactEmail: { format: 'email', max: 254 },
      contactPhone: { format: 'phone', max: 30 },
      needDescription: { size: 'long', max: 6000 },
      targetGroup: { size: 'medium' },
      estimatedPatientsPerYear: { integer: true, min: 0, max: 1_000_000 },
      estimatedPatientsRegion: { integer: true, min: 0, max: 2_000_000 },
      useInCare: { size: 'long', max: 6000 },
      programmeLengthWeeks: { integer: true, min: 1, max: 104 },
      similarProgrammes: { min: 1, max: 20 },
      evidenceSummary: { size: 'long' },
      evidenceReferences: { max: 30 },
      guidelineReferences: { max: 20 },
      costLines: {
        min: 1,
        max: 50,
        item: {
          amountSek: { unit: 'sek', integer: true, min: 0, max: 1_000_000_000 },
          hours: { unit: 'hours', min: 0, max: 100_000 },
          fromYear: { integer: true, min: 2020, max: 2060 },
        },
      },
      patientOrganisations: { max: 10 },
      proposedProjectGroup: { max: 15 },
      desiredStart: { kind: 'month', notBeforeToday: true },
      anchoredWithHeadOn: { kind: 'date', notAfterToday: true },
      attachments: { max: 10 },
    });
  });
});

describe('samples', () => {
  test.each([1, 2, 3, 4, 5] as const)('sample %i is valid as it stands', (n) => {
    const { nomination } = sample(n);
    expect(checkAnswers(nominationForm, nomination, known)).toMatchObject({ ok: true, answers: nomination });
  });

  test('a sample keeps what it expects of the case apart from the nomination', () => {
    expect(sample(3).nomination).not.toHaveProperty('id');
    expect(sample(3).nomination).not.toHaveProperty('expected');
    expect(sample(3).expected).toMatchObject({ decision: 'purchase' });
  });
});

const fieldsOf = (found: readonly { readonly field: string }[]) => found.map(({ field }) => field);

/** The paths of what is wrong with a sample once it is changed; `undefined` takes a field away. */
function problemsOf(n: 1 | 2 | 3 | 4 | 5, changes: Record<string, unknown>) {
  const checked = checkAnswers(nominationForm, { ...sample(n).nomination, ...changes }, known);
  return checked.ok ? [] : fieldsOf(checked.problems);
}

function warningsOf(n: 1 | 2 | 3 | 4 | 5, changes: Record<string, unknown>) {
  const checked = checkAnswers(nominationForm, { ...sample(n).nomination, ...changes }, known);
  return checked.ok ? fieldsOf(checked.warnings) : undefined;
}

describe('conditions of the nomination', () => {
  test('G1, R-a5: an empty nomination is told of what is always needed, and of nothing else', () => {
    const checked = checkAnswers(nominationForm, {}, known);
    expect(checked.ok ? [] : fieldsOf(checked.problems)).toEqual([
      'workingTitle',
      'nominationType',
      'programmeKindProposed',
      'nominatingUnit',
      'contactFunction',
      'contactEmail',
      'headOfOperationsEmail',
      'sobContactExists',
      'needDescription',
      'targetGroup',
      'targetAgeGroups',
      'useInCare',
    ]);
  });

  test.each([
    [
      'R-a12: a purchase needs the name of the programme',
      3,
      { existingProgrammeName: undefined },
      ['existingProgrammeName'],
    ],
    ['R-a12: a purchase needs the publisher', 3, { existingPublisher: ' ' }, ['existingPublisher']],
    ['R-a12: a new programme has no publisher', 1, { existingPublisher: 'X' }, ['existingPublisher']],
    ['a new programme has no statement', 1, { existingStatement: { value: 'no' } }, ['existingStatement']],
    ['R-a13: child fields are not for adults', 1, { childParticipation: 'X' }, ['childParticipation']],
    ['R-a13: child fields are for 16-17', 1, { targetAgeGroups: ['16-17', '18-64'], childRisks: 'X' }, []],
    [
      'R-a3: the SoB contact is needed when there is one',
      1,
      { sobContactEmail: undefined },
      ['sobContactEmail'],
    ],
    [
      'R-a4: no SoB contact is named when there is none',
      2,
      { sobContactEmail: 'a@example.se' },
      ['sobContactEmail'],
    ],
    [
      'an interest needs words',
      1,
      { interestDeclaration: { value: 'exists' } },
      ['interestDeclaration.text'],
    ],
    [
      'no interest has no words',
      1,
      { interestDeclaration: { value: 'none', text: 'X' } },
      ['interestDeclaration.text'],
    ],
    ['a consequence may be told without a verdict', 1, { organisationalConsequences: { text: 'X' } }, []],
    [
      'a link goes with a statement',
      3,
      { existingStatement: { value: 'yes', link: 'https://skr.se/x' } },
      [],
    ],
    [
      'a link does not go without one',
      3,
      { existingStatement: { value: 'no', link: 'https://skr.se/x' } },
      ['existingStatement.link'],
    ],
    ['attachments are at most ten', 1, { attachments: Array(11).fill({ title: 'X' }) }, ['attachments']],
    ['ten attachments go', 1, { attachments: Array(10).fill({ title: 'X', confidential: true }) }, []],
    ['co-nominators are units', 1, { coNominators: [{ contact: 'X' }] }, ['coNominators[0].unit']],
    ['R-a3: the day of anchoring has been', 1, { anchoredWithHeadOn: '2026-10-16' }, ['anchoredWithHeadOn']],
    ['the start has not been', 1, { desiredStart: '2026-09' }, ['desiredStart']],
    [
      'the boxes at the end are not demanded',
      1,
      { noPatientDataConfirmed: undefined, publicRecordAcknowledged: undefined },
      [],
    ],
  ] as const)('%s', (_, n, changes, paths) => {
    expect(problemsOf(n, changes)).toEqual(paths);
  });

  test.each([
    [undefined, ['headOfOperationsEmail']],
    [['vgrEmployee'], ['headOfOperationsEmail']],
    [['sobContact'], ['headOfOperationsEmail']],
    [['knowledgeGovernance'], ['headOfOperationsEmail']],
    [['coordinationCouncil', 'contractedProviderEmployee'], ['headOfOperationsEmail']],
    [['coordinationCouncil'], []],
    [['sobOffice'], []],
    [['researchGroup'], []],
    [['researchGroup', 'sobOffice', 'coordinationCouncil'], []],
  ])('R-a3: a nomination by %j without a head of operations: %j', (initiatorCategory, paths) => {
    expect(problemsOf(1, { initiatorCategory, headOfOperationsEmail: undefined })).toEqual(paths);
  });

  const line = { category: 'staffTime', description: 'Manus', recurrence: 'oneOff', bornBy: 'ownUnit' };

  test.each([
    ['staff time with an amount', { amountSek: 1 }, []],
    ['staff time with hours', { hours: 1.5 }, []],
    ['staff time with both', { amountSek: 0, hours: 0 }, []],
    ['staff time with neither', {}, ['costLines[0].amountSek']],
    ['another cost with an amount', { category: 'training', amountSek: 1 }, []],
    ['another cost without', { category: 'training' }, ['costLines[0].amountSek']],
    [
      'another cost with hours',
      { category: 'training', hours: 1 },
      ['costLines[0].amountSek', 'costLines[0].hours'],
    ],
    ['kronor in fractions', { amountSek: 0.5 }, ['costLines[0].amountSek']],
  ])('%s', (_, changes, paths) => {
    expect(problemsOf(1, { costLines: [{ ...line, ...changes }] })).toEqual(paths);
  });

  test.each([
    ['treatment', 'evidenceSummary', true],
    ['support', 'evidenceSummary', false],
    ['unsure', 'evidenceSummary', true],
    ['treatment', 'clinicianCompetence', true],
    ['support', 'clinicianCompetence', false],
    ['treatment', 'followUpExperience', false],
    ['support', 'followUpExperience', true],
    ['unsure', 'followUpMedical', true],
  ])('R-01, R-b10: a programme of kind %s without %s: warned %s', (programmeKindProposed, name, warned) => {
    const warnings = warningsOf(1, { programmeKindProposed, [name]: undefined });
    expect(warnings?.includes(name)).toBe(warned);
  });

  test.each([
    ['similarProgrammes', { knownSimilar: 'yes' }, true],
    ['similarProgrammes', { knownSimilar: 'noneFound' }, false],
    ['financingDescription', { financingStatus: 'appliedFor' }, true],
    ['financingDescription', { financingStatus: 'notArranged' }, false],
    ['childRisks', { targetAgeGroups: ['13-15'] }, true],
    ['childRisks', { targetAgeGroups: ['65+'] }, false],
    ['medicalPurpose', {}, true],
  ])('without %s when %j: warned %s', (name, changes, warned) => {
    const warnings = warningsOf(1, { ...changes, [name]: undefined });
    expect(warnings?.includes(name)).toBe(warned);
  });

  test('a purchase is not asked about medical purpose, but about the statement', () => {
    const warnings = warningsOf(3, { medicalPurpose: undefined, existingStatement: undefined });
    expect(warnings).not.toContain('medicalPurpose');
    expect(warnings).toContain('existingStatement');
  });

  test('the statement is not missed for a support programme', () => {
    const warnings = warningsOf(3, { programmeKindProposed: 'support', existingStatement: undefined });
    expect(warnings).not.toContain('existingStatement');
  });
});
