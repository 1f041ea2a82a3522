import { describe, expect, it } from 'vitest';
import { fileRefusal } from '../../shared/case/attachments.ts';
import { findingsOf } from '../../shared/files/content.ts';
import { fileNameFrom, savedAs } from '../../shared/files/file-name.ts';
import { testFile } from '../../shared/files/scanners.ts';
import { aCompoundFile, aJpg, anOfficeFile, aPdf, aPng, aZip, EICAR } from '../builders/files.ts';

const refusal = async (fileName: string, content: Buffer) => fileRefusal(await findingsOf(fileName, content));

describe('what a file is, is told by its content', () => {
  it.each([
    ['protokoll.pdf', aPdf(), 'pdf'],
    ['Kostnader.DOCX', anOfficeFile('docx'), 'docx'],
    ['kostnader.xlsx', anOfficeFile('xlsx'), 'xlsx'],
    ['skärm.png', aPng(), 'png'],
    ['foto.jpg', aJpg(), 'jpg'],
    ['foto.jpeg', aJpg(), 'jpg'],
  ])('%s is taken', async (name, content, type) => {
    expect(await findingsOf(name, content)).toMatchObject({ type, bytes: content.length });
    expect(await refusal(name, content)).toBeUndefined();
  });

  it.each([
    [
      'a page under the name of a PDF',
      'avtal.pdf',
      Buffer.from('<html><script>alert(1)</script></html>'),
      'type',
    ],
    ['a program', 'avtal.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'type'],
    ['a picture with a script in it', 'bild.svg', Buffer.from('<?xml version="1.0"?><svg/>'), 'type'],
    ['an archive', 'allt.zip', aZip({ 'a.txt': Buffer.from('a') }), 'type'],
    ['an archive under the name of a document', 'allt.docx', aZip({ 'a.txt': Buffer.from('a') }), 'type'],
    ['an old Word file', 'avtal.doc', aCompoundFile('WordDocument'), 'type'],
    ['a PDF under the name of a picture', 'avtal.png', aPdf(), 'name'],
    ['a spreadsheet under the name of a document', 'avtal.docx', anOfficeFile('xlsx'), 'name'],
    ['a file without an ending', 'avtal', aPdf(), 'name'],
    ['a file without a name', '', aPdf(), 'name'],
    ['a second ending', 'avtal.pdf.exe', aPdf(), 'name'],
    ['a document with macros', 'avtal.docm', anOfficeFile('docm'), 'macros'],
    ['one under another name', 'avtal.docx', anOfficeFile('docm'), 'macros'],
    [
      'a document that hides its macros',
      'avtal.docx',
      anOfficeFile('docx', { 'word/vbaProject.bin': Buffer.from('x') }),
      'macros',
    ],
    ['a document with a password', 'avtal.docx', aCompoundFile('EncryptedPackage'), 'locked'],
    ['a PDF with a password', 'avtal.pdf', aPdf('', '/Encrypt 5 0 R'), 'locked'],
    ['nothing', 'avtal.pdf', Buffer.alloc(0), 'empty'],
    ['a personal number in the name', 'Anna 19121212-1212.pdf', aPdf(), 'personalNumber'],
  ])('%s is refused', async (_, name, content, why) => {
    expect(await refusal(name, content)).toBe(why);
  });

  it('a part that says to be a gigabyte is not unpacked', async () => {
    const bomb = anOfficeFile('docx', { 'word/document.xml': Buffer.alloc(1024) });
    // The size when unpacked, in the part's own header.
    bomb.writeUInt32LE(2 ** 30, bomb.indexOf('word/document.xml') - 8);
    expect(await findingsOf('bomb.docx', bomb)).toMatchObject({ type: 'docx', bytes: bomb.length });
  });
});

describe('where no scanner runs', () => {
  const scan = (content: Buffer) => testFile({ key: 'incoming/a/b', version: undefined, content });

  it('the file that scanners are tried with is known, also inside another', async () => {
    expect(await scan(Buffer.from(EICAR))).toBe('infected');
    expect(await scan(aPdf(EICAR))).toBe('infected');
    expect(await scan(aPdf())).toBe('clean');
  });
});

describe('the name of a file', () => {
  it.each([
    ['Avtal.pdf', 'Avtal.pdf'],
    ['=?UTF-8?B?w4VyLnBkZg==?=', 'År.pdf'],
    ['=?UTF-8?Q?=C3=85r_1.pdf?=', 'År 1.pdf'],
    ['=?UTF-8?B?w4Vy?= =?UTF-8?B?LnBkZg==?=', 'År.pdf'],
    ['\u00c3\u0085r \u00e2\u0080\u0093 %22ny%22.pdf', 'År – "ny".pdf'],
    ['\u00c5r.pdf', 'År.pdf'],
    ['C:\\fakepath\\Avtal.pdf', 'Avtal.pdf'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['a\u202Efdp.exe', 'afdp.exe'],
    ['\u0000a\r\nb.pdf', 'ab.pdf'],
    ['A\u030Ar.pdf', 'År.pdf'],
  ])('%j is %s', (metadata, name) => {
    expect(fileNameFrom(metadata)).toBe(name);
  });

  it.each([undefined, '', ' ', 'mapp/'])('of %j there is none', (metadata) => {
    expect(fileNameFrom(metadata)).toBeUndefined();
  });

  it('keeps its ending when it is shortened', () => {
    expect(fileNameFrom(`${'å'.repeat(300)}.pdf`)).toMatch(/^å{140}å{6}\.pdf$/u);
  });

  it('is what the file is saved as, with å, ä, ö for whoever knows them', () => {
    expect(savedAs('Årsmöte (1) "nytt"; €.pdf')).toBe(
      `attachment; filename="Arsmote (1) _nytt__ _.pdf"; filename*=UTF-8''%C3%85rsm%C3%B6te%20%281%29%20%22nytt%22%3B%20%E2%82%AC.pdf`,
    );
  });
});
