import type { Rule } from './rule.ts';

/** d) PPR's position, where it is asked, and e) the decision. */
export const decisionRules: readonly Rule[] = [
  {
    id: 'R-d1',
    phrase: 'tar ställning utifrån resursperspektivet och ett eventuellt behov av prioritering',
    strength: 'must',
    meaning: 'PPR judges resources and, where needed, priority.',
  },
  {
    id: 'R-d2',
    phrase: 'meddelas aktuellt samordningsråd och regionala SoB-förvaltningen om PPR:s ställningstagande',
    strength: 'must',
    meaning: 'The councils and the office are told what PPR has found.',
  },
  {
    id: 'R-d3',
    phrase: 'Eventuellt PPR',
    strength: 'may',
    meaning: 'PPR is asked only when a council refers the nomination to it.',
  },
  {
    id: 'R-e1',
    phrase: 'fattar beslut om programmet ska skapas, alternativt om befintligt program ska köpas in',
    strength: 'must',
    meaning: 'The office decides. Outcomes beside creating and purchasing are additions.',
  },
  {
    id: 'R-e2',
    phrase:
      'gör en sammanvägd bedömning av ställningstaganden från samordningsråd/PPR, verksamhetens behov samt befintliga resurser',
    strength: 'must',
    meaning: 'The decision has a reason that weighs positions, need and resources.',
  },
  {
    id: 'R-e3',
    phrase: 'med stöd av ställningstaganden från samordningsråd, och PPR (om PPR lämnat ställningstagande)',
    strength: 'must',
    meaning:
      'The decision rests on what the councils and PPR have said. Where it deviates, the reason is written.',
  },
];
