import { type Fence, isCommand, type Kind, type Page, readPage } from './doc-fences.ts';
import { type Progress, plainProgress } from './progress.ts';
import { type Running, runShell, startShell } from './shell.ts';

/** What `npm start` says when it is ready. */
const READY = 'Ctrl-C stops it';

/** How long a block may take that can be run, in milliseconds. */
export const LIMITS: Readonly<Record<'sh' | 'sh long' | 'sh up' | 'sh in it', number>> = {
  sh: 300_000,
  'sh long': 3_600_000,
  'sh up': 300_000,
  'sh in it': 120_000,
};

export interface Ran {
  readonly where: string;
  readonly kind: string;
  readonly outcome: 'succeeded' | 'failed' | 'not run';
}

interface Told {
  /** Another text than that of the file. */
  readonly page?: Page;
  readonly progress?: Progress;
}

/**
 * Runs the blocks of a page from its first to its last, as they stand. What a block started up goes on until the next such block, or
 * the page's end.
 * @param kinds those that are run
 */
export const runPage = async (
  path: string,
  kinds: readonly Kind[],
  { page = readPage(path), progress = plainProgress }: Told = {},
): Promise<readonly Ran[]> => {
  const ran: Ran[] = [];
  let up: Running | undefined;
  try {
    for (const fence of page.fences.filter(isCommand)) {
      const kind = fence.info as Kind;
      if (!kinds.includes(kind)) {
        ran.push({ where: whereIs(fence), kind, outcome: 'not run' });
        continue;
      }
      if (kind === 'sh up') {
        await up?.stop();
        up = undefined;
      }
      const outcome = await progress.step(`${whereIs(fence)}: ${firstLine(fence)}`, async () => {
        if (kind !== 'sh up') return (await runShell(fence.text, limitOf(kind))) ? 'succeeded' : 'failed';
        up = await startShell(fence.text, { ready: READY, timeoutMs: limitOf(kind) });
        return up === undefined ? 'failed' : 'succeeded';
      });
      ran.push({ where: whereIs(fence), kind, outcome });
    }
  } finally {
    await up?.stop();
  }
  return ran;
};

const limitOf = (kind: Kind): number => LIMITS[kind as keyof typeof LIMITS];
const whereIs = ({ page, line }: Fence): string => `${page}:${line}`;
const firstLine = ({ text }: Fence): string => text.split('\n')[0] ?? '';
