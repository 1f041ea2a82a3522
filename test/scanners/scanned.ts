/** A page that a link of a mail opens, or one that such a page leads to. */
export interface ScannedPage {
  readonly type: string;
  readonly link: string;
  /** What it shows, in the record. */
  readonly pk: string;
  /** Does by the link what a person would, and gives the status: 303 where it was taken. */
  answer?(): Promise<number>;
}

export type Making = (n: number) => Promise<readonly ScannedPage[]>;

export const statusOf = async (sent: Promise<Response>): Promise<number> => (await sent).status;

export const times = <T>(n: number, one: T): readonly T[] => Array.from({ length: n }, () => one);

export const inTurn = async <T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> => {
  const done: R[] = [];
  for (const item of items) done.push(await work(item));
  return done;
};
