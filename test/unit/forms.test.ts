import { describe, expect, test } from 'vitest';
import { ACTS } from '../../shared/routine/acts.ts';
import { type CatalogueEntry, catalogue, FORMS, type FormId } from '../../shared/routine/catalogue.ts';
import { decision } from '../../shared/routine/decision.ts';
import type { Condition, Field, Form, Scalar } from '../../shared/routine/form.ts';
import { amendedForm } from '../../shared/routine/nomination.ts';
import { productionChecklist } from '../../shared/routine/production-checklist.ts';
import { type ActName, MACHINE_STEPS, type Sheet } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import { screeningTells } from '../../shared/routine/screening.ts';
import { everyField, optionsOf, partsOf } from './every-field.ts';

/** What ROUTINE.md section 4 has, taken from there by hand. */
const DOCUMENT = {
  a1: ['anchorRole', 'anchorAnswer', 'anchorComment', 'resourcesAcknowledged', 'noSobContact'],
  a3: [
    'buildableInSob',
    'buildableReason',
    'programmeKind',
    'kindReason',
    'catalogueSearchedOn',
    'catalogueSearchTerms',
    'similarProgrammes',
    'similarProgrammes[].name',
    'similarProgrammes[].publisher',
    'similarProgrammes[].source',
    'similarProgrammes[].similarity',
    'similarProgrammes[].comment',
    'designNetworkCheckedOn',
    'designNetworkResult',
    'councils',
    'childGuidelineFlag',
    'screeningOutcome',
  ],
  b: [
    'receivedByCouncilOn',
    'interestDeclarations',
    'interestDeclarations.person',
    'interestDeclarations.hasInterest',
    'interestDeclarations.detail',
    'interestDeclarations.recused',
    'regionalNeed',
    'existingAlternatives',
    'evidenceLevel',
    'evidenceText',
    'clinicianCompetence',
    'guidelineAlignment',
    'similarInSob',
    'existingMeetsNeed',
    'existingMeetsPurpose',
    'existingMeetsEvidence',
    'existingCostEffective',
    'accessRoute',
    'skrStatement',
    'npoContactedOn',
    'npoName',
    'otherRegionsSameNeed',
    'collaboration',
    'researchPlan',
    'followUpExperience',
    'followUpMedical',
  ],
  c: [
    'position',
    'positionConditions',
    'positionReason',
    'organisationalConsequences',
    'economicConsequences',
    'manageableWithinUnits',
    'referToPpr',
    'managedIntroduction',
    'responsibleCouncil',
    'decidedOn',
    'minutesRef',
    'dissent',
  ],
  d: [
    'receivedByPprOn',
    'interestDeclarations',
    'pprPosition',
    'resourceAssessment',
    'priority',
    'fundingDecisionRef',
    'managedIntroductionRoute',
    'pprReason',
    'decidedOn',
    'minutesRef',
  ],
  e: [
    'decision',
    'weighing.positions',
    'weighing.unitNeed',
    'weighing.resources',
    'deviatesFrom',
    'reason',
    'conditions',
    'decisionMaker',
    'presenter',
    'authority',
    'decidedOn',
    'recordNumber',
    'procurementRoute',
  ],
} as const satisfies Partial<Record<FormId, readonly string[]>>;

/** What section 0 of ROUTINE.md, which wins, takes away from its tables. */
const REPLACED: Readonly<Record<string, readonly string[]>> = {
  /** Only the manager is asked (no. 3), and who the SoB contact is stands in the nomination. */
  a1: ['anchorRole', 'noSobContact'],
  /** One line per body: vem, åtgärd (no. 1). */
  b: ['interestDeclarations.recused'],
  /** One reasoning with three prompts (no. 1). */
  e: ['weighing.positions', 'weighing.unitNeed', 'weighing.resources'],
};

/** What is named in the document's words and has no name there. */
const ADDED: Readonly<Record<string, readonly string[]>> = {
  /**
   * "one marked lead when more than one"; "closed by sobOffice with reason" (section 11 no. 6); gate G2's override;
   * cases linked and merged, and a second council (section 0 nos. 11 and 7).
   */
  a3: ['leadCouncil', 'screeningReason', 'overrideReason', 'relatedCases', 'mergedInto', 'councilNominated'],
  /** "council may change in b with a reason". */
  b: ['programmeKindByCouncil'],
  /** G3: a referral describes its consequences, whichever way it came about. */
  c: ['manageableText'],
  /** "C(prioritisation needed)", and its line per body as in b. */
  d: [
    'prioritisationNeeded',
    'interestDeclarations.hasInterest',
    'interestDeclarations.person',
    'interestDeclarations.detail',
    'reviewOn',
  ],
  /**
   * "derived bool; reason text"; joint with another region (section 0 no. 13); "review date required"; "if accessRoute
   * says so"; gate G4's override.
   */
  e: [
    ...['deviationReason', 'otherRegions', 'leadRegion', 'sharedCosts', 'reviewOn'],
    ...['existingProgramme', 'accessRoute', 'overrideReason'],
  ],
};

/** What composites of a choice and its words are made of. */
const PARTS = /\.(value|text|link|regions|sekPerYear)$/;

const entries = catalogue();
const entriesOf = (form: FormId) => entries.filter((entry) => entry.form === form);

describe.each(Object.entries(DOCUMENT))('form %s', (form, documented) => {
  const wanted = [...documented, ...(ADDED[form] ?? [])].filter((name) => !REPLACED[form]?.includes(name));

  test('has every field of the document by name, and no other that is not listed', () => {
    const found = entriesOf(form as FormId).map(({ path }) => path);
    expect(found.filter((path) => !PARTS.test(path)).sort()).toEqual(wanted.sort());
  });
});

/** Required or not, by the column Req: M must, C must on a condition, S should, O optional. */
const REQUIRED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  a1: {
    M: ['anchorAnswer'],
    C: ['anchorComment'],
    S: ['resourcesAcknowledged'],
  },
  a3: {
    M: ['buildableInSob', 'programmeKind', 'catalogueSearchedOn', 'screeningOutcome'],
    C: [
      'buildableReason',
      'kindReason',
      'designNetworkCheckedOn',
      'designNetworkResult',
      'councils',
      'leadCouncil',
      'screeningReason',
      'mergedInto',
    ],
    S: ['catalogueSearchTerms'],
    O: ['similarProgrammes', 'overrideReason', 'relatedCases'],
    derived: ['childGuidelineFlag', 'councilNominated'],
  },
  b: {
    M: [
      'receivedByCouncilOn',
      'interestDeclarations',
      'regionalNeed',
      'existingAlternatives',
      'clinicianCompetence',
      'guidelineAlignment',
      'similarInSob',
    ],
    C: [
      'evidenceLevel',
      'evidenceText',
      'existingMeetsNeed',
      'existingMeetsPurpose',
      'existingMeetsEvidence',
      'existingCostEffective',
      'accessRoute',
      'npoContactedOn',
      'npoName',
      'otherRegionsSameNeed',
      'collaboration',
      'researchPlan',
      'followUpExperience',
      'followUpMedical',
    ],
    S: ['skrStatement'],
    O: ['programmeKindByCouncil'],
  },
  c: {
    M: [
      'position',
      'positionReason',
      'organisationalConsequences',
      'economicConsequences',
      'manageableWithinUnits',
      'managedIntroduction',
      'decidedOn',
    ],
    C: ['responsibleCouncil', 'minutesRef', 'manageableText'],
    O: ['positionConditions', 'dissent', 'referToPpr'],
  },
  d: {
    M: [
      'receivedByPprOn',
      'interestDeclarations',
      'resourceAssessment',
      'prioritisationNeeded',
      'pprPosition',
      'pprReason',
      'decidedOn',
    ],
    C: ['priority', 'reviewOn'],
    S: ['minutesRef'],
    O: ['fundingDecisionRef', 'managedIntroductionRoute'],
  },
  e: {
    M: ['decision', 'reason', 'decisionMaker', 'decidedOn'],
    C: ['procurementRoute', 'reviewOn'],
    S: [
      ...['otherRegions', 'leadRegion', 'sharedCosts', 'existingProgramme', 'accessRoute'],
      ...['authority', 'recordNumber'],
    ],
    O: ['conditions', 'deviationReason', 'overrideReason', 'presenter'],
    derived: ['deviatesFrom'],
  },
};

const column = ({ need, needWhen, askedWhen }: CatalogueEntry): string => {
  if (need === 'derived') return need;
  if (need === 'must') return needWhen || askedWhen ? 'C' : 'M';
  return need === 'should' ? 'S' : 'O';
};

test.each(Object.entries(REQUIRED))('form %s requires what the document requires', (form, columns) => {
  const outermost = entriesOf(form as FormId).filter(({ path }) => !/[.[]/.test(path));
  const found = Object.groupBy(outermost, column);
  for (const key of Object.keys({ ...columns, ...found })) {
    expect(found[key]?.map(({ path }) => path).sort(), key).toEqual([...(columns[key] ?? [])].sort());
  }
});

/** Every value of every choice, and the office's own way to end two cases about one idea (section 0 no. 11). */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  'a1 anchorAnswer': ['supported', 'supportedWithConditions', 'notSupported'],
  'a3 buildableInSob': ['yes', 'yesWithAdjustments', 'no'],
  'a3 programmeKind': ['treatment', 'support', 'neither'],
  'a3 similarProgrammes.source': ['sobCatalogue', 'skrStatement', 'otherRegion', 'market', 'vgr'],
  'a3 similarProgrammes.similarity': ['same', 'similar', 'partly'],
  'a3 screeningOutcome': [
    'forwardToCouncils',
    'requestSupplement',
    'notForSob',
    'withdrawn',
    'mergeWithOther',
  ],
  'b programmeKindByCouncil.value': ['treatment', 'support'],
  'b regionalNeed.value': ['large', 'moderate', 'small', 'none'],
  'b evidenceLevel': ['strong', 'moderate', 'limited', 'insufficient', 'notApplicable'],
  'b guidelineAlignment.value': ['yes', 'partly', 'no', 'noGuideline'],
  'b existingMeetsNeed.value': ['yes', 'partly', 'no'],
  'b existingMeetsPurpose.value': ['yes', 'partly', 'no'],
  'b existingMeetsEvidence.value': ['yes', 'partly', 'no'],
  'b existingCostEffective.value': ['yes', 'no', 'unclear'],
  'b accessRoute': ['alreadyAvailable', 'agreement', 'procurement'],
  'b skrStatement.value': ['yes', 'no', 'notSearched'],
  'b otherRegionsSameNeed.value': ['yes', 'no', 'noAnswerYet'],
  'b collaboration.value': ['yes', 'no', 'toBeExplored'],
  'c position': ['supportCreate', 'supportPurchase', 'useExisting', 'collaborate', 'notSupported'],
  'c managedIntroduction.value': ['no', 'maybe', 'yes'],
  'd pprPosition': ['supported', 'supportedWithConditions', 'notSupported', 'deferred', 'returnedToCouncil'],
  'd priority': ['high', 'medium', 'low'],
  'e decision': ['create', 'purchase', 'useExisting', 'collaborate', 'decline', 'defer'],
  'e accessRoute': ['alreadyAvailable', 'agreement', 'procurement'],
  'e procurementRoute': ['frameworkAgreement', 'directAward', 'procurement', 'interRegionAgreement'],
};

/** Not a way to answer but an act of its own, open to more people. */
const ACTS_INSTEAD = ['requestSupplement', 'withdrawn'];

const placed = Object.entries(FORMS).flatMap(([id, declared]) =>
  everyField(declared).map((it) => ({ ...it, id, at: `${id} ${it.path}` })),
);
const ofQuestions = placed.filter(({ id }) => id in DOCUMENT);

test('every choice has the values of the document', () => {
  const found = ofQuestions
    .map(({ at, field }) => [at, Object.keys(optionsOf(field))] as const)
    .filter(([, values]) => values.length > 0);
  const wanted = Object.entries(VALUES).map(([at, values]) => [
    at,
    values.filter((value) => !ACTS_INSTEAD.includes(value)),
  ]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
});

test('the machine knows every value that decides a way', () => {
  const { anchoring, screening, pprPosition, decision } = QUESTIONS;
  const deciding = [
    [anchoring, 'anchorAnswer'],
    [screening, 'screeningOutcome'],
    [pprPosition, 'pprPosition'],
    [decision, 'decision'],
  ] as const;
  for (const [{ form, outcomes }, name] of deciding) {
    expect(Object.keys(optionsOf(form[name] as Field))).toEqual(outcomes);
  }
});

test('a composite always has its choice', () => {
  const composites = ofQuestions.filter(({ field }) => field.kind === 'group');
  expect(composites).toHaveLength(16);
  for (const { at, field } of composites) {
    const { value, hasInterest } = partsOf(field);
    expect(value ?? hasInterest, at).toMatchObject({ need: 'must' });
  }
});

test('long texts are as long as the document says', () => {
  const long = ofQuestions.filter(({ field }) => field.kind === 'text' && field.size === 'long');
  expect(long.map(({ at }) => at)).toEqual([
    'b existingAlternatives',
    'b evidenceText',
    'c positionReason',
    'd resourceAssessment',
    'd pprReason',
    'e reason',
  ]);
  expect(FORMS.e.reason.max).toBe(4000);
});

test('dates have been, save those when something is taken up', () => {
  const dates = placed.filter(({ id, field }) => id !== 'a2' && field.kind === 'date');
  const toCome = dates.filter(({ field }) => !('notAfterToday' in field)).map(({ at }) => at);
  expect(dates.length).toBeGreaterThan(toCome.length);
  expect(toCome).toEqual([
    'd reviewOn',
    'e reviewOn',
    'f reviewOn',
    'followUp nextReviewOn',
    'inactivation lastStartOn',
    'inactivation unpublishOn',
    'setMeeting meetingOn',
    'body absences.from',
    'body absences.to',
  ]);
});

describe('se bifogat protokoll', () => {
  const mayBe = (wanted: boolean) =>
    placed.filter(({ field }) => (field.mayBeInMinutes ?? false) === wanted).map(({ at }) => at);

  test('is an answer to every text of a council, save the reference to the minutes and a link', () => {
    const texts = placed.filter(({ id, field }) => /^[bc]$/.test(id) && field.kind === 'text');
    const others = texts.filter(({ at }) => mayBe(false).includes(at)).map(({ at }) => at);
    expect(others).toEqual(['b skrStatement.link', 'c minutesRef']);
  });

  test('is an answer to nothing else', () => {
    const texts = placed.filter(({ field }) => field.kind === 'text').map(({ at }) => at);
    for (const at of mayBe(true)) {
      expect(at).toMatch(/^[bc] /);
      expect(texts).toContain(at);
    }
  });
});

const SHEETS: readonly Sheet[] = [...Object.values(QUESTIONS), ...Object.values(ACTS)];

describe.each(SHEETS)('the page of $id', ({ form, sections, ...around }) => {
  test('says in both languages what it is, what is asked and what happens next', () => {
    for (const words of [around.title, around.asks, around.lead, around.next]) {
      expect(words.sv.trim()).not.toBe('');
      expect(words.en.trim()).not.toBe('');
    }
  });

  test('has each of its fields in one section, in the order of the form', () => {
    expect(sections.flatMap(({ fields }) => fields)).toEqual(Object.keys(form));
  });

  test.each(['sv', 'en'] as const)('has no label twice, so that messages are told apart: %s', (lang) => {
    const labels = everyField(form)
      .filter(({ field }) => field.kind !== 'group')
      .map(({ field }) => field.label[lang]);
    expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
  });
});

describe('who is asked, who may act and who is told', () => {
  const tells = (id: ActName) => ACTS[id].tells.map((notice) => `${notice.id}: ${notice.to.join(', ')}`);

  test('a question or an act goes by its own name', () => {
    expect(Object.values(QUESTIONS).map(({ id }) => id)).toEqual(Object.keys(QUESTIONS));
    expect(Object.values(ACTS).map(({ id }) => id)).toEqual(Object.keys(ACTS));
  });

  test('the machine waits at four steps, and only they are states of it', () => {
    const waiting = Object.values(QUESTIONS).filter(({ stateName }) => stateName !== undefined);
    expect(waiting.map(({ step }) => step)).toEqual(MACHINE_STEPS);
  });

  test('R-a3: the manager is asked whether the idea is anchored, and R-a4: nobody else', () => {
    const asked = Object.values(QUESTIONS).filter(({ answeredBy }) => answeredBy === 'headOfOperations');
    expect(asked.map(({ step }) => step)).toEqual(['anchoring']);
  });

  test('N-4, R-a11: nominator, manager and contact are told of a nomination that goes on', () => {
    expect(screeningTells.forwardToCouncils).toEqual([
      { id: 'N-4', to: ['nominator', 'headOfOperations', 'sobContact'] },
    ]);
    expect(Object.keys(screeningTells)).toEqual(QUESTIONS.screening.outcomes);
  });

  test('N-5: a supplement is told to whoever asked for it, and an amendment to everyone who is to answer', () => {
    expect(QUESTIONS.supplement.tells).toEqual([{ id: 'N-5', to: ['asker'] }]);
    expect(ACTS.amend.tells).toEqual([{ id: 'N-5', to: ['sobOffice', 'asked'] }]);
  });

  test('8: only the office assigns councils, reopens a step, links cases, and changes what a programme is', () => {
    const offices = Object.values(ACTS).filter(({ by }) => by.every((actor) => actor === 'sobOffice'));
    expect(offices.map(({ id }) => id)).toEqual([
      ...['changeCouncils', 'reopen', 'linkCases', 'setRegistrationNumber'],
      ...['correctProgramme', 'urgentStop', 'liftStop', 'revise', 'endRevision'],
    ]);
  });

  test('4 a: everyone with an open task is told of a withdrawal, which the nominator or the office makes', () => {
    expect(ACTS.withdraw.by).toEqual(['nominator', 'sobOffice']);
    expect(tells('withdraw')).toEqual(['withdrawn: nominator, asked, sobOffice']);
  });

  test('R-c1: PPR is told when a referral is withdrawn', () => {
    expect(tells('withdrawReferral')).toEqual(['referralWithdrawn: ppr, sobOffice']);
  });

  test('an act of someone who is asked says which questions it is done to', () => {
    for (const { id, by, on } of Object.values(ACTS)) {
      const isOfAsked = by.some((actor) => actor === 'asked' || actor === 'referrer');
      expect(on !== undefined, id).toBe(isOfAsked || id === 'resendQuestion');
    }
  });

  test('0 no. 9: what is long or final is read through before it is sent', () => {
    const sheets = SHEETS.filter(({ reviewedBeforeSending }) => reviewedBeforeSending);
    expect(sheets.map(({ id }) => id)).toEqual(['supplement', 'position', 'decision', 'amend']);
  });
});

describe('a supplement and an amendment', () => {
  const { supplement } = QUESTIONS;

  test.each([supplement, ACTS.amend])(
    '$id: hold the whole nomination, to be corrected in place',
    ({ form }) => {
      expect(form).toMatchObject(amendedForm);
      const [said, ...nomination] = Object.keys(form);
      expect(said).toMatch(/^(supplementReply|amendReason)$/);
      expect(nomination).toEqual(Object.keys(FORMS.a2));
    },
  );
});

test('a council says who had an interest before anything else, and its position after its assessment', () => {
  const order = Object.keys(QUESTIONS.position.form);
  expect(order.slice(0, 2)).toEqual(['receivedByCouncilOn', 'interestDeclarations']);
  expect(order).toEqual([...Object.keys(FORMS.b), ...Object.keys(FORMS.c)]);
});

describe('the catalogue', () => {
  test('lists each field once, in both languages', () => {
    const names = entries.map(({ form, path }) => `${form} ${path}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('a2 costLines[].amountSek');
    for (const { label } of entries) expect(label.sv && label.en).toBeTruthy();
  });

  test('covers every form that anyone fills in', () => {
    const asked = SHEETS.flatMap(({ form }) => everyField(form).map(({ field }) => field));
    const listed = new Set([...placed.map(({ field }) => field), amendedForm.desiredStart]);
    expect(asked.filter((field) => !listed.has(field))).toEqual([]);
    expect(entries.filter(({ need }) => need !== 'derived')).toHaveLength(placed.length);
  });

  test('says when a field is needed, and what it is otherwise', () => {
    expect(entries.find(({ path }) => path === 'minutesRef')).toEqual({
      form: 'c',
      path: 'minutesRef',
      label: { sv: 'Protokollsreferens', en: 'Reference to the minutes' },
      rules: [],
      need: 'must',
      needWhen: { inMinutes: true },
      otherwise: 'should',
    });
  });
});

describe('how the routine words and wires its fields', () => {
  test.each(placed)('$at has words in both languages', ({ field }) => {
    const words = [field.label, ...(field.help ? [field.help] : []), ...Object.values(optionsOf(field))];
    for (const { sv, en } of words) {
      expect(sv.trim()).not.toBe('');
      expect(en.trim()).not.toBe('');
    }
  });

  test.each(placed.filter(({ field }) => field.rules))('$at names rules of the routine', ({ field }) => {
    for (const rule of field.rules ?? []) expect(rule).toMatch(/^(R-(\d\d|[a-ku]\d{1,2})|G[1-8]|P-\d\d)$/);
  });

  /** What is known of every case when a question is asked. */
  const FACTS: Readonly<Record<string, readonly Scalar[]>> = {
    nominationType: ['createNew', 'purchaseExisting'],
    programmeKind: ['treatment', 'support', 'unsure'],
    children: [true, false],
    decision: [...decision.outcomes, 'none'],
    occasion: ['decided', 'revision', 'yearly', 'proposal', 'none'],
    medicalDevice: Object.keys(productionChecklist.form.medicalDevice.options),
    inactivated: [true, false],
    files: [true, false],
    unpublished: [true, false],
  };

  /** The forms as they are filled in: b and c are one. */
  const filled = [...SHEETS.map(({ form }) => form), FORMS.a2].flatMap((it) => everyField(it));
  const conditions = filled.flatMap(({ path, field, forms }) =>
    [field.askedWhen, field.needWhen]
      .filter((condition) => condition !== undefined)
      .map((condition) => ({ path, condition, forms })),
  );

  test.each(conditions)('the condition of $path speaks of what exists', ({ condition, forms }) => {
    for (const simple of simpleIn(condition)) {
      if ('fact' in simple) expect(FACTS[simple.fact]).toEqual(expect.arrayContaining([...simple.is]));
      else if ('inMinutes' in simple) expect(everyField(forms[0] as Form).some(refersToMinutes)).toBe(true);
      else expect(answersTo(simple.field, forms)).toEqual(expect.arrayContaining([...valuesIn(simple)]));
    }
  });

  test.each(filled.filter(({ field }) => field.otherwise))(
    '$path has a condition to be otherwise than',
    ({ field }) => {
      expect(field.needWhen).toBeDefined();
    },
  );

  type Simple = Exclude<Condition, { all: unknown } | { any: unknown }>;

  function simpleIn(condition: Condition): readonly Simple[] {
    if ('all' in condition) return condition.all.flatMap(simpleIn);
    return 'any' in condition ? condition.any.flatMap(simpleIn) : [condition];
  }

  const refersToMinutes = ({ field }: { readonly field: Field }) => field.mayBeInMinutes === true;

  /** The answers that a condition may name, of the nearest field with that name; a composite's are its `value`'s. */
  function answersTo(name: string, forms: readonly Form[]): readonly Scalar[] {
    const named = forms.find((declared) => Object.hasOwn(declared, name))?.[name];
    if (named === undefined) throw new Error(`There is no field ${name}`);
    const deciding = named.kind === 'group' ? named.fields.value : named;
    if (deciding === undefined) throw new Error(`${name} has no value to decide`);
    if (deciding.kind === 'tick') return [true];
    return deciding.kind === 'yesNo' ? [true, false] : Object.keys(optionsOf(deciding));
  }

  function valuesIn(condition: Simple): readonly Scalar[] {
    if ('is' in condition) return [...condition.is];
    return 'isNot' in condition ? [...condition.isNot] : [];
  }
});
