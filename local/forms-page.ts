import { ACTS } from '../shared/routine/acts.ts';
import { type CatalogueEntry, catalogue, FORMS, type FormId } from '../shared/routine/catalogue.ts';
import { inTerms } from '../shared/routine/check/in-terms.ts';
import type { ActName } from '../shared/routine/question.ts';

const TITLES: Readonly<Record<Exclude<FormId, ActName>, string>> = {
  a1: 'a1. Anchoring with the head of operations',
  a2: 'a2. Nomination',
  a3: 'a3. The SoB office’s screening',
  b: 'b. A council’s assessment',
  c: 'c. A council’s position',
  d: 'd. PPR’s position',
  e: 'e. Decision',
  f: 'f. Project assignment',
  g: 'g. Production',
  h: 'h. Review of the content',
  i: 'i. Test',
  j: 'j. Introduction',
  followUp: 'j. Yearly follow-up',
  k: 'k. A council’s position on inactivation',
  inactivation: 'k. Inactivation',
  unpublishing: 'k. Unpublishing',
  supplement: 'Question: supplement to the nomination, followed by the whole of a2',
  councilChange: 'Question: change of coordination council',
  assignmentApproval: 'Question: approval of the project assignment',
  deviationApproval: 'Question: position on a deviation',
  figures: 'Question: figures of the year',
  reportApproval: 'Approval of the year’s report',
  interest: 'Open page: “we want it too”',
  draftMailbox: 'Open page: where the link to a nomination is mailed',
  draftSending: 'Open page: sending a nomination',
  callMe: 'Open page: “call me”',
  disclosure: 'Desk: a copy that is handed out',
  body: 'Desk: a body',
  deskPerson: 'Desk: whom it lets in',
  answerer: 'Who answers, at the end of every form that is answered by link',
};

const titleOf = (form: FormId): string => {
  if (!(form in ACTS)) return TITLES[form as keyof typeof TITLES];
  const { en } = ACTS[form as ActName].title;
  return `Act: ${en.charAt(0).toLowerCase()}${en.slice(1)}${form === 'amend' ? ', followed by the whole of a2' : ''}`;
};

const HEAD = `# Every field of every form

Made by \`npm run docs\` from \`shared/routine\`; a test fails when it is not up to date.

*Must* blocks, *should* warns, *may* is free to leave out, *derived* is shown and not asked. A name with a dot is a part of a composite answer,
one with brackets is a field in each line of a list.
`;

/** The page of all form fields, as Markdown. */
export const formsPage = (): string => {
  const forms = Object.keys(FORMS) as FormId[];
  const tables = forms.map(
    (form) => `## ${titleOf(form)}\n\n${table(catalogue().filter((it) => it.form === form))}`,
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

export const need = ({
  need,
  needWhen,
  otherwise,
}: Pick<CatalogueEntry, 'need' | 'needWhen' | 'otherwise'>): string =>
  needWhen === undefined ? need : `${need} when ${inTerms(needWhen)}, otherwise ${otherwise}`;

export const escaped = (cell: string): string => cell.replaceAll('|', '\\|').replaceAll('\n', ' ');
