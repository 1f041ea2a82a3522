import { readFileSync } from 'node:fs';
import aslValidator from 'asl-validator';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, it } from 'vitest';
import { nominera } from '../../infra/nominera.ts';
import { MACHINE_STEPS, PHASES } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';

const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));

/** The app of a stage, without the bundles: what the functions hold is tested where they run. */
const synthesised = (stage: string) => {
  const app = new App({ context: { ...context, stage, 'aws:cdk:bundling-stacks': [] } });
  const { records, routine } = nominera(app);
  app.synth();
  return { records: Template.fromStack(records), routine: Template.fromStack(routine) };
};

type Resources = Readonly<Record<string, { readonly Properties: Readonly<Record<string, unknown>> }>>;

/** A template's text with every reference replaced by a word, so that a state machine can be read as JSON. */
const literal = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const { 'Fn::Join': join } = value as { 'Fn::Join'?: [string, unknown[]] };
  const { Ref } = value as { Ref?: string };
  if (Ref === 'AWS::Partition') return 'aws';
  return join === undefined ? 'reference' : join[1].map(literal).join(join[0]);
};

const stages = { local: synthesised('local'), prod: synthesised('prod') };

describe.each(Object.entries(stages))('the %s stage', (_name, { records, routine }) => {
  const resources = (type: string): Resources => routine.findResources(type) as Resources;

  it("passes cdk-nag's AwsSolutions, or synthesis would have thrown", () => {
    expect(Object.keys(resources('AWS::Lambda::Function'))).toHaveLength(10);
  });

  it('gives every function a role of its own, without managed policies', () => {
    const roles = Object.values(resources('AWS::Lambda::Function')).map((it) =>
      JSON.stringify(it.Properties.Role),
    );
    expect(new Set(roles).size).toBe(roles.length);
    for (const role of Object.values(resources('AWS::IAM::Role'))) {
      expect(role.Properties).not.toHaveProperty('ManagedPolicyArns');
    }
  });

  it('allows a wildcard resource for tracing and log delivery only', () => {
    const statements = Object.values(resources('AWS::IAM::Policy')).flatMap(
      ({ Properties }) =>
        (Properties.PolicyDocument as { Statement: { Action: string | string[]; Resource: unknown }[] })
          .Statement,
    );
    const unbound = statements.filter(({ Resource }) => Resource === '*').flatMap(({ Action }) => Action);
    expect(unbound.filter((action) => !/^(xray|logs):/.test(action))).toEqual([]);
  });

  it('keeps the record: deletion-protected, encrypted with our key, restorable, retained', () => {
    records.hasResource('AWS::DynamoDB::GlobalTable', {
      DeletionPolicy: 'Retain',
      Properties: Match.objectLike({
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        Replicas: [
          Match.objectLike({
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: Match.objectLike({ PointInTimeRecoveryEnabled: true }),
          }),
        ],
      }),
    });
  });

  it('lets Step Functions use the key of the encrypted step queue', () => {
    routine.hasResourceProperties('AWS::IAM::Policy', {
      Roles: [Match.objectLike({ Ref: Match.stringLikeRegexp('NominationRole') })],
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Action: 'sqs:SendMessage' }),
          Match.objectLike({ Action: ['kms:Decrypt', 'kms:GenerateDataKey*'] }),
        ]),
      },
    });
  });

  it('keeps execution data, which holds task tokens, out of the logs', () => {
    routine.hasResourceProperties('AWS::StepFunctions::StateMachine', {
      LoggingConfiguration: Match.objectLike({ Level: 'ALL', IncludeExecutionData: false }),
      TracingConfiguration: { Enabled: true },
    });
  });

  it('logs the route of a request and never its path', () => {
    const [stage] = Object.values(resources('AWS::ApiGatewayV2::Stage'));
    const format = JSON.stringify(stage?.Properties.AccessLogSettings);
    expect(format).toContain('$context.routeKey');
    expect(format).not.toMatch(/\$context\.path|requestUri|resourcePath/);
  });

  it('opens no route to everyone but the pages, and asks for a scope at each of the API', () => {
    const routes = Object.values(resources('AWS::ApiGatewayV2::Route')).map(({ Properties }) => Properties);
    const open = routes.filter(({ AuthorizationType }) => AuthorizationType !== 'JWT');
    const paths = new Set(open.map(({ RouteKey }) => String(RouteKey).split(' ')[1]));
    expect([...paths].sort()).toEqual([
      '/',
      '/a/{secret}',
      '/accessibility',
      '/c/{secret}',
      '/desk',
      '/desk/bodies',
      '/desk/bodies/new',
      '/desk/bodies/{id}',
      '/desk/callback',
      '/desk/calls',
      '/desk/cases/{number}',
      '/desk/cases/{number}/disclosure',
      '/desk/cases/{number}/export.json',
      '/desk/cases/{number}/print',
      '/desk/disclosures',
      '/desk/drafts/{id}',
      '/desk/login',
      '/desk/logout',
      '/desk/people',
      '/glossary',
      '/m/{secret}',
      '/n/{secret}',
      '/nominate',
      '/openapi.json',
      '/privacy',
      '/programmes',
      '/programmes/{id}',
      '/programmes/{id}/interest',
      '/r/{secret}',
      '/reports',
      '/reports/{year}',
    ]);
    const scopes = routes.map(({ RouteKey, AuthorizationScopes }) => [String(RouteKey), AuthorizationScopes]);
    expect(Object.fromEntries(scopes)).toMatchObject({
      'GET /api/programmes': ['nominations.read'],
      'GET /api/programmes/{id}': ['nominations.read'],
      'POST /api/programmes/{id}/inactivation-proposals': ['nominations.write'],
      'GET /api/reports/{year}': ['nominations.read'],
    });
    expect(scopes.filter(([route, of]) => String(route).includes(' /api/') && of === undefined)).toEqual([]);
  });

  it('lets a message be seen again only after six times the function’s limit', () => {
    const [ask] = Object.values(resources('AWS::Lambda::Function')).filter((it) =>
      String(it.Properties.Description).startsWith('Opens'),
    );
    routine.hasResourceProperties('AWS::SQS::Queue', {
      VisibilityTimeout: 6 * Number(ask?.Properties.Timeout),
      RedrivePolicy: Match.objectLike({ maxReceiveCount: 5 }),
    });
  });

  it('bounds the stream’s retries and keeps what could not be taken', () => {
    routine.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 5,
      MaximumRecordAgeInSeconds: 21_600,
      DestinationConfig: { OnFailure: Match.anyValue() },
    });
  });

  it('waits for people at most as long as an execution may live', () => {
    const asks = machines().flatMap(({ States }) =>
      Object.values(States as Record<string, { Type: string; TimeoutSeconds?: number }>).filter(
        ({ Type }) => Type === 'Task',
      ),
    );
    expect(asks.map(({ TimeoutSeconds }) => TimeoutSeconds)).toEqual(Array(11).fill(300 * 24 * 3600));
  });

  const machines = () =>
    Object.values(resources('AWS::StepFunctions::StateMachine')).map((machine) =>
      JSON.parse(literal(machine.Properties.DefinitionString)),
    );

  it('has a valid machine for each phase, whose waiting states carry the routine’s letters and words', () => {
    expect(machines()).toHaveLength(PHASES.length);
    for (const definition of machines()) expect(aslValidator(definition).errors ?? []).toEqual([]);
    const states = machines().flatMap(({ States }) => Object.keys(States));
    // g, h and i are asked together, in one state.
    expect(states).toContain('g–i) Produktion, granskning och test');
    const alone = MACHINE_STEPS.filter(
      (step) => !['productionChecklist', 'contentReview', 'test'].includes(step),
    );
    for (const { letter, stateName } of alone.map((step) => QUESTIONS[step]))
      expect(states).toContain(`${letter}) ${stateName}`);
  });
});

describe('prod', () => {
  const prod = (change: Record<string, unknown>) =>
    new App({
      context: {
        ...context,
        stage: 'prod',
        prod: { ...context.prod, ...change },
        'aws:cdk:bundling-stacks': [],
      },
    });

  it.each(['issuer', 'domain', 'certificateArn', 'mailDomain', 'desk', 'operator'])(
    'cannot be made without being told its %s',
    (name) => {
      expect(() => nominera(prod({ [name]: undefined }))).toThrow(name);
    },
  );

  it('makes links of at most 120 characters, on a domain of our own', () => {
    const { domain } = context.prod;
    expect(JSON.stringify(stages.prod.routine.findOutputs('BaseUrl'))).toContain(`https://${domain}`);
    const link = `https://${'x'.repeat(60)}/a/${'s'.repeat(43)}`;
    expect(link.length).toBeLessThanOrEqual(120);
    expect(() => nominera(prod({ domain: 'x'.repeat(61) }))).toThrow('domain');
  });

  it('keeps what `mend` could not take', () => {
    stages.prod.routine.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    });
  });
});

it('an unanswered finding fails the synthesis', () => {
  const app = new App({ context: { ...context, stage: 'local', 'aws:cdk:bundling-stacks': [] } });
  const { routine } = nominera(app);
  new Queue(routine, 'WithoutDeadLetters');
  expect(() => app.synth()).toThrow(/WithoutDeadLetters[\s\S]*AwsSolutions-SQS3/);
});
