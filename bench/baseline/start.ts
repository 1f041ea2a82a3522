import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const sfn = new SFNClient({});

/** Takes a nomination, and starts its execution on the machine that the caller names. */
export const handler = async ({ body, queryStringParameters }: APIGatewayProxyEventV2) => {
  const caseId = randomUUID();
  const nomination = JSON.parse(body ?? '{}');
  await table.send(
    new PutCommand({
      TableName: process.env.TABLE_NAME,
      Item: { pk: `case#${caseId}`, sk: 'nomination', nomination },
    }),
  );
  const { executionArn } = await sfn.send(
    new StartExecutionCommand({
      stateMachineArn: queryStringParameters?.machine,
      name: caseId,
      input: JSON.stringify({ caseId }),
    }),
  );
  return { statusCode: 201, body: JSON.stringify({ caseId, executionArn }) };
};
