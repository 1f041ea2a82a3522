import { createHash } from 'node:crypto';
import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import canonicalize from 'canonicalize';
import type { CaseHead } from '../case/facts.ts';
import type { ActName } from '../routine/question.ts';
import { casePk, keys } from './keys.ts';
import type { Store } from './store.ts';

/** Something a person did. Acts are only ever added; each holds the hash of the one before. */
export interface Act {
  readonly kind: 'submitted' | 'imported' | 'answered' | ActName | 'bodyMoved' | 'reviewBegun' | 'operated';
  readonly at: string;
  readonly by: Readonly<Record<string, string>>;
  /** What was done, in ids. Names and texts are there as digests, so that a redaction leaves the chain valid. */
  readonly what: Readonly<Record<string, string | number>>;
}

/** The chain's beginning: the hash before the first act. */
export const CHAIN_START = '0'.repeat(64);

/** SHA-256, in hex, of a text as it is. */
export const textDigest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** SHA-256, in hex, of the canonical JSON (RFC 8785) of a value. */
export const digestOf = (value: unknown): string => textDigest(canonicalize(value) ?? 'null');

/** The digest of what a redaction leaves of a document: its answers, and the signature that stands with them. */
export const leftDigest = ({ answers, signedBy }: Readonly<Record<string, unknown>>): string =>
  digestOf(signedBy === undefined ? { answers } : { answers, signedBy });

/** The next link of a case's chain: its item, and the version and hash that the head takes. */
export const chainAct = (caseId: string, head: Pick<CaseHead, 'version' | 'chain'>, act: Act) => {
  const body = { seq: head.version + 1, ...act, before: head.chain };
  const hash = digestOf(body);
  return { item: { ...keys.act(caseId, body.seq), ...body, hash }, version: body.seq, chain: hash };
};

type StoredAct = Act & Readonly<Record<string, unknown>> & { readonly seq: number; readonly hash: string };

/** The acts of a case, in order, as they are stored. */
export const readActs = async (store: Store, caseId: string): Promise<readonly StoredAct[]> => {
  const acts: StoredAct[] = [];
  const pages = paginateQuery(
    { client: store.client },
    {
      TableName: store.table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :act)',
      ExpressionAttributeValues: { ':pk': casePk(caseId), ':act': 'x#act#' },
    },
  );
  for await (const { Items = [] } of pages) acts.push(...(Items as StoredAct[]));
  return acts;
};

/** The number of the first act that does not follow from the one before, or that the head does not end with. */
export const chainBreak = (
  acts: readonly StoredAct[],
  { version, chain }: Pick<CaseHead, 'version' | 'chain'>,
): number | undefined => {
  let before = CHAIN_START;
  for (const [n, { pk: _pk, sk: _sk, hash, ...body }] of acts.entries()) {
    if (body.seq !== n + 1 || body.before !== before || digestOf(body) !== hash) return n + 1;
    before = hash;
  }
  return acts.length === version && before === chain ? undefined : acts.length + 1;
};
