import type { QuestionFact } from '../../shared/case/facts.ts';
import { newestRound, positionsOf } from '../../shared/case/rounds.ts';
import { toPosted } from '../../shared/pages/posted.ts';
import { ACTS } from '../../shared/routine/acts.ts';
import { nominationForm } from '../../shared/routine/nomination.ts';
import { type ActName, MACHINE_STEPS } from '../../shared/routine/question.ts';
import { answersOn, CONFIRMED, SIGNED } from '../builders/answers.ts';
import { programmeActFillings, programmeFillings } from './programme-fillings.ts';
import { projectActFillings, projectFillings } from './project-fillings.ts';
import {
  type ActFillingsOf,
  chancy,
  daysFrom,
  type FillingsOf,
  type Posting,
  type Setting,
} from './setting.ts';

/** What people fill in on a course: whatever the forms allow, and now and then what the rules refuse. */

const REOPENED = ACTS.reopen.form.reopenStep.options;

const ofStep: FillingsOf<QuestionFact['round']['step']> = {
  ...projectFillings,
  ...programmeFillings,
  screening: ({ chance, councils, otherCase }) => {
    const chosen = chance.some(councils, 1);
    const screeningOutcome = chance.oneIn(5)
      ? chance.of(['notForSob', 'mergeWithOther'])
      : 'forwardToCouncils';
    return {
      screeningOutcome,
      councils: chosen,
      leadCouncil: chance.oneIn(8) ? chance.of(councils) : chosen.at(-1),
      mergedInto: otherCase,
      programmeKind: chance.of(['treatment', 'support']),
      ...chancy(chance, 6, { buildableInSob: 'no', buildableReason: 'Programmet kräver video i realtid.' }),
      ...chancy(chance, 4, { overrideReason: undefined }),
      ...chancy(chance, 6, { relatedCases: otherCase }),
    };
  },
  position: ({ chance, today }) => ({
    position: chance.of(['supportCreate', 'supportCreate', 'supportPurchase', 'collaborate', 'notSupported']),
    receivedByCouncilOn: daysFrom(today, -chance.below(3)),
    ...chance.of([{}, {}, { manageableWithinUnits: 'false' }, { referToPpr: 'true' }]),
    ...chancy(chance, 6, { evidenceLevel: 'notApplicable' }),
    ...chancy(chance, 6, { minutesRef: undefined }),
  }),
  pprPosition: ({ chance, today }) => ({
    pprPosition: chance.of([
      'supported',
      'supportedWithConditions',
      'notSupported',
      'deferred',
      'returnedToCouncil',
    ]),
    reviewOn: daysFrom(today, chance.below(5)),
  }),
  decision: ({ chance, today }) => ({
    decision: chance.of(['create', 'purchase', 'useExisting', 'collaborate', 'decline', 'defer', 'defer']),
    procurementRoute: 'procurement',
    accessRoute: chance.of(['alreadyAvailable', 'agreement']),
    reviewOn: daysFrom(today, chance.below(5)),
    overrideReason: chance.oneIn(2) ? 'Rådet har inte svarat, och behovet är akut.' : undefined,
    ...chancy(chance, 6, { deviationReason: undefined }),
  }),
  anchoring: ({ chance }) => ({
    anchorAnswer: chance.of(['supported', 'supportedWithConditions', 'notSupported']),
    anchorComment: 'Det här gäller till årsskiftet.',
  }),
  supplement: ({ nomination }) => toPosted(nominationForm, nomination),
  councilChange: (setting) => ({
    approved: setting.chance.of(['true', 'true', 'false']),
    newCouncil: anotherCouncil(setting),
    changeReason: 'Frågan hör till ett annat område.',
  }),
};

const ofAct: ActFillingsOf<ActName> = {
  ...projectActFillings,
  ...programmeActFillings,
  requestSupplement: () => ({ supplementNeeded: 'Hur många patienter gäller det?' }),
  proposeCouncil: (setting) => ({
    proposalKind: setting.chance.of(['instead', 'also']),
    proposedCouncil: anotherCouncil(setting),
    proposalReason: 'Frågan hör till ett annat område.',
  }),
  setMeeting: ({ chance, today }) => ({ meetingOn: daysFrom(today, chance.below(10) - 1) }),
  correctReceived: ({ chance, today }) => ({ receivedOn: daysFrom(today, -chance.below(20)) }),
  withdrawReferral: () => ({ withdrawalReason: 'Verksamheten klarar det själv.' }),
  amend: ({ nomination }) => ({
    ...toPosted(nominationForm, nomination),
    amendReason: 'Målgruppen är större.',
  }),
  withdraw: () => ({ withdrawReason: 'Behovet finns inte längre.' }),
  changeContacts: ({ chance }) => ({
    contactFunction: 'Vårdutvecklare',
    contactEmail: `kontakt-${chance.below(3)}@example.se`,
    ...(!chance.oneIn(3) && { headOfOperationsEmail: `chef-${chance.below(2)}@example.se` }),
    ...chancy(chance, 2, { sobContactEmail: 'sob-kontakt@example.se' }),
  }),
  changeCouncils: ({ chance, councils, facts }) => {
    const { councils: there } = facts.head;
    const answered = positionsOf(facts).map(({ body }) => body);
    return {
      addCouncils: chance.oneIn(3) ? [] : chance.some(councils.filter((it) => !there.includes(it))),
      releaseCouncils: chance.oneIn(2) ? [] : chance.some(there.filter((it) => !answered.includes(it))),
      changeReason: 'Frågan berör fler.',
    };
  },
  reopen: ({ chance, facts }) => {
    const asked = MACHINE_STEPS.filter((step) => newestRound(facts, step) && step in REOPENED);
    const ofPhase = asked.filter((step) => newestRound(facts, step)?.phase === facts.head.phase);
    const [first = 'decision', ...others] = [...asked, ...ofPhase, ...ofPhase];
    return {
      reopenStep: chance.of([first, ...others]),
      councils: chance.some(facts.head.councils, 1),
      reopenReason: 'Ett nytt underlag har kommit.',
    };
  },
  linkCases: ({ otherCase }) => ({ relatedCases: otherCase, linkReason: 'Samma idé.' }),
  attach: () => ({ title: 'Protokoll' }),
  attachToQuestion: () => ({ title: 'Protokoll' }),
  askDeputy: () => ({}),
  resendQuestion: () => ({}),
  registerCase: () => ({}),
  redact: () => ({}),
};

/** Mostly one that does not have the nomination yet. */
const anotherCouncil = ({ chance, councils, facts }: Setting): string =>
  councils.find((it) => !facts.head.councils.includes(it) && !chance.oneIn(3)) ?? chance.of(councils);

const withoutEmpty = (fields: Posting): Posting =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

export const answerTo = (asked: QuestionFact, setting: Setting): Posting =>
  withoutEmpty({
    ...answersOn(setting.today)[asked.round.step],
    ...ofStep[asked.round.step](setting, asked),
    ...CONFIRMED,
  });

export const fillAct = (act: ActName, setting: Setting): Posting =>
  withoutEmpty({ ...SIGNED, ...ofAct[act](setting), ...CONFIRMED });
