import { BODY_LIMIT } from '../runtime/http.ts';
import * as answers from './answers.ts';
import type { JsonSchema } from './condition-schema.ts';
import { IDEMPOTENCY_KEY } from './idempotency-key.ts';
import { OPERATIONS, type Operation } from './operations.ts';
import { given, requestSchemas } from './requests.ts';

/**
 * The JSON API as OpenAPI 3.1.
 * @param issuer of the tokens, whose discovery document says where a client gets one
 */
export const openApi = (issuer: string): JsonSchema => ({
  openapi: '3.1.0',
  info: {
    title: 'Nominera',
    version: '1',
    description: DESCRIPTION,
  },
  // Beside this document, whatever path lies before it.
  servers: [{ url: '.' }],
  tags: ['Nominations', 'Programmes', 'Reports', 'Bodies'].map((name) => ({ name })),
  paths: Object.fromEntries(
    [...new Set(OPERATIONS.map(({ path }) => path))].map((path) => [
      path,
      Object.fromEntries(OPERATIONS.filter((it) => it.path === path).map((it) => [it.method, operation(it)])),
    ]),
  ),
  components: {
    schemas: { ...requestSchemas(), ...answerSchemas() },
    parameters: PARAMETERS,
    headers: HEADERS,
    responses: Object.fromEntries(
      Object.entries(REFUSALS).map(([status, description]) => [`Refused${status}`, refusal(description)]),
    ),
    securitySchemes: {
      token: {
        type: 'openIdConnect',
        openIdConnectUrl: `${issuer.replace(/\/$/u, '')}/.well-known/openid-configuration`,
        description:
          'OAuth 2.0 client credentials: a bearer token from the issuer, with one of the scopes nominations.read, nominations.write and admin.',
      },
    },
  },
});

const DESCRIPTION = `Region Västra Götaland’s routine for nominating internet-based support and treatment programmes.

Bodies of requests are JSON, at most ${BODY_LIMIT / 1024} KB; fields that are not known are refused. Texts are trimmed; blank texts, \`null\` and empty lists count as left out. No text may hold a personal identity number.
Refusals are \`application/problem+json\` (RFC 9457) with one entry for each field, in Swedish, or in English with \`Accept-Language: en\`.
Where \`anyOf\` has an object with \`unknown\`, the answer may be “we do not know yet”, with a reason.`;

const answerSchemas = (): Readonly<Record<string, JsonSchema>> => ({
  Created: given(answers.created),
  Similar: given(answers.similar),
  Nominations: given(answers.nominations),
  NominationStanding: given(answers.nomination),
  Events: given(answers.events),
  Withdrawn: given(answers.withdrawn),
  Programmes: given(answers.programmes),
  Programme: given(answers.programme),
  Proposed: given(answers.proposed),
  Report: given(answers.report),
  Bodies: given(answers.bodies),
  Body: given(answers.body),
  ChangedBody: given(answers.changedBody),
  Problem: given(answers.problem),
  GatewayMessage: given(answers.gatewayMessage),
});

const schema = (name: string): JsonSchema => ({ schema: { $ref: `#/components/schemas/${name}` } });

const operation = (it: Operation): JsonSchema => ({
  operationId: it.id,
  tags: [it.tag],
  summary: it.summary,
  description: it.description,
  security: [{ token: [it.scope] }],
  parameters: [...(it.parameters ?? []), { $ref: '#/components/parameters/AcceptLanguage' }],
  ...(it.sends && { requestBody: { required: true, content: { 'application/json': schema(it.sends) } } }),
  responses: {
    ...Object.fromEntries(Object.entries(it.answers).map(([status, name]) => [status, answer(it, name)])),
    ...Object.fromEntries(
      [...EVERY_CALL, ...(it.refusals ?? [])].map((status) => [
        status,
        { $ref: `#/components/responses/Refused${status}` },
      ]),
    ),
  },
});

const answer = ({ headers = [], csv }: Operation, name: string): JsonSchema => ({
  description: 'Done.',
  ...(headers.length > 0 && {
    headers: Object.fromEntries(headers.map((it) => [it, { $ref: `#/components/headers/${it}` }])),
  }),
  content: {
    'application/json': schema(name),
    ...(csv && { 'text/csv': { schema: { type: 'string' } } }),
  },
});

const refusal = (description: string): JsonSchema => ({
  description,
  content: {
    'application/problem+json': schema('Problem'),
    'application/json': schema('GatewayMessage'),
  },
});

const EVERY_CALL = [401, 403, 429, 500, 503];

/** What each status of a refusal means. */
export const REFUSALS: Readonly<Record<number, string>> = {
  400: 'Not valid JSON, or parameters or headers that cannot be taken.',
  401: 'No token, or one that the issuer did not give.',
  403: 'A token without the scope, without a client, or of a client that may not do this.',
  404: 'There is no such thing.',
  406: 'It comes as application/json and text/csv.',
  409: 'It cannot be done now: `errors` says why.',
  412: 'Somebody else has changed it: get it again, redo the change, and send the new ETag.',
  413: 'Too large.',
  422: 'Something is wrong with what was sent: `errors` names every field.',
  428: 'Send the ETag of what is changed, in If-Match.',
  429: 'Too many requests: try again later.',
  500: 'Something went wrong on our side. Send the same request again.',
  503: 'Not there just now: try again later.',
};

const PARAMETERS: Readonly<Record<string, JsonSchema>> = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'The same key and request make one case. The same key for another nomination is refused with 422. 1–200 visible ASCII characters.',
    schema: { type: 'string', pattern: IDEMPOTENCY_KEY.source },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: false,
    description: 'The ETag of the version that is changed. Left out only for a new body.',
    schema: { type: 'string' },
  },
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    required: false,
    description: 'The language of messages: Swedish unless this begins with `en`.',
    schema: { type: 'string', examples: ['sv', 'en'] },
  },
};

const HEADERS: Readonly<Record<string, JsonSchema>> = {
  ETag: { description: 'Its version, for If-Match.', schema: { type: 'string' } },
};
