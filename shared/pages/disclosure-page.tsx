import type { DisclosureView } from './desk-views.ts';
import { Back, html, Page } from './layout.tsx';
import { Problems, SheetForm, titled } from './sheet-form.tsx';
import { SAY } from './words.ts';

/** Who is given a copy of the case, and what is masked in it. */
export function disclosurePage(view: DisclosureView): string {
  const { lang, caseNumber, workingTitle, sheet, backHref, problems = [] } = view;
  const title = titled(`${sheet.title[lang]} – ${caseNumber}`, problems, lang);
  return html(
    <Page frame={view} title={title} otherLanguage="edit">
      <Problems problems={problems} sheet={sheet} lang={lang} />
      <Back href={backHref} lang={lang} />
      <span class="govuk-caption-l">{`${SAY.case[lang]} ${caseNumber}`}</span>
      <h1 class="govuk-heading-l">{sheet.title[lang]}</h1>
      <p class="govuk-body">
        {`${SAY.nomination[lang]}: `}
        <strong>{workingTitle}</strong>
      </p>
      <p class="govuk-body">{sheet.lead[lang]}</p>
      <section id="form">
        <h2 class="govuk-visually-hidden">{SAY.theForm[lang]}</h2>
        <SheetForm {...view} />
      </section>
    </Page>,
  );
}
