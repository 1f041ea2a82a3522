import { type App, Stage, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { RecordsStack } from './records.ts';
import { RoutineStack } from './routine.ts';
import { stageName, stageSettings } from './stages.ts';

/** All of Nominera in one app, for the stage that the app's context names. Synthesis fails on any unanswered finding. */
export const nominera = (app: App): { readonly records: RecordsStack; readonly routine: RoutineStack } => {
  const context = (key: string): unknown => app.node.tryGetContext(key);
  const settings = stageSettings(stageName(app), context);
  const env = {
    region: settings.region,
    ...(settings.account !== undefined && { account: settings.account }),
  };
  const stage = new Stage(app, `nominera-${settings.name}`, { env });

  const records = new RecordsStack(stage, 'records', { settings });
  const routine = new RoutineStack(stage, 'routine', { settings, records });

  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { records, routine };
};
