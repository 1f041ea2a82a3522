/** When what was put off is taken up again (ROUTINE.md section 4, d and e). */
export const reviewOn = {
  kind: 'date',
  label: { sv: 'Tas upp igen den', en: 'Taken up again on' },
  help: {
    sv: 'En dag som kommer. Frågan vilar tills dess, och då påminner vi.',
    en: 'A day to come. The question rests until then, and then we remind you.',
  },
  need: 'must',
} as const;
