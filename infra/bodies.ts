import { Validations } from 'aws-cdk-lib';
import { type HttpApi, HttpMethod, type IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { RoutineFunction } from './function.ts';
import type { RecordsStack } from './records.ts';
import type { StageSettings } from './stages.ts';

export interface BodiesProps {
  readonly settings: StageSettings;
  readonly records: RecordsStack;
  readonly api: HttpApi;
  /** Checks bearer tokens. */
  readonly authorizer: IHttpRouteAuthorizer;
}

const READ = [HttpMethod.GET, HttpMethod.HEAD];
const READ_AND_SEND = [...READ, HttpMethod.POST];

/** For whoever holds a token with the scope `admin`. */
const API = { '/api/bodies': [HttpMethod.GET], '/api/bodies/{id}': [HttpMethod.GET, HttpMethod.PUT] };

/** For whoever is logged in at the desk. */
const PAGES = {
  '/desk/bodies': READ,
  '/desk/bodies/new': READ_AND_SEND,
  '/desk/bodies/{id}': READ_AND_SEND,
};

/** `bodies`: the register of those whom the routine asks, as an API and as pages of the desk. */
export class Bodies extends Construct {
  constructor(scope: Construct, id: string, { settings, records, api, authorizer }: BodiesProps) {
    super(scope, id);
    const bodies = new RoutineFunction(this, 'Function', {
      name: 'bodies',
      purpose: 'Shows and changes the register of councils, PPR and the office',
      environment: {
        TABLE_NAME: records.table.tableName,
        PATIENCE_MINUTES: String(settings.patience.toMinutes()),
      },
    });
    records.grantTable(
      bodies.lambda,
      'dynamodb:GetItem',
      'dynamodb:Query',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:ConditionCheckItem',
    );
    records.grantLookAgainIndex(bodies.lambda);
    const integration = new HttpLambdaIntegration('Integration', bodies.lambda);
    for (const [path, methods] of Object.entries(API))
      api.addRoutes({ path, methods, integration, authorizer, authorizationScopes: ['admin'] });
    for (const [path, methods] of Object.entries(PAGES))
      for (const route of api.addRoutes({ path, methods, integration })) {
        Validations.of(route).acknowledge({
          id: 'AwsSolutions-APIG4',
          reason: 'Whoever is not logged in gets nowhere but to the login; the function checks the session.',
        });
      }
  }
}
