import { Duration } from 'aws-cdk-lib';
import { Errors, IntegrationPattern, TaskInput, Timeout } from 'aws-cdk-lib/aws-stepfunctions';
import { SqsSendMessage } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { PAYLOAD_SCHEMA } from '../shared/routine/payload.ts';
import type { Question } from '../shared/routine/question.ts';
import type { MachineProps } from './machine.ts';

/**
 * Every human step: a message on the step queue, and then waiting until its task token comes back with the
 * outcome. The state counts how many times the phase has asked this step, so that a restarted phase asks for the
 * same rounds in the same order.
 */
export const ask = (
  scope: Construct,
  question: Question,
  { queue, deadline }: MachineProps,
): SqsSendMessage => {
  const { step, letter, stateName } = question;
  const nth = `($exists($states.input.asked.${step}) ? $states.input.asked.${step} : 0) + 1`;
  const state = SqsSendMessage.jsonata(scope, `${letter}) ${stateName}`, {
    queue,
    integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    taskTimeout: Timeout.duration(deadline),
    messageBody: TaskInput.fromObject({
      schema: PAYLOAD_SCHEMA,
      kind: 'ask',
      caseId: '{% $states.input.caseId %}',
      phase: '{% $states.input.phase %}',
      attempt: '{% $states.input.attempt %}',
      step,
      nth: `{% ${nth} %}`,
      taskToken: '{% $states.context.Task.Token %}',
    }),
    outputs: `{% $merge([$states.input, { "asked": $merge([$states.input.asked, { "${step}": ${nth} }]), "outcome": $states.result.outcome }]) %}`,
  });
  // The queue can refuse for a while. A waiting task that timed out is not asked again here: the phase is restarted.
  state.addRetry({
    errors: [Errors.TASKS_FAILED],
    interval: Duration.seconds(2),
    backoffRate: 2,
    maxAttempts: 6,
  });
  return state;
};
