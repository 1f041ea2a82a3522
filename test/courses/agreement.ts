import type { CaseFacts, QuestionFact, Round } from '../../shared/case/facts.ts';
import { roundId, unsent } from '../../shared/case/facts.ts';
import { askedBefore } from '../../shared/case/phases.ts';
import { isDoneWell, openQuestions, PUT_OFF, positionsOf, roundOutcome } from '../../shared/case/rounds.ts';
import { CHAIN_START, digestOf } from '../../shared/records/acts.ts';
import {
  MACHINE_STEPS,
  type MachineStep,
  type Milestone,
  type Phase,
  type Step,
} from '../../shared/routine/question.ts';

/** What has to agree in a case whenever it is at rest. Each check gives what is wrong, in words. */

/** The newest execution: where it waits, or how it ended. */
export interface Waits {
  readonly phase: Phase;
  readonly attempt: number;
  readonly status: string;
  /** The round that it waits for. */
  readonly round?: Round;
  /** The state that it ended in. */
  readonly end?: string;
}

export type Wrong = readonly (string | false)[];

/** The states that an execution can have ended in, where nobody is asked any more. */
const ENDS: Readonly<Partial<Record<Milestone, readonly string[]>>> = {
  decided: ['Beslutad'],
  declined: ['Beslutad'],
  notForSob: ['Avslutad: inte för SoB'],
  merged: ['Avslutad: sammanslagen'],
  withdrawn: ['Avslutad: återtagen'],
  published: ['Publicerat', 'Produktionen avbruten', 'Fortsatt i bruk'],
  inUse: ['Publicerat', 'Produktionen avbruten', 'Fortsatt i bruk'],
  inactivated: ['Inaktiverat och avpublicerat'],
};

/** How far a case can have come while a phase is under way. */
const UNDER_WAY: Readonly<Record<Phase, readonly Milestone[]>> = {
  nomination: ['submitted', 'forwardedToCouncil', 'positionGiven'],
  production: ['decided', 'projectStarted', 'published', 'inUse'],
  review: ['published', 'inUse', 'inactivated'],
};

/** The record and the machine. */
export const machineProblems = (facts: CaseFacts, waits: Waits): Wrong => {
  const { head } = facts;
  const agreed: Wrong = [
    head.attempt !== waits.attempt && `attempt ${head.attempt} is wanted, ${waits.attempt} is there`,
    head.startedAttempt !== head.attempt && 'the wanted attempt is not noted as started',
  ];
  return [...agreed, ...(head.phaseWanted ? goesOn(facts, waits) : hasEnded(facts, waits))];
};

const goesOn = (facts: CaseFacts, { status, round, attempt, phase }: Waits): Wrong => {
  if (status !== 'RUNNING' || round === undefined) return [`the execution is ${status}, but wanted`];
  const { milestone, occasion, lookAgainAt } = facts.head;
  const live = facts.tokens.filter((it) => it.drivenAt === undefined && it.attempt === attempt);
  return [
    phase !== facts.head.phase && `the case is in ${facts.head.phase}, its execution in ${phase}`,
    !isAskedFor(round, facts) && `nobody has to act: the machine waits for ${roundId(round)}`,
    (live.length !== 1 || roundId(live[0]?.round ?? round) !== roundId(round)) &&
      `the live tokens are not one for ${roundId(round)}`,
    roundOutcome(round, facts) !== undefined && `the machine waits for ${roundId(round)}, which is settled`,
    !UNDER_WAY[phase].includes(milestone) && `the ${phase} goes on, but the case is ${milestone}`,
    phase === 'production' &&
      (occasion === 'decided') !== ['decided', 'projectStarted'].includes(milestone) &&
      `a production for ${occasion}, and the case is ${milestone}`,
    milestone === 'submitted' && round.step !== 'screening' && `at ${round.step}, but only submitted`,
    lookAgainAt === undefined && 'nobody will look at the case again',
  ];
};

/** Steps beside a round that it can wait for (P-02, R-g2, R-h1, R-i1). */
const WAITS_FOR: Readonly<Partial<Record<Step, readonly Step[]>>> = {
  projectAssignment: ['assignmentApproval'],
  productionChecklist: ['contentReview', 'test'],
};

const isAskedFor = (round: Round, facts: CaseFacts): boolean => {
  const beside = WAITS_FOR[round.step] ?? [];
  return openQuestions(facts).some(
    (it) => roundId(it.round) === roundId(round) || beside.includes(it.round.step),
  );
};

const hasEnded = (facts: CaseFacts, { status, end = '' }: Waits): Wrong => {
  const { milestone } = facts.head;
  return [
    (status !== 'SUCCEEDED' || !ENDS[milestone]?.includes(end)) &&
      `the case is ${milestone}, its execution ${status} in ${end}`,
    openQuestions(facts).length > 0 && `the case has ended, and asks ${ids(openQuestions(facts))}`,
  ];
};

const isBeside = (step: Step): boolean => !MACHINE_STEPS.some((it) => it === step);

/**
 * The record in itself.
 * @param bodies all that there are: whoever has a successor is asked at the successor's mailbox
 */
export const recordProblems = (facts: CaseFacts, bodies: readonly string[], today: string): Wrong => {
  const { head, mailings } = facts;
  const open = openQuestions(facts);
  const asked = open
    .filter(({ round }) => !isBeside(round.step))
    .map(({ round, body }) => `${round.step}/${body}`);
  const isThere = (who: string): boolean =>
    bodies.includes(who) || head.contacts[who as 'nominator'] !== undefined;
  return [
    new Set(asked).size < asked.length && `somebody is asked the same twice: ${ids(open)}`,
    ...open
      .filter(({ round }) => round.phase !== head.phase)
      .map(({ id }) => `${id} is open, and the case is in ${head.phase}`),
    ...open
      .filter(({ round, body }) => round.step === 'position' && !head.councils.includes(body))
      .map(({ id }) => `${id} is open, but the case is not with that council`),
    new Set(head.councils).size < head.councils.length && `a council is there twice: ${head.councils}`,
    head.councilsAsked.some((it) => !head.councils.includes(it)) &&
      `the councils asked ${head.councilsAsked} are not among ${head.councils}`,
    ...open
      .filter(({ body }) => !isThere(body))
      .map(({ id }) => `${id} is open, and there is nobody to answer it`),
    ...open
      .filter(({ linked, linkVersion, restsUntil }) => linked < linkVersion && (restsUntil ?? '') <= today)
      .map(({ id }) => `${id} is open, without a link and without a day to come`),
    ...open.flatMap(({ id, waits = [] }) =>
      waits
        .filter((it) => it.to === undefined && !open.some((other) => other.id === it.for))
        .map((it) => `${id} waits for ${it.for}, which is not open`),
    ),
    ...open
      .filter(({ round, cause }) => round.step === 'assignmentApproval' && !isGiven(facts, cause))
      .map(({ id }) => `${id} is open, and its assignment is not one to approve`),
    mailings.some((it) => unsent(it).length > 0) && 'a mail is not sent',
    ...mailings.filter(isTwice).map(({ id }) => `${id} has the same mail twice`),
    Object.values(head.caseLinks).some((it) => it.linked < it.version) && 'a page of the case has no link',
    head.wake !== undefined && 'the case is still woken',
  ];
};

const isGiven = ({ questions, head }: CaseFacts, id: string | undefined): boolean =>
  questions.some(
    (it) => it.id === id && it.status === 'answered' && !head.askedAgain?.includes(roundId(it.round)),
  );

const isTwice = ({ mails }: CaseFacts['mailings'][number]): boolean =>
  new Set(mails.map(({ id }) => id)).size < mails.length ||
  new Set(mails.map(({ about, to }) => JSON.stringify([about, to]))).size < mails.length;

/**
 * R-12, R-k2, R-j1: what holds of a programme at any time.
 * @param acting the bodies that have no successor
 */
export const programmeProblems = (facts: CaseFacts, acting: readonly string[]): Wrong => {
  const { head, programme } = facts;
  const { phase, phaseWanted, milestone } = head;
  const isPublished = ['published', 'inUse', 'inactivated'].includes(milestone);
  if (programme === undefined) return [isPublished && `the case is ${milestone}, and there is no programme`];
  const { council, operationalResponsibility, owner, users, followUps } = programme;
  const { inactivatedOn, unpublishedOn, nextReviewOn, startsStoppedOn } = programme;
  const isReviewed = phaseWanted && phase === 'review';
  const isUsed = users.some(({ kind, startedOn }) => kind === 'unit' && startedOn !== undefined);
  const names = users
    .filter(({ endedOn }) => endedOn === undefined)
    .map(({ kind, name }) => `${kind} ${name}`);
  return [
    !isPublished && `there is a programme, and the case is ${milestone}`,
    unpublishedOn === undefined &&
      !acting.includes(council) &&
      `R-12: ${council} is no council that there is`,
    (operationalResponsibility === '' || owner === '') && 'R-12: nobody answers for the programme',
    inactivatedOn === undefined &&
      milestone !== (isUsed ? 'inUse' : 'published') &&
      `the programme has ${isUsed ? 'a' : 'no'} unit that started, and the case is ${milestone}`,
    (inactivatedOn !== undefined) !== (milestone === 'inactivated') &&
      `inactivated on ${inactivatedOn}, and the case is ${milestone}`,
    inactivatedOn === undefined &&
      (nextReviewOn === undefined) !== isReviewed &&
      `the next follow-up is on ${nextReviewOn}, and the programme is ${isReviewed ? '' : 'not '}being reviewed`,
    inactivatedOn !== undefined && nextReviewOn !== undefined && 'an inactivated programme is followed up',
    inactivatedOn !== undefined && startsStoppedOn === undefined && 'R-k1: new patients start all the same',
    inactivatedOn !== undefined && !isFound(facts) && 'R-k2: inactivated without the council',
    inactivatedOn !== undefined && !phaseWanted && unpublishedOn === undefined && 'never taken down',
    unpublishedOn !== undefined && (inactivatedOn === undefined || phaseWanted) && 'taken down too early',
    !phaseWanted && head.inactivationProposedOn !== undefined && 'R-k4: a proposal waits for nobody',
    new Set(users.map(({ id }) => id)).size < users.length && 'two users have the same id',
    new Set(names).size < names.length && `a user is there twice: ${names}`,
    followUps.length !== countOf(facts, 'followUp') && 'follow-ups and answers are not as many',
  ];
};

const countOf = ({ questions }: CaseFacts, step: Step): number =>
  questions.filter(({ round, status }) => round.step === step && status === 'answered').length;

const isFound = ({ questions }: CaseFacts): boolean =>
  questions.some(
    ({ round, told }) => round.step === 'inactivationPosition' && told?.outcome === 'inactivate',
  );

/** P-02, P-03, P-13: a version is established once everybody who has to has approved, and by nothing else. */
export const versionProblems = ({ head, questions }: CaseFacts): Wrong => {
  const causes = new Map<string, QuestionFact[]>();
  for (const it of questions) {
    const { step } = it.round;
    const { deviation, affectsFrame } = it.told ?? {};
    if (step === 'assignmentApproval' && !starts(questions, it.cause)) continue;
    const cause =
      step === 'assignmentApproval' ? it.cause : affectsFrame === true ? `${deviation}` : undefined;
    if (cause !== undefined) causes.set(cause, [...(causes.get(cause) ?? []), it]);
  }
  const approved = [...causes.values()].filter((all) =>
    all.every(({ told }) => told?.outcome === 'approved'),
  );
  const { assignmentVersion = 0 } = head;
  return [
    approved.length !== assignmentVersion &&
      `assignment version ${assignmentVersion}, and ${approved.length} are approved by all`,
  ];
};

const starts = (questions: readonly QuestionFact[], cause: string | undefined): boolean =>
  questions.some(({ id, told }) => id === cause && told?.outcome === 'started');

/** R-g2, R-h1, R-i1: j is waited for only once g, h and i are done, unless they are not asked of this programme. */
export const orderProblems = (facts: CaseFacts, { round }: Waits): Wrong => {
  if (round?.step !== 'introduction') return [];
  const newest = (step: Step): QuestionFact | undefined =>
    facts.questions
      .filter((it) => it.round.step === step && it.round.nth > askedBefore(facts.head, step))
      .sort((a, b) => a.round.nth - b.round.nth)
      .at(-1);
  const assigned = newest('projectAssignment')?.told?.outcome;
  if (facts.head.occasion === 'decided' && assigned === 'accessArranged') return [];
  const outcomeOf = (step: Step): string => {
    const it = newest(step);
    const isOver = it?.status === 'answered' && !facts.head.askedAgain?.includes(roundId(it.round));
    return isOver ? String(it.told?.outcome) : 'missing';
  };
  return [
    outcomeOf('productionChecklist') !== 'done' && 'j is waited for, and g is not done',
    ...(['contentReview', 'test'] as const).map(
      (step) => !isDoneWell(step, outcomeOf(step)) && `j is waited for, and ${step} is ${outcomeOf(step)}`,
    ),
  ];
};

const CLOSED: readonly Milestone[] = ['notForSob', 'merged', 'withdrawn'];

/** R-a12, R-e2: what no course may come to. */
export const gateProblems = (facts: CaseFacts): Wrong => {
  const { milestone, nominationType } = facts.head;
  const isDecided = !['submitted', 'forwardedToCouncil', 'positionGiven', ...CLOSED].includes(milestone);
  return [
    isDecided && positionsOf(facts).length === 0 && 'R-e2: decided without any position',
    milestone === 'notForSob' &&
      nominationType === 'purchaseExisting' &&
      'R-a12: a purchase was not forwarded',
  ];
};

/** The chain of acts: whole, in order, and the head at its end. */
export const chainProblems = (
  facts: CaseFacts,
  acts: readonly { readonly seq: number; readonly before: string; readonly hash: string }[],
): Wrong => {
  const wrong = acts.filter((item, at) => {
    const { pk: _pk, sk: _sk, hash, ...body } = item as typeof item & { pk?: string; sk?: string };
    const before = at === 0 ? CHAIN_START : acts[at - 1]?.hash;
    return item.seq !== at + 1 || item.before !== before || hash !== digestOf(body);
  });
  return [
    ...wrong.map(({ seq }) => `act ${seq} breaks the chain`),
    facts.head.version !== acts.length && `version ${facts.head.version} after ${acts.length} acts`,
    facts.head.chain !== acts.at(-1)?.hash && 'the chain does not end at the head',
  ];
};

/** What may change while nobody acts: nothing that people answered, are asked, or that is settled. */
export const stillProblems = (before: CaseFacts, after: CaseFacts): Wrong => {
  const seen = (facts: CaseFacts) =>
    facts.questions.map(({ id, status, told, linkVersion }) => ({ id, status, told, linkVersion }));
  const rounds = [...new Map(before.questions.map(({ round }) => [roundId(round), round])).values()];
  return [
    JSON.stringify(seen(before)) !== JSON.stringify(seen(after)) &&
      `questions change although nobody acts: ${ids(before.questions)} became ${ids(after.questions)}`,
    before.head.version !== after.head.version && 'an act nobody did',
    ...rounds
      .filter((round) => roundOutcome(round, before) !== roundOutcome(round, after))
      .map((round) => `${roundId(round)} changes its outcome although nobody acts`),
  ];
};

/** What an act may not do: take back an answer, or ask anew what is answered without that there is a reason for it. */
export const askedAnewProblems = (before: CaseFacts, after: CaseFacts): Wrong => {
  const fresh = after.questions.filter(
    ({ id, status }) => status === 'open' && !before.questions.some((it) => it.id === id),
  );
  const lost = before.questions.filter(
    ({ id, status }) =>
      status === 'answered' && after.questions.find((it) => it.id === id)?.status !== 'answered',
  );
  return [
    ...lost.map(({ id }) => `${id} was answered, and is not any more`),
    ...fresh.map((question) => {
      const { step, nth } = question.round;
      const last = after.questions
        .filter(({ id, round, body }) => id !== question.id && round.step === step && body === question.body)
        .sort((a, b) => a.round.nth - b.round.nth)
        .at(-1);
      if (last === undefined || last.status !== 'answered' || isBeside(step)) return false;
      const mayBe = nth > last.round.nth && isToBeAskedAnew(after, last);
      return !mayBe && `${question.id} is asked anew, for no reason`;
    }),
  ];
};

/** A phase was begun anew; the round was put off, reopened or has to be reworked; of the councils, any round of c or d was. */
const isToBeAskedAnew = (facts: CaseFacts, { round, told }: QuestionFact): boolean => {
  const { step, nth, phase } = round;
  if (nth <= askedBefore(facts.head, step)) return true;
  const outcome = String(told?.outcome);
  if (step === 'contentReview' || step === 'test')
    return !isDoneWell(step, outcome) || roundOutcome(round, facts) === 'again';
  const steps: readonly MachineStep[] = phase === 'nomination' ? MACHINE_STEPS : [step as MachineStep];
  const reasons = [outcome, ...steps.flatMap((it) => outcomesOf(facts, it))];
  return ['again', 'returnedToCouncil', ...PUT_OFF].some((it) => reasons.includes(it));
};

const outcomesOf = (facts: CaseFacts, step: MachineStep): readonly (string | undefined)[] => {
  const rounds = facts.questions.filter(({ round }) => round.step === step).map(({ round }) => round);
  return [...new Map(rounds.map((round) => [roundId(round), round])).values()].map((round) =>
    roundOutcome(round, facts),
  );
};

const ids = (questions: readonly QuestionFact[]): string =>
  questions.map(({ id, status }) => `${id} (${status})`).join(', ');

export const found = (...checks: readonly Wrong[]): readonly string[] =>
  checks.flat().filter((it) => it !== false);
