import { text } from 'node:stream/consumers';
import type Provider from 'oidc-provider';
import { ISSUER_USERS } from './issuer-people.ts';

const PATH = '/login/';

/** Where a login waits until its user has chosen who to be. */
export const loginPath = (uid: string): string => `${PATH}${uid}`;

/**
 * The page of the provider where a person says who they are: nobody on this machine has a password. What the person's
 * organisation has agreed to is not asked.
 */
export const addLoginPage = (provider: Provider): void => {
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith(PATH)) return next();
    const { req, res } = ctx;
    if (ctx.method === 'POST') {
      ctx.respond = false;
      const chosen = new URLSearchParams(await text(req)).get('sub');
      const user = ISSUER_USERS.find(({ sub }) => sub === chosen);
      const refused = { error: 'access_denied', error_description: 'Nobody was chosen' };
      return provider.interactionFinished(req, res, user ? { login: { accountId: user.sub } } : refused);
    }
    await provider.interactionDetails(req, res);
    ctx.type = 'html';
    ctx.body = LOGIN;
  });
};

/** Asks whoever comes from the desk's logout whether to log out here as well. */
export const showLogout = (ctx: { body: unknown }, form: string): void => {
  ctx.body = page(
    'Logga ut?',
    `${form}<p><button form="op.logoutForm" name="logout" value="yes">Logga ut</button></p>
<p><button form="op.logoutForm">Avbryt</button></p>`,
  );
};

const page = (heading: string, content: string): string => `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${heading} – inloggningstjänsten på den här datorn</title>
<style>body{font:1.125rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}button{font:inherit;padding:.5rem 1rem}</style>
</head>
<body>
<h1>${heading}</h1>
<p>Det här är en inloggningstjänst på den här datorn, i stället för organisationens egen.</p>
${content}
</body>
</html>`;

const LOGIN = page(
  'Vem är du?',
  `<form method="post">
${ISSUER_USERS.map(
  ({ sub, name, about }) => `<p><button name="sub" value="${sub}">${name}</button> ${about}</p>`,
).join('\n')}
<p><button>Avbryt</button></p>
</form>`,
);
