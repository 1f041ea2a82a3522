import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { Bodies } from './bodies.ts';
import { Desk } from './desk.ts';
import { Follow } from './follow.ts';
import { type Front, openRoutes, type Route } from './front.ts';
import { RoutineFunction } from './function.ts';
import { HttpFront } from './http-front.ts';
import type { RecordsStack } from './records.ts';
import type { StageSettings } from './stages.ts';
import { UrlFront } from './url-front.ts';

export interface WebProps {
  readonly settings: StageSettings;
  readonly records: RecordsStack;
}

const READ = [HttpMethod.GET, HttpMethod.HEAD];
const READ_AND_SEND = [...READ, HttpMethod.POST];

/** The page of a case for whoever is logged in; what lies under it is of the same case. */
const CASE_AT_DESK = '/desk/cases/{number}';

const NOMINATE: readonly Route[] = [
  ...['/api/nominations', '/api/nominations/similar'].map((path) => ({
    path,
    methods: [HttpMethod.POST],
    opensBy: { scope: 'nominations.write' },
  })),
  ...openRoutes(
    {
      '/nominate': READ_AND_SEND,
      '/n/{secret}': READ_AND_SEND,
      '/desk/calls': READ_AND_SEND,
      '/desk/drafts/{id}': READ_AND_SEND,
    },
    'The form is open to all; a draft is opened by the secret in its link, and the desk by a session, which the function checks.',
  ),
];

const ANSWER = openRoutes(
  {
    '/': READ,
    [`${CASE_AT_DESK}/print`]: READ,
    [`${CASE_AT_DESK}/export.json`]: READ,
    '/a/{secret}': READ_AND_SEND,
    '/c/{secret}': READ_AND_SEND,
    '/m/{secret}': READ_AND_SEND,
    [CASE_AT_DESK]: READ_AND_SEND,
    [`${CASE_AT_DESK}/disclosure`]: READ_AND_SEND,
  },
  'The start page is open; the other pages are opened by the secret in their link, or at the desk by a session, which the function checks.',
);

/** What the web is: the JSON API behind bearer tokens, people's pages behind their links, the desk behind its login. */
export class Web extends Construct {
  readonly url: string;
  readonly failures: Metric;

  constructor(scope: Construct, id: string, { settings, records }: WebProps) {
    super(scope, id);
    const { functionUrl } = settings;
    const front: Front = functionUrl
      ? new UrlFront(this, { ...settings, functionUrl })
      : new HttpFront(this, settings);
    this.url = front.url;
    this.failures = front.failures;
    front.add(this.nominate(settings, records), 'NominateIntegration', NOMINATE);
    new Bodies(this, 'Bodies', { settings, records, front });
    new Follow(this, 'Follow', { settings, records, front });
    new Desk(this, 'Desk', { settings, records, front });
    front.add(this.answer(settings, records), 'AnswerIntegration', ANSWER);
  }

  private nominate(settings: StageSettings, records: RecordsStack): RoutineFunction {
    const nominate = new RoutineFunction(this, 'Nominate', {
      name: 'nominate',
      purpose: 'The form of a nomination, and the API that takes them and finds what they are similar to',
      environment: this.environment(settings, records),
    });
    records.files.grantForDrafts(nominate);
    records.grantTable(
      nominate.lambda,
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
    );
    return nominate;
  }

  private answer(settings: StageSettings, records: RecordsStack): RoutineFunction {
    const answer = new RoutineFunction(this, 'Answer', {
      name: 'answer',
      purpose: 'Questions, cases and agendas, behind a link or at the desk, and what is done there',
      environment: this.environment(settings, records),
    });
    records.files.grantForCases(answer);
    records.files.grantRemoval(answer);
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
    return answer;
  }

  private environment({ patience }: StageSettings, { table, files }: RecordsStack) {
    return {
      TABLE_NAME: table.tableName,
      BASE_URL: this.url,
      PATIENCE_MINUTES: String(patience.toMinutes()),
      ...files.environment,
    };
  }
}
