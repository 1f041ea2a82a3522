/** A rule's function with its body replaced by one that lets everything through. */
export interface Mutant {
  readonly file: string;
  readonly name: string;
  /** The rule or gate whose tests must fail. */
  readonly rule: string;
  /** The function in its place. */
  readonly allow: string;
}

const inFile =
  (file: string) =>
  (name: string, rule: string, allow: string): Mutant => ({
    file: `shared/case/${file}.ts`,
    name,
    rule,
    allow,
  });

const assignment = inFile('assignment');
const importRules = inFile('import-rules');
const importedProgrammes = inFile('imported-programme');
const judgement = inFile('judgement');
const confidential = inFile('confidential');
const councils = inFile('councils');
const earlier = inFile('earlier');
const expiry = inFile('expiry');
const gates = inFile('gates');
const monthlyReports = inFile('monthly-reports');
const opening = inFile('opening');
const productionActs = inFile('production-acts');
const programmeGates = inFile('programme-gates');
const programme = inFile('programme');
const project = inFile('project');
const proposal = inFile('proposal');
const report = inFile('report');
const review = inFile('review');
const rounds = inFile('rounds');
const similar = inFile('similar');
const submit = inFile('submit');
const successor = inFile('successor');
const tally = inFile('tally');
const target = inFile('target');

/** Every question as if it had been answered with a yes. */
const ALL_APPROVED =
  'facts.questions.map((it) => ({ answeredAt: "2026-01-01T00:00:00.000Z", ...it, told: { ...it.told, outcome: "approved" } }))';

/** Every exported function of the rules' room whose docstring names a rule; a test fails when one is missing. */
export const MUTANTS: readonly Mutant[] = [
  judgement('refersToPpr', 'R-c3', '() => false'),
  judgement('refersToPpr', 'R-c4', '() => false'),
  judgement('refersToPpr', 'R-c3', '() => true'),
  judgement('deviates', 'R-e2', '() => false'),
  judgement('deviates', 'R-e3', '() => false'),
  judgement('councilsDisagree', 'R-e2', '() => false'),
  assignment(
    'assignmentVersions',
    'P-02',
    `(facts, ...given) => assignmentVersionsAsItIs({ ...facts, questions: ${ALL_APPROVED} }, ...given)`,
  ),
  assignment(
    'assignmentVersions',
    'P-03',
    '(facts, assignments) => assignmentVersionsAsItIs(facts, assignments, [])',
  ),
  assignment('assignmentVersions', 'P-07', '(...given) => assignmentVersionsAsItIs(...given).slice(-1)'),
  assignment('costDifference', 'R-f5', '() => undefined'),
  confidential('isConfidential', 'P-06', '() => false'),
  councils('councilsChanged', 'R-a11', '() => ({ head: {}, questions: {} })'),
  expiry('routineExpiry', 'R-13', '() => undefined'),
  gates('isAnchored', 'R-a3', '() => true'),
  gates('isAnchored', 'R-a12', '(head) => isAnchoredAsItIs({ ...head, nominationType: "createNew" })'),
  gates('g2', 'G2', '() => []'),
  gates('g2', 'R-a3', '() => []'),
  gates('g2', 'R-a7', '() => []'),
  gates('g2', 'R-a8', '() => []'),
  gates('g2', 'R-a12', '(head, answers) => g2AsItIs({ ...head, nominationType: "createNew" }, answers)'),
  gates('g3', 'G3', '() => []'),
  gates('g3', 'R-c3', '() => []'),
  gates('g4', 'G4', '() => []'),
  gates('g4', 'R-e3', '() => []'),
  gates('g5', 'G5', '() => []'),
  gates('g5', 'R-e1', '() => []'),
  importRules('isAccessArranged', 'R-b6', '() => false'),
  importedProgrammes(
    'importedProgramme',
    'R-12',
    '(row, filed) => ({ ...importedProgrammeAsItIs(row, filed), programme: undefined })',
  ),
  earlier('laidOut', 'R-13', '(facts) => facts'),
  monthlyReports('missingMonths', 'P-28', '() => []'),
  productionActs('isAssigned', 'P-05', '() => true'),
  opening(
    'newQuestion',
    'R-b3',
    '(round, body, now) => ({ ...newQuestionAsItIs(round, body, now), targetOn: undefined })',
  ),
  programmeGates('originOf', 'R-e1', '() => "create"'),
  programmeGates('g6', 'G6', '() => []'),
  programmeGates('g6', 'R-e1', '() => []'),
  programmeGates('g6', 'R-b10', '() => []'),
  programmeGates('g6', 'R-g1', '() => []'),
  programmeGates('g6', 'R-g3', '() => []'),
  programmeGates('g6', 'R-h1', '() => []'),
  programmeGates('g6', 'R-i1', '() => []'),
  programmeGates('g7', 'G7', '() => []'),
  programmeGates('g7', 'R-11', '() => []'),
  programmeGates('g7', 'P-43', '() => []'),
  programmeGates('g8', 'G8', '() => []'),
  programmeGates('g8', 'R-k2', '() => []'),
  programmeGates('startWhileStopped', 'R-k4', '() => false'),
  programme('meetsNewVersion', 'P-44', '() => false'),
  project('heaviestOf', 'P-17', '() => "quality"'),
  project('isOwnManager', 'P-22', '() => false'),
  report('reportOf', 'R-u1', '(_tally, year) => reportOfAsItIs({}, year)'),
  proposal('proposed', 'R-k4', '() => ({})'),
  proposal('stopBeforeCouncil', 'R-k4', '() => ({})'),
  review('tooLateForLists', 'R-12', '() => false'),
  rounds('areApproved', 'G6', '() => true'),
  rounds('areApproved', 'G6', '() => false'),
  rounds('positionsOf', 'R-c1', '() => []'),
  rounds('isReferred', 'R-c1', '() => false'),
  similar('likelySimilar', 'R-a9', '() => []'),
  similar('likelySimilar', 'R-b4', '() => []'),
  submit('newCase', 'R-a5', '(nomination, filed) => ({ ...newCaseAsItIs(nomination, filed), head: {} })'),
  submit(
    'newCase',
    'R-a3',
    '(nomination, filed) => ({ ...newCaseAsItIs(nomination, filed), questions: [] })',
  ),
  submit('newCase', 'R-a4', '(nomination, filed) => ({ ...newCaseAsItIs(nomination, filed), mailings: [] })'),
  submit('isForChildren', 'R-a13', '() => false'),
  submit('anchoringOf', 'R-a3', '() => "stated"'),
  successor('moveToSuccessor', 'R-c1', '() => undefined'),
  tally('tallyOf', 'R-u1', '() => ({})'),
  target('targetDate', 'R-b3', '(from) => from'),
];
