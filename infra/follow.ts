import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import { type Front, openRoutes, type Route } from './front.ts';
import { RoutineFunction } from './function.ts';
import type { RecordsStack } from './records.ts';
import type { StageSettings } from './stages.ts';

export interface FollowProps {
  readonly settings: StageSettings;
  readonly records: RecordsStack;
  readonly front: Front;
}

const READ = [HttpMethod.GET, HttpMethod.HEAD];

/** Open to anyone, but for the link to a year's report, which opens by its secret. */
const PAGES = openRoutes(
  {
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
  },
  'Everyone in the region may read these pages; a report’s link holds a secret, which the function checks.',
);

/** For whoever holds a token with the scope that reads, or for what is sent the one that writes. */
const token = (method: HttpMethod, path: string): Route => ({
  path,
  methods: [method],
  opensBy: { scope: method === HttpMethod.GET ? 'nominations.read' : 'nominations.write' },
});

const API: readonly Route[] = [
  ...['', '/{id}', '/{id}/events'].map((path) => token(HttpMethod.GET, `/api/nominations${path}`)),
  token(HttpMethod.POST, '/api/nominations/{id}/withdrawal'),
  token(HttpMethod.GET, '/api/programmes'),
  token(HttpMethod.GET, '/api/programmes/{id}'),
  token(HttpMethod.POST, '/api/programmes/{id}/inactivation-proposals'),
  token(HttpMethod.GET, '/api/reports/{year}'),
];

/** `follow`: what has become of nominations, for everyone in the region and for other programs. */
export class Follow extends Construct {
  constructor(scope: Construct, id: string, { settings, records, front }: FollowProps) {
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
    front.add(follow, 'Integration', [...PAGES, ...API]);
  }
}
