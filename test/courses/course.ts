import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { projectView } from '../../functions/answer/project-view.ts';
import type { CaseFacts } from '../../shared/case/facts.ts';
import type { Nomination } from '../../shared/case/submit.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { tallyOf } from '../../shared/case/tally.ts';
import type { Body } from '../../shared/records/bodies.ts';
import { differenceIn } from '../../shared/records/verify.ts';
import { checkAnswers } from '../../shared/routine/check.ts';
import { nominationForm } from '../../shared/routine/nomination.ts';
import type { Step } from '../../shared/routine/question.ts';
import { MAILBOX } from '../builders/answers.ts';
import { sample } from '../builders/samples.ts';
import {
  askedAnewProblems,
  chainProblems,
  found,
  gateProblems,
  machineProblems,
  orderProblems,
  programmeProblems,
  recordProblems,
  stillProblems,
  versionProblems,
  type Waits,
  type Wrong,
} from './agreement.ts';
import { Chance } from './chance.ts';
import { type Deed, inWords, type Mishap, nextDeed, type Possibilities, straightDeed } from './deeds.ts';
import type { Definitions } from './machine.ts';
import { isPersons, type Taken, World } from './world.ts';

/**
 * A course of a case: what was nominated, how many steps it then goes straight on, and one number for each thing that
 * happens after that.
 */
export interface Course {
  readonly nomination: number;
  readonly straight: number;
  readonly picks: readonly number[];
}

export interface CourseOn {
  readonly definitions: Definitions;
  readonly bodies: readonly Body[];
  readonly otherCase: string;
  readonly mishaps: readonly Mishap['kind'][];
  readonly startsAt: Date;
}

const body = (id: string, role: Body['role'], mailbox = `${id}@example.se`): Body => ({
  ...{ id, role, mailbox, language: 'sv' },
  name: { sv: id, en: id },
});

/** Councils beside those of the examples, so that there are always some to add. */
export const MORE_COUNCILS = ['council-barn', 'council-aldre'].map((id) => body(id, 'coordinationCouncil'));

export const BODIES: readonly Body[] = [
  body('sobOffice', 'sobOffice', MAILBOX.office),
  body('ppr', 'ppr', MAILBOX.ppr),
  ...Object.keys(MAILBOX)
    .filter((id) => id.startsWith('council-'))
    .map((id) => body(id, 'coordinationCouncil')),
  ...MORE_COUNCILS,
];

const number = fc.nat({ max: 0xffffffff });

/** Steps from the submission until f is asked, and until the office is asked to inactivate the programme. */
const TO_F = 3;
const TO_K = 13;

/** Any course of this many steps; a third of them begin with the nomination, the others somewhere in production or use. */
export const anyCourse = (minLength: number, maxLength: number): fc.Arbitrary<Course> =>
  fc.record({
    nomination: number,
    straight: fc.oneof(
      { weight: 1, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.integer({ min: TO_F, max: TO_K }) },
    ),
    picks: fc.array(number, { minLength, maxLength, size: 'max' }),
  });

/** What happened on a course, line by line. */
export type Story = string[];

/** A nomination of either type, anchored in one of the ways that there are. */
export const nominationBy = (seed: number, today: string): Nomination => {
  const chance = new Chance(seed);
  const {
    headOfOperationsEmail,
    anchoredWithHeadOn: _stated,
    ...rest
  } = sample(chance.of([2, 3])).nomination;
  const anchored = chance.of<Readonly<Record<string, unknown>>>([
    { headOfOperationsEmail },
    { headOfOperationsEmail, anchoredWithHeadOn: today },
    { initiatorCategory: ['coordinationCouncil'] },
    { initiatorCategory: ['sobOffice'], headOfOperationsEmail },
  ]);
  const known = { today, facts: {}, registers: {} };
  const checked = checkAnswers(nominationForm, { ...rest, ...anchored }, known);
  if (!checked.ok) throw new Error(`The nomination is refused: ${JSON.stringify(checked.problems)}`);
  return checked.answers;
};

/** A case elsewhere that goes the same course, and is to be the same case. */
export interface Companion {
  submit(nomination: Nomination): Promise<{ readonly id: string; readonly number: string }>;
  /** Told of each deed once it was taken and the case has come to rest; of the submission, without a deed. */
  follow(world: World, deed?: Deed, taken?: Taken): Promise<void>;
}

/**
 * Walks a course, and checks after each step that everything agrees.
 * @throws telling the whole course and what is wrong
 */
export const walk = async (course: Course, on: CourseOn, along?: Companion): Promise<readonly Taken[]> =>
  (await walkTo(course, on, along)).all;

/** Likewise, with the world as it is at the end. */
export const walkTo = async (course: Course, on: CourseOn, along?: Companion): Promise<Walked> => {
  const story: Story = [];
  try {
    return await walked(course, on, story, along);
  } catch (error) {
    const steps = story.map((line, at) => `${at}. ${line}`).join('\n');
    throw new Error(`${(error as Error).message}\nThe course:\n${steps}`, { cause: error });
  }
};

interface Walked {
  readonly world: World;
  readonly all: readonly Taken[];
}

const walked = async (
  { nomination: seed, straight, picks }: Course,
  on: CourseOn,
  story: Story,
  along: Companion | undefined,
): Promise<Walked> => {
  const nomination = nominationBy(seed, dateInSweden(on.startsAt));
  const filed = await along?.submit(nomination);
  const clockStands = along !== undefined;
  const world = new World(nomination, { ...on, ...filed, clockStands, chance: new Chance(seed + 1) });
  const { number, nominationType, anchoring } = world.facts.head;
  story.push(`${number}: ${nominationType} is submitted, anchoring ${anchoring}`);
  await world.rest();
  agree(world);
  await along?.follow(world);
  const all: Taken[] = [];
  const go = async (deed: Deed): Promise<void> => {
    story.push(inWords(deed));
    const taken = await step(world, deed);
    await along?.follow(world, deed, taken);
    if (taken === undefined) return;
    all.push(taken);
    story.push(`${story.pop()}: ${taken}`);
  };
  for (let n = 0; n < straight; n += 1) {
    const deed = straightDeed(await possibilities(world, on, seed + n));
    if (deed !== undefined) await go(deed);
  }
  for (const pick of picks) await go(nextDeed(await possibilities(world, on, pick)));
  agree(world, [
    ...chainProblems(world.facts, world.record.acts),
    ...tallyProblems(world),
    ...assignmentProblems(world),
    ...mailProblems(world),
    ...rebuiltProblems(world),
  ]);
  return { world, all };
};

const possibilities = async (world: World, on: CourseOn, pick: number): Promise<Possibilities> => {
  const [first = '', ...others] = world.bodies
    .filter(({ role, successor }) => role === 'coordinationCouncil' && successor === undefined)
    .map(({ id }) => id);
  return {
    facts: world.facts,
    nomination: world.record.texts.nomination,
    councils: [first, ...others],
    otherCase: on.otherCase,
    today: world.today,
    chance: new Chance(pick),
    early: await world.early(),
    mishaps: on.mishaps,
  };
};

/** R-u1: what was added to the counters, write by write, is what the case adds. */
const tallyProblems = ({ facts, record: { counted } }: World): Wrong => {
  const counts = (given: Readonly<Record<string, number>>): string =>
    JSON.stringify(
      Object.entries(given)
        .filter(([, n]) => n !== 0)
        .sort(),
    );
  return [
    counts(counted) !== counts(tallyOf(facts)) &&
      `the counters have ${counts(counted)}, a recount ${counts(tallyOf(facts))}`,
  ];
};

/** P-07: as many versions of the assignment are shown as were established. */
const assignmentProblems = ({ facts, bodies, today, record: { texts } }: World): Wrong => {
  const opened = { facts, bodies, files: [], known: { today, facts: {}, registers: {} } };
  const shown = projectView(opened, texts, (answers) => answers)?.versions.length ?? 0;
  const { assignmentVersion = 0 } = facts.head;
  return [shown !== assignmentVersion && `assignment version ${assignmentVersion}, and ${shown} are shown`];
};

/** The record is what the acts make of it; a clock that stands does not tell what came before what. */
const rebuiltProblems = ({ record, clockStands }: World): Wrong => {
  const found = clockStands ? undefined : differenceIn(record.items());
  return [found !== undefined && `act ${found.act}: ${found.field} ${found.why}`];
};

/** Each mail is sent once, and once more at most for each time that a sender died. */
const mailProblems = ({ facts, delivered, kills }: World): Wrong => {
  const noted = facts.mailings.flatMap(({ sent }) =>
    Object.entries(sent).flatMap(([id, messageId]) => (messageId === 'message' ? [id] : [])),
  );
  return [...new Set([...noted, ...delivered.keys()])].map((id) => {
    const [wanted, times] = [noted.filter((it) => it === id).length, delivered.get(id) ?? 0];
    return (times < wanted || times > wanted + kills) && `${id} was sent ${times} times for ${wanted}`;
  });
};

const step = async (world: World, deed: Deed): Promise<Taken | undefined> => {
  const before = world.facts;
  if (!isPersons(deed)) {
    world.pass();
    await world.suffer(deed);
    world.pass();
    await world.rest();
    const { kind = '' } = world.record.acts.at(-1) ?? {};
    const isAct = world.facts.head.version > before.head.version && ACTS_OF_NOBODY.includes(kind);
    agree(world, isAct ? askedAnewProblems(before, world.facts) : stillProblems(before, world.facts));
    return undefined;
  }
  world.pass();
  const taken = await world.do(deed);
  world.pass();
  const isGiven = taken === 'given' && world.facts.head.version === before.head.version + 1;
  if (!isGiven) agree(world, unchanged(before, world.facts));
  await world.rest();
  agree(world, isGiven ? askedAnewProblems(before, world.facts) : stillProblems(before, world.facts));
  return taken;
};

/** What the clock does, and what follows when a council gives way to another. */
const ACTS_OF_NOBODY: readonly string[] = ['reviewBegun', 'bodyMoved'];

const unchanged = (before: CaseFacts, after: CaseFacts): readonly string[] =>
  before === after ? [] : ['something that was not taken changed the record'];

const agree = (world: World, others: Wrong = []): void => {
  const { facts, record } = world;
  const bodies = world.bodies.map(({ id }) => id);
  const acting = world.bodies.filter(({ successor }) => successor === undefined).map(({ id }) => id);
  const waits = waitsOf(world);
  const problems = found(
    machineProblems(facts, waits),
    recordProblems(facts, bodies, world.today),
    gateProblems(facts),
    programmeProblems(facts, acting),
    versionProblems(facts),
    orderProblems(facts, waits),
    [!isDeepStrictEqual(record.row, record.rowOf(facts)) && 'lists do not tell what the case is'],
    [facts.head.chain !== record.acts.at(-1)?.hash && 'the chain does not end at the head'],
    others,
  );
  if (problems.length > 0) throw new Error(problems.join('\n'));
};

/** An execution of a phase that was left, and whose message was lost, waits until it times out, and then ends in nothing. */
export const waitsOf = ({ facts, machines: { executions } }: World): Waits => {
  const left = executions.findLastIndex(({ message }) => message.phase !== facts.head.phase);
  const running = executions.slice(left + 1).filter(({ status }) => status === 'RUNNING');
  if (running.length > 1) throw new Error(`${running.length} executions run at once`);
  const newest = executions.at(-1);
  if (newest === undefined) throw new Error('No execution was ever started');
  const { status, state, message, token } = newest;
  const { phase, attempt } = message;
  const [, step, nth] = token?.split('/') ?? [];
  return {
    ...{ phase, attempt, status },
    ...(step === undefined ? { end: state } : { round: { phase, step: step as Step, nth: Number(nth) } }),
  };
};
