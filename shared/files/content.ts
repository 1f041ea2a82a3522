import { fileTypeFromBuffer } from 'file-type';
import { FILE_TYPES, type FileType, type Findings } from '../case/attachments.ts';

/** Old Office files, and new ones with a password, are compound files: they cannot be told apart without reading them. */
const LOCKED_OFFICE = 'EncryptedPackage';
/** Names of parts stand uncompressed in an Office file. */
const MACRO_PART = 'vbaProject.bin';
const MACRO_TYPES: readonly string[] = ['docm', 'dotm', 'xlsm', 'xltm', 'pptm', 'ppsm', 'potm'];
/** The trailer of a PDF names its encryption, in text. */
const LOCKED_PDF = /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/u;

/**
 * What a file is, by its content. Nothing in it is unpacked but the list of an Office file's types, up to a megabyte, so
 * that a small file cannot become a large one.
 */
export const findingsOf = async (fileName: string, content: Buffer): Promise<Findings> => {
  const type = (await fileTypeFromBuffer(content))?.ext;
  return {
    fileName,
    bytes: content.length,
    type: isTaken(type) ? type : undefined,
    isLocked: isLocked(type, content),
    hasMacros:
      (type !== undefined && MACRO_TYPES.includes(type)) || (isOffice(type) && content.includes(MACRO_PART)),
  };
};

const isTaken = (type: string | undefined): type is FileType => type !== undefined && type in FILE_TYPES;

const isOffice = (type: string | undefined): boolean => type === 'docx' || type === 'xlsx';

const isLocked = (type: string | undefined, content: Buffer): boolean => {
  if (type === 'cfb') return content.includes(Buffer.from(LOCKED_OFFICE, 'utf16le'));
  return type === 'pdf' && LOCKED_PDF.test(content.toString('latin1'));
};
