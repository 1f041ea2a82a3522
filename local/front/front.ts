import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** What an HTTP API does for a request before it runs a function, as AWS describes it. */

type Claims = Readonly<Record<string, unknown>>;

/** Routes by the function that they lead to: methods with commas between, path, and the scope that a token must have. */
export type Routes = Readonly<Record<string, readonly (readonly [string, string, string?])[]>>;

export interface FrontParts {
  readonly routes: Routes;
  /** The claims of a bearer token; throws when it is none of ours, or has expired. */
  readonly claimsOf: (token: string) => Promise<Claims>;
  /** Runs a function; `undefined` when it crashed. */
  readonly run: (
    name: string,
    event: APIGatewayProxyEventV2,
  ) => Promise<APIGatewayProxyStructuredResultV2 | undefined>;
}

interface Found {
  readonly name: string;
  readonly path: string;
  readonly scope: string | undefined;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Leads the events of a function's URL to the functions, with what an HTTP API would tell them (payload format 2.0). */
export const makeFront = ({ routes, claimsOf, run }: FrontParts) => {
  const find = finder(routes);
  return async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const { method } = event.requestContext.http;
    const found = find(method, event.rawPath);
    if (found === undefined) return message(404, 'Not Found');
    const { name, path, scope, parameters } = found;
    const claims = scope === undefined ? {} : await claimsOf(bearer(event)).catch(() => undefined);
    if (claims === undefined) return message(401, 'Unauthorized');
    const scopes = String(claims.scope ?? '').split(' ');
    if (scope !== undefined && !scopes.includes(scope)) return message(403, 'Forbidden');
    const routeKey = `${method} ${path}`;
    const authorizer = { jwt: { claims, scopes: [scope] } };
    const told = {
      ...event,
      routeKey,
      ...(Object.keys(parameters).length > 0 && { pathParameters: parameters }),
      requestContext: { ...event.requestContext, routeKey, ...(scope !== undefined && { authorizer }) },
    };
    return (await run(name, told)) ?? message(500, 'Internal Server Error');
  };
};

const message = (statusCode: number, text: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ message: text }),
});

const bearer = ({ headers }: APIGatewayProxyEventV2): string =>
  /^Bearer (.+)$/u.exec(headers.authorization ?? '')?.[1] ?? '';

/** A path without parameters goes before one with them, as in an HTTP API. */
const finder = (routes: Routes) => {
  const known = Object.entries(routes)
    .flatMap(([name, all]) =>
      all.map(([methods, path, scope]) => ({
        ...{ name, path, scope, methods: methods.split(',') },
        pattern: new URLPattern({ pathname: path.replace(/\{(\w+)\}/gu, ':$1') }),
      })),
    )
    .toSorted((a, b) => parameterCount(a.path) - parameterCount(b.path));
  return (method: string, pathname: string): Found | undefined => {
    for (const { pattern, methods, ...route } of known) {
      const match = methods.includes(method) ? pattern.exec({ pathname }) : null;
      if (match) return { ...route, parameters: decoded(match.pathname.groups) };
    }
    return undefined;
  };
};

const parameterCount = (path: string): number => path.split('{').length;

const decoded = (groups: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(groups).map(([key, value = '']) => [key, decodeURIComponent(value)]));
