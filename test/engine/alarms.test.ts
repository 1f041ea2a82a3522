import {
  DeleteFunctionConcurrencyCommand,
  InvokeCommand,
  LambdaClient,
  PutFunctionConcurrencyCommand,
  TooManyRequestsException,
} from '@aws-sdk/client-lambda';
import { describe, expect, it } from 'vitest';
import type { Recipient } from '../../shared/case/facts.ts';
import { sesTags } from '../../shared/mail/tags.ts';
import { lookAgain } from '../../shared/records/heads.ts';
import { METRICS, type MetricName } from '../../shared/runtime/metric-names.ts';
import { CONDITIONS } from '../harness/alarm-conditions.ts';
import { alarmOf, isRaised, look, operator, putOut, tell } from '../harness/deployed-alarms.ts';
import { eventually } from '../harness/eventually.ts';
import { endsWith } from '../harness/executions.ts';
import { functionName, lambda, mend, whilePaused } from '../harness/functions.ts';
import { surprise } from '../harness/interrupting.ts';
import { logLinesOf } from '../harness/log-lines.ts';
import { submit } from '../harness/people.ts';
import { factsOf, store, waitsAt } from '../harness/record.ts';

/**
 * Alarms, on the engine as it was deployed. It makes figures of Lambda's own accord only, reads none from logs, evaluates
 * alarms when a figure is put, and does not notice silence: docs/runbook.md says which alarm is tried how.
 */

const invoke = async (part: string, event: unknown, client = lambda) =>
  client.send(new InvokeCommand({ FunctionName: await functionName(part), Payload: JSON.stringify(event) }));

describe('a function', () => {
  it('that fails raises its alarm, and the operator is told what is noticed and where to read on', async () => {
    const { AlarmActions = [], AlarmDescription } = await alarmOf('function-fails-mend');
    const messages = await operator(String(AlarmActions[0]));
    await putOut('function-fails-mend');
    const broken = { 'detail-type': 'Step Functions Execution Status Change', detail: {} };
    expect((await invoke('MendFunction', broken)).FunctionError).toBeDefined();
    await look();
    await isRaised('function-fails-mend');
    expect(AlarmDescription).toMatch(/\.\nWhat to do: docs\/runbook\.md#function-fails$/u);
    await eventually(async () =>
      expect(await messages()).toContainEqual(
        expect.objectContaining({ NewStateValue: 'ALARM', AlarmDescription }),
      ),
    );
  });

  it('that is throttled raises the alarm', async () => {
    await putOut('functions-throttled');
    const once = new LambdaClient({ maxAttempts: 1 });
    const FunctionName = await functionName('Feedback');
    await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 0 }));
    try {
      for (let nth = 0; nth < 5; nth += 1)
        await expect(invoke('Feedback', {}, once)).rejects.toThrow(TooManyRequestsException);
    } finally {
      await lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName }));
    }
    await look();
    await isRaised('functions-throttled');
  });
});

describe('a figure of our own', () => {
  /** Waits until a function has told a figure of at least one since `work` began, and puts that figure. */
  const raises = async (id: string, name: MetricName, part: string, work: () => Promise<void>) => {
    await putOut(id);
    const told = async () =>
      (await logLinesOf(part)).filter((line) => METRICS[name] in line).map((line) => line[METRICS[name]]);
    const before = (await told()).length;
    await work();
    const values = await eventually(async () => {
      const since = (await told()).slice(before);
      expect(since.length).toBeGreaterThan(0);
      return since.map(Number);
    });
    expect(Math.min(...values)).toBeGreaterThan(0);
    const { Namespace, Dimensions } = await alarmOf(id);
    expect([Namespace, Dimensions]).toEqual(['Nominera', [{ Name: 'service', Value: 'nominera-local' }]]);
    await tell(
      id,
      CONDITIONS[id]?.raisedBy.length === 1 ? values : (CONDITIONS[id]?.raisedBy ?? []).map(() => 1),
    );
    await isRaised(id);
  };

  it('tells of an answer that nothing follows for ten minutes, with its case', async () => {
    const { id, caseNumber } = await whilePaused('Drive', async () => {
      const submitted = await submit(1);
      await raises('answers-not-driven', 'answersNotDriven', 'MendFunction', async () => {
        const inFiveMinutes = new Date(Date.now() + 5 * 60_000).toISOString();
        await lookAgain(store(), submitted.id, inFiveMinutes);
        await mend();
      });
      return submitted;
    });
    const lines = (await logLinesOf('MendFunction')).filter(({ message }) => message === 'not driven');
    expect(lines).toContainEqual(expect.objectContaining({ caseNumber, phase: 'nomination' }));
    await waitsAt(id, 'screening');
  });

  it('tells of an execution that failed, with its case', async () => {
    const { id, caseNumber } = await submit(2);
    const facts = await waitsAt(id, 'screening');
    await raises('execution-failed', 'executionsFailed', 'MendFunction', async () => {
      await surprise(facts);
      await endsWith(caseNumber, 'FAILED');
    });
    const ended = { message: 'execution ended early', caseNumber, phase: 'nomination', status: 'FAILED' };
    await eventually(async () =>
      expect(await logLinesOf('MendFunction')).toContainEqual(expect.objectContaining(ended)),
    );
  });

  it.each([
    ['mails-not-delivered', 'mailsNotDelivered', { contact: 'nominator' }],
    ['office-not-reached', 'officeNotReached', { body: 'sobOffice' }],
  ] as const)('tells of mails that bounce: %s', async (alarm, name, to) => {
    const { id } = await submit(2);
    await waitsAt(id, 'screening');
    await raises(alarm, name, 'Feedback', () => bounced(id, to));
  });
});

/** Gives the function what SES would say of a case's first mail to somebody. */
const bounced = async (id: string, to: Recipient): Promise<void> => {
  const mails = (await factsOf(id)).mailings.flatMap((mailing) => mailing.mails);
  const mail = mails.find((it) => JSON.stringify(it.to) === JSON.stringify(to));
  const tags = sesTags({ case: id, mail: String(mail?.id) }).map(({ Name, Value }) => [Name, [Value]]);
  const detail = { mail: { tags: Object.fromEntries(tags) } };
  expect(
    (await invoke('Feedback', { 'detail-type': 'Email Bounced', detail })).FunctionError,
  ).toBeUndefined();
};

describe('a figure that is put', () => {
  const silent = ['mend-did-not-run', 'morning-did-not-run'];
  const put = Object.entries(CONDITIONS).filter(([id]) => !silent.includes(id));

  it.each(put)('raises %s', async (id, { raisedBy }) => {
    await putOut(id);
    await tell(
      id,
      raisedBy.map(({ value }) => value),
    );
    await isRaised(id);
  });
});
