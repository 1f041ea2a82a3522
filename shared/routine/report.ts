import type { Words } from './words.ts';

/** One count of the yearly follow-up (ROUTINE.md "Uppföljning (yearly)"), with what exactly is counted. */
export interface CountDefinition {
  readonly title: Words;
  readonly definition: Words;
  readonly rules: readonly string[];
  /** The routine itself asks for it; the others were added. */
  readonly inRoutine?: true;
}

/** The counts of the yearly follow-up, in the routine's order. */
export const COUNTS = {
  C1: {
    title: { sv: 'Framtagna program', en: 'Programmes developed' },
    definition: {
      sv: 'Program som regionen har beslutat att skapa och som publicerades första gången under året. Nya versioner räknas inte. Program som tas fram tillsammans med andra regioner räknas för sig.',
      en: 'Programmes that the region decided to create and that were first published in the year. New versions are not counted. Programmes developed together with other regions are counted apart.',
    },
    rules: ['R-u1'],
    inRoutine: true,
  },
  C2: {
    title: { sv: 'Framtagna stödprogram', en: 'Support programmes developed' },
    definition: {
      sv: 'De av de framtagna programmen som var stödprogram när de publicerades.',
      en: 'Those of the programmes developed that were support programmes when they were published.',
    },
    rules: ['R-u1', 'R-03'],
    inRoutine: true,
  },
  C3: {
    title: { sv: 'Framtagna behandlingsprogram', en: 'Treatment programmes developed' },
    definition: {
      sv: 'De av de framtagna programmen som var behandlingsprogram när de publicerades.',
      en: 'Those of the programmes developed that were treatment programmes when they were published.',
    },
    rules: ['R-u1', 'R-02'],
    inRoutine: true,
  },
  C4: {
    title: {
      sv: 'Inköpta och befintliga program som togs i bruk',
      en: 'Purchased and existing programmes put in use',
    },
    definition: {
      sv: 'Program som regionen har beslutat att köpa in, eller använda som de är, och som den första enheten började använda under året. De ingår inte i antalet framtagna program.',
      en: 'Programmes that the region decided to purchase, or to use as they are, and that the first unit began to use in the year. They are not among the programmes developed.',
    },
    rules: ['R-e1'],
  },
  C5: {
    title: { sv: 'Nomineringar', en: 'Nominations' },
    definition: {
      sv: 'Nomineringar som kom in, bedömdes och beslutades under året. Varje ärende räknas en gång i varje led, efter den bedömning och det beslut som gäller. Ett ärende kan ha kommit in ett tidigare år än det beslutades.',
      en: 'Nominations that came in, were screened and were decided in the year. Each case is counted once at each stage, by the screening and the decision that stand. A case may have come in in an earlier year than it was decided.',
    },
    rules: ['R-a5', 'R-a11', 'R-e1'],
  },
  C6: {
    title: { sv: 'Samordningsrådens svar', en: 'The councils’ answers' },
    definition: {
      sv: 'Ställningstaganden som råden lämnade under året. Tiden räknas i kalenderdagar från den dag då rådet tog emot nomineringen. Inom en månad betyder senast samma datum nästa månad, eller närmaste arbetsdag därefter. Utan väntan på kompletteringar räknas inte de dagar då rådet väntade på en begärd komplettering.',
      en: 'Positions that the councils gave in the year. The time is counted in calendar days from the day that the council received the nomination. Within a month means at the latest on the same date of the next month, or on the next working day. Without waiting for supplements leaves out the days on which the council waited for a supplement that it had asked for.',
    },
    rules: ['R-b3'],
  },
  C7: {
    title: { sv: 'Hänskjutna till PPR', en: 'Referred to PPR' },
    definition: {
      sv: 'Ärenden där ett råd under året hänsköt frågan till PPR. Varje ärende räknas en gång, även om flera råd hänsköt det. En återtagen hänskjutning räknas inte.',
      en: 'Cases in which a council referred the matter to PPR in the year. Each case is counted once, even where several councils referred it. A referral that was taken back is not counted.',
    },
    rules: ['R-c1', 'R-c4'],
  },
  C8: {
    title: { sv: 'Inaktiverade program', en: 'Programmes inactivated' },
    definition: {
      sv: 'Program som inaktiverades under året, så att inga nya patienter kan börja.',
      en: 'Programmes that were inactivated in the year, so that no new patients can start.',
    },
    rules: ['R-k1'],
  },
  C9: {
    title: { sv: 'Program i bruk vid årets slut', en: 'Programmes in use at the end of the year' },
    definition: {
      sv: 'Program som minst en enhet har börjat använda senast den 31 december och som då inte är inaktiverade, även om ingen enhet använder dem just då.',
      en: 'Programmes that at least one unit had begun to use by 31 December and that were not inactivated by then, even if no unit uses them just then.',
    },
    rules: ['R-12'],
  },
  C10: {
    title: { sv: 'Enheter per program', en: 'Units per programme' },
    definition: {
      sv: 'Enheter som använder ett program i bruk den 31 december. En enhet som använder flera program räknas en gång för varje.',
      en: 'Units that use a programme in use on 31 December. A unit that uses several programmes is counted once for each.',
    },
    rules: ['R-10'],
  },
  C11: {
    title: { sv: 'Program i bruk utan uppföljning', en: 'Programmes in use without a follow-up' },
    definition: {
      sv: 'Program i bruk vid årets slut som rådet inte följde upp under året.',
      en: 'Programmes in use at the end of the year that the council did not follow up during the year.',
    },
    rules: ['R-b10', 'R-j1'],
  },
} as const satisfies Readonly<Record<string, CountDefinition>>;

export type CountId = keyof typeof COUNTS;

/** What a figure is a number of. */
export const UNITS = {
  programmes: { sv: 'program', en: 'programmes' },
  nominations: { sv: 'nomineringar', en: 'nominations' },
  cases: { sv: 'ärenden', en: 'cases' },
  answers: { sv: 'svar', en: 'answers' },
  units: { sv: 'enheter', en: 'units' },
  days: { sv: 'dagar', en: 'days' },
  percent: { sv: 'procent', en: 'per cent' },
} as const satisfies Readonly<Record<string, Words>>;

export type Unit = keyof typeof UNITS;
