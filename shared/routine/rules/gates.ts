import type { Gate } from './rule.ts';

/** The only order that is enforced in a–e (R-05, ROUTINE.md section 3.2). */
export const GATES: readonly Gate[] = [
  {
    id: 'G1',
    act: { sv: 'Skicka in nomineringen', en: 'Submit the nomination' },
    needs: { sv: 'De uppgifter som nomineringen måste ha', en: 'What a nomination must hold' },
    rules: ['R-a5', 'R-a6'],
  },
  {
    id: 'G2',
    act: { sv: 'Skicka vidare till samordningsråd', en: 'Forward to councils' },
    needs: {
      sv: 'Minst ett råd, förvaltningens bedömning, och en förankring som chefen inte har sagt emot. Ett inköp går alltid vidare.',
      en: 'At least one council, the office’s screening, and an anchoring that the manager has not objected to. A purchase always goes on.',
    },
    override: {
      sv: 'Förvaltningen med ett skäl, men aldrig utan råd',
      en: 'The office with a reason, but never without a council',
    },
    rules: ['R-a3', 'R-a7', 'R-a8', 'R-a9', 'R-a10', 'R-a11', 'R-a12'],
  },
  {
    id: 'G3',
    act: { sv: 'Lyfta nomineringen till PPR', en: 'Refer to PPR' },
    needs: {
      sv: 'Ett råds ställningstagande med beskrivna konsekvenser',
      en: 'A council’s position with described consequences',
    },
    rules: ['R-c3', 'R-c4'],
  },
  {
    id: 'G4',
    act: { sv: 'Besluta', en: 'Decide' },
    needs: {
      sv: 'Minst ett råds ställningstagande, att övriga råd har svarat eller inte längre behöver svara, och PPR:s ställningstagande om ett råd har lyft nomineringen dit',
      en: 'At least one council’s position, the other councils answered or released, and PPR’s position if it was referred there',
    },
    override: {
      sv: 'Förvaltningen med ett skäl, men aldrig utan minst ett råds ställningstagande',
      en: 'The office with a reason, but never without at least one council’s position',
    },
    rules: ['R-e2', 'R-e3'],
  },
];
