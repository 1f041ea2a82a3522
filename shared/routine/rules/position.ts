import type { Rule } from './rule.ts';

/** c) A council's position, and whether PPR is asked. */
export const positionRules: readonly Rule[] = [
  {
    id: 'R-c1',
    phrase: 'Samordningsråd tar ställning till nomineringen och om den ska skickas vidare till PPR.',
    strength: 'must',
    meaning: 'Each council takes a position. It is enough that one of several wants PPR to be asked.',
  },
  {
    id: 'R-c2',
    phrase: 'tar ställning utifrån kunskapsinnehåll',
    strength: 'must',
    meaning: 'The council gives reasons for its position.',
  },
  {
    id: 'R-c3',
    phrase:
      'Det görs om nomineringen har betydande organisatoriska och/eller ekonomiska konsekvenser, som då beskrivs.',
    strength: 'must',
    meaning: 'Significant consequences are described and take the case to PPR.',
  },
  {
    id: 'R-c4',
    phrase:
      'om kostnader eller konsekvenser kring organisering uppstår som inte kan hanteras inom de verksamheter som kommer att använda programmet. Om sådana konsekvenser uppstår ska frågan lyftas till PPR',
    strength: 'must',
    meaning: 'Where the units cannot handle the consequences, the case goes to PPR.',
  },
  {
    id: 'R-c5',
    phrase: 'Nomineringen kan även vara aktuell för ordnat införande.',
    strength: 'may',
    meaning: 'The council says whether managed introduction may apply.',
  },
  {
    id: 'R-c6',
    phrase: 'Samordningsrådets ställningstagande meddelas regionala SoB-förvaltningen.',
    strength: 'must',
    meaning: 'The office is told what each council has found.',
  },
];
