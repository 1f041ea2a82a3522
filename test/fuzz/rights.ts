import type { Written } from './dynamo-json.ts';
import { BASE_URL } from './functions.ts';
import type { HttpInput } from './requests.ts';
import type { World } from './world.ts';

/** Who may change what, said once more and otherwise than the functions do. */

/** Items that anybody may make or end: a draft, a call, a wish, a try, a login that begins, a session of one's own. */
const OPEN = /^(?:tries#|draft#|calls |login#|session#|interests |case#\S+ x#interest)/u;

export const isOfNobody = (written: Written): boolean => OPEN.test(written);

/** Whether whoever sent this may change more than that. */
export const hasRight = ({ route, event }: HttpInput, world: World): boolean => {
  if (route.method === 'GET' || route.method === 'HEAD') return false;
  if (route.needsToken) return hasClient(event);
  if (route.path.startsWith('/desk')) return isOfficer(event, world) && isFromUs(event);
  const letter = route.path.split('/')[1];
  return world.links.some((link) => link.letter === letter && link.secret === event.pathParameters?.secret);
};

type Event = HttpInput['event'];

const hasClient = ({ requestContext }: Event): boolean => {
  const claims = (requestContext as { authorizer?: { jwt: { claims: Record<string, string> } } }).authorizer
    ?.jwt.claims;
  return Boolean(claims?.client_id ?? claims?.sub);
};

const isOfficer = ({ headers, cookies }: Event, { sessions }: World): boolean =>
  [headers.cookie ?? '', ...((cookies as string[] | undefined) ?? [])].join('; ').includes(sessions.officer);

const isFromUs = ({ headers }: Event): boolean =>
  headers['sec-fetch-site'] === 'same-origin' ||
  (headers['sec-fetch-site'] === undefined && headers.origin === BASE_URL);
