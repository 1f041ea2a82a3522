import { readFileSync } from 'node:fs';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { Desk } from '../../infra/desk.ts';
import { HttpFront } from '../../infra/http-front.ts';
import { RecordsStack } from '../../infra/records.ts';
import { stageSettings } from '../../infra/stages.ts';

const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));

const made = (stage: string) => {
  const app = new App({ context: { ...context, stage, 'aws:cdk:bundling-stacks': [] } });
  const settings = stageSettings(stage, (key) => app.node.tryGetContext(key));
  const env = { region: settings.region };
  const records = new RecordsStack(app, 'records', { settings, env });
  const stack = new Stack(app, 'routine', { env });
  const front = new HttpFront(stack, settings);
  new Desk(stack, 'Desk', { settings, records, front });
  return { records: Template.fromStack(records), desk: Template.fromStack(stack) };
};

const { records, desk } = made('prod');

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

describe('the function of the desk', () => {
  const statements = Object.values(desk.findResources('AWS::IAM::Policy')).flatMap(
    ({ Properties }) => Properties.PolicyDocument.Statement as readonly Statement[],
  );
  const actionsOf = (service: string): readonly string[] =>
    statements.flatMap(({ Action }) => Action).filter((action) => action.startsWith(`${service}:`));

  it('may do just what it needs to the table, and nothing to its index', () => {
    expect([...actionsOf('dynamodb')].sort()).toEqual([
      ...['dynamodb:BatchGetItem', 'dynamodb:DeleteItem', 'dynamodb:GetItem'],
      ...['dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
    ]);
    expect(JSON.stringify(statements)).not.toContain('/index/');
  });

  it('reads one secret, its own, and writes none', () => {
    const ofSecrets = statements.filter(({ Action }) => JSON.stringify(Action).includes('secretsmanager:'));
    expect(ofSecrets).toHaveLength(1);
    expect(JSON.stringify(ofSecrets)).toContain('DeskClient');
    expect([...actionsOf('secretsmanager')].sort()).toEqual([
      ...['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
    ]);
  });

  it('sends nothing, starts nothing, and has no wildcard but for tracing', () => {
    const services = new Set(statements.flatMap(({ Action }) => Action).map((it) => it.split(':')[0]));
    expect([...services].sort()).toEqual(['dynamodb', 'kms', 'logs', 'secretsmanager', 'xray']);
    const unbound = statements.filter(({ Resource }) => Resource === '*').flatMap(({ Action }) => Action);
    expect(unbound.filter((action) => !action.startsWith('xray:'))).toEqual([]);
  });

  it('is told where people log in, and never the secret that goes with it', () => {
    const [lambda] = Object.values(desk.findResources('AWS::Lambda::Function'));
    const Variables = lambda?.Properties.Environment.Variables;
    expect(Variables).toMatchObject({
      DESK_ISSUER: context.prod.desk.issuer,
      DESK_CLIENT_ID: context.prod.desk.clientId,
      DESK_FIRST_OFFICERS: context.prod.desk.firstOfficers.join(','),
    });
    expect(JSON.stringify(Variables.DESK_CLIENT_SECRET)).toMatch(/Ref|GetAtt|arn:/);
    expect(JSON.stringify(desk.toJSON())).not.toMatch(/SecretString|resolve:secretsmanager/);
  });

  it('can begin a login, and end one, only when a page is asked for', () => {
    const routes = Object.values(desk.findResources('AWS::ApiGatewayV2::Route')).map(({ Properties }) =>
      String(Properties.RouteKey),
    );
    expect(routes.filter((it) => /login|callback/.test(it)).sort()).toEqual([
      'GET /desk/callback',
      'GET /desk/login',
    ]);
    expect(routes.filter((it) => it.startsWith('POST')).sort()).toEqual([
      'POST /desk/logout',
      'POST /desk/people',
    ]);
  });
});

it('the secret outlives the stacks', () => {
  const secrets = Object.entries(records.findResources('AWS::SecretsManager::Secret'));
  const [, ours] = secrets.find(([id]) => id.startsWith('DeskClient')) ?? [];
  expect(ours?.DeletionPolicy).toBe('Retain');
});

describe('the settings of prod', () => {
  const told = (desk: Record<string, unknown>) => () =>
    stageSettings('prod', () => ({ ...context.prod, desk: { ...context.prod.desk, ...desk } }));

  it('name where people log in, over TLS, and somebody who can let others in', () => {
    expect(told({})).not.toThrow();
    expect(told({ issuer: 'http://issuer.invalid' })).toThrow('issuer');
    expect(told({ clientId: undefined })).toThrow('clientId');
    expect(told({ firstOfficers: [] })).toThrow('firstOfficers');
    expect(told({ firstOfficers: ['a,b'] })).toThrow('firstOfficers');
  });
});
