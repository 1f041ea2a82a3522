import { followUp } from '../../routine/follow-up.ts';
import { position } from '../../routine/position.ts';
import { pprPosition } from '../../routine/ppr-position.ts';
import type { Question } from '../../routine/question.ts';
import type { Language, Words } from '../../routine/words.ts';
import { agendaPage, CHOSEN_FIELD } from '../agenda-page.tsx';
import type { AgendaItem, AgendaView, PackView } from '../agenda-views.ts';
import { packPage } from '../pack-page.tsx';
import type { QuestionView } from '../views.ts';
import { answered, COUNCIL, exampleKnown, type Nomination, PPR } from './a-case.ts';
import { laterKnown, PROGRAMME } from './a-programme.ts';

/** What waits for a body, and what it takes to its meeting. */
export function agendaExamples(
  nomination: Nomination,
  lang: Language,
): readonly (readonly [name: string, page: string])[] {
  const known = exampleKnown;
  const common = { lang, today: '2027-02-01', known, calendarHref: '?calendar' };
  const agenda: AgendaView = { ...common, bodyName: COUNCIL, items: AGENDA };
  const posted = { meetingOn: '8/2', answeredByName: 'Åsa Öst' };
  const problems = [
    { field: CHOSEN_FIELD, message: NOTHING_CHOSEN },
    {
      field: 'meetingOn',
      message: { sv: 'Skriv datumet som ÅÅÅÅ-MM-DD.', en: 'Write the date as YYYY-MM-DD.' },
    },
  ];
  const view = (question: Question, more: Partial<QuestionView>): QuestionView => ({
    lang,
    question,
    caseNumber: 'N-2026-0001',
    bodyName: COUNCIL,
    nomination,
    submittedOn: '2026-11-20',
    earlier: answered.slice(0, 1),
    known,
    targetOn: '2026-12-23',
    ...more,
  });
  const pack: PackView = {
    ...common,
    bodyName: COUNCIL,
    meetingOn: '2027-02-08',
    backHref: '?',
    cases: [
      view(position, {}),
      view(followUp, {
        caseNumber: 'N-2021-0004',
        programme: PROGRAMME,
        earlier: [],
        known: laterKnown,
      }),
    ],
  };
  const forPpr = { ...pack, bodyName: PPR, cases: [view(pprPosition, { earlier: answered.slice(0, 3) })] };
  return [
    ['agenda', agendaPage(agenda)],
    ['agenda-empty', agendaPage({ ...agenda, bodyName: PPR, items: [] })],
    ['agenda-taken-up', agendaPage({ ...agenda, takenUpOn: '2027-02-08', missed: true })],
    ['agenda-errors', agendaPage({ ...agenda, meeting: { posted, problems, chosen: [] } })],
    ['pack', packPage(pack)],
    ['pack-ppr', packPage(forPpr)],
    ['pack-empty', packPage({ ...pack, cases: [] })],
  ];
}

const NOTHING_CHOSEN: Words = {
  sv: 'Kryssa för minst ett ärende i listan.',
  en: 'Tick at least one case in the list.',
};

const AGENDA: readonly AgendaItem[] = [
  {
    href: '?question=1',
    key: 'case-1 1',
    question: position,
    caseNumber: 'N-2026-0001',
    workingTitle: 'Sov bättre – KBT på nätet vid insomni',
    kind: { sv: 'Nytt behandlingsprogram', en: 'A new treatment programme' },
    caseDays: 77,
    since: '2026-11-23',
    days: 70,
    targetOn: '2026-12-23',
    meetingOn: '2027-02-08',
  },
  {
    href: '?question=2',
    key: 'case-2 2',
    question: position,
    caseNumber: 'N-2026-0012',
    workingTitle: 'Stöd till närstående',
    kind: { sv: 'Inköp av stödprogram', en: 'Purchase of a support programme' },
    caseDays: 12,
    since: '2027-01-29',
    days: 3,
    targetOn: '2027-03-01',
    waitsSince: '2027-01-30',
  },
  {
    href: '?question=3',
    question: followUp,
    caseNumber: 'N-2021-0004',
    workingTitle: 'Stressa mindre',
    kind: { sv: 'Stödprogram', en: 'Support programme' },
    caseDays: 2100,
    publishedOn: '2022-03-01',
    since: '2027-01-29',
    days: 3,
  },
];
