import { CfnOutput, Stack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { DomainName, HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Front, Route } from './front.ts';
import type { RoutineFunction } from './function.ts';
import { logRetention, type StageSettings } from './stages.ts';

/** Requests a second that the API lets through, and in a burst. */
const RATE_LIMIT = 50;
const BURST_LIMIT = 100;

/** An HTTP API: it finds the route, and checks bearer tokens before a function is run. */
export class HttpFront implements Front {
  readonly url: string;
  readonly failures: Metric;
  private readonly api: HttpApi;
  private readonly tokens: HttpJwtAuthorizer;

  constructor(scope: Construct, settings: StageSettings) {
    this.api = new HttpApi(scope, 'Api', { description: 'Nominera', createDefaultStage: false });
    new HttpStage(scope, 'Stage', {
      httpApi: this.api,
      ...(settings.domain && { domainMapping: { domainName: ownDomain(scope, settings.domain) } }),
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: RATE_LIMIT, burstLimit: BURST_LIMIT },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(scope, 'AccessLog', { retention: logRetention(scope) }),
        ),
        // The route and never the path: a path can hold a link's secret.
        format: AccessLogFormat.custom(
          JSON.stringify({
            time: '$context.requestTimeEpoch',
            requestId: '$context.requestId',
            route: '$context.routeKey',
            status: '$context.status',
            latencyMs: '$context.responseLatency',
          }),
        ),
      },
    });
    this.url = settings.publicUrl(this.api.apiId);
    this.failures = this.api.metricServerError({ statistic: 'Sum' });
    this.tokens = new HttpJwtAuthorizer('Tokens', settings.issuer, { jwtAudience: [settings.audience] });
  }

  add(to: RoutineFunction, integrationId: string, routes: readonly Route[]): void {
    const integration = new HttpLambdaIntegration(integrationId, to.lambda);
    for (const { path, methods, opensBy } of routes) {
      const token = 'scope' in opensBy && {
        authorizer: this.tokens,
        authorizationScopes: [opensBy.scope],
      };
      const made = this.api.addRoutes({ path, methods, integration, ...token });
      if ('scope' in opensBy) continue;
      for (const route of made)
        Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason: opensBy.reason });
    }
  }
}

const ownDomain = (
  scope: Construct,
  { name, certificateArn }: NonNullable<StageSettings['domain']>,
): DomainName => {
  const domain = new DomainName(scope, 'Domain', {
    domainName: name,
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', certificateArn),
  });
  new CfnOutput(Stack.of(scope), 'DomainRecord', { value: `${name} CNAME ${domain.regionalDomainName}` });
  return domain;
};
