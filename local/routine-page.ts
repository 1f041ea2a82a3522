import { GATES, type Gate, NOTICES, type NoticeRule, RULES, type Rule } from '../shared/routine/rules.ts';
import { type Holder, holders, type ProvingTest, provingTests } from './trace.ts';

const HEAD = `# From every rule to its tests

Made by \`npm run docs\` from \`shared/routine/rules.ts\`, from what forms, questions and docstrings say of the rules they hold, and from the names of
tests; a test fails when it is not up to date. \`npm test\` fails when a rule or a gate has no test that passed.

*Must*, *should* and *may* follow the routine's verbs: «ska» and the plain present, «bör», «kan». Rules R are in the words of the routine (SSN
2023-0013), rules P in those of the project directive (HS 279-2015). What stands without such words is an addition.

Of the directive there are the rules that its small form serves: the project assignment on one page, the report of a deviation, the monthly report, the
handover, and the risk analysis of each unit. What a rule P asks for beyond what is said under it takes a full directive, which the assignment refers to.`;

/** The page that leads from each rule of the routine to its tests, as Markdown. */
export const routinePage = (): string => {
  const trace: Trace = { holders: holders(), tests: provingTests() };
  const chapters = [
    ...STEPS.map(([title, isIn]) =>
      chapter(title, RULES.filter(({ id }) => isIn.test(id)).map(ruleEntry), trace),
    ),
    chapter('Gates (an addition)', GATES.map(gateEntry), trace),
    chapter('Notices', NOTICES.map(noticeEntry), trace),
  ];
  return `${[HEAD, ...chapters].join('\n\n')}\n`;
};

const STEPS: readonly (readonly [string, RegExp])[] = [
  ['In every step', /^R-\d/u],
  ['a. Nomination and screening', /^R-a/u],
  ['b. Inventory of market and research', /^R-b/u],
  ['c. A council’s position', /^R-c/u],
  ['d. PPR’s position', /^R-d/u],
  ['e. Decision', /^R-e/u],
  ['f. Resources, cost estimate, agreements and project group', /^R-f/u],
  ['g. Production, design, name, language and accessibility', /^R-g/u],
  ['h. Review of content', /^R-h/u],
  ['i. Test', /^R-i/u],
  ['j. Introduction, follow-up and spread', /^R-j/u],
  ['k. Inactivation and unpublishing', /^R-k/u],
  ['Yearly follow-up', /^R-u/u],
  ['The project directive in its small form', /^P-/u],
];

interface Trace {
  readonly holders: readonly Holder[];
  readonly tests: readonly ProvingTest[];
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly text: readonly string[];
}

const chapter = (title: string, entries: readonly Entry[], trace: Trace): string =>
  [`## ${title}`, ...entries.map((entry) => entryText(entry, trace))].join('\n\n');

const ruleEntry = ({ id, phrase, strength, meaning }: Rule): Entry => ({
  id,
  title: strength,
  text: [phrase === undefined ? 'An addition.' : `> «${phrase}»`, meaning],
});

const gateEntry = ({ id, act, needs, override }: Gate): Entry => ({
  id,
  title: act,
  text: [`Needs: ${needs.replace(/\.$/u, '')}. Without it: ${override ?? 'nobody'}.`],
});

const noticeEntry = ({ id, when, to, rules, addition }: NoticeRule): Entry => ({
  id,
  title: when,
  text: [`To: ${to}. ${basis(rules, addition)}`],
});

const basis = (rules: readonly string[], addition: string | undefined): string => {
  if (rules.length === 0) return 'An addition.';
  return `By ${rules.join(', ')}.${addition === undefined ? '' : ` An addition: ${addition}.`}`;
};

const entryText = ({ id, title, text }: Entry, { holders, tests }: Trace): string =>
  [
    `### ${id} · ${title}`,
    ...text,
    [
      ...list(
        'Held by',
        holders.filter((it) => it.id === id).map(({ where }) => where),
      ),
      ...list('Proved by', tests.filter(({ proves }) => proves.includes(id)).map(testLine)),
    ].join('\n'),
  ].join('\n\n');

const list = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0
    ? [`- ${title}: –`]
    : [`- ${title}:`, ...[...new Set(lines)].map((line) => `  - ${line}`)];

const testLine = ({ file, name }: ProvingTest): string =>
  `\`${file}\`: ${name.replace(/([<>*_|])/gu, '\\$1')}`;
