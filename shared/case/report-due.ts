/** In January, after the holidays (ROUTINE.md "Uppföljning (yearly)"). */
const FIRST = '01-07';
const LAST = '01-31';

/**
 * The year whose report is to be approved now; none outside January.
 * @param today `YYYY-MM-DD`
 */
export const reportDue = (today: string): number | undefined => {
  const [year, day] = [Number(today.slice(0, 'YYYY'.length)), today.slice('YYYY-'.length)];
  return day >= FIRST && day <= LAST ? year - 1 : undefined;
};
