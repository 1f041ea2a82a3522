import { describe, expect, it } from 'vitest';
import type { Acting } from '../../../shared/case/acting.ts';
import { actConsequence, actRefusals, mayAct } from '../../../shared/case/acts.ts';
import { consequence } from '../../../shared/case/answer.ts';
import type { ActAnswers, StepAnswers } from '../../../shared/case/answers.ts';
import { applied } from '../../../shared/case/apply.ts';
import type { CaseFacts } from '../../../shared/case/facts.ts';
import { inUseSince, usersOn, withUser } from '../../../shared/case/programme.ts';
import type { ProgrammeStep } from '../../../shared/case/programme-answers.ts';
import { medicalDeviceNow } from '../../../shared/case/programme-gates.ts';
import { refusals } from '../../../shared/case/refusals.ts';
import { beginReview } from '../../../shared/case/review.ts';
import { newestRound, roundOutcome } from '../../../shared/case/rounds.ts';
import { tallyOf } from '../../../shared/case/tally.ts';
import { ACTS } from '../../../shared/routine/acts.ts';
import { checkAnswers } from '../../../shared/routine/check.ts';
import { followUp } from '../../../shared/routine/follow-up.ts';
import { introduction } from '../../../shared/routine/introduction.ts';
import type { ActName } from '../../../shared/routine/question.ts';
import { NOBODY, NOW, toldIn } from '../../builders/case.ts';
import {
  anInactivation,
  anIntroduction,
  aProgramme,
  asked,
  aUnit,
  aUser,
  inUse,
  produced,
} from '../../builders/programme.ts';

const TODAY = '2026-11-23';

const questionOf = (facts: CaseFacts, step: ProgrammeStep) =>
  facts.questions.findLast(({ round }) => round.step === step) ?? asked(step, 'sobOffice');

const given = (facts: CaseFacts, step: ProgrammeStep, recordedByOffice = false) => ({
  facts,
  asked: questionOf(facts, step),
  answeredBy: { name: 'Exempel Handläggare', role: 'handläggare' },
  recordedByOffice,
  now: NOW,
});

const answered = <S extends ProgrammeStep>(facts: CaseFacts, step: S, answers: StepAnswers[S]) => {
  const follows = consequence(step, answers, given(facts, step));
  return { follows, after: applied(facts, follows), told: toldIn(follows.mailings) };
};

const refused = <S extends ProgrammeStep>(
  facts: CaseFacts,
  step: S,
  answers: StepAnswers[S],
  recordedByOffice = false,
) => refusals(step, answers, given(facts, step, recordedByOffice), NOBODY).map(({ field }) => field);

const acting = (facts: CaseFacts, by: Acting['by'] = 'sobOffice'): Acting => ({ facts, by, now: NOW });

const done = <A extends ActName>(facts: CaseFacts, name: A, answers: ActAnswers[A]) => {
  const follows = actConsequence(name, answers, acting(facts));
  return { follows, after: applied(facts, follows), told: toldIn(follows.mailings) };
};

const actRefused = <A extends ActName>(
  facts: CaseFacts,
  name: A,
  answers: ActAnswers[A],
  by: Acting['by'] = 'sobOffice',
) => actRefusals(name, answers, acting(facts, by)).map(({ field }) => field);

const STARTED = { unitConnectedToSob: true, riskAnalysisOn: '2026-11-01', startedOn: '2026-11-20' };

/** A programme that its council is asked about. */
const underReview = (
  questions: CaseFacts['questions'],
  head: Partial<CaseFacts['head']> = {},
  programme = {},
) =>
  inUse(
    { nextReviewOn: undefined, ...programme },
    { questions, head: { phase: 'review', occasion: 'yearly', phaseWanted: true, ...head } },
  );

/** A programme of which a new version is being made. */
const beingRevised = (head: Partial<CaseFacts['head']> = {}, programme = {}) =>
  inUse(programme, {
    questions: [
      asked('productionChecklist', 'projectManager'),
      asked('contentReview', 'independentReviewer'),
    ],
    head: {
      ...{ phase: 'production', occasion: 'revision', phaseWanted: true },
      contacts: {
        ...{ nominator: 'nominator@example.se', programmeOwner: 'agare@example.se' },
        ...{ projectManager: 'ledare@example.se', independentReviewer: 'granskare@example.se' },
      },
      ...head,
    },
  });

describe('R-j1: publishing', () => {
  it('makes a programme of what was decided, produced and answered, and ends the phase', () => {
    const { after } = answered(produced(), 'introduction', anIntroduction());
    expect(after.programme).toEqual({
      name: 'Sov bättre',
      kind: 'treatment',
      origin: 'create',
      version: 1,
      publishedOn: '2026-11-20',
      versionOn: '2026-11-20',
      council: 'adult',
      owner: 'Exempelkliniken',
      operationalResponsibility: 'Exempelkliniken rättar fel.',
      medicalDevice: 'classI',
      users: [],
      followUps: [],
      nextReviewOn: '2027-10-01',
    });
    expect(after.head).toMatchObject({ milestone: 'published', phaseWanted: false });
  });

  it('R-11, P-43: keeps who uses it; it is in use once a unit has started', () => {
    const answers = anIntroduction({
      units: [
        { unit: 'Enhet A', contactEmail: 'a@example.se', ...STARTED },
        { unit: 'Enhet B', unitConnectedToSob: false },
      ],
      spread: [{ name: 'Region Exempel', agreementRef: 'Avtal 1', since: '2026-11-21' }],
    });
    const { after } = answered(produced(), 'introduction', answers);
    expect(after.head.milestone).toBe('inUse');
    expect(after.programme?.users).toEqual([
      {
        id: 'unit-1',
        kind: 'unit',
        name: 'Enhet A',
        mailbox: 'a@example.se',
        riskAnalysisOn: '2026-11-01',
        startedOn: '2026-11-20',
      },
      { id: 'unit-2', kind: 'unit', name: 'Enhet B' },
      {
        id: 'spread-3',
        kind: 'spread',
        name: 'Region Exempel',
        agreementRef: 'Avtal 1',
        startedOn: '2026-11-21',
      },
    ]);
  });

  it('is not in use for having been spread to somebody else only', () => {
    const spread = [{ name: 'Region Exempel', since: '2026-11-21' }];
    expect(answered(produced(), 'introduction', anIntroduction({ spread })).after.head.milestone).toBe(
      'published',
    );
  });

  it('N-11: is told to councils, the responsible one, those that use it, its new owner and the nominator', () => {
    const { told } = answered(
      produced(),
      'introduction',
      anIntroduction({
        responsibleCouncil: 'child',
        programmeOwnerEmail: 'agare@example.se',
        units: [{ unit: 'Enhet A', contactEmail: 'a@example.se', unitConnectedToSob: true }],
      }),
    );
    expect(told).toEqual([
      'N-11 → adult',
      'N-11 → primary',
      'N-11 → child',
      'N-11 → unit-1',
      'N-11 → nominator',
      'N-11 → programmeOwner',
    ]);
  });

  it('gives the owner a page of the case', () => {
    const owner = anIntroduction({ programmeOwnerEmail: 'agare@example.se' });
    const { after } = answered(produced(), 'introduction', owner);
    expect(after.head.contacts.programmeOwner).toBe('agare@example.se');
    expect(after.head.caseLinks.programmeOwner).toEqual({ version: 1, linked: 0 });
  });

  it('R-04: settles the kind where nobody had, and only there', () => {
    const unsure = produced({}, { head: { programmeKind: 'unsure' } });
    const { after } = answered(unsure, 'introduction', anIntroduction({ programmeKind: 'support' }));
    expect(after.programme?.kind).toBe('support');
    expect(after.head.programmeKind).toBe('support');
    const support = produced({}, { head: { programmeKind: 'support' } });
    expect(answered(support, 'introduction', anIntroduction()).after.programme?.kind).toBe('support');
  });

  it('R-e1: an existing programme keeps what is said of it as a medical device', () => {
    const existing = produced(
      {},
      { questions: [asked('decision', 'sobOffice', { outcome: 'useExisting' })] },
    );
    const answers = anIntroduction({ medicalDevice: 'classIIaOrHigher' });
    expect(answered(existing, 'introduction', answers).after.programme).toMatchObject({
      origin: 'useExisting',
      medicalDevice: 'classIIaOrHigher',
    });
  });

  it('G6, G7: is refused for what is lacking, and not with a reason', () => {
    const units = [{ unit: 'Enhet A', unitConnectedToSob: false, startedOn: TODAY }];
    const facts = produced({ accessibility: 'notOk' });
    expect(refused(facts, 'introduction', anIntroduction({ units }))).toEqual([
      'overrideReason',
      'overrideReason',
      'overrideReason',
    ]);
    expect(
      refused(facts, 'introduction', anIntroduction({ units, overrideReason: 'Rättas i veckan.' })),
    ).toEqual([]);
  });
});

describe('what the form of the introduction asks', () => {
  const fieldsAsked = (known: Readonly<Record<string, string>>, answers: object) => {
    const checked = checkAnswers(introduction.form, answers, {
      today: TODAY,
      facts: { decision: 'create', occasion: 'decided', programmeKind: 'treatment', ...known },
      registers: { councils: [{ value: 'adult', label: { sv: 'Vuxna', en: 'Adults' } }] },
    });
    return checked.ok ? [] : checked.problems.map(({ field }) => field);
  };

  it.each([
    ['create', 'decided', ['handover']],
    ['purchase', 'decided', ['handover']],
    ['collaborate', 'decided', ['handover']],
    ['useExisting', 'decided', ['medicalDevice']],
    ['create', 'revision', []],
    ['useExisting', 'revision', []],
  ])('P-50: after %s, for what is %s, the handover is accepted: %j', (decision, occasion, wanted) => {
    expect(fieldsAsked({ decision, occasion }, anIntroduction())).toEqual(wanted);
  });

  it('R-04: the kind, where it was never settled', () => {
    const revision = { occasion: 'revision', programmeKind: 'unsure' };
    expect(fieldsAsked(revision, anIntroduction())).toEqual(['programmeKind']);
  });

  it('7.9: a reason to hand a device made in-house over to another legal entity', () => {
    const answers = anIntroduction({
      units: [
        { unit: 'Enhet A', unitConnectedToSob: true },
        { unit: 'Enhet B', unitConnectedToSob: true, isPrivate: true },
      ],
      spread: [{ name: 'Region Exempel' }],
    });
    const revision = { occasion: 'revision' };
    expect(fieldsAsked(revision, answers)).toEqual([]);
    expect(fieldsAsked({ ...revision, medicalDevice: 'inHouse' }, answers)).toEqual([
      'units[0].isPrivate',
      'units[1].inHouseReason',
      'spread[0].inHouseReason',
    ]);
  });
});

describe('R-j1: the next version of a programme', () => {
  const revised = (programme = {}, head = {}) => ({
    ...produced({}, { head: { occasion: 'revision', milestone: 'inUse', ...head } }),
    programme: aProgramme({ nextReviewOn: undefined, ...programme }),
  });

  it('keeps the day of the first one, its origin, its kind, what was followed up and who uses it', () => {
    const followUps = [{ year: 2026, on: '2026-10-05', conclusion: 'revise' as const }];
    const before = revised({ followUps, kind: 'support', origin: 'purchase' });
    const units = [{ unit: 'Ny enhet', ...STARTED }];
    const { after } = answered(
      before,
      'introduction',
      anIntroduction({ units, responsibleCouncil: 'child' }),
    );
    expect(after.programme).toMatchObject({
      kind: 'support',
      origin: 'purchase',
      version: 2,
      publishedOn: '2026-09-15',
      versionOn: '2026-11-20',
      council: 'child',
      medicalDevice: 'classI',
      followUps,
      nextReviewOn: '2027-10-01',
    });
    expect(after.programme?.users.map(({ name }) => name)).toEqual(['Exempelmottagningen', 'Ny enhet']);
    expect(after.head).toMatchObject({ milestone: 'inUse', phaseWanted: false });
  });

  it('P-44: a unit that is named again has its new risk analysis', () => {
    const units = [{ unit: 'exempelmottagningen', unitConnectedToSob: true, riskAnalysisOn: '2026-11-19' }];
    const { after } = answered(revised(), 'introduction', anIntroduction({ units }));
    expect(after.programme?.users).toMatchObject([
      { id: 'unit-1', riskAnalysisOn: '2026-11-19', startedOn: '2026-10-01' },
    ]);
  });

  it('is not published before the version that there is', () => {
    expect(refused(revised(), 'introduction', anIntroduction({ publishedOn: '2026-09-14' }))).toEqual([
      'publishedOn',
    ]);
    expect(refused(revised(), 'introduction', anIntroduction({ publishedOn: '2026-09-15' }))).toEqual([]);
  });

  it('R-k4: lets nobody start while the programme is stopped for new patients', () => {
    const stopped = revised({ startsStoppedOn: '2026-11-10' });
    const started = (on: string) =>
      anIntroduction({
        units: [{ unit: 'Ny enhet', ...STARTED, startedOn: on }],
        spread: [{ name: 'Region Ny', since: on }],
      });
    const fields = ['units[0].startedOn', 'spread[0].since'];
    expect(refused(stopped, 'introduction', started('2026-11-10'))).toEqual(fields);
    expect(refused(stopped, 'introduction', started('2026-11-09'))).toEqual([]);
    expect(refused(revised(), 'introduction', started('2026-11-10'))).toEqual([]);
  });

  it('R-k2: a proposal that waited for it is now before the council', () => {
    const { after } = answered(
      revised({}, { inactivationProposedOn: '2026-11-01' }),
      'introduction',
      anIntroduction(),
    );
    expect(after.head).toMatchObject({
      phase: 'review',
      occasion: 'proposal',
      phaseWanted: true,
      inactivationProposedOn: undefined,
    });
    expect(after.programme?.nextReviewOn).toBeUndefined();
  });
});

describe('R-12, R-j1: the yearly follow-up', () => {
  const reviewed = (head = {}) =>
    underReview([asked('followUp', 'adult'), asked('figures', 'programmeOwner')], head);

  it('keep: the programme is asked about in the next list, and nobody is waited for', () => {
    const { after, told } = answered(reviewed(), 'followUp', { conclusion: 'keep' });
    expect(after.head.phaseWanted).toBe(false);
    expect(after.programme).toMatchObject({
      nextReviewOn: '2027-10-01',
      followUps: [{ year: 2026, on: TODAY, conclusion: 'keep' }],
    });
    expect(after.questions.map(({ status }) => status)).toEqual(['answered', 'closed']);
    expect(told).toEqual(['kept → programmeOwner']);
  });

  it('keep: or on the day that the council wishes', () => {
    const { after } = answered(reviewed(), 'followUp', { conclusion: 'keep', nextReviewOn: '2027-03-01' });
    expect(after.programme?.nextReviewOn).toBe('2027-03-01');
  });

  it('adds to what was followed up before', () => {
    const earlier = { year: 2025, on: '2025-10-05', conclusion: 'keep' as const };
    const facts = underReview([asked('followUp', 'adult')], {}, { followUps: [earlier] });
    const { after } = answered(facts, 'followUp', { conclusion: 'keep' });
    expect(after.programme?.followUps.map(({ year }) => year)).toEqual([2025, 2026]);
  });

  it('revise: a new version is begun, and the office and the owner are told', () => {
    const { after, told } = answered(reviewed(), 'followUp', {
      conclusion: 'revise',
      conclusionReason: 'Nya riktlinjer.',
    });
    expect(after.head).toMatchObject({ phase: 'production', occasion: 'revision', phaseWanted: true });
    expect(told).toEqual(['N-11 → sobOffice', 'N-11 → programmeOwner']);
  });

  it('R-k1: a proposal of inactivation goes on in the review', () => {
    const { after, told } = answered(reviewed(), 'followUp', {
      conclusion: 'proposeInactivation',
      conclusionReason: 'Behovet har ändrats.',
    });
    expect(after.head).toMatchObject({ phase: 'review', phaseWanted: true });
    expect(after.programme?.nextReviewOn).toBeUndefined();
    expect(told).toEqual(['inactivationProposed → sobOffice', 'inactivationProposed → programmeOwner']);
  });

  it.each(['keep', 'revise', 'proposeInactivation'] as const)(
    'R-k2: whoever proposed inactivation meanwhile has been heard: %s',
    (conclusion) => {
      const proposed = reviewed({ inactivationProposedOn: '2026-11-01' });
      expect(
        answered(proposed, 'followUp', { conclusion }).after.head.inactivationProposedOn,
      ).toBeUndefined();
    },
  );

  it('R-k1: asks why, but for what is kept', () => {
    const known = { today: TODAY, facts: {}, registers: {} };
    expect(checkAnswers(followUp.form, { conclusion: 'keep' }, known).ok).toBe(true);
    for (const conclusion of ['revise', 'proposeInactivation'])
      expect(checkAnswers(followUp.form, { conclusion }, known)).toMatchObject({
        problems: [{ field: 'conclusionReason' }],
      });
  });

  it('is put off to a day to come only', () => {
    const on = (nextReviewOn: string) =>
      refused(reviewed(), 'followUp', { conclusion: 'keep', nextReviewOn });
    expect(on(TODAY)).toEqual(['nextReviewOn']);
    expect(on('2026-11-24')).toEqual([]);
  });

  it('R-12: is put off past one list at most: a programme is followed up every year', () => {
    const on = (nextReviewOn: string) =>
      refused(reviewed(), 'followUp', { conclusion: 'keep', nextReviewOn });
    expect(on('2028-10-01')).toEqual([]);
    expect(on('2028-10-02')).toEqual(['nextReviewOn']);
    expect(on('2100-10-01')).toEqual(['nextReviewOn']);
  });

  it('is not put off any more once it is answered', () => {
    const rested = reviewed({ reviewOn: { followUp: TODAY } });
    expect(answered(rested, 'followUp', { conclusion: 'keep' }).after.head.reviewOn).toEqual({});
  });

  it('that came on paper stands in minutes', () => {
    expect(refused(reviewed(), 'followUp', { conclusion: 'keep' }, true)).toEqual(['minutesRef']);
    expect(refused(reviewed(), 'followUp', { conclusion: 'keep', minutesRef: 'Möte 4, § 7' }, true)).toEqual(
      [],
    );
  });
});

describe('R-j1: figures are of many together', () => {
  it.each([
    [0, []],
    [1, ['patientsStarted', 'patientsCompleted']],
    [4, ['patientsStarted', 'patientsCompleted']],
    [5, []],
    [1200, []],
  ])('groups under 5 are refused, and none is no group: %i', (patients, problems) => {
    const group = { patientsStarted: patients, patientsCompleted: patients };
    expect(refused(inUse(), 'figures', { period: '2026', ...group })).toEqual(problems);
    expect(refused(inUse(), 'followUp', { conclusion: 'keep', ...group })).toEqual(problems);
  });

  it('may be left out', () => {
    expect(refused(inUse(), 'figures', { period: '2026' })).toEqual([]);
  });

  it('change nothing else', () => {
    const facts = underReview([asked('figures', 'programmeOwner')]);
    const { after, told } = answered(facts, 'figures', { period: '2026' });
    expect(after.questions).toMatchObject([{ status: 'answered', told: { outcome: 'given' } }]);
    expect(after.programme).toEqual(facts.programme);
    expect(told).toEqual([]);
  });
});

describe('R-k2: the council’s position on inactivation', () => {
  const before = underReview([asked('inactivationPosition', 'adult')], {
    occasion: 'proposal',
    inactivationProposedOn: '2026-11-01',
  });
  const position = (given: 'keep' | 'inactivate') =>
    ({ ground: 'needChanged', position: given, reason: 'Behovet finns kvar.' }) as const;

  it('N-12: keep is told to the office, the nominator and the owner; the review is over', () => {
    const { after, told } = answered(before, 'inactivationPosition', position('keep'));
    expect(told).toEqual(['N-12 → sobOffice', 'N-12 → nominator', 'N-12 → programmeOwner']);
    expect(after.head).toMatchObject({ phaseWanted: false, inactivationProposedOn: undefined });
    expect(after.programme?.nextReviewOn).toBe('2027-10-01');
  });

  it('inactivate goes on to the office, which is asked', () => {
    const { after, told } = answered(before, 'inactivationPosition', position('inactivate'));
    expect(told).toEqual([]);
    expect(after.head).toMatchObject({ phaseWanted: true, inactivationProposedOn: undefined });
    expect(after.programme).toEqual(before.programme);
  });

  it('that came on paper stands in minutes', () => {
    expect(refused(before, 'inactivationPosition', position('keep'), true)).toEqual(['minutesRef']);
    expect(refused(before, 'inactivationPosition', { ...position('keep'), minutesRef: '§ 7' }, true)).toEqual(
      [],
    );
    expect(refused(before, 'inactivationPosition', position('keep'))).toEqual([]);
  });
});

describe('R-k1, R-k3: inactivation', () => {
  const before = underReview([
    asked('inactivationPosition', 'adult', { outcome: 'inactivate' }),
    asked('inactivation', 'sobOffice'),
  ]);

  it('is not taken back by reopening the council’s position, which can be until then', () => {
    const reopening = { reopenStep: 'inactivationPosition', reopenReason: 'Nytt underlag.' } as const;
    const { after } = answered(before, 'inactivation', anInactivation());
    expect(actRefused(before, 'reopen', reopening)).toEqual([]);
    expect(actRefused(after, 'reopen', reopening)).toEqual(['reopenStep']);
  });

  it('N-12, R-k3: what becomes of patients, and the last day, are known to whoever is told; its free text is not', () => {
    const told = (given: Parameters<typeof anInactivation>[0]) =>
      answered(before, 'inactivation', anInactivation(given)).after.questions.find(
        ({ round }) => round.step === 'inactivation',
      )?.told;
    const { lastStartOn } = anInactivation();
    const ongoing = { ongoingPatients: 'stop', ongoingPatientsText: 'De ringer mottagningen.' } as const;
    expect(told(ongoing)).toEqual({ outcome: 'inactivated', lastStartOn, ongoingPatients: 'stop' });
  });

  it('closes the programme to new patients; its removal from the catalogue rests until its day', () => {
    const { after } = answered(before, 'inactivation', anInactivation());
    expect(after.programme).toMatchObject({
      inactivatedOn: '2026-11-23',
      startsStoppedOn: '2026-11-23',
      nextReviewOn: undefined,
    });
    expect(after.head).toMatchObject({
      milestone: 'inactivated',
      phaseWanted: true,
      reviewOn: { unpublishing: '2027-05-01' },
    });
  });

  it('R-k4: remembers since when new starts had been stopped', () => {
    const stopped = { ...before, programme: aProgramme({ startsStoppedOn: '2026-11-02' }) };
    const { after } = answered(stopped, 'inactivation', anInactivation());
    expect(after.programme?.startsStoppedOn).toBe('2026-11-02');
  });

  it('N-12: all who use it are told, but those who have stopped, and the councils, owner and nominator', () => {
    const users = [
      aUser(),
      aUser({ id: 'spread-2', kind: 'spread', name: 'Region Exempel' }),
      aUser({ id: 'unit-3', name: 'Annan', endedOn: '2026-10-15' }),
    ];
    const { told } = answered(
      { ...before, programme: aProgramme({ users, council: 'child' }) },
      'inactivation',
      anInactivation(),
    );
    expect(told).toEqual(
      ['unit-1', 'spread-2', 'adult', 'primary', 'child', 'programmeOwner', 'nominator'].map(
        (who) => `N-12 → ${who}`,
      ),
    );
  });

  it('G8: waits for the council’s position, and its days follow upon each other', () => {
    expect(refused(before, 'inactivation', anInactivation())).toEqual([]);
    expect(
      refused(underReview([asked('inactivation', 'sobOffice')]), 'inactivation', anInactivation()),
    ).toEqual(['inactivatedOn']);
    expect(refused(before, 'inactivation', anInactivation({ lastStartOn: '2026-11-24' }))).toEqual([
      'lastStartOn',
    ]);
    expect(refused(before, 'inactivation', anInactivation({ unpublishOn: '2026-11-22' }))).toEqual([
      'unpublishOn',
    ]);
    expect(
      refused(
        before,
        'inactivation',
        anInactivation({ lastStartOn: '2026-11-23', unpublishOn: '2026-11-23' }),
      ),
    ).toEqual([]);
  });

  it('ends when the programme is removed from the catalogue, not before it was inactivated', () => {
    const inactivated = underReview(
      [asked('unpublishing', 'sobOffice')],
      { milestone: 'inactivated', reviewOn: { unpublishing: '2026-11-20', decision: '2099-01-01' } },
      { inactivatedOn: '2026-11-01' },
    );
    const { after } = answered(inactivated, 'unpublishing', { unpublishedOn: '2026-11-20' });
    expect(after.programme?.unpublishedOn).toBe('2026-11-20');
    expect(after.head).toMatchObject({ phaseWanted: false, milestone: 'inactivated' });
    expect(after.head.reviewOn).toEqual({ decision: '2099-01-01' });
    expect(refused(inactivated, 'unpublishing', { unpublishedOn: '2026-10-31' })).toEqual(['unpublishedOn']);
    expect(refused(inactivated, 'unpublishing', { unpublishedOn: '2026-11-01' })).toEqual([]);
  });
});

describe('units, and other regions and providers, come and go', () => {
  const NEW = { unit: 'Ny enhet', contactEmail: 'ny@example.se', ...STARTED };

  it('N-11: a unit that starts is told, and so is the office', () => {
    const { after, told } = done(inUse(), 'addUnit', aUnit(NEW));
    expect(after.programme?.users.map(({ id }) => id)).toEqual(['unit-1', 'unit-2']);
    expect(told).toEqual(['N-11 → sobOffice', 'N-11 → unit-2']);
  });

  it('a unit that has not started is told nothing yet, and then starts under its own name', () => {
    const { unit, contactEmail } = NEW;
    const planned = done(inUse(), 'addUnit', aUnit({ unit, contactEmail }));
    expect(planned.told).toEqual([]);
    expect(planned.after.head.milestone).toBe('inUse');
    const started = done(planned.after, 'addUnit', aUnit({ ...STARTED, unit: 'NY ENHET' }));
    expect(started.told).toEqual(['N-11 → sobOffice', 'N-11 → unit-2']);
    expect(started.after.programme?.users).toHaveLength(2);
    expect(done(started.after, 'addUnit', aUnit(NEW)).told).toEqual([]);
  });

  it('the first start puts the programme into use; no other does anything to the case', () => {
    const published = inUse({ users: [] }, { head: { milestone: 'published' } });
    expect(done(published, 'addUnit', aUnit()).after.head.milestone).toBe('published');
    expect(done(published, 'addUnit', aUnit(NEW)).after.head.milestone).toBe('inUse');
    expect(done(published, 'addSpread', { name: 'Region Exempel', since: TODAY }).after.head.milestone).toBe(
      'published',
    );
  });

  it('G7: only the office may let a unit start without what it needs, with a reason', () => {
    const early = aUnit({ startedOn: TODAY, unitConnectedToSob: true });
    const withReason = { ...early, unit: 'Ny enhet', overrideReason: 'Analysen görs i morgon.' };
    expect(actRefused(inUse(), 'addUnit', { ...early, unit: 'Ny enhet' })).toEqual(['overrideReason']);
    expect(actRefused(inUse(), 'addUnit', withReason)).toEqual([]);
    expect(actRefused(inUse(), 'addUnit', withReason, 'programmeOwner')).toEqual(['overrideReason']);
    // Its risk analysis is known since before.
    expect(actRefused(inUse(), 'addUnit', early, 'programmeOwner')).toEqual([]);
  });

  it('N-11, R-j1: whom the programme is spread to is told', () => {
    const spread = { name: 'Region Exempel', contactEmail: 'region@example.se', since: TODAY };
    const { after, told } = done(inUse(), 'addSpread', spread);
    expect(told).toEqual(['N-11 → sobOffice', 'N-11 → spread-2']);
    expect(after.programme?.users[1]).toMatchObject({ kind: 'spread', startedOn: TODAY });
  });

  it('R-k4: nobody starts while new starts are stopped', () => {
    const stopped = inUse({ startsStoppedOn: '2026-11-20' });
    expect(actRefused(stopped, 'addUnit', aUnit(NEW))).toEqual(['startedOn']);
    expect(actRefused(stopped, 'addUnit', aUnit({ ...NEW, startedOn: '2026-11-19' }))).toEqual([]);
    expect(actRefused(stopped, 'addUnit', aUnit())).toEqual([]);
    expect(actRefused(stopped, 'addSpread', { name: 'Region Exempel', since: TODAY })).toEqual(['since']);
  });

  it('who stops using it is told, and nobody else that uses it', () => {
    const users = [aUser(), aUser({ id: 'unit-2', name: 'Annan' })];
    const { after, told } = done(inUse({ users }), 'endUse', { user: 'unit-1', endedOn: TODAY });
    expect(told).toEqual(['useEnded → sobOffice', 'useEnded → unit-1']);
    expect(after.programme?.users.map(({ endedOn }) => endedOn)).toEqual([TODAY, undefined]);
    expect(actRefused(inUse(), 'endUse', { user: 'unit-1', endedOn: '2026-09-30' })).toEqual(['endedOn']);
    expect(actRefused(inUse(), 'endUse', { user: 'unit-1', endedOn: '2026-10-01' })).toEqual([]);
  });

  it('who comes back after having stopped is another user, and the earlier time stays', () => {
    const users = [aUser({ endedOn: '2026-10-20' })];
    const again = withUser(users, aUser({ startedOn: '2026-11-01' }));
    expect(again.map(({ endedOn }) => endedOn)).toEqual(['2026-10-20', undefined]);
    expect(usersOn({ users: again }, '2026-10-19')).toHaveLength(1);
    expect(usersOn({ users: again }, '2026-10-25')).toHaveLength(0);
    expect(inUseSince({ users: again })).toBe('2026-10-01');
  });
});

describe('R-12: correcting what is said of a programme', () => {
  const correction = (given: Partial<ActAnswers['correctProgramme']> = {}) => ({
    publicName: 'Sov gott',
    programmeKind: 'support' as const,
    publishedOn: '2026-09-10',
    medicalDevice: 'classI' as const,
    responsibleCouncil: 'child',
    programmeOwner: 'En annan klinik',
    operationalResponsibility: 'En annan klinik.',
    correctionReason: 'Fel namn.',
    ...given,
  });

  it('changes what it says, and nothing else', () => {
    const { after } = done(inUse(), 'correctProgramme', correction());
    expect(after.programme).toEqual(
      aProgramme({
        name: 'Sov gott',
        kind: 'support',
        publishedOn: '2026-09-10',
        versionOn: '2026-09-10',
        medicalDevice: 'classI',
        council: 'child',
        owner: 'En annan klinik',
        operationalResponsibility: 'En annan klinik.',
      }),
    );
    expect(after.head.programmeKind).toBe('support');
    expect(after.head.contacts.programmeOwner).toBe('agare@example.se');
  });

  it('R-u1: leaves the day of a later version, which the first cannot come after', () => {
    const second = inUse({ version: 2, versionOn: '2026-11-01' });
    expect(done(second, 'correctProgramme', correction()).after.programme).toMatchObject({
      publishedOn: '2026-09-10',
      versionOn: '2026-11-01',
    });
    expect(actRefused(second, 'correctProgramme', correction({ publishedOn: '2026-11-02' }))).toEqual([
      'publishedOn',
    ]);
    expect(actRefused(inUse(), 'correctProgramme', correction({ publishedOn: '2026-11-02' }))).toEqual([]);
  });

  it.each(['followUp', 'inactivationPosition'] as const)(
    'R-12: another council is asked what the one before has not answered, by the same day: %s',
    (step) => {
      const open = { ...asked(step, 'adult'), targetOn: '2026-12-01', receivedOn: '2026-11-01' };
      const { after, told } = done(underReview([open]), 'correctProgramme', correction());
      expect(after.questions).toMatchObject([
        { body: 'adult', status: 'released' },
        { body: 'child', status: 'open', linked: 0, receivedOn: '2026-11-01', targetOn: '2026-12-01' },
      ]);
      expect(told).toEqual(['released → adult']);
      expect(roundOutcome(open.round, after)).toBeUndefined();
    },
  );

  it('R-12: the same council is asked on, and what was answered stands', () => {
    const same = correction({ responsibleCouncil: 'adult' });
    const open = underReview([asked('followUp', 'adult')]);
    expect(done(open, 'correctProgramme', same).follows).toMatchObject({ questions: {}, asks: [] });
    const answered = underReview([asked('followUp', 'adult', { outcome: 'proposeInactivation' })]);
    expect(done(answered, 'correctProgramme', correction()).after.questions).toEqual(answered.questions);
  });

  describe('C8: once it is inactivated', () => {
    const ended = (programme = {}) =>
      inUse(
        {
          ...{ nextReviewOn: undefined, inactivatedOn: '2026-10-05', startsStoppedOn: '2026-10-05' },
          ...{ unpublishedOn: '2026-11-01', ...programme },
        },
        { questions: [], head: { milestone: 'inactivated', phase: 'review', phaseWanted: false } },
      );
    const days = correction({ inactivatedOn: '2026-10-15', unpublishedOn: '2026-11-02' });

    it('its days are put right by the office alone, and the figures with them', () => {
      const { after } = done(ended(), 'correctProgramme', days);
      expect(after.programme).toMatchObject({
        ...{ inactivatedOn: '2026-10-15', startsStoppedOn: '2026-10-15', unpublishedOn: '2026-11-02' },
      });
      expect(tallyOf(ended({ inactivatedOn: '2025-12-30' }))).toMatchObject({ '2025/inactivated': 1 });
      expect(
        tallyOf(done(ended({ inactivatedOn: '2025-12-30' }), 'correctProgramme', days).after),
      ).toMatchObject({ '2026/inactivated': 1 });
      expect(actRefused(ended(), 'correctProgramme', days, 'programmeOwner')).toEqual(['$']);
    });

    it('R-k4: a stop from before stays what it was', () => {
      const stopped = ended({ startsStoppedOn: '2026-09-20' });
      expect(done(stopped, 'correctProgramme', days).after.programme?.startsStoppedOn).toBe('2026-09-20');
    });

    it('its days follow upon each other', () => {
      const refusedFor = (given: Partial<ActAnswers['correctProgramme']>) =>
        actRefused(ended(), 'correctProgramme', { ...days, ...given });
      expect(refusedFor({})).toEqual([]);
      expect(refusedFor({ inactivatedOn: '2026-09-09' })).toEqual(['inactivatedOn']);
      expect(refusedFor({ unpublishedOn: '2026-10-14' })).toEqual(['unpublishedOn']);
    });

    it('they are asked for only where there are any', () => {
      const fields = (inactivated: boolean, unpublished: boolean) => {
        const known = { today: TODAY, facts: { inactivated, unpublished }, registers: {} };
        const checked = checkAnswers(ACTS.correctProgramme.form, {}, known);
        const problems = checked.ok ? [] : checked.problems.map(({ field }) => field);
        return problems.filter((field) => ['inactivatedOn', 'unpublishedOn'].includes(field));
      };
      expect(fields(false, false)).toEqual([]);
      expect(fields(true, false)).toEqual(['inactivatedOn']);
      expect(fields(true, true)).toEqual(['inactivatedOn', 'unpublishedOn']);
    });
  });

  it('R-g1, 7.9: it is a medical device as was corrected, until the next version says something else', () => {
    const judged = asked('productionChecklist', 'projectManager', {
      outcome: 'done',
      medicalDevice: 'inHouse',
    });
    const before = inUse({}, { questions: [judged] });
    const { after } = done(before, 'correctProgramme', correction());
    expect(medicalDeviceNow(after)).toBe('classI');
    const head = { ...after.head, phaseWanted: true };
    expect(medicalDeviceNow({ ...after, head })).toBe('inHouse');
    expect(medicalDeviceNow(produced({ medicalDevice: 'classI' }))).toBe('classI');
  });

  it('gives another owner a link of their own, also to what the owner is asked', () => {
    const before = underReview([asked('figures', 'programmeOwner')]);
    const answers = correction({ programmeOwnerEmail: 'ny@example.se' });
    const { after } = done(before, 'correctProgramme', answers);
    expect(after.head.contacts.programmeOwner).toBe('ny@example.se');
    expect(after.head.caseLinks.programmeOwner).toMatchObject({ version: 1, linked: 0 });
    expect(after.questions[0]?.linkVersion).toBe(2);
  });
});

describe('R-k4: a proposal of inactivation', () => {
  const proposal = { ground: 'needChanged', proposalReason: 'Ingen använder det.' } as const;

  it('is before the council at once where nothing is under way', () => {
    const { after, told } = done(inUse(), 'proposeInactivation', proposal);
    expect(after.head).toMatchObject({ phase: 'review', occasion: 'proposal', phaseWanted: true });
    expect(after.head.inactivationProposedOn).toBeUndefined();
    expect(after.programme?.nextReviewOn).toBeUndefined();
    expect(told).toEqual(['inactivationProposed → sobOffice']);
  });

  it('waits for what is under way, and the council is told', () => {
    const revised = inUse({}, { head: { phaseWanted: true } });
    const { after, told } = done(revised, 'proposeInactivation', proposal);
    expect(after.head).toMatchObject({ phase: 'production', inactivationProposedOn: TODAY });
    expect(told).toEqual(['inactivationProposed → sobOffice', 'inactivationProposed → adult']);
  });

  it.each(['nominator', 'sobOffice', 'programmeOwner'] as const)('may be made by the %s', (by) => {
    expect(actRefused(inUse(), 'proposeInactivation', proposal, by)).toEqual([]);
  });

  it.each<[string, CaseFacts, readonly string[]]>([
    ['one waits', inUse({}, { head: { phaseWanted: true, inactivationProposedOn: TODAY } }), ['$']],
    ['one is before the council', underReview([], { occasion: 'proposal' }), ['$']],
    [
      'the follow-up came to one',
      underReview([asked('followUp', 'adult', { outcome: 'proposeInactivation' })]),
      ['$'],
    ],
    ['the follow-up is not answered', underReview([asked('followUp', 'adult')]), []],
    ['an earlier review was on one', inUse({}, { head: { phase: 'review', occasion: 'proposal' } }), []],
  ])('is made once: %s', (_when, facts, problems) => {
    expect(actRefused(facts, 'proposeInactivation', proposal)).toEqual(problems);
  });

  it('is not made of a programme that is not published, or is inactivated', () => {
    expect(actRefused(produced(), 'proposeInactivation', proposal)).toEqual(['$']);
    expect(actRefused(inUse({ inactivatedOn: TODAY }), 'proposeInactivation', proposal)).toEqual(['$']);
  });
});

describe('R-k4: an urgent stop', () => {
  const stop = { stopReason: 'Fel råd vid självmordstankar.' };
  const lift = { liftReason: 'Felet är rättat.' };

  it('stops new starts from today, tells all who use the programme, and has the council take a position', () => {
    const { after, told } = done(inUse(), 'urgentStop', stop);
    expect(after.programme).toMatchObject({ startsStoppedOn: TODAY, nextReviewOn: undefined });
    expect(after.head).toMatchObject({ phase: 'review', occasion: 'proposal', phaseWanted: true });
    expect(told).toEqual(['urgentStop → unit-1', 'urgentStop → adult', 'urgentStop → programmeOwner']);
  });

  it('breaks off a new version that is being made, and has the council take its position at once', () => {
    const { after, told } = done(beingRevised({ inactivationProposedOn: '2026-11-01' }), 'urgentStop', stop);
    expect(after.programme).toMatchObject({ startsStoppedOn: TODAY, nextReviewOn: undefined });
    expect(after.head).toMatchObject({ phase: 'review', occasion: 'proposal', phaseWanted: true });
    expect(after.head.inactivationProposedOn).toBeUndefined();
    expect(after.questions.filter(({ status }) => status === 'open')).toEqual([]);
    expect(told).toEqual([
      ...['urgentStop → unit-1', 'urgentStop → adult', 'urgentStop → programmeOwner'],
      ...['revisionEnded → projectManager', 'released → independentReviewer'],
    ]);
  });

  it('has the yearly follow-up give way to the council’s position, whether that rests or is asked', () => {
    for (const given of [{ linked: 0, restsUntil: '2027-10-01' }, {}]) {
      const followUp = { ...asked('followUp', 'adult'), ...given };
      const before = underReview([followUp, asked('figures', 'programmeOwner')], {
        reviewOn: { followUp: '2027-10-01' },
        inactivationProposedOn: '2026-11-20',
      });
      const { after, told } = done(before, 'urgentStop', stop);
      expect(after.questions.map(({ status }) => status)).toEqual(['closed', 'open']);
      expect(roundOutcome(followUp.round, after)).toBe('skipped');
      expect(after.head).toMatchObject({ phase: 'review', phaseWanted: true, reviewOn: {} });
      expect(after.head.inactivationProposedOn).toBeUndefined();
      expect(told).not.toContain('released → adult');
      const { after: moved } = done(after, 'correctProgramme', {
        ...{ publicName: 'Sov gott', programmeKind: 'support', publishedOn: '2026-09-10' },
        ...{ medicalDevice: 'classI', responsibleCouncil: 'child', programmeOwner: 'Kliniken' },
        ...{ operationalResponsibility: 'Kliniken.', correctionReason: 'Rådet har bytts.' },
      });
      expect(roundOutcome(followUp.round, moved)).toBe('skipped');
      expect(actRefused(after, 'proposeInactivation', { ground: 'other', proposalReason: 'x' })).toEqual([
        '$',
      ]);
    }
  });

  it('waits with the position for a follow-up that nobody has been asked yet', () => {
    const { after } = done(underReview([]), 'urgentStop', stop);
    expect(after.head.inactivationProposedOn).toBe(TODAY);
    expect(newestRound(after, 'followUp')).toBeUndefined();
  });

  it('adds no proposal to one that is there', () => {
    const { after } = done(underReview([], { occasion: 'proposal' }), 'urgentStop', stop);
    expect(after.head.inactivationProposedOn).toBeUndefined();
    expect(after.programme?.startsStoppedOn).toBe(TODAY);
  });

  it('is lifted by the office, and all are told', () => {
    const { after, told } = done(inUse({ startsStoppedOn: TODAY }), 'liftStop', lift);
    expect(after.programme?.startsStoppedOn).toBeUndefined();
    expect(told).toEqual(['stopLifted → unit-1', 'stopLifted → adult', 'stopLifted → programmeOwner']);
  });

  it('is made once, and lifted only where there is one; by the office alone', () => {
    const stopped = inUse({ startsStoppedOn: TODAY });
    expect(actRefused(inUse(), 'urgentStop', stop)).toEqual([]);
    expect(actRefused(stopped, 'urgentStop', stop)).toEqual(['$']);
    expect(actRefused(stopped, 'liftStop', lift)).toEqual([]);
    expect(actRefused(inUse(), 'liftStop', lift)).toEqual(['$']);
    expect(actRefused(inUse(), 'urgentStop', stop, 'programmeOwner')).toEqual(['$']);
  });
});

describe('R-j1: work on a new version that nobody finishes', () => {
  const ending = { endReason: 'Ingen hinner.' };

  it('is broken off by the office: nobody is waited for, and those concerned are told once', () => {
    const { after, told } = done(beingRevised(), 'endRevision', ending);
    expect(after.head).toMatchObject({ phaseWanted: false, milestone: 'inUse' });
    expect(after.questions.map(({ status }) => status)).toEqual(['closed', 'closed']);
    expect(told).toEqual([
      ...['revisionEnded → programmeOwner', 'revisionEnded → adult', 'revisionEnded → projectManager'],
      'released → independentReviewer',
    ]);
    expect(after.programme).toEqual(beingRevised().programme);
  });

  it('R-12: the programme is followed up on the day that was set, or in the next list if that has passed', () => {
    const next = (nextReviewOn: string) =>
      done(beingRevised({}, { nextReviewOn }), 'endRevision', ending).after.programme?.nextReviewOn;
    expect(next('2027-03-01')).toBe('2027-03-01');
    expect(next('2026-10-01')).toBe('2027-10-01');
    const over = done(beingRevised({}, { nextReviewOn: '2026-10-01' }), 'endRevision', ending).after;
    expect(beginReview(over, new Date('2027-09-01T08:00:00.000Z'))).toBeDefined();
  });

  it('R-k2: a proposal that waited for it is before the council at once', () => {
    const { after } = done(beingRevised({ inactivationProposedOn: '2026-11-01' }), 'endRevision', ending);
    expect(after.head).toMatchObject({ phase: 'review', occasion: 'proposal', phaseWanted: true });
    expect(after.head.inactivationProposedOn).toBeUndefined();
    expect(after.programme?.nextReviewOn).toBeUndefined();
    expect(after.questions.map(({ status }) => status)).toEqual(['closed', 'closed']);
  });

  it.each<[string, CaseFacts]>([
    ['there is none', inUse()],
    ['the first version is being made', produced()],
    ['the programme is being reviewed', underReview([])],
  ])('cannot be done where %s', (_where, facts) => {
    expect(actRefused(facts, 'endRevision', ending)).toEqual(['$']);
    expect(mayAct('endRevision', acting(facts))).toBe(false);
  });

  it('is the office’s alone', () => {
    expect(mayAct('endRevision', acting(beingRevised()))).toBe(true);
    expect(actRefused(beingRevised(), 'endRevision', ending, 'programmeOwner')).toEqual(['$']);
  });
});

describe('what is offered is what can be done now', () => {
  const stopped = inUse({ startsStoppedOn: TODAY });
  it.each<[ActName, CaseFacts, CaseFacts]>([
    ['urgentStop', inUse(), stopped],
    ['liftStop', stopped, inUse()],
    ['revise', inUse(), beingRevised()],
    ['endRevision', beingRevised(), inUse()],
    ['proposeInactivation', inUse(), underReview([], { occasion: 'proposal' })],
    [
      'reopen',
      underReview([asked('inactivationPosition', 'adult', { outcome: 'inactivate' })], {
        occasion: 'proposal',
      }),
      inUse(),
    ],
  ])('%s', (name, can, cannot) => {
    expect(mayAct(name, acting(can))).toBe(true);
    expect(mayAct(name, acting(cannot))).toBe(false);
  });

  it('and whoever comes too late is told why', () => {
    const [problem] = actRefusals('liftStop', { liftReason: 'Klart.' }, acting(inUse()));
    expect(problem?.message.sv).toContain('inte stoppat');
  });
});

describe('R-j1: the office has a new version made', () => {
  const revision = { revisionReason: 'Nya riktlinjer.' };

  it('begins the production, and tells the owner and the responsible council', () => {
    const { after, told } = done(inUse(), 'revise', revision);
    expect(after.head).toMatchObject({
      phase: 'production',
      occasion: 'revision',
      phaseWanted: true,
      milestone: 'inUse',
    });
    expect(told).toEqual(['N-11 → programmeOwner', 'N-11 → adult']);
  });

  it('only when nothing is under way', () => {
    expect(actRefused(inUse(), 'revise', revision)).toEqual([]);
    expect(actRefused(inUse({}, { head: { phaseWanted: true } }), 'revise', revision)).toEqual(['$']);
  });
});
