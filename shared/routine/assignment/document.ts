import { form } from '../form.ts';
import { projectStarted } from './conditions.ts';

/** The assignment as a document (P-05, P-06), with what hangs on it (R-f3, P-28). */
export const document = form({
  documentStatus: {
    kind: 'choice',
    label: { sv: 'Är uppdraget öppet eller sekretessbelagt?', en: 'Is the assignment open or confidential?' },
    need: 'must',
    askedWhen: projectStarted,
    rules: ['P-06'],
    options: {
      open: { sv: 'Öppet', en: 'Open' },
      confidential: { sv: 'Sekretessbelagt', en: 'Confidential' },
    },
  },
  legalGround: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Lagrum för sekretessen', en: 'Legal ground of the confidentiality' },
    help: {
      sv: 'Kapitel och paragraf i offentlighets- och sekretesslagen.',
      en: 'Chapter and section of the Public Access to Information and Secrecy Act.',
    },
    need: 'must',
    askedWhen: { all: [projectStarted, { field: 'documentStatus', is: ['confidential'] }] },
    rules: ['P-06'],
  },
  registrationNumber: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Diarienummer', en: 'Registration number' },
    help: { sv: 'Uppdraget ska diarieföras.', en: 'The assignment is to be registered.' },
    need: 'should',
    askedWhen: projectStarted,
    rules: ['P-05'],
  },
  planReference: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Projektplan, var den finns', en: 'Project plan, where it is found' },
    help: {
      sv: 'Om det finns en plan för utveckling, utvärdering och förvaltning, eller ett fullt projektdirektiv.',
      en: 'If there is a plan for development, evaluation and management, or a full project directive.',
    },
    need: 'may',
    askedWhen: projectStarted,
    rules: ['R-f3'],
  },
  monthlyReport: {
    kind: 'yesNo',
    label: {
      sv: 'Vill projektägaren ha en månadsrapport?',
      en: 'Does the project owner want a monthly report?',
    },
    need: 'may',
    askedWhen: projectStarted,
    rules: ['P-28'],
  },
});
