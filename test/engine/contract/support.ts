import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStacksCommand,
  waitUntilStackCreateComplete,
  waitUntilStackDeleteComplete,
} from '@aws-sdk/client-cloudformation';
import { afterAll } from 'vitest';
import '../../harness/system.ts';

/** Small stacks and functions, with which the contract tests ask the engine what it does. */

type Resources = Record<
  string,
  { Type: string; Properties?: Record<string, unknown>; [attribute: string]: unknown }
>;

export const ref = (name: string) => ({ Ref: name });
export const arnOf = (name: string) => ({ 'Fn::GetAtt': [name, 'Arn'] });

const deployed: string[] = [];

// A function whose witness is gone fails, and what feeds it would try again for as long as the engine lives.
afterAll(async () => {
  const client = new CloudFormationClient({});
  for (const StackName of deployed.splice(0)) {
    await client.send(new DeleteStackCommand({ StackName }));
    await waitUntilStackDeleteComplete({ client, maxWaitTime: 30, minDelay: 1, maxDelay: 1 }, { StackName });
  }
});

/** Deploys resources with CloudFormation until the file's tests are over, and gives the stack's outputs. */
export const deployStack = async <Output extends string>(
  resources: Resources,
  outputs: Record<Output, unknown>,
): Promise<Record<Output, string>> => {
  const client = new CloudFormationClient({});
  const StackName = `contract-${randomUUID()}`;
  const values = Object.entries(outputs).map(([name, Value]) => [name, { Value }]);
  const template = { Resources: resources, Outputs: Object.fromEntries(values) };
  deployed.push(StackName);
  await client.send(
    new CreateStackCommand({
      StackName,
      TemplateBody: JSON.stringify(template),
      Capabilities: ['CAPABILITY_IAM'],
    }),
  );
  await waitUntilStackCreateComplete({ client, maxWaitTime: 30, minDelay: 1, maxDelay: 1 }, { StackName });
  const { Stacks } = await client.send(new DescribeStacksCommand({ StackName }));
  const given = Stacks?.[0]?.Outputs?.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]);
  return Object.fromEntries(given ?? []) as Record<Output, string>;
};

export const ROLE = 'arn:aws:iam::000000000000:role/contract';

interface FunctionOptions {
  readonly environment?: Record<string, unknown>;
  readonly role?: unknown;
}

/** A Lambda function of one handler, given as the source text of a CommonJS module. */
export const functionOf = (code: string, { environment = {}, role = ROLE }: FunctionOptions = {}) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Role: role,
    Timeout: 10,
    Code: { ZipFile: code },
    Environment: { Variables: environment },
  },
});

export interface Witness<Seen> {
  readonly url: string;
  readonly seen: Seen[];
  stop(): void;
}

/** Listens on this machine for what the functions under test saw: they post it to the witness's address. */
export const startWitness = async <Seen>(): Promise<Witness<Seen>> => {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    seen.push((await json(request)) as Seen);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, seen, stop: () => server.close() };
};

/** Source text that tells the witness, for use in a function's code. */
export const TELL =
  "const tell = (what) => fetch(process.env.WITNESS, { method: 'POST', body: JSON.stringify(what) });";
