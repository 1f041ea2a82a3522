import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DescribeExecutionCommand, DescribeStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import qs from 'qs';
import { executionName } from '../functions/drive/machines.ts';
import type { CaseFacts, QuestionFact } from '../shared/case/facts.ts';
import { openQuestions } from '../shared/case/rounds.ts';
import { answerUrl, linkSecret } from '../shared/links/links.ts';
import { toPosted } from '../shared/pages/posted.ts';
import { openStore, type Store } from '../shared/records/store.ts';
import { nominationForm } from '../shared/routine/nomination.ts';
import { type ActName, MACHINE_STEPS, type Step } from '../shared/routine/question.ts';
import { ANSWERS, SIGNED } from '../test/builders/answers.ts';
import { sample } from '../test/builders/samples.ts';
import { type Carrier, carryMessages } from './carrier.ts';
import { runTool } from './checks.ts';
import { clockFile } from './clock-file.ts';
import { functionNamed } from './functions.ts';
import { readLinkKeys } from './link-keys.ts';
import { root } from './paths.ts';
import { type Fields, type People, peopleOf, untilQuiet } from './people.ts';
import { freePorts } from './ports.ts';
import { Problem, run } from './problem.ts';
import { stopAll } from './processes.ts';
import { movingProgress, plainProgress } from './progress.ts';
import { type System, startSystem } from './system.ts';

/**
 * What this checkout leaves behind for later code: a case is played through every human step on an engine of its own, and
 * `test/versions/{name}` gets the machines as they are deployed, the messages of the step queue, and all that the
 * table holds of the case while it waits at each step. `test/engine/in-flight.test.ts` has later code finish it.
 */

const name = process.argv[2];
const progress = process.stdout.isTTY ? movingProgress : plainProgress;

const main = async (): Promise<void> => {
  if (name === undefined || !/^[\w-]+$/u.test(name))
    throw new Problem('Give the version a name: npm run snapshot -- issue-5');
  const folder = join(root, 'test', 'versions', name);
  rmSync(folder, { recursive: true, force: true });
  try {
    const system = await startSystem({ ports: await freePorts(), progress, folder: 'snapshot' });
    const carrier = await carryMessages(system.stepQueueUrl);
    const [store, people] = [openStore(system.table), peopleOf(system)];
    const play: Play = { system, folder, carrier, store, people, kept: new Set() };
    await progress.step('Write down the machines', () => keepMachines(play));
    await progress.step('Play a case through every human step', () => playCase(play));
    await carrier.stop();
    runTool('biome', 'format', '--write', folder);
  } finally {
    await stopAll();
  }
};

interface Play {
  readonly system: System;
  readonly folder: string;
  readonly carrier: Carrier;
  readonly store: Store;
  readonly people: People;
  /** Items that a file holds already. */
  readonly kept: Set<string>;
}

const sfn = (): SFNClient => new SFNClient({});

const keepMachines = async (play: Play): Promise<void> => {
  for (const [machine, stateMachineArn] of Object.entries(play.system.stateMachines)) {
    const { definition = '' } = await sfn().send(new DescribeStateMachineCommand({ stateMachineArn }));
    const names = { '{{stepQueue}}': play.system.stepQueueUrl };
    write(play, `machines/${machine}`, JSON.parse(definition), names);
  }
};

/** Answers one question after the other; keeps how everything stands before each that the machine waits for last. */
const playCase = async (play: Play): Promise<void> => {
  const submitted = await play.people.submit(sample(2).nomination);
  const { id } = (await submitted.json()) as { id: string };
  const seen = new Set<string>();
  let facts = await atRest(play, id, 1);
  for (;;) {
    const next = nextOf(facts);
    const waitsFor = stepsOf(openQuestions(facts).filter(isOfMachine)).join('+');
    if (next === undefined && facts.programme?.nextReviewOn === undefined) break;
    if (next === undefined) facts = await reviewDue(play, facts);
    else if (isWaitedForLast(next, facts) && !seen.has(waitsFor)) {
      seen.add(waitsFor);
      for (const [act, fields] of BESIDE[next.round.step] ?? [])
        facts = await doIt(play, facts, next, fields, act);
      await keepCase(play, seen.size, waitsFor, facts);
    } else facts = await doIt(play, facts, next, answerTo(next));
  }
  keepMessages(play, facts);
};

const isWaitedForLast = (question: QuestionFact, facts: CaseFacts): boolean =>
  isOfMachine(question) &&
  openQuestions(facts).filter(({ round }) => round.step === question.round.step).length === 1;

/** The morning has come of the yearly list that the programme is in. */
const reviewDue = async (play: Play, { head, programme }: CaseFacts): Promise<CaseFacts> => {
  const lambda = new LambdaClient({});
  const FunctionName = await functionNamed(lambda, 'SweepFunction');
  const morning = `${programme?.nextReviewOn}T06:00:00Z`;
  const clock = clockFile(new URL(play.system.awsEndpoint).port);
  writeFileSync(clock, String(Date.parse(morning) - Date.now()));
  const Payload = JSON.stringify({ scheduledTime: morning });
  await lambda.send(new InvokeCommand({ FunctionName, Payload }));
  return atRest(play, head.id, head.version + 1);
};

/** What is answered otherwise than in `test/builders/answers.ts`: of two councils one takes the case to PPR. */
const GIVEN: Readonly<Partial<Record<Step, Fields>>> = {
  screening: { councils: ['council-psykisk-halsa', 'council-primarvard'] },
  position: { manageableWithinUnits: 'false' },
  followUp: { conclusion: 'proposeInactivation' },
  councilChange: { approved: 'false', changeReason: 'Behovet är störst i primärvården.' },
};

/** A supplement is a nomination once more. */
const again = (): Fields => {
  const posted = qs.stringify(toPosted(nominationForm, sample(2).nomination), { allowDots: true });
  return Object.fromEntries(new URLSearchParams(posted));
};

const answerTo = ({ round: { step } }: QuestionFact): Fields => ({
  ...(step === 'supplement' && again()),
  ...ANSWERS[step],
  ...GIVEN[step],
});

/** What those who are asked do before they answer, so that others are asked something too. */
const BESIDE: Readonly<Partial<Record<Step, readonly (readonly [ActName, Fields])[]>>> = {
  position: [
    ['requestSupplement', { supplementNeeded: 'Vem tar emot programmet i regionen?' }],
    [
      'proposeCouncil',
      { proposalKind: 'also', proposedCouncil: 'council-rorelseorgan', proposalReason: 'Det rör även dem.' },
    ],
  ],
};

/** Asked beside the machine, and waited for by nobody. */
const WAITED_FOR_BY_NOBODY: readonly Step[] = ['anchoring', 'figures'];

/** Whose turn it is: what is asked beside the machine goes before what the machine waits for, in the order of the routine. */
const nextOf = (facts: CaseFacts): QuestionFact | undefined =>
  openQuestions(facts)
    .filter(({ round }) => !WAITED_FOR_BY_NOBODY.includes(round.step))
    .sort((a, b) => orderOf(a) - orderOf(b))[0];

const orderOf = ({ round }: QuestionFact): number => (MACHINE_STEPS as readonly Step[]).indexOf(round.step);

const isOfMachine = (question: QuestionFact): boolean => orderOf(question) >= 0;

const stepsOf = (questions: readonly QuestionFact[]): readonly Step[] => [
  ...new Set(questions.toSorted((a, b) => orderOf(a) - orderOf(b)).map(({ round }) => round.step)),
];

/** Answers a question, or does an act from its page; gives what is so when everything has come to rest. */
const doIt = async (
  play: Play,
  { head }: CaseFacts,
  { id, body, round, linked, linkKeyId = '' }: QuestionFact,
  fields: Fields,
  act?: ActName,
): Promise<CaseFacts> => {
  const subject = { caseId: head.id, questionId: id, linkVersion: linked };
  const link = answerUrl(play.system.baseUrl, linkSecret(await readLinkKeys(), linkKeyId, subject));
  const response = await (act === undefined
    ? play.people.post(link, fields)
    : play.people.act(link, act, { ...SIGNED, ...fields }));
  if (response.status !== 303)
    throw new Error(`${act ?? round.step} of ${body} was not taken: ${response.status}`);
  return atRest(play, head.id, head.version + 1);
};

const atRest = async ({ store, carrier }: Play, caseId: string, acts: number): Promise<CaseFacts> => {
  await untilQuiet(store, caseId, acts);
  await carrier.untilEmpty();
  return untilQuiet(store, caseId, acts);
};

type Item = Readonly<Record<string, unknown>>;

/** Only what is new or otherwise than at the step before: a case keeps nearly all that it ever had. */
const keepCase = async (play: Play, nth: number, waitsFor: string, { head }: CaseFacts): Promise<void> => {
  const machine = String(play.system.stateMachines[head.phase]).replace(':stateMachine:', ':execution:');
  const executionArn = `${machine}:${executionName(head, head.attempt)}`;
  const { input = '' } = await sfn().send(new DescribeExecutionCommand({ executionArn }));
  const items: Item[] = [];
  const pages = paginateScan(play.store, { TableName: play.store.table, ConsistentRead: true });
  for await (const { Items = [] } of pages) items.push(...Items.filter(isOfCase(head)).map(withoutSecrets));
  const changed = items.filter((item) => !play.kept.has(JSON.stringify(item)));
  for (const item of changed) play.kept.add(JSON.stringify(item));
  const sorted = changed.sort((a, b) => `${a.pk}|${a.sk}`.localeCompare(`${b.pk}|${b.sk}`));
  const file = `waiting/${String(nth).padStart(2, '0')}-${waitsFor}`;
  write(play, file, { input: JSON.parse(input), items: sorted }, namesIn(head));
};

/** What a client or a morning keeps for itself, and forgets. */
const NOT_OF_CASES = /^idempotency#|^mornings$/u;

const isOfCase =
  ({ id, number }: CaseFacts['head']) =>
  (item: Item): boolean =>
    !NOT_OF_CASES.test(String(item.pk)) && [id, number].some((it) => JSON.stringify(item).includes(it));

/** Links and tokens are of the engine that they were made on: who puts the items back makes new ones. */
const withoutSecrets = (item: Item): Item => ({
  ...item,
  ...(String(item.pk).startsWith('link#') && { pk: 'link#{{digest}}' }),
  ...('taskToken' in item && { taskToken: '{{token}}' }),
});

const keepMessages = (play: Play, { head }: CaseFacts): void => {
  const shapes = new Map(
    play.carrier.carried.map((text) => {
      const { taskToken, ...message } = JSON.parse(text);
      const shown = { ...message, ...(taskToken !== undefined && { taskToken: '{{token}}' }) };
      return [`${message.kind} ${message.step ?? ''}`, shown] as const;
    }),
  );
  write(play, 'messages', [...shapes.values()], namesIn(head));
};

/** Places in a file, and what stands there in a running system. */
type Names = Readonly<Record<string, string>>;

const namesIn = ({ id, number }: CaseFacts['head']): Names => ({ '{{case}}': id, '{{number}}': number });

const write = ({ folder }: Play, file: string, what: unknown, names: Names): void => {
  const text = Object.entries(names).reduce(
    (so, [place, value]) => so.replaceAll(value, place),
    JSON.stringify(what, null, 2),
  );
  const path = join(folder, `${file}.json`);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `${text}\n`);
};

await run(main);
