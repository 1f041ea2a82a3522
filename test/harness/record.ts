import { paginateQuery, paginateScan } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import { type CaseFacts, unsent } from '../../shared/case/facts.ts';
import { isWaiting } from '../../shared/case/moves.ts';
import { askingIsWanted } from '../../shared/case/opening.ts';
import { readFacts } from '../../shared/records/cases.ts';
import { casePk } from '../../shared/records/keys.ts';
import type { Store } from '../../shared/records/store.ts';
import type { Milestone, NoticeId, Step } from '../../shared/routine/question.ts';
import { movedNow } from './clock.ts';
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
export const wholeTable = (): Promise<readonly Item[]> =>
  itemsOf(paginateScan({ client: dynamodb }, { TableName: system().table, ConsistentRead: true }));

/** Every item of one case, in an order that is always the same. */
export const wholeCase = (caseId: string): Promise<readonly Item[]> =>
  itemsOf(
    paginateQuery(
      { client: dynamodb },
      {
        TableName: system().table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': casePk(caseId) },
        ConsistentRead: true,
      },
    ),
  );

const itemsOf = async (
  pages: AsyncIterable<{ readonly Items?: Item[] | undefined }>,
): Promise<readonly Item[]> => {
  const items: Item[] = [];
  for await (const page of pages) items.push(...(page.Items ?? []));
  return items.sort((a, b) => `${a.pk}|${a.sk}`.localeCompare(`${b.pk}|${b.sk}`));
};

/** Waits until the machine waits at this step, with its questions open, their mails sent, and nothing under way. */
export const waitsAt = (caseId: string, step: Step, { attempt = 1 } = {}): Promise<CaseFacts> =>
  eventually(async () => {
    const facts = await factsOf(caseId);
    expect(facts.head).toMatchObject({ attempt, startedAttempt: attempt });
    expect(isWaiting(facts)).toBe(true);
    expect(stepsWaitedAt(facts)).toContain(step);
    expectQuiet(facts);
    return facts;
  });

/**
 * Waits until nothing is left to do after an act that leaves the machine at this step: everyone who is to be asked or
 * told is. Such a case is looked at again as soon as after any act, which `waitsAt` takes for a sign of work under way.
 */
export const rests = (caseId: string, step: Step): Promise<CaseFacts> =>
  eventually(async () => {
    const facts = await factsOf(caseId);
    expect(facts.head.startedAttempt).toBe(facts.head.attempt);
    expect(isWaiting(facts)).toBe(true);
    expect(stepsWaitedAt(facts)).toContain(step);
    expect(askingIsWanted(facts, movedNow())).toBe(false);
    expectNothingWanted(facts);
    return facts;
  });

const stepsWaitedAt = ({ tokens }: CaseFacts): readonly Step[] =>
  tokens.filter(({ drivenAt }) => drivenAt === undefined).map(({ round }) => round.step);

/** Waits until the nomination has come to its end and nothing is left to do in it: after a decision, f is asked. */
export const endsAs = (caseId: string, milestone: Milestone): Promise<CaseFacts> =>
  eventually(async () => {
    const facts = await factsOf(caseId);
    const { phase, phaseWanted } = facts.head;
    expect(facts.head.milestone).toBe(milestone);
    if (phaseWanted) expect([phase, stepsWaitedAt(facts)]).toEqual(['production', ['projectAssignment']]);
    expectQuiet(facts);
    return facts;
  });

/** Whom a notice of a case went to, by body or contact, each once. */
export const told = ({ mailings }: CaseFacts, notice: NoticeId): readonly string[] => {
  const mails = mailings.flatMap(({ mails }) => mails);
  const to = mails.filter(({ about }) => 'notice' in about && about.notice === notice).map((mail) => mail.to);
  return [...new Set(to.map((it) => Object.values(it).join('/')))].sort();
};

const HOUR = 3_600_000;

const expectQuiet = (facts: CaseFacts): void => {
  const { head } = facts;
  // The last thing that `ask` does, an hour or more ahead of what anybody else wants.
  if (head.phaseWanted)
    expect(Date.parse(String(head.lookAgainAt))).toBeGreaterThan(movedNow().getTime() + HOUR);
  expectNothingWanted(facts);
};

const expectNothingWanted = ({ head, mailings }: CaseFacts): void => {
  expect(mailings.flatMap(unsent)).toEqual([]);
  expect(head.wake).toBeUndefined();
};
