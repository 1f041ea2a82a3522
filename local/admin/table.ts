/** Columns as text, two spaces apart, under their names. */
export const columns = (names: readonly string[], rows: readonly (readonly string[])[]): string => {
  const lines = [names, ...rows];
  const widths = names.map((_, n) => Math.max(...lines.map((line) => line[n]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, n) => cell.padEnd(widths[n] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
