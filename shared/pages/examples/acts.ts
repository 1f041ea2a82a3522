import { ATTACHING, withFiles } from '../../case/attachments.ts';
import { ACTS } from '../../routine/acts.ts';
import { wholeForm } from '../../routine/answerer.ts';
import { position } from '../../routine/position.ts';
import type { Act, ActName } from '../../routine/question.ts';
import { ROLE_NAMES } from '../../routine/routine.ts';
import type { Language, Words } from '../../routine/words.ts';
import { actDonePage, actPage } from '../act-page.tsx';
import { toPosted } from '../posted.ts';
import { reviewPage } from '../review-page.tsx';
import type { ActView } from '../views.ts';
import { COUNCIL, exampleKnown, fresh, NOMINATOR, type Nomination, OFFICE } from './a-case.ts';
import { laterKnown, PROJECT } from './a-programme.ts';
import { FILES } from './attachments.ts';
import { faulty, missing } from './questions.ts';

/** The page of each act, as it is met first; with its review, faults, and what is said afterwards. */
export function actExamples(
  nomination: Nomination,
  lang: Language,
): readonly (readonly [name: string, page: string])[] {
  const view = (name: ActName): ActView => {
    const act: Act = ACTS[name];
    return {
      lang,
      act,
      caseNumber: 'N-2026-0001',
      bodyName: doerOf(act),
      workingTitle: String(nomination.workingTitle),
      ...(act.on && { on: { question: position, bodyName: COUNCIL } }),
      backHref: '?',
      query: `act=${name}`,
      known: withFiles(
        act.during === undefined ? exampleKnown : laterKnown,
        ATTACHING.includes(name) ? FILES : [],
      ),
    };
  };
  const names = Object.keys(ACTS) as ActName[];
  const amended = {
    ...fresh(nomination),
    amendReason: 'Vi rättar kostnaden.',
    answeredByName: 'Åsa Öst',
    answeredByRole: 'psykolog',
  };
  const amending = { ...view('amend'), posted: toPosted(wholeForm(ACTS.amend), amended) };
  const month = toPosted(wholeForm(ACTS.reportMonth), PROJECT.reports[0]?.answers ?? {});
  const contacts = toPosted(wholeForm(ACTS.changeContacts), nomination);
  return [
    ...names.map((name) => [`act-${name}-empty`, actPage(view(name))] as const),
    [
      'act-requestSupplement-errors',
      actPage({ ...view('requestSupplement'), ...faulty(ACTS.requestSupplement) }),
    ],
    ['act-requestSupplement-done', actDonePage({ ...view('requestSupplement'), doneOn: '2026-12-01' })],
    ['act-changeContacts-filled', actPage({ ...view('changeContacts'), posted: contacts })],
    ['act-amend-filled', actPage(amending)],
    ['act-reportMonth-filled', actPage({ ...view('reportMonth'), posted: month })],
    [
      'act-reportDeviation-errors',
      actPage({
        ...view('reportDeviation'),
        ...faulty(ACTS.reportDeviation, 'affectsFrame=true&givesWayIn=quality', laterKnown),
      }),
    ],
    ['act-urgentStop-done', actDonePage({ ...view('urgentStop'), doneOn: '2030-09-13' })],
    [
      'act-amend-review',
      reviewPage({ ...amending, sheet: ACTS.amend, answers: amended, missing: missing(ACTS.amend, amended) }),
    ],
  ];
}

const doerOf = ({ by }: Act): Words => {
  if (by.includes('asked')) return COUNCIL;
  if (by.includes('nominator')) return NOMINATOR;
  return by.includes('projectManager') ? ROLE_NAMES.projectManager : OFFICE;
};
