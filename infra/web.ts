import { Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  DomainName,
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { Bodies } from './bodies.ts';
import { Desk } from './desk.ts';
import { Follow } from './follow.ts';
import { RoutineFunction } from './function.ts';
import type { RecordsStack } from './records.ts';
import type { StageSettings } from './stages.ts';

export interface WebProps {
  readonly settings: StageSettings;
  readonly records: RecordsStack;
}

/** Requests a second that the API lets through, and in a burst. */
const RATE_LIMIT = 50;
const BURST_LIMIT = 100;

/** The page of a case for whoever is logged in; what lies under it is of the same case. */
const CASE_AT_DESK = '/desk/cases/{number}';

/** The HTTP API: the JSON API behind bearer tokens, people's pages behind their links, the desk behind its login. */
export class Web extends Construct {
  readonly url: string;
  private readonly api: HttpApi;
  private readonly tokens: HttpJwtAuthorizer;

  constructor(scope: Construct, id: string, { settings, records }: WebProps) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', { description: 'Nominera', createDefaultStage: false });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      ...(settings.domain && { domainMapping: { domainName: this.ownDomain(settings.domain) } }),
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: RATE_LIMIT, burstLimit: BURST_LIMIT },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLog', { retention: RetentionDays.SIX_MONTHS }),
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
    this.tokens = new HttpJwtAuthorizer('Tokens', settings.issuer, { jwtAudience: [settings.audience] });
    this.addNominate(settings, records);
    new Bodies(this, 'Bodies', { settings, records, api: this.api, authorizer: this.tokens });
    new Follow(this, 'Follow', { settings, records, api: this.api, authorizer: this.tokens });
    new Desk(this, 'Desk', { settings, records, api: this.api, baseUrl: this.url });
    this.addAnswer(settings, records);
  }

  private ownDomain({ name, certificateArn }: NonNullable<StageSettings['domain']>): DomainName {
    return new DomainName(this, 'Domain', {
      domainName: name,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
    });
  }

  private addNominate(settings: StageSettings, records: RecordsStack): void {
    const nominate = new RoutineFunction(this, 'Nominate', {
      name: 'nominate',
      purpose: 'The form of a nomination, and the API that takes them and finds what they are similar to',
      environment: {
        TABLE_NAME: records.table.tableName,
        BASE_URL: this.url,
        PATIENCE_MINUTES: String(settings.patience.toMinutes()),
        ...records.files.environment,
      },
    });
    records.files.grantForDrafts(nominate);
    records.grantTable(
      nominate.lambda,
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
    );
    const integration = new HttpLambdaIntegration('NominateIntegration', nominate.lambda);
    for (const path of ['/api/nominations', '/api/nominations/similar']) {
      this.api.addRoutes({
        path,
        methods: [HttpMethod.POST],
        integration,
        authorizer: this.tokens,
        authorizationScopes: ['nominations.write'],
      });
    }
    const methods = [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST];
    for (const path of ['/nominate', '/n/{secret}', '/desk/calls', '/desk/drafts/{id}'])
      for (const route of this.api.addRoutes({ path, methods, integration })) {
        Validations.of(route).acknowledge({
          id: 'AwsSolutions-APIG4',
          reason:
            'The form is open to all; a draft is opened by the secret in its link, and the desk by a session, which the function checks.',
        });
      }
  }

  private addAnswer(settings: StageSettings, records: RecordsStack): void {
    const answer = new RoutineFunction(this, 'Answer', {
      name: 'answer',
      purpose: 'Questions, cases and agendas, behind a link or at the desk, and what is done there',
      environment: {
        TABLE_NAME: records.table.tableName,
        BASE_URL: this.url,
        PATIENCE_MINUTES: String(settings.patience.toMinutes()),
        ...records.files.environment,
      },
    });
    records.files.grantForCases(answer);
    records.grantTable(
      answer.lambda,
      'dynamodb:GetItem',
      'dynamodb:Query',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      // A case that was merged and goes on by itself after all is taken out of the other.
      'dynamodb:DeleteItem',
    );
    records.grantLookAgainIndex(answer.lambda);
    const integration = new HttpLambdaIntegration('AnswerIntegration', answer.lambda);
    const routes = [
      ...['/', `${CASE_AT_DESK}/print`, `${CASE_AT_DESK}/export.json`].flatMap((path) =>
        this.api.addRoutes({ path, methods: [HttpMethod.GET, HttpMethod.HEAD], integration }),
      ),
      ...['/a/{secret}', '/c/{secret}', '/m/{secret}', CASE_AT_DESK, `${CASE_AT_DESK}/disclosure`].flatMap(
        (path) =>
          this.api.addRoutes({
            path,
            methods: [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST],
            integration,
          }),
      ),
    ];
    for (const route of routes) {
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason:
          'The start page is open; the other pages are opened by the secret in their link, or at the desk by a session, which the function checks.',
      });
    }
  }
}
