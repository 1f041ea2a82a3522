import { type Condition, form, section } from './form.ts';
import { productionChecklist } from './production-checklist.ts';
import { firstSpread, firstUnit } from './programme-users.ts';
import { question } from './question.ts';

const firstTime: Condition = { fact: 'occasion', is: ['decided'] };

/** The programme as it is published; also what can be put right later. */
export const publishing = form({
  publicName: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Programmets namn', en: 'Name of the programme' },
    help: { sv: 'Så som det står i SoB.', en: 'As it stands in SoB.' },
    need: 'must',
    rules: ['R-j1'],
  },
  programmeKind: {
    kind: 'choice',
    label: { sv: 'Stöd- eller behandlingsprogram?', en: 'Support or treatment programme?' },
    help: {
      sv: 'Det har inte avgjorts tidigare. Programmet räknas som det ni väljer i den årliga uppföljningen.',
      en: 'This has not been settled before. The yearly follow-up counts the programme as what you choose.',
    },
    need: 'must',
    askedWhen: { fact: 'programmeKind', is: ['unsure'] },
    rules: ['R-01', 'R-04', 'R-u1'],
    options: {
      treatment: { sv: 'Behandlingsprogram', en: 'Treatment programme' },
      support: { sv: 'Stödprogram', en: 'Support programme' },
    },
  },
  publishedOn: {
    kind: 'date',
    notAfterToday: true,
    label: { sv: 'Publicerat den', en: 'Published on' },
    help: {
      sv: 'Den dag som programmet, eller den nya versionen, publicerades i SoB.',
      en: 'The day when the programme, or its new version, was published in SoB.',
    },
    need: 'must',
    rules: ['R-j1', 'R-u1', 'G6'],
  },
  medicalDevice: {
    kind: 'choice',
    label: { sv: 'Är programmet en medicinteknisk produkt?', en: 'Is the programme a medical device?' },
    help: {
      sv: 'Skriv vad utgivaren har kommit fram till. Här görs ingen klassning.',
      en: 'State what the publisher has found. No classification is made here.',
    },
    need: 'must',
    askedWhen: { all: [firstTime, { fact: 'decision', is: ['useExisting'] }] },
    options: productionChecklist.form.medicalDevice.options,
  },
});

/** Who answers for a programme. */
export const responsibility = form({
  responsibleCouncil: {
    kind: 'registerChoice',
    register: 'councils',
    label: { sv: 'Ansvarigt samordningsråd', en: 'Responsible coordination council' },
    help: {
      sv: 'Ett råd ansvarar för programmets kvalitet och innehåll så länge det används.',
      en: 'One council answers for the programme’s quality and content for as long as it is used.',
    },
    need: 'must',
    rules: ['R-12', 'G6'],
  },
  programmeOwner: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Programägare', en: 'Programme owner' },
    help: {
      sv: 'Den person eller enhet som äger och förvaltar programmet.',
      en: 'The person or unit that owns and manages the programme.',
    },
    need: 'must',
    rules: ['R-j1', 'R-j2', 'G6'],
  },
  programmeOwnerEmail: {
    kind: 'text',
    size: 'short',
    format: 'email',
    label: { sv: 'Programägarens e-post', en: 'The programme owner’s e-mail' },
    help: {
      sv: 'Hit skickas en länk till programmets sida, och den årliga frågan om siffror.',
      en: 'A link to the programme’s page is sent here, and each year the question about figures.',
    },
    need: 'should',
    rules: ['R-j1'],
  },
  operationalResponsibility: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Operativt ansvar', en: 'Operational responsibility' },
    help: {
      sv: 'Vem sköter programmet i vardagen, till exempel rättar fel och svarar på frågor?',
      en: 'Who looks after the programme from day to day, for example corrects faults and answers questions?',
    },
    need: 'must',
    rules: ['R-12'],
  },
});

const plan = form({
  evaluationPlan: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Plan för utvärdering och uppföljning', en: 'Plan for evaluation and follow-up' },
    need: 'must',
    rules: ['R-08', 'R-j1', 'G6'],
  },
  experienceMeasure: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Mått på patientens upplevelse', en: 'Measure of the patient’s experience' },
    help: {
      sv: 'Till exempel en enkät efter programmet. Krävs för stödprogram.',
      en: 'For example a questionnaire after the programme. Required for support programmes.',
    },
    need: 'should',
    rules: ['R-b10', 'R-j1', 'G6'],
  },
  outcomeMeasure: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Mått på det medicinska resultatet', en: 'Measure of the medical result' },
    help: {
      sv: 'Till exempel en skattning före och efter. Krävs för stödprogram.',
      en: 'For example a rating before and after. Required for support programmes.',
    },
    need: 'should',
    rules: ['R-b10', 'R-j1', 'G6'],
  },
  followUpInterval: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Hur ofta?', en: 'How often?' },
    need: 'should',
    rules: ['R-j1'],
  },
  followUpResponsible: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Ansvarig för uppföljningen', en: 'Responsible for the follow-up' },
    help: { sv: 'Helst en funktion, inte ett namn.', en: 'Preferably a function, not a name.' },
    need: 'should',
    rules: ['R-j1'],
  },
});

const users = form({
  units: {
    kind: 'list',
    max: 100,
    label: { sv: 'Enheter som använder programmet', en: 'Units that use the programme' },
    help: {
      sv: 'Ni kan lägga till enheter senare. Gäller det en ny version behöver bara nya eller ändrade enheter stå här: de andra är kvar.',
      en: 'You can add units later. For a new version only new or changed units need stand here: the others are kept.',
    },
    need: 'may',
    rules: ['R-j1'],
    item: firstUnit,
  },
  spread: {
    kind: 'list',
    max: 50,
    label: { sv: 'Andra regioner och vårdgivare', en: 'Other regions and providers' },
    help: {
      sv: 'De som programmet har spridits till.',
      en: 'Those that the programme has been spread to.',
    },
    need: 'may',
    rules: ['R-j1'],
    item: firstSpread,
  },
});

const closing = form({
  handover: {
    kind: 'group',
    label: { sv: 'Överlämning till förvaltning', en: 'Handover to management' },
    help: {
      sv: 'Projektet avslutas först när den som tar emot har godkänt.',
      en: 'The project ends only when the receiver has accepted.',
    },
    need: 'must',
    askedWhen: { all: [firstTime, { fact: 'decision', is: ['create', 'purchase', 'collaborate'] }] },
    rules: ['P-50'],
    fields: {
      receiver: {
        kind: 'text',
        size: 'short',
        label: { sv: 'Vem tar emot?', en: 'Who receives?' },
        need: 'must',
      },
      content: {
        kind: 'text',
        size: 'medium',
        label: { sv: 'Vad lämnas över?', en: 'What is handed over?' },
        need: 'must',
      },
      acceptedBy: {
        kind: 'text',
        size: 'short',
        label: { sv: 'Godkänt av', en: 'Accepted by' },
        need: 'must',
      },
      acceptedOn: {
        kind: 'date',
        notAfterToday: true,
        label: { sv: 'Godkänt den', en: 'Accepted on' },
        need: 'must',
      },
    },
  },
  overrideReason: {
    kind: 'text',
    size: 'medium',
    label: {
      sv: 'Skäl att publicera eller starta ändå',
      en: 'Reason for publishing or starting all the same',
    },
    help: {
      sv: 'Behövs om något saknas: granskning, test, tillgänglighet, medicinteknik, mått för stödprogram, eller en enhets anslutning och riskanalys.',
      en: 'Needed if something is lacking: review, test, accessibility, medical device, measures of a support programme, or a unit’s connection and risk analysis.',
    },
    need: 'may',
    rules: ['G6', 'G7'],
  },
});

/** j) The programme, or a new version of it, is published and taken into use (form j). */
export const introduction = question({
  step: 'introduction',
  phase: 'production',
  letter: 'j',
  stateName: 'SoB-förvaltningen: införande och publicering',
  title: { sv: 'Införande och publicering', en: 'Introduction and publication' },
  asks: { sv: 'Publicera programmet', en: 'Publish the programme' },
  lead: {
    sv: 'Svara när programmet är publicerat i Stöd och behandling. Ange vem som ansvarar för det, hur det ska följas upp och vilka som använder det.',
    en: 'Answer once the programme is published in Stöd och behandling. State who answers for it, how it is to be followed up and who uses it.',
  },
  next: {
    sv: 'Programmet finns nu bland regionens program. Samordningsråden, de som använder programmet, programägaren och den som har nominerat får veta det. Det ansvariga rådet får frågan om programmet fortfarande är aktuellt en gång om året.',
    en: 'The programme is now among the region’s programmes. The coordination councils, those who use it, its owner and the nominator are told. Once a year the responsible council is asked whether it is still needed.',
  },
  answeredBy: 'sobOffice',
  rules: ['R-j1', 'R-j2', 'R-11', 'R-12', 'R-b10', 'P-43', 'P-50'],
  form: form({ ...publishing, ...responsibility, ...plan, ...users, ...closing }),
  sections: [
    section('publishing', 'Programmet', 'The programme', publishing),
    section('responsibility', 'Vem ansvarar?', 'Who answers for it?', responsibility),
    section('plan', 'Utvärdering och uppföljning', 'Evaluation and follow-up', plan),
    section('users', 'Vilka använder programmet?', 'Who uses the programme?', users),
    section('closing', 'Avslut', 'Conclusion', closing),
  ],
  outcomes: ['published'],
  tells: [
    {
      id: 'N-11',
      to: [
        'councils',
        'responsibleCouncil',
        'users',
        'nominator',
        'headOfOperations',
        'projectOwner',
        'programmeOwner',
      ],
    },
  ],
});
