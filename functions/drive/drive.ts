import { type CaseFacts, type CaseHead, mailIsWanted } from '../../shared/case/facts.ts';
import { isWaiting, leftWake, type Move, nextMoves, roundComes } from '../../shared/case/moves.ts';
import { DAY_MINUTES, minutesForAttempt } from '../../shared/case/patience.ts';
import { isToBeReviewed } from '../../shared/case/week.ts';
import type { Machines, Running } from './machines.ts';

/** What `drive` needs of the record; each mark is one conditional write. */
export interface DriveRecord {
  facts(caseId: string): Promise<CaseFacts | undefined>;
  markDriven(caseId: string, tokenId: string): Promise<unknown>;
  /** Takes the wake mark away as well, where nothing else is to be done of it. */
  markStarted(head: CaseHead): Promise<unknown>;
  /** Raises the attempt; someone looks again when the new one should have asked people. */
  restartPhase(caseId: string, attempt: number, minutes: number): Promise<unknown>;
  lookAgainAfter(head: CaseHead, minutes: number): Promise<unknown>;
  lookNoMore(caseId: string): Promise<unknown>;
  settleWake(caseId: string, wake: string): Promise<unknown>;
  /** Has lists tell of the case what its facts say. */
  refreshRow(facts: CaseFacts): Promise<unknown>;
}

export interface Drive {
  readonly record: DriveRecord;
  readonly machines: Machines;
  /** Has `ask` open, link and mail what a case wants. */
  requestAsking(caseId: string): Promise<unknown>;
  readonly now: () => Date;
  readonly patienceMinutes: number;
  readonly executionDays: number;
}

/**
 * Looks at a case and does what its facts ask for. Being killed anywhere, or being called twice, is harmless: the stream
 * brings its record again until this has come to its end, and the facts then no longer ask for what was done.
 */
export const driveCase = async (drive: Drive, caseId: string): Promise<void> => {
  const facts = await drive.record.facts(caseId);
  if (facts === undefined) return;
  const moves = nextMoves(facts, drive.now());
  const doubts: boolean[] = [];
  for (const move of moves) doubts.push(await make(drive, facts.head, move));
  const onlyAsking = moves.every(({ kind }) => kind === 'ask');
  if (doubts.includes(true)) await lookDeeper(drive, facts, { idle: false });
  else if (onlyAsking && facts.head.lookDeeper) await lookDeeper(drive, facts, { idle: !isWaiting(facts) });
  if (!asksNext(facts, moves)) await drive.record.refreshRow(facts);
  const { wake } = facts.head;
  const isLeft = roundComes(facts, moves) && !doubts.includes(true) && wake === leftWake(facts.head);
  if (wake !== undefined && !isLeft) await drive.record.settleWake(caseId, wake);
};

/** Whether `ask` comes to the case next, and keeps its row: what lists would tell now is not so for long. */
const asksNext = (facts: CaseFacts, moves: readonly Move[]): boolean =>
  roundComes(facts, moves) || moves.some(({ kind }) => kind === 'ask');

/** Makes one move; `true` when it leaves a doubt whether the execution is still there. */
const make = async (drive: Drive, head: CaseHead, move: Move): Promise<boolean> => {
  switch (move.kind) {
    case 'start':
      return !(await start(drive, head));
    case 'resume': {
      const resumed = await drive.machines.resume(move.token, move.outcome);
      await drive.record.markDriven(head.id, move.token.id);
      return !resumed && move.token.attempt === head.startedAttempt;
    }
    case 'ask':
      await drive.requestAsking(head.id);
      return false;
  }
};

/**
 * Starts the wanted attempt in the place of those before it, of which one may never have been started; `false` when its
 * name was used up. An execution of a phase that the case has left is not among them: its rounds are settled, so it ends by
 * itself, or, where its message was lost, when its deadline passes.
 */
const start = async ({ machines, record }: Drive, head: CaseHead): Promise<boolean> => {
  const before = new Set([head.startedAttempt, head.attempt - 1].filter((it) => it > 0 && it < head.attempt));
  for (const attempt of before) await machines.stop(head, attempt);
  const started = await machines.start(head);
  await record.markStarted(head);
  return started;
};

/**
 * Asks Step Functions itself. An execution that is gone, too old, or runs without anybody being asked is replaced;
 * a spent token with a healthy execution means that an earlier call went through before we could note it.
 */
const lookDeeper = async (drive: Drive, facts: CaseFacts, { idle }: { idle: boolean }): Promise<void> => {
  const { head } = facts;
  if (!head.phaseWanted) {
    if (head.lookDeeper) await stopWhatIsLeft(drive, head);
    return mailIsWanted(facts) || isToBeReviewed(head, drive.now())
      ? lookTomorrow(drive, head)
      : forget(drive, head);
  }
  const running = await drive.machines.running(head, head.attempt);
  const tooOld =
    running !== undefined && ageInDays(startOf(head, running), drive.now()) > drive.executionDays;
  if (running === undefined || tooOld || idle) return restart(drive, head);
  if (isWaiting(facts) && !mailIsWanted(facts)) return lookTomorrow(drive, head);
  await drive.record.lookAgainAfter(head, drive.patienceMinutes);
};

/** What a machine that should have ended still waits for is lost: nobody is asked in a case that has ended. */
const stopWhatIsLeft = async ({ machines }: Drive, head: CaseHead): Promise<void> => {
  if ((await machines.running(head, head.attempt)) !== undefined) await machines.stop(head, head.attempt);
};

const restart = async ({ record, patienceMinutes }: Drive, head: CaseHead): Promise<void> => {
  const { id, attempt } = head;
  await record.restartPhase(id, attempt, minutesForAttempt(attempt + 1, head, patienceMinutes));
};

const lookTomorrow = async ({ record }: Drive, head: CaseHead): Promise<void> => {
  await record.lookAgainAfter(head, DAY_MINUTES);
};

const forget = async ({ record }: Drive, { id }: CaseHead): Promise<void> => {
  await record.lookNoMore(id);
};

/** By the record's clock, and by that of Step Functions for what was started before the record kept it. */
const startOf = ({ startedAt }: CaseHead, running: Running): Date =>
  startedAt === undefined ? running.startedAt : new Date(startedAt);

const ageInDays = (since: Date, now: Date): number =>
  (now.getTime() - since.getTime()) / (DAY_MINUTES * 60_000);
