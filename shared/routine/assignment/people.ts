import { form } from '../form.ts';
import { isProject, projectStarted, started } from './conditions.ts';

const NAME = { kind: 'text', size: 'short' } as const;
const MAILBOX = { kind: 'text', size: 'short', format: 'email' } as const;
const OF_PROJECT = { need: 'must', needWhen: isProject, askedWhen: started } as const;

/** Who answers for what in the project (P-02, P-21, P-22). */
export const people = form({
  projectOwnerName: {
    ...NAME,
    ...OF_PROJECT,
    label: { sv: 'Projektägare, namn', en: 'Project owner, name' },
    help: {
      sv: 'Svarar för projektet gentemot dem som har beslutat om det. Får en länk för att godkänna uppdraget.',
      en: 'Answers for the project to those who decided on it. Is sent a link to approve the assignment.',
    },
    rules: ['P-21'],
  },
  projectOwnerEmail: {
    ...MAILBOX,
    ...OF_PROJECT,
    label: { sv: 'Projektägare, e-post', en: 'Project owner, e-mail' },
    rules: ['P-02', 'P-21'],
  },
  projectManagerName: {
    ...NAME,
    ...OF_PROJECT,
    label: { sv: 'Projektledare, namn', en: 'Project manager, name' },
    help: {
      sv: 'Leder arbetet och svarar inför projektägaren. Någon annan än projektägaren. Godkänner också uppdraget.',
      en: 'Leads the work and answers to the project owner. Someone other than the owner. Approves the assignment too.',
    },
    rules: ['P-22'],
  },
  projectManagerEmail: {
    ...MAILBOX,
    ...OF_PROJECT,
    label: { sv: 'Projektledare, e-post', en: 'Project manager, e-mail' },
    rules: ['P-02', 'P-22'],
  },
  steeringGroupEmail: {
    ...MAILBOX,
    label: { sv: 'Styrgrupp, e-post', en: 'Steering group, e-mail' },
    help: {
      sv: 'Om det finns en styrgrupp. Den tar då ställning till avvikelser.',
      en: 'If there is a steering group. It then takes a position on deviations.',
    },
    need: 'may',
    askedWhen: projectStarted,
    rules: ['P-12', 'P-13', 'P-23'],
  },
  independentReviewerName: {
    ...NAME,
    label: { sv: 'Oberoende granskare, namn', en: 'Independent reviewer, name' },
    help: {
      sv: 'Om någon är utsedd. Annars tar projektledaren hand om granskningen.',
      en: 'If someone is appointed. Otherwise the project manager sees to the review.',
    },
    need: 'may',
    askedWhen: projectStarted,
    rules: ['R-h2'],
  },
  independentReviewerEmail: {
    ...MAILBOX,
    label: { sv: 'Oberoende granskare, e-post', en: 'Independent reviewer, e-mail' },
    need: 'may',
    askedWhen: projectStarted,
    rules: ['R-h2'],
  },
  programmeOwnerEmail: {
    ...MAILBOX,
    label: { sv: 'Programägare, e-post', en: 'Programme owner, e-mail' },
    help: {
      sv: 'Den som äger programmet när det används. Måste finnas när programmet publiceras.',
      en: 'Whoever owns the programme while it is used. There must be one when it is published.',
    },
    need: 'may',
    askedWhen: started,
    rules: ['R-j2'],
  },
});
