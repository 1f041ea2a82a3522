import { NO_CONSEQUENCE } from '../../shared/case/consequence.ts';
import type { CaseFacts } from '../../shared/case/facts.ts';
import { type RestartRefusal, restarted, restartRefusal } from '../../shared/case/operating.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { allFacts } from '../../shared/records/all-facts.ts';
import { wakeToLook } from '../../shared/records/heads.ts';
import { openCaseIds } from '../../shared/records/open-cases.ts';
import type { Phase } from '../../shared/routine/question.ts';
import { minutesAfter } from '../../shared/runtime/clock.ts';
import { systemTime } from '../moved-time.ts';
import { Problem } from '../problem.ts';
import { caseNamed } from './find.ts';
import { invoke } from './invoke.ts';
import type { Plan } from './plan.ts';
import { PATIENCE_MINUTES, recordOperators } from './record.ts';
import type { Target } from './target.ts';

/** `mend` with nothing: what the clock does, now. */
export const mendAsTheClock = ({ functions }: Target): Plan => ({
  would: [`run ${functions.mend}: every case that is due is looked at`],
  carryOut: async () => {
    await invoke(functions.mend, { 'detail-type': 'Scheduled Event' });
    return ['mend has run. `stuck` shows what is left in a minute.'];
  },
});

/** `mend CASE`: looks at one case as `mend` would, due or not. */
export const mendOne = async (target: Target, number: string, why?: string): Promise<Plan> => {
  const { head } = await caseNamed(target, number);
  return {
    would: [`have drive look at ${number}, and at its execution`],
    carryOut: async (by) => {
      const answers = { command: 'mend', ...(why !== undefined && { why }) };
      await recordOperators(target, head.id, by, () => ({
        ...{ kind: 'operated', answers, consequence: NO_CONSEQUENCE },
      }));
      await lookAt(target, head.id);
      return [`${number} is being looked at.`];
    },
  };
};

const lookAt = ({ store }: Target, caseId: string): Promise<boolean> =>
  wakeToLook(store, caseId, crypto.randomUUID(), minutesAfter(systemTime(), PATIENCE_MINUTES));

/** `mend --all`: has every open case looked at, due or not; gives how many. */
export const lookAtAll = async (target: Target): Promise<number> => {
  const ids = await openCaseIds(target.store);
  for (const id of ids) await lookAt(target, id);
  return ids.length;
};

export const mendAll = async (target: Target): Promise<Plan> => {
  const { length } = await openCaseIds(target.store);
  return {
    would: length === 0 ? [] : [`have drive look at ${length} open cases, and at their executions`],
    nothing: 'No case is open.',
    carryOut: async () => [`${await lookAtAll(target)} cases are being looked at.`],
  };
};

const REFUSED: Readonly<Record<RestartRefusal, string>> = {
  ended: 'nothing is to run in it. A step is reopened on its page at the desk',
  startsAlready: 'its phase is to be started already. `mend CASE --yes` has drive look at it',
};

/** `restart CASE [PHASE]`. */
export const restartOne = async (
  target: Target,
  number: string,
  phase: Phase | undefined,
  why?: string,
): Promise<Plan> => {
  const facts = await caseNamed(target, number);
  if (phase !== undefined && phase !== facts.head.phase)
    throw new Problem(
      `PHASE: ${number} is in ${facts.head.phase}. Name that one, or none: only the phase that a case is in can be started again.`,
    );
  return {
    would: [restartOf(facts)],
    carryOut: async (by) => {
      await recordOperators(target, facts.head.id, by, (now) => restarting(now, why));
      return [`${number}: drive starts ${facts.head.phase} again, attempt ${facts.head.attempt + 1}.`];
    },
  };
};

const restarting = (facts: CaseFacts, why: string | undefined) => {
  const refusal = restartRefusal(facts);
  if (refusal !== undefined) throw new Problem(`${facts.head.number}: ${REFUSED[refusal]}.`);
  const { phase, attempt } = facts.head;
  const answers = { command: 'restart', phase, attempt: attempt + 1, ...(why !== undefined && { why }) };
  return { kind: 'operated' as const, answers, consequence: restarted(facts) };
};

const restartOf = (facts: CaseFacts): string => {
  const { number, phase, attempt } = facts.head;
  restarting(facts, undefined);
  return `stop ${number}-${phase}-${attempt}, if it runs, and start ${number}-${phase}-${attempt + 1}: settled rounds pass, open questions keep their links`;
};

/** `restart --all`: every case whose phase should run, as after a restore. */
export const restartAll = async (target: Target, why?: string): Promise<Plan> => {
  const cases: CaseFacts[] = [];
  for await (const facts of allFacts(target.store, await openCaseIds(target.store)))
    if (restartRefusal(facts) === undefined) cases.push(facts);
  return {
    would: cases.map(restartOf),
    nothing: 'No case has a phase that runs.',
    carryOut: async (by) => {
      for (const { head } of cases) await recordOperators(target, head.id, by, (now) => restarting(now, why));
      return [`${cases.length} cases: drive starts their phases again.`];
    },
  };
};

/** `sweep`: this morning's mails, those that have not gone. */
export const sweepNow = ({ functions }: Target): Plan => {
  const now = systemTime();
  return {
    would: [
      `run ${functions.sweep} for the morning of ${dateInSweden(now)}: what has been sent is not sent again`,
    ],
    carryOut: async () => [
      `sweep has run: ${JSON.stringify(await invoke(functions.sweep, { scheduledTime: now.toISOString() }))}`,
    ],
  };
};
