import * as z from 'zod';
import type { KeyRing } from '../links/links.ts';
import { readSecret } from './secret.ts';

/** The stored form: `{"current": "k1", "k1": "…", "k0": "…"}`. */
const stored = z
  .record(z.string(), z.string().min(1))
  .refine((ring) => ring[ring.current ?? ''] !== undefined);

/**
 * Reads the key ring, and keeps it. It is read again when it lacks a key that is asked for: a question can have been
 * opened under a key that is newer than this process.
 */
export const keyRingFrom = (secretId: string): ((keyId?: string) => Promise<KeyRing>) => {
  let ring: KeyRing | undefined;
  return async (keyId) => {
    if (ring === undefined || (keyId !== undefined && !(keyId in ring.keys))) {
      const { current = '', ...keys } = stored.parse(JSON.parse(await readSecret(secretId)));
      ring = { current, keys };
    }
    return ring;
  };
};
