import { expect } from 'vitest';
import type { Body } from '../../shared/records/bodies.ts';
import { system } from './system.ts';

/** The register of bodies, as its API's clients meet it. */

export const callBodies = async (
  path: string,
  init: RequestInit = {},
  scope = 'admin',
): Promise<Response> => {
  const authorization = `Bearer ${await system().token(scope)}`;
  return fetch(`${system().baseUrl}/api/bodies${path}`, {
    ...init,
    headers: { authorization, ...(init.headers as Record<string, string>) },
  });
};

const versionOf = async (id: string): Promise<string> =>
  String((await callBodies(`/${id}`)).headers.get('etag'));

/** Tries to change a body, as its newest version is unless another is named. */
export const tryChangeBody = async (body: Body, ifMatch?: string): Promise<Response> =>
  callBodies(`/${body.id}`, {
    method: 'PUT',
    headers: { 'if-match': ifMatch ?? (await versionOf(body.id)) },
    body: JSON.stringify(body),
  });

/** Changes a body. Gives how many open questions moved with it. */
export const changeBody = async (body: Body): Promise<unknown> => {
  const response = await tryChangeBody(body);
  expect(response.status).toBe(200);
  return ((await response.json()) as { movedQuestions: unknown }).movedQuestions;
};
