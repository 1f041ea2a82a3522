import type { Fields } from '../../local/people.ts';
import { daysAfter } from '../../shared/case/working-days.ts';
import type { ActName, Step } from '../../shared/routine/question.ts';
import { answersOn, SIGNED } from '../builders/answers.ts';
import type { Chance } from '../courses/chance.ts';

/** How people of the simulated region answer, and how long they take: made up, so that every path is walked now and then. */

/** Days from the mail to the answer, fewest and most. One in twelve takes as long again and a month. */
const DAYS: Readonly<Record<Step, readonly [number, number]>> = {
  anchoring: [1, 10],
  screening: [1, 8],
  supplement: [2, 14],
  position: [8, 40],
  councilChange: [1, 6],
  pprPosition: [10, 50],
  decision: [2, 12],
  projectAssignment: [10, 60],
  assignmentApproval: [1, 10],
  productionChecklist: [60, 180],
  deviationApproval: [1, 10],
  contentReview: [20, 70],
  test: [30, 120],
  introduction: [3, 20],
  figures: [5, 30],
  followUp: [5, 45],
  inactivationPosition: [10, 40],
  inactivation: [3, 20],
  unpublishing: [1, 10],
};

export const daysToAnswer = (step: Step, chance: Chance): number => {
  const [fewest, most] = DAYS[step];
  const days = fewest + chance.below(most - fewest + 1);
  return chance.oneIn(12) ? days * 2 + 30 : days;
};

/** What somebody answers on a day, where a plain answer would not do. */
type Variation = (chance: Chance, today: string) => Fields;

const oneOf = (
  chance: Chance,
  ...weighted: readonly (readonly [weight: number, fields: Fields])[]
): Fields => {
  let left = chance.below(weighted.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, fields] of weighted) {
    if (left < weight) return fields;
    left -= weight;
  }
  return {};
};

const COUNCILS = ['council-psykisk-halsa', 'council-primarvard', 'council-rorelseorgan'] as const;

const VARIATIONS: Readonly<Partial<Record<Step, Variation>>> = {
  anchoring: (chance) =>
    oneOf(chance, [9, {}], [1, { anchorAnswer: 'notSupported', anchorComment: 'Vi har inte tid i år.' }]),
  screening: (chance) => {
    const [lead, second] = [chance.of(COUNCILS), chance.of(COUNCILS)];
    return oneOf(
      chance,
      [18, { councils: [lead], leadCouncil: lead }],
      [4, { councils: [...new Set([lead, second])], leadCouncil: lead }],
      [
        2,
        { screeningOutcome: 'notForSob', buildableInSob: 'no', buildableReason: 'Kräver ett journalsystem.' },
      ],
    );
  },
  position: (chance) =>
    oneOf(
      chance,
      [12, { manageableWithinUnits: 'true', position: 'supportCreate' }],
      [4, { manageableWithinUnits: 'false', position: 'supportCreate' }],
      [2, { manageableWithinUnits: 'true', position: 'notSupported' }],
    ),
  pprPosition: (chance, today) =>
    oneOf(
      chance,
      [8, { pprPosition: 'supported' }],
      [2, { pprPosition: 'notSupported' }],
      [1, { pprPosition: 'deferred', reviewOn: daysAfter(today, 40) }],
      [1, { pprPosition: 'returnedToCouncil' }],
    ),
  decision: (chance, today) =>
    oneOf(
      chance,
      [14, { decision: 'create' }],
      [4, { decision: 'purchase', procurementRoute: 'procurement' }],
      [2, { decision: 'useExisting', existingProgramme: 'Sov bättre', accessRoute: 'agreement' }],
      [1, { decision: 'collaborate', leadRegion: 'Region Exempel', reviewOn: daysAfter(today, 200) }],
      [3, { decision: 'decline' }],
      [1, { decision: 'defer', reviewOn: daysAfter(today, 60) }],
    ),
  projectAssignment: (chance, today) =>
    oneOf(
      chance,
      [14, {}],
      [1, { projectOutcome: 'putOff', reviewOn: daysAfter(today, 90) }],
      [1, { projectOutcome: 'notFeasible' }],
    ),
  assignmentApproval: (chance) =>
    oneOf(chance, [19, {}], [1, { approved: 'false', comment: 'Ramen räcker inte.' }]),
  contentReview: (chance) =>
    oneOf(
      chance,
      [7, {}],
      [1, { reviewDone: 'false' }],
      [
        2,
        {
          reviewOutcome: 'notApproved',
          'findings[0].text': 'Avsnitt två stämmer inte med riktlinjen.',
          'findings[0].severity': 'mustFix',
        },
      ],
    ),
  test: (chance) =>
    oneOf(
      chance,
      [8, {}],
      [
        2,
        {
          'functional.outcome': 'failed',
          'functional.issues[0].text': 'Filmen går inte att spela i mobilen.',
          'functional.issues[0].severity': 'mustFix',
        },
      ],
    ),
  followUp: (chance) =>
    oneOf(chance, [16, {}], [2, { conclusion: 'revise' }], [2, { conclusion: 'proposeInactivation' }]),
  inactivationPosition: (chance) => oneOf(chance, [5, {}], [1, { position: 'keep' }]),
};

/** The answer of one person to a question. */
export const answerOf = (step: Step, chance: Chance, today: string): Fields => ({
  ...answersOn(today)[step],
  ...datesOn(step, today),
  ...VARIATIONS[step]?.(chance, today),
});

/** An answer that always goes through, for whoever's first was refused. */
export const plainAnswer = (step: Step, today: string): Fields => ({
  ...answersOn(today)[step],
  ...datesOn(step, today),
});

/** No two programmes are called the same. */
export const namedIn = (step: Step, caseNumber: string): Fields =>
  step === 'productionChecklist' || step === 'introduction' ? { publicName: `Sov gott ${caseNumber}` } : {};

/** Where the example answers hold dates or names that only suit one day or one case. */
const datesOn = (step: Step, today: string): Fields => {
  if (step === 'projectAssignment')
    return { timeFrom: today.slice(0, 7), timeTo: daysAfter(today, 400).slice(0, 7) };
  return step === 'inactivation' ? { unpublishOn: daysAfter(today, 90) } : {};
};

/** An act beside the answers, and on which day counted from another. */
export interface Whim {
  readonly act: ActName;
  readonly by: 'nominator' | 'sobOffice' | 'projectManager';
  readonly afterDays: number;
  readonly fields: (today: string) => Fields;
}

/** What else happens in a case, from its submission on. */
export const whimsOfCase = (chance: Chance): readonly Whim[] =>
  chance.oneIn(20)
    ? [
        {
          act: 'withdraw',
          by: 'nominator',
          afterDays: 10 + chance.below(90),
          fields: () => ({ withdrawReason: 'Vi har löst det på annat sätt.' }),
        },
      ]
    : [];

/** What happens in a project, from the day it has its manager. */
export const whimsOfProject = (chance: Chance): readonly Whim[] =>
  chance.oneIn(5)
    ? [
        {
          act: 'reportDeviation',
          by: 'projectManager',
          afterDays: 20 + chance.below(60),
          fields: (today) => ({
            deviationType: 'schedule',
            what: 'Filmen blir försenad.',
            cause: 'Leverantören har bytt fotograf.',
            consequence: 'Två månader senare.',
            proposal: 'Vi flyttar slutdatumet.',
            discoveredOn: today,
            affectsFrame: 'true',
            newTimeTo: daysAfter(today, 500).slice(0, 7),
            givesWayIn: 'schedule',
          }),
        },
      ]
    : [];

/** What happens to a programme, from the day it is published. */
export const whimsOfProgramme = (chance: Chance, years: number): readonly Whim[] =>
  Array.from({ length: years }, (_, year) => year).flatMap((year): readonly Whim[] => [
    {
      act: 'addUnit',
      by: 'sobOffice',
      afterDays: year * 365 + 30 + chance.below(200),
      fields: (today) => ({
        unit: `Enhet Exempel ${year + 1}`,
        contactEmail: `enhet-${year + 1}@example.se`,
        unitConnectedToSob: 'true',
        riskAnalysisOn: today,
        startedOn: today,
      }),
    },
    ...(chance.oneIn(25)
      ? [
          {
            act: 'urgentStop',
            by: 'sobOffice',
            afterDays: year * 365 + 100 + chance.below(100),
            fields: () => ({ stopReason: 'En övning kan misstolkas. Nya starter stoppas.' }),
          } as const,
        ]
      : []),
    ...(chance.oneIn(25)
      ? [
          {
            act: 'proposeInactivation',
            by: 'sobOffice',
            afterDays: year * 365 + 50 + chance.below(200),
            fields: () => ({ ground: 'needChanged', proposalReason: 'Få patienter väljer programmet.' }),
          } as const,
        ]
      : []),
  ]);

export const signed = (fields: Fields): Fields => ({ ...SIGNED, ...fields });
