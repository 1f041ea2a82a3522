import { DescribeStateMachineCommand, UpdateStateMachineCommand } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, it } from 'vitest';
import { untilQuiet, withQuery } from '../../local/people.ts';
import type { CaseFacts, CaseHead, Contacts, QuestionFact } from '../../shared/case/facts.ts';
import { openQuestions } from '../../shared/case/rounds.ts';
import { chainBreak, readActs } from '../../shared/records/acts.ts';
import { listBodies } from '../../shared/records/bodies.ts';
import { readTexts } from '../../shared/records/cases.ts';
import { lookAgain } from '../../shared/records/heads.ts';
import { MACHINE_STEPS, type Phase, type Step } from '../../shared/routine/question.ts';
import { sample } from '../builders/samples.ts';
import { atDesk } from '../harness/desk.ts';
import { eventually } from '../harness/eventually.ts';
import { endsWith, statesOf } from '../harness/executions.ts';
import { mend } from '../harness/functions.ts';
import { ANSWERS, answer, type Fields, filledIn, linkFor, SIGNED } from '../harness/people.ts';
import { factsOf, store, waitsAt, wholeCase } from '../harness/record.ts';
import { sfn, system } from '../harness/system.ts';
import { type Restored, restore } from '../versions/restore.ts';
import { VERSIONS, type Version, type Waiting, filledIn as withPlaces } from '../versions/versions.ts';

/**
 * Cases that earlier versions of the code began, with work waiting at every human step, finish under this one, each in the
 * execution that waits in it: a running execution keeps the definition that it was started by.
 */

const DECLINES: Fields = { decision: 'decline' };

const GIVEN: Readonly<Partial<Record<Step, Fields>>> = {
  screening: { councils: ['council-psykisk-halsa', 'council-primarvard'] },
  position: { manageableWithinUnits: 'false' },
  councilChange: { approved: 'false', changeReason: 'Behovet är störst i primärvården.' },
  supplement: filledIn(sample(2).nomination),
};

/** Where a case can go on in more ways than one. */
const TWICE: readonly string[] = ['pprPosition', 'decision'];

describe.each(VERSIONS)('R-13: what was begun under $name', (version) => {
  const inFlight = new Map<string, Restored>();
  const steps = version.waiting.map(({ at }) => at);

  beforeAll(async () => {
    const twice = version.waiting.filter(({ at }) => TWICE.includes(at));
    await underItsMachines(version, async () => {
      // One at a time: what a busy engine refuses comes back only minutes later.
      for (const waiting of version.waiting) inFlight.set(waiting.at, await waitsAgain(waiting));
      for (const waiting of twice) inFlight.set(`${waiting.at} again`, await waitsAgain(waiting));
    });
  }, 120_000);

  const restored = (at: string): Restored => {
    const found = inFlight.get(at);
    if (found === undefined) throw new Error(`Nothing waits at ${at}`);
    return found;
  };

  it('has work waiting at every human step of its machines', () => {
    const asked = Object.values(version.machines).flatMap((it) => [...it.matchAll(/"step": "(\w+)"/gu)]);
    expect(steps.flatMap((at) => at.split('+'))).toEqual(
      expect.arrayContaining(asked.map(([, step]) => step)),
    );
  });

  it.each(steps)('finishes where it waited at %s', async (at) => {
    const before = restored(at);
    const { head } = await finish(before, DECLINES);
    const { attempt, phase, routineVersion } = before.head;
    expect(head).toMatchObject({ phaseWanted: false, attempt, phase, routineVersion });
    if (phase === 'nomination') expect(head.milestone).toBe('declined');
    await endsWith(head.number, 'SUCCEEDED', attempt, phase);
    await expectAllKept(before);
  });

  it('goes on to production where it waited for the decision', async () => {
    const before = restored('decision again');
    const { head } = await finish(before, { decision: 'create' });
    await endsWith(head.number, 'SUCCEEDED', before.head.attempt);
    expect(head).toMatchObject({ phase: 'production', milestone: 'decided' });
    await endsWith(head.number, 'RUNNING', head.attempt, 'production');
    await waitsAt(head.id, 'projectAssignment', { attempt: head.attempt });
  });

  it('is started anew by this code where its machine does not know an answer, and finishes', async () => {
    const before = restored('pprPosition again');
    const known = String(version.machines.nomination).includes('returnedToCouncil');
    const facts = await factsOf(before.head.id);
    const [asked] = openQuestions(facts).filter(({ round }) => round.step === 'pprPosition');
    const sendsBack = { pprPosition: 'returnedToCouncil', pprReason: 'Räkna om kostnaden för drift.' };
    await give(before, facts, asked as QuestionFact, sendsBack);
    if (!known) await failsAndIsMended(before.head);
    await waitsAt(before.head.id, 'position', { attempt: known ? 1 : 2 });
    const { head } = await finish(before, DECLINES);
    expect(head).toMatchObject({ milestone: 'declined', attempt: known ? 1 : 2 });
    await endsWith(head.number, 'SUCCEEDED', head.attempt);
  });
});

describe.each(VERSIONS)('what was begun under $name and was not looked at since', ({ waiting }) => {
  it('opens at the desk, gives up a text, and is in its lists from then on', async () => {
    const officer = await atDesk();
    const [first] = waiting;
    const { head } = await restore(first as Waiting);
    const desk = `${system().baseUrl}/desk`;
    const open = (page: string) => fetch(`${desk}${page}`, { headers: { cookie: officer.cookie } });
    await factsOf(head.id);
    expect((await open(`/cases/${head.number}`)).status).toBe(200);
    expect((await open(`/cases/${head.number}/print`)).status).toBe(200);
    const text = 'nomination/1:summary';
    const fields = { redactedText: text, redactedKind: 'astray', redactReason: 'Hör inte hit.', ...SIGNED };
    const sent = await fetch(withQuery(`${desk}/cases/${head.number}`, { act: 'redact', text }), {
      ...{ method: 'POST', body: new URLSearchParams(fields), redirect: 'manual', headers: officer.headers },
    });
    expect(sent.status).toBe(303);
    expect((await readTexts(store(), head.id)).versions[0]?.answers.summary).toMatch(/^\[Borttaget /u);
    await eventually(async () => {
      const list = await (await open(`?state=all&q=${head.number}`)).text();
      expect(list).toContain(`cases/${head.number}`);
    });
  });
});

/** Deploys an earlier version's machines for as long as `work` takes, and then this one's again. */
const underItsMachines = async ({ machines }: Version, work: () => Promise<void>): Promise<void> => {
  const { stateMachines, stepQueueUrl } = system();
  const define = (stateMachineArn: string | undefined, definition: string | undefined) =>
    sfn.send(new UpdateStateMachineCommand({ stateMachineArn, definition }));
  const now = new Map<string, string | undefined>();
  try {
    for (const [name, definition] of Object.entries(machines)) {
      const stateMachineArn = stateMachines[name as Phase];
      const deployed = await sfn.send(new DescribeStateMachineCommand({ stateMachineArn }));
      now.set(name, deployed.definition);
      await define(stateMachineArn, withPlaces(definition, { stepQueue: stepQueueUrl }));
    }
    await work();
  } finally {
    for (const [name, definition] of now) await define(stateMachines[name as Phase], definition);
  }
};

/** Puts a case back, and waits until the machine waits in it at each of its steps. */
const waitsAgain = async (waiting: Waiting): Promise<Restored> => {
  const restored = await restore(waiting);
  const { id, attempt } = restored.head;
  for (const step of restored.steps) await waitsAt(id, step, { attempt });
  return restored;
};

/** Everybody answers what they are asked until nobody is, or the next phase has begun. */
const finish = async (restored: Restored, decision: Fields): Promise<CaseFacts> => {
  let facts = await factsOf(restored.head.id);
  for (;;) {
    const [next] = openQuestions(facts).toSorted((a, b) => orderOf(a) - orderOf(b));
    if (next === undefined || facts.head.phase !== restored.head.phase) return facts;
    facts = await reply(restored, facts, next, next.round.step === 'decision' ? decision : {});
  }
};

/** What is asked beside the machine before what it waits for. */
const orderOf = ({ round }: QuestionFact): number => (MACHINE_STEPS as readonly Step[]).indexOf(round.step);

const reply = async (
  restored: Restored,
  facts: CaseFacts,
  question: QuestionFact,
  fields: Fields,
): Promise<CaseFacts> => {
  await give(restored, facts, question, fields);
  return untilQuiet(store(), facts.head.id, facts.head.version + 1);
};

/** Answers by the link that was mailed: by the earlier version, or for what was asked since, by this one. */
const give = async (
  { links }: Restored,
  { head, questions }: CaseFacts,
  { id, round, body }: QuestionFact,
  fields: Fields,
): Promise<void> => {
  const asked = questions.filter((it) => it.round.step === round.step && it.body === body);
  const mailed = asked.filter((it) => !links.has(it.id) && it.round.nth <= round.nth).length;
  const link = links.get(id) ?? (await linkFor(head.number, round.step, await mailboxOf(head, body), mailed));
  await answer(link, { ...ANSWERS[round.step], ...GIVEN[round.step], ...fields });
};

/** The machine ends at an outcome that it has no way for; the phase is started anew when somebody next looks. */
const failsAndIsMended = async ({ id, number }: CaseHead): Promise<void> => {
  const { lookAgainAt } = (await factsOf(id)).head;
  await endsWith(number, 'FAILED');
  expect((await statesOf(number)).at(-1)).toBe('Okänt utfall');
  // The failure itself sets the time; sooner, ours would be lost to it.
  await eventually(async () => expect((await factsOf(id)).head.lookAgainAt).not.toBe(lookAgainAt));
  await lookAgain(store(), id, new Date(0).toISOString());
  await mend();
};

const mailboxOf = async ({ contacts }: CaseHead, asked: string): Promise<string> => {
  const bodies = await listBodies(store());
  return contacts[asked as keyof Contacts] ?? String(bodies.find(({ id }) => id === asked)?.mailbox);
};

/** What people had written is there as it was, and the acts are one chain from the first under the old code to the last. */
const expectAllKept = async ({ head, items }: Restored): Promise<void> => {
  const now = await wholeCase(head.id);
  for (const item of items.filter(({ sk }) => /^[tx]#/u.test(String(sk)))) expect(now).toContainEqual(item);
  expect(chainBreak(await readActs(store(), head.id), (await factsOf(head.id)).head)).toBeUndefined();
};
