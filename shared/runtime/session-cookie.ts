import { parseCookie, stringifySetCookie } from 'cookie';
import type { HttpEvent } from './http.ts';

/** Bound to the host by its prefix, which asks for `Secure` and `Path=/` (RFC 6265bis section 4.1.3). */
const SESSION = '__Host-nominera';

const LOGIN = '__Host-nominera-login';

const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;

/** The secret of the session that a request carries, if it carries one. */
export const sessionSecret = (event: HttpEvent): string | undefined => cookiesOf(event)[SESSION];

/** A cookie that lives as long as the browser does; the session behind it ends by itself. */
export const sessionCookie = (secret: string): string =>
  stringifySetCookie({ name: SESSION, value: secret, ...ATTRIBUTES });

export const noSessionCookie = (): string =>
  stringifySetCookie({ name: SESSION, value: '', maxAge: 0, ...ATTRIBUTES });

/** The secret that tells the browser where a login began, while one is under way. */
export const loginSecret = (event: HttpEvent): string | undefined => cookiesOf(event)[LOGIN];

export const loginCookie = (secret: string, minutes: number): string =>
  stringifySetCookie({ name: LOGIN, value: secret, maxAge: 60 * minutes, ...ATTRIBUTES });

const cookiesOf = (event: HttpEvent): Readonly<Record<string, string | undefined>> =>
  parseCookie((event.cookies ?? [event.headers.cookie ?? '']).join('; '));

/**
 * Whether a form was sent from our own pages, as the browser says it: by Fetch Metadata, or where a browser has none by
 * the page's origin. What says neither is not taken.
 */
export const isFromOurPages = ({ headers, requestContext }: HttpEvent): boolean => {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const origin = headers.origin;
  return (
    origin !== undefined &&
    URL.canParse(origin) &&
    hostsOf(headers, requestContext).includes(new URL(origin).host)
  );
};

const hostsOf = (
  headers: HttpEvent['headers'],
  { domainName }: HttpEvent['requestContext'],
): readonly string[] => [headers.host, domainName].filter((it) => it !== undefined);
