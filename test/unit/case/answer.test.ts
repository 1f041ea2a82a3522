import { describe, expect, it } from 'vitest';
import { closedBut, consequence } from '../../../shared/case/answer.ts';
import type { Answering } from '../../../shared/case/answering.ts';
import type { StepAnswers, Written } from '../../../shared/case/answers.ts';
import type { CaseFacts, QuestionFact } from '../../../shared/case/facts.ts';
import { councilsDisagree, deviates, refersToPpr } from '../../../shared/case/judgement.ts';
import { refusals } from '../../../shared/case/refusals.ts';
import type { Step } from '../../../shared/routine/question.ts';
import { aQuestion, aRound, facts, NOBODY, NOW, questionTo, toldIn } from '../../builders/case.ts';
import { sample } from '../../builders/samples.ts';
import {
  aCouncilChange,
  aDecision,
  anAnchoring,
  aPosition,
  aPprPosition,
  aScreening,
} from '../complete-answers.ts';

const BODY: Readonly<Partial<Record<Step, string>>> = {
  screening: 'sobOffice',
  position: 'council-a',
  pprPosition: 'ppr',
  decision: 'sobOffice',
  anchoring: 'headOfOperations',
  supplement: 'nominator',
  councilChange: 'sobOffice',
};

const answering = (step: Step, given: CaseFacts, more: Partial<Answering> = {}): Answering => ({
  facts: given,
  asked: questionTo(given, step, String(BODY[step])),
  answeredBy: { name: 'Exempel Person', role: 'Handläggare' },
  recordedByOffice: false,
  now: NOW,
  ...more,
});

const refused = <S extends Step>(
  step: S,
  answers: StepAnswers[S],
  given = facts(),
  more: Partial<Answering> = {},
  written = NOBODY,
) => refusals(step, answers, answering(step, given, more), written).map(({ field }) => field);

const follows = <S extends Step>(
  step: S,
  answers: StepAnswers[S],
  given: CaseFacts,
  more: Partial<Answering> = {},
) => consequence(step, answers, answering(step, given, more));

const council = (position: string, body = 'council-a', outcome = 'noReferral') =>
  aQuestion('position', body, { told: { outcome, position } });
const ppr = (outcome: string) => aQuestion('pprPosition', 'ppr', { told: { outcome } });
const councils = ['council-a', 'council-b'];
const forwarded = { milestone: 'forwardedToCouncil', councils } as const;
const contacts = { nominator: 'n@example.se', headOfOperations: 'h@example.se', sobContact: 's@example.se' };

describe('R-c3, R-c4: referral to PPR', () => {
  it('is not made when nothing calls for it', () => {
    expect(refersToPpr(aPosition())).toBe(false);
  });

  it.each<[string, Partial<StepAnswers['position']>]>([
    [
      'significant organisational consequences',
      { organisationalConsequences: { value: true, text: 'Bemanning' } },
    ],
    ['significant economic consequences', { economicConsequences: { value: true, text: 'Avgifter' } }],
    ['consequences that the units cannot handle', { manageableWithinUnits: false }],
    ["the council's own wish", { referToPpr: true }],
  ])('is made for %s alone', (_why, given) => {
    expect(refersToPpr(aPosition(given))).toBe(true);
    expect(follows('position', aPosition(given), facts({ head: forwarded })).asks).toMatchObject([
      { told: { outcome: 'referToPpr' } },
    ]);
  });

  it('G3: is refused without described consequences, and only then', () => {
    expect(refused('position', aPosition({ manageableWithinUnits: false }))).toEqual(['manageableText']);
    expect(
      refused('position', aPosition({ manageableWithinUnits: false, manageableText: 'Lokaler.' })),
    ).toEqual([]);
    expect(refused('position', aPosition())).toEqual([]);
  });
});

describe('R-a12: a purchase always goes to a council', () => {
  const closed = aScreening({ screeningOutcome: 'notForSob' });
  const purchase = facts({ head: { nominationType: 'purchaseExisting', anchoring: 'notSupported' } });

  it('refuses to close a purchase in the screening, naming the field', () => {
    expect(refused('screening', closed, purchase)).toEqual(['screeningOutcome']);
  });

  it('lets a new programme be closed in the screening', () => {
    expect(refused('screening', closed)).toEqual([]);
  });

  it('forwards a purchase whatever the manager and the screening say', () => {
    expect(
      refused('screening', aScreening({ buildableInSob: 'no', programmeKind: 'neither' }), purchase),
    ).toEqual([]);
  });
});

describe('G2: the screening forwards what is anchored, buildable and a programme', () => {
  const unanchored = facts({ head: { anchoring: 'asked' } });

  it.each<[string, Partial<StepAnswers['screening']>, CaseFacts]>([
    ['R-a3: the manager has not answered', {}, unanchored],
    ['R-a3: the manager objects', {}, facts({ head: { anchoring: 'notSupported' } })],
    ['R-a7: it cannot be built', { buildableInSob: 'no' }, facts()],
    ['R-a8: it is neither kind', { programmeKind: 'neither' }, facts()],
  ])('%s: refused without a reason', (_what, given, at) => {
    expect(refused('screening', aScreening(given), at)).toEqual(['overrideReason']);
    expect(refused('screening', aScreening({ ...given, overrideReason: 'Rådet vill se den.' }), at)).toEqual(
      [],
    );
  });

  it('asks for no reason to close or merge', () => {
    expect(refused('screening', aScreening({ screeningOutcome: 'notForSob' }), unanchored)).toEqual([]);
    const merged = aScreening({ screeningOutcome: 'mergeWithOther', mergedInto: 'N-2026-0002' });
    expect(refused('screening', merged, unanchored)).toEqual([]);
  });
});

describe('R-a11: one of several councils leads', () => {
  const led = (leadCouncil: string) => refused('screening', aScreening({ councils, leadCouncil }));

  it('which is one of those chosen', () => {
    expect(led('council-b')).toEqual([]);
  });

  it('and not another', () => {
    expect(led('council-c')).toEqual(['leadCouncil']);
  });
});

it('ROUTINE.md section 0 no. 11: a case is not merged into itself', () => {
  const into = (mergedInto: string) => aScreening({ screeningOutcome: 'mergeWithOther', mergedInto });
  expect(refused('screening', into('N-2026-0001'))).toEqual(['mergedInto']);
  expect(refused('screening', into('N-2026-0002'))).toEqual([]);
});

describe('R-b10: only a support programme has no evidence to speak of', () => {
  it.each<[string, 'treatment' | 'support', Partial<StepAnswers['position']>, readonly string[]]>([
    ['a treatment programme', 'treatment', {}, ['evidenceLevel']],
    ['a support programme', 'support', {}, []],
    [
      'a treatment programme that the council finds to be support',
      'treatment',
      { programmeKindByCouncil: { value: 'support', text: 'Ingen egen effekt.' } },
      [],
    ],
    [
      'a support programme that the council finds to be treatment',
      'support',
      { programmeKindByCouncil: { value: 'treatment', text: 'Ger effekt.' } },
      ['evidenceLevel'],
    ],
  ])('%s', (_of, programmeKind, given, fields) => {
    const answers = aPosition({ evidenceLevel: 'notApplicable', ...given });
    expect(refused('position', answers, facts({ head: { programmeKind } }))).toEqual(fields);
  });
});

describe('R-e2, R-e3: a decision that departs from a position', () => {
  type Decision = StepAnswers['decision']['decision'];

  it.each<[string, Decision, readonly QuestionFact[], boolean]>([
    ['does what the council supports', 'create', [council('supportCreate')], false],
    ['buys what it supports buying', 'purchase', [council('supportPurchase')], false],
    ['uses what it would use', 'useExisting', [council('useExisting')], false],
    ['collaborates as it would', 'collaborate', [council('collaborate')], false],
    ['declines what it does not support', 'decline', [council('notSupported')], false],
    ['creates what it does not support', 'create', [council('notSupported')], true],
    ['creates where it would buy', 'create', [council('supportPurchase')], true],
    ['declines what it supports', 'decline', [council('supportCreate')], true],
    ['puts off what it supports', 'defer', [council('supportCreate')], false],
    [
      'cannot follow councils that disagree',
      'create',
      [council('supportCreate'), council('useExisting', 'council-b')],
      true,
    ],
    ['does what PPR supports', 'create', [council('supportCreate'), ppr('supported')], false],
    ['also on conditions', 'create', [council('supportCreate'), ppr('supportedWithConditions')], false],
    ['does what PPR does not support', 'create', [council('supportCreate'), ppr('notSupported')], true],
    ['declines what PPR supports', 'decline', [council('notSupported'), ppr('supported')], true],
    ['declines with PPR', 'decline', [council('notSupported'), ppr('notSupported')], false],
    ['does not wait for what PPR put off', 'create', [council('supportCreate'), ppr('deferred')], false],
    [
      'follows the newest position of a council',
      'create',
      [council('notSupported'), { ...council('supportCreate'), round: aRound('position', 2) }],
      false,
    ],
  ])('%s', (_how, decision, questions, departs) => {
    const asked = [
      ...new Set(questions.filter(({ round }) => round.step === 'position').map(({ body }) => body)),
    ];
    const given = facts({ head: { councils: asked }, questions });
    expect(deviates(decision, given)).toBe(departs);
    const answers = aDecision({ decision, reviewOn: '2027-01-15' });
    expect(refused('decision', answers, given)).toEqual(departs ? ['deviationReason'] : []);
    expect(refused('decision', { ...answers, deviationReason: 'Behovet väger tyngre.' }, given)).toEqual([]);
  });

  it('has nothing to depart from before a position is given', () => {
    expect(
      deviates('create', facts({ head: { councils }, questions: [aQuestion('position', 'council-a')] })),
    ).toBe(false);
  });
});

describe('R-e2: councils disagree', () => {
  it.each<[string, readonly QuestionFact[], boolean]>([
    [
      'when they take different positions',
      [council('supportCreate'), council('notSupported', 'council-b')],
      true,
    ],
    ['not when they take the same', [council('supportCreate'), council('supportCreate', 'council-b')], false],
    ['not when one has answered', [council('supportCreate'), aQuestion('position', 'council-b')], false],
    ['not when none has', [], false],
  ])('%s', (_when, questions, disagree) => {
    expect(councilsDisagree(facts({ head: { councils }, questions }))).toBe(disagree);
  });
});

describe('G4, R-e3: the decision', () => {
  const one = facts({ head: { councils }, questions: [council('supportCreate')] });

  it('is never made without any position, whatever the reason', () => {
    const none = facts({ head: { councils } });
    expect(refused('decision', aDecision({ overrideReason: 'Det brådskar.' }), none)).toEqual(['decision']);
  });

  it('is made before a council has answered with a reason only', () => {
    expect(refused('decision', aDecision(), one)).toEqual(['overrideReason']);
    expect(refused('decision', aDecision({ overrideReason: 'Det brådskar.' }), one)).toEqual([]);
  });

  it('can be put off at any time', () => {
    const defer = aDecision({ decision: 'defer', reviewOn: '2027-01-15' });
    expect(refused('decision', defer, facts({ head: { councils } }))).toEqual([]);
  });
});

describe('a step is put off until a day to come', () => {
  it.each([
    ['2026-11-24', []],
    ['2026-11-23', ['reviewOn']],
    ['2026-11-22', ['reviewOn']],
  ])('%s', (reviewOn, fields) => {
    const at = facts({ head: { councils: ['council-a'] }, questions: [council('supportCreate')] });
    expect(refused('decision', aDecision({ decision: 'defer', reviewOn }), at)).toEqual(fields);
    expect(refused('pprPosition', aPprPosition({ pprPosition: 'deferred', reviewOn }), at)).toEqual(fields);
  });
});

describe('ROUTINE.md section 7.1: nobody assesses or decides their own case', () => {
  const nominated: Written = { nomination: { contactFunction: 'Exempel Person, psykolog' }, answers: [] };
  const declared: Written = {
    nomination: {},
    answers: [
      { questionId: 'q', answers: { interestDeclarations: { hasInterest: true, person: 'Exempel Person' } } },
    ],
  };
  const decided = facts({ head: { councils: ['council-a'] }, questions: [council('supportCreate')] });

  it.each([
    ['who nominated', nominated],
    ['who has declared an interest', declared],
  ])('%s', (_who, written) => {
    expect(refused('position', aPosition(), facts(), {}, written)).toEqual(['answeredByName']);
    expect(refused('pprPosition', aPprPosition(), facts(), {}, written)).toEqual(['answeredByName']);
    const another = { answeredBy: { name: 'Annan Person', role: 'Handläggare' } };
    const byThem = aDecision({ decisionMaker: 'Exempel Person', presenter: 'Exempel Person' });
    expect(refused('decision', byThem, decided, another, written)).toEqual(['decisionMaker', 'presenter']);
    expect(refused('decision', aDecision(), decided, {}, written)).toEqual(['answeredByName']);
    expect(refused('decision', aDecision(), decided, another, written)).toEqual([]);
  });

  it('nor who declares it in this very answer', () => {
    const interestDeclarations = {
      hasInterest: true,
      person: 'Exempel Person',
      detail: 'Har skrivit programmet.',
    };
    expect(refused('position', aPosition({ interestDeclarations }))).toEqual(['answeredByName']);
    expect(refused('pprPosition', aPprPosition({ interestDeclarations }))).toEqual(['answeredByName']);
    const ofAnother = { ...interestDeclarations, person: 'Annan Person' };
    expect(refused('position', aPosition({ interestDeclarations: ofAnother }))).toEqual([]);
  });

  it('whoever records for a council what came on paper assesses nothing', () => {
    const onPaper = aPosition({ minutesRef: 'Möte 4, § 7' });
    expect(refused('position', onPaper, facts(), { recordedByOffice: true }, nominated)).toEqual([]);
  });
});

describe('ROUTINE.md section 0 no. 2: what came on paper names its minutes', () => {
  const recorded = { recordedByOffice: true };

  it('of a council and of PPR', () => {
    expect(refused('position', aPosition(), facts(), recorded)).toEqual(['minutesRef']);
    expect(refused('pprPosition', aPprPosition(), facts(), recorded)).toEqual(['minutesRef']);
    expect(refused('position', aPosition({ minutesRef: '§ 7' }), facts(), recorded)).toEqual([]);
    expect(refused('pprPosition', aPprPosition({ minutesRef: '§ 7' }), facts(), recorded)).toEqual([]);
  });

  it('and is marked as recorded by the office', () => {
    const answers = aPosition({ minutesRef: '§ 7' });
    const asked = questionTo(facts(), 'position', 'council-a');
    expect(
      follows('position', answers, facts({ questions: [asked] }), recorded).questions[asked.id],
    ).toMatchObject({
      recordedByOffice: true,
    });
    expect(
      follows('position', answers, facts({ questions: [asked] })).questions[asked.id],
    ).not.toHaveProperty('recordedByOffice');
  });
});

describe('an answer', () => {
  it('is signed, dated, and says on which version of the nomination it was given', () => {
    const asked = aQuestion('anchoring', 'headOfOperations');
    const given = facts({ head: { nominationVersion: 3 }, questions: [asked] });
    expect(follows('anchoring', anAnchoring(), given).questions[asked.id]).toEqual({
      status: 'answered',
      answeredAt: NOW.toISOString(),
      answeredBy: 'Exempel Person, Handläggare',
      givenOn: 3,
      told: { outcome: 'supported' },
    });
  });

  it('R-b3: moves the month to the day that the council received the nomination', () => {
    const asked = aQuestion('position', 'council-a');
    const answers = aPosition({ receivedByCouncilOn: '2026-10-01' });
    expect(
      follows('position', answers, facts({ head: forwarded, questions: [asked] })).questions[asked.id],
    ).toMatchObject({ receivedOn: '2026-10-01', targetOn: '2026-11-02' });
  });
});

describe('R-a11: a screening that forwards', () => {
  const asked = aQuestion('screening', 'sobOffice');

  it('names councils, the lead first, and the kind, and tells all but the councils (N-4)', () => {
    const answers = aScreening({ programmeKind: 'support', councils, leadCouncil: 'council-b' });
    const found = follows('screening', answers, facts({ head: { contacts }, questions: [asked] }));
    const chosen = ['council-b', 'council-a'];
    expect(found.head).toEqual({
      ...{
        milestone: 'forwardedToCouncil',
        programmeKind: 'support',
        councils: chosen,
        councilsAsked: chosen,
      },
    });
    expect(toldIn(found.mailings)).toEqual(['N-4 → nominator', 'N-4 → headOfOperations', 'N-4 → sobContact']);
  });

  it('keeps a council whose position came before it was asked', () => {
    const early = facts({
      head: { councils: ['council-c'] },
      questions: [asked, council('supportCreate', 'council-c')],
    });
    expect(follows('screening', aScreening({ councils: ['council-a'] }), early).head).toMatchObject({
      councils: ['council-a', 'council-c'],
    });
  });

  it('takes a position that came early for the whole, where nobody else is chosen', () => {
    const early = facts({ head: { councils: ['council-a'] }, questions: [asked, council('supportCreate')] });
    expect(follows('screening', aScreening({ councils: ['council-a'] }), early).head).toMatchObject({
      milestone: 'positionGiven',
    });
  });

  it('releases councils that it leaves out, if they have not answered', () => {
    const open = aQuestion('position', 'council-b');
    const before = facts({ head: { councils }, questions: [asked, council('supportCreate'), open] });
    expect(follows('screening', aScreening({ councils: ['council-c'] }), before).questions).toMatchObject({
      [open.id]: { status: 'released' },
    });
    expect(
      follows('screening', aScreening({ councils: ['council-b'] }), before).questions,
    ).not.toHaveProperty(open.id);
  });

  it('asks a council anew that had been let go, with its month from today', () => {
    const released = aQuestion('position', 'council-b', { status: 'released', receivedOn: '2026-10-01' });
    const before = facts({
      head: { councils: ['council-a'] },
      questions: [asked, council('supportCreate'), released],
    });
    expect(follows('screening', aScreening({ councils }), before).questions[released.id]).toEqual({
      ...{ status: 'open', linkVersion: 2, receivedOn: '2026-11-23', targetOn: '2026-12-23' },
    });
  });

  it('R-04: what is neither kind keeps the kind that was proposed', () => {
    const found = follows(
      'screening',
      aScreening({ programmeKind: 'neither' }),
      facts({ questions: [asked] }),
    );
    expect(found.head).not.toHaveProperty('programmeKind');
  });
});

describe('a screening that closes', () => {
  const asked = aQuestion('screening', 'sobOffice');
  const other = aQuestion('anchoring', 'headOfOperations');
  const before = facts({ head: { contacts }, questions: [asked, other] });

  it('R-a7: ends the case, closes what is open, and says why it is not for SoB', () => {
    const closed = follows('screening', aScreening({ screeningOutcome: 'notForSob' }), before);
    expect(closed.head).toMatchObject({ milestone: 'notForSob', phaseWanted: false });
    expect(closed.questions).toMatchObject({
      [other.id]: { status: 'closed' },
      [asked.id]: { status: 'answered' },
    });
    expect(toldIn(closed.mailings)).toEqual([
      'notForSob → nominator',
      'notForSob → headOfOperations',
      'notForSob → sobContact',
    ]);
  });

  it('ROUTINE.md section 0 no. 11: merges it into another, and tells the nominator and whoever had been asked', () => {
    const into = aScreening({ screeningOutcome: 'mergeWithOther', mergedInto: 'N-2026-0002' });
    const merged = follows('screening', into, before);
    expect(merged.head).toMatchObject({ milestone: 'merged', phaseWanted: false, mergedInto: 'N-2026-0002' });
    expect(toldIn(merged.mailings)).toEqual(['merged → nominator', 'released → headOfOperations']);
  });

  it('keeps the numbers of related cases', () => {
    const related = aScreening({ relatedCases: ['N-2026-0003'] });
    expect(follows('screening', related, before).head).toMatchObject({ relatedCases: ['N-2026-0003'] });
  });
});

describe('a council’s position', () => {
  const first = aQuestion('position', 'council-a');
  const second = aQuestion('position', 'council-b');

  it('R-c6, N-7: is told to the office and the nominator, and to those merged in', () => {
    const related = [{ number: 'N-2026-0002', how: 'merged', nominator: 'other@example.se' }] as const;
    const given = facts({ head: forwarded, questions: [first, second], related });
    expect(toldIn(follows('position', aPosition(), given).mailings)).toEqual([
      'N-7 → sobOffice',
      'N-7 → nominator',
      'N-7 → N-2026-0002',
    ]);
  });

  it('R-04: may change the kind', () => {
    const answers = aPosition({ programmeKindByCouncil: { value: 'support', text: 'Ingen egen effekt.' } });
    expect(follows('position', answers, facts({ head: forwarded, questions: [first, second] })).head).toEqual(
      {
        programmeKind: 'support',
      },
    );
  });

  it('reaches the milestone positionGiven with the last council, not before', () => {
    const one = follows('position', aPosition(), facts({ head: forwarded, questions: [first, second] }));
    expect(one.head).toEqual({});
    const both = facts({ head: forwarded, questions: [first, council('supportCreate', 'council-b')] });
    expect(follows('position', aPosition(), both).head).toEqual({ milestone: 'positionGiven' });
  });

  it('that comes before the nomination was sent to the council is kept with a question of its own', () => {
    const early = follows('position', aPosition(), facts(), { recordedByOffice: true });
    expect(early.head).toEqual({ councils: ['council-a'], councilsAsked: ['council-a'] });
    expect(early.asks).toMatchObject([
      { id: first.id, status: 'answered', told: { position: 'supportCreate' } },
    ]);
    expect(early.questions).toEqual({});
  });
});

describe('PPR’s position', () => {
  const asked = aQuestion('pprPosition', 'ppr');
  const referral = council('supportCreate', 'council-a', 'referToPpr');
  const before = facts({
    head: forwarded,
    questions: [referral, council('supportCreate', 'council-b'), asked],
  });

  it('R-d2, N-9: is told to the councils and the office', () => {
    expect(toldIn(follows('pprPosition', aPprPosition(), before).mailings)).toEqual([
      'N-9 → council-a',
      'N-9 → council-b',
      'N-9 → sobOffice',
    ]);
  });

  it('R-c1: asks only the councils that referred, where it sends the nomination back', () => {
    const back = follows('pprPosition', aPprPosition({ pprPosition: 'returnedToCouncil' }), before);
    expect(back.head).toMatchObject({ councilsAsked: ['council-a'] });
    expect(back.head).not.toHaveProperty('councils');
  });

  it('remembers the day that it is put off until', () => {
    const answers = aPprPosition({ pprPosition: 'deferred', reviewOn: '2027-01-15' });
    const other = { ...before, head: { ...before.head, reviewOn: { decision: '2027-03-01' } } };
    expect(follows('pprPosition', answers, other).head.reviewOn).toEqual({
      ...{ pprPosition: '2027-01-15', decision: '2027-03-01' },
    });
  });
});

describe('the decision', () => {
  const asked = aQuestion('decision', 'sobOffice');
  const before = facts({
    head: { milestone: 'positionGiven', councils, contacts },
    questions: [council('supportCreate'), council('supportCreate', 'council-b'), ppr('supported'), asked],
    related: [{ number: 'N-2026-0002', how: 'merged', nominator: 'other@example.se' }],
  });

  it.each([
    ['create', 'decided', true],
    ['purchase', 'decided', true],
    ['useExisting', 'decided', false],
    ['collaborate', 'decided', true],
    ['decline', 'declined', false],
  ] as const)(
    'R-e1, R-f1: %s gives the milestone %s, and leads to production: %s',
    (decision, milestone, goesOn) => {
      const after = follows('decision', aDecision({ decision }), before);
      expect(after.head).toMatchObject({ milestone, phaseWanted: goesOn });
      expect(after.head.phase).toBe(goesOn ? 'production' : undefined);
      expect(after.questions[asked.id]).toMatchObject({ status: 'answered', told: { outcome: decision } });
    },
  );

  it('N-10: is told to the nominator and those merged in, the unit, the contact, the councils and PPR', () => {
    expect(toldIn(follows('decision', aDecision(), before).mailings)).toEqual([
      'N-10 → nominator',
      'N-10 → N-2026-0002',
      'N-10 → headOfOperations',
      'N-10 → sobContact',
      'N-10 → council-a',
      'N-10 → council-b',
      'N-10 → ppr',
    ]);
  });

  it('closes what is still asked', () => {
    const side = aQuestion('supplement', 'nominator');
    const open = { ...before, questions: [...before.questions, side] };
    expect(follows('decision', aDecision(), open).questions[side.id]).toEqual({ status: 'closed' });
  });

  it('that is put off ends nothing, and is told as such', () => {
    const off = follows('decision', aDecision({ decision: 'defer', reviewOn: '2027-01-15' }), before);
    expect(off.head).toEqual({ reviewOn: { decision: '2027-01-15' } });
    expect(toldIn(off.mailings).filter((it) => it.startsWith('deferred'))).toEqual([
      'deferred → nominator',
      'deferred → N-2026-0002',
      'deferred → council-a',
      'deferred → council-b',
    ]);
  });
});

describe('R-a3: the manager’s word', () => {
  const asked = aQuestion('anchoring', 'headOfOperations');
  const given = facts({ head: { anchoring: 'asked' }, questions: [asked] });

  it.each(['supported', 'supportedWithConditions'] as const)(
    '%s is kept, and told to nobody',
    (anchorAnswer) => {
      const found = follows('anchoring', anAnchoring({ anchorAnswer }), given);
      expect(found.head).toEqual({ anchoring: anchorAnswer });
      expect(toldIn(found.mailings)).toEqual([]);
    },
  );

  it('an objection is told to the office and the nominator', () => {
    const found = follows('anchoring', anAnchoring({ anchorAnswer: 'notSupported' }), given);
    expect(found.head).toEqual({ anchoring: 'notSupported' });
    expect(toldIn(found.mailings)).toEqual(['objected → sobOffice', 'objected → nominator']);
  });
});

describe('N-5: a supplement', () => {
  const side = aQuestion('supplement', 'nominator', { cause: 'nomination/position/1/council-a' });
  const from = '2026-11-20T08:00:00.000Z';
  const asker = aQuestion('position', 'council-a', {
    waits: [
      { for: 'nomination/supplement/0/nominator', from, to: from },
      { for: side.id, from },
    ],
  });
  const nomination = {
    ...sample(1).nomination,
    contactEmail: 'nominator@example.se',
  } as unknown as Omit<StepAnswers['supplement'], 'supplementReply'>;
  const supplied = follows(
    'supplement',
    { ...nomination, supplementReply: 'Vi har lagt till kostnaderna.' },
    facts({ head: { nominationVersion: 2, councils: ['council-a'] }, questions: [asker, side] }),
  );

  it('is the next version of the nomination', () => {
    expect(supplied.head).toMatchObject({ nominationVersion: 3 });
    expect(supplied.nomination).toEqual(nomination);
  });

  it('ends the wait of whoever asked, and tells them, and a contact who is named for the first time', () => {
    expect(supplied.questions[asker.id]).toEqual({
      waits: [asker.waits?.[0], { for: side.id, from, to: NOW.toISOString() }],
    });
    expect(toldIn(supplied.mailings)).toEqual(['N-5 → council-a', 'N-1 → sobContact']);
  });

  it('section 0 no. 12: tells a new contact where the case is', () => {
    const by = { ...nomination, contactEmail: 'ny@example.se', supplementReply: 'Byte av kontakt.' };
    const { mailings, head } = follows('supplement', by, facts({ questions: [asker, side] }));
    expect(toldIn(mailings)).toContain('contactsChanged → nominator');
    expect(head.caseLinks?.nominator.version).toBe(2);
  });
});

describe('R-a11: a change of council that a council proposed', () => {
  const asker = aQuestion('position', 'council-a');
  const side = (proposal: string) =>
    aQuestion('councilChange', 'sobOffice', { status: 'open', cause: asker.id, told: { proposal } });
  const proposed = (proposal: string, questions: readonly QuestionFact[] = [asker]) =>
    facts({ head: { ...forwarded, councils: ['council-a'] }, questions: [...questions, side(proposal)] });
  const answers = aCouncilChange({ newCouncil: 'council-b' });

  it('replaces it', () => {
    const after = follows('councilChange', answers, proposed('instead'));
    expect(after.head).toEqual({ councils: ['council-b'], councilsAsked: ['council-b'] });
    expect(after.questions[asker.id]).toEqual({ status: 'released' });
    expect(toldIn(after.mailings)).toEqual(['councilsChanged → council-a']);
  });

  it('adds another', () => {
    const after = follows('councilChange', answers, proposed('also'));
    expect(after.head).toEqual({ councils, councilsAsked: councils });
    expect(after.questions).not.toHaveProperty([asker.id]);
  });

  it('only adds it where the council has answered meanwhile, in a round of its own', () => {
    const after = follows('councilChange', answers, proposed('instead', [council('supportCreate')]));
    expect(after.head).toMatchObject({
      ...{ councils, councilsAsked: ['council-b'], askedAgain: ['nomination/position/1'], attempt: 2 },
    });
  });

  it('changes nothing where it is refused, which the council is told', () => {
    const after = follows(
      'councilChange',
      { approved: false, changeReason: 'Ni är rätt råd.' },
      proposed('instead'),
    );
    expect(after.head).toEqual({});
    expect(after.questions).not.toHaveProperty([asker.id]);
    expect(toldIn(after.mailings)).toEqual(['councilsChanged → council-a']);
  });

  it('is refused for a council that has the nomination', () => {
    expect(refused('councilChange', aCouncilChange({ newCouncil: 'council-a' }), proposed('also'))).toEqual([
      'newCouncil',
    ]);
    expect(refused('councilChange', answers, proposed('also'))).toEqual([]);
  });
});

it('R-05: a case that ends closes every open question but the one that ends it', () => {
  const ending = aQuestion('decision', 'sobOffice');
  const open = aQuestion('position', 'council-b');
  const given = facts({ questions: [ending, open, council('supportCreate')] });
  expect(closedBut(given, ending)).toEqual({ [open.id]: { status: 'closed' } });
});
