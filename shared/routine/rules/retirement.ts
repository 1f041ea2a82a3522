import type { Rule } from './rule.ts';

/** k) Inactivation and unpublishing. */
export const retirementRules: readonly Rule[] = [
  {
    id: 'R-k1',
    phrase:
      'Om behov eller evidensläge förändras, alternativt att annat program har ersatt, ska programmet inaktiveras i SoB.',
    strength: 'must',
    meaning: 'An inactivation states its ground, and by which programme where it is replaced.',
  },
  {
    id: 'R-k2',
    phrase:
      'Aktuellt samordningsråd meddelar ställningstagande om inaktivering av programmet till regionala SoB-förvaltningen.',
    strength: 'must',
    meaning: 'The responsible council takes a position, and the office is told of it.',
  },
  {
    id: 'R-k3',
    phrase: 'Samordningsråd, regionala SoB-förvaltningen',
    strength: 'must',
    meaning:
      'The council takes the position and the office carries it out: no new starts first, the catalogue on a day of its own.',
  },
  {
    id: 'R-k4',
    strength: 'may',
    meaning:
      'Anyone entitled may propose an inactivation. The office may stop new starts at once for the safety of patients. The council’s position follows.',
  },
];
