import type { Rule } from './rule.ts';

/** d) PPR's position, where it is asked, and e) the decision. */
export const decisionRules: readonly Rule[] = [
  {
    id: 'R-d1',
    phrase: 'tar ställning utifrån resursperspektivet och ett eventuellt behov av prioritering',
    strength: 'must',
    meaning: {
      sv: 'PPR bedömer resurser och, om det behövs, prioritet.',
      en: 'PPR judges resources and, where needed, priority.',
    },
  },
  {
    id: 'R-d2',
    phrase: 'meddelas aktuellt samordningsråd och regionala SoB-förvaltningen om PPR:s ställningstagande',
    strength: 'must',
    meaning: {
      sv: 'Råden och förvaltningen får veta vad PPR har kommit fram till.',
      en: 'The councils and the office are told what PPR has found.',
    },
  },
  {
    id: 'R-d3',
    phrase: 'Eventuellt PPR',
    strength: 'may',
    meaning: {
      sv: 'PPR frågas bara när ett råd lyfter nomineringen dit.',
      en: 'PPR is asked only when a council refers the nomination to it.',
    },
  },
  {
    id: 'R-e1',
    phrase: 'fattar beslut om programmet ska skapas, alternativt om befintligt program ska köpas in',
    strength: 'must',
    meaning: {
      sv: 'Förvaltningen beslutar. Fler utfall än att skapa och köpa in är tillägg.',
      en: 'The office decides. Outcomes beside creating and purchasing are additions.',
    },
  },
  {
    id: 'R-e2',
    phrase:
      'gör en sammanvägd bedömning av ställningstaganden från samordningsråd/PPR, verksamhetens behov samt befintliga resurser',
    strength: 'must',
    meaning: {
      sv: 'Beslutet har en motivering som väger ställningstaganden, behov och resurser.',
      en: 'The decision has a reason that weighs positions, need and resources.',
    },
  },
  {
    id: 'R-e3',
    phrase: 'med stöd av ställningstaganden från samordningsråd, och PPR (om PPR lämnat ställningstagande)',
    strength: 'must',
    meaning: {
      sv: 'Beslutet vilar på vad råden och PPR har sagt. Avviker det skrivs skälet.',
      en: 'The decision rests on what the councils and PPR have said. Where it deviates, the reason is written.',
    },
  },
];
