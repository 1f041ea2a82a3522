import type { JSX } from 'preact';
import { dateInWords, type Words } from '../routine/words.ts';
import { Course } from './course.tsx';
import type { CopiedDocument, CopyView, ShownManifest } from './desk-views.ts';
import { Back, html, Page } from './layout.tsx';
import { Inset } from './notes.tsx';
import { Parts } from './parts.tsx';
import { Facts } from './summary.tsx';
import { MARK, MASKED, Mails } from './timeline.tsx';
import { SAY } from './words.ts';

/** A case as a whole, to print: for the archive, or masked for somebody who has asked for it. */
export function copyPage(view: CopyView): string {
  const { lang, caseNumber, workingTitle, documents, mails, backHref, disclosed, manifest } = view;
  return html(
    <Page frame={view} title={`${workingTitle} – ${caseNumber}`} otherLanguage={disclosed ? 'none' : 'link'}>
      <Back href={backHref} lang={lang} />
      <span class="govuk-caption-l">{`${SAY.case[lang]} ${caseNumber}`}</span>
      <h1 class="govuk-heading-l">{workingTitle}</h1>
      <About {...view} />
      {disclosed && <Inset>{`${MASKED_COPY[lang]} ${MASKED(disclosed.masked)[lang]}`}</Inset>}
      <p class="govuk-body nom-screen">{HOW[lang]}</p>
      {documents.map((it) => (
        <Copied key={it.id} {...it} lang={lang} known={view.known} />
      ))}
      <Course {...view} />
      {mails.length > 0 && (
        <section class="nom-part">
          <h2 class="govuk-heading-m">{MAILS[lang]}</h2>
          <Mails lines={mails} lang={lang} />
        </section>
      )}
      {manifest && <Manifest {...manifest} lang={lang} />}
    </Page>,
  );
}

/** Names of parts are those of the exported JSON, in both languages. */
const Manifest = ({ chain, parts, files, lang }: ShownManifest & Pick<CopyView, 'lang'>): JSX.Element => {
  const named = [...Object.entries(parts), ...files.map((line) => line.split('  ', 2).reverse())];
  const rows = named.map(([name = '', digest]) => [{ sv: name, en: name }, digest] as const);
  return (
    <section class="nom-part">
      <h2 class="govuk-heading-m">{MANIFEST[lang]}</h2>
      <p class="govuk-body">{MANIFEST_IS[lang]}</p>
      <Facts rows={[[CHAIN, chain], ...rows]} lang={lang} />
    </section>
  );
};

const About = ({ lang, registrationNumber, submittedOn, printedOn, disclosed }: CopyView): JSX.Element => {
  const rows: readonly (readonly [Words, string | undefined])[] = [
    [REGISTERED, registrationNumber],
    [SUBMITTED, dateInWords(submittedOn, lang)],
    [disclosed ? COPIED : PRINTED, dateInWords(printedOn, lang)],
    [TO, disclosed?.to],
    [REQUEST, disclosed?.request],
    [BY, disclosed?.by],
  ];
  return <Facts rows={rows} lang={lang} />;
};

const Copied = ({
  title,
  by,
  on,
  mark,
  signedBy,
  parts,
  form,
  answers,
  lang,
  known,
}: CopiedDocument & Pick<CopyView, 'lang' | 'known'>): JSX.Element => (
  <section class="nom-part">
    <h2 class="govuk-heading-m">{title[lang]}</h2>
    <p class="govuk-hint">
      {[by?.[lang], signedBy, dateInWords(on, lang), MARK[mark][lang]].filter(Boolean).join(' · ')}
    </p>
    <Parts parts={parts} form={form} answers={answers} lang={lang} known={known} heading="h3" />
  </section>
);

const REGISTERED: Words = { sv: 'Diarienummer', en: 'Registration number' };
const SUBMITTED: Words = { sv: 'Inskickad', en: 'Submitted' };
const PRINTED: Words = { sv: 'Utskriven', en: 'Printed' };
const COPIED: Words = { sv: 'Kopian gjord', en: 'Copy made' };
const TO: Words = { sv: 'Lämnas till', en: 'Disclosed to' };
const REQUEST: Words = { sv: 'Begäran', en: 'Request' };
const BY: Words = { sv: 'Lämnas ut av', en: 'Disclosed by' };
const MAILS: Words = { sv: 'Mejl i ärendet', en: 'Mails of the case' };
const MANIFEST: Words = { sv: 'Kontrollsummor', en: 'Checksums' };
const MANIFEST_IS: Words = {
  sv: 'SHA-256 för varje del av ärendet, så som den står i den exporterade JSON-filen, och för varje fil. Med dem går det att se om något har ändrats sedan utskriften.',
  en: 'SHA-256 of each part of the case, as it stands in the exported JSON file, and of each file. With them it can be seen whether anything has changed since this was printed.',
};
const CHAIN: Words = { sv: 'Handlingarnas kedja', en: 'The chain of acts' };
const HOW: Words = {
  sv: 'Skriv ut sidan, eller spara den som PDF, med webbläsarens utskrift.',
  en: 'Print the page, or save it as a PDF, with your browser.',
};
const MASKED_COPY: Words = {
  sv: 'Det här är en maskad kopia. Det som är sekretessmarkerat, kontaktuppgifter och de ställen som SoB-förvaltningen har valt är borttagna.',
  en: 'This is a masked copy. What is marked as confidential, contact details and the passages that the office has chosen are taken out.',
};
