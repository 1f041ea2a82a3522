import { randomUUID } from 'node:crypto';
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../harness/eventually.ts';
import { sfn, sqs } from '../../harness/system.ts';
import { arnOf, deployStack, functionOf, ROLE, ref } from './support.ts';

let machines: Record<'Asking' | 'Impatient' | 'Retrying' | 'Calling' | 'Queue' | 'Events', string>;

/** Stands in a machine's definition for a resource of the stack. */
const given = (resource: string) => `\${${resource}}`;

const asking = (timeoutSeconds: number) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
  TimeoutSeconds: timeoutSeconds,
  Arguments: {
    QueueUrl: given('Queue'),
    MessageBody: {
      caseId: '{% $states.input.caseId %}',
      nth: '{% ($exists($states.input.asked.screening) ? $states.input.asked.screening : 0) + 1 %}',
      token: '{% $states.context.Task.Token %}',
    },
  },
  Output:
    '{% $merge([$states.input, { "asked": $merge([$states.input.asked, { "screening": 1 }]), "outcome": $states.result.outcome }]) %}',
});

const machine = (definition: object) => ({
  Type: 'AWS::StepFunctions::StateMachine',
  Properties: {
    RoleArn: ROLE,
    DefinitionString: { 'Fn::Sub': JSON.stringify({ QueryLanguage: 'JSONata', ...definition }) },
  },
});

beforeAll(async () => {
  machines = await deployStack(
    {
      Queue: { Type: 'AWS::SQS::Queue' },
      Events: { Type: 'AWS::SQS::Queue' },
      Failing: functionOf(
        "class NotYet extends Error { name = 'NotYet' }\nexports.handler = async () => { throw new NotYet('wait'); };",
      ),
      Asking: machine({
        StartAt: 'a) Bedömning',
        States: {
          'a) Bedömning': { ...asking(300), Next: 'Till råd?' },
          'Till råd?': {
            Type: 'Choice',
            Choices: [{ Condition: "{% $states.input.outcome in ['forward'] %}", Next: 'Klar' }],
            Default: 'Okänt',
          },
          Klar: { Type: 'Succeed' },
          Okänt: { Type: 'Fail', Error: 'UnknownOutcome' },
        },
      }),
      Impatient: machine({
        StartAt: 'Ask',
        States: {
          Ask: { ...asking(1), Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Late' }], End: true },
          Late: { Type: 'Pass', Output: 'late', End: true },
        },
      }),
      Retrying: machine({
        StartAt: 'Ask',
        States: {
          Ask: {
            ...asking(300),
            Retry: [{ ErrorEquals: ['Refused'], IntervalSeconds: 1, MaxAttempts: 1 }],
            End: true,
          },
        },
      }),
      Calling: machine({
        StartAt: 'Call',
        States: {
          Call: {
            Type: 'Task',
            Resource: 'arn:aws:states:::lambda:invoke',
            Arguments: { FunctionName: given('Failing') },
            Retry: [{ ErrorEquals: ['NotYet'], IntervalSeconds: 1, MaxAttempts: 1 }],
            Catch: [{ ErrorEquals: ['NotYet'], Next: 'Caught', Output: '{% $states.errorOutput.Error %}' }],
            End: true,
          },
          Caught: { Type: 'Succeed' },
        },
      }),
      Ended: {
        Type: 'AWS::Events::Rule',
        Properties: {
          EventPattern: {
            source: ['aws.states'],
            'detail-type': ['Step Functions Execution Status Change'],
            detail: { stateMachineArn: [ref('Asking')], status: ['ABORTED'] },
          },
          Targets: [{ Id: 'events', Arn: arnOf('Events') }],
        },
      },
    },
    {
      Asking: ref('Asking'),
      Impatient: ref('Impatient'),
      Retrying: ref('Retrying'),
      Calling: ref('Calling'),
      Queue: ref('Queue'),
      Events: ref('Events'),
    },
  );
});

const start = async (
  stateMachineArn: string,
  input: object = { caseId: 'c1' },
  name: string = randomUUID(),
) => {
  const { executionArn } = await sfn.send(
    new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }),
  );
  return executionArn as string;
};

const receive = (QueueUrl: string) =>
  eventually(async () => {
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1 }));
    expect(Messages).toHaveLength(1);
    return JSON.parse(Messages?.[0]?.Body ?? '');
  });

const describeWhenEnded = (executionArn: string) =>
  eventually(async () => {
    const execution = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    expect(execution.status).not.toBe('RUNNING');
    return execution;
  });

/** How a token is refused that is of no use any more. */
const spent = expect.objectContaining({ name: expect.stringMatching(/^Task(TimedOut|DoesNotExist)$/) });

const succeed = (taskToken: string, output: object) =>
  sfn.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }));

describe('a state that asks and waits for its task token', () => {
  it('sends the message that JSONata makes, and goes on with the output merged into its input', async () => {
    const execution = await start(machines.Asking, { caseId: 'c1', asked: { other: 2 } });
    const { token, ...message } = await receive(machines.Queue);
    expect(message).toEqual({ caseId: 'c1', nth: 1 });

    await succeed(token, { outcome: 'forward' });
    const { status, output } = await describeWhenEnded(execution);
    expect(status).toBe('SUCCEEDED');
    expect(JSON.parse(output ?? '')).toEqual({
      caseId: 'c1',
      asked: { other: 2, screening: 1 },
      outcome: 'forward',
    });
  });

  it('fails with the error that a Fail state names', async () => {
    const execution = await start(machines.Asking, { caseId: 'c1', asked: {} });
    const { token } = await receive(machines.Queue);
    await succeed(token, { outcome: 'unheard-of' });
    expect(await describeWhenEnded(execution)).toMatchObject({ status: 'FAILED', error: 'UnknownOutcome' });
  });

  it('times out by States.Timeout, which a Catch takes', async () => {
    const execution = await start(machines.Impatient);
    const { token } = await receive(machines.Queue);
    expect(await describeWhenEnded(execution)).toMatchObject({ status: 'SUCCEEDED', output: '"late"' });
    await expect(succeed(token, {})).rejects.toThrow(spent);
  });

  it('takes a token once', async () => {
    const execution = await start(machines.Asking, { caseId: 'c1', asked: {} });
    const { token } = await receive(machines.Queue);
    await succeed(token, { outcome: 'forward' });
    await describeWhenEnded(execution);
    await expect(succeed(token, { outcome: 'forward' })).rejects.toThrow(spent);
  });

  it('fails when an expression finds nothing', async () => {
    const execution = await start(machines.Impatient, {});
    expect(await describeWhenEnded(execution)).toMatchObject({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
    });
  });

  it('shows its states by their Swedish names in the history', async () => {
    const execution = await start(machines.Asking, { caseId: 'c1', asked: {} });
    const { token } = await receive(machines.Queue);
    await succeed(token, { outcome: 'forward' });
    await describeWhenEnded(execution);
    const { events } = await sfn.send(new GetExecutionHistoryCommand({ executionArn: execution }));
    const entered = events?.flatMap(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? []);
    expect(entered).toEqual(['a) Bedömning', 'Till råd?', 'Klar']);
  });
});

describe('an execution', () => {
  it('that was stopped reaches the target of a rule, as an event', async () => {
    const execution = await start(machines.Asking);
    await receive(machines.Queue);
    await sfn.send(new StopExecutionCommand({ executionArn: execution, cause: 'by hand' }));
    const event = await receive(machines.Events);
    expect(event).toMatchObject({ detail: { executionArn: execution, status: 'ABORTED' } });
  });

  it('that has ended keeps its name', async () => {
    const execution = await start(machines.Calling, {}, 'ended');
    await describeWhenEnded(execution);
    await expect(start(machines.Calling, {}, 'ended')).rejects.toThrow(
      expect.objectContaining({ name: 'ExecutionAlreadyExists' }),
    );
  });
});

describe('differs from AWS', () => {
  it('a start with the name and the input of a running execution is refused; AWS answers with that execution', async () => {
    await start(machines.Asking, { caseId: 'c1' }, 'twice');
    await expect(start(machines.Asking, { caseId: 'c1' }, 'twice')).rejects.toThrow(
      expect.objectContaining({ name: 'ExecutionAlreadyExists' }),
    );
    const { token } = await receive(machines.Queue);
    await succeed(token, { outcome: 'forward' });
  });

  it('a token of a task that timed out does not exist; AWS says TaskTimedOut', async () => {
    const execution = await start(machines.Impatient);
    const { token } = await receive(machines.Queue);
    await describeWhenEnded(execution);
    await expect(succeed(token, {})).rejects.toThrow(expect.objectContaining({ name: 'TaskDoesNotExist' }));
  });

  it('the token of a stopped execution is taken without a word; AWS says TaskTimedOut', async () => {
    const execution = await start(machines.Asking);
    const { token } = await receive(machines.Queue);
    await sfn.send(new StopExecutionCommand({ executionArn: execution }));
    await succeed(token, { outcome: 'forward' });
    expect(await describeWhenEnded(execution)).toMatchObject({ status: 'ABORTED' });
  });

  it('an error of a function loses its name, so that no Retry or Catch can tell it; AWS gives the name', async () => {
    const execution = await start(machines.Calling);
    expect(await describeWhenEnded(execution)).toMatchObject({ status: 'FAILED' });
    const { output } = await sfn.send(new DescribeExecutionCommand({ executionArn: execution }));
    expect(output).toContain('Runtime.HandlerError');
  });

  it('a task that is tried again has the token that it had; AWS gives it a new one', async () => {
    await start(machines.Retrying);
    const { token } = await receive(machines.Queue);
    await sfn.send(new SendTaskFailureCommand({ taskToken: token, error: 'Refused' }));
    const { token: next } = await receive(machines.Queue);
    expect(next).toBe(token);
    await succeed(next, { outcome: 'forward' });
  });
});
