import type { JSX } from 'preact';
import type { AssignmentVersion } from '../case/assignment.ts';
import { ACTS } from '../routine/acts.ts';
import type { Known } from '../routine/check.ts';
import { projectAssignment } from '../routine/project-assignment.ts';
import type { Act } from '../routine/question.ts';
import { dateInWords, type Language, type Words } from '../routine/words.ts';
import { Changes } from './changes.tsx';
import { markedTitle } from './marks.ts';
import { Inset } from './notes.tsx';
import { Parts, partsOf } from './parts.tsx';
import { Facts, sek } from './summary.tsx';
import type { Approval, DeviationView, ProjectView } from './views.ts';

interface ProjectPartProps {
  readonly project: ProjectView;
  readonly lang: Language;
  readonly known: Known;
  /** To whoever is to approve it the assignment is shown whole, with what is new in it. */
  readonly whole?: boolean;
}

/** The project assignment as a document, its versions, and what has been reported since (ROUTINE.md Part 2). */
export const ProjectPart = ({ project, lang, known, whole }: ProjectPartProps): JSX.Element => {
  const { changes, deviations, reports, missing } = project;
  const inner = { lang, known };
  return (
    <section class="nom-part">
      <h2 class="govuk-heading-m">{markedTitle(TITLE, project.assignment, lang)}</h2>
      {project.isWithheld && <Inset>{WITHHELD[lang]}</Inset>}
      {missing.length > 0 && <Inset>{`${MISSING[lang]} ${monthsInWords(missing, lang)}.`}</Inset>}
      <Frame project={project} lang={lang} whole={whole === true} />
      {whole && (
        <>
          {changes && (
            <>
              <h3 class="govuk-heading-s">{CHANGED[lang]}</h3>
              <Changes form={projectAssignment.form} changes={changes} {...inner} />
            </>
          )}
          <h3 class="govuk-heading-s">{WHOLE[lang]}</h3>
          <Parts
            parts={partsOf(projectAssignment)}
            form={projectAssignment.form}
            answers={project.assignment}
            heading="h4"
            {...inner}
          />
        </>
      )}
      <Versions versions={project.versions} lang={lang} />
      {deviations.map((it) => (
        <Deviation key={`${it.on} ${it.by.sv} ${String(it.answers.what)}`} {...it} {...inner} />
      ))}
      {reports.map(({ on, answers }) => (
        <Reported
          key={`${on} ${String(answers.month)}`}
          act={ACTS.reportMonth}
          summary={`${ACTS.reportMonth.title[lang]}, ${dateInWords(String(answers.month), lang)}`}
          answers={answers}
          {...inner}
        />
      ))}
    </section>
  );
};

/** What holds now: mark and number of the document first (P-05, P-06); what the whole says too is not said twice. */
const Frame = ({
  project,
  lang,
  whole,
}: Pick<ProjectPartProps, 'project' | 'lang' | 'whole'>): JSX.Element => {
  const { assignment, versions, approvals, costs } = project;
  const { form } = projectAssignment;
  const { goal, timeTo, budgetSek } = versions.at(-1)?.frame ?? assignment;
  const rows: readonly (readonly [Words, string | undefined])[] = [
    [DOCUMENT, markOf(project, lang)],
    [form.registrationNumber.label, assignment.registrationNumber ?? NOT_REGISTERED[lang]],
    ...(whole
      ? []
      : ([
          [form.goal.label, goal],
          [form.timeTo.label, timeTo && dateInWords(timeTo, lang)],
          [form.budgetSek.label, budgetSek === undefined ? undefined : sek(budgetSek, lang)],
          [WEIGHTS, weightsOf(project, lang)],
        ] as const)),
    [ONE_OFF, costs && compared(costs.estimated.oneOff, costs.difference.oneOff, lang)],
    [PER_YEAR, costs && compared(costs.estimated.perYear, costs.difference.perYear, lang)],
    ...approvals.map((it) => [it.bodyName, approvalInWords(it, lang)] as const),
  ];
  return <Facts rows={rows} lang={lang} />;
};

const markOf = ({ assignment }: ProjectView, lang: Language): string | undefined => {
  const { documentStatus, legalGround } = assignment;
  const mark = documentStatus && MARK[documentStatus][lang];
  return [mark, legalGround].filter(Boolean).join(', ') || undefined;
};

/** P-17: what comes first when not everything fits. */
const weightsOf = ({ assignment }: ProjectView, lang: Language): string | undefined => {
  const { weightQuality, weightSchedule, weightBudget } = assignment;
  return weightQuality === undefined
    ? undefined
    : WEIGHED(weightQuality, weightSchedule ?? 0, weightBudget ?? 0)[lang];
};

/** R-f5: "900 000 kr (100 000 kr mer än i nomineringen)". */
const compared = (sum: number, difference: number, lang: Language): string =>
  difference === 0
    ? `${sek(sum, lang)} (${AS_NOMINATED[lang]})`
    : `${sek(sum, lang)} (${sek(Math.abs(difference), lang)} ${(difference > 0 ? MORE : LESS)[lang]})`;

const approvalInWords = ({ outcome, on }: Approval, lang: Language): string =>
  [(APPROVAL[outcome] ?? APPROVAL.released)[lang], on && dateInWords(on, lang)].filter(Boolean).join(' ');

const monthsInWords = (months: readonly string[], lang: Language): string =>
  months.map((month) => dateInWords(month, lang)).join(', ');

/** P-07. */
const Versions = ({
  versions,
  lang,
}: {
  readonly versions: readonly AssignmentVersion[];
  readonly lang: Language;
}): JSX.Element | null =>
  versions.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s">{VERSIONS[lang]}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {versions.map(({ version, on, issuer, reasonForChange }) => (
          <li key={version}>
            {`${VERSION[lang]} ${version}, ${dateInWords(on, lang)}, ${issuer}`}
            {reasonForChange && (
              <>
                {': '}
                <span class="nom-text">{reasonForChange}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );

type Inner = Pick<ProjectPartProps, 'lang' | 'known'>;

const Deviation = ({ on, by, answers, approvals, lang, known }: DeviationView & Inner): JSX.Element => (
  <Reported
    act={ACTS.reportDeviation}
    summary={[
      `${ACTS.reportDeviation.title[lang]}, ${by[lang]} ${dateInWords(on, lang)}.`,
      ...approvals.map((it) => `${it.bodyName[lang]}: ${approvalInWords(it, lang)}.`),
    ].join(' ')}
    answers={answers}
    lang={lang}
    known={known}
  />
);

interface ReportedProps extends Inner {
  readonly act: Act;
  readonly summary: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

const Reported = ({ act, summary, answers, lang, known }: ReportedProps): JSX.Element => (
  <details class="govuk-details">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{summary}</span>
    </summary>
    <div class="govuk-details__text">
      <Parts parts={partsOf(act)} form={act.form} answers={answers} lang={lang} known={known} heading="h4" />
    </div>
  </details>
);

const WITHHELD: Words = {
  sv: 'Uppdraget är sekretessbelagt. Det läses av projektets parter, av SoB-förvaltningen och av dem som ska ta ställning till det.',
  en: 'The assignment is confidential. It is read by the parties of the project, by the office and by those who are to take a position on it.',
};
const TITLE: Words = { sv: 'Projektuppdraget', en: 'The project assignment' };
const WHOLE: Words = { sv: 'Hela uppdraget', en: 'The whole assignment' };
const CHANGED: Words = { sv: 'Ändrat sedan förra gången', en: 'Changed since the last time' };
const DOCUMENT: Words = { sv: 'Handlingen är', en: 'The document is' };
const MARK = {
  open: { sv: 'Öppen', en: 'Open' },
  confidential: { sv: 'Sekretessbelagd', en: 'Confidential' },
} as const;
const WEIGHTS: Words = { sv: 'Vad väger tyngst?', en: 'What weighs most?' };
const WEIGHED = (quality: number, schedule: number, budget: number): Words => ({
  sv: `Kvalitet ${quality} %, tidplan ${schedule} %, ekonomisk ram ${budget} %`,
  en: `Quality ${quality} %, schedule ${schedule} %, budget ${budget} %`,
});
const NOT_REGISTERED: Words = { sv: 'Inte diariefört än', en: 'Not registered yet' };
const ONE_OFF: Words = { sv: 'Engångskostnader i kalkylen', en: 'One-off costs in the estimate' };
const PER_YEAR: Words = { sv: 'Kostnader per år i kalkylen', en: 'Costs per year in the estimate' };
const AS_NOMINATED: Words = { sv: 'som i nomineringen', en: 'as in the nomination' };
const MORE: Words = { sv: 'mer än i nomineringen', en: 'more than in the nomination' };
const LESS: Words = { sv: 'mindre än i nomineringen', en: 'less than in the nomination' };
const VERSIONS: Words = { sv: 'Versioner', en: 'Versions' };
const VERSION: Words = { sv: 'Version', en: 'Version' };
const MISSING: Words = { sv: 'Månadsrapport saknas för', en: 'The monthly report is missing for' };
const APPROVAL: Readonly<Record<string, Words>> & { readonly released: Words } = {
  approved: { sv: 'Godkände', en: 'Approved on' },
  refused: { sv: 'Godkände inte', en: 'Did not approve, on' },
  open: { sv: 'Har inte svarat än', en: 'Has not answered yet' },
  released: { sv: 'Behöver inte svara längre', en: 'Need not answer any more' },
};
