import { Validations } from 'aws-cdk-lib';
import { type HttpApi, HttpMethod, type IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { RoutineFunction } from './function.ts';
import type { RecordsStack } from './records.ts';
import type { StageSettings } from './stages.ts';

export interface FollowProps {
  readonly settings: StageSettings;
  readonly records: RecordsStack;
  readonly api: HttpApi;
  /** Checks bearer tokens. */
  readonly authorizer: IHttpRouteAuthorizer;
}

const READ = [HttpMethod.GET, HttpMethod.HEAD];

/** Open to anyone, but for the link to a year's report, which opens by its secret. */
const PAGES: Readonly<Record<string, HttpMethod[]>> = {
  '/programmes': READ,
  '/programmes/{id}': READ,
  '/programmes/{id}/interest': [...READ, HttpMethod.POST],
  '/reports': READ,
  '/reports/{year}': READ,
  '/r/{secret}': [...READ, HttpMethod.POST],
  '/openapi.json': READ,
  '/glossary': READ,
  '/accessibility': READ,
  '/privacy': READ,
};

/** For whoever holds a token with the scope. */
const API = [
  { path: '/api/nominations', method: HttpMethod.GET, scope: 'nominations.read' },
  { path: '/api/nominations/{id}', method: HttpMethod.GET, scope: 'nominations.read' },
  { path: '/api/nominations/{id}/events', method: HttpMethod.GET, scope: 'nominations.read' },
  { path: '/api/nominations/{id}/withdrawal', method: HttpMethod.POST, scope: 'nominations.write' },
  { path: '/api/programmes', method: HttpMethod.GET, scope: 'nominations.read' },
  { path: '/api/programmes/{id}', method: HttpMethod.GET, scope: 'nominations.read' },
  {
    path: '/api/programmes/{id}/inactivation-proposals',
    method: HttpMethod.POST,
    scope: 'nominations.write',
  },
  { path: '/api/reports/{year}', method: HttpMethod.GET, scope: 'nominations.read' },
];

/** `follow`: what has become of nominations, for everyone in the region and for other programs. */
export class Follow extends Construct {
  constructor(scope: Construct, id: string, { settings, records, api, authorizer }: FollowProps) {
    super(scope, id);
    const follow = new RoutineFunction(this, 'Function', {
      name: 'follow',
      purpose: 'The open pages, the yearly report, and the API of nominations and programmes',
      environment: {
        TABLE_NAME: records.table.tableName,
        PATIENCE_MINUTES: String(settings.patience.toMinutes()),
        ISSUER: settings.issuer,
      },
    });
    records.grantTable(
      follow.lambda,
      'dynamodb:GetItem',
      'dynamodb:BatchGetItem',
      'dynamodb:Query',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
    );
    const integration = new HttpLambdaIntegration('Integration', follow.lambda);
    for (const [path, methods] of Object.entries(PAGES))
      for (const route of api.addRoutes({ path, methods, integration })) {
        Validations.of(route).acknowledge({
          id: 'AwsSolutions-APIG4',
          reason:
            'Everyone in the region may read these pages; a report’s link holds a secret, which the function checks.',
        });
      }
    for (const { path, method, scope } of API)
      api.addRoutes({ path, methods: [method], integration, authorizer, authorizationScopes: [scope] });
  }
}
