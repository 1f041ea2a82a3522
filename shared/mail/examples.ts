import type { NoticeId, Role } from '../routine/question.ts';
import { QUESTIONS, ROLE_NAMES } from '../routine/routine.ts';
import type { Language, Words } from '../routine/words.ts';
import { type Letter, type NoticeMail, noticeLetter, questionLetter } from './letters.ts';

const BODY: Readonly<Record<Role, Words>> = {
  ...ROLE_NAMES,
  coordinationCouncil: {
    sv: 'Samordningsråd psykisk hälsa',
    en: 'Coordination council for mental health',
  },
};

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
  objected: {},
  notForSob: {},
  merged: {},
  withdrawn: {},
  released: {},
  councilsChanged: { outcome: 'approved' },
  referralWithdrawn: {},
  deferred: { reviewOn: '2027-03-01' },
  reopened: {},
  contactsChanged: {},
  undelivered: { about: BODY.coordinationCouncil },
};

/** Every mail, by name: for tests and for screenshots. */
export function exampleLetters(lang: Language): Readonly<Record<string, Letter>> {
  const common = { caseNumber: 'N-2026-0001', lang };
  const ask = { askAt: 'sob-forvaltningen@example.se' };
  const asked = Object.values(QUESTIONS).map((question) => ({
    ...common,
    ...(question.answeredBy !== 'sobOffice' && ask),
    question,
    bodyName: BODY[question.answeredBy],
    targetOn: '2026-12-23',
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
    ['N-4-with-case', noticeLetter({ ...common, ...ask, notice: 'N-4', caseUrl })],
    ...['deferred', 'returnedToCouncil'].map((outcome) => [
      `N-9-${outcome}`,
      noticeLetter({ ...common, ...ask, notice: 'N-9', outcome }),
    ]),
  ]);
}
