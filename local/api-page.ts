import { REFUSALS } from '../shared/api/openapi.ts';
import { OPERATIONS, type Operation } from '../shared/api/operations.ts';
import { escaped } from './forms-page.ts';

const HEAD = `# The JSON API

Made by \`npm run docs\` from \`shared/api\`; a test fails when it is not up to date. \`GET /openapi.json\` is the same and more, as OpenAPI 3.1: open to
all, made from the forms and schemas that requests are checked against. The fields of what is sent are in [forms.md](forms.md): a nomination is a2.

A call needs a bearer token (OAuth 2.0 client credentials) with its scope. What is sent is JSON of at most 64 KB; fields that are not known are refused.
Refusals are \`application/problem+json\` with an entry for each field, in Swedish, or in English with \`Accept-Language: en\`.
`;

/** The page of the JSON API, as Markdown. */
export const apiPage = (): string =>
  [
    HEAD,
    ...table(
      ['Call', 'For', 'Scope', 'Sends', 'Answers', 'Refuses, besides 401, 403 and 5xx'],
      OPERATIONS.map(cells),
    ),
    '',
    '## What refusals mean',
    '',
    ...table(['Status', 'Meaning'], Object.entries(REFUSALS)),
    '',
  ].join('\n');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  [head, head.map(() => '---'), ...rows.map((row) => row.map(escaped))].map(
    (row) => `| ${row.join(' | ')} |`,
  );

const cells = ({ method, path, summary, scope, sends, answers, csv, refusals = [] }: Operation) => [
  `\`${method.toUpperCase()} ${path}\``,
  summary,
  `\`${scope}\``,
  sends ?? '',
  `${Object.entries(answers)
    .map(([status, name]) => `${status} ${name}`)
    .join(', ')}${csv ? ' or CSV' : ''}`,
  refusals.toSorted().join(', '),
];
