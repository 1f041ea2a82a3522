import { randomUUID } from 'node:crypto';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { onTestFinished } from 'vitest';
import { type Body, putBody } from '../../shared/records/bodies.ts';
import { keys } from '../../shared/records/keys.ts';
import { store } from './record.ts';

/** A council of one test only, so that no other test's cases are moved with it. */
export const aCouncil = async (given: Partial<Body> = {}): Promise<Body> => {
  const id = `council-${randomUUID()}`;
  const body: Body = {
    id,
    role: 'coordinationCouncil',
    name: { sv: `Råd ${id}`, en: `Council ${id}` },
    mailbox: `${id}@example.se`,
    language: 'sv',
    ...given,
  };
  await putBody(store(), body);
  onTestFinished(async () => {
    const { client, table } = store();
    await client.send(new DeleteCommand({ TableName: table, Key: keys.body(id) }));
  });
  return body;
};
