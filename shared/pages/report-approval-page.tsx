import type { JSX } from 'preact';
import type { Report } from '../case/report.ts';
import { wholeForm } from '../routine/answerer.ts';
import type { FieldProblem, Known } from '../routine/check.ts';
import { approveReport } from '../routine/report-approval.ts';
import type { Words } from '../routine/words.ts';
import { Fields, type Place } from './fields.tsx';
import { FORM_ID, html, Page, RESULT_ID } from './layout.tsx';
import { inLanguage } from './links.ts';
import { Inset } from './notes.tsx';
import { wholePartsOf } from './parts.tsx';
import type { Posted } from './posted.ts';
import type { Approval } from './report-page.tsx';
import { Figures } from './report-parts.tsx';
import { Problems, titled } from './sheet-form.tsx';
import { StepMark } from './typed.tsx';
import type { Frame } from './views.ts';
import { SAY } from './words.ts';

export interface ReportApprovalView extends Frame {
  /** The figures as they are now. */
  readonly report: Report;
  /** What tells these figures from others; sent along, so that only what was read is approved. */
  readonly seen: string;
  /** The newest approved version. */
  readonly newest?: Approval;
  /** N-13: the register has no content owners, whom the approval would be told to. */
  readonly tellsNobody?: boolean;
  readonly known: Known;
  readonly posted?: Posted;
  readonly problems?: readonly FieldProblem[];
}

/** Names the field that carries {@link ReportApprovalView.seen}. */
export const SEEN = '_seen';

/** A year's figures for the office to look through, and to approve. */
export function reportApprovalPage(view: ReportApprovalView): string {
  const { lang, report, newest, tellsNobody, problems = [] } = view;
  const title = `${approveReport.asks[lang]} ${report.year}`;
  return html(
    <Page frame={view} title={titled(title, problems, lang)} otherLanguage="edit">
      <Problems problems={problems} sheet={approveReport} lang={lang} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{approveReport.lead[lang]}</p>
      {newest !== undefined && <Inset>{CORRECTS(newest.version)[lang]}</Inset>}
      {tellsNobody && <Inset>{TELLS_NOBODY[lang]}</Inset>}
      <p class="govuk-body nom-screen">
        <a class="govuk-link" href="#form">
          {SAY.toTheForm[lang]}
        </a>
      </p>
      <Figures report={report} lang={lang} />
      <section class="nom-part" id="form">
        <h2 class="govuk-heading-m">{approveReport.asks[lang]}</h2>
        <ApprovalForm {...view} />
      </section>
    </Page>,
  );
}

const ApprovalForm = ({ lang, known, seen, posted = {}, problems = [] }: ReportApprovalView): JSX.Element => {
  const place: Place = { lang, known, problems, posted, path: '', forms: [wholeForm(approveReport)] };
  return (
    <form method="post" action={`#${RESULT_ID}`} id={FORM_ID} novalidate>
      <StepMark sheet={approveReport} />
      <input type="hidden" name={SEEN} value={seen} />
      {wholePartsOf(approveReport).map(({ id, title, fields }) => (
        <section key={id} class="nom-section">
          {title && <h3 class="govuk-heading-m">{title[lang]}</h3>}
          <Fields place={place} only={fields} />
        </section>
      ))}
      <button type="submit" class="govuk-button">
        {approveReport.asks[lang]}
      </button>
    </form>
  );
};

export interface ReportApprovedView extends Frame {
  readonly year: number;
  readonly version: number;
  /** Where everybody reads the report. */
  readonly href: string;
  /** Where the office approves a corrected version. */
  readonly correctHref: string;
}

/** What the office has approved, and what happens next. */
export function reportApprovedPage(view: ReportApprovedView): string {
  const { lang, year, version, href, correctHref } = view;
  const title = `${APPROVED[lang]} ${year}`;
  return html(
    <Page frame={view} title={title}>
      <div class="govuk-panel govuk-panel--confirmation">
        <h1 class="govuk-panel__title">{title}</h1>
        <div class="govuk-panel__body">{`${VERSION[lang]} ${version}`}</div>
      </div>
      <h2 class="govuk-heading-m">{SAY.whatNext[lang]}</h2>
      <p class="govuk-body">{approveReport.next[lang]}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={inLanguage(href, lang)}>
          {READ[lang]}
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={inLanguage(correctHref, lang)}>
          {CORRECT[lang]}
        </a>
      </p>
    </Page>,
  );
}

const CORRECTS = (version: number): Words => ({
  sv: `Version ${version} är redan godkänd. Godkänner ni igen blir det en ny version, som gäller i stället.`,
  en: `Version ${version} is approved already. If you approve again, it becomes a new version that takes its place.`,
});
const TELLS_NOBODY: Words = {
  sv: 'Rutinens innehållsansvariga finns inte i registret, och får därför inget mejl. Lägg till dem med id contentOwners innan ni godkänner, eller säg till dem själva.',
  en: 'The content owners of the routine are not in the register, and so are sent no mail. Add them with the id contentOwners before you approve, or tell them yourselves.',
};
const APPROVED: Words = { sv: 'Ni har godkänt uppföljningen för', en: 'You have approved the follow-up of' };
const VERSION: Words = { sv: 'Version', en: 'Version' };
const CORRECT: Words = { sv: 'Rätta uppföljningen', en: 'Correct the follow-up' };
const READ: Words = { sv: 'Läs uppföljningen', en: 'Read the follow-up' };
