import { decision } from '../../routine/decision.ts';
import { pprPosition } from '../../routine/ppr-position.ts';
import type { NoticeId } from '../../routine/question.ts';
import type { Words } from '../../routine/words.ts';
import type { NoticeWords } from '../notices.ts';

const ASSIGNMENT_COMES: Words = {
  sv: 'Nu behövs ett kort projektuppdrag: mål, ramar, vilka som gör arbetet och vad det kostar. Den som har nominerat får frågan i ett eget mejl.',
  en: 'Now a short project assignment is needed: the goal, the frame, who does the work and what it costs. The nominator is asked in a mail of their own.',
};
const ACCESS_TAKES: Words = { sv: 'För att använda det krävs', en: 'To use it takes' };
const ACCESS_COMES: Words = {
  sv: 'Programmet finns redan. Krävs avtal eller upphandling får den som har nominerat en fråga om det i ett eget mejl. Annars kan verksamheten börja använda programmet: kontakta den regionala SoB-förvaltningen.',
  en: 'The programme exists already. If an agreement or a procurement is needed, the nominator is asked about it in a mail of their own. Otherwise the unit can start using the programme: contact the regional SoB office.',
};

/** What is said of a nomination, and of a case as a whole. */
export const nominationNotices = {
  'N-1': {
    subject: {
      sv: 'Du är SoB-kontaktperson för en nominering',
      en: 'You are the SoB contact person of a nomination',
    },
    text: [
      {
        sv: 'En verksamhet har nominerat ett program och angett dig som SoB-kontaktperson. Du behöver inte svara. Hör av dig till SoB-förvaltningen om idén inte är förankrad hos dig.',
        en: 'A unit has nominated a programme and named you as its SoB contact person. You need not answer. Get in touch with the SoB office if the idea is not anchored with you.',
      },
    ],
  },
  'N-2': {
    subject: {
      sv: 'En nominering saknar SoB-kontaktperson',
      en: 'A nomination has no SoB contact person',
    },
    text: [
      {
        sv: 'De som har nominerat har ingen SoB-kontaktperson, eller vet inte om det finns någon. Hör av er till dem: de behöver förvaltningens hjälp.',
        en: 'Those who nominated have no SoB contact person, or do not know whether there is one. Please get in touch with them: they need the office’s help.',
      },
    ],
  },
  'N-3': {
    subject: { sv: 'Nomineringen är inskickad', en: 'The nomination is submitted' },
    text: [
      {
        sv: 'Tack för nomineringen. Den regionala SoB-förvaltningen bedömer den innan den går vidare till de samordningsråd som berörs.',
        en: 'Thank you for the nomination. The regional SoB office screens it before it goes on to the coordination councils concerned.',
      },
      {
        sv: 'Du får ett mejl när nomineringen går vidare, när ett råd har tagit ställning och när beslutet är fattat. Spara ärendenumret – du behöver det om du har frågor.',
        en: 'You will get a mail when the nomination goes on, when a council has taken its position and when the decision is made. Keep the case number: you need it if you have questions.',
      },
    ],
  },
  'N-4': {
    subject: {
      sv: 'Nomineringen har gått vidare till samordningsråd',
      en: 'The nomination has gone on to coordination councils',
    },
    text: [
      {
        sv: 'Den regionala SoB-förvaltningen har bedömt nomineringen och skickat den till de samordningsråd som berörs. Råden svarar om möjligt inom en månad.',
        en: 'The regional SoB office has screened the nomination and sent it to the coordination councils concerned. The councils answer within a month if they can.',
      },
    ],
  },
  'N-5': {
    subject: { sv: 'Nomineringen är kompletterad', en: 'The nomination has been supplemented' },
    text: [
      {
        sv: 'De som har nominerat har kompletterat eller ändrat nomineringen. Vad som är nytt står på ärendets sida, och där ni svarar på frågan.',
        en: 'Those who nominated have supplemented or changed the nomination. What is new is shown on the page of the case, and where you answer the question.',
      },
      {
        sv: 'Har ni redan svarat står svaret kvar, märkt med den version av nomineringen som det gavs på.',
        en: 'If you have already answered, your answer is kept, marked with the version of the nomination that it was given on.',
      },
    ],
  },
  'N-7': {
    subject: {
      sv: 'Ett samordningsråd har tagit ställning',
      en: 'A coordination council has taken its position',
    },
    text: [
      {
        sv: 'Den regionala SoB-förvaltningen har rådets svar. När alla råd har svarat går nomineringen vidare till PPR eller till beslut.',
        en: 'The regional SoB office has the council’s answer. When every council has answered, the nomination goes on to PPR or to the decision.',
      },
    ],
    outcomes: {
      label: { sv: 'Vidare till PPR', en: 'On to PPR' },
      options: {
        referToPpr: {
          sv: 'Ja, rådet lyfter nomineringen till PPR',
          en: 'Yes, the council refers the nomination to PPR',
        },
        noReferral: {
          sv: 'Nej, det här rådet lyfter den inte dit',
          en: 'No, this council does not refer it',
        },
      },
    },
  },
  'N-9': {
    subject: { sv: 'PPR har tagit ställning', en: 'PPR has taken its position' },
    text: [
      {
        sv: 'Program- och prioriteringsrådet (PPR) har tagit ställning till nomineringen. Nu fattar den regionala SoB-förvaltningen beslut.',
        en: 'The Programme and Prioritisation Council (PPR) has taken its position on the nomination. The regional SoB office now decides.',
      },
    ],
    after: {
      deferred: {
        text: [
          {
            sv: 'Program- och prioriteringsrådet (PPR) har skjutit upp sitt ställningstagande och tar upp nomineringen igen senare.',
            en: 'The Programme and Prioritisation Council (PPR) has put off its position and will take up the nomination again later.',
          },
        ],
      },
      returnedToCouncil: {
        text: [
          {
            sv: 'Program- och prioriteringsrådet (PPR) har lämnat tillbaka nomineringen till de råd som lyfte den. De får ett mejl med frågan om ställningstagande på nytt.',
            en: 'The Programme and Prioritisation Council (PPR) has returned the nomination to the councils that referred it. They are sent a mail that asks for their position anew.',
          },
        ],
      },
    },
    outcomes: pprPosition.form.pprPosition,
  },
  'N-10': {
    subject: { sv: 'Beslutet är fattat', en: 'The decision is made' },
    text: [
      {
        sv: 'Den regionala SoB-förvaltningen har beslutat om nomineringen. Den som har en länk till ärendets sida kan läsa beslutet och motiveringen där. Andra kan kontakta förvaltningen.',
        en: 'The regional SoB office has decided on the nomination. Whoever has a link to the page of the case can read the decision and its reasons there. Others can contact the office.',
      },
    ],
    outcomes: decision.form.decision,
    rows: { accessRoute: { label: ACCESS_TAKES, options: decision.form.accessRoute.options } },
    also: {
      create: [ASSIGNMENT_COMES],
      purchase: [ASSIGNMENT_COMES],
      collaborate: [ASSIGNMENT_COMES],
      useExisting: [ACCESS_COMES],
    },
  },
  objected: {
    subject: {
      sv: 'Verksamhetschefen svarar att idén inte är förankrad',
      en: 'The head of operations answers that the idea is not anchored',
    },
    text: [
      {
        sv: 'Nomineringen kan som regel inte gå vidare till samordningsråd förrän idén är förankrad hos verksamhetschefen. Prata med varandra om vad som behövs. Gäller nomineringen ett inköp går den vidare ändå, och svaret följer med.',
        en: 'As a rule the nomination cannot go on to coordination councils until the idea is anchored with the head of operations. Talk with each other about what is needed. A nomination for a purchase goes on all the same, and the answer goes with it.',
      },
    ],
  },
  notForSob: {
    subject: {
      sv: 'Nomineringen går inte vidare',
      en: 'The nomination does not go on',
    },
    text: [
      {
        sv: 'Den regionala SoB-förvaltningen har bedömt att idén inte passar i Stöd och behandling, och har avslutat ärendet. Den som har en länk till ärendets sida kan läsa skälen där. Andra kan kontakta förvaltningen.',
        en: 'The regional SoB office has found that the idea does not fit in Stöd och behandling, and has closed the case. Whoever has a link to the page of the case can read the reasons there. Others can contact the office.',
      },
      {
        sv: 'Ni kan nominera på nytt om förutsättningarna ändras.',
        en: 'You can nominate again if things change.',
      },
    ],
  },
  merged: {
    subject: {
      sv: 'Nomineringen slås ihop med en annan',
      en: 'The nomination is merged with another',
    },
    text: [
      {
        sv: 'En annan nominering gäller samma idé. Den regionala SoB-förvaltningen fortsätter med dem i ett enda ärende, och det här ärendet är avslutat. Ni får veta hur det går.',
        en: 'Another nomination is for the same idea. The regional SoB office goes on with them in a single case, and this case is closed. You will be told of the outcome.',
      },
    ],
  },
  withdrawn: {
    subject: { sv: 'Nomineringen är tillbakadragen', en: 'The nomination is withdrawn' },
    text: [
      {
        sv: 'Ärendet är avslutat, och ingen behöver svara på något mer i det.',
        en: 'The case is closed, and nobody has to answer anything more in it.',
      },
    ],
  },
  released: {
    subject: { sv: 'Ni behöver inte svara', en: 'You need not answer' },
    text: [
      {
        sv: 'Ni har fått en fråga i ärendet. Ni behöver inte svara på den längre, och inte göra något mer.',
        en: 'You were asked a question in the case. You need not answer it any more, nor do anything else.',
      },
    ],
  },
  councilsChanged: {
    subject: {
      sv: 'Förvaltningen har svarat på ert förslag om råd',
      en: 'The office has answered your proposal about councils',
    },
    text: [
      {
        sv: 'Ni föreslog att ett annat råd, eller ett råd till, skulle svara. Öppna länken till er fråga: där ser ni om ni ska svara själva.',
        en: 'You proposed that another council, or one more, should answer. Open the link to your question: there you see whether you are to answer yourselves.',
      },
    ],
    outcomes: {
      label: { sv: 'Förvaltningens svar', en: 'The office’s answer' },
      options: {
        approved: { sv: 'Ja, ett nytt råd får frågan', en: 'Yes, a new council is asked' },
        refused: { sv: 'Nej, inget råd byts ut eller läggs till', en: 'No, no council is replaced or added' },
      },
    },
  },
  referralWithdrawn: {
    subject: { sv: 'Frågan till PPR är tillbakatagen', en: 'The referral to PPR is withdrawn' },
    text: [
      {
        sv: 'Ett samordningsråd hade lyft nomineringen till Program- och prioriteringsrådet (PPR) och behöver inte längre det. Om inget annat råd har lyft den behöver PPR inte ta ställning, och ärendet går vidare till beslut.',
        en: 'A coordination council had referred the nomination to the Programme and Prioritisation Council (PPR) and no longer needs to. Unless another council has referred it, PPR need not take a position, and the case goes on to the decision.',
      },
    ],
  },
  deferred: {
    subject: { sv: 'Nomineringen är uppskjuten', en: 'The nomination is put off' },
    text: [
      {
        sv: 'Nomineringen finns kvar. Den tas upp igen den dag som står ovan, och ni behöver inte göra något innan dess.',
        en: 'The nomination is kept. It is taken up again on the day stated above, and you need do nothing before that.',
      },
    ],
  },
  reopened: {
    subject: { sv: 'Ett steg har öppnats igen', en: 'A step has been reopened' },
    text: [
      {
        sv: 'Den regionala SoB-förvaltningen har öppnat ett steg i ärendet på nytt. De som ska svara igen får en fråga. Tidigare svar står kvar tills någon ändrar dem.',
        en: 'The regional SoB office has reopened a step of the case. Those who are to answer again are asked. Earlier answers are kept until someone changes them.',
      },
    ],
  },
  contactsChanged: {
    subject: { sv: 'Kontaktpersonerna är ändrade', en: 'The contacts are changed' },
    text: [
      {
        sv: 'Ärendets mejl går från och med nu till de nya adresserna. Den som är ny får de frågor som väntar på svar, med nya länkar. Stämmer det inte? Kontakta den regionala SoB-förvaltningen.',
        en: 'From now on the mails of the case go to the new addresses. Whoever is new is sent the questions that wait for an answer, with new links. Is this not correct? Contact the regional SoB office.',
      },
    ],
  },
  contactReplaced: {
    subject: { sv: 'Du är inte längre kontakt i ärendet', en: 'You are no longer a contact of the case' },
    text: [
      {
        sv: 'Ärendets kontakter är ändrade. Du får inga fler mejl i den roll som står ovan, och de länkar som du har fått i den gäller inte längre. Stämmer det inte? Kontakta den regionala SoB-förvaltningen.',
        en: 'The contacts of the case are changed. You are sent no more mails in the role stated above, and the links that you were sent in it are no longer valid. Is this not correct? Contact the regional SoB office.',
      },
    ],
  },
  deputyAsked: {
    subject: { sv: 'Er ersättare har fått frågan också', en: 'Your deputy has been sent the question too' },
    text: [
      {
        sv: 'En fråga till er har också skickats till er ersättare. Länken som ni har fått gäller som förut. Den som svarar först svarar för er. Stämmer det inte? Kontakta den regionala SoB-förvaltningen.',
        en: 'A question to you has also been sent to your deputy. The link that you were sent holds as before. Whoever answers first answers for you. Is this not correct? Contact the regional SoB office.',
      },
    ],
  },
  undelivered: {
    subject: { sv: 'Ett mejl kom inte fram', en: 'A mail could not be delivered' },
    text: [
      {
        sv: 'Brevlådan tar inte emot våra mejl, eller har anmält dem som skräppost. Kontrollera adressen, och hör av er till mottagaren på annat sätt. Om mejlet ställde en fråga och det finns en ersättare är ersättaren nu tillfrågad.',
        en: 'The mailbox does not take our mails, or has reported them as spam. Check the address, and reach the recipient in another way. If the mail asked a question and there is a deputy, the deputy has now been asked.',
      },
    ],
  },
} as const satisfies Partial<Readonly<Record<NoticeId, NoticeWords>>>;
