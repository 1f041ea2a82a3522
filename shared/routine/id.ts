/** Longest id of anything, in UTF-16 code units, far within what a key of the table may be; longer ones are nobody's. */
export const LONGEST_ID = 200;

/** Whether a text that somebody sent can be the id of anything. */
export const isFitId = (id: string): boolean => id !== '' && id.length <= LONGEST_ID;
