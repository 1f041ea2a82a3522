/** What scanners of one kind did to pages of one type, and what came of it. */
export interface Line {
  readonly type: string;
  readonly kind: string;
  readonly visits: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly decisions: number;
  readonly changed: number;
}

/** Links of one type that were asked for again afterwards, and of them those that a person could then answer by. */
export interface After {
  readonly type: string;
  readonly links: number;
  readonly usedUp: number;
  readonly tried: number;
  readonly answered: number;
}

export interface Results {
  readonly mails: number;
  readonly lines: readonly Line[];
  readonly after: readonly After[];
}

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string => {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
};

const total = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);

const statusesOf = ({ statuses }: Line): string =>
  Object.entries(statuses)
    .map(([status, times]) => `${status} × ${times}`)
    .join(', ');

/** A row for each type of page, a column for each kind of scanner. */
const byPage = (lines: readonly Line[], kinds: readonly string[]): readonly (readonly string[])[] =>
  [...Map.groupBy(lines, ({ type }) => type)].map(([type, its]) => [
    type,
    ...kinds.map((kind) =>
      its
        .filter((it) => it.kind === kind)
        .map(statusesOf)
        .join(''),
    ),
  ]);

/** The tables, as Markdown. */
export const scannerTables = ({ mails, lines, after }: Results): string => {
  const kinds = [...Map.groupBy(lines, ({ kind }) => kind)];
  const sums = kinds.map(([kind, its]) => [
    ...[kind, new Set(its.map(({ type }) => type)).size, total(its, ({ visits }) => visits)],
    ...[total(its, ({ decisions }) => decisions), total(its, ({ changed }) => changed)],
  ]);
  return [
    `Links of ${mails} mails, and pages of ${after.length} types.`,
    table(['Scanner', 'Page types', 'Links visited', 'Decisions', 'Items of the record changed'], sums),
    'Afterwards:',
    table(
      ['Page', 'Links', 'Used up', 'A person tried to answer by', 'and was taken'],
      [
        ...after.map(({ type, links, usedUp, tried, answered }) => [type, links, usedUp, tried, answered]),
        [
          ...['all', total(after, ({ links }) => links), total(after, ({ usedUp }) => usedUp)],
          ...[total(after, ({ tried }) => tried), total(after, ({ answered }) => answered)],
        ],
      ],
    ),
    'What each was answered: a form that is sent untouched is refused with 422; 410 is the page of a link that was replaced; 429 the local AWS being busy.',
    table(
      ['Page', ...kinds.map(([kind]) => kind)],
      byPage(
        lines,
        kinds.map(([kind]) => kind),
      ),
    ),
  ].join('\n\n');
};
