import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { FILE_TYPES, type KeptFile } from '../case/attachments.ts';
import { type Files, isGone, places } from './bucket.ts';
import { savedAs } from './file-name.ts';

/** Seconds that an address to a file can be used: it is followed at once. */
const OPEN_SECONDS = 5 * 60;

/** An address that gives the file at a place to whoever has it, to be saved under its own name. */
export const downloadUrl = (
  { client, bucket }: Files,
  place: string,
  { fileName, type }: Pick<KeptFile, 'fileName' | 'type'>,
): Promise<string> =>
  getSignedUrl(
    client,
    new GetObjectCommand({
      Bucket: bucket,
      Key: place,
      ResponseContentDisposition: savedAs(fileName),
      ResponseContentType: FILE_TYPES[type],
      ResponseCacheControl: 'no-store',
    }),
    { expiresIn: OPEN_SECONDS },
  );

/** Takes a draft's file away. */
export const removeFromDraft = ({ client, bucket }: Files, draftId: string, file: string): Promise<unknown> =>
  client.send(new DeleteObjectCommand({ Bucket: bucket, Key: places.draft(draftId, file) }));

/**
 * Takes a file out of its case for good, with the copy of the draft that the case was, which had the same id, and first
 * with all that came in for the case and waits for its day: what it came as cannot be told apart unread, and could be kept
 * once more. Whoever is about to add a file is told to send it again. Done again it goes on where it was.
 * @param file SHA-256 of its content, in hex
 * @throws when S3 has kept any version of it
 */
export const removeFromCase = async (files: Files, caseId: string, file: string): Promise<void> => {
  for (const place of [places.incoming(caseId, ''), places.draft(caseId, file), places.case(caseId, file)])
    await deleteVersions(files, place);
};

/** Every version of all keys that begin so. S3 lists a thousand at a time, and another may come meanwhile. */
const deleteVersions = async ({ client, bucket }: Files, prefix: string): Promise<void> => {
  for (;;) {
    const { Versions = [], DeleteMarkers = [] } = await client.send(
      new ListObjectVersionsCommand({ Bucket: bucket, Prefix: prefix }),
    );
    const Objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
    if (Objects.length === 0) return;
    const { Errors: [kept] = [] } = await client.send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
    );
    if (kept !== undefined) throw new Error(`S3 kept a version under ${prefix}: ${kept.Code}`);
  }
};

/**
 * Puts a draft's files where those of its case are, which gets the draft's id, before the case is stored: so none is lost whatever ends in between,
 * and done again it is the same. Gives those that are gone, as a draft's are after a year.
 */
export const giveToCase = async <F extends Pick<KeptFile, 'id'>>(
  { client, bucket }: Files,
  draftId: string,
  attachments: readonly F[],
): Promise<readonly F[]> => {
  const copies = attachments.map(async (file) => {
    try {
      await client.send(
        new CopyObjectCommand({
          Bucket: bucket,
          Key: places.case(draftId, file.id),
          CopySource: `${bucket}/${places.draft(draftId, file.id)}`,
          TaggingDirective: 'REPLACE',
        }),
      );
      return [];
    } catch (error) {
      if (isGone(error)) return [file];
      throw error;
    }
  });
  return (await Promise.all(copies)).flat();
};
