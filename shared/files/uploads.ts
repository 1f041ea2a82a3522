import { createHash } from 'node:crypto';
import { CopyObjectCommand, GetObjectCommand } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { FILE_TYPES, type FileRefusal, fileRefusal, type KeptFile, MOST_BYTES } from '../case/attachments.ts';
import { type Files, isGone, places } from './bucket.ts';
import { findingsOf } from './content.ts';
import { fileNameFrom } from './file-name.ts';

/** Minutes that a form can be used: long enough to find the file. */
const FORM_MINUTES = 15;

/** A form that a browser sends a file with, straight to the bucket: where to, and what stands in it beside the file. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** S3 puts the name of the file that was chosen in the place of this, in any field. */
const NAME_OF_FILE = `\${filename}`;
const NAME_FIELD = 'x-amz-meta-name';

/**
 * A signed form that takes one file of at most 20 MB, to one key and no other. S3 sends the browser on to `back` with
 * `upload` in its query.
 * @param back the address of our own page, whole
 */
export const uploadForm = async (
  { client, bucket }: Files,
  owner: string,
  back: string,
): Promise<UploadForm> => {
  const upload = crypto.randomUUID();
  const url = new URL(back);
  url.searchParams.set('upload', upload);
  const { url: action, fields } = await createPresignedPost(client, {
    Bucket: bucket,
    Key: places.incoming(owner, upload),
    Expires: FORM_MINUTES * 60,
    Fields: { success_action_redirect: String(url) },
    Conditions: [
      ['content-length-range', 1, MOST_BYTES],
      ['starts-with', `$${NAME_FIELD}`, ''],
    ],
  });
  return { url: action, fields: { ...fields, [NAME_FIELD]: NAME_OF_FILE } };
};

/** A file that came in and may be kept. It is one version of its object: another that is sent to the same key is not it. */
export interface Upload extends Omit<KeptFile, 'addedAt'> {
  readonly key: string;
  readonly version: string | undefined;
}

export type Inspected =
  | { readonly refused: FileRefusal }
  /** `isScanned` is `false` for as long as the scanner has not said anything. */
  | { readonly upload: Upload; readonly isScanned: boolean };

const UPLOAD_ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;

/** Looks into what somebody sent: its size, its type by content, and what the scanner says. Reads only. */
export const inspect = async (files: Files, owner: string, uploadId: string): Promise<Inspected> => {
  const key = places.incoming(owner, uploadId);
  const sent = UPLOAD_ID.test(uploadId) ? await read(files, key) : undefined;
  if (sent === undefined) return { refused: 'missing' };
  if ('tooLarge' in sent) return { refused: 'tooLarge' };
  const { content, version } = sent;
  const findings = await findingsOf(sent.fileName, content);
  const scan = await files.scanner({ key, version, content });
  const refused = scan === 'infected' ? scan : fileRefusal(findings);
  if (refused !== undefined) return { refused };
  if (scan === 'unknown') return { refused: scan };
  const { fileName, type, bytes } = findings as Required<typeof findings>;
  if (type === undefined) return { refused: 'type' };
  const id = createHash('sha256').update(content).digest('hex');
  return { upload: { key, version, id, fileName, type, bytes }, isScanned: scan === 'clean' };
};

const read = async ({ client, bucket }: Files, key: string) => {
  try {
    const {
      Body,
      ContentLength = 0,
      VersionId,
      Metadata,
    } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    if (Body === undefined) return undefined;
    if (ContentLength > MOST_BYTES) return { tooLarge: true as const };
    const content = Buffer.from(await Body.transformToByteArray());
    return { content, version: VersionId, fileName: fileNameFrom(Metadata?.name) ?? '' };
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
};

/** Keeps just what was looked into, at a place from {@link places}. Done twice it is the same. */
export const keep = (
  { client, bucket }: Files,
  { key, version, type }: Upload,
  place: string,
): Promise<unknown> =>
  client.send(
    new CopyObjectCommand({
      Bucket: bucket,
      Key: place,
      CopySource: `${bucket}/${key}${version === undefined ? '' : `?versionId=${version}`}`,
      MetadataDirective: 'REPLACE',
      TaggingDirective: 'REPLACE',
      ContentType: FILE_TYPES[type],
    }),
  );
