import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Refused } from './dynamo-json.ts';
import { MemoryTable } from './table.ts';

/** AWS within this process, on a port of its own: a table in memory, and services that say yes. */

export interface MemoryAws {
  readonly endpoint: string;
  /** The table of now; `renew` puts an empty one in its place. */
  table(): MemoryTable;
  renew(): Promise<MemoryTable>;
  close(): void;
}

/** What Secrets Manager keeps: the keys of links, and what the desk shows its provider. */
export const LINK_KEYS = { current: 'k1', keys: { k1: 'a key that only this process has' } };

export const startAws = async (): Promise<MemoryAws> => {
  let table = new MemoryTable();
  const server = createServer((request, response) => {
    void answer(() => table, request, response).catch((error) => response.destroy(error));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const renew = async () => {
    table = new MemoryTable();
    await table.create();
    return table;
  };
  await renew();
  return {
    endpoint: `http://127.0.0.1:${port}`,
    table: () => table,
    renew,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

const JSON_SERVICES: Readonly<Record<string, (body: string) => object>> = {
  'secretsmanager.GetSecretValue': () => ({
    SecretString: JSON.stringify({ current: LINK_KEYS.current, ...LINK_KEYS.keys }),
  }),
  'AWSStepFunctions.StartExecution': () => ({ executionArn: 'arn:aws:states:::execution:x:y', startDate: 1 }),
  'AWSStepFunctions.DescribeExecution': () => ({ status: 'RUNNING', startDate: 1 }),
  'AWSStepFunctions.StopExecution': () => ({ stopDate: 1 }),
  'AWSStepFunctions.SendTaskSuccess': () => ({}),
  'AmazonSQS.SendMessage': (body) => ({
    MessageId: 'm',
    MD5OfMessageBody: createHash('md5').update(JSON.parse(body).MessageBody).digest('hex'),
  }),
};

const SES_ANSWER =
  '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>m</MessageId></SendRawEmailResult></SendRawEmailResponse>';
const NO_OBJECT = '<Error><Code>NoSuchKey</Code><Message>There is none.</Message></Error>';

const answer = async (
  table: () => MemoryTable,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const send = (status: number, type: string, body: string): void => {
    response.writeHead(status, { 'content-type': type }).end(body);
  };
  const body = await text(request);
  const target = String(request.headers['x-amz-target'] ?? '');
  const [service, operation = ''] = target.split('.');
  if (service?.startsWith('DynamoDB')) {
    try {
      const said = await table().call(operation, JSON.parse(body));
      return send(200, 'application/x-amz-json-1.0', JSON.stringify(said));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return send(400, 'application/x-amz-json-1.0', JSON.stringify(error.body));
    }
  }
  const known = JSON_SERVICES[target];
  if (known) return send(200, 'application/x-amz-json-1.1', JSON.stringify(known(body)));
  if (body.includes('SendRawEmail')) return send(200, 'text/xml', SES_ANSWER);
  if (request.url?.includes('openid-configuration'))
    return send(200, 'application/json', provider(`http://${request.headers.host}`));
  if (request.method === 'DELETE') return send(204, 'text/xml', '');
  // The bucket is empty, and the provider gives nobody a token.
  return request.url?.startsWith('/token')
    ? send(400, 'application/json', '{"error":"invalid_grant"}')
    : send(404, 'application/xml', NO_OBJECT);
};

const provider = (issuer: string): string =>
  JSON.stringify({
    ...{ issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token` },
    ...{ jwks_uri: `${issuer}/jwks`, end_session_endpoint: `${issuer}/end` },
    ...{ response_types_supported: ['code'], subject_types_supported: ['public'] },
    id_token_signing_alg_values_supported: ['RS256'],
  });
