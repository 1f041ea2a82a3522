import { type CatalogueEntry, catalogue, type FormId } from '../shared/routine/catalogue.ts';
import type { Condition } from '../shared/routine/form.ts';

const TITLES: Readonly<Record<FormId, string>> = {
  a1: 'a1. Anchoring with the head of operations',
  a2: 'a2. Nomination',
  a3: 'a3. The SoB office’s screening',
  b: 'b. A council’s assessment',
  c: 'c. A council’s position',
  d: 'd. PPR’s position',
  e: 'e. Decision',
  supplement: 'Question: supplement to the nomination, followed by the whole of a2',
  councilChange: 'Question: change of coordination council',
  requestSupplement: 'Act: request for a supplement',
  proposeCouncil: 'Act: proposal of another coordination council',
  setMeeting: 'Act: meeting on the nomination',
  correctReceived: 'Act: correction of the day of receipt',
  withdrawReferral: 'Act: referral to PPR withdrawn',
  amend: 'Act: amendment of the nomination, followed by the whole of a2',
  withdraw: 'Act: nomination withdrawn',
  changeContacts: 'Act: change of contacts',
  changeCouncils: 'Act: change of coordination councils',
  reopen: 'Act: reopened step',
  linkCases: 'Act: cases that belong together',
  answerer: 'Who answers, at the end of every form that is answered by link',
};

const HEAD = `# Every field of every form

Made by \`npm run docs\` from \`shared/routine\`; a test fails when it is not up to date.

*Must* blocks, *should* warns, *may* is free to leave out, *derived* is shown and not asked. A name with a dot is a part of a composite answer,
one with brackets is a field in each line of a list.
`;

/** The page of all form fields, as Markdown. */
export const formsPage = (): string => {
  const forms = Object.keys(TITLES) as FormId[];
  const tables = forms.map(
    (form) => `## ${TITLES[form]}\n\n${table(catalogue().filter((it) => it.form === form))}`,
  );
  return `${[HEAD, ...tables].join('\n')}\n`;
};

const table = (entries: readonly CatalogueEntry[]): string =>
  [
    '| Name | På svenska | In English | Needed | Asked when | Rules |',
    '|---|---|---|---|---|---|',
    ...entries.map((entry) => `| ${cells(entry).map(escaped).join(' | ')} |`),
    '',
  ].join('\n');

const cells = ({ path, label, rules, askedWhen, ...needed }: CatalogueEntry): readonly string[] => [
  `\`${path}\``,
  label.sv,
  label.en,
  need(needed),
  askedWhen === undefined ? '' : inTerms(askedWhen),
  rules.join(', '),
];

const need = ({
  need,
  needWhen,
  otherwise,
}: Pick<CatalogueEntry, 'need' | 'needWhen' | 'otherwise'>): string =>
  needWhen === undefined ? need : `${need} when ${inTerms(needWhen)}, otherwise ${otherwise}`;

/** A condition in the terms of the code, as whoever fills the API needs it. */
const inTerms = (condition: Condition): string => {
  if ('all' in condition) return condition.all.map(part).join(' and ');
  if ('any' in condition) return condition.any.map(part).join(' or ');
  if ('inMinutes' in condition) return 'an answer stands in the minutes';
  const name = 'fact' in condition ? `the case’s ${condition.fact}` : condition.field;
  if ('given' in condition) return `${name} is ${condition.given ? '' : 'not '}given`;
  if ('atLeast' in condition) return `${name} has at least ${condition.atLeast}`;
  return 'isNot' in condition
    ? `${name} is not ${condition.isNot.join('/')}`
    : `${name} is ${condition.is.join('/')}`;
};

const part = (condition: Condition): string =>
  'all' in condition || 'any' in condition ? `(${inTerms(condition)})` : inTerms(condition);

const escaped = (cell: string): string => cell.replaceAll('|', '\\|').replaceAll('\n', ' ');
