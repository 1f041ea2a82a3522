/** Made once: making a formatter takes longer than all that it then formats in a request. */
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });

/** The date in Sweden at a moment, `YYYY-MM-DD`. */
export const dateInSweden = (at: Date): string => DAY.format(at);
