import {
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import { beforeAll, expect, it } from 'vitest';
import { MOST_BYTES } from '../../../shared/case/attachments.ts';
import { type Files, openFiles, places } from '../../../shared/files/bucket.ts';
import { downloadUrl, removeFromCase } from '../../../shared/files/kept.ts';
import { inspect, keep, uploadForm } from '../../../shared/files/uploads.ts';
import { aPdf } from '../../builders/files.ts';
import { send } from '../../harness/uploads.ts';
import { deployStack, ref } from './support.ts';

/** What we rely on of the engine's S3: forms that are signed, versions, and addresses that are signed. */

const BACK = 'http://127.0.0.1/n/secret?part=attachments&lang=en';

let files: Files;
beforeAll(async () => {
  const Bucket = {
    Type: 'AWS::S3::Bucket',
    Properties: { VersioningConfiguration: { Status: 'Enabled' } },
  };
  const { name } = await deployStack({ Bucket }, { name: ref('Bucket') });
  files = openFiles(name, 'testFile');
});

const uploadIn = (location: string | null): string =>
  String(new URL(String(location)).searchParams.get('upload'));

it('takes a file of at most 20 MB, sends the browser back, and keeps the file’s name', async () => {
  const form = await uploadForm(files, 'me', BACK);
  const sent = await send(form, 'Årsbokslut & "läkemedel" – ny.pdf', aPdf());
  expect(sent.status).toBe(303);
  const location = new URL(String(sent.headers.get('location')));
  expect(`${location.origin}${location.pathname}`).toBe('http://127.0.0.1/n/secret');
  expect(location.searchParams.get('part')).toBe('attachments');
  expect(await inspect(files, 'me', uploadIn(String(location)))).toMatchObject({
    upload: { fileName: 'Årsbokslut & "läkemedel" – ny.pdf', type: 'pdf', bytes: aPdf().length },
    isScanned: true,
  });
});

it.each([
  ['is larger', (form: FormData) => form.set('file', new Blob([new Uint8Array(MOST_BYTES + 1)]), 'a.pdf')],
  ['is empty', (form: FormData) => form.set('file', new Blob([]), 'a.pdf')],
  ['goes to another key', (form: FormData) => form.set('key', 'cases/one/two')],
  [
    'comes back to another page',
    (form: FormData) => form.set('success_action_redirect', 'https://example.com'),
  ],
  ['is tagged by its sender', (form: FormData) => form.set('tagging', '<Tagging/>')],
])('refuses a file that %s', async (_, change) => {
  const form = await uploadForm(files, 'me', BACK);
  const sent = await send(form, 'a.pdf', aPdf(), change);
  expect(sent.status).toBeGreaterThanOrEqual(400);
  expect(sent.status).toBeLessThan(500);
});

it('keeps the version that was looked into, and gives it as a file to save', async () => {
  const form = await uploadForm(files, 'me', BACK);
  const location = (await send(form, 'först.pdf', aPdf('först'))).headers.get('location');
  const found = await inspect(files, 'me', uploadIn(location));
  if (!('upload' in found)) throw new Error(found.refused);
  await send(form, 'sedan.pdf', aPdf('sedan'));
  const place = places.case('case', found.upload.id);
  await keep(files, found.upload, place);
  const given = await fetch(await downloadUrl(files, place, found.upload));
  expect(given.headers.get('content-type')).toBe('application/pdf');
  expect(given.headers.get('content-disposition')).toBe(
    `attachment; filename="forst.pdf"; filename*=UTF-8''f%C3%B6rst.pdf`,
  );
  expect(Buffer.from(await given.arrayBuffer())).toEqual(aPdf('först'));
});

it('deletes every version of a key and its marks of deletion, and nothing beside it', async () => {
  const { client, bucket: Bucket } = files;
  const [wanted, other] = [places.case('removed', 'a'.repeat(64)), places.case('removed', 'b'.repeat(64))];
  for (const Key of [wanted, wanted, other, places.incoming('removed', 'upload')])
    await client.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
  await client.send(new DeleteObjectCommand({ Bucket, Key: wanted }));
  for (let n = 0; n < 2; n += 1) await removeFromCase(files, 'removed', 'a'.repeat(64));
  const { Versions = [], DeleteMarkers = [] } = await client.send(
    new ListObjectVersionsCommand({ Bucket, Prefix: 'cases/removed/' }),
  );
  expect([...Versions, ...DeleteMarkers].map(({ Key }) => Key)).toEqual([other]);
});

it('knows nothing of what was never sent', async () => {
  expect(await inspect(files, 'me', crypto.randomUUID())).toEqual({ refused: 'missing' });
});

it('tags of an object say what the scanner found, as GuardDuty sets them', async () => {
  const scanned = openFiles(files.bucket, 'guardDuty');
  const form = await uploadForm(scanned, 'me', BACK);
  const id = uploadIn((await send(form, 'a.pdf', aPdf())).headers.get('location'));
  expect(await inspect(scanned, 'me', id)).toMatchObject({ isScanned: false });
  const tag = (Value: string) =>
    scanned.client.send(
      new PutObjectTaggingCommand({
        Bucket: scanned.bucket,
        Key: places.incoming('me', id),
        Tagging: { TagSet: [{ Key: 'GuardDutyMalwareScanStatus', Value }] },
      }),
    );
  for (const [status, said] of [
    ['NO_THREATS_FOUND', { isScanned: true }],
    ['THREATS_FOUND', { refused: 'infected' }],
    ['UNSUPPORTED', { refused: 'unknown' }],
    ['FAILED', { refused: 'unknown' }],
  ] as const) {
    await tag(status);
    expect(await inspect(scanned, 'me', id)).toMatchObject(said);
  }
});
