import { CopyObjectCommand, DeleteObjectCommand, GetObjectCommand } from '@aws-sdk/client-s3';
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
