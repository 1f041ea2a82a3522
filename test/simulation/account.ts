import { median, quantile } from 'd3-array';
import { hasEnded } from '../../shared/case/ended.ts';
import type { CaseFacts } from '../../shared/case/facts.ts';
import { answerThatCounts } from '../../shared/case/rounds.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { daysBetween, weekOf } from '../../shared/case/working-days.ts';
import type { Letter } from './post.ts';
import type { Story } from './region.ts';

/** What happened in a simulated life, in tables. */

/** Rows as lines of equal columns, the first row being the heading. */
const table = (rows: readonly (readonly (string | number)[])[]): string => {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => String(row[at]).length))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, at) =>
          at === 0 ? String(cell).padEnd(widths[at] ?? 0) : String(cell).padStart(widths[at] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
};

const counted = (names: readonly string[]): readonly [string, number][] =>
  [...Map.groupBy(names, (name) => name)]
    .map(([name, all]): [string, number] => [name, all.length])
    .sort(([a], [b]) => a.localeCompare(b));

const casesTable = (cases: readonly CaseFacts[]): string =>
  table([['Cases by how far they have come', 'number'], ...counted(cases.map(({ head }) => head.milestone))]);

/** What was decided, and how the cases ended that did. */
const outcomesTable = (cases: readonly CaseFacts[]): string => {
  const decisions = cases.map((facts) => answerThatCounts(facts, 'decision')?.told?.outcome ?? 'no decision');
  const ends = cases.flatMap(({ head }) => (hasEnded(head.milestone) ? [head.milestone] : []));
  return table([
    ['Cases by outcome', 'number'],
    ...counted(decisions.map((it) => `decided: ${it}`)),
    ...counted(ends.map((it) => `ended: ${it}`)),
  ]);
};

/** How long the answers of each step took, in days. */
const stepsTable = (cases: readonly CaseFacts[]): string => {
  const answered = cases.flatMap(({ questions }) =>
    questions.flatMap(({ round, openedAt, restsUntil, answeredAt }) => {
      if (answeredAt === undefined) return [];
      const from = restsUntil ?? dateInSweden(new Date(openedAt));
      return [{ step: round.step, days: daysBetween(from, dateInSweden(new Date(answeredAt))) }];
    }),
  );
  const rows = [...Map.groupBy(answered, ({ step }) => step)].map(([step, all]) => {
    const days = all.map((it) => it.days);
    return [step, all.length, median(days) ?? 0, Math.round(quantile(days, 0.9) ?? 0), Math.max(...days)];
  });
  return table([['Answers by step', 'number', 'median days', '9 of 10', 'most'], ...rows]);
};

/** How many mails a mailbox has had in each month that it had any, on its fullest morning, and in a week about all cases. */
const mailTable = (letters: readonly Letter[]): string => {
  const rows = [...Map.groupBy(letters, ({ mailbox }) => mailbox)]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([mailbox, all]) => {
      const months = counted(all.map(({ day }) => day.slice(0, 'YYYY-MM'.length))).map(([, n]) => n);
      const most = [mornings(all), accounts(all)].map((days) => Math.max(0, ...days.map(([, n]) => n)));
      return [mailbox, all.length, median(months) ?? 0, Math.max(...months), ...most];
    });
  const heading = ['Mails by mailbox', 'number', 'a month, median', 'most'];
  return table([[...heading, 'of a morning, most', 'of a week, most'], ...rows]);
};

/** A morning's mail holds several matters, or says that it reminds. */
const isOfMorning = ({ caseNumber, subject }: Letter): boolean =>
  caseNumber === undefined || /^\S+: (Påminnelse|Reminder)/u.test(subject);

/** The account of all cases that waits for the office once a week. */
const isAccount = ({ subject }: Letter): boolean => /^(Veckans ärenden|Cases this week)/u.test(subject);

/** Morning's mails by mailbox and day. */
const mornings = (letters: readonly Letter[]): readonly [string, number][] =>
  counted(letters.filter(isOfMorning).map(({ mailbox, day }) => `${mailbox} on ${day}`));

/** Accounts of all cases by mailbox and week. */
const accounts = (letters: readonly Letter[]): readonly [string, number][] =>
  counted(letters.filter(isAccount).map(({ mailbox, day }) => `${mailbox} in ${weekOf(day)}`));

/** ROUTINE.md section 0 no. 8: all that is due in a morning stands in one mail, and the office has one account a week. */
const tooManyMails = (letters: readonly Letter[]): readonly string[] => [
  ...mornings(letters).flatMap(([when, n]) => (n > 1 ? [`${n} mails of one morning: ${when}`] : [])),
  ...accounts(letters).flatMap(([when, n]) => (n > 1 ? [`${n} accounts of one week: ${when}`] : [])),
];

export interface Checked {
  readonly executionsFailed: number;
  readonly casesWrong: readonly string[];
}

/** Everything that went wrong, one line each; empty where nothing did. */
export const faultsOf = (
  { forgotten, letters }: Pick<Story, 'forgotten' | 'letters'>,
  { executionsFailed, casesWrong }: Checked,
): readonly string[] => [
  ...forgotten.map((it) => `Nobody was asked, or mailed: ${it}`),
  ...tooManyMails(letters),
  ...casesWrong.map((it) => `Is not what its acts make it: ${it}`),
  ...(executionsFailed > 0 ? [`Executions failed: ${executionsFailed}`] : []),
];

export const accountOf = (story: Story, checked: Checked): string => {
  const { cases, letters, deeds } = story;
  const programmes = cases.flatMap(({ programme }) => programme ?? []);
  const versions = programmes.reduce((sum, { version }) => sum + version, 0);
  return [
    casesTable(cases),
    outcomesTable(cases),
    stepsTable(cases),
    mailTable(letters),
    table([
      ['In all', 'number'],
      ['things that people did', deeds.length],
      ['  that came too late', deeds.filter(({ result }) => result === 'tooLate').length],
      ['  that were refused', deeds.filter(({ result }) => result === 'refused').length],
      ['mails', letters.length],
      ['programmes', programmes.length],
      ['  versions of them', versions],
      ['  yearly follow-ups', programmes.reduce((sum, { followUps }) => sum + followUps.length, 0)],
      ['  inactivated', programmes.filter(({ inactivatedOn }) => inactivatedOn !== undefined).length],
      ['executions that failed', checked.executionsFailed],
      ['cases that are not what their acts make them', checked.casesWrong.length],
      ['questions that nobody was mailed', story.forgotten.length],
    ]),
  ].join('\n\n');
};
