import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SendTaskSuccessCommand, SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const sfn = new SFNClient({});

/** Behind the links: as in AWS's tutorial, opening one is the answer. */
export const handler = async ({ queryStringParameters = {} }: APIGatewayProxyEventV2) => {
  const { caseId, step, token, outcome } = queryStringParameters;
  await table.send(
    new PutCommand({
      TableName: process.env.TABLE_NAME,
      Item: { pk: `case#${caseId}`, sk: `answer#${step}`, outcome, answeredAt: new Date().toISOString() },
    }),
  );
  await sfn.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify({ outcome }) }));
  return { statusCode: 200, headers: { 'content-type': 'text/plain' }, body: 'Thank you.' };
};
