/** Where a list goes on: opaque to whoever carries it, and of no use in another list. */
export const cursorOf = (list: string, after: string): string =>
  Buffer.from(JSON.stringify([list, after])).toString('base64url');

/** The sort key that a cursor of this list goes on after, or `undefined` where it is not one. */
export const placeIn = (cursor: string, list: string): string | undefined => {
  try {
    const [of, after] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    return of === list && typeof after === 'string' ? after : undefined;
  } catch {
    return undefined;
  }
};
