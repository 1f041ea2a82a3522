/** Longest name that is kept, in characters. */
const MOST = 150;

/**
 * A file's name as the bucket tells it: in ASCII, or in encoded words (RFC 2047), which S3 makes of anything else, or in
 * bytes of UTF-8. Without folders and characters that do not show; `undefined` where nothing is left.
 */
export const fileNameFrom = (metadata: string | undefined): string | undefined => {
  const name = decoded(metadata ?? '')
    .normalize('NFC')
    .split(/[\\/]/u)
    .at(-1)
    ?.replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  if (name === undefined || name === '') return undefined;
  return name.length <= MOST ? name : `${name.slice(0, MOST - ENDING)}${name.slice(-ENDING)}`;
};

/** What must be left of a name that is too long: its ending. */
const ENDING = 10;

const ENCODED_WORD = /=\?utf-8\?([bq])\?([^?]*)\?=/giu;

const decoded = (text: string): string =>
  fromBytes(text)
    // Browsers write quotation marks so (WHATWG HTML, multipart form data).
    .replaceAll('%22', '"')
    // Between two encoded words the space only separates them.
    .replaceAll(/\?=\s+=\?/gu, '?==?')
    .replaceAll(ENCODED_WORD, (_, how: string, word: string) =>
      how.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString() : quoted(word),
    );

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** A header is read byte by byte; where the bytes are not UTF-8, they stay as they are. */
const fromBytes = (text: string): string => {
  if (/[^\0-\xff]/u.test(text)) return text;
  try {
    return UTF_8.decode(Buffer.from(text, 'latin1'));
  } catch {
    return text;
  }
};

const quoted = (word: string): string =>
  Buffer.from(
    word
      .replaceAll('_', ' ')
      .replaceAll(/=([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString();

/** What has a browser save a file under this name and never show it (RFC 6266, RFC 8187). */
export const savedAs = (fileName: string): string => {
  const plain = fileName
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\w .()-]/gu, '_');
  const whole = encodeURIComponent(fileName).replaceAll(
    /['()*]/gu,
    (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
};
