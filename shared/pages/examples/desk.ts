import { bodySheet } from '../../routine/body.ts';
import type { Known } from '../../routine/check.ts';
import { ROLE_NAMES } from '../../routine/routine.ts';
import type { Language } from '../../routine/words.ts';
import { bodiesPage } from '../desk-bodies-page.tsx';
import { bodyPage } from '../desk-body-page.tsx';
import { deskCallsPage } from '../desk-calls-page.tsx';
import { deskCasesPage } from '../desk-cases-page.tsx';
import { deskRefusedPage, loggedOutPage, loginFailedPage } from '../desk-closed-pages.tsx';
import { disclosuresPage } from '../desk-disclosures-page.tsx';
import { KINDS } from '../desk-filters.tsx';
import type { BodyView, DeskCasesView, ListedBody, ListedCase } from '../desk-list-views.ts';
import { peoplePage } from '../desk-people-page.tsx';
import { NOTHING_ASKED } from '../desk-query.ts';
import type { CallShown } from '../draft-views.ts';
import { toPosted } from '../posted.ts';
import type { DeskFrame, PeopleView } from '../views.ts';
import { COUNCIL, PPR, PRIMARY_CARE } from './a-case.ts';
import { typed } from './questions.ts';

type Examples = readonly (readonly [name: string, page: string])[];

/** The desk's own pages, those of a case aside. */
export const deskExamples = (lang: Language): Examples => [
  ...cases(lang),
  ...bodies(lang),
  ...people(lang),
  ...calls(lang),
  ...disclosures(lang),
  ...closed(lang),
];

const TODAY = '2027-02-01';
const LONG_NAME = 'Förvaltningsövergripandesamordningsrådetförlångtidsuppföljningavstressrelateradohälsa';

const desk = (at: DeskFrame['at']): DeskFrame => ({ name: 'Exempel Handläggare', deskHref: 'desk', at });
const readerAt = (at: DeskFrame['at']): DeskFrame => ({
  ...desk(at),
  name: 'Exempel Läsare med ett väldigt långt dubbelnamn-Läsaresson',
  readsOnly: true,
});

const CASES: readonly ListedCase[] = [
  {
    number: 'N-2026-0012',
    title: 'iKBT vid insomni',
    unit: 'Vårdcentral Ekdungen',
    milestone: 'forwardedToCouncil',
    kind: KINDS.treatment,
    waitingFor: [COUNCIL, PRIMARY_CARE],
    waitingDays: 46,
    targetOn: '2027-01-20',
    overdueDays: 12,
    ageDays: 61,
    registrationNumber: 'SSN 2026-00123',
  },
  {
    number: 'N-2027-0003',
    title: `Stöd för anhöriga: ${LONG_NAME.toLowerCase()}`,
    unit: 'Habilitering & Hälsa, Västra Götalandsregionen, enheten för digital utveckling',
    milestone: 'submitted',
    kind: KINDS.unsure,
    waitingFor: [ROLE_NAMES.sobOffice],
    waitingDays: 1,
    targetOn: '2027-02-15',
    ageDays: 1,
  },
  {
    number: 'N-2026-0007',
    title: 'Smärtskola <på nätet> & hemma',
    unit: 'Smärtcentrum',
    milestone: 'positionGiven',
    kind: KINDS.support,
    waitingFor: [],
    restsUntil: '2027-09-01',
    ageDays: 190,
  },
];

const cases = (lang: Language): Examples => {
  const view: DeskCasesView = {
    lang,
    desk: desk('cases'),
    asked: NOTHING_ASKED,
    choices: {
      council: { 'council-a': COUNCIL, 'council-b': PRIMARY_CARE },
      waitingFor: { sobOffice: ROLE_NAMES.sobOffice, 'council-a': COUNCIL, ppr: PPR },
      years: ['2027', '2026'],
    },
    cases: CASES,
    first: 1,
  };
  const filtered: DeskCasesView['asked'] = {
    q: 'insomni',
    state: 'all',
    order: 'oldest',
    milestone: 'forwardedToCouncil',
    council: 'council-a',
    kind: 'treatment',
    year: '2026',
    waitingFor: 'council-a',
    overdue: true,
  };
  return [
    ['desk-cases', deskCasesPage(view)],
    ['desk-cases-reader', deskCasesPage({ ...view, desk: readerAt('cases') })],
    ['desk-cases-filtered', deskCasesPage({ ...view, asked: filtered, cases: CASES.slice(0, 1) })],
    ['desk-cases-more', deskCasesPage({ ...view, first: 51, next: 'abc' })],
    ['desk-cases-none', deskCasesPage({ ...view, cases: [] })],
    ['desk-cases-no-match', deskCasesPage({ ...view, asked: filtered, cases: [] })],
    [
      'desk-cases-cut-short',
      deskCasesPage({ ...view, asked: filtered, cases: [], next: 'abc', isCutShort: true }),
    ],
    ['desk-cases-not-known', deskCasesPage({ ...view, isIgnored: true, isReordered: true })],
  ];
};

const BODIES: readonly ListedBody[] = [
  {
    id: 'council-a',
    role: 'coordinationCouncil',
    name: COUNCIL,
    mailbox: 'samordningsrad-psykisk-halsa@example.se',
    language: 'sv',
    deputy: 'ersattare@example.se',
    escalation: 'chef@example.se',
    absences: [
      { from: '2027-01-28', to: '2027-02-05' },
      { from: '2027-03-29', to: '2027-04-05' },
    ],
    summerPause: { from: '07-01', to: '08-15' },
    openQuestions: 4,
  },
  {
    id: 'council-long',
    role: 'coordinationCouncil',
    name: { sv: LONG_NAME, en: LONG_NAME },
    mailbox: `${LONG_NAME.toLowerCase().slice(0, 60)}@example.se`,
    language: 'en',
    absences: [],
    openQuestions: 0,
  },
  {
    id: 'council-gone',
    role: 'coordinationCouncil',
    name: { sv: 'Samordningsråd äldres hälsa', en: 'Coordination council for the health of older people' },
    mailbox: 'aldres-halsa@example.se',
    language: 'sv',
    absences: [],
    successor: COUNCIL,
    openQuestions: 0,
  },
  {
    id: 'ppr',
    role: 'ppr',
    name: PPR,
    mailbox: 'ppr@example.se',
    language: 'sv',
    absences: [],
    openQuestions: 1,
  },
];

const BODY = {
  name: COUNCIL,
  mailbox: 'samordningsrad-psykisk-halsa@example.se',
  language: 'sv',
  deputy: 'ersattare@example.se',
  absences: [{ from: '2027-03-29', to: '2027-04-05' }],
  summerPause: { from: '07-01', to: '08-15' },
};

const known = (isNew: boolean): Known => ({
  today: TODAY,
  facts: { isNew, mayBeSucceeded: !isNew },
  registers: {
    roles: [
      { value: 'coordinationCouncil', label: ROLE_NAMES.coordinationCouncil },
      { value: 'contentOwners', label: ROLE_NAMES.contentOwners },
    ],
    successors: [
      { value: '', label: { sv: 'Ingen', en: 'Nobody' } },
      { value: 'council-b', label: PRIMARY_CARE },
    ],
  },
});

const bodies = (lang: Language): Examples => {
  const list = { lang, desk: desk('bodies'), today: TODAY };
  const posted = { successor: '', ...toPosted(bodySheet.form, BODY) };
  const view: BodyView = {
    lang,
    desk: { ...desk('bodies'), deskHref: '../../desk' },
    body: BODY,
    version: 3,
    known: known(false),
    posted,
    changes: [
      { on: '2027-01-12', by: 'Exempel Handläggare', fields: ['mailbox', 'deputy'] },
      { on: '2026-03-02', by: 'Exempel Handläggare', fields: [] },
    ],
  };
  const { body: _, version: _v, ...blank } = view;
  const wrong = {
    ...posted,
    mailbox: 'inte en adress',
    absences: [{ from: '2027-04-05', to: '2027-03-29' }],
  };
  const problems = [
    { field: 'mailbox', message: { sv: 'Skriv en e-postadress.', en: 'Write an e-mail address.' } },
    {
      field: 'absences[0].to',
      message: {
        sv: 'Den sista dagen kan inte vara före den första.',
        en: 'The last day cannot be before the first.',
      },
    },
  ];
  const written = { ...BODY, mailbox: 'ny-brevlada@example.se', deputy: undefined };
  return [
    ['desk-bodies', bodiesPage({ ...list, bodies: BODIES })],
    ['desk-bodies-reader', bodiesPage({ ...list, desk: readerAt('bodies'), bodies: BODIES })],
    ['desk-bodies-empty', bodiesPage({ ...list, bodies: [] })],
    ['desk-body', bodyPage(view)],
    ['desk-body-reader', bodyPage({ ...view, desk: readerAt('bodies') })],
    ['desk-body-new', bodyPage({ ...blank, known: known(true), posted: { language: 'sv' }, changes: [] })],
    ['desk-body-wrong', bodyPage({ ...view, posted: wrong, problems })],
    ['desk-body-saved', bodyPage({ ...view, saved: { movedQuestions: 3 } })],
    [
      'desk-body-overtaken',
      bodyPage({
        ...view,
        posted: { ...posted, mailbox: written.mailbox },
        overtaken: { written, fields: ['mailbox', 'deputy'] },
      }),
    ],
  ];
};

const people = (lang: Language): Examples => {
  const view: PeopleView = {
    lang,
    desk: desk('people'),
    people: [
      {
        id: 'subject#1',
        name: 'Exempel Handläggare',
        email: 'handlaggare@example.se',
        role: 'officer',
        isSelf: true,
      },
      { id: 'subject#2', name: 'Exempel Läsare', email: 'lasare@example.se', role: 'reader' },
      { id: 'email#ny@example.se', email: `${'mycket-lang-adress-'.repeat(4)}@example.se`, role: 'officer' },
    ],
    log: [
      { on: '2027-01-20', by: 'Exempel Handläggare', who: 'ny@example.se', after: 'officer' },
      {
        on: '2027-01-12',
        by: 'Exempel Handläggare',
        who: 'Exempel Läsare',
        before: 'officer',
        after: 'reader',
      },
      { on: '2026-12-01', by: 'Exempel Handläggare', who: 'Exempel Tidigare', before: 'reader' },
    ],
  };
  const who = {
    field: 'who',
    message: { sv: 'Fyll i ”E-postadress eller användar-id”.', en: 'Fill in “E-mail address or user id”.' },
  };
  return [
    ['desk-people', peoplePage(view)],
    ['desk-people-done', peoplePage({ ...view, done: 'add' })],
    ['desk-people-wrong', peoplePage({ ...view, posted: { role: 'reader' }, problems: [who] })],
    ['desk-people-alone', peoplePage({ ...view, people: view.people.slice(0, 1), log: [] })],
  ];
};

const calls = (lang: Language): Examples => {
  const call: CallShown = {
    draftId: 'd1',
    name: 'Exempel Kurator',
    unit: 'Vårdcentral Ekdungen',
    phone: '+46 31 123 45 67',
    email: 'exempel.kurator@example.se',
    about: 'Vi vill ha ett program om sömn.\nFlera patienter frågar efter det varje vecka.',
    askedAt: '2027-01-29T09:12:00.000Z',
  };
  const view = { lang, desk: desk('calls') };
  const { email: _, ...withoutEmail } = call;
  const done = {
    ...withoutEmail,
    draftId: 'd2',
    name: LONG_NAME,
    dealtWith: { by: 'Exempel Handläggare', at: '2027-01-30T10:00:00.000Z' },
  };
  return [
    ['desk-calls', deskCallsPage({ ...view, calls: [call, done] })],
    ['desk-calls-reader', deskCallsPage({ ...view, desk: readerAt('calls'), calls: [call] })],
    ['desk-calls-empty', deskCallsPage({ ...view, calls: [] })],
  ];
};

const disclosures = (lang: Language): Examples => {
  const view = { lang, desk: desk('disclosures') };
  const one = {
    caseNumber: 'N-2026-0012',
    on: '2027-01-18',
    to: 'Exempel Journalist, Exempelbladet',
    request: 'Alla handlingar om nomineringen',
    by: 'Exempel Handläggare',
    masked: 2,
    ground: 'OSL 21 kap. 1 §',
  };
  const { ground: _, ...open } = { ...one, masked: 0, to: LONG_NAME, caseNumber: 'N-2026-0007' };
  return [
    ['desk-disclosures', disclosuresPage({ ...view, disclosures: [one, open] })],
    ['desk-disclosures-empty', disclosuresPage({ ...view, disclosures: [] })],
  ];
};

const closed = (lang: Language): Examples => {
  const view = { lang, deskHref: '../../desk', loginHref: '../../desk/login?next=desk%2Fbodies%2Fcouncil-a' };
  const form = typed(bodySheet, toPosted(bodySheet.form, BODY), BODY);
  const name = 'Exempel Handläggare';
  return [
    ['desk-logged-out', deskRefusedPage({ ...view, why: 'loggedOut', isAnswer: true })],
    [
      'desk-logged-out-typed',
      deskRefusedPage({
        ...view,
        why: 'loggedOut',
        isAnswer: true,
        typed: form,
        alongside: { _version: '3' },
      }),
    ],
    ['desk-foreign', deskRefusedPage({ ...view, why: 'foreign', isAnswer: true })],
    ['desk-no-role', deskRefusedPage({ ...view, why: 'forbidden', name, subject: LONG_NAME })],
    ['desk-not-officer', deskRefusedPage({ ...view, why: 'forbidden', desk: readerAt('people') })],
    [
      'desk-reads-only',
      deskRefusedPage({ ...view, why: 'readsOnly', desk: readerAt('bodies'), isAnswer: true, typed: form }),
    ],
    ['desk-out', loggedOutPage(view)],
    ...(['declined', 'tooLong', 'failed'] as const).map(
      (why) => [`desk-login-${why}`, loginFailedPage({ ...view, why })] as const,
    ),
  ];
};
