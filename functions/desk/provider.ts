import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
} from 'openid-client';
import type { Claims } from '../../shared/case/desk-people.ts';
import type { Language } from '../../shared/routine/words.ts';

/** The identity provider, by OpenID Connect's code flow with PKCE. Every call can fail as networks do. */
export interface Provider {
  /** Where the browser is sent to log in. */
  loginUrl(login: LoginRequest): Promise<string>;
  /** Who has logged in: checks the answer that came to `callback`, and fetches what it stands for. */
  claims(callback: URL, login: Omit<LoginRequest, 'lang'>): Promise<Claims>;
  /** Where somebody logs out of the provider as well, if it has such a page. */
  logoutUrl(backTo: string): Promise<string | undefined>;
}

interface LoginRequest {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE. */
  readonly verifier: string;
  readonly lang: Language;
}

interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: () => Promise<string>;
  readonly redirectUri: string;
}

const SCOPE = 'openid profile email';

/** In seconds: several calls fit into a request. */
const PATIENCE = 5;

/** Longer names and addresses than this are nobody's. */
const MOST = 200;

/**
 * What the provider says of itself is read once, and again after something has failed: it may have moved, or have been
 * given another secret.
 */
export const openProvider = (settings: ProviderSettings): Provider => {
  let known: Promise<Configuration> | undefined;
  const withIt = async <T>(use: (config: Configuration) => Promise<T>): Promise<T> => {
    known ??= discovered(settings);
    try {
      return await use(await known);
    } catch (error) {
      if (!isDeclined(error)) known = undefined;
      throw error;
    }
  };
  return {
    loginUrl: (login) => withIt((config) => loginUrl(config, settings.redirectUri, login)),
    claims: (callback, login) => withIt((config) => claimsFrom(config, callback, login)),
    logoutUrl: (backTo) =>
      withIt(async (config) =>
        config.serverMetadata().end_session_endpoint === undefined
          ? undefined
          : buildEndSessionUrl(config, { post_logout_redirect_uri: backTo, state: 'done' }).href,
      ),
  };
};

/** Whether the provider has answered that its user may not or will not. */
export const isDeclined = (error: unknown): boolean =>
  error instanceof AuthorizationResponseError && error.error === 'access_denied';

const discovered = async ({ issuer, clientId, clientSecret }: ProviderSettings): Promise<Configuration> => {
  const server = new URL(issuer);
  return discovery(server, clientId, await clientSecret(), undefined, {
    timeout: PATIENCE,
    ...(isThisMachine(server) && { execute: [allowInsecureRequests] }),
  });
};

/** What is said on one machine is heard by nobody; everywhere else TLS is asked for. */
const isThisMachine = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && hostname === '127.0.0.1';

const loginUrl = async (
  config: Configuration,
  redirectUri: string,
  { state, nonce, verifier, lang }: LoginRequest,
): Promise<string> =>
  buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: SCOPE,
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ui_locales: lang,
  }).href;

const claimsFrom = async (
  config: Configuration,
  callback: URL,
  { state, nonce, verifier }: Omit<LoginRequest, 'lang'>,
): Promise<Claims> => {
  const tokens = await authorizationCodeGrant(config, callback, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
  });
  const said = tokens.claims();
  if (said === undefined) throw new Error('The provider sent no ID token');
  const isWhole = said.name !== undefined && said.email !== undefined;
  const more =
    isWhole || config.serverMetadata().userinfo_endpoint === undefined
      ? {}
      : await fetchUserInfo(config, tokens.access_token, said.sub);
  return asClaims({ ...said, ...more });
};

const asClaims = (said: { readonly sub: string } & Readonly<Record<string, unknown>>): Claims => {
  const text = (it: unknown): string | undefined =>
    typeof it === 'string' && it.trim() !== '' ? it.trim().slice(0, MOST) : undefined;
  const email = text(said.email);
  return {
    subject: said.sub,
    name: text(said.name) ?? text(said.preferred_username) ?? email ?? said.sub,
    ...(email !== undefined && { email }),
    emailVerified: said.email_verified === true,
  };
};
