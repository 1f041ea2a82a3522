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

const deployedSecret = async (part: string): Promise<string> => {
  const client = new SecretsManagerClient({});
  const { SecretList = [] } = await client.send(new ListSecretsCommand({}));
  const SecretId = SecretList.find(({ Name }) => Name?.includes(part))?.ARN;
  const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId }));
  return SecretString;
};
