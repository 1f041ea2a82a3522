import { reportOf } from '../../case/report.ts';
import type { Tally } from '../../case/tally.ts';
import type { Language } from '../../routine/words.ts';
import { reportApprovalPage, reportApprovedPage } from '../report-approval-page.tsx';
import { type Approval, reportPage, unknownReportPage } from '../report-page.tsx';

/** What some years of cases come to. */
const TALLY: Tally = {
  '2023/developed/treatment': 2,
  '2023/useBegan': 2,
  '2023/unitsBegan': 5,
  '2024/developed/support': 3,
  '2024/developed/treatment': 1,
  '2024/useBegan': 4,
  '2024/unitsBegan': 9,
  '2026/nominated': 21,
  '2026/screened/forwardToCouncils': 17,
  '2026/screened/notForSob': 3,
  '2026/decided/create': 6,
  '2026/decided/purchase': 2,
  '2026/decided/decline': 5,
  '2026/stepDays/screening/4': 11,
  '2026/stepDays/screening/9': 9,
  '2026/stepDays/position/21': 8,
  '2026/stepDays/position/40': 5,
  '2026/stepDays/decision/12': 6,
  '2026/stepDays/decision/13': 6,
  '2026/netDays/21': 10,
  '2026/netDays/33': 3,
  '2026/withinMonth': 8,
  '2026/withinMonthNet': 10,
  '2026/referred': 2,
  '2026/developed/support': 2,
  '2026/developed/treatment': 3,
  '2026/joint/treatment': 1,
  '2026/putInUse/purchase': 1,
  '2026/useBegan': 6,
  '2026/useEnded': 1,
  '2026/unitsBegan': 11,
  '2026/unitsEnded': 3,
  '2026/inactivated': 1,
  '2026/followedUp': 8,
};

/** A year of which nothing is known yet is a report all the same. */
const NOTHING: Tally = {};

/** The yearly follow-up, as everybody reads it and as the office approves it. */
export function reportExamples(lang: Language): readonly (readonly [name: string, page: string])[] {
  const report = reportOf(TALLY, 2026);
  const shown = { lang, report, today: '2027-01-11', versions: [], otherYears: [2025, 2027] };
  const first: Approval = {
    version: 1,
    approvedAt: '2027-01-12T09:00:00.000Z',
    approvedBy: 'Exempel Person, Handläggare',
    comment: 'Två råd slogs ihop under våren, och därför tog svaren längre tid.',
  };
  const corrected: Approval = {
    ...first,
    version: 2,
    approvedAt: '2027-02-03T09:00:00.000Z',
    replaces: 1,
    reason: 'Ett program hade registrerats som stödprogram och är ett behandlingsprogram.',
  };
  const known = { today: '2027-01-11', facts: { approvedBefore: false }, registers: {} };
  const toApprove = { lang, report, known, seen: 'digest' };
  const again = { ...known, facts: { approvedBefore: true } };
  return [
    ['report-preliminary', reportPage(shown)],
    ['report-approved', reportPage({ ...shown, approval: first, versions: [1] })],
    ['report-corrected', reportPage({ ...shown, approval: corrected, versions: [1, 2] })],
    ['report-earlier', reportPage({ ...shown, query: 'version=1', approval: first, versions: [1, 2] })],
    ['report-empty', reportPage({ ...shown, report: reportOf(NOTHING, 2026), otherYears: [] })],
    ['report-unknown', unknownReportPage(lang, '../')],
    ['report-approval', reportApprovalPage(toApprove)],
    ['report-approval-tells-nobody', reportApprovalPage({ ...toApprove, tellsNobody: true })],
    ['report-approval-again', reportApprovalPage({ ...toApprove, known: again, newest: first })],
    [
      'report-approval-wrong',
      reportApprovalPage({
        ...toApprove,
        posted: { comment: 'Två råd slogs ihop.' },
        problems: [{ field: 'answeredByName', message: { sv: 'Skriv ditt namn', en: 'Write your name' } }],
      }),
    ],
    [
      'report-approved-now',
      reportApprovedPage({ lang, year: 2026, version: 1, href: '/reports/2026', correctHref: 'secret' }),
    ],
  ];
}
