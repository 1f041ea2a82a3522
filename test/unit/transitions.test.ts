import { expect, it } from 'vitest';
import { type Definition, edgesOf, edgesTaken } from '../../local/transitions.ts';

const MACHINE: Definition = {
  StartAt: 'Ask',
  States: {
    Ask: { Type: 'Task', Next: 'Which?', Retry: [{}], Catch: [{ ErrorEquals: ['Late'], Next: 'Failed' }] },
    'Which?': {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.outcome in ["yes","perhaps"] %}', Next: 'Done' }],
      Default: 'Failed',
    },
    Done: { Type: 'Pass', End: true },
    Failed: { Type: 'Fail' },
  },
};

const ALL = [
  { from: '(start)', to: 'Ask' },
  { from: 'Ask', to: 'Which?' },
  { from: 'Ask', to: 'Failed', by: 'Late' },
  { from: 'Ask', to: 'Ask', by: 'retry' },
  { from: 'Which?', to: 'Done', by: 'yes' },
  { from: 'Which?', to: 'Done', by: 'perhaps' },
  { from: 'Which?', to: 'Failed', by: 'otherwise' },
  { from: 'Done', to: '(end)' },
];

it('a machine has a transition for each next state, outcome, default, caught error and retry', () => {
  const edges = edgesOf(MACHINE);
  expect(edges).toHaveLength(ALL.length);
  expect(edges).toEqual(expect.arrayContaining(ALL));
});

const entered = (name: string, outcome?: string) => ({
  type: 'StateEntered',
  stateEnteredEventDetails: { name, input: JSON.stringify({ outcome }) },
});

const taken = (...events: Parameters<typeof edgesTaken>[1]) =>
  edgesTaken(edgesOf(MACHINE), events).map(({ from, to, by }) => `${from} → ${to}${by ? ` ${by}` : ''}`);

it('an execution took the branch of its outcome, and no other to the same state', () => {
  expect(
    taken(entered('Ask'), entered('Which?', 'perhaps'), entered('Done'), { type: 'ExecutionSucceeded' }),
  ).toEqual(['(start) → Ask', 'Ask → Which?', 'Which? → Done perhaps', 'Done → (end)']);
});

it('an outcome that no branch names took the default', () => {
  expect(taken(entered('Which?', 'surprise'), entered('Failed')).at(-1)).toBe('Which? → Failed otherwise');
});

it('a task that was scheduled twice in one visit was tried again, and one visited twice was not', () => {
  const scheduled = { type: 'TaskScheduled' };
  expect(taken(entered('Ask'), scheduled, scheduled).at(-1)).toBe('Ask → Ask retry');
  expect(taken(entered('Ask'), scheduled, entered('Which?'), entered('Ask'), scheduled)).not.toContain(
    'Ask → Ask retry',
  );
});
