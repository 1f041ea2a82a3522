import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESClient } from '@aws-sdk/client-ses';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { inject } from 'vitest';
import { clientEnvironment } from '../../local/engine.ts';
import { requestToken } from '../../local/issuer.ts';
import { type Mail, mailsIn, waitForMail } from '../../local/mailbox.ts';
import type { System } from '../../local/system.ts';
import './start-system.ts';
import { ownWorker } from './worker.ts';

interface TestedSystem extends System {
  readonly mailbox: {
    mails(): Promise<Mail[]>;
    waitForMail(isWanted: (mail: Mail) => boolean, options?: { timeoutMs?: number }): Promise<Mail>;
  };
  token(scope: string): Promise<string>;
}

const ownSystem = (): System => {
  const own = inject('systems')[ownWorker() - 1];
  if (own === undefined) throw new Error(`Worker ${ownWorker()} has no system`);
  return own;
};

/** The system that this worker's tests share, one file after another. */
export const system = (): TestedSystem => {
  const started = ownSystem();
  return {
    ...started,
    mailbox: {
      mails: () => mailsIn(started.mailboxUrl),
      waitForMail: (isWanted, options) => waitForMail(started.mailboxUrl, isWanted, options),
    },
    token: (scope) => requestToken(started.issuer, scope),
  };
};

Object.assign(process.env, clientEnvironment(ownSystem().awsEndpoint));

export const dynamodb = DynamoDBDocumentClient.from(new DynamoDBClient({}));
export const sfn = new SFNClient({});
export const sqs = new SQSClient({});
export const ses = new SESClient({});
export const secrets = new SecretsManagerClient({});
