import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import type { KeyRing } from '../links/links.ts';

/** The stored form: `{"current": "k1", "k1": "…", "k0": "…"}`. */
const stored = z
  .record(z.string(), z.string().min(1))
  .refine((ring) => ring[ring.current ?? ''] !== undefined);

/**
 * Reads the key ring, and keeps it. It is read again when it lacks a key that is asked for: a question can have been
 * opened under a key that is newer than this process.
 */
export const keyRingFrom = (secretId: string): ((keyId?: string) => Promise<KeyRing>) => {
  const client = new SecretsManagerClient({});
  let ring: KeyRing | undefined;
  return async (keyId) => {
    if (ring === undefined || (keyId !== undefined && !(keyId in ring.keys))) {
      const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
      const { current = '', ...keys } = stored.parse(JSON.parse(SecretString ?? '{}'));
      ring = { current, keys };
    }
    return ring;
  };
};
