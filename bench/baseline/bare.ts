import { Duration } from 'aws-cdk-lib';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import {
  Choice,
  Condition,
  DefinitionBody,
  IntegrationPattern,
  TaskInput,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions';
import { SqsSendMessage } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';

const DEADLINE = Duration.hours(1);

/** Ask, choose, ask: the states that a nomination goes through until its council is asked, with nothing behind them. */
export const bare = (scope: Construct, queue: IQueue): DefinitionBody => {
  const ask = (nth: number) =>
    SqsSendMessage.jsonata(scope, `Bare: ask ${nth}`, {
      queue,
      integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
      taskTimeout: Timeout.duration(DEADLINE),
      messageBody: TaskInput.fromObject({ nth, token: '{% $states.context.Task.Token %}' }),
    });
  const second = ask(2);
  const choice = Choice.jsonata(scope, 'Bare: choose')
    .when(Condition.jsonata('{% $states.input.outcome = "approve" %}'), second)
    .otherwise(second);
  return DefinitionBody.fromChainable(ask(1).next(choice));
};
