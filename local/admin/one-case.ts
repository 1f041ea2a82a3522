import { type CaseFacts, type Recipient, roundId, unsent } from '../../shared/case/facts.ts';
import { readActs } from '../../shared/records/acts.ts';
import { executionOf } from './execution.ts';
import { caseNamed } from './find.ts';
import { findTroubles, troubleLines } from './stuck.ts';
import { columns } from './table.ts';
import type { Target } from './target.ts';

/** `case`: where one stands. Ids and times; no texts, addresses or tokens. */
export const showCase = async (target: Target, number: string): Promise<void> => {
  const facts = await caseNamed(target, number);
  const { head } = facts;
  const execution = await executionOf(target, head);
  const acts = await readActs(target.store, head.id);
  const part = (title: string, lines: string): void => console.log(`\n${title}\n${lines}`);
  console.log(
    columns(
      [head.number, head.id],
      [
        ['milestone', head.milestone],
        ['phase', `${head.phase}, ${head.phaseWanted ? 'should run' : 'has ended'}`],
        ['attempt', `${head.attempt}, started ${head.startedAttempt}${at(head.startedAt)}`],
        ['execution', `${execution.name}: ${execution.status}${at(execution.startedAt)}`],
        ...(execution.error === undefined ? [] : [['error', execution.error]]),
        ['looked at again', head.lookAgainAt ?? 'never'],
      ],
    ),
  );
  part('Questions', questions(facts));
  part('The machine waits for', tokens(facts));
  part('Mails', mails(facts));
  part(
    'Acts',
    columns(
      ['NO', 'WHEN', 'WHAT', 'QUESTION'],
      acts.map(({ seq, at: on, kind, what }) => [String(seq), on, kind, String(what.question ?? '')]),
    ),
  );
  part('Not as it should be', troubleLines(await findTroubles(target, [facts])) || 'nothing');
};

const at = (moment: string | undefined): string => (moment === undefined ? '' : `, ${moment}`);

const questions = ({ questions: all }: CaseFacts): string =>
  columns(
    ['QUESTION', 'STATUS', 'RECEIVED', 'TARGET', 'LINK'],
    all
      .toSorted((a, b) => a.openedAt.localeCompare(b.openedAt))
      .map(({ id, status, receivedOn, targetOn = '', linked, linkVersion }) => [
        ...[id, status, receivedOn, targetOn],
        linked < linkVersion ? `version ${linkVersion} to be made` : `version ${linked}`,
      ]),
  );

const tokens = ({ tokens: all }: CaseFacts): string => {
  const waiting = all.filter(({ drivenAt }) => drivenAt === undefined);
  return waiting.length === 0
    ? 'nothing'
    : columns(
        ['ROUND', 'ATTEMPT'],
        waiting.map(({ round, attempt }) => [roundId(round), String(attempt)]),
      );
};

const mails = ({ mailings }: CaseFacts): string =>
  columns(
    ['MAILING', 'SENT', 'TO BE SENT TO'],
    mailings.map((mailing) => [
      mailing.id,
      mailing.sentAt ?? '–',
      unsent(mailing)
        .map(({ to }) => nameOf(to))
        .join(', '),
    ]),
  );

const nameOf = (to: Recipient): string =>
  Object.entries(to)
    .map(([kind, who]) => (kind === 'deputy' ? 'deputy' : String(who)))
    .join(' ');
