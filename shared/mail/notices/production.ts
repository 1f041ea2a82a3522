import type { NoticeId } from '../../routine/question.ts';
import type { NoticeWords } from '../notices.ts';

/** What is said of a project, from the decision to the published programme (ROUTINE.md section 5, N-11, and Part 2). */
export const productionNotices = {
  'N-11': {
    subject: { sv: 'Projektgruppen är utsedd', en: 'The project group is appointed' },
    text: [
      {
        sv: 'Projektet har startat. Projektledaren får frågor om produktion, granskning och test, i den ordning som passar er.',
        en: 'The project has started. The project manager is asked about production, review and test, in the order that suits you.',
      },
    ],
    after: {
      published: {
        subject: { sv: 'Programmet är publicerat', en: 'The programme is published' },
        text: [
          {
            sv: 'Programmet är publicerat i Stöd och behandling. En enhet som vill använda det behöver vara ansluten och göra en egen riskanalys. Anmäl enheten till den regionala SoB-förvaltningen.',
            en: 'The programme is published in Stöd och behandling. A unit that wants to use it needs to be connected and to make a risk analysis of its own. Report the unit to the regional SoB office.',
          },
          {
            sv: 'Det ansvariga samordningsrådet svarar för innehåll och kvalitet så länge programmet används.',
            en: 'The responsible coordination council answers for content and quality for as long as the programme is used.',
          },
        ],
      },
      newVersion: {
        subject: {
          sv: 'En ny version av programmet är publicerad',
          en: 'A new version of the programme is published',
        },
        text: [
          {
            sv: 'En ny version av ett program som ni använder är publicerad i Stöd och behandling.',
            en: 'A new version of a programme that you use is published in Stöd och behandling.',
          },
          {
            sv: 'Behöver ni göra en ny riskanalys? Verksamheten ansvarar för att genomföra riskanalys vid införande av förändringar. Har ni gjort en ny: meddela den regionala SoB-förvaltningen vilken dag.',
            en: 'Do you need to make a new risk analysis? The unit is responsible for carrying out a risk analysis when changes are introduced. If you have made a new one, tell the regional SoB office on which day.',
          },
        ],
      },
      access: {
        subject: { sv: 'Ett befintligt program ska användas', en: 'An existing programme is to be used' },
        text: [
          {
            sv: 'Inget projekt behövs. Den regionala SoB-förvaltningen publicerar programmet för er när avtalen är klara, och ni får veta när det är gjort.',
            en: 'No project is needed. The regional SoB office publishes the programme for you once the agreements are there, and you are told when that is done.',
          },
        ],
      },
      youStarted: {
        subject: {
          sv: 'Ni är antecknade som användare av programmet',
          en: 'You are recorded as a user of the programme',
        },
        text: [
          {
            sv: 'Ni får ett mejl när något viktigt händer med programmet, till exempel om det stoppas för nya patienter. Stämmer det inte att ni använder det? Kontakta den regionala SoB-förvaltningen.',
            en: 'You are sent a mail when something important happens to the programme, for example if it is stopped for new patients. Is it not correct that you use it? Contact the regional SoB office.',
          },
        ],
      },
      unitStarted: {
        subject: { sv: 'Programmet har fått en ny användare', en: 'The programme has a new user' },
        text: [
          {
            sv: 'Den som står ovan är nu antecknad som användare av programmet, och har fått veta det om det finns en e-postadress.',
            en: 'The one stated above is now recorded as a user of the programme, and has been told if there is an e-mail address.',
          },
        ],
      },
      revise: {
        subject: {
          sv: 'En ny version av programmet tas fram',
          en: 'A new version of the programme is being made',
        },
        text: [
          {
            sv: 'Programmet ska göras om, granskas, testas och publiceras på nytt. Den version som finns används till dess.',
            en: 'The programme is to be revised, reviewed, tested and published anew. The version that there is stays in use until then.',
          },
        ],
      },
    },
  },
  assignmentRefused: {
    subject: { sv: 'Projektuppdraget är inte godkänt', en: 'The project assignment is not approved' },
    text: [
      {
        sv: 'Projektägaren eller projektledaren har inte godkänt projektuppdraget. Skälet står på ärendets sida. Den som har tagit fram uppdraget får en ny fråga, med det som redan är ifyllt.',
        en: 'The project owner or the project manager has not approved the project assignment. The reason is on the page of the case. Whoever wrote the assignment is asked anew, with what is already filled in.',
      },
    ],
  },
  deviationReported: {
    subject: { sv: 'En avvikelse i projektet är rapporterad', en: 'A deviation in the project is reported' },
    text: [
      {
        sv: 'En avvikelse är rapporterad, med ett förslag. Projektägaren, och styrgruppen om det finns en, får i ett eget mejl frågan om förslaget godkänns.',
        en: 'A deviation has been reported, with a proposal. The project owner, and the steering group if there is one, are asked in a mail of their own whether they approve the proposal.',
      },
    ],
  },
  deviationDecided: {
    subject: { sv: 'En avvikelse i projektet är avgjord', en: 'A deviation in the project is decided' },
    text: [
      {
        sv: 'De som skulle ta ställning till förslaget har svarat. Ändrar ett godkänt förslag projektets ramar gäller en ny version av projektuppdraget. Ett förslag som inte är godkänt får inte genomföras om det ändrar ramarna.',
        en: 'Those who were to take a position on the proposal have answered. If an approved proposal changes the frame of the project, a new version of the project assignment holds. One that is not approved may not be carried out if it changes the frame.',
      },
    ],
    outcomes: {
      label: { sv: 'Svar', en: 'Answer' },
      options: {
        approved: { sv: 'Godkänd', en: 'Approved' },
        refused: { sv: 'Inte godkänd', en: 'Not approved' },
      },
    },
  },
  monthlyReport: {
    subject: { sv: 'Projektets månadsrapport', en: 'The monthly report of the project' },
    text: [
      {
        sv: 'Projektledaren har skrivit månadens rapport om aktiviteter och kostnader. Den står på ärendets sida. Du behöver inte svara.',
        en: 'The project manager has written the report of the month on activities and costs. It stands on the page of the case. You need not answer.',
      },
    ],
  },
  rework: {
    subject: { sv: 'Programmet behöver arbetas om', en: 'The programme needs rework' },
    text: [
      {
        sv: 'Granskningen eller testet visar att något behöver rättas. Vad det är står på ärendets sida. Frågan om produktionen är öppen igen, och en ny granskning eller ett nytt test görs när den är besvarad.',
        en: 'The review or the test shows that something needs to be mended. What it is stands on the page of the case. The question about the production is open again, and the review or test is made anew once it is answered.',
      },
    ],
  },
  backToDecision: {
    subject: { sv: 'Projektet går inte att genomföra', en: 'The project is not feasible' },
    text: [
      {
        sv: 'Den nominerande verksamheten har svarat att projektet inte går att genomföra som det är beslutat. Ärendet är tillbaka hos den regionala SoB-förvaltningen för ett nytt beslut.',
        en: 'The nominating unit has answered that the project cannot be carried out as decided. The case is back with the regional SoB office for a new decision.',
      },
    ],
  },
} as const satisfies Partial<Readonly<Record<NoticeId, NoticeWords>>>;
