import { describe, expect, test } from 'vitest';
import { ACTS } from '../../shared/routine/acts.ts';
import { checkAnswers, type Known } from '../../shared/routine/check.ts';
import type { Form, Scalar } from '../../shared/routine/form.ts';
import type { ActName } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import { sample } from '../builders/samples.ts';
import {
  aCouncilChange,
  aDecision,
  anAnchoring,
  aPosition,
  aPprPosition,
  aScreening,
} from './complete-answers.ts';

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

describe('a1: anchoring', () => {
  const problems = problemsWith(QUESTIONS.anchoring.form, anAnchoring());
  const warnings = warningsWith(QUESTIONS.anchoring.form, anAnchoring());
  const NO = { anchorAnswer: 'notSupported', resourcesAcknowledged: undefined };

  test.each<[string, Changes, readonly string[]]>([
    ['complete answers go through', {}, []],
    [
      'R-a3: the manager answers',
      { anchorAnswer: undefined, resourcesAcknowledged: undefined },
      ['anchorAnswer'],
    ],
    ['R-a3: a no is explained', NO, ['anchorComment']],
    ['R-a3: and may be given', { ...NO, anchorComment: 'Ingen har frågat mig.' }, []],
    ['R-a3: conditions are stated', { anchorAnswer: 'supportedWithConditions' }, ['anchorComment']],
    ['R-a3: a yes may have a comment', { anchorComment: 'Bra idé.' }, []],
    [
      'R-a3: who says no is not asked for time',
      { ...NO, anchorComment: 'Nej.', resourcesAcknowledged: true },
      ['resourcesAcknowledged'],
    ],
  ])('%s', (_rule, changes, paths) => {
    expect(problems(changes)).toEqual(paths);
  });

  test('R-a3: time should be set aside, and need not be', () => {
    expect(warnings({ resourcesAcknowledged: undefined })).toEqual(['resourcesAcknowledged']);
    expect(warnings({ resourcesAcknowledged: false })).toEqual([]);
  });
});

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
    [
      '0 no. 11: a nomination may be merged with another case, which is named',
      {
        screeningOutcome: 'mergeWithOther',
        screeningReason: 'Samma idé från två enheter.',
        councils: undefined,
      },
      ['mergedInto'],
    ],
    [
      '0 no. 11: a merged case has its reason',
      { screeningOutcome: 'mergeWithOther', mergedInto: 'N-2026-0007', councils: undefined },
      ['screeningReason'],
    ],
    ['0 no. 11: one that goes on is not merged', { mergedInto: 'N-2026-0007' }, ['mergedInto']],
    ['0 no. 11: cases about one idea may be linked', { relatedCases: ['N-2026-0007'] }, []],
    ['G2: the office may forward all the same', { overrideReason: 'Chefen är ledig.' }, []],
    [
      'G2: and only what is forwarded',
      {
        screeningOutcome: 'notForSob',
        screeningReason: 'Inte för SoB.',
        councils: undefined,
        overrideReason: 'X',
      },
      ['overrideReason'],
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
    ['R-c1, G3: a referral that is raised describes why', { referToPpr: true }, ['manageableText']],
    ['R-c1: and may be raised', { referToPpr: true, manageableText: 'Fyra förvaltningar berörs.' }, []],
    ['R-c4, G3: so does what the units cannot handle', { manageableWithinUnits: false }, ['manageableText']],
    [
      'G3: consequences described once are enough',
      { manageableWithinUnits: false, ...consequences('economicConsequences', 'Licenser.') },
      [],
    ],
    ['G3: what is not referred describes nothing', { manageableText: 'X' }, ['manageableText']],
    ['R-c1: and not lowered', { referToPpr: false }, ['referToPpr']],
  ])('%s', (_rule, changes, paths) => {
    expect(problems(changes)).toEqual(paths);
  });

  test.each<[string, Changes]>([
    ['a text', { positionReason: IN_MINUTES }],
    ['the consequences', { referToPpr: true, manageableText: IN_MINUTES }],
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
    ['4 d: what is deferred has a day', { pprPosition: 'deferred' }, ['reviewOn']],
    ['4 d: that may be to come', { pprPosition: 'deferred', reviewOn: LATER }, []],
    ['4 d: nothing else has', { reviewOn: LATER }, ['reviewOn']],
    ['4 d: it may go back to the council', { pprPosition: 'returnedToCouncil' }, []],
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
    ['4 e: what is deferred has a day', { decision: 'defer' }, ['reviewOn']],
    ['4 e: so has a joint decision', { decision: 'collaborate' }, ['reviewOn']],
    ['4 e: that may be to come', { decision: 'defer', reviewOn: LATER }, []],
    ['4 e: nothing else has', { reviewOn: LATER }, ['reviewOn']],
    [
      'R-b5: using another programme names it',
      { existingProgramme: 'X', accessRoute: 'agreement' },
      ['existingProgramme', 'accessRoute'],
    ],
    ['G4: the office may decide all the same', { overrideReason: 'Rådet är vilande.' }, []],
    [
      'only a joint decision has other regions',
      { otherRegions: ['Skåne'], leadRegion: 'X', sharedCosts: 'Lika.' },
      ['otherRegions', 'leadRegion', 'sharedCosts'],
    ],
  ])('%s', (_rule, changes, paths) => {
    expect(problems(changes)).toEqual(paths);
  });

  test('section 0 no. 13: a joint decision should name the regions', () => {
    expect(warnings({ decision: 'collaborate', reviewOn: LATER })).toEqual(
      expect.arrayContaining(['otherRegions', 'leadRegion', 'sharedCosts']),
    );
  });

  test('R-b5, R-b6: a decision to use a programme should say which, and how', () => {
    expect(warnings({ decision: 'useExisting' })).toEqual(
      expect.arrayContaining(['existingProgramme', 'accessRoute']),
    );
  });
});

describe('supplement and amendment', () => {
  const { nomination } = sample(1);

  test.each<[string, Form, object]>([
    ['N-5: a supplement', QUESTIONS.supplement.form, { supplementReply: 'Kostnaderna är med nu.' }],
    ['N-5: an amendment', ACTS.amend.form, { amendReason: 'Fler enheter vill vara med.' }],
  ])('%s is told in words, and leaves a whole nomination', (_what, form, said) => {
    const problems = problemsWith(form, { ...nomination, ...said });
    const [reply] = Object.keys(said);
    expect(problems({})).toEqual([]);
    expect(problems({ [String(reply)]: undefined })).toEqual([reply]);
    expect(problems({ workingTitle: undefined })).toEqual(['workingTitle']);
  });
});

describe('b: change of council', () => {
  const problems = problemsWith(QUESTIONS.councilChange.form, aCouncilChange());

  test.each<[string, Changes, readonly string[]]>([
    ['complete answers go through', {}, []],
    ['R-a11: a yes names the council', { newCouncil: undefined }, ['newCouncil']],
    ['R-a11: one that exists', { newCouncil: 'nobody' }, ['newCouncil']],
    ['R-a11: a no names none', { approved: false, changeReason: 'Fel.' }, ['newCouncil']],
    ['a no has a reason', { approved: false, newCouncil: undefined }, ['changeReason']],
  ])('%s', (_rule, changes, paths) => {
    expect(problems(changes)).toEqual(paths);
  });
});

describe('acts', () => {
  const MEETING = '2026-11-03';

  test.each<[string, ActName, object, readonly string[]]>([
    ['N-5: a supplement is asked for in words', 'requestSupplement', {}, ['supplementNeeded']],
    [
      '4 b: a council proposes another, with a reason',
      'proposeCouncil',
      {},
      ['proposalKind', 'proposedCouncil', 'proposalReason'],
    ],
    [
      '4 b: instead of itself, or besides',
      'proposeCouncil',
      { proposalKind: 'also', proposedCouncil: 'primary', proposalReason: 'Primärvården berörs.' },
      [],
    ],
    ['0 no. 8: a meeting has a day', 'setMeeting', {}, ['meetingOn']],
    ['0 no. 8: to come', 'setMeeting', { meetingOn: MEETING }, []],
    ['0 no. 4, R-b3: the day of receipt has been', 'correctReceived', { receivedOn: LATER }, ['receivedOn']],
    ['R-c1: a referral is withdrawn with a reason', 'withdrawReferral', {}, ['withdrawalReason']],
    ['4 a: so is a nomination', 'withdraw', {}, ['withdrawReason']],
    [
      '0 no. 12: a case always has a contact',
      'changeContacts',
      { headOfOperationsEmail: 'chef@example.se' },
      ['contactFunction', 'contactEmail'],
    ],
    [
      '0 no. 12: with a mailbox',
      'changeContacts',
      { contactFunction: 'Vårdutvecklare', contactEmail: 'ingen', sobContactEmail: 'sob@example.se' },
      ['contactEmail'],
    ],
    [
      'R-a11: councils change in some way, with a reason',
      'changeCouncils',
      {},
      ['addCouncils', 'changeReason'],
    ],
    [
      'R-a11: one may be added',
      'changeCouncils',
      { addCouncils: ['primary'], changeReason: 'Primärvården berörs.' },
      [],
    ],
    [
      'R-a11: or released',
      'changeCouncils',
      { releaseCouncils: ['primary'], changeReason: 'Berörs inte.' },
      [],
    ],
    ['R-05: a step is reopened with a reason', 'reopen', { reopenStep: 'decision' }, ['reopenReason']],
    [
      'R-05: of positions, those of some councils',
      'reopen',
      { reopenStep: 'position', reopenReason: 'Ny evidens.' },
      ['councils'],
    ],
    [
      'R-05: of other steps, no councils',
      'reopen',
      { reopenStep: 'screening', councils: ['adult'], reopenReason: 'Ny evidens.' },
      ['councils'],
    ],
    ['0 no. 11: linked cases are named', 'linkCases', {}, ['relatedCases']],
    ['0 no. 11: and need no more', 'linkCases', { relatedCases: ['N-2026-0007'] }, []],
  ])('%s', (_rule, name, answers, paths) => {
    expect(problemsWith(ACTS[name].form, answers)({})).toEqual(paths);
  });

  test('R-a3: a change of contacts that leaves out the manager is noticed', () => {
    const kept = { contactFunction: 'Vårdutvecklare', contactEmail: 'enhet@example.se' };
    expect(warningsWith(ACTS.changeContacts.form, kept)({})).toEqual(['headOfOperationsEmail']);
  });
});
