import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Signatory } from '../case/answers.ts';
import { laidOut } from '../case/earlier.ts';
import type { CaseFacts, CaseHead, QuestionFact, TokenFact } from '../case/facts.ts';
import { importedCase } from '../case/imported-case.ts';
import { importedProgramme } from '../case/imported-programme.ts';
import type { ProgrammeFact } from '../case/programme.ts';
import { type Difference, type DoneAct, decidedFields, type Replayed, replayed } from '../case/replay.ts';
import { isRemoved } from '../case/stored-texts.ts';
import { type Filed, type Nomination, newCase } from '../case/submit.ts';
import type { CaseRow } from '../routine/import/case-row.ts';
import type { ProgrammeRow } from '../routine/import/programme-row.ts';
import { type Act, chainBreak, digestOf, leftDigest } from './acts.ts';
import { caseByNumber, readHead } from './cases.ts';
import { CASES, casePk, type Key, keys } from './keys.ts';
import type { Store } from './store.ts';

type Item = Key & Readonly<Record<string, unknown>>;
type Written = Readonly<Record<string, unknown>>;
type ChainedAct = Act & Item & { readonly seq: number; readonly hash: string };
type Found = Difference | undefined;

/**
 * The first place where what is stored of a case is not what people did in it, or `undefined`. It is looked for in this
 * order:
 *
 * 1. **the chain**: each act follows from the one before, none is missing, and the head ends with the last;
 * 2. **the texts**: each act has what was written with it, under its own key, with the time, the name and the digest that
 *    the chain has of it, and there is no other text. Of a document that texts were removed from, the digest that the
 *    removal left in the chain holds;
 * 3. **the state**: what the acts come to when they are all done once more by the rules (`replayed`) is what the head,
 *    the questions, the programme and the versions of the nomination say: of every phase, of cases taken over as well.
 *
 * Only chained, and not compared with anything else: what a file contains, and what is derived for lists and search. Not
 * looked at: links, tokens, attempts, reminders and mails, which machines mark. Whoever can write the table and reckons
 * every hash anew, from a changed act to the head, is found only by a copy of the head's hash that was kept elsewhere. A case of
 * the first layout is told as different: it kept its answers elsewhere, and asked no head of operations.
 */
export const differenceIn = (items: readonly Item[]): Found => {
  const stored = storedCase(items);
  return 'why' in stored
    ? stored
    : (chainDifference(stored) ?? textDifference(stored) ?? stateDifference(stored));
};

/** All that is stored of a case; it reads, and never brings a case up to date as the functions do. */
export const readItems = async (store: Store, caseId: string): Promise<readonly Item[]> => {
  const items: Item[] = [];
  const pages = paginateQuery(
    { client: store.client },
    {
      TableName: store.table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': casePk(caseId) },
    },
  );
  for await (const { Items = [] } of pages) items.push(...(Items as Item[]));
  return items;
};

interface Stored {
  readonly facts: CaseFacts;
  readonly acts: readonly ChainedAct[];
  /** What people wrote, by its sort key. */
  readonly texts: ReadonlyMap<string, Item>;
  /** Documents that texts were removed from, with the digest that was left of each, where the act tells it. */
  readonly redacted: ReadonlyMap<string, string | undefined>;
}

const storedCase = (items: readonly Item[]): Stored | Difference => {
  const under = (prefix: string): readonly Item[] => items.filter(({ sk }) => sk.startsWith(prefix));
  const as = <T>(prefix: string): readonly T[] =>
    under(prefix).map(({ pk: _p, sk: _s, ...it }) => it as unknown as T);
  const acts = (under('x#act#') as readonly ChainedAct[]).toSorted((a, b) => (a.sk < b.sk ? -1 : 1));
  const [head] = as<CaseHead>('p#head');
  if (head === undefined) return { act: acts.length, field: 'head', why: 'is not there' };
  const [programme] = as<ProgrammeFact & Written>('p#programme').map(
    ({ watch: _w, lookAgainAt: _l, ...it }) => it as unknown as ProgrammeFact,
  );
  return {
    facts: {
      head,
      questions: as<QuestionFact>('p#question#'),
      tokens: as<TokenFact>('p#token#'),
      ...{ mailings: [], related: [] },
      ...(programme && { programme }),
    },
    acts,
    texts: new Map(under('t#').map((it) => [it.sk, it])),
    redacted: redactedIn(acts),
  };
};

const redactedIn = (acts: readonly ChainedAct[]): Stored['redacted'] =>
  new Map(
    acts
      .filter(({ kind }) => kind === 'redact')
      .flatMap(({ what: { removed = '', left = '' } }) => {
        const digests = new Map(
          String(left)
            .split(' ')
            .map((it) => it.split('=') as [string, string]),
        );
        const documents = String(removed)
          .split(' ')
          .map((it) => it.slice(0, it.lastIndexOf(':')));
        return documents.map((it): [string, string | undefined] => [it, digests.get(it)]);
      }),
  );

const chainDifference = ({ acts, facts: { head } }: Stored): Found => {
  const at = chainBreak(acts, head);
  if (at !== undefined) return { act: at, field: 'chain', why: 'does not follow from the act before' };
  const misplaced = acts.find(({ sk, seq }) => sk !== keys.act(head.id, seq).sk);
  return misplaced && { act: misplaced.seq, field: 'chain', why: 'stands in another place' };
};

/** A document that an act wrote. */
interface Expected {
  readonly act: ChainedAct;
  readonly document: string;
  readonly sk: string;
  /** What has to stand in it beside the answers. */
  readonly fields: Written;
  /** The digest of its answers, where the act tells it; otherwise the state is compared with it. */
  readonly digest?: string | undefined;
}

const expectedOf = ({ facts: { head } }: Stored, act: ChainedAct): readonly Expected[] => {
  const { kind, seq, at, by, what } = act;
  const digest = String(what.digest);
  const version = (n: number, its?: string): Expected => ({
    ...{ act, document: `nomination/${n}`, sk: keys.nomination(head.id, n).sk, digest: its },
    fields: { submittedAt: kind === 'imported' ? head.submittedAt : at },
  });
  if (kind === 'submitted') return [version(1, digest)];
  const versions = what.nomination === undefined ? [] : [version(Number(what.nomination))];
  const { question } = what;
  if (kind === 'answered')
    return [
      {
        ...{ act, document: `answer/${question}`, sk: keys.answer(head.id, String(question)).sk, digest },
        fields: { questionId: question, answeredAt: at },
      },
      ...versions,
    ];
  const fields = { act: kind, at, by: by.body ?? '', questionId: question };
  return [{ act, document: `act/${seq}`, sk: keys.actText(head.id, seq).sk, digest, fields }, ...versions];
};

const textDifference = (stored: Stored): Found => {
  const { acts, texts } = stored;
  const expected = acts.flatMap((act) => expectedOf(stored, act));
  for (const it of expected) {
    const why = wrongIn(stored, it, texts.get(it.sk)) ?? wrongSignature(stored, it);
    if (why !== undefined) return { act: it.act.seq, field: it.document, why };
  }
  const isImported = acts[0]?.kind === 'imported';
  const known = new Set(expected.map(({ sk }) => sk));
  const stray = [...texts.keys()].find((sk) => !known.has(sk) && !(isImported && isTakenOver(stored, sk)));
  return stray === undefined ? undefined : { act: acts.length, field: stray, why: 'was written by no act' };
};

/** The answers of a case that was taken over are compared with what it was taken over from. */
const isTakenOver = ({ acts }: Stored, sk: string): boolean =>
  sk.startsWith('t#answer#') && !acts.some(({ what }) => what.question === sk.slice('t#answer#'.length));

const wrongIn = (
  { redacted }: Stored,
  { document, fields, digest }: Expected,
  text: Item | undefined,
): string | undefined => {
  if (text === undefined) return 'is not there';
  const other = Object.entries(fields).find(([name, value]) => text[name] !== value);
  if (other !== undefined) return `has another ${other[0]} than its act`;
  if (!redacted.has(document))
    return digest === undefined || digestOf(text.answers) === digest ? undefined : 'is not what was written';
  const left = redacted.get(document);
  if (left !== undefined) return leftDigest(text) === left ? undefined : 'is not what the redaction left';
  return hasNote(text) ? undefined : 'is said to be redacted, and has no note';
};

const hasNote = (it: unknown): boolean =>
  typeof it === 'string'
    ? isRemoved(it)
    : typeof it === 'object' && it !== null && Object.values(it).some(hasNote);

/** Whoever signed is in the chain as a digest. */
const wrongSignature = (stored: Stored, { act, document, sk }: Expected): string | undefined => {
  if (act.by.answeredBy === undefined || document.startsWith('nomination/')) return undefined;
  const signed = signatureOf(stored, act, stored.texts.get(sk));
  const isCovered =
    isRemoved(signed) && [document, `signature/${act.what.question}`].some((it) => stored.redacted.has(it));
  return isCovered || signatoryOf(signed, act) !== undefined ? undefined : 'is signed by somebody else';
};

const signatureOf = ({ facts }: Stored, { kind, what }: ChainedAct, text: Item | undefined): string =>
  String(
    kind === 'answered' ? facts.questions.find(({ id }) => id === what.question)?.answeredBy : text?.signedBy,
  );

/** Who it was: a name, or a role, can have a comma of its own. */
const signatoryOf = (signed: string, { by }: ChainedAct): Signatory | undefined => {
  const parts = signed.split(', ');
  return parts
    .map((_, n) => ({ name: parts.slice(0, n).join(', '), role: parts.slice(n).join(', ') }))
    .find((it) => digestOf(it) === by.answeredBy);
};

/** A case that earlier code stored is compared as this code would lay it out. */
const stateDifference = (before: Stored): Found => {
  const nomination = before.texts.get(keys.nomination(before.facts.head.id, 1).sk)?.answers ?? {};
  const stored = { ...before, facts: laidOut(before.facts, nomination as Nomination) };
  const begun = begunAs(stored);
  if ('why' in begun) return begun;
  const [, ...acts] = stored.acts;
  const rebuilt = replayed(
    begun.facts,
    acts.map((act) => doneAct(stored, act)),
    stored.facts,
  );
  return 'why' in rebuilt
    ? rebuilt
    : (versionDifference(stored, rebuilt) ?? fieldDifference(stored, rebuilt));
};

/** The case as its first act made it. */
const begunAs = (stored: Stored): { readonly facts: CaseFacts } | Difference => {
  const { facts, acts, texts } = stored;
  const { id, number, language } = facts.head;
  const [first] = acts;
  if (first === undefined) return { act: 1, field: 'chain', why: 'has no act' };
  const filed: Filed = {
    ...{ id, number, at: new Date(first.at), wake: '', lookAgainAt: '' },
    ...(language && { language }),
  };
  const answers = texts.get(keys.nomination(id, 1).sk)?.answers;
  if (first.kind === 'submitted') return { facts: bare(newCase(answers as Nomination, filed)) };
  const row = texts.get(keys.actText(id, 1).sk)?.answers as unknown as CaseRow | ProgrammeRow;
  const taken = 'waitsAt' in row ? importedCase(row, filed) : importedProgramme(row as ProgrammeRow, filed);
  const known: readonly (readonly [sk: string, answers: unknown])[] = [
    [keys.nomination(id, 1).sk, taken.nomination],
    ...Object.entries(taken.answers).map(([question, it]) => [keys.answer(id, question).sk, it] as const),
  ];
  const wrong = known.find(([sk, it]) => !isSame(stored, texts.get(sk)?.answers, it));
  const strays = [...texts.keys()].filter(
    (sk) => sk.startsWith('t#answer#') && isTakenOver(stored, sk) && !known.some(([it]) => it === sk),
  );
  const [field] = [wrong?.[0], ...strays].filter((it) => it !== undefined);
  return field === undefined
    ? { facts: bare(taken) }
    : { act: 1, field, why: 'is not what the case was taken over from' };
};

const bare = (
  made: Pick<CaseFacts, 'questions' | 'programme'> & { readonly head: Omit<CaseHead, 'version' | 'chain'> },
) => ({
  ...{ head: { ...made.head, version: 1, chain: '' }, questions: made.questions },
  ...{ tokens: [], mailings: [], related: [] },
  ...(made.programme && { programme: made.programme }),
});

const doneAct = (stored: Stored, act: ChainedAct): DoneAct => {
  const { kind, seq, at, by, what } = act;
  const [{ sk } = { sk: '' }] = expectedOf(stored, act);
  const text = stored.texts.get(sk);
  const signed = signatureOf(stored, act, text);
  return {
    ...{ kind, seq, at, by, answers: (text?.answers ?? {}) as Written },
    ...(what.question !== undefined && { question: String(what.question) }),
    signatory: signatoryOf(signed, act) ?? { name: signed, role: '' },
  };
};

const versionDifference = (stored: Stored, { versions }: Replayed): Found => {
  const { id } = stored.facts.head;
  const wrong = versions.findIndex(
    ({ answers }, n) => !isSame(stored, stored.texts.get(keys.nomination(id, n + 2).sk)?.answers, answers),
  );
  const act = versions[wrong]?.act;
  return act === undefined
    ? undefined
    : { act, field: `nomination/${wrong + 2}`, why: 'is not what the act made of it' };
};

const fieldDifference = (stored: Stored, { facts, decidedBy }: Replayed): Found => {
  const [there, rebuilt] = [decidedFields(stored.facts), decidedFields(facts)];
  const wrong = [...new Set([...there.keys(), ...rebuilt.keys()])].filter(
    (field) => !isSame(stored, there.get(field), rebuilt.get(field)),
  );
  const [first] = wrong
    .map((field) => ({ field, act: decidedBy.get(field) ?? stored.acts.length }))
    .toSorted((a, b) => a.act - b.act);
  return (
    first && {
      ...first,
      why: `is ${JSON.stringify(there.get(first.field))}, and the acts make it ${JSON.stringify(rebuilt.get(first.field))}`,
    }
  );
};

/** An act takes its time, and what follows from it its own, a moment apart. */
const MOMENT_MS = 60_000;
const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u;

/**
 * Whether two values are the same, but for moments within a minute, and for what a redaction took away: a note stands in
 * its place, or nothing where a note would be taken for a mailbox or a number.
 */
const isSame = (stored: Stored, a: unknown, b: unknown): boolean => {
  if (stored.redacted.size > 0 && [a, b].some((it) => typeof it === 'string' && isRemoved(it))) return true;
  if (typeof a === 'string' && typeof b === 'string') {
    const isMoment = MOMENT.test(a) && MOMENT.test(b);
    return isMoment ? Math.abs(Date.parse(a) - Date.parse(b)) <= MOMENT_MS : a === b;
  }
  if (!isTree(a) || !isTree(b)) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return names.every((name) => isSame(stored, a[name], b[name]));
};

const isTree = (it: unknown): it is Written => typeof it === 'object' && it !== null;

/** A case, by its number, and where it is not what people did in it. */
export interface Verified {
  readonly number: string;
  readonly difference?: Difference;
}

/**
 * Looks through one case, or all of them in the order of their numbers.
 * @throws when there is no case of that number
 */
export async function* verifyCases(store: Store, number?: string): AsyncGenerator<Verified> {
  for (const { number: its, caseId } of await casesNamed(store, number)) {
    const difference = differenceIn(await readSettled(store, caseId));
    yield { number: its, ...(difference && { difference }) };
  }
}

/** Reads again what somebody acted in meanwhile: its pages would be of two moments. */
const readSettled = async (store: Store, caseId: string): Promise<readonly Item[]> => {
  for (;;) {
    const [before, items, after] = [
      await readHead(store, caseId),
      await readItems(store, caseId),
      await readHead(store, caseId),
    ];
    if (before?.version === after?.version && before?.opened === after?.opened) return items;
  }
};

const casesNamed = async (
  store: Store,
  number: string | undefined,
): Promise<readonly { readonly number: string; readonly caseId: string }[]> => {
  if (number !== undefined) {
    const caseId = await caseByNumber(store, number);
    if (caseId === undefined) throw new Error(`There is no case ${number}`);
    return [{ number, caseId }];
  }
  const cases: { number: string; caseId: string }[] = [];
  const pages = paginateQuery(
    { client: store.client },
    {
      TableName: store.table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': CASES },
    },
  );
  for await (const { Items = [] } of pages) cases.push(...(Items as typeof cases));
  return cases;
};
