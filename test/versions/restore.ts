import { randomUUID } from 'node:crypto';
import { StartExecutionCommand } from '@aws-sdk/client-sfn';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { readLinkKeys } from '../../local/link-keys.ts';
import type { CaseHead, Round } from '../../shared/case/facts.ts';
import { answerUrl, type KeyRing } from '../../shared/links/links.ts';
import { keys } from '../../shared/records/keys.ts';
import { nextCaseNumber } from '../../shared/records/nominations.ts';
import type { Step } from '../../shared/routine/question.ts';
import { executionArn } from '../harness/executions.ts';
import { store } from '../harness/record.ts';
import { sfn, system } from '../harness/system.ts';
import { type Item, isLink, keptIn, secretOf } from './items.ts';
import type { Waiting } from './versions.ts';

export interface Restored {
  readonly head: CaseHead;
  readonly items: readonly Item[];
  /** The steps that the machine waited at. */
  readonly steps: readonly Step[];
  /** The links that people were sent, by the id of their question. */
  readonly links: ReadonlyMap<string, string>;
}

/**
 * Puts a case back as an earlier version had stored it, and starts the execution that waited in it, from the same input and
 * under the same name, by the definition that the machine has now. Two things were of the engine that the case was played
 * on and are made anew: its task token, which the execution's message brings, and the key of the links. The key of an
 * installation stays when its code changes, so the links are made with this engine's key, and nobody is mailed again.
 */
export const restore = async (waiting: Waiting): Promise<Restored> => {
  const places = { case: randomUUID(), number: await nextCaseNumber(store(), '2026') };
  const ring = await readLinkKeys();
  const { input, items, tokens } = keptIn(waiting, places, ring);
  const head = items.find(({ sk }) => sk === keys.head('').sk) as unknown as CaseHead;
  const { client, table } = store();
  for (const Item of items) await client.send(new PutCommand({ TableName: table, Item }));
  const [arn, name] = split(executionArn(head.number, head.attempt, head.phase));
  await sfn.send(new StartExecutionCommand({ stateMachineArn: arn, name, input: JSON.stringify(input) }));
  return { head, items, steps: tokens.map(stepWaitedAt), links: linksIn(items, ring) };
};

/** An execution's ARN to that of its machine, and its name. */
const split = (arn: string): readonly [machine: string, name: string] => {
  const parts = arn.split(':');
  return [parts.slice(0, -1).join(':').replace(':execution:', ':stateMachine:'), String(parts.at(-1))];
};

const stepWaitedAt = ({ round }: Item): Step => (round as Round).step;

const linksIn = (items: readonly Item[], ring: KeyRing): ReadonlyMap<string, string> =>
  new Map(
    items
      .filter(isLink)
      .map((item) => [String(item.questionId), answerUrl(system().baseUrl, secretOf(ring, item))]),
  );
