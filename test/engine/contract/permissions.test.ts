import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { lambda } from '../../harness/functions.ts';
import { arnOf, deployStack, functionOf, ref } from './support.ts';

let tables: Record<'Granted' | 'Other', string>;
/** What a function runs with whose role may read one table. */
let credentials: { accessKeyId: string; secretAccessKey: string; sessionToken: string };

const table = {
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  },
};

const policy = (statement: object) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', ...statement }],
});

beforeAll(async () => {
  const { Telling, ...made } = await deployStack(
    {
      Granted: table,
      Other: table,
      Reader: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: policy({
            Principal: { Service: 'lambda.amazonaws.com' },
            Action: 'sts:AssumeRole',
          }),
          Policies: [
            {
              PolicyName: 'read',
              PolicyDocument: policy({ Action: 'dynamodb:GetItem', Resource: arnOf('Granted') }),
            },
          ],
        },
      },
      Telling: functionOf(
        `const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
        exports.handler = async () => ({
          accessKeyId: AWS_ACCESS_KEY_ID,
          secretAccessKey: AWS_SECRET_ACCESS_KEY,
          sessionToken: AWS_SESSION_TOKEN,
        });`,
        { role: arnOf('Reader') },
      ),
    },
    { Granted: ref('Granted'), Other: ref('Other'), Telling: ref('Telling') },
  );
  tables = made;
  const { Payload } = await lambda.send(new InvokeCommand({ FunctionName: Telling }));
  credentials = JSON.parse(Buffer.from(Payload ?? []).toString());
});

const refused = expect.objectContaining({ name: 'AccessDeniedException' });

const asFunction = () => DynamoDBDocumentClient.from(new DynamoDBClient({ credentials }));

it('lets a function do what its role grants, and nothing else', async () => {
  const read = (TableName: string) => asFunction().send(new GetCommand({ TableName, Key: { pk: 'any' } }));
  const write = (TableName: string) => asFunction().send(new PutCommand({ TableName, Item: { pk: 'any' } }));
  expect((await read(tables.Granted)).Item).toBeUndefined();
  await expect(write(tables.Granted)).rejects.toThrow(refused);
  await expect(read(tables.Other)).rejects.toThrow(refused);
});

describe('differs from AWS', () => {
  it('a mail is refused for its sender, not because the role may send none', async () => {
    const message = Buffer.from('From: a@elsewhere.example\r\nTo: b@example.se\r\nSubject: x\r\n\r\nx');
    const sending = new SESClient({ credentials }).send(
      new SendRawEmailCommand({ RawMessage: { Data: message } }),
    );
    await expect(sending).rejects.toThrow(expect.objectContaining({ name: 'MessageRejected' }));
  });
});
