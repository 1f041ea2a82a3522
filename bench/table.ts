export type Cell = string | number;

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** What has to be known to read it, in sentences. */
  readonly notes?: readonly string[];
}

const inWords = (cell: Cell): string => {
  if (typeof cell === 'string' || Number.isInteger(cell)) return String(cell);
  return cell.toFixed(Math.abs(cell) < 0.1 ? 5 : 2);
};

/** As text: the first column to the left, the others to the right. */
export const plain = ({ title, head, rows, notes = [] }: Table): string => {
  const lines = [head, ...rows.map((row) => row.map(inWords))];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => String(line[column] ?? '').length)));
  const write = (line: readonly string[]): string =>
    line
      .map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0)))
      .join('  ')
      .trimEnd();
  return [
    ...[title, '', write(head), widths.map((width) => '─'.repeat(width)).join('  ')],
    ...lines.slice(1).map(write),
    ...notes.flatMap((note) => ['', note]),
  ].join('\n');
};

/** As a section in Markdown. */
export const markdown = ({ title, head, rows, notes = [] }: Table): string => {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((it) => it.replaceAll('|', '\\|')).join(' | ')} |`;
  return [
    ...[`## ${title}`, '', line(head), line(head.map((_, n) => (n === 0 ? '---' : '--:')))],
    ...rows.map((row) => line(row.map(inWords))),
    ...notes.flatMap((note) => ['', note]),
  ].join('\n');
};
