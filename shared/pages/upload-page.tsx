import type { Words } from '../routine/words.ts';
import { Back, html, Page } from './layout.tsx';
import { type SignedForm, UploadForm, UploadProblem } from './upload-form.tsx';
import type { Frame } from './views.ts';
import { SAY } from './words.ts';

/** The first of two steps to attach a file to a case: to send it. */
export interface UploadView extends Frame {
  readonly caseNumber: string;
  readonly bodyName: Words;
  readonly asks: Words;
  readonly lead: Words;
  readonly backHref: string;
  readonly upload: SignedForm;
  /** Why the file that was sent is not taken. */
  readonly problem?: Words;
}

/** A file is chosen and sent; what it is, is said on the page after that. */
export function uploadPage(view: UploadView): string {
  const { lang, caseNumber, bodyName, asks, lead, backHref, upload, problem } = view;
  const title = `${asks[lang]} – ${caseNumber}`;
  return html(
    <Page frame={view} title={problem ? `${SAY.error[lang]}: ${title}` : title}>
      <UploadProblem problem={problem} lang={lang} />
      <Back href={backHref} lang={lang} />
      <span class="govuk-caption-l">{`${SAY.case[lang]} ${caseNumber} · ${bodyName[lang]}`}</span>
      <h1 class="govuk-heading-l">{asks[lang]}</h1>
      <p class="govuk-body">{`${lead[lang]} ${THEN[lang]}`}</p>
      <UploadForm upload={upload} lang={lang} problem={problem} />
    </Page>,
  );
}

const THEN: Words = {
  sv: 'Ladda först upp filen. Sedan skriver du vad det är för handling.',
  en: 'First upload the file. Then you say what document it is.',
};
