/** What is counted, for one case and for many: the columns of the table, and what they are called there. */
export const COLUMNS = {
  cases: 'cases met',
  given: 'answers given',
  stored: 'stored',
  driven: 'driven',
  lost: 'lost',
  doubled: 'doubled',
  wanted: 'mails wanted',
  sent: 'sent',
  cutOff: 'cut off',
  mailsDoubled: 'doubled',
  missing: 'missing',
  changedLinks: 'other link',
  byItself: 'whole without `mend`',
  firstMend: 'after the 1st',
  secondMend: 'after the 2nd',
  stuck: 'stuck',
  chainsValid: 'chains valid',
} as const;

export type Counts = Readonly<Record<keyof typeof COLUMNS, number>>;

export const NAMES = Object.keys(COLUMNS) as (keyof Counts)[];

const countsOf = (of: (name: keyof Counts) => number): Counts =>
  Object.fromEntries(NAMES.map((name) => [name, of(name)])) as Counts;

export const sumOf = (all: readonly Counts[]): Counts =>
  countsOf((name) => all.reduce((sum, it) => sum + it[name], 0));

/** A row of the table: a kind of fault. */
export interface Row {
  readonly injected: number;
  readonly counts: Counts;
}

/** What a batch has left behind. */
export interface BatchAccount {
  readonly rows: Readonly<Record<string, Row>>;
  readonly total: Counts;
  readonly beside: Beside;
  /** One line for each thing that must not be. */
  readonly wrong: readonly string[];
}

/** What is told below the table. */
export interface Beside {
  /** Answers that were sent in once more because nobody said that they were taken. */
  readonly sentAgain: number;
  /** Messages of the step queue that nobody could take. */
  readonly deadLetters: number;
  /** How often `mend` looked while things went wrong. */
  readonly rounds: number;
  /** Cases that had to be mended once more when people went on after both rounds. */
  readonly mendedLater: number;
  /** Answers to a question that the case had gone on without. */
  readonly tooLate: number;
  readonly seconds: number;
}

const BESIDE = ['sentAgain', 'deadLetters', 'rounds', 'mendedLater', 'tooLate', 'seconds'] as const;

/** Several batches as one. */
export const merged = (batches: readonly BatchAccount[]): BatchAccount => {
  const kinds = [...new Set(batches.flatMap(({ rows }) => Object.keys(rows)))].sort();
  const rows = kinds.map((kind): [string, Row] => {
    const its = batches.flatMap((batch) => batch.rows[kind] ?? []);
    const injected = its.reduce((sum, row) => sum + row.injected, 0);
    return [kind, { injected, counts: sumOf(its.map(({ counts }) => counts)) }];
  });
  const beside = BESIDE.map((name) => [name, batches.reduce((sum, it) => sum + it.beside[name], 0)]);
  return {
    rows: Object.fromEntries(rows),
    total: sumOf(batches.map(({ total }) => total)),
    beside: Object.fromEntries(beside),
    wrong: batches.flatMap(({ wrong }, nth) => wrong.map((it) => `Batch ${nth + 1}: ${it}`)),
  };
};
