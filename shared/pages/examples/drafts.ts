import { type DraftPart, partsNow } from '../../case/draft-parts.ts';
import { callMe } from '../../routine/call-me.ts';
import { checkAnswers, type FieldProblem } from '../../routine/check.ts';
import { mailboxForm } from '../../routine/draft-mailbox.ts';
import { sendingForm } from '../../routine/draft-sending.ts';
import { nominationForm } from '../../routine/nomination.ts';
import { nominationSheet } from '../../routine/nomination-sheet.ts';
import type { Language } from '../../routine/words.ts';
import { costSums } from '../costs.ts';
import { draftOverviewPage } from '../draft-overview-page.tsx';
import { draftPartPage } from '../draft-part-page.tsx';
import { draftReceiptPage } from '../draft-receipt-page.tsx';
import { draftReviewPage } from '../draft-review-page.tsx';
import type { CallShown, DraftFrame, DraftReviewView, PartView } from '../draft-views.ts';
import { callDonePage, callPage, mailedPage, nominatePage } from '../nominate-page.tsx';
import { type Posted, toPosted } from '../posted.ts';
import type { Nomination } from './a-case.ts';

/** A nomination that is being written, in every state. */

const known = { today: '2026-11-23', facts: {}, registers: {} };

const MAILBOX = 'vc.ekdungen.utveckling@example.se';

const CALL: CallShown = {
  draftId: 'draft-1',
  name: 'Exempel Person',
  unit: 'Vårdcentral Ekdungen',
  phone: '010-123 45 67',
  email: MAILBOX,
  about: 'Vi har en idé om KBT vid sömnbesvär.\nRing helst på förmiddagen.',
  askedAt: '2026-11-23T08:30:00.000Z',
};

export function draftExamples(
  nomination: Nomination,
  lang: Language,
): readonly (readonly [name: string, page: string])[] {
  const frame: DraftFrame = {
    lang,
    from: 'from=3-example1',
    query: 'from=3-example1',
    savedAt: '2026-11-23T09:12:00.000Z',
    nominateHref: '../nominate',
  };
  const desk = {
    ...frame,
    nominateHref: '../../nominate',
    call: CALL,
    desk: { name: 'Handläggare Ett', deskHref: '..', at: 'calls' as const },
  };
  const part = partPage(frame, nomination);
  return [
    ...startExamples(lang),
    ...overviewExamples(frame, desk, nomination),
    ...partsNow(nomination, known).map(({ id }) => [`draft-part-${id}`, part(id)] as const),
    ['draft-part-empty', partPage(frame, {})('A')],
    ['draft-part-saved', part('D', { saved: true })],
    ['draft-part-wrong', part('B', wrongIn('B', nomination))],
    ['draft-part-two-texts', part('D', twoTexts)],
    ['draft-part-at-desk', partPage(desk, nomination)('D')],
    ...reviewExamples(frame, nomination),
    ['draft-receipt', draftReceiptPage({ lang, ...SENT })],
    ['draft-receipt-late', draftReceiptPage({ lang, ...SENT, late: late(nomination) })],
  ];
}

const SENT = { caseNumber: 'N-2026-0001', at: '2026-11-23T10:00:00.000Z' };

const late = (written: Nomination) => ({
  sheet: nominationSheet,
  written,
  posted: toPosted(nominationForm, written),
  intent: 'submit' as const,
});

const startExamples = (lang: Language): readonly (readonly [string, string])[] => {
  const [first] = partsNow({}, known) as [DraftPart];
  const start = { lang, home: '', known, first, key: 'key-1' };
  const mailed = { lang, home: '', query: 'mailed=draft-1', mailbox: MAILBOX };
  const call = { lang, home: '', query: 'call=1', key: 'key-1' };
  return [
    ['nominate', nominatePage(start)],
    [
      'nominate-wrong',
      nominatePage({ ...start, posted: { workingTitle: 'Sömn' }, problems: problemsOf(mailboxForm, {}) }),
    ],
    ['nominate-mailed', mailedPage(mailed)],
    ['nominate-mailed-again', mailedPage({ ...mailed, again: 'sent' })],
    ['nominate-mailed-wait', mailedPage({ ...mailed, again: 'wait' })],
    ['call', callPage(call)],
    [
      'call-wrong',
      callPage({
        ...call,
        posted: { name: 'Exempel' },
        problems: problemsOf(callMe.form, { name: 'Exempel' }),
      }),
    ],
    ['call-done', callDonePage({ lang, query: 'call=done' })],
  ];
};

const problemsOf = (form: Parameters<typeof checkAnswers>[0], raw: Posted): readonly FieldProblem[] => {
  const checked = checkAnswers(form, raw, known);
  return checked.ok ? [] : checked.problems;
};

const overviewExamples = (
  frame: DraftFrame,
  desk: DraftFrame,
  nomination: Nomination,
): readonly (readonly [string, string])[] => {
  const parts = partsNow(nomination, known).map((part, index) => ({
    ...part,
    state: (['done', 'started', 'notStarted'] as const)[index % 3] ?? 'done',
    missing: part.id === 'B' ? problemsOf(part.form, {}) : [],
    rivalled: part.id === 'D',
  }));
  const view = { ...frame, title: String(nomination.workingTitle), parts, attachments: 1, mailbox: MAILBOX };
  return [
    ['draft-overview', draftOverviewPage(view)],
    ['draft-overview-resent', draftOverviewPage({ ...view, resent: 'sent' })],
    ['draft-overview-wait', draftOverviewPage({ ...view, resent: 'wait' })],
    ['draft-overview-at-desk', draftOverviewPage({ ...desk, parts: view.parts, attachments: 0 })],
  ];
};

const partPage =
  (frame: DraftFrame, nomination: Nomination) =>
  (id: string, more: Partial<PartView> = {}): string => {
    const parts = partsNow(nomination, known);
    const at = parts.findIndex((part) => part.id === id);
    const [part, after] = [parts[at], parts[at + 1]];
    if (part === undefined) throw new Error(`No part ${id}`);
    const sums = costSums(nomination.costLines);
    return draftPartPage({
      ...frame,
      query: `part=${id}&${frame.from}`,
      part,
      known,
      posted: toPosted(nominationForm, nomination),
      seen: part.fields.join(' '),
      attempt: 1,
      problems: [],
      rivals: [],
      ...(after && { after }),
      ...(sums && { sums }),
      ...more,
    });
  };

const wrongIn = (id: string, nomination: Nomination): Partial<PartView> => {
  const form = partsNow(nomination, known).find((part) => part.id === id)?.form ?? {};
  const written = { nominatingUnit: 'V', contactEmail: 'ingen adress' };
  return { posted: written, problems: problemsOf(form, written) };
};

const twoTexts: Partial<PartView> = {
  rivals: [
    {
      field: 'needDescription',
      value: { needDescription: 'Väntetiden är sju månader.\nHälften får bara läkemedel.' },
      at: '2026-11-23T09:10:00.000Z',
    },
    { field: 'purpose', value: {}, at: '2026-11-23T09:11:00.000Z' },
  ],
};

const reviewExamples = (
  frame: DraftFrame,
  nomination: Nomination,
): readonly (readonly [string, string])[] => {
  const view: DraftReviewView = {
    ...frame,
    query: `part=review&${frame.from}`,
    parts: partsNow(nomination, known),
    answers: nomination,
    known,
    version: 3,
    problems: [],
    missing: ['coNominators', 'researchersInvolved'],
    rivalled: [],
    similar: [
      {
        name: 'Sömnskola',
        what: 'programme',
        detail: { sv: 'Region Exempel', en: 'Region Exempel' },
        href: '../programmes/N-2025-0007',
        reason: { sv: 'Samma ord i namnet: sömn.', en: 'Same words in the name: sömn.' },
      },
    ],
  };
  const answers = { workingTitle: 'Sömn', costLines: [{ category: 'staffTime', hours: 10 }] };
  return [
    ['draft-review', draftReviewPage(view)],
    ['draft-review-changed', draftReviewPage({ ...view, hasChanged: true })],
    ['draft-review-unread', draftReviewPage({ ...view, unread: problemsOf(sendingForm, {}) })],
    [
      'draft-review-lacking',
      draftReviewPage({
        ...view,
        answers,
        missing: [],
        similar: [],
        problems: problemsOf(nominationForm, answers),
        rivalled: ['summary'],
      }),
    ],
  ];
};
