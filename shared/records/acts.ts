import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { CaseHead } from '../case/facts.ts';
import type { ActName } from '../routine/question.ts';
import { keys } from './keys.ts';

/** Something a person did. Acts are only ever added; each holds the hash of the one before. */
export interface Act {
  readonly kind: 'submitted' | 'imported' | 'answered' | ActName | 'bodyMoved' | 'reviewBegun';
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

/** The next link of a case's chain: its item, and the version and hash that the head takes. */
export const chainAct = (caseId: string, head: Pick<CaseHead, 'version' | 'chain'>, act: Act) => {
  const body = { seq: head.version + 1, ...act, before: head.chain };
  const hash = digestOf(body);
  return { item: { ...keys.act(caseId, body.seq), ...body, hash }, version: body.seq, chain: hash };
};
