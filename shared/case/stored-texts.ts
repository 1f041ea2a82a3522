import { ACTS } from '../routine/acts.ts';
import type { Field, Form } from '../routine/form.ts';
import { nominationForm } from '../routine/nomination.ts';
import type { ActName } from '../routine/question.ts';
import { QUESTIONS } from '../routine/routine.ts';
import type { Words } from '../routine/words.ts';
import type { QuestionFact } from './facts.ts';

type Answers = Readonly<Record<string, unknown>>;

/** What people wrote in a case, as far as its texts are looked for. */
export interface WrittenCase {
  readonly questions: readonly QuestionFact[];
  readonly versions: readonly { readonly answers: Answers }[];
  readonly answers: readonly { readonly questionId: string; readonly answers: Answers }[];
  readonly acts: readonly {
    readonly seq: number;
    readonly act: ActName;
    readonly answers: Answers;
    readonly signedBy?: string;
  }[];
  readonly interests: readonly (Interested & { readonly id: string })[];
}

interface Interested {
  readonly unit: string;
  readonly name: string;
  readonly role: string;
  readonly email: string;
  readonly need: string;
}

/** A text that somebody wrote, or the name of a file (`storedFiles`), and where it is kept. */
export interface StoredText {
  /** `{document}:{path}`, its own within the case, such as `nomination/2:costLines.0.description`. */
  readonly id: string;
  /**
   * `nomination/{version}`, `answer/{question}`, `signature/{question}`, `act/{seq}`, `interest/{id}` or
   * `file/{who added it}/{SHA-256}`.
   */
  readonly document: string;
  /** From the root of what is stored, such as `answers`, `costLines`, `0`, `description`. */
  readonly path: readonly string[];
  readonly where: Words;
  readonly label: Words;
  readonly text: string;
  /** Is an e-mail address or a phone number. */
  readonly isContact?: true;
  /** The field of a nomination that it answers, wherever that is kept: in a version, a supplement or an amendment. */
  readonly nominated?: string;
  /** SHA-256 of the content that the name is of, in hex. */
  readonly file?: string;
}

/** Every text of a case that somebody wrote, in the order that its documents came; what is removed is none. */
export const storedTexts = (written: WrittenCase): readonly StoredText[] =>
  [
    ...written.versions.flatMap(({ answers }, index) =>
      asNominated(textsOf(`nomination/${index + 1}`, VERSION(index + 1), nominationForm, answers)),
    ),
    ...written.answers.flatMap((it) => textsOfAnswer(written, it)),
    ...written.questions.flatMap(textsOfSignature),
    ...written.acts.flatMap(textsOfAct),
    ...written.interests.flatMap(textsOfInterest),
  ].filter(({ text }) => text.trim() !== '' && !isRemoved(text));

const textsOfAnswer = (
  { questions }: WrittenCase,
  { questionId, answers }: WrittenCase['answers'][number],
): readonly StoredText[] => {
  const asked = questions.find(({ id }) => id === questionId);
  if (asked === undefined) return [];
  const { step } = asked.round;
  const texts = textsOf(`answer/${questionId}`, QUESTIONS[step].title, QUESTIONS[step].form, answers);
  return step === 'supplement' ? asNominated(texts) : texts;
};

const textsOfSignature = ({ id, round, answeredBy }: QuestionFact): readonly StoredText[] =>
  answeredBy === undefined
    ? []
    : [oneText(`signature/${id}`, ['answeredBy'], QUESTIONS[round.step].title, SIGNED, answeredBy)];

const textsOfAct = ({ seq, act, answers, signedBy }: WrittenCase['acts'][number]): readonly StoredText[] => {
  // What a redaction says of itself is what must be left of it.
  if (act === 'redact') return [];
  const { form, title } = ACTS[act];
  const texts = textsOf(`act/${seq}`, title, form, answers);
  return [
    ...(act === 'amend' || act === 'changeContacts' ? asNominated(texts) : texts),
    ...(signedBy === undefined ? [] : [oneText(`act/${seq}`, ['signedBy'], title, SIGNED, signedBy)]),
  ];
};

const textsOfInterest = (it: WrittenCase['interests'][number]): readonly StoredText[] =>
  Object.entries(INTERESTED).map(([name, label]) => ({
    ...oneText(`interest/${it.id}`, [name], WANTED_TOO, label, it[name as keyof Interested]),
    ...(name === 'email' && { isContact: true as const }),
  }));

const asNominated = (texts: readonly StoredText[]): readonly StoredText[] =>
  texts.map((it) => {
    const [, field = '', more] = it.path;
    return more === undefined && field in nominationForm ? { ...it, nominated: field } : it;
  });

const oneText = (
  document: string,
  path: readonly string[],
  where: Words,
  label: Words,
  text: string,
): StoredText => ({ id: `${document}:${path.join('.')}`, document, path, where, label, text });

const textsOf = (document: string, where: Words, form: Form, answers: Answers): readonly StoredText[] =>
  [...textsIn(form, answers)].map(({ path, label, text, isContact }) => ({
    id: `${document}:${path.join('.')}`,
    document,
    path: ['answers', ...path],
    where,
    label,
    text,
    ...(isContact && { isContact }),
  }));

interface FoundText {
  readonly path: readonly string[];
  readonly label: Words;
  readonly text: string;
  readonly isContact?: true;
}

/** The texts of answers; a field that the form has no more is named as it was stored. */
function* textsIn(form: Form, answers: Answers): Generator<FoundText> {
  for (const [name, value] of Object.entries(answers)) {
    const field = Object.hasOwn(form, name) ? form[name] : undefined;
    if (field === undefined) {
      if (typeof value === 'string') yield { path: [name], label: { sv: name, en: name }, text: value };
    } else yield* within(name, textsAt(field, value));
  }
}

function* textsAt(field: Field, value: unknown): Generator<FoundText> {
  const { label } = field;
  if (isTree(value) && typeof value.reason === 'string' && value.unknown === true) {
    yield { path: ['reason'], label, text: value.reason };
  } else if (field.kind === 'text' && typeof value === 'string') {
    const isContact = field.format === 'email' || field.format === 'phone';
    yield { path: [], label, text: value, ...(isContact && { isContact }) };
  } else if (field.kind === 'texts') {
    for (const [at, text] of listOf(value).entries()) yield { path: [String(at)], label, text: String(text) };
  } else if (field.kind === 'group' && isTree(value)) {
    yield* textsIn(field.fields, value);
  } else if (field.kind === 'list') {
    for (const [at, row] of listOf(value).entries())
      if (isTree(row)) yield* within(String(at), textsIn(field.item, row));
  }
}

function* within(name: string, texts: Iterable<FoundText>): Generator<FoundText> {
  for (const it of texts) yield { ...it, path: [name, ...it.path] };
}

const isTree = (value: unknown): value is Answers =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What is stored with another text at a path; what is not there is left out. */
export const withTextAt = (stored: unknown, [first, ...rest]: readonly string[], text: string): unknown => {
  if (first === undefined) return text;
  if (Array.isArray(stored)) {
    return stored.map((it, at) => (String(at) === first ? withTextAt(it, rest, text) : it));
  }
  return isTree(stored) && Object.hasOwn(stored, first)
    ? { ...stored, [first]: withTextAt(stored[first], rest, text) }
    : stored;
};

/** How the note begins that stands in the place of a removed text. */
export const REMOVED = '[Borttaget';

export const isRemoved = (text: string): boolean => text.startsWith(`${REMOVED} `);

const VERSION = (version: number): Words => ({
  sv: `Nomineringen, version ${version}`,
  en: `The nomination, version ${version}`,
});
const SIGNED: Words = { sv: 'Vem det var', en: 'Who it was' };
const WANTED_TOO: Words = { sv: 'En enhet som också vill ha programmet', en: 'A unit that wants it too' };
const INTERESTED: Readonly<Record<keyof Interested, Words>> = {
  unit: { sv: 'Enhet', en: 'Unit' },
  name: { sv: 'Namn', en: 'Name' },
  role: { sv: 'Roll', en: 'Role' },
  email: { sv: 'E-post', en: 'E-mail' },
  need: { sv: 'Behov', en: 'Need' },
};
