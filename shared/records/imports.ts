import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { isPending } from '../case/ended.ts';
import type { CaseFacts } from '../case/facts.ts';
import { type CheckedFile, checkImport, type GoodRow } from '../case/import-check.ts';
import type { RowProblem } from '../case/import-file.ts';
import { bareFacts, type ImportedCase } from '../case/imported.ts';
import { importedCase } from '../case/imported-case.ts';
import { importedProgramme, nominatedDay } from '../case/imported-programme.ts';
import type { ProgrammeFact } from '../case/programme.ts';
import type { Filed } from '../case/submit.ts';
import { dateInSweden } from '../case/sweden.ts';
import type { Words } from '../routine/words.ts';
import { CHAIN_START, chainAct, digestOf, textDigest } from './acts.ts';
import { listBodies } from './bodies.ts';
import { type CaseSummary, caseSummaryItem } from './candidates.ts';
import { caseByNumber } from './cases.ts';
import { countChanges } from './counts.ts';
import { won } from './failures.ts';
import { keys } from './keys.ts';
import { nextCaseNumber, summaryOf } from './nominations.ts';
import { putProgramme } from './programme-item.ts';
import { putQuestion } from './questions.ts';
import { registerEntry } from './register.ts';
import { putNew, type Store } from './store.ts';

/** What whoever imports wants, and is. */
export interface Importing {
  readonly by: Readonly<Record<string, string>>;
  /** Only tell what would be done. */
  readonly dryRun?: boolean;
  /** Take in the good rows where others are bad. */
  readonly skipBad?: boolean;
  readonly now: Date;
  /** When somebody should look at a case again that nothing has become of. */
  readonly lookAgainAt: string;
  newId(): string;
}

/** One row, by its reference; `number` is that of its case, once it has one. */
export interface ImportedRow {
  readonly kind: GoodRow['kind'];
  readonly row: number;
  readonly reference: string;
  readonly number?: string;
}

export interface ImportReport extends Omit<CheckedFile, 'good'> {
  /** Whether something was kept back because a row is bad. */
  readonly stopped: boolean;
  /** Taken in; of a dry run, what would be. */
  readonly imported: readonly ImportedRow[];
  /** Taken in before, and the same. */
  readonly unchanged: readonly ImportedRow[];
  /** Taken in before with other content, which stands. */
  readonly changed: readonly ImportedRow[];
  /** Somebody else was at the same rows: the next run tells what became of them. */
  readonly missed: readonly ImportedRow[];
}

/**
 * Takes programmes in use and cases under way into the record, each whole in one transaction, once all rows are found to
 * be right. What was taken in before is told and not touched, so that a run which was broken off is completed by another.
 * @param bytes a file as `checkImport` reads it
 */
export const importFile = async (
  store: Store,
  bytes: Uint8Array,
  importing: Importing,
): Promise<ImportReport> => {
  const { good, bad, ...file } = checkImport(bytes, {
    today: dateInSweden(importing.now),
    facts: {},
    registers: { councils: await councilsIn(store) },
  });
  const looked = await Promise.all(good.map((row) => lookUp(store, row)));
  const problems = [...bad, ...looked.flatMap(({ problem }) => problem ?? [])];
  const stopped = problems.length > 0 && importing.skipBad !== true;
  const those = (kind: LookedUp['was']) => looked.filter(({ was }) => was === kind).map(({ row }) => row);
  const fresh = stopped ? [] : those('new');
  const done = importing.dryRun ? fresh.map(asImported) : await importAll(store, fresh, importing);
  return {
    ...file,
    bad: problems,
    stopped,
    imported: done.filter(({ number }) => importing.dryRun || number !== undefined),
    unchanged: those('same').map(asImported),
    changed: those('changed').map(asImported),
    missed: done.filter(({ number }) => !importing.dryRun && number === undefined),
  };
};

const councilsIn = async (store: Store) =>
  (await listBodies(store))
    .filter(({ role, successor }) => role === 'coordinationCouncil' && successor === undefined)
    .map(({ id, name }) => ({ value: id, label: name }));

const asImported = ({ kind, row, answers: { reference } }: GoodRow): ImportedRow => ({
  kind,
  row,
  reference,
});

/** The id of the case that a reference has always made. */
export const importedCaseId = (reference: string): string =>
  `import-${textDigest(reference.toLowerCase()).slice(0, 32)}`;

interface LookedUp {
  readonly row: GoodRow;
  readonly was: 'new' | 'same' | 'changed' | 'refused';
  readonly problem?: RowProblem;
}

const lookUp = async (store: Store, row: GoodRow): Promise<LookedUp> => {
  const { reference, caseNumber } = row.answers;
  const { Item: act } = await store.client.send(
    new GetCommand({
      TableName: store.table,
      Key: keys.act(importedCaseId(reference), 1),
      ConsistentRead: true,
    }),
  );
  if (act !== undefined) return { row, was: act.what.digest === digestOf(row.answers) ? 'same' : 'changed' };
  const isTaken = caseNumber !== undefined && (await caseByNumber(store, caseNumber)) !== undefined;
  return isTaken
    ? { row, was: 'refused', problem: { ...row.placeOf('caseNumber'), message: NUMBER_TAKEN } }
    : { row, was: 'new' };
};

/** One after the other, so that case numbers follow the order of the file. A row that was lost to another has no number. */
const importAll = async (
  store: Store,
  rows: readonly GoodRow[],
  importing: Importing,
): Promise<readonly ImportedRow[]> => {
  const imported: ImportedRow[] = [];
  for (const row of rows) {
    const made = await madeOf(store, row, importing);
    if (await putCase(store, row, made, importing))
      imported.push({ ...asImported(row), number: made.head.number });
  }
  return imported;
};

const madeOf = async (store: Store, row: GoodRow, importing: Importing): Promise<ImportedCase> => {
  const { reference, caseNumber } = row.answers;
  const began = row.kind === 'cases' ? row.answers.submittedOn : nominatedDay(row.answers);
  const filed: Filed = {
    id: importedCaseId(reference),
    number: caseNumber ?? (await nextCaseNumber(store, began.slice(0, 'YYYY'.length))),
    at: importing.now,
    wake: importing.newId(),
    lookAgainAt: importing.lookAgainAt,
  };
  return row.kind === 'cases' ? importedCase(row.answers, filed) : importedProgramme(row.answers, filed);
};

/** Puts a case there, whole or not at all; `false` when somebody else has just done so, or has used its number. */
const putCase = (
  store: Store,
  { answers: row }: GoodRow,
  { head, nomination, questions, answers, programme }: ImportedCase,
  { by, now }: Importing,
): Promise<boolean> => {
  const at = now.toISOString();
  const act = chainAct(
    head.id,
    { version: 0, chain: CHAIN_START },
    { kind: 'imported', at, by, what: { nomination: 1, digest: digestOf(row) } },
  );
  const summary: CaseSummary = {
    ...summaryOf({ head, nomination }),
    ...(!isPending(head) && { endedAs: head.milestone }),
  };
  const after: CaseFacts = { ...bareFacts(head), questions, ...(programme && { programme }) };
  const TransactItems = [
    putNew(store, { ...keys.head(head.id), ...head, version: act.version, chain: act.chain, watch: 'case' }),
    putNew(store, { ...keys.nomination(head.id, 1), answers: nomination, submittedAt: head.submittedAt }),
    putNew(store, act.item),
    putNew(store, {
      ...keys.actText(head.id, act.version),
      act: 'imported',
      answers: row,
      at,
      by: by.body ?? '',
    }),
    putNew(store, caseSummaryItem(summary)),
    ...questions.map((question) => putQuestion(store, head.id, question)),
    ...Object.entries(answers).map(([questionId, given]) => {
      const answeredAt = questions.find(({ id }) => id === questionId)?.answeredAt;
      return putNew(store, { ...keys.answer(head.id, questionId), questionId, answers: given, answeredAt });
    }),
    ...(programme === undefined ? [] : programmeItems(store, head, programme, summary)),
    ...countChanges(store, head.id, undefined, after),
  ];
  return won(() => store.client.send(new TransactWriteCommand({ TransactItems })));
};

const programmeItems = (
  store: Store,
  head: ImportedCase['head'],
  programme: ProgrammeFact,
  nominated: CaseSummary,
) => {
  const entry = registerEntry(head, programme, nominated);
  return [
    putProgramme(store, head.id, programme),
    putNew(store, { ...keys.programme(entry.source, entry.id), ...entry }),
  ];
};

const NUMBER_TAKEN: Words = {
  sv: 'Ett annat ärende har redan det numret. Ge ärendet ett annat, eller lämna cellen tom.',
  en: 'Another case has this number already. Give the case another one, or leave the cell empty.',
};
