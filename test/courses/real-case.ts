import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { DescribeExecutionCommand, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import { sweepRecord } from '../../functions/sweep/record.ts';
import { sweep } from '../../functions/sweep/sweep.ts';
import { isQuiet } from '../../local/people.ts';
import { type CaseFacts, type TokenFact, unsent } from '../../shared/case/facts.ts';
import { nextMoves } from '../../shared/case/moves.ts';
import { caseLinkOf } from '../../shared/case/opening.ts';
import type { ProgrammeFact } from '../../shared/case/programme.ts';
import type { Nomination } from '../../shared/case/submit.ts';
import { answerUrl, caseSubject, caseUrl, type KeyRing, linkSecret } from '../../shared/links/links.ts';
import { readFacts } from '../../shared/records/cases.ts';
import { wakeCase } from '../../shared/records/heads.ts';
import { casePk } from '../../shared/records/keys.ts';
import { PAYLOAD_SCHEMA } from '../../shared/routine/payload.ts';
import { executionArn, statesOf } from '../harness/executions.ts';
import { postNomination } from '../harness/people.ts';
import { store } from '../harness/record.ts';
import { sfn, sqs, system } from '../harness/system.ts';
import { noteCase } from '../harness/transitions.ts';
import { chainProblems, found, type Wrong } from './agreement.ts';
import { type Companion, waitsOf } from './course.ts';
import type { Deed, Mishap, PersonsDeed } from './deeds.ts';
import { isPersons, postedAs, type Taken, type World } from './world.ts';

/** The mishaps that can be made to happen in the real system. */
export const REAL_MISHAPS: readonly Mishap['kind'][] = ['redelivery', 'drivenAgain', 'stopped', 'listDay'];

/** Who is given a new link by what they did reads at once that it is done; the others are sent on to that page. */
const STATUSES: Readonly<Record<Taken, readonly number[]>> = {
  given: [303, 200],
  wrong: [422],
  late: [409],
  notTheirs: [404],
};

const COMES_TO_REST_WITHIN_MS = 60_000;

/** A case in the real system that goes the same course as one in memory, and has to be the same case after each step. */
export class RealCase implements Companion {
  readonly #ring: KeyRing;
  readonly #tokens = new Map<string, TokenFact>();
  #id = '';
  #number = '';

  constructor(ring: KeyRing) {
    this.#ring = ring;
  }

  async submit(nomination: Nomination): Promise<{ readonly id: string; readonly number: string }> {
    const response = await postNomination(nomination);
    const body = await response.text();
    expect([response.status, response.status === 201 ? '' : body]).toEqual([201, '']);
    const { id, caseNumber: number } = JSON.parse(body);
    noteCase(number, expect.getState().currentTestName ?? '');
    this.#id = id;
    this.#number = number;
    return { id, number };
  }

  async follow(world: World, deed?: Deed, taken?: Taken): Promise<void> {
    if (deed !== undefined && isPersons(deed)) {
      const response = await this.#post(deed, await this.#facts());
      const said = mainOf(await response.text());
      expect(STATUSES[taken ?? 'notTheirs'], `${response.status} ${said}`).toContain(response.status);
    } else if (deed !== undefined) await this.#suffer(deed);
    const facts = await this.#atRest(world.facts);
    const problems = found(
      differences(comparable(facts), comparable(world.facts)),
      chainProblems(facts, await this.#acts()),
    );
    if (problems.length > 0) throw new Error(problems.join('\n'));
    await this.#expectMachine(world);
    for (const token of facts.tokens) if (token.taskToken !== undefined) this.#tokens.set(token.id, token);
    world.now = new Date();
  }

  async #facts(): Promise<CaseFacts> {
    const facts = await readFacts(store(), this.#id);
    if (facts === undefined) throw new Error(`No case ${this.#id}`);
    return facts;
  }

  #post(deed: PersonsDeed, facts: CaseFacts): Promise<Response> {
    const on = deed.kind === 'answer' ? deed.question : deed.on;
    const query = new URLSearchParams();
    if (deed.by !== 'link' && on !== undefined) query.set('question', on);
    if (deed.kind === 'act') query.set('act', deed.act);
    return fetch(`${this.#address(deed.by, facts, on)}?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: postedAs(deed.posting),
      redirect: 'manual',
    });
  }

  #address(by: PersonsDeed['by'], { head, questions }: CaseFacts, on: string | undefined): string {
    const { baseUrl } = system();
    const caseId = head.id;
    if (by !== 'link') {
      const { version, keyId = '' } = caseLinkOf(head, by);
      return caseUrl(baseUrl, linkSecret(this.#ring, keyId, caseSubject(caseId, by, version)));
    }
    const question = questions.find(({ id }) => id === on);
    const subject = { caseId, questionId: on ?? '', linkVersion: question?.linkVersion ?? 0 };
    return answerUrl(baseUrl, linkSecret(this.#ring, question?.linkKeyId ?? '', subject));
  }

  async #suffer(mishap: Mishap): Promise<void> {
    if (mishap.kind === 'drivenAgain') await wakeCase(store(), this.#id, crypto.randomUUID());
    if (mishap.kind === 'redelivery') await this.#redeliver(mishap.which);
    if (mishap.kind === 'stopped') {
      const { attempt, phase, phaseWanted } = (await this.#facts()).head;
      if (!phaseWanted) return;
      await sfn.send(new StopExecutionCommand({ executionArn: executionArn(this.#number, attempt, phase) }));
    }
    if (mishap.kind === 'listDay') await this.#morning(mishap.on);
  }

  /** What `sweep` does for this case alone: the others of the table are other courses'. */
  async #morning(day: string): Promise<void> {
    const only = async (): Promise<readonly string[]> => [this.#id];
    const record = {
      ...sweepRecord(store(), () => new Date(), 60),
      ...{ toReview: only, openCaseIds: only, mornings: async () => [], putMorning: async () => false },
    };
    await sweep({ record, deliver: async () => false, measure: () => {} }, day);
  }

  async #redeliver(which: number): Promise<void> {
    const tokens = [...this.#tokens.values()];
    const { round, attempt, taskToken } = tokens[which % tokens.length] ?? {};
    const message = { schema: PAYLOAD_SCHEMA, kind: 'ask', caseId: this.#id, ...round, attempt, taskToken };
    await sqs.send(
      new SendMessageCommand({ QueueUrl: system().stepQueueUrl, MessageBody: JSON.stringify(message) }),
    );
  }

  /** The case once nothing is left to do in it, and it has come as far as the other. */
  async #atRest({ head }: CaseFacts): Promise<CaseFacts> {
    const deadline = Date.now() + COMES_TO_REST_WITHIN_MS;
    for (;;) {
      const facts = await this.#facts();
      const { version, attempt, startedAttempt } = facts.head;
      const isThere = version >= head.version && attempt >= head.attempt && startedAttempt === attempt;
      if (isThere && isQuiet(facts) && nextMoves(facts, new Date()).length === 0) return facts;
      if (Date.now() > deadline) {
        const left = nextMoves(facts, new Date()).map(({ kind }) => kind);
        const { attempt: at, wake, lookAgainAt } = facts.head;
        const mails = facts.mailings.flatMap((it) => unsent(it).map(({ id }) => id));
        throw new Error(
          `${this.#number} does not come to rest: ${JSON.stringify({ version, at, wake, lookAgainAt, left, mails })}`,
        );
      }
      await sleep(100);
    }
  }

  async #acts() {
    const { client, table } = store();
    const { Items } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :act)',
        ExpressionAttributeValues: { ':pk': casePk(this.#id), ':act': 'x#act#' },
        ConsistentRead: true,
      }),
    );
    return (Items ?? []) as unknown as Parameters<typeof chainProblems>[1];
  }

  /** A state is entered a moment after its token came back. */
  async #expectMachine(world: World): Promise<void> {
    const { attempt, phase, status } = waitsOf(world);
    const state = world.machines.executions.at(-1)?.state;
    const deadline = Date.now() + COMES_TO_REST_WITHIN_MS;
    for (;;) {
      const arn = { executionArn: executionArn(this.#number, attempt, phase) };
      const execution = await sfn.send(new DescribeExecutionCommand(arn));
      const states = await statesOf(this.#number, attempt, phase);
      const isThere = execution.status === status && states.at(-1) === state;
      if (isThere || Date.now() > deadline) {
        expect([execution.status, states.at(-1)]).toEqual([status, state]);
        return;
      }
      await sleep(100);
    }
  }
}

/** What a page says first: what is wrong, where something is. */
const mainOf = (html: string): string => (/<main.*/su.exec(html)?.[0] ?? html).slice(0, 2000);

/** What has to be the same in memory and in the table, by name; times and ids of keys are not. */
const comparable = ({ head, questions, related, programme }: CaseFacts): ReadonlyMap<string, unknown> => {
  const { chain: _chain, submittedAt: _at, lookAgainAt: _look, wake: _wake, caseLinks, ...facts } = head;
  const unlike = ['pk', 'sk', 'watch', 'lookDeeper', 'opened', 'startedAt'];
  return new Map<string, unknown>([
    ...Object.entries(facts).filter(([name, value]) => value !== undefined && !unlike.includes(name)),
    ...Object.entries(caseLinks).map(
      ([reader, { version, linked }]) => [reader, { version, linked }] as const,
    ),
    ...questions.map((it) => [it.id, comparableQuestion(it)] as const),
    ['related', related],
    ['programme', programme && comparableProgramme(programme)],
  ]);
};

const comparableProgramme = (programme: ProgrammeFact): ReadonlyMap<string, unknown> =>
  new Map(
    Object.entries(programme).filter(
      ([name, value]) => value !== undefined && !['pk', 'sk', 'watch', 'lookAgainAt'].includes(name),
    ),
  );

const differences = (real: ReadonlyMap<string, unknown>, model: ReadonlyMap<string, unknown>): Wrong =>
  [...new Set([...real.keys(), ...model.keys()])]
    .filter((name) => !isDeepStrictEqual(real.get(name), model.get(name)))
    .map((name) => {
      const [there, here] = [real, model].map((it) => JSON.stringify(it.get(name)));
      return `${name} is ${there} in the table, and should be ${here}`;
    });

const comparableQuestion = (question: CaseFacts['questions'][number]) => {
  const { id, round, body, status, told, linkVersion, linked, receivedOn, targetOn, meetingOn } = question;
  const {
    restsUntil,
    waits = [],
    cause,
    answeredBy,
    givenOn,
    recordedByOffice,
    answeredAt,
    endedAt,
  } = question;
  return {
    ...{ id, round, body, status, told, linkVersion, linked, receivedOn, targetOn, meetingOn, restsUntil },
    ...{ cause, answeredBy, givenOn, recordedByOffice },
    waits: waits.map((it) => ({ for: it.for, isOver: it.to !== undefined })),
    isAnswered: answeredAt !== undefined,
    isEnded: endedAt !== undefined,
  };
};
