import { form, section } from './form.ts';
import type { Sheet } from './question.ts';

const request = form({
  disclosedTo: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Vem får kopian?', en: 'Who is given the copy?' },
    help: {
      sv: 'Den som vill vara anonym får vara det: skriv då ”anonym”.',
      en: 'Whoever wants to be anonymous may be: then write “anonymous”.',
    },
    need: 'must',
  },
  disclosureRequest: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Vilken begäran gäller det?', en: 'Which request is it for?' },
    help: {
      sv: 'Till exempel diarienummer, eller dag och sätt som begäran kom.',
      en: 'For example its registration number, or the day and way that it came.',
    },
    need: 'must',
  },
  disclosureGround: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Varför maskeras något?', en: 'Why is something masked?' },
    help: {
      sv: 'Ange lagrum, till exempel 31 kap. 16 § offentlighets- och sekretesslagen.',
      en: 'State the provision, for example chapter 31 section 16 of the Public Access to Information and Secrecy Act.',
    },
    need: 'should',
  },
});

const passages = form({
  maskedTexts: {
    kind: 'registerChoices',
    register: 'texts',
    label: { sv: 'Vad mer ska maskeras?', en: 'What else is to be masked?' },
    help: {
      sv: 'Det som är sekretessmarkerat, e-postadresser och telefonnummer tas alltid bort. Kryssa i de texter som också ska bort.',
      en: 'What is marked as confidential, e-mail addresses and phone numbers are always taken out. Tick the texts that are to go too.',
    },
    need: 'may',
  },
});

/** A copy of a case for somebody who has asked for it; each is judged for itself, and noted. */
export const disclosure = {
  id: 'disclosure',
  title: { sv: 'Maskad kopia av ärendet', en: 'Masked copy of the case' },
  asks: { sv: 'Gör kopian', en: 'Make the copy' },
  lead: {
    sv: 'Kopian noteras: vem som får den, för vilken begäran, vem som lämnar ut den och vad som är maskat. Läs igenom den innan ni lämnar den ifrån er. Bilagor är inte med: de prövas för sig.',
    en: 'The copy is noted: who is given it, for which request, who discloses it and what is masked. Read it through before you give it away. Attachments are not included: they are judged separately.',
  },
  next: {
    sv: 'Kopian är noterad. Skriv ut den eller spara den som PDF.',
    en: 'The copy is noted. Print it or save it as a PDF.',
  },
  rules: [],
  form: form({ ...request, ...passages }),
  sections: [
    section('request', 'Begäran', 'The request', request),
    section('passages', 'Det som maskeras', 'What is masked', passages),
  ],
} as const satisfies Sheet;
