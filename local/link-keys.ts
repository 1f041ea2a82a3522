import {
  GetSecretValueCommand,
  ListSecretsCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import type { KeyRing } from '../shared/links/links.ts';

/** The keys of a running system's links, for whoever plays people without reading their mail. */
export const readLinkKeys = async (): Promise<KeyRing> => {
  const { current, ...keys } = JSON.parse(await deployedSecret('LinkKeys'));
  return { current, keys };
};

/** What a running system's desk shows to the identity provider, which must know it too. */
export const readDeskSecret = (): Promise<string> => deployedSecret('DeskClient');

/** Where a running system keeps a secret. */
export const deployedSecretId = async (part: 'LinkKeys' | 'DeskClient'): Promise<string> => {
  const { SecretList = [] } = await new SecretsManagerClient({}).send(new ListSecretsCommand({}));
  const found = SecretList.find(({ Name }) => Name?.includes(part))?.ARN;
  if (found === undefined) throw new Error(`No secret ${part} is deployed`);
  return found;
};

const deployedSecret = async (part: 'LinkKeys' | 'DeskClient'): Promise<string> => {
  const SecretId = await deployedSecretId(part);
  const { SecretString = '' } = await new SecretsManagerClient({}).send(
    new GetSecretValueCommand({ SecretId }),
  );
  return SecretString;
};
