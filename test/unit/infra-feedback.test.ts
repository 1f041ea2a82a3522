import { readFileSync } from 'node:fs';
import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { Bodies } from '../../infra/bodies.ts';
import { Feedback } from '../../infra/feedback.ts';
import { HttpFront } from '../../infra/http-front.ts';
import { Mail } from '../../infra/mail.ts';
import { Queues } from '../../infra/queues.ts';
import { RecordsStack } from '../../infra/records.ts';
import { stageSettings } from '../../infra/stages.ts';

const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));

const template = (() => {
  const app = new App({ context: { ...context, stage: 'local', 'aws:cdk:bundling-stacks': [] } });
  const settings = stageSettings('local', (key) => app.node.tryGetContext(key));
  const env = { region: settings.region };
  const records = new RecordsStack(app, 'records', { settings, env });
  const stack = new Stack(app, 'routine', { env });
  const queues = new Queues(stack, 'Queues', { key: records.key });
  const mail = new Mail(stack, 'Mail', { settings });
  new Feedback(stack, 'Feedback', { records, queues, mail });
  const front = new HttpFront(stack, settings);
  new Bodies(stack, 'Bodies', { settings, records, front });
  return Template.fromStack(stack);
})();

describe('mails that do not arrive', () => {
  it('are told by SES to the default bus: bounces, complaints and rejects, and no delays', () => {
    template.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: {
        Enabled: true,
        EventBridgeDestination: { EventBusArn: Match.anyValue() },
        MatchingEventTypes: ['bounce', 'complaint', 'reject'],
      },
    });
  });

  it('run a function of their own, for mails of ours, and what it could not take is kept', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.ses'],
        'detail-type': ['Email Bounced', 'Email Rejected', 'Email Complaint Received'],
        detail: { mail: { tags: { 'ses:configuration-set': [{ Ref: Match.stringLikeRegexp('Mail') }] } } },
      },
      Targets: [
        Match.objectLike({
          Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('Feedback'), 'Arn'] },
          DeadLetterConfig: Match.anyValue(),
        }),
      ],
    });
  });
});

it('the register of bodies is for tokens with the scope admin', () => {
  const routes = Object.values(template.findResources('AWS::ApiGatewayV2::Route'))
    .map(({ Properties }) => [
      Properties.RouteKey,
      Properties.AuthorizationType,
      Properties.AuthorizationScopes,
    ])
    .filter(([route]) => route.includes(' /api/'));
  expect(routes.sort()).toEqual([
    ['GET /api/bodies', 'JWT', ['admin']],
    ['GET /api/bodies/{id}', 'JWT', ['admin']],
    ['PUT /api/bodies/{id}', 'JWT', ['admin']],
  ]);
});
