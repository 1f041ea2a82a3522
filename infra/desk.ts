import { Validations } from 'aws-cdk-lib';
import { type HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { RoutineFunction } from './function.ts';
import type { RecordsStack } from './records.ts';
import type { StageSettings } from './stages.ts';

export interface DeskProps {
  readonly settings: StageSettings;
  readonly records: RecordsStack;
  readonly api: HttpApi;
  /** The address that all our paths begin with. */
  readonly baseUrl: string;
}

const READ = [HttpMethod.GET, HttpMethod.HEAD];

/** A login is no page: there is nothing to see of it without beginning it. */
const ROUTES: Readonly<Record<string, HttpMethod[]>> = {
  '/desk': READ,
  '/desk/login': [HttpMethod.GET],
  '/desk/callback': [HttpMethod.GET],
  '/desk/logout': [...READ, HttpMethod.POST],
  '/desk/people': [...READ, HttpMethod.POST],
  '/desk/disclosures': READ,
};

/** `desk`: the office's login, its list of cases, and whom it lets in. */
export class Desk extends Construct {
  constructor(scope: Construct, id: string, { settings, records, api, baseUrl }: DeskProps) {
    super(scope, id);
    const { issuer, clientId, firstOfficers } = settings.desk;
    const desk = new RoutineFunction(this, 'Function', {
      name: 'desk',
      purpose: 'Logs the office in, lists its cases, and keeps whom it lets in',
      environment: {
        TABLE_NAME: records.table.tableName,
        BASE_URL: baseUrl,
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
    const integration = new HttpLambdaIntegration('Integration', desk.lambda);
    for (const [path, methods] of Object.entries(ROUTES))
      for (const route of api.addRoutes({ path, methods, integration })) {
        Validations.of(route).acknowledge({
          id: 'AwsSolutions-APIG4',
          reason: 'Whoever is not logged in gets nowhere but to the login; the function checks the session.',
        });
      }
  }
}
