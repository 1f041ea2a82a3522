import { App, Duration, Stack } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { type ChainDefinitionBody, StateGraph } from 'aws-cdk-lib/aws-stepfunctions';
import { executionName, type Machines } from '../../functions/drive/machines.ts';
import { type Definition, type Edge, edgesOf } from '../../local/transitions.ts';
import { type AskMessage, PAYLOAD_SCHEMA } from '../../shared/routine/payload.ts';
import { type MachineStep, PHASES, type Phase } from '../../shared/routine/question.ts';
import { nominationMachine } from '../../statemachine/nomination.ts';
import { productionMachine } from '../../statemachine/production.ts';
import { reviewMachine } from '../../statemachine/review.ts';

/** Step Functions in memory, running the machines that are deployed. */

interface Execution {
  readonly name: string;
  readonly message: Pick<AskMessage, 'schema' | 'caseId' | 'phase' | 'attempt'>;
  readonly startedAt: Date;
  /** What it was started with. */
  readonly input: string;
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';
  /** The state that it is in, or ended in. */
  state: string;
  readonly asked: Map<MachineStep, number>;
  token?: string;
}

export type Definitions = Readonly<Record<Phase, Definition>>;

const MACHINES = { nomination: nominationMachine, production: productionMachine, review: reviewMachine };

/** The definitions of the machines, as they are deployed. */
export const definitions = (): Definitions =>
  Object.fromEntries(PHASES.map((phase) => [phase, definitionOf(phase)])) as Record<Phase, Definition>;

/** Without a synthesis, which validates a template for seconds. */
const definitionOf = (phase: Phase): Definition => {
  const stack = new Stack(new App(), 'Machine');
  const queue = new Queue(stack, 'Queue');
  const { chainable } = MACHINES[phase](stack, {
    queue,
    deadline: Duration.days(300),
  }) as ChainDefinitionBody;
  return stack.resolve(new StateGraph(chainable.startState, 'Machine').toGraphJson());
};

/** The step that a waiting state asks. */
export const stepOf = (state: unknown): MachineStep =>
  (state as { Arguments: { MessageBody: { step: MachineStep } } }).Arguments.MessageBody.step;

export class MemoryMachines implements Machines {
  readonly executions: Execution[] = [];
  readonly #definitions: Definitions;
  readonly #edges: Readonly<Record<Phase, readonly Edge[]>>;
  readonly #send: (message: AskMessage) => void;
  readonly #now: () => Date;

  constructor(given: Definitions, send: (message: AskMessage) => void, now: () => Date) {
    this.#definitions = given;
    this.#edges = Object.fromEntries(
      PHASES.map((phase) => [phase, edgesOf(given[phase])]),
    ) as unknown as Readonly<Record<Phase, readonly Edge[]>>;
    this.#send = send;
    this.#now = now;
  }

  start: Machines['start'] = async (head) => {
    const name = executionName(head, head.attempt);
    const { id: caseId, phase, attempt } = head;
    const message = { schema: PAYLOAD_SCHEMA, caseId, phase, attempt } as const;
    const before = head.askedBefore?.[phase] ?? {};
    const input = JSON.stringify({ ...message, asked: before, occasion: head.occasion });
    const there = this.#named(name);
    if (there !== undefined && there.input !== input)
      throw new Error(`${name} was started with ${there.input}, and is wanted with ${input}`);
    if (there !== undefined) return false;
    const asked = new Map(Object.entries(before)) as Execution['asked'];
    const execution: Execution = {
      ...{ name, message, startedAt: this.#now(), input, status: 'RUNNING', state: '', asked },
    };
    this.executions.push(execution);
    this.#enter(execution, this.#definitions[phase].StartAt, head.occasion ?? '');
    return true;
  };

  running: Machines['running'] = async (head, attempt) => {
    const execution = this.#named(executionName(head, attempt));
    return execution?.status === 'RUNNING' ? execution : undefined;
  };

  stop: Machines['stop'] = async (head, attempt) => {
    const execution = this.#named(executionName(head, attempt));
    if (execution?.status !== 'RUNNING') return;
    execution.status = 'ABORTED';
    delete execution.token;
  };

  resume: Machines['resume'] = async ({ taskToken }, outcome) => {
    const execution = this.executions.find(({ token }) => token !== undefined && token === taskToken);
    if (execution === undefined) return false;
    delete execution.token;
    this.#enter(execution, this.#next(execution, ''), outcome);
    return true;
  };

  #named(name: string): Execution | undefined {
    return this.executions.find((it) => it.name === name);
  }

  #next({ state: from, message }: Execution, outcome: string): string {
    const edges = this.#edges[message.phase].filter((it) => it.from === from && it.by !== 'retry');
    const edge =
      edges.find(({ by }) => by === outcome) ?? edges.find(({ by }) => by === 'otherwise') ?? edges[0];
    if (edge === undefined) throw new Error(`Nothing follows ${from}`);
    return edge.to;
  }

  #enter(execution: Execution, state: string, outcome: string): void {
    const { States } = this.#definitions[execution.message.phase];
    const { Type } = States[state] ?? {};
    execution.state = state;
    if (Type === 'Choice') this.#enter(execution, this.#next(execution, outcome), outcome);
    if (Type === 'Succeed') execution.status = 'SUCCEEDED';
    if (Type === 'Fail') execution.status = 'FAILED';
    if (Type === 'Task') this.#ask(execution, stepOf(States[state]));
  }

  #ask(execution: Execution, step: MachineStep): void {
    const nth = (execution.asked.get(step) ?? 0) + 1;
    execution.asked.set(step, nth);
    execution.token = `${execution.name}/${step}/${nth}`;
    this.#send({ ...execution.message, kind: 'ask', step, nth, taskToken: execution.token });
  }
}
