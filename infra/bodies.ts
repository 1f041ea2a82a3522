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

/** `bodies`: the register of those whom the routine asks, for who holds a token with the scope `admin`. */
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
    const routes = { '/api/bodies': [HttpMethod.GET], '/api/bodies/{id}': [HttpMethod.GET, HttpMethod.PUT] };
    const integration = new HttpLambdaIntegration('Integration', bodies.lambda);
    for (const [path, methods] of Object.entries(routes)) {
      api.addRoutes({ path, methods, integration, authorizer, authorizationScopes: ['admin'] });
    }
  }
}
