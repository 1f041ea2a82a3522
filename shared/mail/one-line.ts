/** A text as it may stand in a header: no control character, so no line of it can begin another header. */
export const oneLine = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ').trim();
