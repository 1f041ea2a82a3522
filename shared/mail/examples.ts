import type { NoticeId, Role } from '../routine/question.ts';
import { QUESTIONS, ROLE_NAMES } from '../routine/routine.ts';
import type { Language, Words } from '../routine/words.ts';
import { type Digest, digestLetter, type Naming } from './digests.ts';
import { callLetter, draftLetter } from './draft-letters.ts';
import { type Letter, type NoticeMail, noticeLetter, questionLetter } from './letters.ts';
import { reportLetter } from './report-letter.ts';

const BODY: Readonly<Record<Role, Words>> = {
  ...ROLE_NAMES,
  coordinationCouncil: {
    sv: 'Samordningsråd psykisk hälsa',
    en: 'Coordination council for mental health',
  },
};

const UNIT: Words = { sv: 'Exempelmottagningen', en: 'Exempelmottagningen' };

/** What each notice may be told beside the case. */
const NOTICE: Readonly<Record<NoticeId, Partial<NoticeMail>>> = {
  'N-1': {},
  'N-2': {},
  'N-3': {},
  'N-4': {},
  'N-5': { outcome: 'given' },
  'N-7': { outcome: 'referToPpr' },
  'N-9': { outcome: 'supportedWithConditions' },
  'N-10': { outcome: 'create' },
  'N-11': { outcome: 'group' },
  'N-12': { outcome: 'keep', programme: 'Sov bättre' },
  assignmentRefused: {},
  deviationReported: {},
  deviationDecided: { outcome: 'approved' },
  monthlyReport: {},
  rework: {},
  backToDecision: {},
  useEnded: { programme: 'Sov bättre', about: UNIT },
  urgentStop: { programme: 'Sov bättre' },
  stopLifted: { programme: 'Sov bättre' },
  revisionEnded: { programme: 'Sov bättre' },
  deputyAsked: {},
  inactivationProposed: { programme: 'Sov bättre' },
  kept: { programme: 'Sov bättre' },
  objected: {},
  notForSob: {},
  merged: {},
  withdrawn: {},
  released: {},
  councilsChanged: { outcome: 'approved' },
  referralWithdrawn: {},
  deferred: { reviewOn: '2027-03-01' },
  reopened: {},
  contactsChanged: { about: BODY.projectManager },
  contactReplaced: { about: BODY.projectManager },
  undelivered: { about: BODY.coordinationCouncil },
};

const OPEN = { programme: 'Sov bättre', programmeUrl: 'https://nominera.example.se/programmes/N-2026-0001' };

/** Outcomes after which a notice says something else. */
const OTHER_OUTCOMES: readonly (readonly [NoticeId, outcome: string, told?: Partial<NoticeMail>])[] = [
  ['N-9', 'deferred'],
  ['N-9', 'returnedToCouncil'],
  ['N-10', 'useExisting', { told: { accessRoute: 'agreement' } }],
  ['N-10', 'decline'],
  ['N-11', 'access'],
  ['N-11', 'published', OPEN],
  ['N-11', 'newVersion', { ...OPEN, about: UNIT }],
  ['N-11', 'unitStarted', { ...OPEN, about: UNIT }],
  ['N-11', 'youStarted', { ...OPEN, about: UNIT }],
  ['N-11', 'revise', { programme: 'Sov bättre' }],
  [
    'N-12',
    'inactivated',
    { programme: 'Sov bättre', told: { lastStartOn: '2030-10-01', ongoingPatients: 'letFinish' } },
  ],
  ['useEnded', 'youEnded', { programme: 'Sov bättre', about: UNIT }],
];

/** Every mail, by name: for tests and for screenshots. */
export function exampleLetters(lang: Language): Readonly<Record<string, Letter>> {
  const common = { caseNumber: 'N-2026-0001', lang };
  const ask = { askAt: 'sob-forvaltningen@example.se' };
  const asked = Object.values(QUESTIONS).map((question) => ({
    ...common,
    ...(question.answeredBy !== 'sobOffice' && ask),
    question,
    bodyName: BODY[question.answeredBy],
    ...(question.targetMonths !== undefined && { targetOn: '2026-12-23' }),
    url: `https://nominera.example.se/a/${'x'.repeat(43)}`,
  }));
  const agendaUrl = `https://nominera.example.se/m/${'x'.repeat(43)}`;
  const caseUrl = `https://nominera.example.se/c/${'x'.repeat(43)}`;
  const position = asked.filter(({ question }) => question.step === 'position');
  const ppr = asked.filter(({ question }) => question.step === 'pprPosition');
  const notices = Object.entries(NOTICE) as [NoticeId, Partial<NoticeMail>][];
  return Object.fromEntries([
    ...asked.map((mail) => [mail.question.step, questionLetter(mail)]),
    ...position.map((mail) => ['position-to-deputy', questionLetter({ ...mail, asDeputy: true })]),
    ...position.map((mail) => ['position-new-link', questionLetter({ ...mail, again: true })]),
    ...ppr.map((mail) => ['pprPosition-again', questionLetter({ ...mail, rested: true, agendaUrl })]),
    ...notices.map(([notice, told]) => [notice, noticeLetter({ ...common, ...ask, notice, ...told })]),
    ['morning', digestLetter(aMorning(lang), NAMING)],
    ['monday', digestLetter(aMonday(lang), NAMING)],
    ['monday-in-january', digestLetter({ ...aMonday(lang), today: '2028-01-10', report: REPORT }, NAMING)],
    [
      'monday-correction',
      digestLetter(
        { ...aMonday(lang), today: '2028-03-06', report: { ...REPORT, isCorrection: true } },
        NAMING,
      ),
    ],
    ...[1, 2].map((version) => [
      `N-13-version-${version}`,
      reportLetter({ ...ask, lang, version, year: 2027, url: 'https://nominera.example.se/reports/2027' }),
    ]),
    ['draft-link', draftLetter({ ...ask, lang, url: `https://nominera.example.se/n/${'x'.repeat(43)}` })],
    ['draft-call', callLetter({ lang, url: 'https://nominera.example.se/desk/drafts/draft-1' })],
    ['morning-list', digestLetter(aYearlyList(lang), NAMING)],
    ['N-4-with-case', noticeLetter({ ...common, ...ask, notice: 'N-4', caseUrl })],
    ...OTHER_OUTCOMES.map(([notice, outcome, told]) => [
      `${notice}-${outcome}`,
      noticeLetter({ ...common, ...ask, notice, outcome, ...told }),
    ]),
  ]);
}

const REPORT = { year: 2027, url: `https://nominera.example.se/r/${'x'.repeat(43)}` };

const NAMING: Naming = {
  asks: (step) => QUESTIONS[step].asks,
  name: (body) => BODY[body as Role] ?? BODY.coordinationCouncil,
  caseUrl: () => `https://nominera.example.se/c/${'x'.repeat(43)}`,
};

/** A council's mail of a morning: one question is over its time, of another it is the deputy. */
const aMorning = (lang: Language): Digest => ({
  lang,
  today: '2027-01-07',
  askAt: 'sob-forvaltningen@example.se',
  matters: (['reminder', 'deputy'] as const).map((reason, index) => ({
    reason,
    caseNumber: `N-2026-000${index + 1}`,
    asks: QUESTIONS.position.asks,
    name: BODY.coordinationCouncil,
    receivedOn: '2026-11-23',
    targetOn: '2026-12-23',
    url: `https://nominera.example.se/a/${'x'.repeat(43)}`,
  })),
});

/** A council's mail of the morning on which the year's follow-up comes, beside reminders: of some that came before, and of another question. */
const aYearlyList = (lang: Language): Digest => {
  const { matters, ...morning } = aMorning(lang);
  const listed = ['N-2021-0004', 'N-2022-0009', 'N-2023-0002'].map((caseNumber) => ({
    reason: 'list' as const,
    caseNumber,
    asks: QUESTIONS.followUp.asks,
    name: BODY.coordinationCouncil,
    receivedOn: '2027-01-07',
    listUrl: `https://nominera.example.se/m/${'x'.repeat(43)}`,
  }));
  const late = listed.map((it) => ({ ...it, reason: 'reminder' as const, receivedOn: '2026-10-01' }));
  return { ...morning, matters: [...listed, ...late, ...matters.slice(0, 1)] };
};

/** The office's mail of a Monday, with something of everything. */
const aMonday = (lang: Language): Digest => {
  const open = { caseId: 'case-1', since: '2028-08-18', caseDays: 45, waitsForSupplement: false };
  return {
    lang,
    today: '2028-10-02',
    matters: [],
    week: {
      waiting: [
        { ...open, caseNumber: 'N-2026-0001', step: 'position', body: 'council', targetOn: '2028-09-18' },
        { ...open, caseNumber: 'N-2026-0002', step: 'pprPosition', body: 'ppr', waitsForSupplement: true },
      ],
      owed: [{ ...open, caseNumber: 'N-2026-0003', step: 'screening', body: 'sobOffice' }],
      reviews: [{ caseId: 'case-4', caseNumber: 'N-2026-0004', step: 'decision', on: '2028-10-09' }],
      wanted: [
        { caseId: 'case-1', caseNumber: 'N-2026-0001', units: 3 },
        { caseNumber: 'N-2024-0009', units: 1 },
      ],
      expiry: { validTo: '2029-01-31', monthsLeft: 3, expired: false },
    },
  };
};
