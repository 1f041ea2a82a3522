import { CfnOutput, type Duration } from 'aws-cdk-lib';
import { Alarm, type Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { metricsOf } from '../shared/runtime/metric-names.ts';
import { alarmProps, type Watch, watches } from './alarms.ts';
import { dashboard } from './dashboard.ts';
import { RoutineFunction } from './function.ts';
import type { Machines } from './machines.ts';
import { operatorTopic } from './operator.ts';
import type { Queues } from './queues.ts';
import type { RecordsStack } from './records.ts';
import type { StageSettings } from './stages.ts';
import type { Web } from './web.ts';

export interface WatchingProps {
  readonly settings: StageSettings;
  readonly records: RecordsStack;
  readonly queues: Queues;
  readonly machines: Machines;
  readonly web: Web;
}

/** What alarms and the dashboard look at. */
export interface Watched {
  /** What our own figures are kept under. */
  readonly stage: string;
  readonly queues: Queues;
  readonly machines: Machines;
  readonly table: TableV2;
  /** Requests that were answered with a fault of ours. */
  readonly failures: Metric;
  /** How often `mend` runs. */
  readonly patience: Duration;
  readonly functions: readonly RoutineFunction[];
  functionNamed(name: string): RoutineFunction;
}

/** The operator's alarms, which lead to the runbook, and the dashboard. Made last: it finds every function there is. */
export class Watching extends Construct {
  constructor(scope: Construct, id: string, props: WatchingProps) {
    super(scope, id);
    const { settings, records } = props;
    const topic = operatorTopic(this, settings, records);
    const watched = whatIsThere(scope, props);
    const alarms = watches(watched).map((watch) => {
      const alarm = new Alarm(this, watch.id, {
        alarmName: `nominera-${settings.name}-${watch.id}`,
        alarmDescription: described(watch, settings.operator.runbook),
        ...alarmProps(watch),
      });
      alarm.addAlarmAction(new SnsAction(topic));
      alarm.addOkAction(new SnsAction(topic));
      return alarm;
    });
    dashboard(this, settings, watched, alarms);
    new CfnOutput(this, 'Alarms', { value: topic.topicArn });
  }
}

/** What is wrong, for people, and what to do about it. */
const described = ({ id, page = id, impact }: Watch, runbook: string): string =>
  `${impact}\nWhat to do: ${runbook}#${page}`;

const whatIsThere = (
  scope: Construct,
  { settings, records, queues, machines, web }: WatchingProps,
): Watched => {
  const functions = scope.node.findAll().filter((it) => it instanceof RoutineFunction);
  return {
    stage: metricsOf(settings.name),
    queues,
    machines,
    table: records.table,
    failures: web.failures,
    patience: settings.patience,
    functions,
    functionNamed: (name) => {
      const found = functions.find((it) => it.name === name);
      if (found === undefined) throw new Error(`There is no function ${name} to watch`);
      return found;
    },
  };
};
