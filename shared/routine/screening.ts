import { type Condition, form, section } from './form.ts';
import { children } from './nomination/conditions.ts';
import { type Notice, question } from './question.ts';
import { judgement } from './screening/judgement.ts';
import { outcome } from './screening/outcome.ts';
import { search } from './screening/search.ts';

const byCouncil: Condition = { field: 'initiatorCategory', is: ['coordinationCouncil'] };

/** a) The SoB office's screening of a nomination (form a3). */
export const screening = question({
  step: 'screening',
  phase: 'nomination',
  letter: 'a',
  stateName: 'SoB-förvaltningen: bedömning',
  title: { sv: 'Bedömning av nomineringen', en: 'Screening of the nomination' },
  asks: { sv: 'Bedöm nomineringen', en: 'Screen the nomination' },
  lead: {
    sv: 'Bedöm om idén kan utvecklas i Stöd och behandling, vilken typ av program det är och vilka samordningsråd som ska få nomineringen.',
    en: 'Judge whether the idea can be built in Stöd och behandling, what kind of programme it is and which coordination councils should receive the nomination.',
  },
  next: {
    sv: 'Skickas nomineringen vidare får varje valt samordningsråd ett mejl med frågan om ställningstagande. Annars avslutas ärendet. De som har nominerat får veta hur det blev.',
    en: 'If the nomination goes on, each chosen council is sent a mail that asks for its position. Otherwise the case is closed. The nominator is told of the outcome.',
  },
  answeredBy: 'sobOffice',
  rules: ['R-a7', 'R-a8', 'R-a9', 'R-a10', 'R-a11', 'R-a12'],
  form: form({ ...judgement, ...search, ...outcome }),
  sections: [
    section(
      'judgement',
      'Kan idén bli ett program i SoB?',
      'Can the idea become a programme in SoB?',
      judgement,
    ),
    section('search', 'Sökning och avstämning', 'Search and check', search),
    section('outcome', 'Vad händer med nomineringen?', 'What happens with the nomination?', outcome),
  ],
  derived: {
    childGuidelineFlag: {
      label: { sv: 'Barn i målgruppen', en: 'Children in the target group' },
      help: {
        sv: 'Målgruppen omfattar barn. Regional riktlinje Barnsäkring av digitala invånartjänster bör beaktas.',
        en: 'The target group includes children. The regional guideline on child safety in digital services (Barnsäkring av digitala invånartjänster) should be observed.',
      },
      rules: ['R-a13'],
      when: children,
    },
    councilNominated: {
      label: { sv: 'Ett samordningsråd har nominerat', en: 'A coordination council has nominated' },
      help: {
        sv: 'Ett samordningsråd har nominerat. Överväg att låta ett andra råd ta ställning.',
        en: 'A coordination council has nominated. Consider having a second council take a position.',
      },
      rules: ['R-a1', 'R-a11'],
      when: byCouncil,
    },
  },
  outcomes: ['forwardToCouncils', 'notForSob', 'mergeWithOther'],
  tells: [],
});

/** Told of the screening, by its outcome; the councils themselves are asked (R-a11). */
export const screeningTells: Readonly<
  Record<keyof typeof outcome.screeningOutcome.options, readonly Notice[]>
> = {
  forwardToCouncils: [{ id: 'N-4', to: ['nominator', 'headOfOperations', 'sobContact'] }],
  notForSob: [{ id: 'notForSob', to: ['nominator', 'headOfOperations', 'sobContact'] }],
  mergeWithOther: [{ id: 'merged', to: ['nominator'] }],
};
