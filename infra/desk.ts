import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import { type Front, openRoutes } from './front.ts';
import { RoutineFunction } from './function.ts';
import type { RecordsStack } from './records.ts';
import type { StageSettings } from './stages.ts';

export interface DeskProps {
  readonly settings: StageSettings;
  readonly records: RecordsStack;
  readonly front: Front;
}

const READ = [HttpMethod.GET, HttpMethod.HEAD];

const ROUTES = openRoutes(
  {
    '/desk': READ,
    // A login is no page: there is nothing to see of it without beginning it.
    '/desk/login': [HttpMethod.GET],
    '/desk/callback': [HttpMethod.GET],
    '/desk/logout': [...READ, HttpMethod.POST],
    '/desk/people': [...READ, HttpMethod.POST],
    '/desk/disclosures': READ,
  },
  'Whoever is not logged in gets nowhere but to the login; the function checks the session.',
);

/** `desk`: the office's login, its list of cases, and whom it lets in. */
export class Desk extends Construct {
  constructor(scope: Construct, id: string, { settings, records, front }: DeskProps) {
    super(scope, id);
    const { issuer, clientId, firstOfficers } = settings.desk;
    const desk = new RoutineFunction(this, 'Function', {
      name: 'desk',
      purpose: 'Logs the office in, lists its cases, and keeps whom it lets in',
      environment: {
        TABLE_NAME: records.table.tableName,
        BASE_URL: front.url,
        DESK_ISSUER: issuer,
        DESK_CLIENT_ID: clientId,
        DESK_CLIENT_SECRET: records.deskClient.secretArn,
        DESK_FIRST_OFFICERS: firstOfficers.join(','),
      },
    });
    records.grantTable(
      desk.lambda,
      'dynamodb:GetItem',
      'dynamodb:BatchGetItem',
      'dynamodb:Query',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      // Sessions that end, logins that are used, and an invitation that has become a person.
      'dynamodb:DeleteItem',
    );
    records.deskClient.grantRead(desk.lambda);
    front.add(desk, 'Integration', ROUTES);
  }
}
