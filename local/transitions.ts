import { existsSync, readFileSync } from 'node:fs';
import { localPath } from './paths.ts';

/** One transition that a state machine's definition allows. */
export interface Edge {
  /** Which machine; absent where only one is looked at. */
  readonly machine?: string;
  readonly from: string;
  readonly to: string;
  /** Of a choice: the outcome, or what the phase was begun for. `otherwise`, `retry`, or the errors that are caught. */
  readonly by?: string;
}

/** A transition, and the first test whose case took it; absent when none did. */
export interface Taken extends Edge {
  readonly test?: string;
}

interface Branch {
  readonly Next: string;
  readonly Condition?: string;
  readonly ErrorEquals?: readonly string[];
}

interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly End?: boolean;
  readonly Choices?: readonly Branch[];
  readonly Default?: string;
  readonly Catch?: readonly Branch[];
  readonly Retry?: readonly unknown[];
}

/** A state machine in Amazon States Language, as far as its order goes. */
export interface Definition {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

const START = '(start)';
const END = '(end)';
const OTHERWISE = 'otherwise';
const RETRY = 'retry';

/** Every transition of a machine; a choice has one for each outcome that its conditions name. */
export const edgesOf = ({ StartAt, States }: Definition): readonly Edge[] => [
  { from: START, to: StartAt },
  ...Object.entries(States).flatMap(([from, state]) => edgesFrom(from, state)),
];

const edgesFrom = (
  from: string,
  { Next, End, Choices = [], Default, Catch = [], Retry }: State,
): readonly Edge[] => [
  ...(Next === undefined ? [] : [{ from, to: Next }]),
  ...(End ? [{ from, to: END }] : []),
  ...Choices.flatMap((it) => outcomesIn(it.Condition).map((by) => ({ from, to: it.Next, by }))),
  ...(Default === undefined ? [] : [{ from, to: Default, by: OTHERWISE }]),
  ...Catch.map((it) => ({ from, to: it.Next, by: (it.ErrorEquals ?? []).join(', ') })),
  ...(Retry === undefined ? [] : [{ from, to: from, by: RETRY }]),
];

/** `{% $states.input.outcome in ["a","b"] %}` names a and b, and so does one on `occasion`; any other condition names itself. */
const outcomesIn = (condition = ''): readonly string[] => {
  const list = /\b(?:outcome|occasion) in (\[[^\]]*\])/u.exec(condition)?.[1];
  return list === undefined ? [condition] : JSON.parse(list);
};

/** An event of an execution's history, as far as its order goes. */
export interface Event {
  readonly type?: string | undefined;
  readonly stateEnteredEventDetails?:
    | { readonly name?: string | undefined; readonly input?: string | undefined }
    | undefined;
}

/** The transitions that an execution took. */
export const edgesTaken = (edges: readonly Edge[], events: readonly Event[]): readonly Edge[] => {
  const taken: (Edge | undefined)[] = [];
  let at = START;
  let outcome = '';
  let scheduled = 0;
  for (const { type, stateEnteredEventDetails: entered } of events) {
    if (entered?.name !== undefined) {
      taken.push(edgeTaken(edges, at, entered.name, outcome));
      at = entered.name;
      outcome = outcomeOf(entered.input);
      scheduled = 0;
    }
    if (type === 'TaskScheduled') scheduled += 1;
    if (type === 'TaskScheduled' && scheduled > 1) taken.push(edgeTaken(edges, at, at, RETRY));
  }
  if (events.at(-1)?.type === 'ExecutionSucceeded') taken.push(edgeTaken(edges, at, END, ''));
  return taken.filter((edge) => edge !== undefined);
};

const edgeTaken = (edges: readonly Edge[], from: string, to: string, by: string): Edge | undefined => {
  const between = edges.filter((edge) => edge.from === from && edge.to === to);
  return (
    between.find((edge) => edge.by === by) ??
    between.find((edge) => edge.by === OTHERWISE || edge.by === undefined)
  );
};

/** What a choice goes by: the outcome of the round before it, and before any round what the phase was begun for. */
const outcomeOf = (input = '{}'): string => {
  const { outcome, occasion = '' } = JSON.parse(input);
  return String(outcome ?? occasion);
};

/** Where a whole run of the engine tests leaves what it took. */
export const transitionsPath = (): string => localPath('test', 'transitions.json');

/** What the engine tests took; empty when they did not come to their end. */
export const readTransitions = (): readonly Taken[] =>
  existsSync(transitionsPath()) ? JSON.parse(readFileSync(transitionsPath(), 'utf8')) : [];

/** The transitions by the state that they leave, each with its test. */
export const transitionsTable = (transitions: readonly Taken[]): string =>
  Object.entries(Object.groupBy(transitions, ({ machine = '', from }) => `${machine}: ${from}`))
    .flatMap(([from, edges = []]) => [from, ...edges.map(line)])
    .join('\n');

const line = ({ to, by, test }: Taken): string =>
  `  ${test === undefined ? '✗' : '✓'} → ${to}${by === undefined ? '' : ` [${by}]`}  ${test ?? 'no test takes it'}`;
