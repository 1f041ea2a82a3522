import { inAll, type StepCost } from './counting.ts';
import table from './prices.json' with { type: 'json' };
import { total } from './weigh.ts';

/** What counts come to in US dollars, by the dated price table; a month's free allowance is taken only where it is said. */

export type Priced = keyof typeof table.prices;

export interface CostLine {
  readonly what: Priced;
  readonly quantity: number;
  readonly usd: number;
}

interface Pricing {
  /** Whether what AWS gives each account every month is taken off. */
  readonly isFree?: boolean;
  /** Whether a margin is added to prices that could only be read for another region than ours. */
  readonly isCautious?: boolean;
}

const priceOf = (what: Priced, isCautious: boolean): number => {
  const { usd, per, region } = table.prices[what];
  return (usd / per) * (isCautious && region !== table.region ? table.margin : 1);
};

export const costLines = (
  quantities: Partial<Record<Priced, number>>,
  { isFree = false, isCautious = false }: Pricing = {},
): readonly CostLine[] =>
  (Object.entries(quantities) as [Priced, number][]).map(([what, quantity]) => ({
    what,
    quantity,
    usd: Math.max(0, quantity - (isFree ? table.prices[what].free : 0)) * priceOf(what, isCautious),
  }));

export const dollars = (lines: readonly CostLine[]): number => lines.reduce((sum, { usd }) => sum + usd, 0);

/** Functions that an HTTP request runs. */
const WEB = ['nominate', 'answer', 'follow', 'desk', 'bodies'];

/** A Lambda has one processor at 1,769 MB, and a share of it at ours ("Configure Lambda function memory"). */
const STRETCH = 1769 / 512;
const GIGABYTES = 512 / 1024;

/** Of a line in the access log, and of an execution's event in the machine's log, in bytes: rather more than they have. */
const ACCESS_LINE = 300;
const EVENT_LINE = 600;
/** Entered, scheduled, started, succeeded, exited, and the execution's own. */
const EVENTS_A_STATE = 6;

/** A call to DynamoDB takes "single-digit milliseconds"; one after the other, as here, is more than they take. */
const CALL_MS = 10;

/**
 * What a nomination uses, from what was counted of its acts. Its functions are taken to be started anew for each act, and
 * their processor time to be that of here times {@link STRETCH}; to it comes the waiting for AWS.
 * @param coldCpu milliseconds of processor time that the import of a function takes here
 */
export const usedBy = (acts: readonly StepCost[], coldCpu: number): Partial<Record<Priced, number>> => {
  const { transitions, invocations, cpu, calls, writes, reads, logBytes } = inAll(acts);
  const requests = WEB.reduce((sum, name) => sum + (invocations[name] ?? 0), 0);
  const asked = invocations.ask ?? 0;
  const starts = acts.reduce((sum, act) => sum + Object.keys(act.invocations).length, 0);
  const seconds = ((cpu + starts * coldCpu) * STRETCH + calls * CALL_MS) / 1000;
  const lines = logBytes + requests * ACCESS_LINE + transitions * EVENTS_A_STATE * EVENT_LINE;
  return {
    transition: transitions,
    writeUnit: total(writes),
    readUnit: total(reads),
    invocation: total(invocations),
    gigabyteSecond: seconds * GIGABYTES,
    httpRequest: requests,
    // Sent, received and deleted; encrypted once and decrypted once.
    queueRequest: 3 * asked,
    keyRequest: 2 * asked,
    trace: total(invocations),
    logGigabyte: lines / 1e9,
  };
};
