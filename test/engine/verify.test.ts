import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { keys } from '../../shared/records/keys.ts';
import { verifyCases } from '../../shared/records/verify.ts';
import { sample } from '../builders/samples.ts';
import { atDesk } from '../harness/desk.ts';
import { reach, SIGNED } from '../harness/people.ts';
import { published } from '../harness/programmes.ts';
import { rests, store } from '../harness/record.ts';
import { system } from '../harness/system.ts';

const found = async (number: string) => {
  for await (const { difference } of verifyCases(store(), number)) return difference;
  throw new Error(`${number} was not looked at`);
};

/** What is found while an item is otherwise; it is put back afterwards. */
const foundWhile = async (
  number: string,
  key: { pk: string; sk: string },
  tamper: () => Promise<unknown>,
) => {
  const { client, table: TableName } = store();
  const { Item } = await client.send(new GetCommand({ TableName, Key: key, ConsistentRead: true }));
  await tamper();
  const difference = await found(number);
  await client.send(new PutCommand({ TableName, Item: Item ?? {} }));
  return difference;
};

it('a published programme is what its acts make it: every phase, on the engine', async () => {
  const { caseNumber } = await published();
  expect(await found(caseNumber)).toBeUndefined();
}, 300_000);

it('a case at the decision is whole, and what is done to it beside people’s acts is found where it was done', async () => {
  const { id, caseNumber } = await reach('decision');
  expect(await found(caseNumber)).toBeUndefined();
  const { client, table: TableName } = store();
  const set = (Key: { pk: string; sk: string }, name: string, value: unknown) =>
    client.send(
      new UpdateCommand({
        ...{ TableName, Key, UpdateExpression: 'SET #name = :value' },
        ...{ ExpressionAttributeNames: { '#name': name }, ExpressionAttributeValues: { ':value': value } },
      }),
    );
  const answer = keys.answer(id, 'nomination/screening/1/sobOffice');
  const [second, head] = [keys.act(id, 2), keys.head(id)];
  expect(
    await foundWhile(caseNumber, second, () => client.send(new DeleteCommand({ TableName, Key: second }))),
  ).toMatchObject({ act: 2, field: 'chain' });
  expect(
    await foundWhile(caseNumber, answer, () => set(answer, 'answers', { screeningOutcome: 'notForSob' })),
  ).toMatchObject({ act: 2, field: 'answer/nomination/screening/1/sobOffice' });
  expect(await foundWhile(caseNumber, head, () => set(head, 'milestone', 'decided'))).toMatchObject({
    field: 'head.milestone',
  });
  expect(await found(caseNumber)).toBeUndefined();
}, 300_000);

it('a redacted case is whole, and a change in what the redaction left is found', async () => {
  const officer = await atDesk();
  const { id, caseNumber } = await reach('position');
  const text = 'nomination/1:summary';
  const url = `${system().baseUrl}/desk/cases/${caseNumber}?${new URLSearchParams({ act: 'redact', text })}`;
  const fields = { redactedKind: 'patient', redactReason: 'Beskriver en patient.', redactedText: text };
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...officer.headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...fields, ...(SIGNED as Record<string, string>) }),
    redirect: 'manual',
  });
  expect(response.status).toBe(303);
  await rests(id, 'position');
  expect(await found(caseNumber)).toBeUndefined();
  const { client, table: TableName } = store();
  const key = keys.nomination(id, 1);
  const { Item = {} } = await client.send(new GetCommand({ TableName, Key: key }));
  const answers = { ...Item.answers, workingTitle: `${sample(2).nomination.workingTitle} 2` };
  expect(
    await foundWhile(caseNumber, key, () =>
      client.send(new PutCommand({ TableName, Item: { ...Item, answers } })),
    ),
  ).toMatchObject({ act: 1, field: 'nomination/1', why: 'is not what the redaction left' });
}, 300_000);
