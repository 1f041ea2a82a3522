import { holdsPersonalNumber } from '../routine/check/personal-number.ts';
import type { FieldProblem, Known } from '../routine/check.ts';
import { MOST_ATTACHMENTS } from '../routine/nomination/closing.ts';
import type { Language, Words } from '../routine/words.ts';
import { at } from './problems.ts';
import { isRemoved } from './stored-texts.ts';

/** The types of files that are taken, by their extension (NOMINATION-FORM.md, limits). */
export const FILE_TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpg: 'image/jpeg',
} as const satisfies Readonly<Record<string, string>>;

export type FileType = keyof typeof FILE_TYPES;

/** Largest file that is taken, in bytes. */
export const MOST_BYTES = 20 * 1024 * 1024;

/** Files that one case can hold beside those of its nomination: far more than any has, so that a link cannot fill the bucket. */
export const MOST_FILES = 50;

/** A file that was looked into and kept. */
export interface KeptFile {
  /** SHA-256 of its content, in hex: it names the file wherever it is spoken of, so that the chain of acts holds it. */
  readonly id: string;
  readonly fileName: string;
  readonly type: FileType;
  readonly bytes: number;
  /** ISO 8601 in UTC. */
  readonly addedAt: string;
}

/** A file of a draft, as whoever added it calls it. */
export interface Attachment extends KeptFile {
  readonly title: string;
  readonly confidential?: boolean;
}

/** A file of a case, and whose it is: a body, or somebody whom the case names. */
export interface CaseFile extends KeptFile {
  readonly addedBy: string;
}

/**
 * Whether a file was taken out of its case: a note stands in the place of its name, and its content is deleted. Whatever
 * a file is called that somebody sends, it ends with a type (`fileRefusal`), which no note does.
 */
export const isRemovedFile = ({ fileName }: Pick<KeptFile, 'fileName'>): boolean =>
  isRemoved(fileName) && typeNamed(fileName) === undefined;

/** What was found out of a file by looking into it. */
export interface Findings {
  readonly fileName: string;
  readonly bytes: number;
  /** By its content; `undefined` for what is none of those that are taken. */
  readonly type: FileType | undefined;
  /** It cannot be read without a password. */
  readonly isLocked: boolean;
  readonly hasMacros: boolean;
}

/** What the scanner says: `unknown` of what it could not look into. */
export type Scan = 'clean' | 'infected' | 'unknown' | 'pending';

/** Why a file is not taken; `missing` is one that never came, or is gone after its day. */
export type FileRefusal =
  | 'missing'
  | 'empty'
  | 'tooLarge'
  | 'type'
  | 'name'
  | 'personalNumber'
  | 'locked'
  | 'macros'
  | 'infected'
  | 'unknown';

/** Why a file with these findings is not taken, whatever the scanner says. */
export const fileRefusal = (found: Findings): FileRefusal | undefined => {
  if (found.bytes === 0) return 'empty';
  if (found.bytes > MOST_BYTES) return 'tooLarge';
  if (found.isLocked) return 'locked';
  if (found.hasMacros) return 'macros';
  if (found.type === undefined) return 'type';
  if (typeNamed(found.fileName) !== found.type) return 'name';
  return holdsPersonalNumber(found.fileName) ? 'personalNumber' : undefined;
};

/** The type that a file's name claims. */
const typeNamed = (fileName: string): FileType | undefined => {
  const extension = /\.([a-z]+)$/iu.exec(fileName)?.[1]?.toLowerCase();
  return extension === 'jpeg'
    ? 'jpg'
    : (Object.keys(FILE_TYPES) as FileType[]).find((it) => it === extension);
};

/** What to do about it, in words. */
export const REFUSED: Readonly<Record<FileRefusal, Words>> = {
  missing: {
    sv: 'Filen finns inte här. Den kan ha tagits bort: en fil som inte läggs till raderas inom ett dygn. Välj filen och ladda upp den igen.',
    en: 'The file is not here. It may have been removed: a file that is not added is deleted within a day. Choose the file and upload it again.',
  },
  empty: {
    sv: 'Filen är tom. Kontrollera att du har valt rätt fil och ladda upp den igen.',
    en: 'The file is empty. Check that you have chosen the right file and upload it again.',
  },
  tooLarge: {
    sv: 'Filen är större än 20 MB. Dela upp den eller spara den i ett mindre format, och ladda upp den igen.',
    en: 'The file is larger than 20 MB. Split it or save it in a smaller format, and upload it again.',
  },
  type: {
    sv: 'Filen är inte en pdf, docx, xlsx, png eller jpg. Spara den som pdf och ladda upp den igen.',
    en: 'The file is not a pdf, docx, xlsx, png or jpg. Save it as a pdf and upload it again.',
  },
  name: {
    sv: 'Filens namn stämmer inte med innehållet. Namnet ska sluta med det format som filen är sparad i, till exempel .pdf. Spara filen på nytt i rätt format och ladda upp den igen.',
    en: 'The file’s name does not match what is in it. The name must end with the format that the file is saved in, such as .pdf. Save the file anew in the right format and upload it again.',
  },
  personalNumber: {
    sv: 'Filens namn innehåller ett personnummer. Byt namn på filen och ladda upp den igen. Kontrollera också att det inte finns patientuppgifter i den.',
    en: 'The file’s name holds a personal number. Rename the file and upload it again. Also check that there is no patient data in it.',
  },
  locked: {
    sv: 'Filen är skyddad med lösenord, så att andra inte kan läsa den. Spara den utan lösenord och ladda upp den igen.',
    en: 'The file is protected with a password, so that others cannot read it. Save it without a password and upload it again.',
  },
  macros: {
    sv: 'Filen innehåller makron, och sådana filer tas inte emot. Spara den utan makron, till exempel som pdf, och ladda upp den igen.',
    en: 'The file holds macros, and such files are not taken. Save it without macros, for example as a pdf, and upload it again.',
  },
  infected: {
    sv: 'Virusskyddet har hittat något skadligt i filen, och den har inte sparats. Kontakta er it-support innan du skickar den till någon annan.',
    en: 'The virus scanner has found something harmful in the file, and it has not been saved. Contact your IT support before you send it to anybody.',
  },
  unknown: {
    sv: 'Virusskyddet kunde inte läsa filen, och den har inte sparats. Spara den som en ny pdf och ladda upp den igen.',
    en: 'The virus scanner could not read the file, and it has not been saved. Save it as a new pdf and upload it again.',
  },
};

/** The scanner has not come to the file yet. */
export const SCAN_PENDING: Words = {
  sv: 'Filen kontrolleras av virusskyddet. Det tar oftast mindre än en minut. Vänta en stund och tryck på knappen igen: det du har skrivit finns kvar.',
  en: 'The file is being checked by the virus scanner. That mostly takes less than a minute. Wait a while and press the button again: what you have written is kept.',
};

/**
 * Reasons why a draft cannot have one more file: its number, a name that another has, or that it is there already under
 * another name. Adding the same again, as a second press of the button does, is none.
 */
export const attachmentProblems = (
  there: readonly Attachment[],
  { id, title }: Pick<Attachment, 'id' | 'title'>,
): readonly FieldProblem[] => {
  const same = there.find((it) => it.id === id);
  if (same !== undefined)
    return plain(same.title) === plain(title) ? [] : [at('title', alreadyThere(same.title))];
  if (there.length >= MOST_ATTACHMENTS) return [at('$', TOO_MANY)];
  return there.some((it) => plain(it.title) === plain(title)) ? [at('title', NAME_TAKEN)] : [];
};

const plain = (title: string): string => title.trim().toLocaleLowerCase('sv');

const alreadyThere = (title: string): Words => ({
  sv: `Samma fil är redan bifogad, med namnet ”${title}”. Ta bort den först om den ska heta något annat.`,
  en: `The same file is attached already, by the name “${title}”. Remove it first if it is to be called something else.`,
});
const NAME_TAKEN: Words = {
  sv: 'En annan bilaga heter redan så. Skriv ett annat namn, så att de går att skilja åt.',
  en: 'Another attachment has that name already. Write another name, so that they can be told apart.',
};
const TOO_MANY: Words = {
  sv: `Det finns redan ${MOST_ATTACHMENTS} bilagor, och fler går inte att lägga till. Ta bort någon, eller slå ihop flera till en fil.`,
  en: `There are ${MOST_ATTACHMENTS} attachments already, and no more can be added. Remove one, or merge several into one file.`,
};

/** The field `attachments` of the nomination that files of a draft make. */
export const attachmentAnswers = (attachments: readonly Attachment[]): readonly object[] =>
  attachments.map(({ id, title, confidential }) => ({
    title,
    ...(confidential && { confidential }),
    file: id,
  }));

/** What forms must know so that a field can name one of these files; without any that is there, none is asked for. */
export const withFiles = (known: Known, files: readonly KeptFile[]): Known => ({
  ...known,
  facts: { ...known.facts, files: files.some((it) => !isRemovedFile(it)) },
  registers: {
    ...known.registers,
    files: files.map((it) => ({
      value: it.id,
      label: fileInWords(it),
      ...(isRemovedFile(it) && { isPast: true }),
    })),
  },
});

/** `avtal.pdf (pdf, 230 kB)`, in both languages; of one that is gone the note. */
export const fileInWords = (file: Pick<KeptFile, 'fileName' | 'type' | 'bytes'>): Words => {
  if (isRemovedFile(file)) return { sv: file.fileName, en: file.fileName };
  const said = (lang: Language): string =>
    `${file.fileName} (${file.type}, ${sizeInWords(file.bytes, lang)})`;
  return { sv: said('sv'), en: said('en') };
};

const KILO = 1024;

const sizeInWords = (bytes: number, lang: Language): string => {
  const isLarge = bytes >= KILO * KILO;
  const size = isLarge ? bytes / (KILO * KILO) : bytes / KILO;
  const number = size.toLocaleString(lang === 'sv' ? 'sv-SE' : 'en-GB', {
    maximumFractionDigits: isLarge ? 1 : 0,
  });
  return size < 1 && !isLarge
    ? `< 1 ${lang === 'sv' ? 'kB' : 'KB'}`
    : `${number} ${isLarge ? 'MB' : lang === 'sv' ? 'kB' : 'KB'}`;
};

/** A document of a case: a file that was sent in with the nomination, or attached later. */
export interface CaseDocument {
  readonly file: CaseFile;
  readonly title: string;
  readonly confidential: boolean;
}

/** Who reads: somebody whom the case names or a body, by the id that acts are signed with. */
export interface DocumentReader {
  readonly id: string;
  /** One of the register, or the office. */
  readonly isBody: boolean;
}

/** 7.3: what is marked as confidential is read by the bodies that judge, by the office, and by whoever added it. */
export const mayReadDocument = (
  { confidential, file }: Pick<CaseDocument, 'confidential' | 'file'>,
  { id, isBody }: DocumentReader,
): boolean => !confidential || isBody || file.addedBy === id;

interface Written {
  /** Every version, the newest last. */
  readonly versions: readonly { readonly answers: Readonly<Record<string, unknown>> }[];
  readonly acts: readonly {
    readonly act: string;
    readonly by: string;
    readonly answers: Readonly<Record<string, unknown>>;
  }[];
}

interface Line {
  readonly file?: unknown;
  readonly title?: unknown;
  readonly confidential?: unknown;
}

/**
 * Every document of a case, oldest first: those of any version of its nomination, as the newest that names them does, and
 * those that were attached by an act.
 */
export const documentsOf = (
  { versions, acts }: Written,
  files: readonly CaseFile[],
): readonly CaseDocument[] => {
  const nominated = versions.flatMap(({ answers }) =>
    linesOf(answers).map((line) => [NOMINATOR, line] as const),
  );
  const attached = acts
    .filter(({ act }) => ATTACHING.includes(act))
    .map(({ by, answers }) => [by, answers as Line] as const);
  const named = new Map<string, CaseDocument>();
  for (const [by, line] of [...nominated, ...attached]) {
    const file = files.find(({ id, addedBy }) => id === line.file && addedBy === by);
    if (file === undefined) continue;
    named.set(`${by} ${file.id}`, {
      file,
      title: String(line.title),
      confidential: line.confidential === true,
    });
  }
  return [...named.values()].sort((a, b) => a.file.addedAt.localeCompare(b.file.addedAt));
};

/** Whose the nomination's attachments are. */
export const NOMINATOR = 'nominator';

/** The acts that add a file to a case. */
export const ATTACHING: readonly string[] = ['attach', 'attachToQuestion'];

const linesOf = ({ attachments }: Readonly<Record<string, unknown>>): readonly Line[] =>
  Array.isArray(attachments) ? attachments : [];
