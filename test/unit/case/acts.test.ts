import { describe, expect, it } from 'vitest';
import type { Acting } from '../../../shared/case/acting.ts';
import { actConsequence, actRefusals, mayAct } from '../../../shared/case/acts.ts';
import type { ActAnswers } from '../../../shared/case/answers.ts';
import type { DeskAct } from '../../../shared/case/desk-acts.ts';
import type { CaseFacts, CaseHead, QuestionFact } from '../../../shared/case/facts.ts';
import type { ProductionAct } from '../../../shared/case/production-acts.ts';
import type { ProgrammeAct } from '../../../shared/case/programme-acts.ts';
import { ACTS } from '../../../shared/routine/acts.ts';
import type { Act, ActName } from '../../../shared/routine/question.ts';
import { aQuestion, aRound, facts, NOW, toldIn } from '../../builders/case.ts';
import { sample } from '../../builders/samples.ts';

const councils = ['council-a', 'council-b'];
const contacts = { nominator: 'n@example.se', headOfOperations: 'h@example.se' };
const screening = aQuestion('screening', 'sobOffice');
const a = aQuestion('position', 'council-a');
const b = aQuestion('position', 'council-b');
const ppr = aQuestion('pprPosition', 'ppr');
const referral = aQuestion('position', 'council-a', {
  told: { outcome: 'referToPpr', position: 'supportCreate' },
});
const told = (body: string) => aQuestion('position', body, { told: { outcome: 'noReferral' } });

const assessed = (questions: readonly QuestionFact[] = [a, b], head: Partial<CaseHead> = {}): CaseFacts =>
  facts({ head: { milestone: 'forwardedToCouncil', councils, contacts, ...head }, questions });
const referred = assessed([referral, told('council-b'), ppr], { milestone: 'positionGiven' });
const ended = assessed([told('council-a'), told('council-b')], { milestone: 'decided', phaseWanted: false });

type By = Acting['by'];
const acting = (by: By, given: CaseFacts, on?: QuestionFact): Acting => ({ facts: given, by, on, now: NOW });
const refused = <A extends ActName>(
  name: A,
  by: By,
  answers: ActAnswers[A],
  given = assessed(),
  on?: QuestionFact,
) => actRefusals(name, answers, acting(by, given, on)).map(({ field }) => field);
const follows = <A extends ActName>(
  name: A,
  by: By,
  answers: ActAnswers[A],
  given = assessed(),
  on?: QuestionFact,
) => actConsequence(name, answers, acting(by, given, on));

/** Acts that are done while a nomination is assessed; those of later phases have tests of their own. */
type InNomination = Exclude<ActName, ProductionAct | ProgrammeAct | DeskAct>;

describe('who may do an act', () => {
  const EVERYBODY: readonly By[] = ['asked', 'referrer', 'nominator', 'sobOffice'];
  /** Where each act can be done, and to which question. */
  const where: Readonly<Record<InNomination, readonly [CaseFacts, QuestionFact?]>> = {
    requestSupplement: [assessed(), a],
    proposeCouncil: [assessed(), a],
    setMeeting: [assessed(), a],
    correctReceived: [assessed(), a],
    withdrawReferral: [referred, referral],
    amend: [assessed()],
    withdraw: [assessed()],
    changeContacts: [assessed()],
    changeCouncils: [assessed()],
    reopen: [assessed([told('council-a'), told('council-b')])],
    linkCases: [assessed()],
    attach: [assessed()],
    attachToQuestion: [assessed(), a],
  };

  it.each<[InNomination, readonly By[]]>([
    ['requestSupplement', ['asked', 'sobOffice']],
    ['proposeCouncil', ['asked']],
    ['setMeeting', ['asked']],
    ['correctReceived', ['asked', 'sobOffice']],
    ['withdrawReferral', ['referrer', 'sobOffice']],
    ['amend', ['nominator']],
    ['withdraw', ['nominator', 'sobOffice']],
    ['changeContacts', ['nominator', 'sobOffice']],
    ['changeCouncils', ['sobOffice']],
    ['reopen', ['sobOffice']],
    ['linkCases', ['sobOffice']],
    ['attach', ['nominator', 'sobOffice']],
    ['attachToQuestion', ['asked', 'referrer', 'nominator', 'sobOffice']],
  ])('%s: %s', (name, actors) => {
    const [given, on] = where[name];
    expect(EVERYBODY.filter((by) => mayAct(name, acting(by, given, on)))).toEqual(actors);
  });

  const mayAny = (name: ActName, given: CaseFacts, on?: QuestionFact): boolean =>
    EVERYBODY.some((by) => mayAct(name, acting(by, given, on)));
  /** Also an officer at the desk, to a body that has a deputy. */
  const mayAnyone = (name: ActName, given: CaseFacts, on?: QuestionFact): boolean =>
    EVERYBODY.some((by) => mayAct(name, { ...acting(by, given, on), atDesk: true, hasDeputy: true }));
  const toQuestions = Object.values(ACTS as Readonly<Record<ActName, Act>>).filter(
    ({ on }) => on !== undefined,
  );

  it.each(toQuestions.map(({ id, on }) => [id, on ?? []] as const))(
    '%s is done to a question of %s only, while it is open',
    (name, steps) => {
      const open = (step: Parameters<typeof aQuestion>[0]) => aQuestion(step, 'body');
      const all = ['screening', 'position', 'pprPosition', 'decision', 'anchoring', 'supplement'] as const;
      const mayBe = all.filter((step) => mayAnyone(name, assessed([open(step)]), open(step)));
      expect(mayBe).toEqual(name === 'withdrawReferral' ? [] : all.filter((step) => steps.includes(step)));
      for (const step of all) {
        for (const status of ['answered', 'released', 'closed'] as const) {
          // Minutes are often approved after the answer that refers to them.
          const isLate = name === 'attachToQuestion' && status === 'answered';
          expect(mayAnyone(name, assessed(), { ...open(step), status })).toBe(isLate);
        }
      }
      expect(mayAnyone(name, assessed())).toBe(false);
    },
  );

  it('a case that has ended can be reopened, linked, given files, and its contacts changed: nothing else', () => {
    const still = (Object.keys(ACTS) as InNomination[]).filter((name) =>
      mayAny(name, ended, where[name]?.[1]),
    );
    expect(still).toEqual(['changeContacts', 'reopen', 'linkCases', 'attach', 'attachToQuestion']);
  });

  it('what may not be done is refused as a whole', () => {
    expect(refused('withdraw', 'asked', { withdrawReason: 'Fel.' })).toEqual(['$']);
    expect(refused('withdraw', 'nominator', { withdrawReason: 'Fel.' }, ended)).toEqual(['$']);
    expect(refused('withdraw', 'nominator', { withdrawReason: 'Fel.' })).toEqual([]);
  });
});

describe('N-5: a supplement is asked for', () => {
  const answers = { supplementNeeded: 'Kostnaderna saknas.' };

  it('of the nominator; the question waits from now', () => {
    const found = follows('requestSupplement', 'asked', answers, assessed(), a);
    const id = 'nomination/supplement/1/nominator';
    expect(found.asks).toMatchObject([{ id, body: 'nominator', cause: a.id, linked: 0 }]);
    expect(found.questions).toEqual({ [a.id]: { waits: [{ for: id, from: NOW.toISOString() }] } });
    expect(toldIn(found.mailings)).toEqual([]);
  });

  it('once at a time by each, and again when it has been given', () => {
    const from = NOW.toISOString();
    const waiting = { ...a, waits: [{ for: 's', from }] };
    const given = { ...a, waits: [{ for: 's', from, to: from }] };
    expect(refused('requestSupplement', 'asked', answers, assessed([waiting, b]), waiting)).toEqual([
      'supplementNeeded',
    ]);
    expect(refused('requestSupplement', 'asked', answers, assessed([waiting, b]), b)).toEqual([]);
    expect(refused('requestSupplement', 'asked', answers, assessed([given, b]), given)).toEqual([]);
    expect(
      follows('requestSupplement', 'asked', answers, assessed([given, b]), given).questions[a.id]?.waits,
    ).toHaveLength(2);
  });
});

describe('R-a11: a council proposes another', () => {
  const answers = {
    proposalKind: 'instead',
    proposedCouncil: 'council-c',
    proposalReason: 'Deras område.',
  } as const;

  it('which the office is asked', () => {
    expect(follows('proposeCouncil', 'asked', answers, assessed(), a).asks).toMatchObject([
      {
        ...{ id: 'nomination/councilChange/1/sobOffice', cause: a.id, status: 'open' },
        told: { proposal: 'instead', council: 'council-c' },
      },
    ]);
  });

  it('not one that has the nomination, nor before the office has answered the last proposal', () => {
    expect(refused('proposeCouncil', 'asked', answers, assessed(), a)).toEqual([]);
    expect(
      refused('proposeCouncil', 'asked', { ...answers, proposedCouncil: 'council-b' }, assessed(), a),
    ).toEqual(['proposedCouncil']);
    const proposed = aQuestion('councilChange', 'sobOffice', { cause: a.id });
    expect(refused('proposeCouncil', 'asked', answers, assessed([a, b, proposed]), a)).toEqual([
      'proposedCouncil',
    ]);
    expect(refused('proposeCouncil', 'asked', answers, assessed([a, b, proposed]), b)).toEqual([]);
  });
});

describe('ROUTINE.md section 0 no. 8: a meeting', () => {
  it.each([
    ['2026-11-22', ['meetingOn']],
    ['2026-11-23', []],
    ['2026-12-15', []],
  ])('on %s', (meetingOn, fields) => {
    expect(refused('setMeeting', 'asked', { meetingOn }, assessed(), a)).toEqual(fields);
    expect(follows('setMeeting', 'asked', { meetingOn }, assessed(), a).questions).toEqual({
      [a.id]: { meetingOn },
    });
  });
});

it('R-b3: the day of receipt is corrected, and the month with it', () => {
  const found = follows('correctReceived', 'asked', { receivedOn: '2026-10-01' }, assessed(), a);
  expect(found.questions).toEqual({ [a.id]: { receivedOn: '2026-10-01', targetOn: '2026-11-02' } });
  expect(follows('correctReceived', 'asked', { receivedOn: '2026-10-01' }, referred, ppr).questions).toEqual({
    [ppr.id]: { receivedOn: '2026-10-01' },
  });
});

describe('R-c1, R-c3, R-c4: a referral to PPR is taken back', () => {
  const answers = { withdrawalReason: 'Verksamheterna klarar det.' };

  it('which releases PPR, and tells it and the office', () => {
    const found = follows('withdrawReferral', 'referrer', answers, referred, referral);
    expect(found.questions).toEqual({
      [referral.id]: { told: { outcome: 'noReferral', position: 'supportCreate' } },
      [ppr.id]: { status: 'released' },
    });
    expect(toldIn(found.mailings)).toEqual(['referralWithdrawn → ppr', 'referralWithdrawn → sobOffice']);
  });

  it('but not while another council refers too', () => {
    const both = assessed([referral, { ...referral, id: b.id, body: 'council-b' }, ppr]);
    expect(follows('withdrawReferral', 'referrer', answers, both, referral).questions).not.toHaveProperty([
      ppr.id,
    ]);
  });

  const pprWith = (given: Partial<QuestionFact>) =>
    assessed([referral, told('council-b'), { ...ppr, ...given }]);
  it.each<[string, CaseFacts, QuestionFact, boolean]>([
    ['before PPR is asked', assessed([referral, b]), referral, true],
    ['while PPR is asked', referred, referral, true],
    [
      'once PPR has answered',
      pprWith({ status: 'answered', told: { outcome: 'supported' } }),
      referral,
      false,
    ],
    ['by a council that did not refer', referred, told('council-b'), false],
    [
      'of a position that the council has changed',
      assessed([
        referral,
        { ...referral, id: 'nomination/position/2/council-a', round: aRound('position', 2) },
      ]),
      referral,
      false,
    ],
  ])('%s', (_when, given, on, may) => {
    expect(mayAct('withdrawReferral', acting('referrer', given, on))).toBe(may);
    expect(refused('withdrawReferral', 'referrer', answers, given, on)).toEqual(may ? [] : ['$']);
  });
});

describe('an amendment', () => {
  const nomination = {
    ...sample(1).nomination,
    contactEmail: contacts.nominator,
  } as unknown as Omit<ActAnswers['amend'], 'amendReason'>;

  it('N-5: is the next version of the nomination, told to the office and whoever is asked', () => {
    const found = follows('amend', 'nominator', { ...nomination, amendReason: 'Kostnaderna har ändrats.' });
    expect(found.head).toMatchObject({ nominationVersion: 2 });
    expect(found.nomination).toEqual(nomination);
    expect(toldIn(found.mailings)).toEqual([
      ...['N-5 → sobOffice', 'N-5 → council-a', 'N-5 → council-b'],
      // Whom the amendment names for the first time.
      'N-1 → sobContact',
    ]);
  });

  const typed = (nominationType: 'createNew' | 'purchaseExisting', head: Partial<CaseHead> = {}) =>
    follows(
      'amend',
      'nominator',
      { ...nomination, nominationType, amendReason: 'Byte.' },
      assessed([a, b], head),
    ).head;

  it('R-a12: may make it a purchase', () => {
    expect(typed('purchaseExisting')).toMatchObject({ nominationType: 'purchaseExisting' });
  });

  it('R-04: does not take the kind back that was settled', () => {
    expect(typed('createNew')).not.toHaveProperty('programmeKind');
    expect(typed('createNew', { milestone: 'submitted' })).toMatchObject({ programmeKind: 'treatment' });
  });

  it('R-a3: may state the anchoring that was waited for, and not overrule a manager who has answered', () => {
    const stated = (anchoring: CaseHead['anchoring']) => {
      const answers = { ...nomination, anchoredWithHeadOn: '2026-11-02', amendReason: 'Förankrat.' };
      return follows('amend', 'nominator', answers, assessed([a, b], { anchoring })).head.anchoring;
    };
    expect(stated('asked')).toBe('stated');
    expect(stated('notSupported')).toBeUndefined();
  });
});

it('a withdrawal ends the case, closes what is open, and is told to all who were asked', () => {
  const found = follows(
    'withdraw',
    'nominator',
    { withdrawReason: 'Behövs inte.' },
    assessed([a, told('council-b'), ppr]),
  );
  expect(found.head).toEqual({ milestone: 'withdrawn', phaseWanted: false });
  expect(found.questions).toMatchObject({ [a.id]: { status: 'closed' } });
  expect(found.questions).not.toHaveProperty([b.id]);
  expect(toldIn(found.mailings)).toEqual([
    'withdrawn → nominator',
    'withdrawn → council-a',
    'withdrawn → ppr',
    'withdrawn → sobOffice',
  ]);
});

describe('ROUTINE.md section 0 no. 12: other contacts', () => {
  const side = aQuestion('anchoring', 'headOfOperations');
  const own = aQuestion('supplement', 'nominator');
  const given = assessed([a, side, own]);
  const changed = (contactEmail: string, headOfOperationsEmail: string) =>
    follows(
      'changeContacts',
      'nominator',
      { contactFunction: 'Ny', contactEmail, headOfOperationsEmail },
      given,
    );

  it('end the links of those who are replaced, and of nobody else', () => {
    const found = changed('n@example.se', 'ny.chef@example.se');
    expect(found.head).toEqual({
      contacts: { nominator: 'n@example.se', headOfOperations: 'ny.chef@example.se' },
    });
    expect(found.questions).toEqual({ [side.id]: { linkVersion: 2 } });
  });

  it('end the link to the nominator’s page of the case too', () => {
    const found = changed('ny@example.se', 'h@example.se');
    expect(found.questions).toEqual({ [own.id]: { linkVersion: 2 } });
    expect(found.head.caseLinks).toMatchObject({
      nominator: { version: 2, linked: 1 },
      sobOffice: { version: 1 },
    });
  });

  it('are told to the nominator and the office', () => {
    expect(toldIn(changed('n@example.se', 'h@example.se').mailings)).toEqual([
      'contactsChanged → nominator',
      'contactsChanged → sobOffice',
    ]);
  });
});

describe('R-a11: the office changes councils', () => {
  const change = (addCouncils: string[], releaseCouncils: string[]): ActAnswers['changeCouncils'] => ({
    ...(addCouncils.length > 0 && { addCouncils }),
    ...(releaseCouncils.length > 0 && { releaseCouncils }),
    changeReason: 'Rätt råd.',
  });

  it.each<[string, string[], string[], CaseFacts, string[]]>([
    ['adds one', ['council-c'], [], assessed(), []],
    ['releases one that has not answered', [], ['council-b'], assessed(), []],
    ['swaps the only ones', ['council-c'], councils, assessed(), []],
    ['not nothing', [], [], assessed(), ['addCouncils']],
    [
      'not before the nomination was forwarded',
      ['council-c'],
      [],
      assessed([screening], { milestone: 'submitted' }),
      ['addCouncils'],
    ],
    ['not one that has it', ['council-b'], [], assessed(), ['addCouncils']],
    ['releases none that does not have it', [], ['council-c'], assessed(), ['releaseCouncils']],
    [
      'releases none that has answered',
      [],
      ['council-b'],
      assessed([a, told('council-b')]),
      ['releaseCouncils'],
    ],
    ['leaves somebody to assess it', [], councils, assessed(), ['releaseCouncils']],
  ])('%s', (_what, add, release, given, fields) => {
    expect(refused('changeCouncils', 'sobOffice', change(add, release), given)).toEqual(fields);
  });

  it('in the round that is under way', () => {
    const found = follows('changeCouncils', 'sobOffice', change(['council-c'], ['council-b']));
    expect(found.head).toEqual({
      councils: ['council-a', 'council-c'],
      councilsAsked: ['council-a', 'council-c'],
    });
    expect(found.questions).toEqual({ [b.id]: { status: 'released' } });
  });

  it('in a round of its own, once the others have answered', () => {
    const found = follows(
      'changeCouncils',
      'sobOffice',
      change(['council-c'], []),
      assessed([told('council-a'), told('council-b')]),
    );
    expect(found.head).toEqual({
      ...{ councils: [...councils, 'council-c'], councilsAsked: ['council-c'], attempt: 2 },
      firstAttempt: 2,
      askedAgain: ['nomination/position/1'],
      phase: 'nomination',
    });
  });

  it('so that the others’ positions are all, where the last that was missing is released', () => {
    const found = follows(
      'changeCouncils',
      'sobOffice',
      change([], ['council-b']),
      assessed([told('council-a'), b]),
    );
    expect(found.head).toMatchObject({ milestone: 'positionGiven', councils: ['council-a'] });
  });

  it('and asks one anew that it had released', () => {
    const gone: QuestionFact = { ...b, status: 'released' };
    const given = assessed([a, gone], { councils: ['council-a'] });
    expect(
      follows('changeCouncils', 'sobOffice', change(['council-b'], ['council-a']), given).questions,
    ).toEqual({
      [a.id]: { status: 'released' },
      [b.id]: { status: 'open', linkVersion: 2, receivedOn: '2026-11-23', targetOn: '2026-12-23' },
    });
  });

  it('while a reopened round is about to be asked: in that round', () => {
    const head = { askedAgain: ['nomination/position/1'], councilsAsked: ['council-a'] };
    const given = assessed([told('council-a'), told('council-b')], head);
    const found = follows('changeCouncils', 'sobOffice', change(['council-c'], []), given);
    expect(found.head).toEqual({
      councils: [...councils, 'council-c'],
      councilsAsked: ['council-a', 'council-c'],
    });
  });
});

describe('ROUTINE.md section 0 no. 11: cases that belong together', () => {
  const link = (relatedCases: string[]): ActAnswers['linkCases'] => ({ relatedCases });

  it('are each named once', () => {
    const given = assessed([], { relatedCases: ['N-2026-0002'] });
    expect(follows('linkCases', 'sobOffice', link(['N-2026-0002', 'N-2026-0003']), given).head).toEqual({
      relatedCases: ['N-2026-0002', 'N-2026-0003'],
    });
  });

  it('not a case with itself', () => {
    expect(refused('linkCases', 'sobOffice', link(['N-2026-0001']))).toEqual(['relatedCases']);
    expect(refused('linkCases', 'sobOffice', link(['N-2026-0002']))).toEqual([]);
  });
});
