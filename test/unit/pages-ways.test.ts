import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { agendaExamples } from '../../shared/pages/examples/agendas.ts';
import { deskExamples } from '../../shared/pages/examples/desk.ts';
import { nextTry } from '../../shared/pages/links.ts';
import {
  deskRefusedPage,
  faultPage,
  startPage,
  tooLongPage,
  unknownBodyPage,
  unknownLinkPage,
  unknownProgrammePage,
  unsureFaultPage,
} from '../../shared/pages/pages.ts';

/** Wherever somebody has come, there is a way on, and it leads where it says. */

const nomination = JSON.parse(readFileSync('test/samples/1-insomni.json', 'utf8'));

/** Where the links of a page at `path` lead. */
const leadsTo = (html: string, path: string): readonly string[] =>
  [...html.matchAll(/href="([^"#]+)"/gu)].map(
    ([, href = '']) => new URL(href.replaceAll('&amp;', '&'), `https://n.example.se/stage/${path}`).pathname,
  );

const OPEN = ['', 'glossary', 'accessibility', 'privacy'].map((path) => `/stage/${path}`);

describe('a page where nothing can be done', () => {
  it.each([
    ['GET /desk', 'desk'],
    ['POST /nominate', 'nominate'],
    ['GET /a/{secret}', 'a/secret'],
    ['POST /desk/cases/{number}', 'desk/cases/N-2026-0001'],
    ['GET /desk/cases/{number}/print', 'desk/cases/N-2026-0001/print'],
  ])('at %s leads to the start page and to what everybody may read', (routeKey, path) => {
    const at = { lang: 'sv', routeKey } as const;
    for (const page of [unknownLinkPage, faultPage, unsureFaultPage, tooLongPage])
      expect(leadsTo(page(at), path)).toEqual(expect.arrayContaining(OPEN));
  });

  it('does so where the desk lets nobody in, however deep the page lies', () => {
    for (const [deskHref, path] of [
      ['desk', 'desk'],
      ['../../desk', 'desk/cases/N-2026-0001'],
    ] as const) {
      const page = deskRefusedPage({ lang: 'sv', why: 'foreign', deskHref, loginHref: `${deskHref}/login` });
      expect(leadsTo(page, path)).toEqual(expect.arrayContaining([...OPEN, '/stage/desk']));
    }
  });

  it('leads on to where one can look instead', () => {
    expect(leadsTo(unknownProgrammePage('sv', '../'), 'programmes/N-1')).toContain('/stage/programmes');
    expect(leadsTo(unknownProgrammePage('en', '../../'), 'programmes/N-1/interest')).toContain(
      '/stage/programmes',
    );
    expect(leadsTo(unknownBodyPage('sv', '../../'), 'desk/bodies/x')).toContain('/stage/desk/bodies');
  });
});

it('the first page leads whoever nominates, whoever would rather talk, and the office, in one step', () => {
  const start = startPage('sv');
  for (const href of ['nominate', 'nominate?call=1', 'desk']) expect(start).toContain(`href="${href}"`);
});

it('the desk answers what there is to do today in one step', () => {
  const { 'desk-cases': page = '' } = Object.fromEntries(deskExamples('sv'));
  for (const href of ['?waitingFor=sobOffice', '?overdue=1', 'desk/calls'])
    expect(page).toContain(`href="${href}"`);
});

it('who has chosen no case for a meeting is led to the first of them', () => {
  const { 'agenda-errors': page = '' } = Object.fromEntries(agendaExamples(nomination, 'sv'));
  const [, id] = /<a href="#([^"]+)">Kryssa för minst ett ärende/u.exec(page) ?? [];
  expect(/<input[^>]*type="checkbox"[^>]*>/u.exec(page)?.[0]).toContain(`id="${id}"`);
});

describe('a form that is sent again', () => {
  it('is sent to an address that the browser does not show yet, with all that the page is asked for', () => {
    expect(nextTry('sv', '')).toBe('?try=1');
    expect(nextTry('en', 'act=withdraw&try=2')).toBe('?act=withdraw&try=3&lang=en');
    expect(nextTry('sv', 'try=x')).toBe('?try=1');
  });
});
