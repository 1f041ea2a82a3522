import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { nominera } from '../../infra/nominera.ts';
import { CONDITIONS } from '../harness/alarm-conditions.ts';
import { type AlarmProperties, isRaised } from '../harness/alarms.ts';

const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));

const templatesOf = (stage: string, change: Record<string, unknown> = {}) => {
  const app = new App({ context: { ...context, stage, 'aws:cdk:bundling-stacks': [], ...change } });
  const { records, routine } = nominera(app);
  app.synth();
  return { records: Template.fromStack(records), routine: Template.fromStack(routine) };
};

const STAGES = { local: templatesOf('local'), prod: templatesOf('prod') };

const alarmsOf = (stage: keyof typeof STAGES): readonly AlarmProperties[] =>
  Object.values(STAGES[stage].routine.findResources('AWS::CloudWatch::Alarm')).map(
    ({ Properties }) => Properties as AlarmProperties,
  );

const idOf = (stage: string, { AlarmName }: AlarmProperties): string =>
  AlarmName.replace(`nominera-${stage}-`, '');

const RUNBOOK = readFileSync('docs/runbook.md', 'utf8');

/** The headings of the runbook as links have them. */
const PAGES = [...RUNBOOK.matchAll(/^## (.+)$/gmu)].map(([, heading]) =>
  String(heading)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-'),
);

/** Pages that no alarm leads to: what an operator does without one. */
const WITHOUT_ALARM = ['how-to-use-this', 'looking-around', 'whom-to-call'];

describe.each(['local', 'prod'] as const)('alarms of the %s stage', (stage) => {
  const alarms = alarmsOf(stage);

  it('are those that the conditions are known of', () => {
    expect(alarms.map((it) => idOf(stage, it)).sort()).toEqual(Object.keys(CONDITIONS).sort());
  });

  it.each(alarms.map((alarm) => [idOf(stage, alarm), alarm] as const))(
    '%s is raised by its condition, and by nothing less',
    (id, alarm) => {
      const condition = CONDITIONS[id];
      if (condition === undefined) throw new Error(`Nothing is known of ${id}`);
      expect(`${alarm.Namespace} ${alarm.MetricName}`).toBe(condition.metric);
      expect(JSON.stringify(alarm.Dimensions ?? [])).toMatch(condition.of);
      expect(isRaised(alarm, condition.raisedBy)).toBe(true);
      for (const points of condition.notBy)
        expect(isRaised(alarm, points), JSON.stringify(points)).toBe(false);
    },
  );

  it('say what people notice, and lead to a page that the runbook has', () => {
    for (const { AlarmDescription } of alarms) {
      const [impact, link] = AlarmDescription.split('\nWhat to do: ');
      expect(impact).toMatch(/^[A-Z].+\.$/u);
      expect(PAGES).toContain(link?.split('#')[1]);
    }
  });

  it('lead to every page there is', () => {
    const led = alarms.map(({ AlarmDescription }) => AlarmDescription.split('#')[1]);
    expect(PAGES.filter((page) => !led.includes(page))).toEqual(WITHOUT_ALARM);
  });

  it('tell the operator when they are raised and when they are over', () => {
    for (const { AlarmActions, OKActions } of alarms)
      for (const actions of [AlarmActions, OKActions])
        expect(actions).toEqual([{ Ref: expect.stringMatching(/^WatchingOperator/u) }]);
  });

  it('look no further back than CloudWatch does', () => {
    for (const { Period, EvaluationPeriods } of alarms)
      expect(Period * EvaluationPeriods).toBeLessThanOrEqual((Period < 3600 ? 1 : 7) * 24 * 3600);
  });

  it('are on the dashboard, each of them, which names no more metrics than are free', () => {
    const [dashboard] = Object.values(STAGES[stage].routine.findResources('AWS::CloudWatch::Dashboard'));
    const body = JSON.stringify(dashboard?.Properties.DashboardBody);
    const ids = Object.keys(STAGES[stage].routine.findResources('AWS::CloudWatch::Alarm'));
    expect(ids.filter((id) => !body.includes(`"${id}"`))).toEqual([]);
    // Three dashboards of up to fifty metrics are free of charge (CloudWatch pricing).
    expect(body.match(/\[\\"(AWS\/\w+|Nominera)\\"/gu)?.length).toBeLessThanOrEqual(50);
  });
});

describe('the runbook', () => {
  const pages = RUNBOOK.split(/^## /mu).slice(1 + WITHOUT_ALARM.length);

  it.each(pages.map((page) => [String(page.split('\n')[0]), page]))(
    '%s: what people notice, how to look, how to mend, whom to call',
    (_heading, page) => {
      for (const part of ['People notice', 'Look', 'Mend', 'Call']) expect(page).toContain(`\n**${part}**`);
    },
  );

  it('says how many alarms there are to pay for', () => {
    expect(RUNBOOK).toContain(`Cost: ${alarmsOf('prod').length} alarms`);
  });

  it('has commands that run here, or need an account, and text', () => {
    const kinds = [...RUNBOOK.matchAll(/^```(.+)$/gmu)].map(([, kind]) => kind);
    expect([...new Set(kinds)].sort()).toEqual(['sh', 'sh account', 'text']);
  });
});

describe('the operator', () => {
  it('gets what is told by mail, at the mailbox that the stage’s settings name', () => {
    STAGES.prod.routine.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: context.prod.operator.mailbox,
    });
  });

  it('has a topic that is encrypted with our key, which alarms of this account may use', () => {
    const [topic] = Object.values(STAGES.prod.routine.findResources('AWS::SNS::Topic'));
    expect(JSON.stringify(topic?.Properties.KmsMasterKeyId)).toContain('Key961B73FD');
    const [key] = Object.values(STAGES.prod.records.findResources('AWS::KMS::Key'));
    expect(key?.Properties.KeyPolicy.Statement).toContainEqual({
      Sid: 'Alarms',
      Effect: 'Allow',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: '*',
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    });
  });

  it('is led to the runbook where the settings say that it is', () => {
    const runbook = 'https://runbook.invalid/nominera';
    const { routine } = templatesOf('prod', {
      prod: { ...context.prod, operator: { ...context.prod.operator, runbook } },
    });
    routine.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: 'nominera-prod-pages-fail',
      AlarmDescription: Match.stringLikeRegexp(`${runbook}#pages-fail$`),
    });
  });
});

it('logs are kept for half a year in prod, and for a week locally', () => {
  const days = (stage: keyof typeof STAGES) => [
    ...new Set(
      Object.values(STAGES[stage].routine.findResources('AWS::Logs::LogGroup')).map(
        ({ Properties }) => Properties.RetentionInDays,
      ),
    ),
  ];
  expect([days('prod'), days('local')]).toEqual([[180], [7]]);
});

it('every function and every machine is traced', () => {
  const functions = Object.values(STAGES.prod.routine.findResources('AWS::Lambda::Function'));
  const machines = Object.values(STAGES.prod.routine.findResources('AWS::StepFunctions::StateMachine'));
  expect(functions.filter(({ Properties }) => Properties.TracingConfig?.Mode !== 'Active')).toEqual([]);
  expect(machines.filter(({ Properties }) => Properties.TracingConfiguration?.Enabled !== true)).toEqual([]);
});
