import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { BODY_LIMIT, type HttpEvent, type HttpResult, type ProblemEntry, problem } from './http.ts';

/** What the routes of the JSON API share. */

/** Who asks, as the token's issuer names the client; `undefined` when the token does not say. */
export const clientOf = (event: HttpEvent): string | undefined => {
  const claims = (event as APIGatewayProxyEventV2WithJWTAuthorizer).requestContext.authorizer?.jwt?.claims;
  const client = claims?.client_id ?? claims?.sub;
  return client === undefined || client === '' ? undefined : String(client);
};

type Language = 'sv' | 'en';

export const acceptedLanguage = (event: HttpEvent): Language =>
  event.headers['accept-language']?.startsWith('en') ? 'en' : 'sv';

/** Why a request is refused as a whole, and what to do about it, at a field or header of it. */
export interface Refusal {
  readonly status: number;
  readonly title: Readonly<Record<Language, string>>;
  readonly field: string;
  readonly message: Readonly<Record<Language, string>>;
}

export const refusal = ({ status, title, field, message }: Refusal, language: Language): HttpResult =>
  problem(status, title[language], [{ field, message: message[language] }]);

/** What is wrong with a request, field by field, in the language of whoever sent it. */
export const entriesIn = (
  problems: readonly Pick<Refusal, 'field' | 'message'>[],
  language: Language,
): readonly ProblemEntry[] => problems.map(({ field, message }) => ({ field, message: message[language] }));

/** Why a request is refused, whatever is sent: each route says what it takes. */
export const tooLarge = (title: Refusal['title']): Refusal => ({
  status: 413,
  title,
  field: 'body',
  message: { sv: `Skicka högst ${BODY_LIMIT / 1024} kB.`, en: `Send at most ${BODY_LIMIT / 1024} KB.` },
});

export const notJson = (message: Refusal['message']): Refusal => ({
  status: 400,
  title: { sv: 'Det som skickades är inte giltig JSON.', en: 'What was sent is not valid JSON.' },
  field: 'body',
  message,
});

/** There is none with the id that was asked for; `list` is where those are that there are. */
export const unknownId = (title: Refusal['title'], list: string): Refusal => ({
  status: 404,
  title,
  field: 'id',
  message: {
    sv: `Hämta listan på ${list} och välj ett id därifrån.`,
    en: `Get the list at ${list} and choose an id from it.`,
  },
});

export const NO_CLIENT: Refusal = {
  status: 403,
  title: { sv: 'Det går inte att se vem som skickar.', en: 'It cannot be told who sends this.' },
  field: 'Authorization',
  message: {
    sv: 'Använd en token som anger klienten i client_id eller sub.',
    en: 'Use a token that names the client in client_id or sub.',
  },
};

/** The value that a text holds as JSON, or `undefined` when it is not JSON. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const json = (
  statusCode: number,
  content: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpResult => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  body: JSON.stringify(content),
});
