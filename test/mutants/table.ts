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

const _answer = inFile('answer');
const judgement = inFile('judgement');
const _refusals = inFile('refusals');
const councils = inFile('councils');
const expiry = inFile('expiry');
const gates = inFile('gates');
const opening = inFile('opening');
const rounds = inFile('rounds');
const similar = inFile('similar');
const submit = inFile('submit');
const successor = inFile('successor');
const target = inFile('target');

/** Every exported function of the rules' room whose docstring names a rule; a test fails when one is missing. */
export const MUTANTS: readonly Mutant[] = [
  judgement('refersToPpr', 'R-c3', '() => false'),
  judgement('refersToPpr', 'R-c4', '() => false'),
  judgement('refersToPpr', 'R-c3', '() => true'),
  judgement('deviates', 'R-e2', '() => false'),
  judgement('deviates', 'R-e3', '() => false'),
  judgement('councilsDisagree', 'R-e2', '() => false'),
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
  opening(
    'newQuestion',
    'R-b3',
    '(round, body, now) => ({ ...newQuestionAsItIs(round, body, now), targetOn: undefined })',
  ),
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
  submit('anchoringOf', 'R-a3', '() => "stated"'),
  successor('moveToSuccessor', 'R-c1', '() => undefined'),
  target('targetDate', 'R-b3', '(from) => from'),
];
