import { S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { type Scanner, scannerNamed } from './scanners.ts';

/** The bucket, the client that reaches it, and what looks for malware in what comes in. */
export interface Files {
  readonly client: S3Client;
  readonly bucket: string;
  readonly scanner: Scanner;
}

/** @param scanner `guardDuty` or `testFile`, as the stage says */
export const openFiles = (bucket: string, scanner: 'guardDuty' | 'testFile'): Files => {
  const client = new S3Client({});
  return { client, bucket, scanner: scannerNamed(scanner, client, bucket) };
};

/**
 * Where a file is, by who may come to it: a file that somebody sent, for a day; a draft's; a case's. The owner is part of
 * the key, so that the id of an upload opens nothing through another draft or case.
 */
export const places = {
  incoming: (owner: string, upload: string): string => `incoming/${owner}/${upload}`,
  draft: (draftId: string, file: string): string => `drafts/${draftId}/${file}`,
  case: (caseId: string, file: string): string => `cases/${caseId}/${file}`,
};

/**
 * Whether an object is not there. Whoever may not list the bucket, as our functions may not, is told of a missing object
 * only that access is denied (S3, GetObject, permissions).
 */
export const isGone = (error: unknown): boolean =>
  error instanceof S3ServiceException && ['NoSuchKey', 'NoSuchVersion', 'AccessDenied'].includes(error.name);
