import type { FieldProblem } from '../routine/check.ts';
import { caseRow, isPast } from '../routine/import/case-row.ts';
import { programmeRow } from '../routine/import/programme-row.ts';
import type { ImportKind, ImportRows } from '../routine/import-forms.ts';
import type { Words } from '../routine/words.ts';
import { isOurNumber } from './case-number.ts';
import { at, OWNER_IS_MANAGER } from './problems.ts';
import { isOwnManager } from './project.ts';
import { tooLateForLists } from './review.ts';

type ProgrammeRow = ImportRows['programmes'];
type CaseRow = ImportRows['cases'];

/** What is wrong between the fields of a row that are each right, on a day, `YYYY-MM-DD`. */
export const rowProblems: {
  readonly [K in ImportKind]: (row: ImportRows[K], today: string) => readonly FieldProblem[];
} = {
  programmes: (row, today) => [
    ...ownNumber(row),
    ...[takenDown(row), tooLateForLists(row.nextReviewOn, today)].filter((problem) => problem !== false),
    ...courseOfProgramme(row).flatMap(inOrder),
  ],
  cases: (row) => [
    ...ownNumber(row),
    ...councilProblems(row),
    ...pprProblems(row),
    ...productionProblems(row),
    ...courseOfCase(row).flatMap(inOrder),
  ],
};

/** R-k3: nobody would be asked to take down a programme that was inactivated before it came here. */
const takenDown = ({ inactivatedOn, unpublishedOn }: ProgrammeRow): FieldProblem | false =>
  inactivatedOn !== undefined && unpublishedOn === undefined && at('unpublishedOn', STILL_IN_CATALOGUE);

/** It becomes part of the names of executions and of subjects of mails. */
const ownNumber = ({ caseNumber = 'A' }: Pick<CaseRow, 'caseNumber'>): readonly FieldProblem[] =>
  /^[A-Z0-9][A-Z0-9-]*$/iu.test(caseNumber) && !isOurNumber(caseNumber.toUpperCase())
    ? []
    : [at('caseNumber', NOT_A_NUMBER)];

/** Something that happened, by the field that tells its day. */
interface Happened {
  readonly field: string;
  readonly label: Words;
  readonly on: string | undefined;
}

/** What did not happen before something earlier in its course did; each field is told of once. */
const inOrder = (course: readonly Happened[]): readonly FieldProblem[] => {
  const dated = course.filter(({ on }) => on !== undefined);
  return dated.slice(1).flatMap((later, i) => {
    const earlier = dated[i] as Happened;
    return String(later.on) < String(earlier.on)
      ? [at(later.field, tooEarly(later.label, earlier.label))]
      : [];
  });
};

const courseOfProgramme = (row: ProgrammeRow): readonly (readonly Happened[])[] => {
  const on = (field: keyof ProgrammeRow & keyof typeof programmeRow): Happened => ({
    field,
    label: programmeRow[field].label,
    on: row[field] as string | undefined,
  });
  const published = on('publishedOn');
  const units = (row.units ?? []).map(({ startedOn, endedOn }, i) => {
    const { item } = programmeRow.units;
    return [
      published,
      { field: `units[${i}].startedOn`, label: item.startedOn.label, on: startedOn },
      { field: `units[${i}].endedOn`, label: item.endedOn.label, on: endedOn },
    ];
  });
  const spread = (row.spread ?? []).map(({ since, endedOn }, i) => {
    const { item } = programmeRow.spread;
    return [
      published,
      { field: `spread[${i}].since`, label: item.since.label, on: since },
      { field: `spread[${i}].endedOn`, label: item.endedOn.label, on: endedOn },
    ];
  });
  const followedUp = (row.followUps ?? []).map((followUp, i) => [
    published,
    { field: `followUps[${i}].on`, label: programmeRow.followUps.item.on.label, on: followUp.on },
  ]);
  return [
    [on('submittedOn'), on('decidedOn'), published, on('versionOn')],
    [published, on('inactivatedOn'), on('unpublishedOn')],
    [published, on('nextReviewOn')],
    ...units,
    ...spread,
    ...followedUp,
  ];
};

/** Each council and each part of the production has a course of its own. */
const courseOfCase = (row: CaseRow): readonly (readonly Happened[])[] => {
  const on = (field: keyof CaseRow & keyof typeof caseRow): Happened => ({
    field,
    label: caseRow[field].label,
    on: row[field] as string | undefined,
  });
  const councils = (row.positions ?? []).map((position, i) => {
    const part = (name: 'receivedOn' | 'decidedOn'): Happened => ({
      field: `positions[${i}].${name}`,
      label: caseRow.positions.item[name].label,
      on: position[name],
    });
    return { received: part('receivedOn'), given: part('decidedOn'), refers: position.refersToPpr };
  });
  const decided = on('decidedOn');
  const started = on('projectStartedOn');
  return [
    [on('submittedOn'), on('screenedOn')],
    ...councils.map(({ received, given }) => [on('screenedOn'), received, given]),
    ...councils.filter(({ refers }) => refers).map(({ given }) => [given, on('pprReceivedOn')]),
    ...latest(councils.map(({ given }) => given)).map((given) => [given, decided]),
    [on('pprReceivedOn'), on('pprDecidedOn'), decided],
    [decided, started],
    ...[on('productionDoneOn'), on('contentReviewOn'), on('testOn')].map((done) => [started, done]),
  ];
};

const latest = (all: readonly Happened[]): readonly Happened[] =>
  all.toSorted((a, b) => String(a.on ?? '').localeCompare(String(b.on ?? ''))).slice(-1);

/** R-a11, R-c1, G4: whoever is waited for has not answered, and a case that is past them has all its answers. */
const councilProblems = ({ waitsAt, positions = [] }: CaseRow): readonly FieldProblem[] => {
  const twice = positions.flatMap(({ council }, i) =>
    positions.findIndex((it) => it.council === council) < i ? [at(`positions[${i}].council`, TWICE)] : [],
  );
  const missing = positions.flatMap(({ position }, i) =>
    position === undefined ? [at(`positions[${i}].position`, NOT_ANSWERED)] : [],
  );
  if (isPast('position', waitsAt)) return [...twice, ...missing];
  const allAnswered = waitsAt === 'position' && missing.length === 0;
  return [...twice, ...(allAnswered ? [at('waitsAt', ALL_ANSWERED)] : [])];
};

/** R-c1, R-d3: PPR has what a council referred to it, and nothing else. */
const pprProblems = (row: CaseRow): readonly FieldProblem[] => {
  const { waitsAt, positions = [], pprReceivedOn, pprPosition } = row;
  if (!isPast('position', waitsAt)) return [];
  if (!positions.some(({ refersToPpr }) => refersToPpr)) {
    return [
      ...(waitsAt === 'pprPosition' ? [at('waitsAt', NOT_REFERRED)] : []),
      ...(pprReceivedOn === undefined ? [] : [at('pprReceivedOn', NOT_REFERRED)]),
      ...(pprPosition === undefined ? [] : [at('pprPosition', NOT_REFERRED)]),
    ];
  }
  const lacksAnswer = isPast('pprPosition', waitsAt) && pprPosition === undefined;
  return [
    ...(pprReceivedOn === undefined ? [at('pprReceivedOn', REFERRED)] : []),
    ...(lacksAnswer ? [at('pprPosition', REFERRED)] : []),
  ];
};

/** G6, P-22: g, h and i are done before j, unless access to an existing programme was arranged. */
const productionProblems = (row: CaseRow): readonly FieldProblem[] => {
  const isManaged = isOwnManager(row) ? [at('projectManagerEmail', OWNER_IS_MANAGER)] : [];
  const left = (['productionDoneOn', 'contentReview', 'test'] as const).filter((it) => row[it] === undefined);
  if (row.waitsAt === 'production' && left.length === 0) return [...isManaged, at('waitsAt', ALL_DONE)];
  if (row.waitsAt !== 'introduction' || isAccessArranged(row)) return isManaged;
  return [...isManaged, ...left.map((field) => at(field, NOT_DONE))];
};

/** R-b6: a programme that exists is put to use, and nothing is produced. */
export const isAccessArranged = ({
  waitsAt,
  decision,
  productionDoneOn,
  contentReview,
  test,
}: CaseRow): boolean =>
  waitsAt === 'introduction' &&
  decision === 'useExisting' &&
  [productionDoneOn, contentReview, test].every((it) => it === undefined);

const NOT_A_NUMBER: Words = {
  sv: 'Skriv numret med bokstäver A–Z, siffror och bindestreck. Det kan inte börja som Nomineras egna nummer (N-2026-…). Lämna cellen tom för att få ett av dem.',
  en: 'Write the number with letters A–Z, digits and hyphens. It cannot begin like Nominera’s own numbers (N-2026-…). Leave the cell empty to get one of them.',
};
const STILL_IN_CATALOGUE: Words = {
  sv: 'Programmet är inaktiverat men inte avpublicerat. Ta bort det ur Innehållskatalogen först, och ange vilken dag det gjordes.',
  en: 'The programme is inactivated but not unpublished. Remove it from the content catalogue first, and state the day.',
};
const TWICE: Words = {
  sv: 'Rådet står redan på en annan rad i ärendet. Ta bort den ena.',
  en: 'The council is on another row of the case already. Remove one of them.',
};
const NOT_ANSWERED: Words = {
  sv: 'Ärendet väntar på något som kommer efter råden. Fyll i vad rådet svarade, eller ta bort ett råd som inte behövde svara.',
  en: 'The case waits for something that comes after the councils. Fill in what the council answered, or remove a council that did not need to.',
};
const ALL_ANSWERED: Words = {
  sv: 'Alla råd har svarat. Välj vad ärendet väntar på nu: PPR om ett råd har lyft det dit, annars beslutet.',
  en: 'All councils have answered. Choose what the case waits for now: PPR if a council has referred it there, otherwise the decision.',
};
const REFERRED: Words = {
  sv: 'Ett råd har lyft ärendet till PPR. Fyll i det som PPR har gjort, eller ändra rådets svar.',
  en: 'A council has referred the case to PPR. Fill in what PPR has done, or change the council’s answer.',
};
const NOT_REFERRED: Words = {
  sv: 'Inget råd har lyft ärendet till PPR. Ändra rådets svar, eller ta bort det som gäller PPR.',
  en: 'No council has referred the case to PPR. Change the council’s answer, or remove what concerns PPR.',
};
const ALL_DONE: Words = {
  sv: 'Produktion, granskning och test är klara. Välj ”j) Införande”.',
  en: 'Production, review and test are done. Choose “j) Introduction”.',
};
const NOT_DONE: Words = {
  sv: 'Ärendet väntar på införandet. Fyll i när det här blev klart, eller välj ”g–i) Produktion, granskning och test”.',
  en: 'The case waits for its introduction. Fill in when this was done, or choose “g–i) Production, review and test”.',
};
const tooEarly = (later: Words, earlier: Words): Words => ({
  sv: `”${later.sv}” kan inte vara före ”${earlier.sv}”. Rätta det datum som är fel.`,
  en: `“${later.en}” cannot be before “${earlier.en}”. Correct the date that is wrong.`,
});
