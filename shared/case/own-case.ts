import type { Written } from './answers.ts';

/** A name as it is compared: letters only, lower case. A single word is too little to tell people apart by. */
const comparable = (name: string): string | undefined => {
  const words = name.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length < 2 ? undefined : ` ${words.join(' ')} `;
};

const names = (text: unknown, person: string): boolean =>
  typeof text === 'string' && ` ${(text.toLowerCase().match(/\p{L}+/gu) ?? []).join(' ')} `.includes(person);

/**
 * Whether a person is the one who nominated, or has declared an interest in the case: nobody assesses or decides
 * their own nomination (ROUTINE.md section 7.1). Only names can be compared; two people of one name are asked to
 * sign with what tells them apart.
 * @param nameInFull first and last name
 */
export const isOwnCase = (nameInFull: string, { nomination, answers }: Written): boolean => {
  const person = comparable(nameInFull);
  if (person === undefined) return false;
  const declared = answers.map(
    (it) => (it.answers.interestDeclarations as { person?: unknown } | undefined)?.person,
  );
  return [nomination.contactFunction, ...declared].some((text) => names(text, person));
};
