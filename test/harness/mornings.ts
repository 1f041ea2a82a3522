import { CreateTableCommand, DeleteTableCommand } from '@aws-sdk/client-dynamodb';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import { morningDeliverer } from '../../functions/sweep/deliver.ts';
import { sweepRecord } from '../../functions/sweep/record.ts';
import { type Swept, sweep } from '../../functions/sweep/sweep.ts';
import type { CaseFacts, QuestionFact } from '../../shared/case/facts.ts';
import { sesMailer } from '../../shared/mail/send.ts';
import { keys, LOOK_AGAIN_INDEX } from '../../shared/records/keys.ts';
import { change, type Store } from '../../shared/records/store.ts';
import { functionName, lambda } from './functions.ts';
import { dynamodb, ses } from './system.ts';

/** Mornings on a table of their own, so that no other test's cases are reminded of. */

export const aTable = async (table: string): Promise<Store> => {
  const attribute = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
  const schema = (hash: string, range: string) => [
    { AttributeName: hash, KeyType: 'HASH' as const },
    { AttributeName: range, KeyType: 'RANGE' as const },
  ];
  await dynamodb.send(
    new CreateTableCommand({
      TableName: table,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', 'watch', 'lookAgainAt'].map(attribute),
      KeySchema: schema('pk', 'sk'),
      GlobalSecondaryIndexes: [
        {
          IndexName: LOOK_AGAIN_INDEX,
          KeySchema: schema('watch', 'lookAgainAt'),
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
    }),
  );
  return { client: dynamodb, table };
};

export const dropTable = ({ table }: Store) => dynamodb.send(new DeleteTableCommand({ TableName: table }));

/** Puts an open case there as it stands; nothing else is at work on it. */
export const putCase = async ({ table }: Store, { head, questions }: CaseFacts): Promise<void> => {
  const watched = { ...keys.head(head.id), ...head, watch: 'case', lookAgainAt: '9999' };
  await dynamodb.send(new PutCommand({ TableName: table, Item: watched }));
  for (const question of questions) {
    const Item = { ...keys.question(head.id, question.id), ...question };
    await dynamodb.send(new PutCommand({ TableName: table, Item }));
  }
};

/** What somebody does to a question. */
export const changeQuestion = async (
  store: Store,
  caseId: string,
  { id }: QuestionFact,
  given: Partial<QuestionFact>,
): Promise<void> => {
  const update = change(store, keys.question(caseId, id), given, { id });
  await dynamodb.send(new UpdateCommand(update.Update));
};

/** `sweep` on the real record, with real mail, on any day; tells `onSent` what it sends. */
export const aSweep = (store: Store, baseUrl: string, onSent: (to: string, subject: string) => void) => {
  const real = sesMailer(ses, 'Nominera <nominera@example.se>');
  const deliver = morningDeliverer({
    mailer: {
      send: async (to, letter, tags) => {
        onSent(to, letter.subject);
        return real.send(to, letter, tags);
      },
    },
    keyRing: async () => ({ current: 'k1', keys: { k1: 'a key of this test' } }),
    putAgendaLink: async () => undefined,
    putReportLink: async () => undefined,
    interestsSince: async () => ({}),
    leftToApprove: async () => undefined,
    baseUrl,
  });
  const record = sweepRecord(store, () => new Date(), 50);
  return (today: string): Promise<Swept> => sweep({ record, deliver, measure: () => {} }, today);
};

/** Runs the deployed `sweep` as its schedule would. */
export const invokeSweep = async (scheduledTime: string): Promise<void> => {
  const { FunctionError, Payload } = await lambda.send(
    new InvokeCommand({
      FunctionName: await functionName('SweepFunction'),
      Payload: JSON.stringify({ scheduledTime }),
    }),
  );
  expect(FunctionError, Payload && Buffer.from(Payload).toString()).toBeUndefined();
};
