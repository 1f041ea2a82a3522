import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import { type CaseFacts, unsent } from '../../shared/case/facts.ts';
import { isWaiting } from '../../shared/case/moves.ts';
import { readFacts } from '../../shared/records/cases.ts';
import type { Store } from '../../shared/records/store.ts';
import type { Milestone, Step } from '../../shared/routine/question.ts';
import { eventually } from './eventually.ts';
import { dynamodb, system } from './system.ts';

/** The record, as tests look at it. */

export const store = (): Store => ({ client: dynamodb, table: system().table });

export const factsOf = async (caseId: string): Promise<CaseFacts> => {
  const facts = await readFacts(store(), caseId);
  if (facts === undefined) throw new Error(`No case ${caseId}`);
  return facts;
};

type Item = Readonly<Record<string, unknown>>;

/** Every item of the table, in an order that is always the same. */
export const wholeTable = async (): Promise<readonly Item[]> => {
  const items: Item[] = [];
  const pages = paginateScan({ client: dynamodb }, { TableName: system().table, ConsistentRead: true });
  for await (const page of pages) items.push(...((page.Items ?? []) as Item[]));
  return items.sort((a, b) => `${a.pk}|${a.sk}`.localeCompare(`${b.pk}|${b.sk}`));
};

/** Every item of one case, in an order that is always the same. */
export const wholeCase = async (caseId: string): Promise<readonly Item[]> =>
  (await wholeTable()).filter(({ pk }) => pk === `case#${caseId}`);

/** Waits until the machine waits at this step, with its questions open, their mails sent, and nothing under way. */
export const waitsAt = (caseId: string, step: Step, { attempt = 1 } = {}): Promise<CaseFacts> =>
  eventually(async () => {
    const facts = await factsOf(caseId);
    expect(facts.head).toMatchObject({ attempt, startedAttempt: attempt });
    expect(isWaiting(facts)).toBe(true);
    expect(
      facts.tokens.filter((token) => token.drivenAt === undefined).map((token) => token.round.step),
    ).toContain(step);
    expectQuiet(facts);
    return facts;
  });

/** Waits until the case has come to its end and nothing is left to do in it. */
export const endsAs = (caseId: string, milestone: Milestone): Promise<CaseFacts> =>
  eventually(async () => {
    const facts = await factsOf(caseId);
    expect(facts.head).toMatchObject({ milestone, phaseWanted: false });
    expectQuiet(facts);
    return facts;
  });

const HOUR = 3_600_000;

const expectQuiet = ({ head, mailings }: CaseFacts): void => {
  expect(mailings.flatMap(unsent)).toEqual([]);
  // The last thing that `ask` does, an hour or more ahead of what anybody else wants.
  if (head.phaseWanted) expect(Date.parse(String(head.lookAgainAt))).toBeGreaterThan(Date.now() + HOUR);
  expect(head.wake).toBeUndefined();
};
