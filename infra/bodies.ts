import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import { type Front, openRoutes, type Route } from './front.ts';
import { RoutineFunction } from './function.ts';
import type { RecordsStack } from './records.ts';
import type { StageSettings } from './stages.ts';

export interface BodiesProps {
  readonly settings: StageSettings;
  readonly records: RecordsStack;
  readonly front: Front;
}

const READ = [HttpMethod.GET, HttpMethod.HEAD];
const READ_AND_SEND = [...READ, HttpMethod.POST];

const ROUTES: readonly Route[] = [
  { path: '/api/bodies', methods: [HttpMethod.GET], opensBy: { scope: 'admin' } },
  { path: '/api/bodies/{id}', methods: [HttpMethod.GET, HttpMethod.PUT], opensBy: { scope: 'admin' } },
  ...openRoutes(
    { '/desk/bodies': READ, '/desk/bodies/new': READ_AND_SEND, '/desk/bodies/{id}': READ_AND_SEND },
    'Whoever is not logged in gets nowhere but to the login; the function checks the session.',
  ),
];

/** `bodies`: the register of those whom the routine asks, as an API and as pages of the desk. */
export class Bodies extends Construct {
  constructor(scope: Construct, id: string, { settings, records, front }: BodiesProps) {
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
    front.add(bodies, 'Integration', ROUTES);
  }
}
