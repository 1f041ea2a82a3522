import { describe, expect, test } from 'vitest';
import { checkAnswers, type Known } from '../../shared/routine/check.ts';
import type { Form, Scalar } from '../../shared/routine/form.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import { aDecision, aPosition, aPprPosition, aScreening } from './complete-answers.ts';

const council = (value: string) => ({ value, label: { sv: value, en: value } });

const knownWith = (facts: Readonly<Record<string, Scalar>>): Known => ({
  today: '2026-10-15',
  facts: { nominationType: 'createNew', programmeKind: 'treatment', ...facts },
  registers: { councils: [council('adult'), council('primary')] },
});

type Changes = Readonly<Record<string, unknown>>;
type Facts = Readonly<Record<string, Scalar>>;

/** Complete answers to a form, changed: `undefined` takes a field away. Gives the paths of what is wrong. */
const problemsWith =
  (form: Form, complete: object) =>
  (changes: Changes, facts: Facts = {}) => {
    const checked = checkAnswers(form, { ...complete, ...changes }, knownWith(facts));
    return checked.ok ? [] : checked.problems.map(({ field }) => field);
  };

const warningsWith =
  (form: Form, complete: object) =>
  (changes: Changes, facts: Facts = {}) => {
    const checked = checkAnswers(form, { ...complete, ...changes }, knownWith(facts));
    return checked.ok ? checked.warnings.map(({ field }) => field) : 'refused';
  };

const IN_MINUTES = { inMinutes: true };
const LATER = '2026-10-16';

/** What a council that does not support a nomination leaves out. */
const REJECTED = {
  position: 'notSupported',
  responsibleCouncil: undefined,
  researchPlan: undefined,
  followUpExperience: undefined,
  followUpMedical: undefined,
};

describe('a3: screening', () => {
  const problems = problemsWith(QUESTIONS.screening.form, aScreening());
  const TREATMENT = { programmeKind: 'treatment' };
  const SUPPORT = { programmeKind: 'support' };
  const UNSURE = { programmeKind: 'unsure' };

  test('complete answers go through', () => {
    expect(problems({})).toEqual([]);
  });

  test('nothing is told of what is always needed alone', () => {
    const checked = checkAnswers(QUESTIONS.screening.form, {}, knownWith({}));
    expect(checked.ok ? [] : checked.problems.map(({ field }) => field)).toEqual([
      'buildableInSob',
      'programmeKind',
      'catalogueSearchedOn',
      'screeningOutcome',
    ]);
  });

  test.each<[string, Changes, readonly string[]]>([
    ['R-a7: adjustments are described', { buildableInSob: 'yesWithAdjustments' }, ['buildableReason']],
    ['R-a7: a no is explained', { buildableInSob: 'no', buildableReason: 'För stort.' }, []],
    ['R-a7: a yes is not', { buildableReason: 'X' }, ['buildableReason']],
    ['R-a9: the search has been', { catalogueSearchedOn: LATER }, ['catalogueSearchedOn']],
    ['R-a9: a search may find nothing', { similarProgrammes: [] }, []],
    [
      'R-a9: a programme that was found has a name, a source and a similarity',
      { similarProgrammes: [{ comment: 'X' }] },
      ['name', 'source', 'similarity'].map((part) => `similarProgrammes[0].${part}`),
    ],
    [
      'R-a9: and need not have more',
      { similarProgrammes: [{ name: 'X', source: 'market', similarity: 'same' }] },
      [],
    ],
    [
      'R-a10: the network is asked before a nomination goes on',
      { designNetworkCheckedOn: undefined, designNetworkResult: undefined },
      ['designNetworkCheckedOn'],
    ],
    ['R-a10: what it said is written down', { designNetworkResult: undefined }, ['designNetworkResult']],
    [
      'R-a10, G2: the office may go on without, with a reason',
      {
        designNetworkCheckedOn: { unknown: true, reason: 'Nätverket möts i maj.' },
        designNetworkResult: undefined,
      },
      [],
    ],
    [
      'R-a10: what was not asked has no result',
      { designNetworkCheckedOn: { unknown: true, reason: 'Nätverket möts i maj.' } },
      ['designNetworkResult'],
    ],
    [
      'R-a10: the network is not needed to close a case',
      {
        screeningOutcome: 'notForSob',
        screeningReason: 'Går inte att bygga.',
        councils: undefined,
        designNetworkCheckedOn: undefined,
        designNetworkResult: undefined,
      },
      [],
    ],
    ['R-a11: a nomination goes on to someone', { councils: [] }, ['councils']],
    [
      'R-a11: a closed one to nobody',
      { screeningOutcome: 'notForSob', screeningReason: 'Inte för SoB.' },
      ['councils'],
    ],
    [
      'a closed case has its reason',
      { screeningOutcome: 'notForSob', councils: undefined },
      ['screeningReason'],
    ],
    ['R-a11: of several councils one leads', { councils: ['adult', 'primary'] }, ['leadCouncil']],
    ['R-a11: any one of them', { councils: ['adult', 'primary'], leadCouncil: 'primary' }, []],
    ['R-a11: a single council does not lead', { leadCouncil: 'adult' }, ['leadCouncil']],
    [
      'R-a11: a council that does not exist does not either',
      { councils: ['adult', 'primary'], leadCouncil: 'nobody' },
      ['leadCouncil'],
    ],
  ])('%s', (_rule, changes, paths) => {
    expect(problems(changes)).toEqual(paths);
  });

  test.each<[Facts, string, boolean]>([
    [TREATMENT, 'treatment', false],
    [TREATMENT, 'support', true],
    [TREATMENT, 'neither', true],
    [SUPPORT, 'support', false],
    [SUPPORT, 'treatment', true],
    [SUPPORT, 'neither', true],
    [UNSURE, 'treatment', false],
    [UNSURE, 'support', false],
    [UNSURE, 'neither', true],
  ])('R-04: proposed %j, found %s: a reason is needed: %s', (facts, programmeKind, needed) => {
    expect(problems({ programmeKind }, facts)).toEqual(needed ? ['kindReason'] : []);
    expect(problems({ programmeKind, kindReason: 'Ger behandlingseffekt.' }, facts)).toEqual([]);
  });

  test('R-a8, R-a12: a purchase that is neither kind may still go on', () => {
    const purchase = { nominationType: 'purchaseExisting' };
    expect(problems({ programmeKind: 'neither', kindReason: 'En film.' }, purchase)).toEqual([]);
  });
});

describe('b: assessment', () => {
  const { form } = QUESTIONS.position;
  const problems = problemsWith(form, aPosition());
  const warnings = warningsWith(form, aPosition());
  const SUPPORT = { programmeKind: 'support' };

  test('complete answers go through', () => {
    expect(problems({})).toEqual([]);
  });

  const meets = (value: string) => ({ value, text: 'Målgruppen är densamma.' });
  const SIMILAR = {
    similarInSob: true,
    existingMeetsNeed: meets('yes'),
    existingMeetsPurpose: meets('partly'),
    existingMeetsEvidence: meets('no'),
    existingCostEffective: meets('unclear'),
    npoContactedOn: undefined,
    npoName: undefined,
    otherRegionsSameNeed: undefined,
  };
  const USED = {
    ...SIMILAR,
    position: 'useExisting',
    responsibleCouncil: undefined,
    researchPlan: undefined,
  };
  const asOtherRegions = (value: string) => ({ otherRegionsSameNeed: { value, regions: ['Skåne'] } });

  test.each<[string, Changes, readonly string[]]>([
    ['R-b1: the nomination has come', { receivedByCouncilOn: LATER }, ['receivedByCouncilOn']],
    [
      '7.1: whoever has an interest is named, with what was done',
      { interestDeclarations: { hasInterest: true } },
      ['interestDeclarations.person', 'interestDeclarations.detail'],
    ],
    [
      '7.1: nobody is named when nobody has',
      { interestDeclarations: { hasInterest: false, person: 'X' } },
      ['interestDeclarations.person'],
    ],
    ['7.1: the question is always answered', { interestDeclarations: undefined }, ['interestDeclarations']],
    ['R-b2: the need is described', { regionalNeed: { value: 'none' } }, ['regionalNeed.text']],
    ['R-b2: a guideline is named', { guidelineAlignment: { value: 'partly' } }, ['guidelineAlignment.text']],
    ['R-b2: unless there is none', { guidelineAlignment: { value: 'noGuideline' } }, []],
    [
      'R-b2: which has no name',
      { guidelineAlignment: { value: 'noGuideline', text: 'X' } },
      ['guidelineAlignment.text'],
    ],
    [
      'R-b4, R-b5: a similar programme is valued in four respects',
      { ...SIMILAR, existingMeetsNeed: undefined, existingCostEffective: undefined },
      ['existingMeetsNeed', 'existingCostEffective'],
    ],
    [
      'R-b4, R-b5: in words too',
      { ...SIMILAR, existingMeetsNeed: { value: 'yes' }, existingCostEffective: { value: 'yes' } },
      ['existingMeetsNeed.text', 'existingCostEffective.text'],
    ],
    ['R-b4: with one, no other region is asked', { ...SIMILAR, npoName: 'NPO' }, ['npoName']],
    ['R-b4: without one, nothing is valued', { existingMeetsNeed: meets('yes') }, ['existingMeetsNeed']],
    ['R-b5, R-b6: using it has a way', USED, ['accessRoute']],
    ['R-b5, R-b6: any of three', { ...USED, accessRoute: 'agreement' }, []],
    ['R-b5: not using it has none', { ...SIMILAR, accessRoute: 'agreement' }, ['accessRoute']],
    [
      'R-b8: without a similar programme other regions are asked',
      { npoContactedOn: undefined, npoName: undefined, otherRegionsSameNeed: undefined },
      ['npoContactedOn', 'npoName', 'otherRegionsSameNeed'],
    ],
    ['R-b8: an answer need not have come', { otherRegionsSameNeed: { value: 'noAnswerYet' } }, []],
    [
      'R-b8: regions with the same need are named, and collaboration judged',
      { otherRegionsSameNeed: { value: 'yes' } },
      ['otherRegionsSameNeed.regions', 'collaboration'],
    ],
    ['R-b8: regions without it are not', asOtherRegions('no'), ['otherRegionsSameNeed.regions']],
    [
      'R-b8: collaboration is told in words',
      { ...asOtherRegions('yes'), collaboration: { value: 'no' } },
      ['collaboration.text'],
    ],
    ['R-b8: and only with someone', { collaboration: meets('yes') }, ['collaboration']],
    [
      'R-b9: a new treatment programme has a plan for research',
      { researchPlan: undefined },
      ['researchPlan'],
    ],
    ['R-b9: nothing new, no plan', { ...REJECTED, researchPlan: 'X' }, ['researchPlan']],
    ['R-b10: nothing used, no follow-up', { ...REJECTED, followUpMedical: 'X' }, ['followUpMedical']],
    [
      'R-b10: a treatment programme is followed up by its evaluation plan',
      { followUpExperience: undefined, followUpMedical: undefined },
      [],
    ],
    ['R-b7: a statement has a link', { skrStatement: { value: 'yes', link: 'https://skr.se/x' } }, []],
    [
      'R-b7: no statement has none',
      { skrStatement: { value: 'no', link: 'https://skr.se/x' } },
      ['skrStatement.link'],
    ],
    [
      'R-04: another kind has a reason',
      { programmeKindByCouncil: { value: 'support' } },
      ['programmeKindByCouncil.text'],
    ],
  ])('%s', (_rule, changes, paths) => {
    expect(problems(changes)).toEqual(paths);
  });

  test.each<[string, Facts, Changes, readonly string[], readonly string[]]>([
    ['a treatment programme', {}, {}, ['evidenceLevel', 'evidenceText'], []],
    ['a support programme', SUPPORT, {}, [], ['evidenceLevel', 'evidenceText']],
    [
      'a support programme that the council finds to be treatment',
      SUPPORT,
      { programmeKindByCouncil: meets('treatment') },
      ['evidenceLevel', 'evidenceText'],
      [],
    ],
  ])('R-01, R-b10: evidence of %s', (_of, facts, changes, missing, missed) => {
    const without = { ...changes, evidenceLevel: undefined, evidenceText: undefined };
    expect(problems(without, facts)).toEqual(missing);
    if (missing.length === 0) expect(warnings(without, facts)).toEqual(expect.arrayContaining([...missed]));
  });

  test.each<[string, Facts, boolean]>([
    ['treatment', {}, true],
    ['support', SUPPORT, false],
  ])('R-b7: a missing statement is missed for %s', (_kind, facts, missed) => {
    expect(warnings({}, facts).includes('skrStatement')).toBe(missed);
  });

  test('R-b9: a new support programme should have a plan for research', () => {
    expect(warnings({ researchPlan: undefined }, SUPPORT)).toContain('researchPlan');
  });

  test.each<[string, Facts, Changes, readonly string[]]>([
    ['a support programme', SUPPORT, {}, ['followUpExperience', 'followUpMedical']],
    [
      'a treatment programme that the council finds to be support',
      {},
      { programmeKindByCouncil: meets('support') },
      ['followUpExperience', 'followUpMedical'],
    ],
    ['a support programme that will not be', SUPPORT, REJECTED, []],
  ])('R-b10: follow-up of %s', (_of, facts, changes, missing) => {
    const without = { ...changes, followUpExperience: undefined, followUpMedical: undefined };
    expect(problems(without, facts)).toEqual(missing);
  });
});

describe('c: position', () => {
  const problems = problemsWith(QUESTIONS.position.form, aPosition());
  const warnings = warningsWith(QUESTIONS.position.form, aPosition());
  const consequences = (name: string, text?: string) => ({ [name]: { value: true, ...(text && { text }) } });

  test.each<[string, Changes, readonly string[]]>([
    ['R-c1: the position has been taken', { decidedOn: LATER }, ['decidedOn']],
    [
      'R-c3: organisational consequences are described',
      consequences('organisationalConsequences'),
      ['organisationalConsequences.text'],
    ],
    ['R-c3: economic ones likewise', consequences('economicConsequences'), ['economicConsequences.text']],
    ['R-c3: an amount need not be known', consequences('economicConsequences', 'Licenser.'), []],
    [
      'R-c3: consequences that are not there are not',
      { organisationalConsequences: { value: false, text: 'X' } },
      ['organisationalConsequences.text'],
    ],
    [
      'R-c4: the other test is always answered',
      { manageableWithinUnits: undefined },
      ['manageableWithinUnits'],
    ],
    ['R-c5: a yes is explained', { managedIntroduction: { value: 'yes' } }, ['managedIntroduction.text']],
    ['R-c5: a maybe too', { managedIntroduction: { value: 'maybe' } }, ['managedIntroduction.text']],
    ['R-c5: a no is not', { managedIntroduction: { value: 'no', text: 'X' } }, ['managedIntroduction.text']],
    ['R-12: who supports says who answers', { responsibleCouncil: undefined }, ['responsibleCouncil']],
    ['R-12: a no to it may be given', { responsibleCouncil: false }, []],
    [
      'R-12: of a purchase too',
      { position: 'supportPurchase', researchPlan: undefined, responsibleCouncil: undefined },
      ['responsibleCouncil'],
    ],
    [
      'R-12: who does not support is not asked',
      { ...REJECTED, responsibleCouncil: false },
      ['responsibleCouncil'],
    ],
    ['R-c1: a referral may be raised', { referToPpr: true }, []],
    ['R-c1: and not lowered', { referToPpr: false }, ['referToPpr']],
  ])('%s', (_rule, changes, paths) => {
    expect(problems(changes)).toEqual(paths);
  });

  test.each<[string, Changes]>([
    ['a text', { positionReason: IN_MINUTES }],
    ['the words of a composite', { regionalNeed: { value: 'large', text: IN_MINUTES } }],
    ['an interest', { interestDeclarations: { hasInterest: true, person: IN_MINUTES, detail: IN_MINUTES } }],
  ])('section 0: the minutes are named when %s refers to them', (_what, changes) => {
    expect(problems(changes)).toEqual(['minutesRef']);
    expect(problems({ ...changes, minutesRef: '2026-10-14 § 7' })).toEqual([]);
  });

  test('section 0: otherwise the minutes should be named', () => {
    expect(warnings({})).toEqual(['skrStatement', 'minutesRef']);
    expect(warnings({ minutesRef: '2026-10-14 § 7' })).toEqual(['skrStatement']);
  });

  test('section 0: the reference itself is not in the minutes, and a choice neither', () => {
    expect(problems({ minutesRef: IN_MINUTES })).toEqual(['minutesRef']);
    expect(problems({ evidenceLevel: IN_MINUTES, minutesRef: '§ 7' })).toEqual(['evidenceLevel']);
  });
});

describe('d: PPR', () => {
  const problems = problemsWith(QUESTIONS.pprPosition.form, aPprPosition());

  test.each<[string, Changes, readonly string[]]>([
    ['complete answers go through', {}, []],
    ['R-d1: resources are assessed', { resourceAssessment: undefined }, ['resourceAssessment']],
    ['R-d1: a need to prioritise has a priority', { prioritisationNeeded: true }, ['priority']],
    ['R-d1: any of three', { prioritisationNeeded: true, priority: 'low' }, []],
    ['R-d1: no need, no priority', { priority: 'low' }, ['priority']],
    ['7.1: the question is always answered', { interestDeclarations: undefined }, ['interestDeclarations']],
    ['R-c5: the route to managed introduction', { managedIntroductionRoute: { value: true, text: 'X' } }, []],
    [
      'R-c5: which is not taken has no words',
      { managedIntroductionRoute: { value: false, text: 'X' } },
      ['managedIntroductionRoute.text'],
    ],
    ['PPR writes its own reasons', { pprReason: IN_MINUTES }, ['pprReason']],
    ['PPR has met', { decidedOn: LATER, receivedByPprOn: LATER }, ['receivedByPprOn', 'decidedOn']],
  ])('%s', (_rule, changes, paths) => {
    expect(problems(changes)).toEqual(paths);
  });
});

describe('e: decision', () => {
  const problems = problemsWith(QUESTIONS.decision.form, aDecision());
  const warnings = warningsWith(QUESTIONS.decision.form, aDecision());

  test.each<[string, Changes, readonly string[]]>([
    ['complete answers go through', {}, []],
    ['R-e1: a purchase has a route', { decision: 'purchase' }, ['procurementRoute']],
    ['R-e1: any of four', { decision: 'purchase', procurementRoute: 'interRegionAgreement' }, []],
    ['R-e1: nothing else has', { procurementRoute: 'procurement' }, ['procurementRoute']],
    ['R-e2: the decision has a reason', { reason: undefined }, ['reason']],
    [
      '7.2: and one who takes it, and a day',
      { decisionMaker: undefined, decidedOn: undefined },
      ['decisionMaker', 'decidedOn'],
    ],
    ['7.2: that has been', { decidedOn: LATER }, ['decidedOn']],
    [
      'only a joint decision has other regions',
      { otherRegions: ['Skåne'], leadRegion: 'X' },
      ['otherRegions', 'leadRegion'],
    ],
  ])('%s', (_rule, changes, paths) => {
    expect(problems(changes)).toEqual(paths);
  });

  test('section 0 no. 13: a joint decision should name the regions', () => {
    expect(warnings({ decision: 'collaborate' })).toEqual(
      expect.arrayContaining(['otherRegions', 'leadRegion']),
    );
  });
});
