import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BEHIND_FUNCTION_URL, STAGES, templatesOf } from '../../local/templates.ts';

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

const resourcesIn = (folder: string, type: string): readonly Resource[] =>
  globSync(`${folder}/**/*.template.json`)
    .flatMap((path) =>
      Object.values(JSON.parse(readFileSync(path, 'utf8')).Resources as Record<string, Resource>),
    )
    .filter(({ Type }) => Type === type);

const outputsIn = (folder: string): readonly string[] =>
  globSync(`${folder}/**/*.template.json`).flatMap((path) =>
    Object.keys(JSON.parse(readFileSync(path, 'utf8')).Outputs ?? {}),
  );

const made = {
  local: templatesOf('test-local', STAGES.local),
  prod: templatesOf('test-prod', STAGES.prod),
};

it.each(Object.entries(made))('the %s stage synthesises without a warning', (_name, { warnings }) => {
  expect(warnings).toEqual([]);
});

describe('behind a function’s URL', () => {
  const { folder, warnings } = templatesOf('test-function-url', BEHIND_FUNCTION_URL);
  const environments = resourcesIn(folder, 'AWS::Lambda::Function').map(
    ({ Properties }) => (Properties.Environment as { Variables: Record<string, string> }).Variables,
  );
  const front = environments.find(({ ROUTES }) => ROUTES !== undefined);

  it('there is no HTTP API, one URL, and no warning', () => {
    expect(warnings).toEqual([]);
    expect(resourcesIn(folder, 'AWS::ApiGatewayV2::Route')).toEqual([]);
    expect(resourcesIn(folder, 'AWS::Lambda::Url')).toHaveLength(1);
  });

  it('its function is told every route of the HTTP API', () => {
    const keys = resourcesIn(made.local.folder, 'AWS::ApiGatewayV2::Route').map(
      ({ Properties }) => Properties.RouteKey,
    );
    const told = Object.values(JSON.parse(String(front?.ROUTES)) as Record<string, [string, string][]>)
      .flat()
      .flatMap(([methods, path]) => methods.split(',').map((method) => `${method} ${path}`));
    expect(told.sort()).toEqual(keys.sort());
  });

  // AWS Lambda quotas: 4 KB for all of a function's environment variables.
  it('its environment is no larger than Lambda takes', () => {
    expect(Buffer.byteLength(JSON.stringify(front))).toBeLessThan(4096);
  });
});

it('mails of prod pass SPF and DKIM for our own domain, so that DMARC can refuse those of others', () => {
  const { folder } = made.prod;
  const [identity, ...others] = resourcesIn(folder, 'AWS::SES::EmailIdentity').map((it) => it.Properties);
  expect(others).toEqual([]);
  expect(identity?.MailFromAttributes).toEqual({ MailFromDomain: `bounce.${identity?.EmailIdentity}` });
  expect(outputsIn(folder)).toEqual(
    expect.arrayContaining(['DkimRecord1', 'DkimRecord2', 'DkimRecord3', 'DomainRecord']),
  );
});

it.each([
  ['the HTTP API', {}, '.execute-api.localhost.localstack.cloud:4566'],
  ['a function’s URL', { webFront: 'functionUrl' }, '"Fn::Select":[2,{"Fn::Split":["/"'],
])('in LocalStack, people are led to %s by its name', (_front, more, address) => {
  const { folder } = templatesOf('test-localstack', { stage: 'local', engine: 'localstack', ...more });
  const baseUrls = resourcesIn(folder, 'AWS::Lambda::Function')
    .map(
      ({ Properties }) =>
        (Properties.Environment as { Variables: { BASE_URL?: unknown } }).Variables.BASE_URL,
    )
    .filter((it) => it !== undefined);
  expect(baseUrls.length).toBeGreaterThan(3);
  for (const url of baseUrls) expect(JSON.stringify(url)).toContain(address);
});
