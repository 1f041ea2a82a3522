import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JWK } from 'oidc-provider';
import { localPath } from './paths.ts';
import { startService } from './processes.ts';

export const CLIENT_ID = 'local-client';
export const RESOURCE = 'urn:nominera';
export const SCOPES = ['nominations.write', 'nominations.read', 'admin'];

interface IssuerSecrets {
  readonly clientSecret: string;
  readonly signingKey: JWK;
  readonly cookieKey: string;
}

/** The desk, as its identity provider knows it. */
export interface DeskClient {
  readonly id: string;
  readonly secret: string;
  /** Where it is once it is deployed. */
  readonly baseUrl: string;
}

/** The environment variable that holds a {@link DeskClient} as JSON. */
export const DESK_VARIABLE = 'NOMINERA_DESK_CLIENT';

interface IssuerOptions {
  readonly port: number;
  readonly folder: string;
  readonly desk: DeskClient;
}

/**
 * An identity provider on this machine, in the place of the organisation's own: it gives programs their tokens, and
 * people log in to the desk there.
 */
export const startIssuer = async ({ port, folder, desk }: IssuerOptions): Promise<void> => {
  await startService({
    name: 'The identity provider',
    command: [process.execPath, join(import.meta.dirname, 'issuer-server.ts'), String(port)],
    env: { [DESK_VARIABLE]: JSON.stringify(desk) },
    logFile: localPath(folder, 'issuer.log'),
    readyUrl: `${issuerUrl(port)}/.well-known/openid-configuration`,
  });
};

/** An address of this machine. Functions that run in containers reach another than the loopback: docs/localstack.md. */
export const ISSUER_HOST = process.env.NOMINERA_ISSUER_HOST ?? '127.0.0.1';

export const issuerUrl = (port: number): string => `http://${ISSUER_HOST}:${port}`;

export const requestToken = async (issuer: string, scope: string): Promise<string> => {
  const client = Buffer.from(`${CLIENT_ID}:${issuerSecrets().clientSecret}`).toString('base64');
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${client}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope, resource: RESOURCE }),
  });
  const body = (await answer.json()) as { access_token?: string; error_description?: string };
  if (!body.access_token) throw new Error(`The issuer gave no token: ${body.error_description}.`);
  return body.access_token;
};

/** Made at the first start, readable by their owner only. */
export const issuerSecrets = (): IssuerSecrets => {
  const file = localPath('issuer.json');
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const secrets: IssuerSecrets = {
      clientSecret: randomBytes(32).toString('base64url'),
      signingKey: {
        ...(privateKey.export({ format: 'jwk' }) as JWK),
        kid: 'local',
        use: 'sig',
        alg: 'RS256',
      },
      cookieKey: randomBytes(32).toString('base64url'),
    };
    writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as IssuerSecrets;
};
