import { signature } from '../../shared/case/answers.ts';
import { type ApprovedReport, type Report, reportOf } from '../../shared/case/report.ts';
import { SOB_OFFICE } from '../../shared/case/rounds.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { linkDigest } from '../../shared/links/links.ts';
import {
  reportApprovalPage,
  reportApprovedPage,
  SEEN,
  tooLongPage,
  unknownLinkPage,
} from '../../shared/pages/pages.ts';
import { readPosted } from '../../shared/pages/posted.ts';
import { digestOf } from '../../shared/records/acts.ts';
import { mailboxSince, type StoredBody } from '../../shared/records/bodies.ts';
import { answerer } from '../../shared/routine/answerer.ts';
import { checkAnswers, type Known } from '../../shared/routine/check.ts';
import type { Answers } from '../../shared/routine/form.ts';
import { approveReport } from '../../shared/routine/report-approval.ts';
import type { Words } from '../../shared/routine/words.ts';
import { bodyText, type HttpEvent, type HttpResult } from '../../shared/runtime/http.ts';
import { language, page, seeOther } from '../../shared/web/request.ts';
import type { ReportDeps } from './report-record.ts';

const FORM = { ...approveReport.form, ...answerer };

/** A year's report as the office is to approve it, opened by its link. */
interface Opened {
  readonly report: Report;
  /** The newest approved version. */
  readonly newest: ApprovedReport | undefined;
  readonly bodies: readonly StoredBody[];
  readonly known: Known;
  /** What tells the figures that were read, and what they would take the place of, from others. */
  readonly seen: string;
}

/** The report behind the secret of a link, or `undefined` for a stranger's guess, and once the office has moved. */
const opened = async ({ record, now }: ReportDeps, event: HttpEvent): Promise<Opened | undefined> => {
  const digest = linkDigest(event.pathParameters?.secret ?? '');
  const target = digest === undefined ? undefined : await record.link(digest);
  if (target === undefined || !('report' in target)) return undefined;
  const bodies = await record.bodies();
  const office = bodies.find(({ id }) => id === SOB_OFFICE);
  if (office === undefined || mailboxSince(office) !== target.since) return undefined;
  const [tally, versions] = await Promise.all([record.counts(target.report), record.versions(target.report)]);
  const report = reportOf(tally, target.report);
  const newest = versions.at(-1);
  return {
    report,
    newest,
    bodies,
    known: { today: dateInSweden(now()), facts: { approvedBefore: newest !== undefined }, registers: {} },
    seen: digestOf([report, newest?.version ?? 0]),
  };
};

/** `/r/{secret}`: the figures to look through and the form; after it was sent, that it was. */
export const showApproval = async (deps: ReportDeps, event: HttpEvent): Promise<HttpResult> => {
  const lang = language(event);
  const it = await opened(deps, event);
  if (it === undefined) return page(404, unknownLinkPage({ lang, routeKey: event.routeKey }));
  const { newest, report } = it;
  const isDone = newest !== undefined && event.queryStringParameters?.done === String(newest.version);
  if (!isDone) return page(200, reportApprovalPage({ ...viewOf(it), lang }));
  const { version } = newest;
  const { year } = report;
  return page(
    200,
    reportApprovedPage({
      ...{ lang, query: `done=${version}`, year, version },
      ...{ href: `/reports/${year}`, correctHref: event.pathParameters?.secret ?? '' },
    }),
  );
};

/** Freezes the figures that were looked through (R-u1), as the next version of the year's report. */
export const takeApproval = async (deps: ReportDeps, event: HttpEvent): Promise<HttpResult> => {
  const lang = language(event);
  const it = await opened(deps, event);
  if (it === undefined) return page(404, unknownLinkPage({ lang, routeKey: event.routeKey }));
  const body = bodyText(event);
  if (body === undefined) return page(413, tooLongPage({ lang, routeKey: event.routeKey }));
  const { posted, raw, intent } = readPosted(FORM, body, it.known);
  const again = { ...viewOf(it), lang, posted };
  if (intent === 'edit') return page(200, reportApprovalPage(again));
  const changed = () =>
    page(409, reportApprovalPage({ ...again, problems: [{ field: '$', message: CHANGED }] }));
  if (new URLSearchParams(body).get(SEEN) !== it.seen) return changed();
  const checked = checkAnswers(FORM, raw, it.known);
  if (!checked.ok) return page(422, reportApprovalPage({ ...again, problems: checked.problems }));
  const approved = approvedAs(it, checked.answers, deps.now());
  return (await freeze(deps, it, approved)) ? toReceipt(event, approved.version) : changed();
};

const approvedAs = (
  { report, newest }: Opened,
  { answeredByName: name, answeredByRole: role, comment, reason }: Answers<typeof FORM>,
  now: Date,
): ApprovedReport => ({
  version: (newest?.version ?? 0) + 1,
  report,
  approvedAt: now.toISOString(),
  approvedBy: signature({ name, role }),
  ...(comment !== undefined && { comment }),
  ...(newest !== undefined && { replaces: newest.version }),
  ...(reason !== undefined && { reason }),
});

const freeze = (
  { record, now }: ReportDeps,
  { bodies }: Opened,
  approved: ApprovedReport,
): Promise<boolean> => record.freeze(approved, contentOwnersIn(bodies), dateInSweden(now()));

const contentOwnersIn = (bodies: Opened['bodies']): StoredBody | undefined =>
  bodies.find(({ role }) => role === 'contentOwners');

const viewOf = ({ report, newest, bodies, known, seen }: Opened) => ({
  report,
  known,
  seen,
  ...(newest && { newest }),
  ...(contentOwnersIn(bodies) === undefined && { tellsNobody: true }),
});

const toReceipt = (event: HttpEvent, version: number): HttpResult =>
  seeOther(`${event.pathParameters?.secret}?done=${version}${language(event) === 'en' ? '&lang=en' : ''}`);

const CHANGED: Words = {
  sv: 'Siffrorna har ändrats, eller godkänts av någon annan, sedan du öppnade sidan. Läs igenom dem en gång till och godkänn dem sedan.',
  en: 'The figures have changed, or were approved by somebody else, since you opened the page. Read them through once more, and then approve them.',
};
