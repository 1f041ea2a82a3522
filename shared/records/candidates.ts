import { GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { isOurNumber, OUR_NUMBERS } from '../case/case-number.ts';
import { isPending } from '../case/ended.ts';
import type { CaseHead } from '../case/facts.ts';
import type { Candidate } from '../case/similar.ts';
import type { Milestone } from '../routine/question.ts';
import { CASES, keys } from './keys.ts';
import { isThere, listProgrammes, type Programme } from './programmes.ts';
import { change, type Store } from './store.ts';

/** What the search for similar cases needs of one, as it was nominated. */
export interface CaseSummary {
  readonly number: string;
  readonly caseId: string;
  readonly workingTitle: string;
  readonly clinicalAreas: readonly string[];
  readonly targetGroup: string;
  readonly summary: string;
  readonly nominatingUnit: string;
  readonly submittedAt: string;
  /** How a case ended that is no longer pending. */
  readonly endedAs?: Milestone;
}

/** The item of a case's summary, for the transaction that makes the case. */
export const caseSummaryItem = (summary: CaseSummary) => ({
  ...keys.caseSummary(summary.number),
  ...summary,
});

/** The summaries of all cases after a number, also of those that have ended, in the order of their numbers. */
export const listCaseSummaries = async (store: Store, after = '!'): Promise<readonly CaseSummary[]> => {
  const summaries: CaseSummary[] = [];
  const pages = paginateQuery(
    { client: store.client },
    {
      TableName: store.table,
      KeyConditionExpression: 'pk = :pk AND sk > :after',
      ExpressionAttributeValues: { ':pk': CASES, ':after': after },
    },
  );
  for await (const { Items = [] } of pages)
    summaries.push(...Items.map(({ pk, sk, ...summary }) => summary as unknown as CaseSummary));
  return summaries;
};

/**
 * What the case with a number is about, as it was nominated.
 * @param isNewest for whoever writes what is made of it: what an act has just changed must not come back
 */
export const readCaseSummary = async (
  store: Store,
  number: string,
  { isNewest = false } = {},
): Promise<CaseSummary | undefined> => {
  const { Item } = await store.client.send(
    new GetCommand({ TableName: store.table, Key: keys.caseSummary(number), ConsistentRead: isNewest }),
  );
  if (Item === undefined) return undefined;
  const { pk, sk, ...summary } = Item;
  return summary as unknown as CaseSummary;
};

/** A transaction's write of whether a case is still pending, where an act changes that. */
export const pendingChange = (store: Store, before: CaseHead, after: CaseHead) => {
  if (isPending(before) === isPending(after)) return [];
  return [
    change(
      store,
      keys.caseSummary(before.number),
      { endedAs: isPending(after) ? undefined : after.milestone },
      { number: before.number },
    ),
  ];
};

/** Everything that a nomination may be similar to: the programmes there are, and the pending cases (R-a9, R-b4). */
export const readCandidates = async (store: Store): Promise<readonly Candidate[]> =>
  candidatesAmong(await readAll(store));

const KEPT_MS = 60_000;

/**
 * Reads the same for one page after another, and keeps it meanwhile. A case that was nominated since is found at once;
 * that a case has ended, or a programme come or changed, up to a minute later, by the clock given.
 */
export const candidatesReader = (store: Store, now: () => Date): (() => Promise<readonly Candidate[]>) => {
  let kept: { readonly all: All; readonly readAt: number } | undefined;
  return async () => {
    const age = now().getTime() - (kept?.readAt ?? Number.NaN);
    if (kept === undefined || !(age >= 0 && age < KEPT_MS)) {
      kept = { readAt: now().getTime(), all: await readAll(store) };
      return candidatesAmong(kept.all);
    }
    const { programmes, summaries } = kept.all;
    const known = new Set(summaries.map(({ number }) => number));
    // Numbers that a region brought with it may come after all of ours.
    const newestOfOurs = [...known].findLast(isOurNumber) ?? OUR_NUMBERS;
    const newer = (await listCaseSummaries(store, newestOfOurs)).filter(({ number }) => !known.has(number));
    return candidatesAmong({ programmes, summaries: [...summaries, ...newer] });
  };
};

interface All {
  readonly programmes: readonly Programme[];
  readonly summaries: readonly CaseSummary[];
}

const readAll = async (store: Store): Promise<All> => {
  const [programmes, summaries] = await Promise.all([listProgrammes(store), listCaseSummaries(store)]);
  return { programmes, summaries };
};

const candidatesAmong = ({ programmes, summaries }: All): readonly Candidate[] => [
  ...programmes.filter(isThere).map(programmeAsCandidate),
  ...summaries.filter(({ endedAs }) => endedAs === undefined).map(caseAsCandidate),
];

export const programmeAsCandidate = (programme: Programme): Candidate => ({
  kind: 'programme',
  id: `${programme.source}#${programme.id}`,
  title: programme.name,
  from: programme.publisher,
  clinicalAreas: programme.clinicalAreas,
  ...(programme.targetGroup !== undefined && { targetGroup: programme.targetGroup }),
  ...(programme.description !== undefined && { text: programme.description }),
  ...(programme.url !== undefined && { url: programme.url }),
});

export const caseAsCandidate = (summary: CaseSummary): Candidate => ({
  kind: 'case',
  id: summary.number,
  title: summary.workingTitle,
  from: summary.nominatingUnit,
  clinicalAreas: summary.clinicalAreas,
  targetGroup: summary.targetGroup,
  text: summary.summary,
});
