import { Duration, Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { RoutineFunction } from './function.ts';

/** A message is tried this often before it is put with the dead letters. */
const MOST_RECEIVES = 5;

/** Task tokens travel in messages to a step, so those queues are encrypted with our own key. */
export class Queues extends Construct {
  readonly steps: Queue;
  readonly deadSteps: Queue;
  /** Which stream records and events no function could take; ids only, so AWS's own services need no key for it. */
  readonly deadEvents: Queue;

  constructor(scope: Construct, id: string, { key }: { readonly key: IKey }) {
    super(scope, id);
    const secret = { encryption: QueueEncryption.KMS, encryptionMasterKey: key, enforceSSL: true };
    this.deadSteps = new Queue(this, 'DeadSteps', { ...secret, retentionPeriod: Duration.days(14) });
    this.deadEvents = new Queue(this, 'DeadEvents', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.deadEvents).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is itself where the stream, the schedule and the event rule put what nobody could take.',
    });
    this.steps = new Queue(this, 'Steps', {
      ...secret,
      retentionPeriod: Duration.days(4),
      // Six times the function's own limit, so that a message is not seen again while it is worked on.
      visibilityTimeout: Duration.seconds(6 * RoutineFunction.timeout.toSeconds()),
      deadLetterQueue: { queue: this.deadSteps, maxReceiveCount: MOST_RECEIVES },
    });
  }
}
