import { describe, expect, it } from 'vitest';
import { agenda, MAILBOX, reach, read } from '../harness/people.ts';
import { system } from '../harness/system.ts';

/** What everybody may read of the service itself, from any page. */

const PATHS = ['glossary', 'accessibility', 'privacy'];

const get = (path: string): Promise<Response> => fetch(`${system().baseUrl}/${path}`);

describe('the pages about the service', () => {
  it.each(PATHS)('/%s is open to anyone, in both languages, and HEAD is answered', async (path) => {
    for (const [lang, query] of [
      ['sv', ''],
      ['en', '?lang=en'],
    ]) {
      const response = await get(`${path}${query}`);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain(`<html lang="${lang}"`);
    }
    expect((await fetch(`${system().baseUrl}/${path}`, { method: 'HEAD' })).status).toBe(200);
  });

  it.each(['accessibility', 'privacy'])(
    '/%s says where the office is written to, as the register has it',
    async (path) => {
      expect(await (await get(path)).text()).toContain(`mailto:${MAILBOX.office}`);
    },
  );

  it('every kind of page leads to them', async () => {
    const { caseNumber, office } = await reach('pprPosition');
    const list = await agenda(caseNumber, MAILBOX.ppr);
    const { baseUrl } = system();
    const pages = [`${baseUrl}/`, `${baseUrl}/programmes?lang=en`, office, list, `${list}?pack=all`];
    const others = [`${baseUrl}/programmes/${caseNumber}`, `${baseUrl}/programmes/${caseNumber}/interest`];
    for (const page of [...pages, ...others, `${baseUrl}/reports/2019`]) {
      const html = await read(page);
      const links = [...html.matchAll(/href="((?:\.\.\/)*(?:glossary|accessibility|privacy)[^"]*)"/gu)];
      expect([page, links.length]).toEqual([page, PATHS.length]);
      for (const [, href = ''] of links) {
        const to = new URL(href, page).href;
        expect([page, to, (await fetch(to)).status]).toEqual([page, to, 200]);
      }
    }
  });
});
