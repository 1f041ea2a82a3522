import { form, section } from '../form.ts';
import { act } from '../question.ts';

const removal = form({
  redactedText: {
    kind: 'registerChoice',
    register: 'texts',
    label: { sv: 'Vilken text eller fil tas bort?', en: 'Which text or file is removed?' },
    need: 'must',
  },
  redactedKind: {
    kind: 'choice',
    label: { sv: 'Vad är det för uppgift?', en: 'What kind of information is it?' },
    need: 'must',
    options: {
      patient: { sv: 'Uppgift om en patient', en: 'Information about a patient' },
      personal: { sv: 'Personuppgift', en: 'Personal data' },
      secret: { sv: 'Sekretessbelagd uppgift', en: 'Information under secrecy' },
      astray: { sv: 'Uppgift som inte hör till ärendet', en: 'Information that does not belong to the case' },
    },
  },
  redactReason: {
    kind: 'text',
    size: 'short',
    max: 100,
    label: { sv: 'Varför tas den bort?', en: 'Why is it removed?' },
    help: {
      sv: 'Skriv inte det som tas bort. Skälet syns i ärendet.',
      en: 'Do not write what is removed. The reason is shown in the case.',
    },
    need: 'must',
  },
});

/** A text, or a file's content and name, is replaced by a note of who removed what kind of thing, when and why; the law may demand it. */
export const redact = act({
  id: 'redact',
  why: 'redactReason',
  title: { sv: 'Text eller fil borttagen', en: 'Text or file removed' },
  asks: { sv: 'Ta bort en text eller fil', en: 'Remove a text or file' },
  lead: {
    sv: 'Det som tas bort ersätts av en anteckning om vem som tog bort det, när och varför. Det går inte att ångra. En text tas bort överallt i ärendet där den står, även i tidigare versioner av nomineringen. Av en fil raderas innehållet och filnamnet; den rubrik som filen har i ärendet är en egen text. Kopior som redan är utlämnade eller hämtade går inte att ta tillbaka.',
    en: 'What is removed is replaced by a note of who removed it, when and why. It cannot be undone. A text is removed wherever it stands in the case, also in earlier versions of the nomination. Of a file the content and the file name are deleted; the heading that the file has in the case is a text of its own. Copies that have been disclosed or downloaded cannot be taken back.',
  },
  next: {
    sv: 'Texten eller filen är ersatt av en anteckning på ärendets sidor, i sökningen och på de öppna sidorna. Kopior som redan har lämnats ut, hämtats eller skrivits ut kan vi inte ta tillbaka, och inte heller mejl. Säkerhetskopior gallras efter 35 dagar.',
    en: 'The text or file is replaced by a note on the pages of the case, in the search and on the open pages. Copies that have been disclosed, downloaded or printed cannot be taken back, nor can mails. Backups are deleted after 35 days.',
  },
  during: ['always'],
  by: ['desk'],
  rules: [],
  form: removal,
  sections: [section('removal', 'Det som tas bort', 'What is removed', removal)],
  tells: [],
});
