import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import type { KeyRing } from '../links/links.ts';

/** The stored form: `{"current": "k1", "k1": "…", "k0": "…"}`. */
const stored = z
  .record(z.string(), z.string().min(1))
  .refine((ring) => ring[ring.current ?? ''] !== undefined);

/** Reads the key ring once per process; a failed read is tried again at the next call. */
export const keyRingFrom = (secretId: string): (() => Promise<KeyRing>) => {
  const client = new SecretsManagerClient({});
  let ring: KeyRing | undefined;
  return async () => {
    if (ring === undefined) {
      const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
      const { current = '', ...keys } = stored.parse(JSON.parse(SecretString ?? '{}'));
      ring = { current, keys };
    }
    return ring;
  };
};
