import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { CaseFacts } from '../../shared/case/facts.ts';
import { isMendedByItself, type Trouble, type TroubleKind, troublesIn } from '../../shared/case/operating.ts';
import { allFacts } from '../../shared/records/all-facts.ts';
import { listBodies } from '../../shared/records/bodies.ts';
import { listCaseSummaries } from '../../shared/records/candidates.ts';
import { openCaseIds } from '../../shared/records/open-cases.ts';
import { systemTime } from '../moved-time.ts';
import { executionOf } from './execution.ts';
import { columns } from './table.ts';
import type { Target } from './target.ts';

/** What is not as it should be, in one case. */
export interface Found extends Trouble {
  readonly facts: CaseFacts;
}

/** `stuck`: every open case, and the dead letters; with `all` also cases that nothing looks at again. */
export const showStuck = async (target: Target, { all }: { readonly all: boolean }): Promise<void> => {
  const { store } = target;
  const ids = all ? (await listCaseSummaries(store)).map(({ caseId }) => caseId) : await openCaseIds(store);
  const found = await findTroubles(target, allFacts(store, ids));
  const dead = await deadLetters(target);
  if (found.length > 0) console.log(troubleLines(found));
  for (const [queue, count] of Object.entries(dead))
    if (count > 0)
      console.log(`${count} dead letters in the queue of ${queue}: redrive --queue ${queue} --yes`);
  if (found.length === 0 && Object.values(dead).every((count) => count === 0))
    console.log(`Nothing is stuck. Looked at: ${ids.length} cases, 2 queues of dead letters.`);
};

/** What is wrong in these cases, with their executions. */
export const findTroubles = async (
  target: Target,
  cases: AsyncIterable<CaseFacts> | Iterable<CaseFacts>,
): Promise<readonly Found[]> => {
  const bodies = new Set((await listBodies(target.store)).map(({ id }) => id));
  const found: Found[] = [];
  for await (const facts of cases) {
    const isRunning = facts.head.phaseWanted && (await executionOf(target, facts.head)).status === 'RUNNING';
    const around = { now: systemTime(), isRunning, isBody: (id: string) => bodies.has(id) };
    found.push(...troublesIn(facts, around).map((trouble) => ({ ...trouble, facts })));
  }
  return found;
};

/** How many messages wait in each queue of dead letters, about. */
export const deadLetters = async ({
  queues,
}: Target): Promise<Readonly<Record<'steps' | 'events', number>>> => {
  const count = async (QueueUrl: string): Promise<number> => {
    const names = ['ApproximateNumberOfMessages'] as const;
    const { Attributes } = await new SQSClient({}).send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...names] }),
    );
    return Number(Attributes?.ApproximateNumberOfMessages ?? 0);
  };
  return { steps: await count(queues.deadSteps), events: await count(queues.deadEvents) };
};

const IN_WORDS: Readonly<Record<TroubleKind, string>> = {
  wakeNotTaken: 'drive has not come to look',
  answerNotDriven: 'answered, and the machine has not gone on',
  notStarted: 'its phase is to start, and has not',
  executionGone: 'its execution does not run',
  nobodyAsked: 'its execution runs, and nobody is asked',
  linkNotMade: 'a question or link is to be made',
  mailNotSent: 'a mail is to be sent',
  unwatched: 'nothing will look at it again',
  failsAgain: 'restarted more than once since people acted: see the error of its execution',
  noMailbox: 'somebody is asked who is not in the register, or has no address',
};

/** What an operator does about what nothing mends by itself. */
const CURES: Readonly<Partial<Record<TroubleKind, string>>> = {
  unwatched: 'mend CASE --yes',
  failsAgain: 'mend the cause, then restart CASE --yes',
  noMailbox: 'move CASE QUESTION --to WHERE --yes, or change the contacts at the desk',
};

export const troubleLines = (found: readonly Found[]): string =>
  found.length === 0
    ? ''
    : columns(
        ['CASE', 'TROUBLE', 'ABOUT', 'SINCE', 'MENDED BY'],
        found.map((it) => [
          it.facts.head.number,
          `${it.kind}: ${IN_WORDS[it.kind]}`,
          it.about ?? '',
          it.since ?? '',
          curedBy(it),
        ]),
      );

const curedBy = (it: Found): string => {
  const { number, lookAgainAt } = it.facts.head;
  if (!isMendedByItself(it))
    return String(CURES[it.kind])
      .replace('CASE', number)
      .replace('QUESTION', it.about ?? '');
  return lookAgainAt === undefined
    ? `mend ${number} --yes`
    : `itself at ${lookAgainAt}; at once: mend ${number} --yes`;
};
