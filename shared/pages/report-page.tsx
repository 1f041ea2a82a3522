import type { JSX } from 'preact';
import type { ApprovedReport, Report } from '../case/report.ts';
import { dateInSweden } from '../case/sweden.ts';
import { dateInWords, type Language, type Words } from '../routine/words.ts';
import { html, Page } from './layout.tsx';
import { inLanguage } from './links.ts';
import { messagePage } from './message-page.tsx';
import { Inset } from './notes.tsx';
import { Figures } from './report-parts.tsx';
import type { Frame } from './views.ts';

/** How a report that is shown came to be; none of it where the figures are as they stand today. */
export type Approval = Omit<ApprovedReport, 'report'>;

export interface ReportView extends Frame {
  readonly report: Report;
  readonly approval?: Approval;
  readonly today: string;
  /** The approved versions that there are. */
  readonly versions: readonly number[];
  /** Years before and after that have a report too. */
  readonly otherYears: readonly number[];
}

/** The yearly follow-up, for everybody to read. */
export function reportPage(view: ReportView): string {
  const { lang, report, otherYears } = view;
  const title = `${TITLE[lang]} ${report.year}`;
  return html(
    <Page frame={view} title={title}>
      <span class="govuk-caption-l">{SUBJECT[lang]}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <Standing {...view} />
      <p class="govuk-body nom-screen">
        <a class="govuk-link" href={inLanguage(`?${asked(view)}format=csv`, lang)}>
          {AS_CSV[lang]}
        </a>
      </p>
      <Figures report={report} lang={lang} />
      {otherYears.length > 0 && (
        <nav class="nom-screen" aria-label={OTHER_YEARS[lang]}>
          <h2 class="govuk-heading-m">{OTHER_YEARS[lang]}</h2>
          <ul class="govuk-list">
            {otherYears.map((year) => (
              <li key={year}>
                <a class="govuk-link" href={inLanguage(String(year), lang)}>{`${TITLE[lang]} ${year}`}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Page>,
  );
}

const asked = ({ query }: ReportView): string => (query === undefined ? '' : `${query}&`);

/** Whether the figures are fixed, since when, and what they take the place of. */
const Standing = (view: ReportView): JSX.Element => {
  const { lang, approval, today, versions } = view;
  if (approval === undefined)
    return (
      <Inset>
        <strong>{PRELIMINARY[lang]}</strong>
        {` ${AS_OF(today)[lang]}`}
      </Inset>
    );
  const { version, replaces, reason, comment } = approval;
  const newest = Math.max(...versions);
  return (
    <Inset>
      <p>{APPROVED(dateInSweden(new Date(approval.approvedAt)), version)[lang]}</p>
      {replaces !== undefined && <p class="nom-text">{`${REPLACES(replaces)[lang]} ${reason ?? ''}`}</p>}
      {comment !== undefined && <p class="nom-text">{comment}</p>}
      {version < newest && <p>{REPLACED(newest)[lang]}</p>}
      {versions.length > 1 && <Versions {...view} />}
    </Inset>
  );
};

const Versions = ({ lang, versions, approval }: ReportView): JSX.Element => (
  <ul class="govuk-list">
    {versions
      .filter((version) => version !== approval?.version)
      .map((version) => (
        <li key={version}>
          <a class="govuk-link" href={inLanguage(`?version=${version}`, lang)}>
            {`${VERSION[lang]} ${version}`}
          </a>
        </li>
      ))}
  </ul>
);

export const unknownReportPage = (lang: Language, home: string): string =>
  messagePage({
    lang,
    home,
    onward: {
      href: `${home}reports`,
      text: { sv: 'Till den senaste uppföljningen', en: 'To the latest follow-up' },
    },
    title: { sv: 'Sidan finns inte', en: 'There is no such page' },
    text: {
      sv: 'Det finns ingen uppföljning för det året, eller ingen sådan version av den.',
      en: 'There is no follow-up of that year, or no such version of it.',
    },
  });

const TITLE: Words = { sv: 'Uppföljning', en: 'Follow-up of' };
const SUBJECT: Words = {
  sv: 'Stöd- och behandlingsprogram på nätet',
  en: 'Internet-based support and treatment programmes',
};
const PRELIMINARY: Words = { sv: 'Preliminär.', en: 'Preliminary.' };
const AS_OF = (today: string): Words => ({
  sv: `Siffrorna är inte godkända än. De visas som de är den ${dateInWords(today, 'sv')} och kan ändras.`,
  en: `The figures are not approved yet. They are shown as they are on ${dateInWords(today, 'en')}, and may change.`,
});
const APPROVED = (on: string, version: number): Words => ({
  sv: `Godkänd av regionala SoB-förvaltningen den ${dateInWords(on, 'sv')}, version ${version}.`,
  en: `Approved by the regional SoB office on ${dateInWords(on, 'en')}, version ${version}.`,
});
const REPLACES = (version: number): Words => ({
  sv: `Gäller i stället för version ${version}:`,
  en: `Takes the place of version ${version}:`,
});
const REPLACED = (version: number): Words => ({
  sv: `Version ${version} gäller i stället för den här.`,
  en: `Version ${version} has taken the place of this one.`,
});
const VERSION: Words = { sv: 'Läs version', en: 'Read version' };
const AS_CSV: Words = {
  sv: 'Hämta siffrorna som kalkylark (CSV)',
  en: 'Get the figures as a spreadsheet (CSV)',
};
const OTHER_YEARS: Words = { sv: 'Andra år', en: 'Other years' };
