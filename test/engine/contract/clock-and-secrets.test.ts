import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../harness/eventually.ts';
import { secrets } from '../../harness/system.ts';
import { arnOf, deployStack, functionOf, ROLE, ref, startWitness, TELL, type Witness } from './support.ts';

let witness: Witness<unknown>;
let secretId: string;

beforeAll(async () => {
  witness = await startWitness();
  const { Secret } = await deployStack(
    {
      Clockwork: functionOf(`${TELL}\nexports.handler = (event) => tell(event);`, {
        environment: { WITNESS: witness.url },
      }),
      Schedule: {
        Type: 'AWS::Scheduler::Schedule',
        Properties: {
          ScheduleExpression: `at(${new Date(Date.now() + 1_000).toISOString().slice(0, 19)})`,
          FlexibleTimeWindow: { Mode: 'OFF' },
          Target: { Arn: arnOf('Clockwork'), RoleArn: ROLE, Input: '{"run":"sweep"}' },
        },
      },
      Secret: {
        Type: 'AWS::SecretsManager::Secret',
        Properties: {
          GenerateSecretString: {
            SecretStringTemplate: '{"current":"k1"}',
            GenerateStringKey: 'k1',
            PasswordLength: 64,
            ExcludePunctuation: true,
          },
        },
      },
    },
    { Secret: ref('Secret') },
  );
  secretId = Secret;
});

afterAll(() => witness.stop());

it('makes a secret by the template that CloudFormation gives', async () => {
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: secretId }));
  expect(JSON.parse(SecretString ?? '{}')).toEqual({
    current: 'k1',
    k1: expect.stringMatching(/^.{64}$/),
  });
});

it('runs a function by a schedule', async () => {
  await eventually(() => expect(witness.seen).toEqual([{ run: 'sweep' }]), { timeoutMs: 30_000 });
});

describe('differs from AWS', () => {
  it('a generated secret holds punctuation, though CloudFormation excludes it', async () => {
    const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: secretId }));
    expect(JSON.parse(SecretString ?? '{}').k1).toMatch(/[^A-Za-z0-9]/);
  });
});
