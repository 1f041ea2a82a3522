/** Pending cases about the same idea (ROUTINE.md section 0 no. 11), by number. */
export const relatedCases = {
  kind: 'texts',
  max: 10,
  label: { sv: 'Ärenden om samma idé', en: 'Cases about the same idea' },
  help: {
    sv: 'Ärendenummer, till exempel N-2026-0007. Ett per rad.',
    en: 'Case numbers, for example N-2026-0007. One per line.',
  },
} as const;
