import { rmSync, writeFileSync } from 'node:fs';
import { DeleteFunctionConcurrencyCommand, PutFunctionConcurrencyCommand } from '@aws-sdk/client-lambda';
import { clockFile } from '../../local/clock-file.ts';
import { systemTime } from '../../local/moved-time.ts';
import { functionName, lambda } from './functions.ts';
import { system } from './system.ts';

/** The clock of the deployed functions. Who moves it puts it back in `afterAll`. */

const file = (): string => clockFile(new URL(system().awsEndpoint).port);

const moves: { readonly at: number; readonly by: number }[] = [];

/** The functions' clock shows this time from now on, and goes on from there. */
export const moveClock = async (to: Date): Promise<void> => {
  if (moves.length === 0) await mendRests();
  const at = Date.now();
  moves.push({ at, by: to.getTime() - at });
  writeFileSync(file(), String(to.getTime() - at));
};

/** The functions' clock shows the time of the machine. */
export const clockBack = async (): Promise<void> => {
  moves.length = 0;
  rmSync(file(), { force: true });
  await lambda.send(
    new DeleteFunctionConcurrencyCommand({ FunctionName: await functionName('MendFunction') }),
  );
};

/** The time that the functions' clock shows. */
export const movedNow = (): Date => systemTime();

/** The time that the functions' clock showed at a time of the machine. */
export const movedAt = (real: Date): Date =>
  new Date(real.getTime() + (moves.findLast(({ at }) => at <= real.getTime())?.by ?? 0));

/** To `mend`, every case that other tests have left open would be overdue. */
const mendRests = async (): Promise<void> => {
  await lambda.send(
    new PutFunctionConcurrencyCommand({
      FunctionName: await functionName('MendFunction'),
      ReservedConcurrentExecutions: 0,
    }),
  );
};
