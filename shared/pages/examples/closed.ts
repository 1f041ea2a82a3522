import { position } from '../../routine/position.ts';
import type { Language } from '../../routine/words.ts';
import { closedPage } from '../closed-page.tsx';
import { faultPage, removedFilePage, tooLongPage, unknownLinkPage, unsureFaultPage } from '../dead-ends.ts';
import { toPosted } from '../posted.ts';
import { replacedPage, resentPage } from '../replaced-page.tsx';
import { startPage } from '../start-page.tsx';
import type { ClosedView, ClosedWhy } from '../views.ts';
import { answersTo, COUNCIL, exampleKnown } from './a-case.ts';
import { REMOVED_FILE } from './attachments.ts';
import { typed } from './questions.ts';

const WHY: readonly ClosedWhy[] = [
  'released',
  'wentOn',
  'decided',
  'declined',
  'notForSob',
  'merged',
  'withdrawn',
];

/** Where nothing can be answered. */
export function closedExamples(lang: Language): readonly (readonly [name: string, page: string])[] {
  const anAnswer = typed(position, toPosted(position.form, answersTo.position), answersTo.position);
  const closed: Omit<ClosedView, 'why'> = {
    lang,
    question: position,
    caseNumber: 'N-2026-0001',
    bodyName: COUNCIL,
    known: exampleKnown,
    on: '2026-12-20',
  };
  const more = { released: { reason: 'Rådet berörs inte längre.' }, merged: { mergedInto: 'N-2026-0007' } };
  const at = { lang, routeKey: 'POST /a/{secret}' };
  return [
    ...WHY.map(
      (why) => [`closed-${why}`, closedPage({ ...closed, ...more[why as keyof typeof more], why })] as const,
    ),
    ['closed-typed', closedPage({ ...closed, why: 'withdrawn', late: anAnswer })],
    ['replaced', replacedPage({ lang })],
    ['replaced-typed', replacedPage({ lang, typed: anAnswer })],
    ['resent', resentPage({ lang })],
    ['resent-typed', resentPage({ lang, typed: anAnswer })],
    ['unknown-link', unknownLinkPage(at)],
    ['removed-file', removedFilePage({ ...at, note: REMOVED_FILE })],
    ['unknown-link-typed', unknownLinkPage({ ...at, typed: anAnswer })],
    ['fault', faultPage(at)],
    ['fault-typed', unsureFaultPage({ ...at, typed: anAnswer })],
    ['fault-unread', unsureFaultPage(at)],
    ['too-long', tooLongPage(at)],
    ['start', startPage(lang)],
    ['start-with-report', startPage(lang, 2027)],
  ];
}
