import { type CaseFacts, type QuestionFact, roundId, unsent } from '../../shared/case/facts.ts';
import { chainBreak, readActs } from '../../shared/records/acts.ts';
import { readFacts, readTexts } from '../../shared/records/cases.ts';
import type { Store } from '../../shared/records/store.ts';
import type { Step } from '../../shared/routine/question.ts';
import { type Counts, type Row, sumOf } from './counts.ts';
import type { MailLedger } from './mail-ledger.ts';
import type { Given } from './nominators.ts';
import type { Tally } from './tally.ts';

/** What a fault run has left of each case, and whether it holds. */

/** Noted by `ask` in place of a message id where there is nobody to write to any more. */
const TO_NOBODY = 'nobody';

/** After how many rounds of `mend` a case was whole; none where it was not. */
export type Healed = 0 | 1 | 2 | undefined;

export interface CaseAccount {
  readonly id: string;
  readonly number: string;
  readonly counts: Counts;
  /** One line for each thing that must not be. */
  readonly wrong: readonly string[];
}

interface Remembered {
  readonly id: string;
  readonly number: string;
  /** What people have sent in, in this case. */
  readonly given: readonly Given[];
  /** What they were told that they need not answer any more. */
  readonly tooLate: readonly Step[];
  readonly healed: Healed;
  readonly decided: boolean;
}

/** @throws when the case is not in the record */
export const accountOf = async (
  store: Store,
  ledger: MailLedger,
  remembered: Remembered,
): Promise<CaseAccount> => {
  const { id, number, healed, decided } = remembered;
  const facts = await readFacts(store, id);
  if (facts === undefined) throw new Error(`${number} is not in the record`);
  const acts = await readActs(store, id);
  const broken = chainBreak(acts, facts.head);
  const answered = acts.filter(({ kind }) => kind === 'answered').map(({ what }) => String(what.question));
  const answers = await answersOf(store, remembered, facts, answered);
  const mails = mailsOf(ledger, facts);
  const stuck = !decided || healed === undefined;
  const counts: Counts = {
    cases: 1,
    ...answers.counts,
    ...mails.counts,
    byItself: Number(!stuck && healed === 0),
    firstMend: Number(!stuck && healed === 1),
    secondMend: Number(!stuck && healed === 2),
    stuck: Number(stuck),
    chainsValid: Number(broken === undefined),
  };
  const wrong = [
    ...answers.wrong,
    ...mails.wrong,
    ...(stuck ? [`is stuck: ${facts.head.milestone}${decided ? '' : ', not decided'}`] : []),
    ...(broken === undefined ? [] : [`the chain is broken at act ${broken}`]),
  ];
  return { id, number, counts, wrong: wrong.map((it) => `${number}: ${it}`) };
};

const answersOf = async (
  store: Store,
  { id, given, tooLate }: Remembered,
  { head, questions, tokens }: CaseFacts,
  answered: readonly string[],
) => {
  const texts = new Set((await readTexts(store, id)).answers.map(({ questionId }) => questionId));
  const once = new Set(answered);
  const stored = questions.filter((it) => once.has(it.id) && texts.has(it.id));
  const waits = new Set(
    tokens.filter(({ drivenAt }) => drivenAt === undefined).map(({ round }) => roundId(round)),
  );
  const isThere = ({ by, step }: Given): boolean =>
    stored.some(({ answeredBy, round }) => round.step === step && answeredBy?.startsWith(`${by},`));
  const lost = given.filter((it) => it.told && !isThere(it));
  const isOver = ({ status }: QuestionFact): boolean =>
    status === 'closed' || status === 'released' || (status === 'open' && !head.phaseWanted);
  const misled = tooLate.filter((step) => !questions.some((it) => it.round.step === step && isOver(it)));
  const counts = {
    given: given.length,
    stored: stored.length,
    driven: stored.filter(({ round }) => !waits.has(roundId(round))).length,
    lost: lost.length,
    doubled: answered.length - once.size,
  };
  const wrong = [
    ...lost.map(({ step, by }) => `the answer to ${step} by ${by} is lost`),
    ...misled.map((step) => `somebody was told that ${step} is not asked any more, and it is`),
    ...(counts.doubled > 0 ? [`${counts.doubled} answers count twice`] : []),
    ...(counts.driven < counts.stored ? [`${counts.stored - counts.driven} answers were not driven`] : []),
  ];
  return { counts, wrong };
};

const mailsOf = (ledger: MailLedger, { head, mailings }: CaseFacts) => {
  const unmailed = mailings.flatMap((it) => [...unsent(it)]).map((mail) => `${mail.id} was not sent`);
  const untaken = mailings.flatMap(({ sent }) =>
    Object.entries(sent)
      .filter(([mail, messageId]) => messageId !== TO_NOBODY && !ledger.has(head.id, mail))
      .map(([mail]) => `${mail} is noted as sent, and SES never took it`),
  );
  const sums = ledger.sums(head.id);
  const counts = {
    ...sums,
    wanted: mailings.reduce((sum, { mails }) => sum + mails.length, 0),
    missing: unmailed.length + untaken.length,
  };
  const wrong = [
    ...[...unmailed, ...untaken].map((it) => `the mail ${it}`),
    ...ledger.unexplained(head.id),
    ...(sums.changedLinks > 0 ? [`${sums.changedLinks} mails were sent again with other links`] : []),
  ];
  return { counts, wrong };
};

/** A row for each kind: what became of the cases that it met. */
export const rowsOf = (tally: Tally, cases: readonly CaseAccount[]): Readonly<Record<string, Row>> =>
  Object.fromEntries(
    [...tally.kinds].map(([kind, { times, cases: its }]) => {
      const met = cases.filter(({ id, number }) => its.has(id) || its.has(number));
      return [kind, { injected: times, counts: sumOf(met.map(({ counts }) => counts)) }];
    }),
  );
