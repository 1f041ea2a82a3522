import { describe, expect, it } from 'vitest';
import { deskExamples } from '../../shared/pages/examples/desk.ts';
import {
  bodyPage,
  type DeskCasesView,
  type DeskFrame,
  deskCasesPage,
  deskRefusedPage,
  KINDS,
  type ListedCase,
  peoplePage,
  usualOrder,
  VERSION,
} from '../../shared/pages/pages.ts';
import { bodySheet } from '../../shared/routine/body.ts';

const EVIL = `</textarea></style><script>alert("å & ä")</script>'"`;

const desk: DeskFrame = { name: 'Exempel Handläggare', deskHref: 'desk', at: 'cases' };

const aCase: ListedCase = {
  number: 'N-2026-0001',
  title: 'Sömn på nätet',
  unit: 'Vårdcentral Ekdungen',
  milestone: 'forwardedToCouncil',
  kind: KINDS.treatment,
  waitingFor: [{ sv: 'Rådet', en: 'The council' }],
  waitingDays: 46,
  ageDays: 61,
};

const view: DeskCasesView = {
  lang: 'sv',
  desk,
  asked: { q: '', state: 'open', order: 'target' },
  choices: {
    council: { 'council-a': { sv: 'Rådet', en: 'The council' } },
    waitingFor: { ppr: { sv: 'PPR', en: 'PPR' } },
    years: ['2026'],
  },
  cases: [aCase],
  first: 1,
};

const filtered: DeskCasesView = {
  ...view,
  asked: {
    ...{ q: 'sömn & oro', state: 'all', order: 'oldest', milestone: 'decided', council: 'council-a' },
    ...{ kind: 'support', year: '2026', overdue: true, waitingFor: 'ppr' },
  },
};

const read = (page: string): string =>
  page
    .replace(/<style>.*<\/style>/su, '')
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll(/\s+/gu, ' ');

/** The queries of the page's own links, each as what it asks for. */
const queries = (page: string): readonly Readonly<Record<string, string>>[] =>
  [...page.matchAll(/href="(\?[^"]*)"/gu)].map(([, href = '']) =>
    Object.fromEntries(new URLSearchParams(href.replaceAll('&amp;', '&'))),
  );

const asPairs = ({ asked }: DeskCasesView): Record<string, string> => ({ ...asked, overdue: '1' }) as never;

describe('the list of cases', () => {
  it('leads to each case, and says what it is, where it stands, whom it waits for and since when', () => {
    const page = deskCasesPage(view);
    expect(page).toContain('href="desk/cases/N-2026-0001"');
    for (const said of ['Behandlingsprogram', 'Hos samordningsråd', 'Rådet , i 46 dagar', '61 dagar'])
      expect(read(page).replaceAll(' ,', ',')).toContain(said.replaceAll(' ,', ','));
  });

  it('says in words that an answer is overdue, never by colour alone', () => {
    const late = { ...aCase, targetOn: '2026-11-20', overdueDays: 12 };
    expect(read(deskCasesPage({ ...view, cases: [late] }))).toContain('Försenat 12 dagar');
    expect(read(deskCasesPage({ ...view, lang: 'en', cases: [late] }))).toContain('Overdue by 12 days');
    const { overdueDays: _, ...inTime } = late;
    expect(read(deskCasesPage({ ...view, cases: [inTime] }))).not.toContain('Försenat 1');
  });

  it('keeps every filter in the link to what comes after, and tells where one is', () => {
    const page = deskCasesPage({ ...filtered, next: 'abc', first: 51 });
    expect(queries(page)).toContainEqual({ ...asPairs(filtered), after: 'abc', first: '52' });
    expect(read(page)).toContain('Ärende 51–51.');
  });

  it('keeps every filter in the link to the other language', () => {
    expect(queries(deskCasesPage(filtered))).toContainEqual({ ...asPairs(filtered), lang: 'en' });
  });

  it('shows each filter that was chosen with a way to take just that one away', () => {
    const page = deskCasesPage(filtered);
    for (const name of ['q', 'milestone', 'council', 'kind', 'year', 'overdue', 'waitingFor', 'order']) {
      const { [name]: _, ...rest } = asPairs(filtered);
      expect(queries(page), name).toContainEqual(rest);
    }
    const { state: _, order: _order, ...open } = asPairs(filtered);
    expect(queries(page), 'what is under way has an order of its own').toContainEqual(open);
  });

  it('says nothing of filters where none is chosen', () => {
    expect(read(deskCasesPage(view))).not.toContain('Ta bort');
  });

  it.each([
    ['nothing is under way', { ...view, cases: [] }, 'Inga ärenden pågår', []],
    [
      'words find nothing',
      { ...filtered, cases: [] },
      'Inga ärenden matchar ”sömn &amp; oro”',
      [{ state: 'all' }],
    ],
    [
      'words find nothing among those under way',
      { ...view, asked: { ...view.asked, q: 'oro' }, cases: [] },
      'Inga ärenden matchar ”oro”',
      [{ q: 'oro', state: 'all' }],
    ],
  ] as const)('helps where %s', (_what, given, sentence, ways) => {
    const page = deskCasesPage(given);
    expect(read(page)).toContain(sentence);
    for (const way of ways) expect(queries(page)).toContainEqual(way);
  });

  it('offers to search on where so much was read that not all cases were searched', () => {
    const page = deskCasesPage({ ...filtered, cases: [], next: 'abc', isCutShort: true });
    expect(read(page)).toContain('alla ärenden är inte genomsökta');
    expect(read(page)).toContain('Sök vidare');
    expect(read(page)).not.toContain('Inga ärenden matchar');
  });

  it('orders what waits for somebody by target date, and the rest by submission', () => {
    expect([usualOrder({ state: 'open' }), usualOrder({ state: 'ended' })]).toEqual(['target', 'newest']);
  });
});

describe('the bar', () => {
  it('says where one is, who one is, and lets one log out by a form', () => {
    const page = deskCasesPage(view);
    expect(page).toMatch(/<a [^>]*href="desk"[^>]*aria-current="true"[^>]*>Ärenden<\/a>/u);
    expect(page.match(/aria-current=/gu)).toHaveLength(1);
    expect(page).toMatch(/<form method="post" action="desk\/logout"/u);
    expect(read(page)).toContain('Inloggad som Exempel Handläggare');
  });

  it('tells a reader so, and leads nowhere that is closed to them', () => {
    const page = deskCasesPage({ ...view, desk: { ...desk, readsOnly: true } });
    expect(read(page)).toContain('Exempel Handläggare (läsare)');
    expect(page).not.toContain('desk/people');
  });
});

describe('nothing that somebody wrote is anything but text', () => {
  it('in the list', () => {
    const given = { ...aCase, title: EVIL, unit: EVIL, registrationNumber: EVIL };
    const asked = { ...filtered.asked, q: EVIL };
    const page = deskCasesPage({ ...view, desk: { ...desk, name: EVIL }, asked, cases: [given] });
    expect(page).not.toContain('<script>');
  });

  it('in the form of a body', () => {
    const name = { sv: EVIL, en: EVIL };
    const page = bodyPage({
      ...{ lang: 'sv', desk, version: 1, known: { today: '', facts: {}, registers: {} } },
      body: { name },
      posted: { name: { ...name }, mailbox: EVIL },
      overtaken: { written: { mailbox: EVIL }, fields: ['mailbox'] },
      changes: [{ on: '2026-11-20', by: EVIL, fields: ['mailbox'] }],
    });
    expect(page).not.toContain('<script>');
  });

  it('among the people', () => {
    const page = peoplePage({
      ...{ lang: 'sv', desk, posted: { who: EVIL } },
      people: [{ id: EVIL, name: EVIL, email: EVIL, role: 'reader' }],
      log: [{ on: '2026-11-20', by: EVIL, who: EVIL }],
    });
    expect(page).not.toContain('<script>');
  });
});

describe('who is not let in', () => {
  const refused = { lang: 'sv', deskHref: '../../desk', loginHref: '../../desk/login?next=x' } as const;
  const posted = { mailbox: 'ny@example.se', name: { sv: 'Nytt namn' } };
  const typed = { sheet: bodySheet, posted, written: posted, intent: 'submit' } as const;

  it('and had typed something, logs in beside it and sends it again', () => {
    const page = deskRefusedPage({ ...refused, why: 'loggedOut', typed, alongside: { [VERSION]: '3' } });
    expect(page).toMatch(/<a [^>]*href="..\/..\/desk\/login\?next=x"[^>]*target="_blank"/u);
    for (const [name, value] of [
      ['mailbox', 'ny@example.se'],
      ['name.sv', 'Nytt namn'],
      [VERSION, '3'],
    ])
      expect(page).toContain(`<input type="hidden" name="${name}" value="${value}"`);
    expect(read(page)).toContain('Det här skrev du');
  });

  it('by a page that is not ours, puts no words on ours', () => {
    const page = deskRefusedPage({ ...refused, why: 'foreign', typed });
    expect(page).not.toContain('ny@example.se');
  });

  it('without a role is told what to be called when asking for one, and can log out', () => {
    const page = deskRefusedPage({ ...refused, why: 'forbidden', name: 'Exempel', subject: 'sub-1' });
    expect(read(page)).toContain('sub-1');
    expect(page).toContain('action="../../desk/logout"');
  });

  it('as a reader sees what they wrote, to give to an officer', () => {
    expect(read(deskRefusedPage({ ...refused, why: 'readsOnly', typed }))).toContain('ny@example.se');
  });
});

it('no page of the desk begins a link of ours with a slash: the base may have a path', () => {
  for (const lang of ['sv', 'en'] as const)
    for (const [name, page] of deskExamples(lang))
      expect([name, /(?:href|action)="\//u.test(page)]).toEqual([name, false]);
});
