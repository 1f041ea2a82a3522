import type { Browser, Page } from 'playwright-core';
import type { Statuses } from './kinds.ts';
import type { ScannedPage } from './scanned.ts';
import type { After, Line } from './table.ts';
import { changeOf, kept } from './watch.ts';

type Kinds<V> = Readonly<Record<string, V>>;

export const byType = (pages: readonly ScannedPage[]): ReadonlyMap<string, readonly ScannedPage[]> =>
  Map.groupBy(pages, ({ type }) => type);

/** Scanners of each kind at pages of each type, with what is kept of them before and afterwards. */
const visited = async <V>(
  kinds: Kinds<V>,
  pages: readonly ScannedPage[],
  visits: (kind: V, links: readonly string[]) => Promise<Statuses>,
): Promise<readonly Line[]> => {
  const lines: Line[] = [];
  for (const [type, its] of byType(pages)) {
    const pks = its.map(({ pk }) => pk);
    let before = await kept(pks);
    for (const [name, kind] of Object.entries(kinds)) {
      const given = await visits(
        kind,
        its.map(({ link }) => link),
      );
      const after = await kept(pks);
      const { changed, decisions } = changeOf(before, after);
      if (changed.length > 0) console.warn(`${name} at ${type} changed ${changed.join(', ')}`);
      lines.push({
        type,
        kind: name,
        visits: its.length,
        statuses: counted(given),
        decisions,
        changed: changed.length,
      });
      before = after;
    }
  }
  return lines;
};

const counted = (statuses: Statuses): Readonly<Record<string, number>> =>
  Object.fromEntries([...Map.groupBy(statuses, String)].map(([status, its]) => [status, its.length]));

/** Links that are visited side by side: more would only tell that the local AWS has few functions at a time. */
const AT_ONCE = { http: 2, browser: 3 };

/** So many at a time. */
const side = async <T, R>(
  items: readonly T[],
  lanes: number,
  work: (item: T, lane: number) => Promise<R>,
) => {
  const done: R[] = [];
  const left = items.values();
  const run = async (lane: number): Promise<void> => {
    for (const item of left) done.push(await work(item, lane));
  };
  await Promise.all(Array.from({ length: lanes }, (_, lane) => run(lane)));
  return done;
};

export const overHttp = (
  kinds: Kinds<(link: string) => Promise<Statuses>>,
  pages: readonly ScannedPage[],
): Promise<readonly Line[]> =>
  visited(kinds, pages, async (visit, links) =>
    (await side(links, AT_ONCE.http, (link) => visit(link))).flat(),
  );

export const inBrowser = async (
  browser: Browser,
  kinds: Kinds<(page: Page, link: string) => Promise<Statuses>>,
  pages: readonly ScannedPage[],
): Promise<readonly Line[]> => {
  const context = await browser.newContext({ locale: 'sv-SE' });
  const tabs = await Promise.all(Array.from({ length: AT_ONCE.browser }, () => context.newPage()));
  const lines = await visited(kinds, pages, async (visit, links) =>
    (await side(links, AT_ONCE.browser, (link, lane) => visit(tabs[lane] as Page, link))).flat(),
  );
  await context.close();
  return lines;
};

/** Whether each link still opens what it did, and a person is taken who answers by it. */
export const afterwards = async (pages: readonly ScannedPage[]): Promise<readonly After[]> => {
  const found: After[] = [];
  for (const [type, its] of byType(pages)) {
    let [usedUp, tried, answered] = [0, 0, 0];
    for (const { link, answer } of its) {
      const { status } = await fetch(link);
      if (status !== (OPENS[type] ?? 200)) usedUp += 1;
      if (answer === undefined) continue;
      tried += 1;
      const given = await answer();
      if (given === TAKEN) answered += 1;
      else console.warn(`A person was answered ${given} at ${type}: ${link}`);
    }
    found.push({ type, links: its.length, usedUp, tried, answered });
  }
  return found;
};

const TAKEN = 303;
/** What opens otherwise than by 200. */
const OPENS: Readonly<Record<string, number>> = { 'a link that was replaced': 410 };
