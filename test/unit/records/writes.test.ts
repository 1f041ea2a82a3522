import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { pendingChange } from '../../../shared/records/candidates.ts';
import { keys } from '../../../shared/records/keys.ts';
import { markMailsSent, newClaim } from '../../../shared/records/mailings.ts';
import { keepLink, openQuestions } from '../../../shared/records/questions.ts';
import { programmeChange } from '../../../shared/records/register.ts';
import { refreshRow } from '../../../shared/records/row-refresh.ts';
import { change, type Store } from '../../../shared/records/store.ts';
import { aHead, aQuestion, facts } from '../../builders/case.ts';
import { aProgramme } from '../../builders/programme.ts';

/** What DynamoDB would be sent. The engine is more forgiving than DynamoDB about some of it. */

const sent: { TransactItems: Record<string, { Key?: { sk: string }; Item?: { sk: string } }>[] }[] = [];
const store = {
  table: 'table',
  client: { send: async ({ input }: { input: (typeof sent)[number] }) => sent.push(input) },
} as unknown as Store;

it.each([
  [{ one: 1 }, 'SET #one = :new_one'],
  [{ one: undefined }, 'REMOVE #one'],
  [{ one: 1, two: undefined, three: undefined }, 'SET #one = :new_one REMOVE #two, #three'],
])('an update has no clause with nothing in it: %o', (attributes, expression) => {
  const { Update } = change(store, { pk: 'p', sk: 's' }, attributes, { id: 'x' });
  expect(Update.UpdateExpression).toBe(expression);
});

it('a case that goes on after all is pending again', () => {
  const ended = aHead({ milestone: 'withdrawn', phaseWanted: false });
  const [written] = pendingChange(store, ended, { ...ended, milestone: 'positionGiven', phaseWanted: true });
  expect(written?.Update.UpdateExpression).toBe('REMOVE #endedAs');
});

it('R-b6: a case that ends with the use of an existing programme is pending no more', () => {
  const asked = aHead({ milestone: 'positionGiven' });
  const decided = { ...asked, milestone: 'decided' as const };
  const [ended] = pendingChange(store, asked, { ...decided, phaseWanted: false });
  expect(ended?.Update.ExpressionAttributeValues).toMatchObject({ ':new_endedAs': 'decided' });
  expect(pendingChange(store, asked, { ...decided, phase: 'production' })).toEqual([]);
});

it('questions are opened only in the case as it was read, and are seen by acts that were not', async () => {
  const fresh = [aQuestion('screening', 'sobOffice', { linked: 0 })];
  await openQuestions(store, aHead({ version: 3, opened: 7 }), { fresh, linked: [] });
  const head = sent[0]?.TransactItems.map(({ Update }) => Update).find((it) => it?.Key?.sk === 'p#head');
  expect(head).toMatchObject({
    UpdateExpression: 'SET #opened = :new_opened',
    ConditionExpression: '#version = :old_version AND #opened = :old_opened',
    ExpressionAttributeValues: { ':new_opened': 8, ':old_version': 3, ':old_opened': 7 },
  });
});

it('opening takes the wake mark away that it has read, and no newer one, nor one that asks to look deeper', async () => {
  const opening = async (head: Parameters<typeof openQuestions>[1]) => {
    await openQuestions(store, head, { fresh: [], linked: [] });
    return sent.at(-1)?.TransactItems[0]?.Update;
  };
  expect(await opening(aHead({ wake: 'w1' }))).toMatchObject({
    UpdateExpression: 'SET #opened = :new_opened REMOVE #wake',
    ConditionExpression: '#version = :old_version AND #opened = :old_opened AND #wake = :old_wake',
    ExpressionAttributeValues: { ':old_wake': 'w1' },
  });
  expect(await opening(aHead({ wake: 'w1', lookDeeper: true }))).toMatchObject({
    UpdateExpression: 'SET #opened = :new_opened',
  });
});

it('a question’s link is there before the question, outside of the transaction', async () => {
  const question = aQuestion('screening', 'sobOffice');
  const before = sent.length;
  await openQuestions(store, aHead(), { fresh: [question], linked: [{ question, linkDigest: 'digest' }] });
  const [links, opened] = sent.slice(before) as unknown as [
    { RequestItems: { table: { PutRequest: { Item: unknown } }[] } },
    (typeof sent)[number],
  ];
  const { id: questionId, linkVersion } = question;
  expect(links.RequestItems.table.map(({ PutRequest }) => PutRequest.Item)).toEqual([
    { ...keys.link('digest'), caseId: aHead().id, questionId, linkVersion },
  ]);
  expect(JSON.stringify(opened)).not.toContain('digest');
});

it('a link that many mails carry is written where it is not there, and not again', async () => {
  const written: unknown[] = [];
  const links = (Item: unknown) =>
    ({
      table: 'table',
      client: {
        send: async ({ input }: { input: object }) => {
          if ('Item' in input) written.push(input.Item);
          return { Item };
        },
      },
    }) as unknown as Store;
  const target = { agenda: 'council-a', since: '2026-12-01T09:00:00.000Z' };
  await keepLink(links(undefined), 'digest', target);
  await keepLink(links(target), 'digest', target);
  expect(written).toEqual([{ ...keys.link('digest'), ...target }]);
});

it('a claim is told from another of the same moment, and runs out as its moment says', () => {
  const [moment, later] = ['2026-12-01T09:00:00.000Z', '2026-12-01T09:00:00.001Z'];
  const [one, other] = [newClaim(moment), newClaim(moment)];
  expect(one).not.toBe(other);
  expect(one < later && one > moment).toBe(true);
});

it('mails that were sent are noted in one write', async () => {
  await markMailsSent(store, 'case-1', 'm', { a: 'ses-a', b: 'ses-b' }, '2026-12-01T09:00:00.000Z');
  expect(sent.at(-1)).toMatchObject({
    UpdateExpression: 'SET sent.#mail0 = :id0, sent.#mail1 = :id1, sentAt = :at',
    ExpressionAttributeNames: { '#mail0': 'a', '#mail1': 'b' },
    ExpressionAttributeValues: { ':id0': 'ses-a', ':id1': 'ses-b' },
  });
});

it('what is made of a case’s summary is made of the newest: a text that was just removed does not come back', async () => {
  const summary = { number: 'N-2026-0001', caseId: 'case-1', nominatingUnit: 'Enheten', targetGroup: '' };
  const old = { ...summary, workingTitle: 'Anna', summary: 'Om Anna.' };
  const now = { ...summary, workingTitle: '[Borttaget]', summary: '[Borttaget]' };
  const written: unknown[] = [];
  const delayed = {
    table: 'table',
    client: {
      send: async ({ input }: { input: Record<string, unknown> }) => {
        if ('Item' in input || 'UpdateExpression' in input) written.push(input);
        else if (isDeepStrictEqual(input.Key, keys.caseSummary('N-2026-0001')))
          return { Item: input.ConsistentRead === true ? now : old };
        return {};
      },
    },
  } as unknown as Store;
  written.push(await programmeChange(delayed, aHead(), aProgramme()));
  await refreshRow(delayed, facts({ head: aHead() }));
  expect(JSON.stringify(written)).toContain('[Borttaget]');
  expect(JSON.stringify(written)).not.toContain('Anna');
});
