import { columnsOf } from '../shared/case/import-csv.ts';
import { inTerms } from '../shared/routine/check/in-terms.ts';
import type { Field } from '../shared/routine/form.ts';
import { IMPORT_FORMS, type ImportKind } from '../shared/routine/import-forms.ts';
import { escaped, need } from './forms-page.ts';

const HEAD = `# Starting with what there is

Made by \`npm run docs\` from \`shared/routine/import-forms.ts\`; a test fails when it is not up to date.

A region that begins with Nominera has programmes in use and cases under way. They are taken in from files, at whatever step they are, with the
days on which things happened:

\`\`\`
npm run import -- program.csv                 # into the system that \`npm start\` runs
npm run import -- program.csv --dry-run       # only tells what would be done
npm run import -- program.csv --skip-bad      # takes in the good rows where others are bad
npm run import -- program.csv --table NAME    # into a table at AWS, with the usual AWS environment
\`\`\`

Put the councils in first, with the mailboxes they have (\`PUT /api/bodies/{id}\`): rows name them.

## What becomes of a row

- **A programme** is in the register and on the open page at once, counts in the years of its dates, and comes with its council's next yearly list, or on
  the day that the row gives. Nobody is mailed.
- **A case** waits at the step that \`waitsAt\` names. What is before it stands as answered, on its true days, «Införd från tidigare handläggning».
  Those whose turn it is get a mail with their link, and their time counts from when they got the question: a council's month from \`positions.receivedOn\`.
  The mail counts as the reminder of one that is late; its deputy, or the office, is told the next working morning, as of any late answer.
- The case number is the next one of the year that the nomination came in, or the row's own.
- The first act of the case says that it was imported, with the digest of the row.

## Files

CSV with one kind of rows, or JSON with both: \`{"programmes": […], "cases": […]}\`, with the same names of fields; there, lists are lists. Examples:
[programmes.csv](import/programmes.csv), [cases.csv](import/cases.csv), [cases.json](import/cases.json).

- The first row has the names of columns, in any order: as below, or in Swedish or English as in the forms. Other columns are left aside, and named.
- Semicolons, commas or tabs; UTF-8, or Windows-1252 as Swedish Excel saves it. Dates are \`YYYY-MM-DD\`. Choices are written as below or as in the
  forms, several in a cell apart by \`|\`; yes and no as \`ja\` and \`nej\`; councils by id or by name.
- **Lists take a row for each line**: the units of a programme, the councils of a case. All rows with the same \`reference\` are one programme or case. Its other
  columns stand in the first row; in the following ones they are empty or the same. What a list's column *must* have holds for each of its lines.

## What is checked

All rows are checked before any is taken in: the form of each, dates in their order and not after today, that a case has what comes before its step,
that nothing holds a personal number. The report names each fault by row and column, and how to mend it. With one fault nothing is taken in.

Each row is taken in whole or not at all. A reference is taken in once: the same file again changes nothing, and a run that was broken off is completed by
another. A row that has changed since is told of and not taken in: what is in Nominera is put right there.
`;

const TITLES: Readonly<Record<ImportKind, string>> = {
  programmes: 'Columns of programmes in use',
  cases: 'Columns of cases under way',
};

/** The page of the import's columns, as Markdown. */
export const importPage = (): string =>
  [
    HEAD,
    ...(Object.keys(IMPORT_FORMS) as ImportKind[]).map((kind) => `## ${TITLES[kind]}\n\n${table(kind)}`),
  ].join('\n');

const table = (kind: ImportKind): string =>
  [
    '| Column | På svenska | In English | Needed | Asked when | Holds | Rules |',
    '|---|---|---|---|---|---|---|',
    ...columnsOf(IMPORT_FORMS[kind]).map(({ path, label, field }) => {
      const when = field.askedWhen === undefined ? '' : inTerms(field.askedWhen);
      const needed = need({ ...field, otherwise: field.otherwise ?? 'may' });
      const cells = [label.sv, label.en, needed, when, holds(field), (field.rules ?? []).join(', ')];
      return `| \`${path}\` | ${cells.map(escaped).join(' | ')} |`;
    }),
    '',
  ].join('\n');

const holds = (field: Field): string =>
  [`${kindOfValue(field)}.`, ...(field.help === undefined ? [] : [field.help.en])].join(' ');

const kindOfValue = (field: Field): string => {
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return Object.keys(field.options)
        .map((it) => `\`${it}\``)
        .join(', ');
    case 'registerChoice':
      return 'a council';
    case 'date':
      return 'date';
    case 'yesNo':
      return 'yes or no';
    case 'number':
      return 'number';
    default:
      return 'format' in field && field.format === 'email' ? 'e-mail' : 'text';
  }
};
