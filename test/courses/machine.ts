import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { executionName, type Machines } from '../../functions/drive/machines.ts';
import { type Definition, type Edge, edgesOf } from '../../local/transitions.ts';
import { type AskMessage, PAYLOAD_SCHEMA } from '../../shared/routine/payload.ts';
import type { MachineStep } from '../../shared/routine/question.ts';
import { nominationMachine } from '../../statemachine/nomination.ts';

/** Step Functions in memory, running the machine that is deployed. */

interface Execution {
  readonly name: string;
  readonly message: Pick<AskMessage, 'schema' | 'caseId' | 'phase' | 'attempt'>;
  readonly startedAt: Date;
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';
  /** The state that it is in, or ended in. */
  state: string;
  readonly asked: Map<MachineStep, number>;
  token?: string;
}

/** The definition of the machine, as it is deployed. */
export const nominationDefinition = (): Definition => {
  const stack = new Stack(new App(), 'Machine');
  const queue = new Queue(stack, 'Queue');
  new StateMachine(stack, 'Nomination', {
    definitionBody: nominationMachine(stack, { queue, deadline: Duration.days(300) }),
  });
  const [machine] = Object.values(
    Template.fromStack(stack).findResources('AWS::StepFunctions::StateMachine'),
  );
  return JSON.parse(literal(machine?.Properties.DefinitionString));
};

/** A template's text with every reference replaced by a word. */
const literal = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const join = (value as { 'Fn::Join'?: [string, unknown[]] })['Fn::Join'];
  return join === undefined ? 'reference' : join[1].map(literal).join(join[0]);
};

const stepOf = (state: unknown): MachineStep =>
  (state as { Arguments: { MessageBody: { step: MachineStep } } }).Arguments.MessageBody.step;

export class MemoryMachines implements Machines {
  readonly executions: Execution[] = [];
  readonly #definition: Definition;
  readonly #edges: readonly Edge[];
  readonly #send: (message: AskMessage) => void;
  readonly #now: () => Date;

  constructor(definition: Definition, send: (message: AskMessage) => void, now: () => Date) {
    this.#definition = definition;
    this.#edges = edgesOf(definition);
    this.#send = send;
    this.#now = now;
  }

  start: Machines['start'] = async (head) => {
    const name = executionName(head, head.attempt);
    if (this.#named(name) !== undefined) return false;
    const { id: caseId, phase, attempt } = head;
    const message = { schema: PAYLOAD_SCHEMA, caseId, phase, attempt } as const;
    const execution: Execution = {
      ...{ name, message, startedAt: this.#now(), status: 'RUNNING', state: '', asked: new Map() },
    };
    this.executions.push(execution);
    this.#enter(execution, this.#definition.StartAt, '');
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
    this.#enter(execution, this.#next(execution.state, ''), outcome);
    return true;
  };

  #named(name: string): Execution | undefined {
    return this.executions.find((it) => it.name === name);
  }

  #next(from: string, outcome: string): string {
    const edges = this.#edges.filter((it) => it.from === from && it.by !== 'retry');
    const edge =
      edges.find(({ by }) => by === outcome) ?? edges.find(({ by }) => by === 'otherwise') ?? edges[0];
    if (edge === undefined) throw new Error(`Nothing follows ${from}`);
    return edge.to;
  }

  #enter(execution: Execution, state: string, outcome: string): void {
    const { Type } = this.#definition.States[state] ?? {};
    execution.state = state;
    if (Type === 'Choice') this.#enter(execution, this.#next(state, outcome), outcome);
    if (Type === 'Succeed') execution.status = 'SUCCEEDED';
    if (Type === 'Fail') execution.status = 'FAILED';
    if (Type === 'Task') this.#ask(execution, stepOf(this.#definition.States[state]));
  }

  #ask(execution: Execution, step: MachineStep): void {
    const nth = (execution.asked.get(step) ?? 0) + 1;
    execution.asked.set(step, nth);
    execution.token = `${execution.name}/${step}/${nth}`;
    this.#send({ ...execution.message, kind: 'ask', step, nth, taskToken: execution.token });
  }
}
