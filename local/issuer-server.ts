/** Run by startIssuer as a process of its own: `node local/issuer-server.ts <port>`. */
import Provider from 'oidc-provider';
import { CLIENT_ID, issuerSecrets, issuerUrl, RESOURCE, SCOPES } from './issuer.ts';

const AUDIENCE = 'nominera';
const TOKEN_LIFETIME_SECONDS = 12 * 3600;

const port = Number(process.argv[2]);
const { clientSecret, cookieKey, signingKey } = issuerSecrets();

const provider = new Provider(issuerUrl(port), {
  clients: [
    {
      client_id: CLIENT_ID,
      client_secret: clientSecret,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    },
  ],
  jwks: { keys: [signingKey] },
  cookies: { keys: [cookieKey] },
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => RESOURCE,
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

provider.listen(port, '127.0.0.1');
