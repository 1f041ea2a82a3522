import Negotiator from 'negotiator';
import { type ApprovedReport, type Report, reportOf } from '../../shared/case/report.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { homeFrom } from '../../shared/pages/links.ts';
import { reportPage, unknownReportPage } from '../../shared/pages/pages.ts';
import type { Language } from '../../shared/routine/words.ts';
import { type HttpEvent, type HttpResult, problem } from '../../shared/runtime/http.ts';
import { acceptedLanguage, json } from '../../shared/runtime/json-api.ts';
import { language, page, seeOther } from '../../shared/web/request.ts';
import { showApproval, takeApproval } from './report-approval.ts';
import { reportCsv } from './report-csv.ts';
import type { ReportDeps } from './report-record.ts';

/** A report as it is shown: frozen in a version, or preliminary with the figures of this day. */
interface Shown {
  readonly report: Report;
  readonly approved?: ApprovedReport;
  /** The versions that there are. */
  readonly versions: readonly number[];
  /** The years before and after that have a report too. */
  readonly otherYears: readonly number[];
  readonly today: string;
}

/** The report that is asked for: of a version, or the newest; nothing for a year before the first case or not yet begun. */
const shownIn = async ({ record, now }: ReportDeps, event: HttpEvent): Promise<Shown | undefined> => {
  const asked = event.pathParameters?.year ?? '';
  const version = event.queryStringParameters?.version;
  const today = dateInSweden(now());
  const thisYear = Number(today.slice(0, 'YYYY'.length));
  const year = /^\d{4}$/u.test(asked) ? Number(asked) : Number.NaN;
  const [tally, approvals] = await Promise.all([record.counts(thisYear), record.versions(year || 0)]);
  const first = Math.min(thisYear, ...Object.keys(tally).map((key) => Number.parseInt(key, 10)));
  const hasReport = (it: number): boolean => it >= first && it <= thisYear;
  const approved = approvals.findLast((it) => version === undefined || String(it.version) === version);
  const isThere = hasReport(year) || approvals.length > 0;
  if (!isThere || (version !== undefined && approved === undefined)) return undefined;
  return {
    report: approved?.report ?? reportOf(tally, year),
    ...(approved && { approved }),
    versions: approvals.map((it) => it.version),
    otherYears: [year - 1, year + 1].filter(hasReport),
    today,
  };
};

/** `/reports/{year}`: the yearly follow-up, for everybody; with `?format=csv` as a table, `?version=1` as it was then. */
const showReport = async (deps: ReportDeps, event: HttpEvent): Promise<HttpResult> => {
  const lang = language(event);
  const { format, version } = event.queryStringParameters ?? {};
  const shown = await shownIn(deps, event);
  if (shown === undefined) return page(404, unknownReportPage(lang, homeFrom(event.routeKey)));
  if (format === 'csv') return csv(shown, lang);
  const { approved: { report: _, ...approval } = {}, ...rest } = shown;
  return page(
    200,
    reportPage({
      ...rest,
      lang,
      ...(await deps.deskBar(event, 'reports')),
      ...(version !== undefined && { query: new URLSearchParams({ version }).toString() }),
      ...(shown.approved && { approval: approval as Omit<ApprovedReport, 'report'> }),
    }),
  );
};

/** `/reports`: this year's, whatever year it is. */
const toThisYear = async ({ now }: ReportDeps, event: HttpEvent): Promise<HttpResult> => {
  const year = dateInSweden(now()).slice(0, 'YYYY'.length);
  const location = `reports/${year}${language(event) === 'en' ? '?lang=en' : ''}`;
  return seeOther(location);
};

/** `GET /api/reports/{year}`: the same figures as JSON or CSV, by what is accepted. */
const getReport = async (deps: ReportDeps, event: HttpEvent): Promise<HttpResult> => {
  const lang = acceptedLanguage(event);
  const type = new Negotiator({ headers: event.headers }).mediaType(['application/json', 'text/csv']);
  if (type === undefined) return problem(406, NOT_ACCEPTABLE[lang]);
  const shown = await shownIn(deps, event);
  if (shown === undefined) return problem(404, UNKNOWN[lang]);
  return type === 'text/csv' ? csv(shown, lang) : json(200, told(shown));
};

/** What everybody may know of a report: who approved it is the office's own. */
const told = ({ report, approved, versions }: Shown) => {
  const { version, approvedAt, replaces, reason, comment } = approved ?? {};
  return {
    ...report,
    standing: approved === undefined ? 'preliminary' : 'approved',
    ...(approvedAt !== undefined && { version, approvedAt, replaces, reason, comment }),
    versions,
  };
};

const csv = ({ report, approved }: Shown, lang: Language): HttpResult => ({
  statusCode: 200,
  headers: {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${FILE[lang]}-${report.year}.csv"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  },
  body: reportCsv(report, lang, approved?.version),
});

const FILE = { sv: 'uppfoljning', en: 'follow-up' };
const UNKNOWN = {
  sv: 'Det finns ingen uppföljning för det året, eller ingen sådan version av den.',
  en: 'There is no follow-up of that year, or no such version of it.',
};
const NOT_ACCEPTABLE = {
  sv: 'Uppföljningen finns som application/json och text/csv.',
  en: 'The follow-up comes as application/json and text/csv.',
};

/** The routes of the yearly reports, each by its method and path. */
export const reportRoutes: readonly {
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly path: string;
  readonly handle: (deps: ReportDeps, event: HttpEvent) => Promise<HttpResult>;
}[] = [
  { method: 'GET', path: '/api/reports/{year}', handle: getReport },
  { method: 'GET', path: '/reports', handle: toThisYear },
  { method: 'HEAD', path: '/reports', handle: toThisYear },
  { method: 'GET', path: '/reports/{year}', handle: showReport },
  { method: 'HEAD', path: '/reports/{year}', handle: showReport },
  { method: 'GET', path: '/r/{secret}', handle: showApproval },
  { method: 'HEAD', path: '/r/{secret}', handle: showApproval },
  { method: 'POST', path: '/r/{secret}', handle: takeApproval },
];
