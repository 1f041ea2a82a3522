import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { CaseFacts, QuestionFact } from '../case/facts.ts';
import { cleaned, cleanedFlat, cleanedHead, cleanedProgramme } from '../case/redaction.ts';
import type { StoredText } from '../case/stored-texts.ts';
import { leftDigest } from './acts.ts';
import { readCaseSummary } from './candidates.ts';
import { type Key, keys } from './keys.ts';
import { putProgramme } from './programme-item.ts';
import { type GivenAct, recordAct } from './record-act.ts';
import { registerEntry } from './register.ts';
import { change, type Store } from './store.ts';

/** The texts and the names of files that are removed, and what stands in their place. */
export interface Redaction {
  readonly texts: readonly StoredText[];
  readonly note: string;
}

/** Items that are cleaned in the act's own transaction: DynamoDB takes a hundred, some of which are the act's. */
const AT_ONCE = 80;

/**
 * Records that texts of a case are removed, and removes them from all that is stored of it and derived from it, in one
 * write; of very many the last ones after it, which are still there to be removed if that fails. The chain of acts holds digests of texts and is not touched; the act names the places, so that whoever compares
 * a text with its digest knows why they differ, and has the digest of what is left of each document. `false` when the case has moved since `facts` were read.
 */
export const redactTexts = async (
  store: Store,
  facts: CaseFacts,
  given: GivenAct,
  redaction: Redaction,
): Promise<boolean> => {
  const documents = await documentsCleaned(store, facts, redaction);
  const writes = [...(await derivedCleaned(store, facts, redaction)), ...documents.map(({ write }) => write)];
  const removed = redaction.texts.map(({ id }) => id).join(' ');
  const left = documents.flatMap((it) => it.left ?? []).join(' ');
  const { consequence } = given;
  const head = { ...consequence.head, ...cleanedHead(facts.head, redaction.texts) };
  const act = {
    ...given,
    consequence: { ...consequence, head },
    what: { removed, left },
    writes: writes.slice(0, AT_ONCE),
  };
  if (!(await recordAct(store, facts, act))) return false;
  for (let from = AT_ONCE; from < writes.length; from += AT_ONCE) {
    const TransactItems = writes.slice(from, from + AT_ONCE);
    await store.client.send(new TransactWriteCommand({ TransactItems }));
  }
  return true;
};

const keyOf = (caseId: string, document: string): Key => {
  const [kind = ''] = document.split('/', 1);
  const id = document.slice(kind.length + 1);
  switch (kind) {
    case 'nomination':
      return keys.nomination(caseId, Number(id));
    case 'answer':
      return keys.answer(caseId, id);
    case 'signature':
      return keys.question(caseId, id);
    case 'act':
      return keys.actText(caseId, Number(id));
    case 'file': {
      const at = id.lastIndexOf('/');
      return keys.file(caseId, id.slice(0, at), id.slice(at + 1));
    }
    default:
      return keys.interest(caseId, id);
  }
};

/** What people wrote and attached, document by document; of a question also the name that its answer gave to rules. */
const documentsCleaned = async (store: Store, { head, questions }: CaseFacts, { texts, note }: Redaction) => {
  const named = questions.filter(({ told }) => told && namedAnew(told, texts, note) !== told.publicName);
  const documents = new Map([
    ...named.map(({ id }): [string, StoredText[]] => [`signature/${id}`, []]),
    ...Map.groupBy(texts, ({ document }) => document),
  ]);
  return Promise.all(
    [...documents].map(async ([document, inIt]) => {
      const Key = keyOf(head.id, document);
      const { Item = {} } = await store.client.send(
        new GetCommand({ TableName: store.table, Key, ConsistentRead: true }),
      );
      const { told } = Item;
      const publicName = told && namedAnew(told, texts, note);
      const before = publicName === undefined ? Item : { ...Item, told: { ...told, publicName } };
      const after = cleaned(before, inIt, note);
      const changed = Object.entries(after).filter(([name, it]) => it !== Item[name]);
      return {
        write: change(store, Key, Object.fromEntries(changed), { pk: Key.pk }),
        ...('answers' in after && { left: `${document}=${leftDigest(after)}` }),
      };
    }),
  );
};

/** The one text among the values that rules are told of an answer. */
const namedAnew = (
  { publicName }: NonNullable<QuestionFact['told']>,
  texts: readonly StoredText[],
  note: string,
) => cleanedFlat({ publicName }, texts, note).publicName;

/** What search and the open pages know of the case, and the programme that came of it. */
const derivedCleaned = async (store: Store, { head, programme }: CaseFacts, { texts, note }: Redaction) => {
  const summary = await readCaseSummary(store, head.number, { isNewest: true });
  if (summary === undefined) return [];
  const { workingTitle, targetGroup, summary: about, nominatingUnit } = summary;
  const after = cleanedFlat({ workingTitle, targetGroup, summary: about, nominatingUnit }, texts, note);
  const entries = [change(store, keys.caseSummary(head.number), after, { number: head.number })];
  if (programme === undefined) return entries;
  const left = cleanedProgramme(programme, texts, note);
  const entry = registerEntry(head, left, { ...summary, ...after });
  return [
    ...entries,
    putProgramme(store, head.id, left),
    { Put: { TableName: store.table, Item: { ...keys.programme(entry.source, entry.id), ...entry } } },
  ];
};
