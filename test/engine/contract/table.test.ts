import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../harness/eventually.ts';
import { dynamodb } from '../../harness/system.ts';
import { arnOf, deployStack, functionOf, ref, startWitness, TELL, type Witness } from './support.ts';
import { tableBehaves } from './table-behaviour.ts';

let witness: Witness<{ keys: string[]; crashed: boolean }>;
let made: Record<'Table' | 'Failures', string>;

beforeAll(async () => {
  witness = await startWitness();
  made = await deployStack(
    {
      Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: {} } },
      Failures: { Type: 'AWS::SQS::Queue' },
      Table: {
        Type: 'AWS::DynamoDB::GlobalTable',
        Properties: {
          BillingMode: 'PAY_PER_REQUEST',
          AttributeDefinitions: ['pk', 'sk', 'watch', 'lookAgainAt'].map((AttributeName) => ({
            AttributeName,
            AttributeType: 'S',
          })),
          KeySchema: [
            { AttributeName: 'pk', KeyType: 'HASH' },
            { AttributeName: 'sk', KeyType: 'RANGE' },
          ],
          GlobalSecondaryIndexes: [
            {
              IndexName: 'sparse',
              KeySchema: [
                { AttributeName: 'watch', KeyType: 'HASH' },
                { AttributeName: 'lookAgainAt', KeyType: 'RANGE' },
              ],
              Projection: { ProjectionType: 'KEYS_ONLY' },
            },
          ],
          StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
          TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
          SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
          Replicas: [
            {
              Region: 'eu-north-1',
              DeletionProtectionEnabled: true,
              PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
              SSESpecification: { KMSMasterKeyId: arnOf('Key') },
            },
          ],
        },
      },
      Woken: functionOf(
        `${TELL}
        exports.handler = async ({ Records }) => {
          const keys = Records.map(({ dynamodb }) => dynamodb.Keys.pk.S);
          const failed = Records.find(({ dynamodb }) => dynamodb.NewImage.wake.S === 'never');
          const isNew = ({ dynamodb }) => Date.now() / 1000 - dynamodb.ApproximateCreationDateTime < 2;
          const crashed = Records.some((it) => it.dynamodb.NewImage.wake.S === 'crash' && isNew(it));
          await tell({ keys, crashed });
          if (crashed) throw new Error('crash');
          return { batchItemFailures: failed ? [{ itemIdentifier: failed.dynamodb.SequenceNumber }] : [] };
        };`,
        { environment: { WITNESS: witness.url } },
      ),
      Stream: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          FunctionName: ref('Woken'),
          EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] },
          StartingPosition: 'TRIM_HORIZON',
          BatchSize: 10,
          BisectBatchOnFunctionError: true,
          MaximumRetryAttempts: 2,
          FunctionResponseTypes: ['ReportBatchItemFailures'],
          FilterCriteria: {
            Filters: [
              { Pattern: JSON.stringify({ dynamodb: { NewImage: { wake: { S: [{ exists: true }] } } } }) },
            ],
          },
          DestinationConfig: { OnFailure: { Destination: arnOf('Failures') } },
        },
      },
    },
    { Table: ref('Table'), Failures: ref('Failures') },
  );
});

afterAll(() => witness.stop());

const seen = (): string[] => witness.seen.flatMap(({ keys }) => keys);

const put = (pk: string, more: Record<string, unknown> = {}) =>
  dynamodb.send(new PutCommand({ TableName: made.Table, Item: { pk, sk: 'head', ...more } }));

const read = async (pk: string) => {
  const { Item } = await dynamodb.send(
    new GetCommand({ TableName: made.Table, Key: { pk, sk: 'head' }, ConsistentRead: true }),
  );
  return Item;
};

tableBehaves(() => ({ client: dynamodb, table: made.Table }), 'sparse');

describe('the stream', () => {
  it('wakes a function by the records that its filter lets through', async () => {
    await put('asleep');
    await put('woken', { wake: 'now' });
    await eventually(() => expect(seen()).toContain('woken'));
    expect(seen()).not.toContain('asleep');
  });

  it('brings a batch again whose function failed', async () => {
    await put('crashing', { wake: 'crash' });
    await eventually(() => expect(witness.seen).toContainEqual({ keys: ['crashing'], crashed: false }));
    expect(witness.seen).toContainEqual({ keys: ['crashing'], crashed: true });
  });
});

describe('differs from AWS', () => {
  it('a table keeps none of its protections: expiry, encryption, backups, deletion protection', async () => {
    const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName: made.Table }));
    expect(Table?.DeletionProtectionEnabled).toBe(false);
    expect(Table?.SSEDescription).toBeUndefined();
    const ask = { TableName: made.Table };
    const { ContinuousBackupsDescription: backups } = await dynamodb.send(
      new DescribeContinuousBackupsCommand(ask),
    );
    expect(backups?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus).toBe('DISABLED');
    const { TimeToLiveDescription: expiry } = await dynamodb.send(new DescribeTimeToLiveCommand(ask));
    expect(expiry?.TimeToLiveStatus).toBe('DISABLED');
  });

  it('a stream record that a function reports as failed is not brought again; AWS brings it again', async () => {
    await put('stuck', { wake: 'never' });
    await put('after', { wake: 'now' });
    await eventually(() => expect(seen()).toContain('after'));
    await put('later', { wake: 'now' });
    await eventually(() => expect(seen()).toContain('later'));
    expect(seen().filter((key) => key === 'stuck')).toHaveLength(1);
  });

  it('an update with an empty clause is taken for one without it; DynamoDB refuses it', async () => {
    await put('clauses', { wake: 'before', more: 'x' });
    const it = { TableName: made.Table, Key: { pk: 'clauses', sk: 'head' } };
    const ExpressionAttributeValues = { ':wake': 'after' };
    await dynamodb.send(
      new UpdateCommand({ ...it, UpdateExpression: 'SET wake = :wake REMOVE ', ExpressionAttributeValues }),
    );
    expect(await read('clauses')).toMatchObject({ wake: 'after', more: 'x' });
    await dynamodb.send(new UpdateCommand({ ...it, UpdateExpression: 'SET REMOVE more' }));
    expect(await read('clauses')).not.toHaveProperty('more');
  });
});
