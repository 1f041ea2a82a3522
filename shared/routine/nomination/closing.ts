import { form } from '../form.ts';

/** Most files that a nomination holds. */
export const MOST_ATTACHMENTS = 10;

/** What is said of a file. */
export const attachmentForm = form({
  title: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Bilagans namn', en: 'Name of the attachment' },
    need: 'must',
  },
  confidential: {
    kind: 'yesNo',
    label: { sv: 'Bilagan innehåller affärsuppgifter', en: 'The attachment holds business information' },
    help: {
      sv: 'Den kan då omfattas av sekretess, och läses bara av den regionala SoB-förvaltningen, samordningsråden, PPR och er.',
      en: 'It may then be subject to confidentiality, and is read only by the regional SoB office, the coordination councils, PPR and yourselves.',
    },
    need: 'may',
  },
});

/** M. Attachments, other information and what the nominator knows when sending. */
export const closing = form({
  attachments: {
    kind: 'list',
    max: MOST_ATTACHMENTS,
    label: { sv: 'Bilagor', en: 'Attachments' },
    help: {
      sv: 'Markera bilagor som innehåller affärsuppgifter. Högst 20 MB per fil: pdf, docx, xlsx, png eller jpg.',
      en: 'Mark attachments that hold business information. At most 20 MB per file: pdf, docx, xlsx, png or jpg.',
    },
    need: 'may',
    item: {
      ...attachmentForm,
      // Named by its content, so that it cannot be exchanged for another behind the same name.
      file: {
        kind: 'registerChoice',
        register: 'files',
        label: { sv: 'Filen', en: 'The file' },
        need: 'may',
        askedWhen: { fact: 'files', is: [true] },
      },
    },
  },
  otherInformation: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Övrigt', en: 'Other information' },
    help: {
      sv: 'Sådant som inte passar någon annanstans.',
      en: 'Anything that does not fit elsewhere.',
    },
    need: 'may',
  },
  noPatientDataConfirmed: {
    kind: 'tick',
    label: {
      sv: 'Nomineringen innehåller inga patientuppgifter',
      en: 'The nomination holds no patient data',
    },
    need: 'may',
  },
  publicRecordAcknowledged: {
    kind: 'tick',
    label: {
      sv: 'Jag vet att nomineringen blir en allmän handling när den skickas in',
      en: 'I know that the nomination becomes an official document when it is submitted',
    },
    need: 'may',
  },
});
