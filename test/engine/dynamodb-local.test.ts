import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDynamoDbLocal, whyNoDynamoDbLocal } from '../../local/dynamodb-local.ts';
import { REGION } from '../../local/engine.ts';
import { freePorts } from '../../local/ports.ts';
import { stopAll } from '../../local/processes.ts';
import { STAGES, templatesOf } from '../../local/templates.ts';
import { NO_CONSEQUENCE } from '../../shared/case/consequence.ts';
import { readFacts } from '../../shared/records/cases.ts';
import { casesToLookAt, lookAgain, restartPhase } from '../../shared/records/heads.ts';
import { LOOK_AGAIN_INDEX } from '../../shared/records/keys.ts';
import { nextCaseNumber, readIdempotency, submitNomination } from '../../shared/records/nominations.ts';
import { listProgrammes, type Programme, putProgrammes } from '../../shared/records/programmes.ts';
import { type GivenAct, recordAct } from '../../shared/records/record-act.ts';
import { refreshRow } from '../../shared/records/row-refresh.ts';
import { listRows } from '../../shared/records/rows.ts';
import type { Store } from '../../shared/records/store.ts';
import { aHead, aMailing, aQuestion } from '../builders/case.ts';
import { sample } from '../builders/samples.ts';
import { tableBehaves } from './contract/table-behaviour.ts';

/** AWS's own DynamoDB Local, asked the same as the engine; the table is the one of the prod template. */

const none = await whyNoDynamoDbLocal();
if (none !== undefined) console.warn(`DynamoDB Local is not asked: ${none}.`);

/** What DynamoDB is told of a table, from the template that is deployed at AWS. */
const tableOf = (): CreateTableCommandInput => {
  const [table] = globSync(`${templatesOf('dynamodb-local', STAGES.prod).folder}/**/*.template.json`)
    .flatMap((path) =>
      Object.values<{ Type: string; Properties: object }>(JSON.parse(readFileSync(path, 'utf8')).Resources),
    )
    .filter(({ Type }) => Type === 'AWS::DynamoDB::GlobalTable');
  if (table === undefined) throw new Error('The template has no table');
  const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, BillingMode } =
    table.Properties as CreateTableCommandInput;
  return { TableName: 'nominera', KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, BillingMode };
};

let store: Store;

const submission = (number: string) => {
  const head = aHead({ id: randomUUID(), number, opened: 1 });
  return {
    head,
    nomination: sample(2).nomination,
    questions: [aQuestion('screening', 'sobOffice', { linked: 0 })],
    mailings: [aMailing()],
    submittedBy: { client: 'test' },
    idempotency: { client: 'test', key: number, requestDigest: 'digest' },
  };
};

const AT = '2026-11-24T08:00:00.000Z';

const act = (id: string, n: number): GivenAct => ({
  kind: 'withdraw',
  at: AT,
  by: { contact: 'nominator' },
  answers: { n },
  consequence: { ...NO_CONSEQUENCE, head: { registrationNumber: `HS ${n}` } },
  wake: `${id}-${n}`,
  lookAgainAt: AT,
});

describe.skipIf(none !== undefined)('DynamoDB Local', () => {
  beforeAll(async () => {
    const endpoint = await startDynamoDbLocal((await freePorts()).engine);
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    const client = new DynamoDBClient({ endpoint, region: REGION, credentials });
    await client.send(new CreateTableCommand(tableOf()));
    const marshallOptions = { removeUndefinedValues: true };
    store = { table: 'nominera', client: DynamoDBDocumentClient.from(client, { marshallOptions }) };
  }, 180_000);

  afterAll(stopAll);

  tableBehaves(() => store, LOOK_AGAIN_INDEX);

  it('takes a nomination once, however often it is sent with the same key', async () => {
    const sent = submission(await nextCaseNumber(store, '2026'));
    expect(await submitNomination(store, sent)).toBe(true);
    const again = { ...sent, head: { ...sent.head, id: randomUUID() } };
    expect(await submitNomination(store, again)).toBe(false);
    expect(await readIdempotency(store, 'test', sent.idempotency.key)).toMatchObject({
      caseId: sent.head.id,
    });
    expect(await readFacts(store, again.head.id)).toBeUndefined();
    const facts = await readFacts(store, sent.head.id);
    expect(facts?.head).toMatchObject({ number: sent.head.number, version: 1 });
    expect(facts?.questions).toHaveLength(1);
  });

  it('lets one of ten acts win that saw the same case', async () => {
    const sent = submission(await nextCaseNumber(store, '2026'));
    await submitNomination(store, sent);
    const facts = await readFacts(store, sent.head.id);
    if (facts === undefined) throw new Error('no case');
    const taken = await Promise.all(
      Array.from({ length: 10 }, (_, n) => recordAct(store, facts, act(sent.head.id, n))),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect((await readFacts(store, sent.head.id))?.head.version).toBe(2);
  });

  it('raises an attempt once, however many ask for it', async () => {
    const sent = submission(await nextCaseNumber(store, '2026'));
    await submitNomination(store, sent);
    const raised = await Promise.all(
      Array.from({ length: 5 }, (_, n) => restartPhase(store, sent.head.id, 1, `w${n}`, AT)),
    );
    expect(raised.filter(Boolean)).toHaveLength(1);
  });

  it('lists cases to look at by their time, as many as are asked for', async () => {
    const ids = await Promise.all(
      ['03', '01', '02'].map(async (day) => {
        const sent = submission(await nextCaseNumber(store, '2026'));
        await submitNomination(store, sent);
        await lookAgain(store, sent.head.id, `2020-01-${day}T00:00:00.000Z`);
        return sent.head.id;
      }),
    );
    expect(await casesToLookAt(store, '2020-12-31T00:00:00.000Z', 2)).toEqual([ids[1], ids[2]]);
  });

  it('reads on where a page ends: more than a megabyte of programmes, and the desk’s list of cases', async () => {
    const programmes = Array.from({ length: 60 }, (_, n) => ({
      source: 'own',
      id: `p${n}`,
      title: 'x'.repeat(30_000),
    })) as unknown as Programme[];
    await putProgrammes(store, programmes);
    expect(await listProgrammes(store)).toHaveLength(60);

    for (let n = 0; n < 3; n += 1) {
      const sent = submission(await nextCaseNumber(store, '2031'));
      await submitNomination(store, sent);
      const facts = await readFacts(store, sent.head.id);
      if (facts !== undefined) await refreshRow(store, facts);
    }
    const first = await listRows(store, { year: '2026' }, { limit: 2, today: '2026-11-24' });
    if (first === 'badCursor' || first.cursor === undefined) throw new Error('one page is all');
    const next = await listRows(
      store,
      { year: '2026' },
      { limit: 2, cursor: first.cursor, today: '2026-11-24' },
    );
    if (next === 'badCursor') throw new Error('its own cursor is refused');
    expect(new Set([...first.rows, ...next.rows].map(({ number }) => number)).size).toBe(3);
  });

  it('refuses an update with an empty clause, as AWS does and the engine does not', async () => {
    const Key = { pk: 'clauses', sk: 'head' };
    const update = new UpdateCommand({
      ...{ TableName: store.table, Key, UpdateExpression: 'SET wake = :wake REMOVE ' },
      ExpressionAttributeValues: { ':wake': 'x' },
    });
    await expect(store.client.send(update)).rejects.toThrow('Invalid UpdateExpression');
  });

  it('takes the attribute that ends sessions, drafts and keys', async () => {
    const TableName = store.table;
    const TimeToLiveSpecification = { AttributeName: 'expiresAt', Enabled: true };
    await store.client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
    const { TimeToLiveDescription } = await store.client.send(new DescribeTimeToLiveCommand({ TableName }));
    expect(TimeToLiveDescription).toMatchObject({ AttributeName: 'expiresAt', TimeToLiveStatus: 'ENABLED' });
  });
});
