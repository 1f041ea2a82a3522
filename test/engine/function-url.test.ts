import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineUrl, startEngine } from '../../local/engine.ts';
import { requestToken } from '../../local/issuer.ts';
import { outsideEngine } from '../../local/outside-engine.ts';
import { peopleOf } from '../../local/people.ts';
import { freePorts } from '../../local/ports.ts';
import { stopAll } from '../../local/processes.ts';
import { silent } from '../../local/progress.ts';
import { installEngine } from '../../local/python.ts';
import { type System, startSystem } from '../../local/system.ts';
import { ANSWERS, MAILBOX } from '../builders/answers.ts';
import { sample } from '../builders/samples.ts';

/**
 * The app as an engine gets it that somebody else started and that has no HTTP API: a system of its own, with a function's URL in
 * its place.
 */

let system: System;

beforeAll(async () => {
  const [ports, folder] = [await freePorts(), 'function-url'];
  await startEngine({ python: await installEngine(), port: ports.engine, smtpPort: ports.smtp, folder });
  const outside = await outsideEngine({ NOMINERA_AWS: engineUrl(ports.engine), NOMINERA_WEB: 'functionUrl' });
  system = await startSystem({ ports, progress: silent, folder, outside });
}, 240_000);

afterAll(stopAll);

describe('behind a function’s URL', () => {
  it('a nomination is sent, the office answers by its link, and the council is asked', async () => {
    expect(system.baseUrl).toContain('/_aws/lambda-url/');
    const people = peopleOf(system);
    const response = await people.submit(sample(2).nomination);
    expect(response.status).toBe(201);
    const { caseNumber } = (await response.json()) as { caseNumber: string };
    const link = await people.linkFor(caseNumber, 'screening', MAILBOX.office);
    expect(link).toContain(system.baseUrl);
    expect(await (await fetch(link)).text()).toContain(caseNumber);
    expect((await people.post(link, ANSWERS.screening)).status).toBe(303);
    expect(await people.linkFor(caseNumber, 'position', MAILBOX['council-psykisk-halsa'])).toContain('/a/');
  });

  it('tokens are asked for as by the HTTP API: none 401, another scope 403, the right one 200', async () => {
    const list = async (scope?: string) => {
      const authorization = scope && `Bearer ${await requestToken(system.issuer, scope)}`;
      const headers = authorization ? { authorization } : {};
      return (await fetch(`${system.baseUrl}/api/nominations`, { headers })).status;
    };
    expect(await list()).toBe(401);
    expect(await list('nominations.write')).toBe(403);
    expect(await list('nominations.read')).toBe(200);
  });

  it('the desk asks for a login, and there is no other route', async () => {
    const desk = await fetch(`${system.baseUrl}/desk`, { redirect: 'manual' });
    expect([desk.status, desk.headers.get('location')]).toEqual([303, expect.stringContaining('login')]);
    expect((await fetch(`${system.baseUrl}/nowhere`)).status).toBe(404);
    expect((await fetch(`${system.baseUrl}/nominate`, { method: 'DELETE' })).status).toBe(404);
  });
});
