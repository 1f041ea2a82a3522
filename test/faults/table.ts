import { type BatchAccount, COLUMNS, type Counts, NAMES } from './counts.ts';

/** A fault run's account as Markdown. */

const rowOf = (name: string, injected: number | string, counts: Counts): string =>
  `| ${[name, injected, ...NAMES.map((it) => counts[it])].join(' | ')} |`;

const CAPTION = `A row tells what became of the cases that met a kind of fault: their answers, their mails, and whether anything was left to do
that no person had to do. A case meets many kinds, so that the rows are not summands; the last row holds each case once. What happens to all,
such as a clock that is off, is met by every case that is under way. "Injected" counts a fault when it took effect, and once however often the
SDK tried again into it. "Cut off": SES took the mail, and a fault met the answer, the note of that very send, or the process that was to write
it, so that the record never held its message id; such a mail may be sent again, with the same link. "Whole" is asked when nothing goes wrong any more, with a fifth of the nominations still under way, and again after each of two rounds of \`mend\`.`;

/** How many kinds there are, and faults of all of them. */
export const injectedIn = ({ rows }: BatchAccount): { readonly kinds: number; readonly faults: number } => ({
  kinds: Object.keys(rows).length,
  faults: Object.values(rows).reduce((sum, { injected }) => sum + injected, 0),
});

/** The table with its caption and what is told beside it. */
export const tableOf = (account: BatchAccount): string => {
  const { rows, total, beside } = account;
  const { kinds, faults } = injectedIn(account);
  const heading = ['kind', 'injected', ...NAMES.map((it) => COLUMNS[it])];
  return [
    `${faults} faults of ${kinds} kinds, ${total.cases} nominations.`,
    '',
    `| ${heading.join(' | ')} |`,
    `| --- |${' ---: |'.repeat(heading.length - 1)}`,
    ...Object.keys(rows)
      .sort()
      .flatMap((kind) => {
        const row = rows[kind];
        return row ? [rowOf(kind, row.injected, row.counts)] : [];
      }),
    rowOf('**all**', faults, total),
    '',
    CAPTION,
    '',
    `Answers sent in once more because nobody said that they were taken: ${beside.sentAgain}. Messages put with the dead letters: ${beside.deadLetters}.`,
    `Rounds of \`mend\` while things went wrong: ${beside.rounds}. Cases in which something was left to do at a later round, when people had`,
    `gone on: ${beside.mendedLater}. Answers that came when the case had gone on without them, which their senders were told: ${beside.tooLate}. Seconds on the local AWS: ${beside.seconds}.`,
    '',
    ...(account.wrong.length > 0
      ? ['It did not hold:', '', ...account.wrong.map((it) => `- ${it}`)]
      : [
          'It held: no answer lost, none counted twice, no case stuck, no mail missing, none doubled but those cut off, no link changed.',
        ]),
  ].join('\n');
};
