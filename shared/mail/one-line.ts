/** Ends a line, or turns the direction of what follows, in some program that reads mail. */
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu;

/** A text as it may stand in a header or a row: no character of control, so no part of it can pass for another line. */
export const oneLine = (text: string): string => text.replaceAll(BREAKS, ' ').trim();
