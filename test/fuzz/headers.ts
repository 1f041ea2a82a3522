import { BASE_URL } from './functions.ts';
import { chance, type Draw, ELSEWHERE, nastyText, number, pick } from './values.ts';
import type { World } from './world.ts';

/** What comes with a request beside its body: headers, cookies, and what the HTTP API has read in a token. */

export const HOST = new URL(BASE_URL).host;

export const authorizerOf = (draw: Draw): object => {
  const odd = [{ sub: 'fuzz' }, { client_id: '' }, {}, { client_id: 'x'.repeat(3000) }];
  const claims = chance(draw, 850) ? { client_id: 'local-client' } : pick(draw, odd);
  return { jwt: { claims, scopes: ['nominations.write'] } };
};

const HEADERS: Readonly<Record<string, readonly string[]>> = {
  'accept-language': ['en', 'sv', 'en-GB,en;q=0.9', '*'],
  accept: ['text/html', 'application/json', 'text/csv', '*/*', 'text/csv;q=0.1, application/json', 'x'],
  'accept-encoding': ['gzip', 'gzip;q=0', 'br'],
  'idempotency-key': ['a', '11111111-1111-4111-8111-111111111111'],
  'if-match': ['"1"', '*', 'W/"1"'],
  host: [HOST, ELSEWHERE],
  'x-forwarded-host': [ELSEWHERE],
  'sec-fetch-site': ['same-origin', 'cross-site', 'none', 'same-site'],
  origin: [BASE_URL, `https://${ELSEWHERE}`, 'null'],
};

/** Header values are bytes on the wire: line ends and NUL do not come through. */
const inHeader = (text: string): string => text.replaceAll(/[\r\n\0]/gu, '').slice(0, 8000);

export const headersOf = (draw: Draw, type: string): Record<string, string> => {
  const headers: Record<string, string> = {
    host: HOST,
    'content-type': type,
    'sec-fetch-site': 'same-origin',
  };
  const more = Math.max(0, number(draw, 6) - 3);
  for (let n = 0; n < more; n += 1) {
    const name = pick(draw, Object.keys(HEADERS));
    headers[name] = chance(draw, 700) ? pick(draw, HEADERS[name] ?? []) : inHeader(nastyText(draw));
  }
  return headers;
};

const HOLDERS = ['officer', 'officer', 'officer', 'officer', 'officer', 'reader', 'none', 'ended'] as const;

export const cookiesOf = (
  draw: Draw,
  { sessions }: World,
  mayHold: boolean,
): readonly string[] | undefined => {
  const known = mayHold ? HOLDERS : (['none', 'ended'] as const);
  if (chance(draw, 150)) return undefined;
  if (chance(draw, 60)) return [inHeader(nastyText(draw)), `__Host-nominera=${inHeader(nastyText(draw))}`];
  const cookie = sessions[pick(draw, known)];
  return chance(draw, 50) ? [cookie, cookie, 'x'] : [cookie];
};
