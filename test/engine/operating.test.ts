import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, describe, expect, it } from 'vitest';
import { executionArn, executionName } from '../../functions/drive/machines.ts';
import { findTarget } from '../../local/admin/target.ts';
import { deployedSecretId, readLinkKeys } from '../../local/link-keys.ts';
import { mailsIn } from '../../local/mailbox.ts';
import { peopleOf, untilQuiet } from '../../local/people.ts';
import { freePorts } from '../../local/ports.ts';
import { stopAll } from '../../local/processes.ts';
import { silent } from '../../local/progress.ts';
import { type System, startSystem } from '../../local/system.ts';
import type { CaseFacts } from '../../shared/case/facts.ts';
import type { KeyRing } from '../../shared/links/links.ts';
import { type Key, keys } from '../../shared/records/keys.ts';
import { openStore } from '../../shared/records/store.ts';
import { verifyCases } from '../../shared/records/verify.ts';
import { ANSWERS, MAILBOX } from '../builders/answers.ts';
import { sample } from '../builders/samples.ts';
import { refused, shell, told } from '../harness/admin.ts';
import { eventually } from '../harness/eventually.ts';
import { commandsByPage } from '../harness/runbook.ts';
import * as trouble from '../harness/troubles.ts';

/** On engines of its own: the one is gone, with all that it held, before the other is there. */

const folder = mkdtempSync(join(tmpdir(), 'nominera-restore-'));
const file = join(folder, 'table.jsonl.gz');

let restored: System | undefined;

afterAll(async () => {
  await stopAll();
  rmSync(folder, { recursive: true });
});

const anEngine = async (): Promise<System> =>
  startSystem({ ports: await freePorts(), progress: silent, folder: 'restore' });

const submitted = async (system: System): Promise<{ readonly id: string; readonly caseNumber: string }> =>
  (await (await peopleOf(system).submit(sample(2).nomination)).json()) as { id: string; caseNumber: string };

/** The same link under the address that the system has now: in `prod` that is a domain, and stays. */
const at = ({ baseUrl }: System, link: string): string => `${baseUrl}/a/${link.split('/a/')[1]}`;

it('a table put back on another engine: every phase is started anew, and people go on by the links that they have', async () => {
  const before = await anEngine();
  const people = peopleOf(before);
  const first = await submitted(before);
  const second = await submitted(before);
  const store = openStore(before.table);
  await untilQuiet(store, second.id, 1);
  const screening = await people.linkFor(first.caseNumber, 'screening', MAILBOX.office);
  expect((await people.post(screening, ANSWERS.screening)).status).toBe(303);
  const stood = new Map<string, CaseFacts>([
    [first.id, await untilQuiet(store, first.id, 2)],
    [second.id, await untilQuiet(store, second.id, 1)],
  ]);
  const position = await people.linkFor(first.caseNumber, 'position', MAILBOX['council-psykisk-halsa']);
  const kept: KeyRing = await readLinkKeys();
  expect(await told('export', file)).toContain('Nothing was changed');
  await told('export', file, '--yes');
  expect(statSync(file).mode & 0o077).toBe(0);
  await stopAll();

  const after = await anEngine();
  restored = after;
  const now = openStore(after.table);
  const SecretId = await deployedSecretId('LinkKeys');
  const SecretString = JSON.stringify({ current: kept.current, ...kept.keys });
  await new SecretsManagerClient({}).send(new PutSecretValueCommand({ SecretId, SecretString }));
  expect(await told('restore', file)).toContain('2 cases among them');
  await told('restore', file, '--yes');
  expect(await refused('restore', file, '--yes')).toContain('holds 2 cases');
  await told('restart', '--all', '--yes', '--as', 'Exempel Drift');

  for (const [id, { head, questions, mailings }] of stood) {
    const { head: its, ...facts } = await untilQuiet(now, id, head.version + 1);
    expect(its).toMatchObject({ attempt: head.attempt + 1, startedAttempt: head.attempt + 1 });
    expect([facts.questions, facts.mailings]).toEqual([questions, mailings]);
    const name = executionName(its, its.attempt);
    const arn = executionArn(after.stateMachines[its.phase], name);
    expect((await new SFNClient({}).send(new DescribeExecutionCommand({ executionArn: arn }))).status).toBe(
      'RUNNING',
    );
  }
  expect(await mailsIn(after.mailboxUrl)).toEqual([]);

  const again = peopleOf(after);
  expect((await again.post(at(after, position), ANSWERS.position)).status).toBe(303);
  const decision = await again.linkFor(first.caseNumber, 'decision', MAILBOX.office);
  expect((await again.post(decision, ANSWERS.decision)).status).toBe(303);
  const { head } = await untilQuiet(now, first.id, 5);
  expect(head).toMatchObject({ milestone: 'decided', phase: 'production' });
  for await (const { number, difference } of verifyCases(now))
    expect([number, difference]).toEqual([number, undefined]);
}, 600_000);

describe('what is done to all that there is', () => {
  const its = (): System => {
    if (restored === undefined) throw new Error('Nothing was restored');
    return restored;
  };

  it('npm run admin -- rebuild-counters: counts and case numbers are again what the cases come to', async () => {
    const { client, table: TableName } = openStore(its().table);
    expect(await told('rebuild-counters')).toContain('Every count is what the cases come to');
    const year = String(new Date().getUTCFullYear());
    const set = (Key: Key, name: string, value: number) =>
      client.send(
        new UpdateCommand({
          ...{ TableName, Key, UpdateExpression: 'SET #name = :value' },
          ...{ ExpressionAttributeNames: { '#name': name }, ExpressionAttributeValues: { ':value': value } },
        }),
      );
    await set(keys.counts(year, 0), 'nominated', 40);
    await set(keys.caseCounter(year), 'used', 1);
    const would = await told('rebuild-counters');
    expect(would).toMatch(/correct nominated of \d{4} by -\d+/u);
    expect(would).toContain(`have the numbers of ${year} go on after 2 in the place of 1`);
    expect(await told('rebuild-counters', '--yes')).toContain('2 corrected.');
    expect(await told('rebuild-counters')).toContain('Every count is what the cases come to');
    expect((await submitted(its())).caseNumber).toBe(`N-${year}-0003`);
  });

  it('npm run admin -- rows, sweep, mend: each run once more changes nothing that is right', async () => {
    expect(await told('rows', '--yes')).toContain('3 cases written anew');
    expect(await told('sweep')).toContain('Nothing was changed');
    expect(await told('sweep', '--yes')).toMatch(/"cases":3.*"sent":\d/u);
    expect(await told('sweep', '--yes')).toContain('"written":0,"sent":0');
    await told('mend', '--yes');
    await eventually(async () => expect(await told('stuck')).toContain('Nothing is stuck'));
  });

  it('npm run admin -- redrive: a stream record that was lost is made up for by a look at every open case', async () => {
    const { queues } = await findTarget('local');
    const lost = { requestContext: {}, DDBStreamBatchInfo: { shardId: 'shard-1', batchSize: 1 } };
    await new SQSClient({}).send(
      new SendMessageCommand({ QueueUrl: queues.deadEvents, MessageBody: JSON.stringify(lost) }),
    );
    const came = await told('redrive', '--yes');
    expect(came).toContain('Stream: 3 open cases are being looked at.');
    expect(came).toContain('Events: 1 taken now, 0 left.');
  });
});

/** What is the matter when a page of the runbook is opened; `undefined` where its commands that run here only look. */
const TROUBLES: Readonly<Record<string, ((at: trouble.Troubled) => Promise<trouble.Trouble>) | undefined>> = {
  'Looking around': undefined,
  'Questions not sent': trouble.questionNotSent,
  'Events not taken': trouble.bounceNotTaken,
  'Answers not driven': trouble.answerNotDriven,
  'Execution failed': trouble.executionFailed,
  'Mails not delivered': trouble.mailLost,
  'Office not reached': trouble.mailLost,
  'Function fails': trouble.notMended,
  'Morning slow': undefined,
  'Stream behind': trouble.answerNotDriven,
  'Mend did not run': trouble.notMended,
  'Morning did not run': trouble.morningMissed,
};

describe('the runbook, followed', () => {
  const pages = commandsByPage();
  const troubled = async (): Promise<trouble.Troubled> => {
    if (restored === undefined) throw new Error('Nothing was restored');
    return { system: restored, target: await findTarget('local') };
  };
  const follow = async (page: string, variables: Readonly<Record<string, string>> = {}): Promise<string> => {
    const { code, text } = await shell(String(pages.get(page)), variables);
    expect([page, code, text]).toEqual([page, 0, text]);
    return text;
  };

  it('has a test for every page with commands that can be run here', () => {
    expect([...pages.keys()].toSorted()).toEqual(['Questions wait', ...Object.keys(TROUBLES)].toSorted());
  });

  it('Questions wait: the case is found, and asked once the cause is gone', async () => {
    await trouble.whileQuestionWaits(await troubled(), async ({ variables }) => {
      expect(await follow('Questions wait')).toContain(variables.CASE);
    });
  }, 120_000);

  it.each(Object.entries(TROUBLES))(
    '%s: mended by the commands of its page',
    async (page, cause) => {
      const met = await cause?.(await troubled());
      await follow(page, met?.variables);
      await met?.mended();
    },
    120_000,
  );

  it('leaves nothing that is stuck', () =>
    eventually(async () => expect(await told('stuck', '--all')).toContain('Nothing is stuck')));
});
