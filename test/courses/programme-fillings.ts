import type { ProgrammeAct } from '../../shared/case/programme-acts.ts';
import type { ProgrammeStep } from '../../shared/case/programme-answers.ts';
import type { Chance } from './chance.ts';
import {
  type ActFillingsOf,
  chancy,
  daysFrom,
  type FillingsOf,
  nameIn,
  type Posting,
  type Setting,
} from './setting.ts';

/** What people fill in about a programme, j and k. */

const IN_HOUSE = 'Enheten hör till regionen.';

const unitOf = (chance: Chance, today: string): Posting => ({
  unit: `Vårdcentralen ${chance.of(['Norr', 'Söder', 'Öster'])}`,
  ...(!chance.oneIn(4) && { contactEmail: `enhet-${chance.below(3)}@example.se` }),
  ...(chance.oneIn(3) ? { isPrivate: 'true', inHouseReason: IN_HOUSE } : { isPrivate: 'false' }),
  unitConnectedToSob: String(!chance.oneIn(5)),
  ...(!chance.oneIn(5) && { riskAnalysisOn: today }),
  ...(!chance.oneIn(3) && { startedOn: daysFrom(today, -chance.below(3)) }),
});

const spreadOf = (chance: Chance, today: string): Posting => ({
  name: chance.of(['Region Exempel', 'Vårdbolaget Exempel']),
  inHouseReason: IN_HOUSE,
  ...(!chance.oneIn(4) && { contactEmail: 'regionen@example.se', agreementRef: 'Avtal 7' }),
  ...(!chance.oneIn(4) && { since: daysFrom(today, -chance.below(3)) }),
});

const several = (most: number, one: () => Posting): readonly Posting[] => Array.from({ length: most }, one);

/** The builder's own unit is left out. */
const NO_UNIT: Posting = Object.fromEntries(
  ['unit', 'contactEmail', 'isPrivate', 'unitConnectedToSob', 'riskAnalysisOn', 'startedOn'].map((name) => [
    `units[0].${name}`,
    undefined,
  ]),
);

const publishing = ({ chance, councils, today, facts }: Setting): Posting => ({
  ...nameIn(facts, chance.of(['Sov gott', 'Sov bättre'])),
  publishedOn: daysFrom(facts.programme?.versionOn ?? today, chance.oneIn(6) ? -1 : 0),
  responsibleCouncil: chance.of(councils),
  programmeOwnerEmail: chance.oneIn(3) ? undefined : `programagare-${chance.below(2)}@example.se`,
  ...chancy(chance, 12, { operationalResponsibility: undefined }),
});

const overridden = (chance: Chance): Posting =>
  chancy(chance, 2, { overrideReason: 'Patienterna väntar, och bristen är liten.' });

const proposal = (chance: Chance): Posting => ({
  ground: chance.of(['needChanged', 'replaced']),
  replacedBy: 'Sov bättre',
});

export const programmeFillings: FillingsOf<ProgrammeStep> = {
  introduction: (setting) => {
    const { chance, today, facts } = setting;
    return {
      ...publishing(setting),
      'units[0].isPrivate': 'false',
      ...(facts.programme && !chance.oneIn(6) && { publishedOn: today }),
      ...chancy(chance, 3, { ...NO_UNIT, units: several(chance.below(3), () => unitOf(chance, today)) }),
      ...chancy(chance, 3, { spread: [spreadOf(chance, today)] }),
      ...chancy(chance, 8, { experienceMeasure: undefined }),
      ...overridden(chance),
    };
  },
  figures: ({ chance }) => chancy(chance, 4, { patientsCompleted: '3' }),
  followUp: ({ chance, today }) => ({
    conclusion: chance.of(['keep', 'revise', 'revise', 'proposeInactivation', 'proposeInactivation']),
    ...chancy(chance, 3, { nextReviewOn: daysFrom(today, chance.below(400)) }),
    ...chancy(chance, 2, { minutesRef: 'Möte 4, § 7' }),
  }),
  inactivationPosition: ({ chance }) => ({
    ...proposal(chance),
    position: chance.of(['inactivate', 'inactivate', 'keep']),
    ...chancy(chance, 4, { minutesRef: undefined }),
  }),
  inactivation: ({ chance, today }) => ({
    lastStartOn: daysFrom(today, -chance.below(3)),
    inactivatedOn: daysFrom(today, -chance.below(2)),
    unpublishOn: daysFrom(today, chance.below(5)),
  }),
  unpublishing: ({ chance, today }) => ({ unpublishedOn: daysFrom(today, -chance.below(2)) }),
};

export const programmeActFillings: ActFillingsOf<ProgrammeAct> = {
  addUnit: ({ chance, today }) => ({ ...unitOf(chance, today), ...overridden(chance) }),
  addSpread: ({ chance, today }) => spreadOf(chance, today),
  endUse: ({ chance, today, facts }) => {
    const [first = 'nobody', ...others] = (facts.programme?.users ?? []).map(({ id }) => id);
    return {
      user: chance.of([first, ...others]),
      endedOn: daysFrom(today, -chance.below(3)),
      endReason: 'Enheten är nedlagd.',
    };
  },
  correctProgramme: (setting) => ({
    ...publishing(setting),
    programmeKind: setting.chance.of(['treatment', 'support']),
    medicalDevice: setting.chance.of(['notDevice', 'inHouse']),
    inactivatedOn: setting.facts.programme?.inactivatedOn,
    unpublishedOn: setting.facts.programme?.unpublishedOn,
    programmeOwner: 'Exempel Programägare',
    operationalResponsibility: 'Verksamheten Sömn, Exempelsjukhuset',
    correctionReason: 'Uppgiften var fel.',
  }),
  proposeInactivation: ({ chance }) => ({ ...proposal(chance), proposalReason: 'Behovet är litet.' }),
  urgentStop: () => ({ stopReason: 'En övning kan skada.' }),
  liftStop: () => ({ liftReason: 'Övningen är borttagen.' }),
  revise: () => ({ revisionReason: 'Innehållet är för gammalt.' }),
  endRevision: () => ({ endReason: 'Ingen hinner göra den.' }),
};
