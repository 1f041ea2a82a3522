import { sample } from '../builders/samples.ts';
import { FORMS, type Pairs, postedForm } from './forms.ts';
import type { Route } from './functions.ts';
import { chance, type Draw, JSONS, mutated, nastyText, number, pick } from './values.ts';
import type { World } from './world.ts';

/** What requests carry: forms, JSON, and what is neither. */

export const FORM = 'application/x-www-form-urlencoded';
const TYPES = [
  FORM,
  'application/json',
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/xml',
  '',
  'x/y;',
];

interface Body {
  readonly body?: string;
  readonly type: string;
}

export const bodyOf = (draw: Draw, route: Route, sheet: string | undefined): Body => {
  const sends = route.method === 'POST' || route.method === 'PUT';
  if (!sends && chance(draw, 950)) return { type: FORM };
  const type = chance(draw, 850) ? (route.needsToken ? 'application/json' : FORM) : pick(draw, TYPES);
  if (chance(draw, 60)) return { type };
  if (chance(draw, 80)) return { type, body: chance(draw, 500) ? nastyText(draw) : pick(draw, JSONS) };
  return { type, body: route.needsToken ? jsonBody(draw, route) : formBody(draw, sheet) };
};

/** The sheet that a query asks for: what is sent is mostly of it. */
export const sheetOf = (draw: Draw, { path }: Route, query: Pairs, world: World): string | undefined => {
  const known = SHEETS.find(([of]) => of.test(path))?.[1];
  if (known !== undefined) return pick(draw, known);
  const asked = Object.fromEntries(query);
  const question = world.cases.flatMap(({ questions }) => questions).find(({ id }) => id === asked.question);
  return asked.act ?? question?.step;
};

/** The sheets whose forms a path takes. */
const SHEETS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\/nominate$/u, ['nominate', 'callMe']],
  [/^\/n\/|drafts/u, ['nominate']],
  [/interest$/u, ['interest']],
  [/^\/r\//u, ['approveReport']],
  [/people$/u, ['deskPerson']],
  [/bodies/u, ['body']],
  [/disclosure$/u, ['disclosure']],
];

const formBody = (draw: Draw, sheet: string | undefined): string => {
  const of = sheet !== undefined && chance(draw, 900) ? sheet : pick(draw, Object.keys(FORMS));
  const text = String(new URLSearchParams(postedForm(draw, of) as [string, string][]));
  if (chance(draw, 950)) return text;
  return `${text}${pick(draw, ['&%', '&a=%ff%fe', '&a=%ED%A0%80', '&'.repeat(3000), `&${'a[]=1&'.repeat(3000)}`, '&a=%00', `&${'a[b]'.repeat(50)}=1`])}`;
};

const A_BODY = {
  ...{
    role: 'coordinationCouncil',
    name: { sv: 'Råd', en: 'Council' },
    mailbox: 'rad@example.se',
    language: 'sv',
  },
};

const jsonBody = (draw: Draw, { path, method }: Route): string => {
  const whole = path.endsWith('/withdrawal')
    ? { withdrawReason: 'Behovet har upphört.' }
    : path.endsWith('/inactivation-proposals')
      ? { proposalReason: 'Ingen använder det.' }
      : method === 'PUT'
        ? A_BODY
        : sample(pick(draw, [1, 2, 3, 4, 5] as const)).nomination;
  let value: unknown = whole;
  const changes = number(draw, 3);
  for (let n = 0; n < changes; n += 1) value = mutated(draw, value);
  return JSON.stringify(value) ?? '';
};
