import fc from 'fast-check';
import type { Definition } from '../../local/transitions.ts';
import type { CaseFacts } from '../../shared/case/facts.ts';
import type { Nomination } from '../../shared/case/submit.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import type { Body } from '../../shared/records/bodies.ts';
import { checkAnswers } from '../../shared/routine/check.ts';
import { nominationForm } from '../../shared/routine/nomination.ts';
import { MAILBOX } from '../builders/answers.ts';
import { sample } from '../builders/samples.ts';
import {
  askedAnewProblems,
  chainProblems,
  found,
  gateProblems,
  machineProblems,
  recordProblems,
  stillProblems,
  type Waits,
  type Wrong,
} from './agreement.ts';
import { Chance } from './chance.ts';
import { type Deed, inWords, type Mishap, nextDeed } from './deeds.ts';
import { isPersons, type Taken, World } from './world.ts';

/** A course of a case: what was nominated, and one number for each thing that happens then. */
export interface Course {
  readonly nomination: number;
  readonly picks: readonly number[];
}

export interface CourseOn {
  readonly definition: Definition;
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

/** Any course of this many steps. */
export const anyCourse = (minLength: number, maxLength: number): fc.Arbitrary<Course> =>
  fc.record({ nomination: number, picks: fc.array(number, { minLength, maxLength, size: 'max' }) });

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
export const walk = async (course: Course, on: CourseOn, along?: Companion): Promise<readonly Taken[]> => {
  const story: Story = [];
  try {
    return await walked(course, on, story, along);
  } catch (error) {
    const steps = story.map((line, at) => `${at}. ${line}`).join('\n');
    throw new Error(`${(error as Error).message}\nThe course:\n${steps}`, { cause: error });
  }
};

const walked = async (
  { nomination: seed, picks }: Course,
  on: CourseOn,
  story: Story,
  along: Companion | undefined,
): Promise<readonly Taken[]> => {
  const nomination = nominationBy(seed, dateInSweden(on.startsAt));
  const filed = await along?.submit(nomination);
  const world = new World(nomination, { ...on, ...filed, chance: new Chance(seed + 1) });
  const { number, nominationType, anchoring } = world.facts.head;
  story.push(`${number}: ${nominationType} is submitted, anchoring ${anchoring}`);
  await world.rest();
  agree(world);
  await along?.follow(world);
  const all: Taken[] = [];
  for (const pick of picks) {
    const deed = await choose(world, on, pick);
    story.push(inWords(deed));
    const taken = await step(world, deed);
    await along?.follow(world, deed, taken);
    if (taken === undefined) continue;
    all.push(taken);
    story.push(`${story.pop()}: ${taken}`);
  }
  agree(world, chainProblems(world.facts, world.record.acts));
  return all;
};

const choose = async (world: World, on: CourseOn, pick: number): Promise<Deed> => {
  const [first = '', ...others] = on.bodies
    .filter(({ role }) => role === 'coordinationCouncil')
    .map(({ id }) => id);
  return nextDeed({
    facts: world.facts,
    nomination: world.record.texts.nomination,
    councils: [first, ...others],
    otherCase: on.otherCase,
    today: world.today,
    chance: new Chance(pick),
    early: await world.early(),
    mishaps: on.mishaps,
  });
};

const step = async (world: World, deed: Deed): Promise<Taken | undefined> => {
  const before = world.facts;
  if (!isPersons(deed)) {
    world.suffer(deed);
    await world.rest();
    agree(world, stillProblems(before, world.facts));
    return undefined;
  }
  const taken = await world.do(deed);
  const isGiven = taken === 'given' && world.facts.head.version === before.head.version + 1;
  if (!isGiven) agree(world, unchanged(before, world.facts));
  await world.rest();
  agree(world, isGiven ? askedAnewProblems(before, world.facts) : stillProblems(before, world.facts));
  return taken;
};

const unchanged = (before: CaseFacts, after: CaseFacts): readonly string[] =>
  before === after ? [] : ['something that was not taken changed the record'];

const agree = (world: World, others: Wrong = []): void => {
  const { facts, record } = world;
  const problems = found(
    machineProblems(facts, waitsOf(world)),
    recordProblems(facts, world.today),
    gateProblems(facts),
    [facts.head.chain !== record.acts.at(-1)?.hash && 'the chain does not end at the head'],
    others,
  );
  if (problems.length > 0) throw new Error(problems.join('\n'));
};

export const waitsOf = ({ machines: { executions } }: World): Waits => {
  const running = executions.filter(({ status }) => status === 'RUNNING');
  if (running.length > 1) throw new Error(`${running.length} executions run at once`);
  const newest = executions.at(-1);
  if (newest === undefined) throw new Error('No execution was ever started');
  const { status, state, message } = newest;
  const [, step, nth] = newest.token?.split('/') ?? [];
  return {
    attempt: message.attempt,
    status,
    ...(step === undefined
      ? { end: state }
      : { round: { step, nth: Number(nth) } as NonNullable<Waits['round']> }),
  };
};
