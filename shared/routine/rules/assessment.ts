import { generalRules } from './general.ts';
import type { Rule } from './rule.ts';

const responsibility = generalRules.filter(({ id }) => id === 'R-12').map((it) => ({ ...it, id: 'R-b11' }));

/** b) A council's inventory of market and research. */
export const assessmentRules: readonly Rule[] = [
  {
    id: 'R-b1',
    phrase: 'Samordningsråd tar emot nomineringen',
    strength: 'must',
    meaning: 'Each council chosen gets the nomination and says when it was received.',
  },
  {
    id: 'R-b2',
    phrase:
      'bedömer det regionala behovet, befintliga programalternativ, evidensläge, behörighetskrav för behandlare samt om det ligger i linje med nationella riktlinjer etcetera',
    strength: 'must',
    meaning: 'The council judges need, alternatives, evidence, competence and guidelines.',
  },
  {
    id: 'R-b3',
    phrase: 'En skyndsam hantering är önskvärd, om möjligt inom en månad.',
    strength: 'should',
    meaning: 'The council’s answer is wished for within a month of receipt. It is a target, not a deadline.',
  },
  {
    id: 'R-b4',
    phrase:
      'Om ett liknande program redan finns i SoB görs en värdering av om detta uppfyller identifierat behov och syfte samt evidens.',
    strength: 'must',
    meaning: 'A similar programme in SoB is valued against need, purpose and evidence.',
  },
  {
    id: 'R-b5',
    phrase:
      'värderar utifrån behov, syfte, evidens och kostnadseffektivitet om avtal behöver skrivas eller upphandling behöver ske',
    strength: 'must',
    meaning: 'The council says what it takes to use it: nothing, an agreement or a procurement.',
  },
  {
    id: 'R-b6',
    phrase: 'för nyttjande av befintligt program istället för det nominerade alternativet',
    strength: 'must',
    meaning: 'The council may propose the programme that exists. That it exists does not end the case.',
  },
  {
    id: 'R-b7',
    phrase:
      'Behandlingsprogram som bedömts av nationella kompetensgruppen för internetbaserad stöd och behandling finns att läsa om på Utlåtanden, internetbaserade behandlingsprogram (SKR).',
    strength: 'may',
    meaning: 'The council may name a statement by SKR. It is never demanded.',
  },
  {
    id: 'R-b8',
    phrase:
      'Om liknande program inte finns i SoB undersöker Samordningsråd, via nationellt programområde, om flera regioner har samma behov och om man i sådana fall kan samverka.',
    strength: 'must',
    meaning: 'Where there is nothing similar, the council asks other regions. The answer may come later.',
  },
  {
    id: 'R-b9',
    phrase:
      'Vid behov av att skapa ett helt nytt program söks medel och planeras forskning på sedvanligt sätt.',
    strength: 'must',
    meaning: 'A new treatment programme has a plan for funds and research.',
  },
  {
    id: 'R-b10',
    phrase:
      'För enklare stödprogram är kraven på evidens och forskning oftast inte obligatoriskt. Dock behövs systematisk uppföljning av patientens upplevelse och det medicinska resultatet.',
    strength: 'must',
    meaning: 'A support programme needs no evidence, but a plan to follow up experience and result.',
  },
  ...responsibility,
];
