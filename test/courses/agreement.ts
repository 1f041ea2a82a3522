import type { CaseFacts, QuestionFact, Round } from '../../shared/case/facts.ts';
import { roundId, unsent } from '../../shared/case/facts.ts';
import { openQuestions, positionsOf, questionsOf, roundOutcome } from '../../shared/case/rounds.ts';
import { CHAIN_START, digestOf } from '../../shared/records/acts.ts';
import { MACHINE_STEPS, type MachineStep, type Milestone } from '../../shared/routine/question.ts';

/** What has to agree in a case whenever it is at rest. Each check gives what is wrong, in words. */

/** The newest execution: where it waits, or how it ended. */
export interface Waits {
  readonly attempt: number;
  readonly status: string;
  /** The round that it waits for. */
  readonly round?: { readonly step: MachineStep; readonly nth: number };
  /** The state that it ended in. */
  readonly end?: string;
}

export type Wrong = readonly (string | false)[];

const END_STATES: Readonly<Partial<Record<Milestone, string>>> = {
  decided: 'Beslutad',
  declined: 'Beslutad',
  notForSob: 'Avslutad: inte för SoB',
  merged: 'Avslutad: sammanslagen',
  withdrawn: 'Avslutad: återtagen',
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

const goesOn = (facts: CaseFacts, { status, round, attempt }: Waits): Wrong => {
  if (status !== 'RUNNING' || round === undefined) return [`the execution is ${status}, but wanted`];
  const waited: Round = { phase: 'nomination', ...round };
  const open = questionsOf(facts, waited).filter((it) => it.status === 'open');
  const live = facts.tokens.filter((it) => it.drivenAt === undefined && it.attempt === attempt);
  return [
    open.length === 0 && `nobody has to act: the machine waits for ${roundId(waited)}`,
    (live.length !== 1 || roundId(live[0]?.round ?? waited) !== roundId(waited)) &&
      `the live tokens are not one for ${roundId(waited)}`,
    roundOutcome(waited, facts) !== undefined && `the machine waits for ${roundId(waited)}, which is settled`,
    facts.head.milestone in END_STATES && `the case goes on, but is ${facts.head.milestone}`,
    facts.head.milestone === 'submitted' &&
      round.step !== 'screening' &&
      `at ${round.step}, but only submitted`,
    facts.head.lookAgainAt === undefined && 'nobody will look at the case again',
  ];
};

const hasEnded = (facts: CaseFacts, { status, end }: Waits): Wrong => {
  const { milestone } = facts.head;
  return [
    (status !== 'SUCCEEDED' || end !== END_STATES[milestone]) &&
      `the case is ${milestone}, its execution ${status} in ${end}`,
    openQuestions(facts).length > 0 && `the case has ended, and asks ${ids(openQuestions(facts))}`,
  ];
};

/** The record in itself. */
export const recordProblems = (facts: CaseFacts, today: string): Wrong => {
  const { head, mailings } = facts;
  const open = openQuestions(facts);
  const sides = ({ round }: QuestionFact): boolean => !MACHINE_STEPS.some((step) => step === round.step);
  const asked = open.filter((it) => !sides(it)).map(({ round, body }) => `${round.step}/${body}`);
  const contacts = open.filter(({ round }) => round.step === 'anchoring' || round.step === 'supplement');
  return [
    new Set(asked).size < asked.length && `somebody is asked the same twice: ${ids(open)}`,
    ...open
      .filter(({ round, body }) => round.step === 'position' && !head.councils.includes(body))
      .map(({ id }) => `${id} is open, but the case is not with that council`),
    new Set(head.councils).size < head.councils.length && `a council is there twice: ${head.councils}`,
    head.councilsAsked.some((it) => !head.councils.includes(it)) &&
      `the councils asked ${head.councilsAsked} are not among ${head.councils}`,
    ...contacts
      .filter(({ body }) => head.contacts[body as 'nominator'] === undefined)
      .map(({ id }) => `${id} is open, and there is nobody to answer it`),
    ...open
      .filter(({ linked, linkVersion, restsUntil }) => linked < linkVersion && (restsUntil ?? '') <= today)
      .map(({ id }) => `${id} is open, without a link and without a day to come`),
    ...open.flatMap(({ id, waits = [] }) =>
      waits
        .filter((it) => it.to === undefined && !open.some((other) => other.id === it.for))
        .map((it) => `${id} waits for ${it.for}, which is not open`),
    ),
    mailings.some((it) => unsent(it).length > 0) && 'a mail is not sent',
    Object.values(head.caseLinks).some((it) => it.linked < it.version) && 'a page of the case has no link',
    head.wake !== undefined && 'the case is still woken',
  ];
};

/** R-a12, R-e2: what no course may come to. */
export const gateProblems = (facts: CaseFacts): Wrong => {
  const { milestone, nominationType } = facts.head;
  const isDecided = milestone === 'decided' || milestone === 'declined';
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

/** What an act may not do: ask anew what is answered, without that it was reopened, returned or deferred. */
export const askedAnewProblems = (before: CaseFacts, after: CaseFacts): Wrong => {
  const fresh = after.questions.filter(
    ({ id, status }) => status === 'open' && !before.questions.some((it) => it.id === id),
  );
  return fresh.map((question) => {
    const { step, nth } = question.round;
    const last = after.questions
      .filter(({ id, round, body }) => id !== question.id && round.step === step && body === question.body)
      .sort((a, b) => a.round.nth - b.round.nth)
      .at(-1);
    if (last === undefined || last.status !== 'answered' || !isMachineStep(step)) return false;
    const reason = MACHINE_STEPS.flatMap((it) => outcomesOf(after, it));
    const mayBe = ['again', 'deferred', 'defer', 'returnedToCouncil'].some((it) => reason.includes(it));
    return !(mayBe && nth > last.round.nth) && `${question.id} is asked anew, for no reason`;
  });
};

const isMachineStep = (step: string): step is MachineStep => MACHINE_STEPS.some((it) => it === step);

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
