import { MOST_SOUGHT } from '../case/search.ts';
import { MOST_ROWS } from '../records/rows.ts';
import { bodyId } from './body.ts';
import type { JsonSchema } from './condition-schema.ts';
import { MAY_BE, parameters } from './nominations-query.ts';
import { taken } from './requests.ts';

/** A call of the API. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put';
  readonly path: string;
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly description: string;
  readonly scope: 'nominations.read' | 'nominations.write' | 'admin';
  readonly parameters?: readonly JsonSchema[];
  /** Name of the schema of what is sent. */
  readonly sends?: string;
  /** Statuses of success, with the name of the schema of what is answered. */
  readonly answers: Readonly<Record<number, string>>;
  /** Sent with each success. */
  readonly headers?: readonly string[];
  /** Answered as CSV too. */
  readonly csv?: true;
  /** Refusals that not every call has. */
  readonly refusals?: readonly number[];
}

const id = (description: string, schema: JsonSchema = { type: 'string', minLength: 1 }): JsonSchema => ({
  name: 'id',
  in: 'path',
  required: true,
  description,
  schema,
});

const query = (name: string, description: string, schema: JsonSchema): JsonSchema => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
});

const ref = (name: string): JsonSchema => ({ $ref: `#/components/parameters/${name}` });

/** A number is a text in a query, and is told of as what it is. */
const LIMIT: JsonSchema = { type: 'integer', minimum: 1, maximum: MOST_ROWS, default: MOST_ROWS };

const nominationsQuery = (Object.keys(parameters) as (keyof typeof parameters)[]).map((name) =>
  query(
    name,
    `${MAY_BE[name].en}\nPå svenska: ${MAY_BE[name].sv}`,
    name === 'limit' ? LIMIT : taken(parameters[name]),
  ),
);

const SENT = [400, 413, 422];

export const OPERATIONS: readonly Operation[] = [
  {
    ...{ method: 'post', path: '/api/nominations', id: 'submitNomination', tag: 'Nominations' },
    summary: 'Submit a nomination (R-a5)',
    description:
      'Nothing is stored unless all of it is right. `warnings` are fields that should have been answered. With an Idempotency-Key the same request makes one case, however often it is sent.',
    scope: 'nominations.write',
    parameters: [ref('IdempotencyKey')],
    sends: 'Nomination',
    answers: { 201: 'Created' },
    refusals: SENT,
  },
  {
    ...{ method: 'get', path: '/api/nominations', id: 'listNominations', tag: 'Nominations' },
    summary: 'List nominations',
    description:
      'A page at a time: go on with `cursor` and the same other parameters until an answer has none. No personal data.',
    scope: 'nominations.read',
    parameters: nominationsQuery,
    answers: { 200: 'Nominations' },
    refusals: [400],
  },
  {
    ...{ method: 'post', path: '/api/nominations/similar', id: 'findSimilar', tag: 'Nominations' },
    summary: 'What a nomination that is being written is likely similar to (R-a9, R-b4)',
    description:
      'Send as much of the nomination as there is. Read are `workingTitle`, `summary`, `needDescription`, `targetGroup`, `purpose` and `clinicalAreas`. Nothing is stored.',
    scope: 'nominations.write',
    sends: 'NominationDraft',
    answers: { 200: 'Similar' },
    refusals: [400, 413],
  },
  {
    ...{ method: 'get', path: '/api/nominations/{id}', id: 'getNomination', tag: 'Nominations' },
    summary: 'One nomination as it stands, with what is asked of whom',
    description: 'No personal data, and nothing that somebody wrote but titles and units.',
    scope: 'nominations.read',
    parameters: [id('The id of the nomination, from the list or from when it was submitted.')],
    answers: { 200: 'NominationStanding' },
    refusals: [404],
  },
  {
    ...{ method: 'get', path: '/api/nominations/{id}/events', id: 'listEvents', tag: 'Nominations' },
    summary: 'What has been done in a nomination, in order',
    description: 'When, what, and on which body’s behalf.',
    scope: 'nominations.read',
    parameters: [id('The id of the nomination.')],
    answers: { 200: 'Events' },
    refusals: [404],
  },
  {
    ...{
      method: 'post',
      path: '/api/nominations/{id}/withdrawal',
      id: 'withdrawNomination',
      tag: 'Nominations',
    },
    summary: 'Withdraw a nomination',
    description:
      'By the client that sent it in, for as long as the nominator might. 409 when it cannot be withdrawn now.',
    scope: 'nominations.write',
    parameters: [id('The id of the nomination.')],
    sends: 'Withdrawal',
    answers: { 200: 'Withdrawn' },
    refusals: [...SENT, 404, 409],
  },
  {
    ...{ method: 'get', path: '/api/programmes', id: 'listProgrammes', tag: 'Programmes' },
    summary: 'The region’s programmes, by name or best found first (R-10)',
    description: 'Also those that are inactivated or unpublished: `state` tells.',
    scope: 'nominations.read',
    parameters: [
      query('q', 'Words to search for, or a case number.', { type: 'string', maxLength: MOST_SOUGHT }),
    ],
    answers: { 200: 'Programmes' },
  },
  {
    ...{ method: 'get', path: '/api/programmes/{id}', id: 'getProgramme', tag: 'Programmes' },
    summary: 'One of the region’s programmes',
    description: 'What was only read from a list has no `state`.',
    scope: 'nominations.read',
    parameters: [id('The id of the programme.')],
    answers: { 200: 'Programme' },
    refusals: [404],
  },
  {
    method: 'post',
    path: '/api/programmes/{id}/inactivation-proposals',
    id: 'proposeInactivation',
    tag: 'Programmes',
    summary: 'Propose that a programme be inactivated (R-k4)',
    description: 'The responsible council takes a position. 409 when it cannot be proposed now.',
    scope: 'nominations.write',
    parameters: [id('The id of the programme.')],
    sends: 'InactivationProposal',
    answers: { 201: 'Proposed' },
    refusals: [...SENT, 404, 409],
  },
  {
    ...{ method: 'get', path: '/api/reports/{year}', id: 'getReport', tag: 'Reports' },
    summary: 'The yearly follow-up (R-u1)',
    description:
      'The newest approved version, or preliminary figures of this day. As JSON, or as CSV for spreadsheets in the language that is accepted.',
    scope: 'nominations.read',
    parameters: [
      {
        ...{ name: 'year', in: 'path', required: true, description: 'A year with four digits.' },
        schema: { type: 'string', pattern: '^\\d{4}$' },
      },
      query('version', 'A version that was approved.', { type: 'string', pattern: '^[1-9]\\d*$' }),
    ],
    answers: { 200: 'Report' },
    csv: true,
    refusals: [404, 406],
  },
  {
    ...{ method: 'get', path: '/api/bodies', id: 'listBodies', tag: 'Bodies' },
    summary: 'Those whom the routine asks: the office, councils, PPR',
    description: 'As they are in the register.',
    scope: 'admin',
    answers: { 200: 'Bodies' },
  },
  {
    ...{ method: 'get', path: '/api/bodies/{id}', id: 'getBody', tag: 'Bodies' },
    summary: 'One of them',
    description: 'Its ETag is what a change of it must send as If-Match.',
    scope: 'admin',
    parameters: [id('What the body is called by.')],
    answers: { 200: 'Body' },
    headers: ['ETag'],
    refusals: [404],
  },
  {
    ...{ method: 'put', path: '/api/bodies/{id}', id: 'putBody', tag: 'Bodies' },
    summary: 'Put a body in the register, or in the place of itself',
    description:
      'A new one without If-Match; a change with the ETag that it changes. When the mailbox changes or a successor takes over, open questions are moved.',
    scope: 'admin',
    parameters: [
      id(
        'A lower-case letter, then letters a–z, digits and hyphens. `nominator`, `headOfOperations` and `sobContact` are taken.',
        taken(bodyId),
      ),
      ref('IfMatch'),
    ],
    sends: 'BodySent',
    answers: { 200: 'ChangedBody', 201: 'ChangedBody' },
    headers: ['ETag'],
    refusals: [...SENT, 412, 428],
  },
];
