/** How the numbers begin that we give to cases. What an import brings with it has a number of another form. */
export const OUR_NUMBERS = 'N-';

/**
 * The number of a case, `N-2026-0001`.
 * @param nth from 1 in each year; has four figures, or more once a year needs them
 */
export const caseNumber = (year: string, nth: number): string =>
  `${OUR_NUMBERS}${year}-${String(nth).padStart(4, '0')}`;

/** Whether a number begins as those that we give do, which one that an import brings with it must not. */
export const isOurNumber = (number: string): boolean => /^N-\d{4}-/u.test(number);

/** The year and the place in it of a number that we gave. */
export const yearAndNth = (number: string): { readonly year: string; readonly nth: number } | undefined => {
  const [, year, nth] = /^N-(\d{4})-(\d+)$/u.exec(number) ?? [];
  return year === undefined ? undefined : { year, nth: Number(nth) };
};
