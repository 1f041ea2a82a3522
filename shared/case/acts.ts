import { ACTS } from '../routine/acts.ts';
import type { FieldProblem } from '../routine/check.ts';
import type { Act, ActName, Actor, MachineStep } from '../routine/question.ts';
import type { Words } from '../routine/words.ts';
import type { ActFollows, ActFollowsOf, Acting, ActRefusalsOf } from './acting.ts';
import { again, milestoneBefore } from './again.ts';
import { amended, moved, namedAnew } from './amending.ts';
import { closedBut, relatedWith } from './answer.ts';
import type { ActAnswers } from './answers.ts';
import { completed } from './completed.ts';
import { type Consequence, NO_CONSEQUENCE } from './consequence.ts';
import { councilsChanged } from './councils.ts';
import { canBeSent, deskActFollows, deskActRefusals } from './desk-acts.ts';
import { type BodyId, type CaseFacts, type QuestionFact, type Round, waitOf } from './facts.ts';
import { noticeMailing, withThoseNamed } from './notices.ts';
import { sideQuestion, targetFrom } from './opening.ts';
import { phaseOf } from './phases.ts';
import { ALREADY_ASKED, at, LINKED_TO_ITSELF } from './problems.ts';
import { isAssigned, productionActFollows, productionActRefusals } from './production-acts.ts';
import { canBeDone, programmeActFollows, programmeActRefusals } from './programme-acts.ts';
import {
  isReferred,
  isSettled,
  newestRound,
  openQuestions,
  positionsOf,
  questionsOf,
  roundOutcome,
  SOB_OFFICE,
} from './rounds.ts';
import { contactsOf } from './submit.ts';
import { dateInSweden } from './sweden.ts';

const councilsOf = ({ head }: CaseFacts): readonly BodyId[] => head.councils;

/** A council that has the nomination and has an answer to give: its first, or one that it was asked for again. */
const isWaitedFor = (facts: CaseFacts, council: BodyId): boolean => {
  const isAsked = openQuestions(facts).some(
    ({ round, body }) => round.step === 'position' && body === council,
  );
  const hasAnswered = positionsOf(facts).some(({ body }) => body === council);
  return councilsOf(facts).includes(council) && (isAsked || !hasAnswered);
};

const refusalsOf: ActRefusalsOf<ActName> = {
  ...productionActRefusals,
  ...programmeActRefusals,
  ...deskActRefusals,
  requestSupplement: (_, { on }) => [
    on !== undefined && waitOf(on) !== undefined && at('supplementNeeded', ALREADY_WAITING),
  ],
  proposeCouncil: ({ proposedCouncil }, { facts, on }) => [
    councilsOf(facts).includes(proposedCouncil) && at('proposedCouncil', ALREADY_ASKED),
    openQuestions(facts).some(({ round, cause }) => round.step === 'councilChange' && cause === on?.id) &&
      at('proposedCouncil', ALREADY_PROPOSED),
  ],
  setMeeting: ({ meetingOn }, { now }) => [meetingOn < dateInSweden(now) && at('meetingOn', IN_THE_PAST)],
  changeCouncils: ({ addCouncils = [], releaseCouncils = [] }, { facts }) => [
    addCouncils.length + releaseCouncils.length === 0 && at('addCouncils', NOTHING_CHOSEN),
    facts.head.milestone === 'submitted' && at('addCouncils', NOT_FORWARDED),
    addCouncils.some((it) => councilsOf(facts).includes(it)) && at('addCouncils', ALREADY_ASKED),
    releaseCouncils.some((it) => !isWaitedFor(facts, it)) && at('releaseCouncils', NOT_TO_BE_RELEASED),
    leavesNobody(addCouncils, releaseCouncils, facts) && at('releaseCouncils', NOBODY_LEFT),
  ],
  reopen: ({ reopenStep, councils = [] }, { facts }) => [
    !mayBeReopened(facts, reopenStep) && at('reopenStep', NOT_TO_BE_REOPENED),
    reopenStep === 'position' &&
      councils.some((it) => !councilsOf(facts).includes(it)) &&
      at('councils', NOT_ITS_COUNCIL),
  ],
  linkCases: ({ relatedCases }, { facts }) => [
    relatedCases.includes(facts.head.number) && at('relatedCases', LINKED_TO_ITSELF),
  ],
};

/** R-a11: somebody must be left to assess the nomination. */
const leavesNobody = (add: readonly BodyId[], release: readonly BodyId[], facts: CaseFacts): boolean =>
  add.length === 0 && councilsOf(facts).every((it) => release.includes(it));

/** The referral of a council's newest position can be taken back for as long as PPR may still answer it. */
const mayTakeBack = (facts: CaseFacts, on: QuestionFact): boolean => {
  const isNewest = positionsOf(facts).some(({ id }) => id === on.id);
  const asked = newestRound(facts, 'pprPosition');
  return on.told?.outcome === 'referToPpr' && isNewest && !isSettled(asked, facts);
};

/**
 * A step can be reopened once it is settled, or when the case has ended (ROUTINE.md section 3.1 no. 4); PPR's only where
 * a council refers to it. Those of the nomination until there is a programme, the others while their phase is under way,
 * and the position on an inactivation until that is carried out.
 */
const mayBeReopened = (facts: CaseFacts, step: MachineStep): boolean => {
  const { phase, phaseWanted } = facts.head;
  const isItsTime =
    phaseOf(step) === 'nomination' ? facts.programme === undefined : phaseWanted && phaseOf(step) === phase;
  const isCarriedOut = step === 'inactivationPosition' && facts.programme?.inactivatedOn !== undefined;
  const answered = newestRound(facts, step);
  const isDone = isSettled(answered, facts) || (answered !== undefined && isAnsweredIn(facts, answered));
  return isItsTime && isDone && !isCarriedOut && (step !== 'pprPosition' || isReferred(positionsOf(facts)));
};

/** An answer that waits for others (f for approvals, g for h and i) can be reopened too. */
const isAnsweredIn = (facts: CaseFacts, round: Round): boolean =>
  roundOutcome(round, facts) !== 'again' &&
  questionsOf(facts, round).every(({ status }) => status === 'answered');

/** Whether the case is where an act can be done: by default, in the nomination. */
const isTimeFor = (act: Act, by: Actor, { head, programme }: CaseFacts): boolean => {
  const during = act.duringFor?.[by] ?? act.during ?? ['nomination'];
  return (
    during.includes('always') ||
    (during.includes('published') && programme !== undefined) ||
    (during.includes('programme') && programme !== undefined && programme.inactivatedOn === undefined) ||
    (head.phaseWanted && during.includes(head.phase))
  );
};

/**
 * Whether someone may do an act now: it is theirs to do, the question that it is done to is theirs and waits for them,
 * the case has not ended, and there is something that it can be done to.
 */
export const mayAct = (name: ActName, acting: Acting): boolean =>
  isTheirs(name, acting) && (POSSIBLE[name]?.(acting.facts) ?? true) && isSendable(name, acting);

const isSendable = (name: ActName, acting: Acting): boolean =>
  (name !== 'askDeputy' && name !== 'resendQuestion') || canBeSent(name, acting);

const POSSIBLE: typeof canBeDone = {
  ...canBeDone,
  setRegistrationNumber: isAssigned,
  reopen: (facts) => STEPS_TO_REOPEN.some((step) => mayBeReopened(facts, step)),
};

const STEPS_TO_REOPEN = Object.keys(ACTS.reopen.form.reopenStep.options) as readonly MachineStep[];

const isTheirs = (name: ActName, { facts, on, by, atDesk }: Acting): boolean => {
  const act: Act = ACTS[name];
  const isWhose = act.by.includes(by) || (atDesk === true && act.by.includes('desk'));
  if (!isWhose || !isTimeFor(act, by, facts)) return false;
  if (act.on === undefined) return true;
  if (on === undefined || !act.on.includes(on.round.step)) return false;
  if (name === 'withdrawReferral') return mayTakeBack(facts, on);
  if (name === 'attachToQuestion') return on.status === 'open' || on.status === 'answered';
  return on.status === 'open' && by !== 'referrer';
};

/** Reasons why a completely filled in act may not be done. */
export const actRefusals = <A extends ActName>(
  name: A,
  answers: unknown,
  acting: Acting,
): readonly FieldProblem[] => {
  if (!isTheirs(name, acting) || !isSendable(name, acting)) return [at('$', NOT_NOW)];
  return (refusalsOf[name]?.(answers as ActAnswers[A], acting) ?? []).filter((problem) => problem !== false);
};

const followsOf: ActFollowsOf<ActName> = {
  ...productionActFollows,
  ...programmeActFollows,
  ...deskActFollows,
  requestSupplement: (_, { facts, on, now }) => {
    if (on === undefined) return {};
    const supplement = sideQuestion(facts, 'supplement', 'nominator', now, on);
    const wait = { for: supplement.id, from: now.toISOString() };
    return { asks: [supplement], questions: { [on.id]: { waits: [...(on.waits ?? []), wait] } } };
  },
  proposeCouncil: ({ proposalKind, proposedCouncil }, { facts, on, now }) => ({
    asks: [
      {
        ...sideQuestion(facts, 'councilChange', SOB_OFFICE, now, on),
        told: { proposal: proposalKind, council: proposedCouncil },
      },
    ],
  }),
  setMeeting: ({ meetingOn }, { on }) => (on === undefined ? {} : { questions: { [on.id]: { meetingOn } } }),
  correctReceived: ({ receivedOn }, { on }) =>
    on === undefined
      ? {}
      : { questions: { [on.id]: { receivedOn, ...targetFrom(on.round.step, receivedOn) } } },
  withdrawReferral: (_, { on }) => {
    if (on === undefined) return {};
    return { questions: { [on.id]: { told: { ...on.told, outcome: 'noReferral' } } } };
  },
  amend: ({ amendReason: _, ...nomination }, { facts, now }) => ({
    ...amended(nomination, facts, now),
    nomination,
  }),
  withdraw: (_, { facts }) => ({
    head: { milestone: 'withdrawn', phaseWanted: false },
    questions: closedBut(facts),
  }),
  changeContacts: (answers, { facts, now }) => moved(namedAnew(facts, contactsOf(answers)), facts, now),
  changeCouncils: ({ addCouncils = [], releaseCouncils = [] }, { facts, now }) =>
    councilsChanged(facts, { add: addCouncils, release: releaseCouncils }, now),
  reopen: ({ reopenStep, councils = [] }, { facts }) => ({
    head: {
      ...again(facts, reopenStep),
      ...(reopenStep === 'position' && { councilsAsked: councils }),
      milestone: milestoneBefore(facts, reopenStep),
      phaseWanted: true,
      ...(facts.head.mergedInto !== undefined && { mergedInto: undefined }),
    },
  }),
  linkCases: ({ relatedCases }, { facts }) => ({
    head: relatedWith(facts, relatedCases),
  }),
  attach: () => ({}),
  attachToQuestion: () => ({}),
};

/** What follows from a valid, permitted act. */
export const actConsequence = <A extends ActName>(
  name: A,
  answers: ActAnswers[A],
  acting: Acting,
): Consequence => {
  const { facts, on } = acting;
  const { tells = [], outcome, users, sends = [], ...follows }: ActFollows = followsOf[name](answers, acting);
  const { programme = facts.programme, head } = follows;
  const told = programme && users ? { ...programme, users } : programme;
  const named = withThoseNamed(facts, { ...(head && { head }), ...(told && { programme: told }) });
  const mailings = noticeMailing([...ACTS[name].tells, ...tells], named, {
    cause: `${name}/${facts.head.version + 1}`,
    ...(outcome !== undefined && { outcome }),
    user: users?.length === 1 ? users[0]?.id : undefined,
    asker: facts.questions.find(({ id }) => id === on?.cause),
    on,
  });
  return completed(facts, { ...NO_CONSEQUENCE, ...follows, mailings: [...mailings, ...sends] });
};

const ALREADY_WAITING: Words = {
  sv: 'En komplettering är redan begärd. Vänta på den, eller ring den som har nominerat.',
  en: 'A supplement has already been asked for. Wait for it, or call the nominator.',
};
const ALREADY_PROPOSED: Words = {
  sv: 'Ni har redan föreslagit ett annat råd. Vänta på svar från den regionala SoB-förvaltningen.',
  en: 'You have already proposed another council. Wait for the answer of the regional SoB office.',
};
const IN_THE_PAST: Words = {
  sv: 'Datumet har redan varit. Ange dagen för mötet.',
  en: 'The date has already been. State the day of the meeting.',
};
const NOTHING_CHOSEN: Words = {
  sv: 'Välj minst ett råd att lägga till, eller ett som inte behöver svara längre.',
  en: 'Choose at least one council to add, or one that need not answer any more.',
};
const NOT_FORWARDED: Words = {
  sv: 'Nomineringen har inte skickats till något råd än. Välj råd i bedömningen.',
  en: 'The nomination has not been forwarded yet. Choose councils in the screening.',
};
const NOT_TO_BE_RELEASED: Words = {
  sv: 'Välj bara råd som har nomineringen och väntas svara.',
  en: 'Choose only councils that have the nomination and are expected to answer.',
};
const NOBODY_LEFT: Words = {
  sv: 'Minst ett samordningsråd behöver ha nomineringen. Lägg till ett råd om det här inte behöver svara längre.',
  en: 'At least one coordination council must have the nomination. Add one if this one need not answer any more.',
};
const NOT_TO_BE_REOPENED: Words = {
  sv: 'Steget kan inte öppnas igen: det har inte avslutats, eller så är det redan öppnat.',
  en: 'The step cannot be reopened: it has not been concluded, or has been reopened already.',
};
const NOT_ITS_COUNCIL: Words = {
  sv: 'Välj bland de råd som har nomineringen. Ett nytt råd läggs till för sig.',
  en: 'Choose among the councils that have the nomination. A new council is added separately.',
};
const NOT_NOW: Words = {
  sv: 'Det går inte att göra just nu: frågan är besvarad, ärendet har gått vidare eller är avslutat.',
  en: 'This cannot be done now: the question is answered, or the case has gone on or has ended.',
};
