/** Run by startIssuer as a process of its own: `node local/issuer-server.ts <port>`, told of the desk by its environment. */
import Provider, { type Account, type ClientMetadata, type Configuration } from 'oidc-provider';
import {
  CLIENT_ID,
  DESK_VARIABLE,
  type DeskClient,
  ISSUER_HOST,
  issuerSecrets,
  issuerUrl,
  RESOURCE,
  SCOPES,
} from './issuer.ts';
import { addLoginPage, loginPath, showLogout } from './issuer-login.ts';
import { ISSUER_USERS } from './issuer-people.ts';

const AUDIENCE = 'nominera';
const TOKEN_LIFETIME_SECONDS = 12 * 3600;

const port = Number(process.argv[2]);
const { clientSecret, cookieKey, signingKey } = issuerSecrets();
const desk: DeskClient = JSON.parse(String(process.env[DESK_VARIABLE]));

/** A program that gets its own tokens, and the desk, where people log in. */
const clients: ClientMetadata[] = [
  {
    client_id: CLIENT_ID,
    client_secret: clientSecret,
    grant_types: ['client_credentials'],
    redirect_uris: [],
    response_types: [],
  },
  {
    client_id: desk.id,
    client_secret: desk.secret,
    redirect_uris: [`${desk.baseUrl}/desk/callback`],
    post_logout_redirect_uris: [`${desk.baseUrl}/desk/logout`],
  },
];

const accountOf = (id: string): Account | undefined => {
  const user = ISSUER_USERS.find(({ sub }) => sub === id);
  if (user === undefined) return undefined;
  const { sub, name, email } = user;
  return { accountId: sub, claims: () => ({ sub, name, email, email_verified: true }) };
};

/** Whoever logs in at the desk has agreed to it by their employment: nobody is asked. */
const agreed: Configuration['loadExistingGrant'] = async ({ oidc }) => {
  const grant = new oidc.provider.Grant({
    clientId: String(oidc.client?.clientId),
    accountId: String(oidc.session?.accountId),
  });
  grant.addOIDCScope('openid profile email');
  await grant.save();
  return grant;
};

const provider = new Provider(issuerUrl(port), {
  clients,
  jwks: { keys: [signingKey] },
  cookies: { keys: [cookieKey] },
  claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
  findAccount: (_ctx, id) => accountOf(id),
  loadExistingGrant: agreed,
  interactions: { url: (_ctx, { uid }) => loginPath(uid) },
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    rpInitiatedLogout: { enabled: true, logoutSource: showLogout },
    resourceIndicators: {
      enabled: true,
      defaultResource: (_ctx, client) => (client?.clientId === CLIENT_ID ? RESOURCE : []),
      getResourceServerInfo: () => ({
        audience: AUDIENCE,
        scope: SCOPES.join(' '),
        accessTokenFormat: 'jwt',
        accessTokenTTL: TOKEN_LIFETIME_SECONDS,
        jwt: { sign: { alg: 'RS256' } },
      }),
    },
  },
});

addLoginPage(provider);
provider.listen(port, ISSUER_HOST);
