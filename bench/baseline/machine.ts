import type { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  Choice,
  Condition,
  DefinitionBody,
  Errors,
  Fail,
  type IChainable,
  IntegrationPattern,
  type State,
  Succeed,
  TaskInput,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import { BASELINE_STEPS } from './names.ts';

interface ApprovalsProps {
  readonly name: string;
  readonly asks: IFunction;
  /** After so long without an answer the mail is sent again. */
  readonly interval: Duration;
}

/** Reminders after which nobody is expected to answer. */
const MOST_REMINDERS = 300;

/**
 * One callback state for each human step, and its reminder loop: the time-out is the wait, a Choice asks whether to
 * remind, and the reminder is the state again, because only a waiting state has a token to put in the mail. It is the
 * leanest such loop, of two transitions for each reminder; one with Wait and a look-up of its own has four.
 */
export const approvals = (scope: Construct, { name, asks, interval }: ApprovalsProps): DefinitionBody => {
  const own = new Construct(scope, `States-${name}`);
  const rejected = Succeed.jsonata(own, 'Rejected');
  const silent = Fail.jsonata(own, 'Nobody answered', { error: 'NoAnswer' });
  const first = BASELINE_STEPS.toReversed().reduce<IChainable & { readonly startState: State }>(
    (next, step) => approval(own, { step, asks, interval, next, rejected, silent }),
    Succeed.jsonata(own, 'Approved'),
  );
  return DefinitionBody.fromChainable(first);
};

interface ApprovalProps extends Omit<ApprovalsProps, 'name'> {
  readonly step: string;
  readonly next: IChainable;
  readonly rejected: IChainable;
  readonly silent: IChainable;
}

const approval = (
  scope: Construct,
  { step, asks, interval, next, rejected, silent }: ApprovalProps,
): LambdaInvoke => {
  const count = `reminders_${step}`;
  const ask = LambdaInvoke.jsonata(scope, `Ask: ${step}`, {
    lambdaFunction: asks,
    integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    taskTimeout: Timeout.duration(interval),
    payload: TaskInput.fromObject({
      caseId: '{% $states.input.caseId %}',
      step,
      token: '{% $states.context.Task.Token %}',
    }),
    outputs: '{% $merge([$states.input, { "outcome": $states.result.outcome }]) %}',
    retryOnServiceExceptions: false,
  });
  ask.addCatch(
    Choice.jsonata(scope, `Remind: ${step}?`)
      .when(Condition.jsonata(`{% $${count} <= ${MOST_REMINDERS} %}`), ask)
      .otherwise(silent),
    {
      errors: [Errors.TIMEOUT],
      assign: { [count]: `{% $exists($${count}) ? $${count} + 1 : 1 %}` },
      outputs: '{% $states.input %}',
    },
  );
  ask.next(
    Choice.jsonata(scope, `Approved: ${step}?`)
      .when(Condition.jsonata('{% $states.input.outcome = "approve" %}'), next)
      .otherwise(rejected),
  );
  return ask;
};
