/** The date in Sweden at a moment, `YYYY-MM-DD`. */
export const dateInSweden = (at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(at);
