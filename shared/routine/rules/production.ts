import type { Rule } from './rule.ts';

/** f) Resources, cost estimate, agreements and project group. */
const project: readonly Rule[] = [
  {
    id: 'R-f1',
    phrase: 'Nominerande verksamhet med stöd av regionala SoB-förvaltningen.',
    strength: 'must',
    meaning: 'The nominator’s unit is asked for the project. The office may answer for it.',
  },
  {
    id: 'R-f2',
    phrase:
      'SoB-kontaktperson eller regionala SoB-förvaltningen, tillsammans med nominerande verksamhet, utser projektgrupp med ansvariga för innehåll, design, pedagogik mm.',
    strength: 'must',
    meaning:
      'The project group has someone responsible for content, for design and for pedagogy. One person may hold several.',
  },
  {
    id: 'R-f3',
    phrase: 'Upprätta projektplan för utveckling, utvärdering och förvaltning.',
    strength: 'must',
    meaning: 'The one-page project assignment stands for the plan. It tells where a longer one is found.',
  },
  {
    id: 'R-f4',
    phrase: 'Upprätta nödvändiga avtal.',
    strength: 'must',
    meaning: 'The agreements that are needed are stated. That none is needed is an answer too.',
  },
  {
    id: 'R-f5',
    phrase: 'Resurser, kostnadskalkyl och avtal. Projektgrupp utses.',
    strength: 'must',
    meaning:
      'The cost estimate begins with the costs of the nomination, and the difference from them is shown.',
  },
];

/** g) Production, design, name, language and accessibility. */
const making: readonly Rule[] = [
  {
    id: 'R-g1',
    phrase:
      'Beakta riktlinjerna i Ineras Designguiden, Läkemedelsverkets vägledning, regional dokumentation på SoB:s sida på vårdgivarwebben.',
    strength: 'must',
    meaning:
      'The checklist asks about each of the three guidelines, and whether the programme is a medical device. That judgement is recorded, never made here.',
  },
  {
    id: 'R-g2',
    phrase: 'Granskning av innehåll, språk och tillgänglighet är av stor vikt.',
    strength: 'must',
    meaning:
      'The checklist asks about content, language and accessibility. What is not approved is produced anew.',
  },
  {
    id: 'R-g3',
    phrase:
      'Stäm av innehåll gentemot tillgänglighetsdirektivet (WCAG 2.1). Regionala SoB-förvaltningen ger stöd i detta.',
    strength: 'must',
    meaning: 'The content is checked against WCAG 2.1. It is said where to get the office’s support.',
  },
  {
    id: 'R-g4',
    phrase:
      'För förslag på upplägg av granskning, se även nationell Process för produktion av internetbaserade behandlingsprogram',
    strength: 'may',
    meaning: 'The national process is named where the review is planned and answered.',
  },
  {
    id: 'R-g5',
    phrase: 'Projektgrupp, SoB-designer och eventuella övriga',
    strength: 'must',
    meaning: 'The project manager answers for the project group.',
  },
];

/** h) Review of content, and i) test. */
const trial: readonly Rule[] = [
  {
    id: 'R-h1',
    phrase:
      'Oberoende granskning av det producerade innehållet rekommenderas i enlighet med nationell Process för produktion av internetbaserade behandlingsprogram',
    strength: 'should',
    meaning: 'The content is reviewed by someone independent, or it is written why not.',
  },
  {
    id: 'R-h2',
    phrase: 'Oberoende granskare (om möjligt)',
    strength: 'should',
    meaning: 'The independent reviewer is asked if one is named, otherwise the project manager.',
  },
  {
    id: 'R-i1',
    phrase:
      'Test av funktionalitet och kliniskt test rekommenderas i enlighet med nationell Process för produktion av internetbaserade behandlingsprogram',
    strength: 'should',
    meaning: 'Function and clinical use are tested, or it is written why not. What fails is produced anew.',
  },
];

/** j) Introduction, follow-up and spread. */
const introduction: readonly Rule[] = [
  {
    id: 'R-j1',
    phrase:
      'Implementation, uppföljning och spridning till andra aktörer beskrivs i nationell Process för produktion av internetbaserade behandlingsprogram',
    strength: 'must',
    meaning:
      'A programme is published with its units and a plan for how it is followed up. Those that it is spread to are recorded.',
  },
  {
    id: 'R-j2',
    phrase: 'Projektgrupp, utgivaren/ägaren och regionala SoB-förvaltningen',
    strength: 'must',
    meaning: 'The office publishes. A programme has an owner from then on.',
  },
];

/** f–j) From a decision to a programme in use. */
export const productionRules: readonly Rule[] = [...project, ...making, ...trial, ...introduction];
