import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Feedback } from './feedback.ts';
import { Machines } from './machines.ts';
import { Mail } from './mail.ts';
import { Mend } from './mend.ts';
import { Queues } from './queues.ts';
import type { RecordsStack } from './records.ts';
import type { StageSettings } from './stages.ts';
import { Sweep } from './sweep.ts';
import { Watching } from './watching.ts';
import { Web } from './web.ts';

export interface RoutineProps extends StackProps {
  readonly settings: StageSettings;
  readonly records: RecordsStack;
}

/** The routine at work: everything here can be taken down and put up again from the record. */
export class RoutineStack extends Stack {
  constructor(scope: Construct, id: string, { settings, records, ...props }: RoutineProps) {
    super(scope, id, props);

    const queues = new Queues(this, 'Queues', { key: records.key });
    const machines = new Machines(this, 'Machines', { settings, records, queues });
    const mail = new Mail(this, 'Mail', { settings });
    const web = new Web(this, 'Web', { settings, records });
    mail.addAsk({ records, queues, baseUrl: web.url });
    new Feedback(this, 'Feedback', { records, queues, mail });
    new Sweep(this, 'Sweep', { records, queues, mail, baseUrl: web.url });
    new Mend(this, 'Mend', { settings, records, queues, machines });
    new Watching(this, 'Watching', { settings, records, queues, machines, web });

    new CfnOutput(this, 'BaseUrl', { value: web.url });
    new CfnOutput(this, 'StateMachineNomination', { value: machines.of.nomination.stateMachineArn });
    new CfnOutput(this, 'StateMachineProduction', { value: machines.of.production.stateMachineArn });
    new CfnOutput(this, 'StateMachineReview', { value: machines.of.review.stateMachineArn });
    new CfnOutput(this, 'StepQueueUrl', { value: queues.steps.queueUrl });
  }
}
