import { crc32 } from 'node:zlib';
import type { CaseFiles } from '../../functions/answer/attaching.ts';

/** Small files of the types that people attach, and of those that are not taken. */

export const aPdf = (text = 'Protokoll', trailer = ''): Buffer =>
  Buffer.from(
    `%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n% ${text}\ntrailer<</Root 1 0 R${trailer}>>\n%%EOF\n`,
  );

export const aPng = (): Buffer =>
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

export const aJpg = (): Buffer =>
  Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), Buffer.alloc(64)]);

const MAIN = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  docm: 'application/vnd.ms-word.document.macroEnabled.main+xml',
} as const;

/** An Office file with these parts beside the list of its types; as a whole it opens in no program. */
export const anOfficeFile = (type: keyof typeof MAIN, parts: Readonly<Record<string, Buffer>> = {}): Buffer =>
  aZip({
    '[Content_Types].xml': Buffer.from(
      `<Types><Override PartName="/word/document.xml" ContentType="${MAIN[type]}"/></Types>`,
    ),
    ...parts,
  });

/** The beginning of a Compound File Binary, as old Office files are and those with a password. */
export const aCompoundFile = (stream: string): Buffer =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(stream, 'utf16le')]);

const SIGNATURE = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 };
const VERSION = 20;

/** A zip archive whose entries are stored as they are (PKWARE APPNOTE.TXT, 4.3). */
export const aZip = (entries: Readonly<Record<string, Buffer>>): Buffer => {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const about = Buffer.alloc(26);
    about.writeUInt16LE(VERSION, 0);
    about.writeUInt32LE(crc32(content), 10);
    about.writeUInt32LE(content.length, 14);
    about.writeUInt32LE(content.length, 18);
    about.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const file = Buffer.concat([u32(SIGNATURE.local), about, Buffer.from(name), content]);
    files.push(file);
    directory.push(u32(SIGNATURE.central), u16(VERSION), about, place, Buffer.from(name));
    offset += file.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const count = Object.keys(entries).length;
  const end = [u32(SIGNATURE.end), u16(0), u16(0), u16(count), u16(count), u32(size), u32(offset), u16(0)];
  return Buffer.concat([...files, ...directory, ...end]);
};

const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** The file that virus scanners are tried with (eicar.org), in two parts, or one on this machine would take it away. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** For what takes no files: it would fail if it did. */
export const noFiles: CaseFiles = {
  form: () => Promise.reject(new Error('No bucket')),
  inspect: () => Promise.reject(new Error('No bucket')),
  keep: () => Promise.reject(new Error('No bucket')),
  url: () => Promise.reject(new Error('No bucket')),
  remove: () => Promise.reject(new Error('No bucket')),
};
