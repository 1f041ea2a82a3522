import { form, section } from '../form.ts';
import { type Act, act, MACHINE_STEPS, type SideStep } from '../question.ts';

const fields = form({
  file: {
    kind: 'registerChoice',
    register: 'files',
    label: { sv: 'Filen', en: 'The file' },
    need: 'must',
  },
  title: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Vad är det för handling?', en: 'What document is it?' },
    help: {
      sv: 'Till exempel: Protokoll från samordningsrådet 2026-11-23, § 4.',
      en: 'For example: Minutes of the coordination council, 2026-11-23, § 4.',
    },
    need: 'must',
  },
  confidential: {
    kind: 'tick',
    label: {
      sv: 'Handlingen kan omfattas av sekretess',
      en: 'The document may be subject to confidentiality',
    },
    help: {
      sv: 'Då läses den bara av den regionala SoB-förvaltningen, samordningsråden, PPR och den som har bifogat den.',
      en: 'It is then read only by the regional SoB office, the coordination councils, PPR and whoever attached it.',
    },
    need: 'may',
  },
});

/** ROUTINE.md section 0 no. 1 and 2: the minutes that an answer refers to, and whatever else belongs to a case. */
const attaching = {
  title: { sv: 'Bifogad handling', en: 'Attached document' },
  asks: { sv: 'Bifoga protokoll eller annan fil', en: 'Attach minutes or another file' },
  lead: {
    sv: 'Filen blir en del av ärendet. Ta inte med patientuppgifter.',
    en: 'The file becomes part of the case. Do not include patient data.',
  },
  next: {
    sv: 'Filen finns nu bland ärendets bifogade filer.',
    en: 'The file is now among the attached files of the case.',
  },
  during: ['always'],
  rules: [],
  form: fields,
  sections: [section('document', 'Handlingen', 'The document', fields)],
  tells: [],
} as const satisfies Partial<Act<typeof fields>>;

/** To the case as a whole. */
export const attach = act({
  ...attaching,
  id: 'attach',
  by: ['sobOffice', 'nominator', 'projectOwner', 'projectManager', 'programmeOwner'],
});

const SIDE_STEPS: readonly SideStep[] = [
  'anchoring',
  'supplement',
  'councilChange',
  'assignmentApproval',
  'deviationApproval',
  'figures',
];

/** To a question, also after its answer: minutes are often approved later than they are referred to. */
export const attachToQuestion = act({
  ...attaching,
  id: 'attachToQuestion',
  by: ['asked', 'referrer', 'sobOffice', 'nominator', 'projectOwner', 'projectManager', 'programmeOwner'],
  on: [...MACHINE_STEPS, ...SIDE_STEPS],
});
