import { GetObjectTaggingCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Scan } from '../case/attachments.ts';

/** One version of an object, with what is in it. */
export interface Scanned {
  readonly key: string;
  readonly version: string | undefined;
  readonly content: Buffer;
}

/** Says what is known of a file that came in. */
export type Scanner = (file: Scanned) => Promise<Scan>;

export const scannerNamed = (name: 'guardDuty' | 'testFile', client: S3Client, bucket: string): Scanner =>
  name === 'guardDuty' ? guardDutyTag(client, bucket) : testFile;

/** The tag that GuardDuty Malware Protection for S3 sets, and what its values come to. */
const TAG = 'GuardDutyMalwareScanStatus';
const SAID: Readonly<Record<string, Scan>> = {
  NO_THREATS_FOUND: 'clean',
  THREATS_FOUND: 'infected',
  UNSUPPORTED: 'unknown',
  ACCESS_DENIED: 'unknown',
  FAILED: 'unknown',
};

/** GuardDuty has looked into the object when it has tagged it. */
const guardDutyTag =
  (client: S3Client, bucket: string): Scanner =>
  async ({ key, version }) => {
    const { TagSet = [] } = await client.send(
      new GetObjectTaggingCommand({ Bucket: bucket, Key: key, VersionId: version }),
    );
    const status = TagSet.find(({ Key }) => Key === TAG)?.Value;
    return status === undefined ? 'pending' : (SAID[status] ?? 'unknown');
  };

/** In two parts, or scanners would take this file for it. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Knows the file that scanners are tried with (eicar.org), and no other: where no scanner runs. */
export const testFile: Scanner = ({ content }) =>
  Promise.resolve(content.includes(EICAR) ? 'infected' : 'clean');
