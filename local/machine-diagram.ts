import { App, Duration, Stack } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { type CfnStateMachine, QueryLanguage, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { DEFINITIONS } from '../infra/machines.ts';
import type { Phase } from '../shared/routine/question.ts';

/** A state machine as Amazon States Language has it, as far as it is drawn. */
interface Definition {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

interface State {
  readonly Type: 'Task' | 'Choice' | 'Succeed' | 'Fail';
  readonly Next?: string;
  readonly Choices?: readonly { readonly Condition: string; readonly Next: string }[];
  readonly Default?: string;
}

/** The definition that a phase's machine is deployed with. */
const definitionOf = (phase: Phase): Definition => {
  const stack = new Stack(new App(), 'drawn');
  const props = { queue: new Queue(stack, 'Queue'), deadline: Duration.days(1) };
  const machine = new StateMachine(stack, 'Machine', {
    queryLanguage: QueryLanguage.JSONATA,
    definitionBody: DEFINITIONS[phase].body(stack, props),
  });
  const { definitionString } = machine.node.defaultChild as CfnStateMachine;
  return JSON.parse(literal(stack.resolve(definitionString)));
};

/** A template's text, with a word in the place of what is known only when it is deployed. */
const literal = (value: string | { readonly 'Fn::Join': [string, unknown[]] }): string =>
  typeof value === 'string'
    ? value
    : value['Fn::Join'][1].map((part) => (typeof part === 'string' ? part : 'reference')).join('');

/** The outcomes that lead along a choice, out of `{% $states.input.outcome in ["a","b"] %}`. */
const outcomesIn = (condition: string): string =>
  [...condition.matchAll(/"([^"]+)"/gu)].map(([, outcome]) => outcome).join(', ');

/** The machine of a phase as a Mermaid state diagram; the outcomes that lead along a line are its words. */
export const machineDiagram = (phase: Phase): string => {
  const { StartAt, States } = definitionOf(phase);
  const names = Object.keys(States);
  const id = (name: string): string => `s${names.indexOf(name)}`;
  const shown = Object.entries(States).filter(([, { Type }]) => Type !== 'Fail');
  const arrows = shown.flatMap(([name, { Type, Next, Choices = [] }]) => [
    ...(Next === undefined ? [] : [`${id(name)} --> ${id(Next)}`]),
    ...Choices.map(({ Condition, Next: to }) => `${id(name)} --> ${id(to)} : ${outcomesIn(Condition)}`),
    ...(Type === 'Succeed' ? [`${id(name)} --> [*]`] : []),
  ]);
  return [
    'stateDiagram-v2',
    ...shown.map(([name]) => `state "${name}" as ${id(name)}`),
    `[*] --> ${id(StartAt)}`,
    ...arrows,
  ].join('\n  ');
};
