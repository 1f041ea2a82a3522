type Cell = string | number;

/** A table as text: the first column to the left, the others to the right. */
export const table = (head: readonly string[], rows: readonly (readonly Cell[])[]): string => {
  const lines = [head, ...rows.map((row) => row.map(inWords))];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => String(line[column] ?? '').length)));
  const write = (line: readonly string[]): string =>
    line
      .map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0)))
      .join('  ')
      .trimEnd();
  return [
    write(head),
    widths.map((width) => '─'.repeat(width)).join('  '),
    ...lines.slice(1).map(write),
  ].join('\n');
};

const inWords = (cell: Cell): string =>
  typeof cell === 'string' || Number.isInteger(cell) ? String(cell) : cell.toFixed(2);
