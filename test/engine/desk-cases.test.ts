import { expect, it } from 'vitest';
import { atDesk } from '../harness/desk.ts';
import { eventually } from '../harness/eventually.ts';
import { submit } from '../harness/people.ts';
import { waitsAt } from '../harness/record.ts';
import { system } from '../harness/system.ts';

const listed = async (cookie: string, query: Readonly<Record<string, string>>): Promise<string> => {
  const response = await fetch(`${system().baseUrl}/desk?${new URLSearchParams(query)}`, {
    headers: { cookie },
  });
  expect(response.status).toBe(200);
  return response.text();
};

it('a new case is found at the desk by its number, by words, and by whom it waits for', async () => {
  const { cookie } = await atDesk('reader');
  const workingTitle = `Ångestskola för örnar ${crypto.randomUUID().slice(0, 8)}`;
  const { id, caseNumber } = await submit(2, { workingTitle });
  await waitsAt(id, 'screening');
  const last = String(workingTitle.split(' ').at(-1));
  for (const query of [
    { q: caseNumber },
    { q: `ångestsk ÖRN ${last}` },
    { waitingFor: 'sobOffice', milestone: 'submitted', q: last },
  ]) {
    const page = await eventually(async () => {
      const page = await listed(cookie, query);
      expect(page).toContain(workingTitle);
      return page;
    });
    expect(page).toContain(`href="desk/cases/${caseNumber}"`);
    expect(page).toContain('Regionala SoB-förvaltningen');
  }
  expect(await listed(cookie, { q: last, state: 'ended' })).toContain('Inga ärenden matchar');
});

it('the bar follows whoever is logged in to the open pages, and nobody else', async () => {
  const { cookie, name } = await atDesk();
  const open = async (path: string, headers: HeadersInit = {}): Promise<string> =>
    (await fetch(`${system().baseUrl}/${path}`, { headers })).text();
  for (const path of ['programmes', 'reports']) {
    expect(await open(path, { cookie })).toContain(name);
    expect(await open(path)).not.toContain('desk/logout');
  }
});
