import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  InvokeCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import {
  DescribeStateMachineCommand,
  SFNClient,
  StopExecutionCommand,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';
import retry from 'p-retry';
import type { System } from '../../local/system.ts';
import { sesTags } from '../../shared/mail/tags.ts';
import { readHead } from '../../shared/records/cases.ts';
import { keys } from '../../shared/records/keys.ts';
import type { Store } from '../../shared/records/store.ts';
import { chanceAt } from './by-seed.ts';
import type { FunctionsClock } from './functions-clock.ts';
import type { FaultyWire } from './wire.ts';
import type { Wiring } from './wiring.ts';

export interface MishapsGiven {
  readonly system: System;
  readonly store: Store;
  readonly wire: FaultyWire;
  readonly wiring: Wiring;
  readonly clock: FunctionsClock;
  readonly seed: number;
  /** The cases that are under way. */
  readonly cases: () => readonly string[];
  /** Ends the local AWS and starts it again with what it has stored, where it may be. */
  readonly restartEngine?: () => Promise<void>;
}

/** Gives the cases that it met; nothing where it could not happen. */
type Mishap = (caseId: string, nth: number) => Promise<readonly string[] | undefined>;

const HOUR_MS = 3_600_000;

/** How long the stream is held back, or a clock is off. */
const OFF_MS = 1500;

/** What an event is tried at most, as its rule would. */
const EVENT_TRIES = 4;

const REDEPLOYED = ['MailAsk', 'Drive', 'Answer', 'Nominate', 'MendFunction'] as const;

/** What goes wrong beside the functions' own calls: executions, the stream, mailboxes, clocks, deployments. */
export class Mishaps {
  readonly #given: MishapsGiven;
  readonly #lambda = new LambdaClient({});
  readonly #sfn = new SFNClient({});
  /** What may not be done by two at once. */
  readonly #turns = new Map<string, Promise<unknown>>();
  readonly kinds: Readonly<Record<string, Mishap>>;

  constructor(given: MishapsGiven) {
    this.#given = given;
    const { restartEngine } = given;
    this.kinds = {
      'execution stopped': (caseId) => this.#stopExecution(caseId),
      'stream record replayed': (caseId) => this.#replay(caseId),
      'stream held back': () => this.#inTurn('stream', () => this.#holdStream()),
      'mail bounced': (_, nth) => this.#notDelivered('Email Bounced', nth),
      'mail complained of': (_, nth) => this.#notDelivered('Email Complaint Received', nth),
      'clock an hour ahead': () => this.#inTurn('clock', () => this.#clockOff(HOUR_MS)),
      'clock an hour behind': () => this.#inTurn('clock', () => this.#clockOff(-HOUR_MS)),
      'function redeployed': (_, nth) => this.#redeployFunction(nth),
      'machine redeployed': () => this.#redeployMachine(),
      ...(restartEngine && {
        'engine restarted': () => this.#inTurn('engine', () => this.#restart(restartEngine)),
      }),
    };
  }

  async #inTurn<T>(what: string, work: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(what);
    const turn = (async () => {
      await before?.catch(() => undefined);
      return work();
    })();
    this.#turns.set(what, turn);
    return turn;
  }

  async #stopExecution(caseId: string): Promise<readonly string[] | undefined> {
    const { store, system } = this.#given;
    const head = await readHead(store, caseId);
    if (head === undefined || !head.phaseWanted) return undefined;
    const machine = system.stateMachines[head.phase].replace(':stateMachine:', ':execution:');
    const executionArn = `${machine}:${head.number}-${head.phase}-${head.startedAttempt}`;
    // One that has ended, or has not begun, is refused.
    await this.#sfn.send(new StopExecutionCommand({ executionArn }));
    return [caseId];
  }

  async #replay(caseId: string): Promise<readonly string[]> {
    const { pk, sk } = keys.head(caseId);
    const record = {
      eventID: randomUUID(),
      eventSource: 'aws:dynamodb',
      dynamodb: { SequenceNumber: '1', Keys: { pk: { S: pk }, sk: { S: sk } } },
    };
    await this.#invoke('Drive', { Records: [record] });
    return [caseId];
  }

  async #holdStream(): Promise<readonly string[]> {
    const FunctionName = this.#given.wiring.named('Drive');
    const { EventSourceMappings: [source] = [] } = await this.#lambda.send(
      new ListEventSourceMappingsCommand({ FunctionName }),
    );
    const enable = (Enabled: boolean) =>
      this.#lambda.send(new UpdateEventSourceMappingCommand({ UUID: source?.UUID, Enabled }));
    try {
      await enable(false);
      await sleep(OFF_MS);
    } finally {
      await retry(() => enable(true));
    }
    return this.#given.cases();
  }

  /** The event that SES's rule would give the function; it is tried again, as its rule would. */
  async #notDelivered(detailType: string, nth: number): Promise<readonly string[] | undefined> {
    const { wire, seed } = this.#given;
    const [first, ...others] = wire.mails.taken;
    if (first === undefined) return undefined;
    const its = chanceAt(seed, detailType, nth).of([first, ...others]);
    const tags = Object.fromEntries(sesTags(its).map(({ Name, Value }) => [Name, [Value]]));
    const event = {
      ...{ version: '0', id: randomUUID(), source: 'aws.ses', 'detail-type': detailType },
      detail: { mail: { messageId: randomUUID(), destination: ['nobody@example.se'], tags } },
    };
    for (let tries = 1; tries <= EVENT_TRIES; tries += 1) if (await this.#invoke('Feedback', event)) break;
    return [its.case];
  }

  async #clockOff(offMs: number): Promise<readonly string[]> {
    const { clock, cases } = this.#given;
    clock.off(offMs);
    await sleep(OFF_MS);
    clock.off(0);
    return cases();
  }

  async #redeployFunction(nth: number): Promise<readonly string[]> {
    const { wire, wiring, cases } = this.#given;
    const part = REDEPLOYED[Math.floor(nth / Object.keys(this.kinds).length) % REDEPLOYED.length];
    wire.mails.ended(await wiring.redeploy(part ?? 'Drive', nth));
    return cases();
  }

  async #redeployMachine(): Promise<readonly string[]> {
    const { system, cases } = this.#given;
    const stateMachineArn = system.stateMachines.nomination;
    const { definition } = await this.#sfn.send(new DescribeStateMachineCommand({ stateMachineArn }));
    await this.#sfn.send(new UpdateStateMachineCommand({ stateMachineArn, definition }));
    return cases();
  }

  async #restart(restartEngine: () => Promise<void>): Promise<readonly string[]> {
    const met = this.#given.cases();
    await restartEngine();
    this.#given.wire.mails.ended('');
    return met;
  }

  /** `false` when the function failed. */
  async #invoke(part: string, event: unknown): Promise<boolean> {
    const { FunctionError } = await this.#lambda.send(
      new InvokeCommand({ FunctionName: this.#given.wiring.named(part), Payload: JSON.stringify(event) }),
    );
    return FunctionError === undefined;
  }
}
