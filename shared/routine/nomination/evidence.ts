import { form } from '../form.ts';
import { treatment } from './conditions.ts';

/** G. State of knowledge. */
export const evidence = form({
  evidenceSummary: {
    kind: 'text',
    size: 'long',
    label: { sv: 'Evidens', en: 'Evidence' },
    help: {
      sv: 'Vad visar forskningen om metoden och när den ges via internet? För stödprogram: skriv vad innehållet bygger på om det finns.',
      en: 'What does research show of the method, and of the method delivered over the internet? For support programmes: say what the content builds on, if anything.',
    },
    need: 'should',
    needWhen: treatment,
    rules: ['R-01', 'R-b10'],
  },
  evidenceReferences: {
    kind: 'texts',
    max: 30,
    label: { sv: 'Referenser', en: 'References' },
    help: {
      sv: 'Riktlinjer, SBU, artiklar. En per rad.',
      en: 'Guidelines, SBU (the Swedish agency for health technology assessment), articles. One per line.',
    },
    need: 'should',
    needWhen: treatment,
    rules: ['R-01', 'R-b10'],
  },
  guidelineReferences: {
    kind: 'texts',
    max: 20,
    label: { sv: 'Nationella riktlinjer, vårdförlopp', en: 'National guidelines, care pathways' },
    help: {
      sv: 'De som rör programmets område. En per rad.',
      en: 'Those that concern the field. One per line.',
    },
    need: 'should',
  },
  researchPlanned: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Forskning i anslutning till programmet', en: 'Research connected to the programme' },
    help: {
      sv: 'Nya program: hur söks medel och planeras forskning?',
      en: 'New programmes: how is funding sought and research planned?',
    },
    need: 'should',
    rules: ['R-b9'],
  },
});
