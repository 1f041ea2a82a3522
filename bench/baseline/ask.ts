import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { LinkParts } from './names.ts';

const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const ses = new SESClient({});

type Asked = Pick<LinkParts, 'token' | 'caseId' | 'step'>;

const linkTo = (asked: Asked, outcome: LinkParts['outcome']): string =>
  `${process.env.BASE_URL}/approve?${new URLSearchParams({ ...asked, outcome })}`;

/** Writes down that somebody is asked, and mails two links that hold the task token. Run once for each mail. */
export const handler = async (asked: Asked): Promise<void> => {
  const { caseId, step } = asked;
  await table.send(
    new PutCommand({
      TableName: process.env.TABLE_NAME,
      Item: { pk: `case#${caseId}`, sk: `question#${step}`, askedAt: new Date().toISOString() },
    }),
  );
  const text = `Please answer: ${step}, case ${caseId}.\n\nApprove: ${linkTo(asked, 'approve')}\n\nReject: ${linkTo(asked, 'reject')}\n`;
  await ses.send(
    new SendEmailCommand({
      Source: 'nominera@example.se',
      Destination: { ToAddresses: [`${step}@baseline.example.se`] },
      Message: { Subject: { Data: `${caseId} ${step}` }, Body: { Text: { Data: text } } },
    }),
  );
};
