import {
  GetSecretValueCommand,
  ListSecretsCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import type { KeyRing } from '../shared/links/links.ts';

/** The keys of a running system's links, for whoever plays people without reading their mail. */
export const readLinkKeys = async (): Promise<KeyRing> => {
  const client = new SecretsManagerClient({});
  const { SecretList = [] } = await client.send(new ListSecretsCommand({}));
  const SecretId = SecretList.find(({ Name }) => Name?.includes('LinkKeys'))?.ARN;
  const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId }));
  const { current, ...keys } = JSON.parse(SecretString);
  return { current, keys };
};
