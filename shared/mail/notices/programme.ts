import { inactivation } from '../../routine/inactivation.ts';
import { inactivationPosition } from '../../routine/inactivation-position.ts';
import type { NoticeId } from '../../routine/question.ts';
import type { NoticeWords } from '../notices.ts';

/** What is said of a published programme, to those who answer for it and to those who use it (ROUTINE.md section 5, N-12). */
export const programmeNotices = {
  'N-12': {
    subject: {
      sv: 'Ställningstagande om inaktivering',
      en: 'A position on inactivation',
    },
    text: [
      {
        sv: 'Det ansvariga samordningsrådet har tagit ställning till om programmet ska inaktiveras. Är nya starter stoppade gäller det tills SoB-förvaltningen häver stoppet.',
        en: 'The responsible coordination council has taken its position on whether the programme is to be inactivated. If new starts are stopped, they are until the SoB office lifts the stop.',
      },
    ],
    outcomes: inactivationPosition.form.position,
    rows: {
      lastStartOn: inactivation.form.lastStartOn,
      ongoingPatients: inactivation.form.ongoingPatients,
    },
    after: {
      inactivated: {
        subject: { sv: 'Programmet är inaktiverat', en: 'The programme is inactivated' },
        text: [
          {
            sv: 'Starta inga nya patienter i programmet. Den regionala SoB-förvaltningen har inaktiverat det, efter det ansvariga samordningsrådets ställningstagande.',
            en: 'Start no new patients in the programme. The regional SoB office has inactivated it, after the position of the responsible coordination council.',
          },
          {
            sv: 'Kontakta SoB-förvaltningen om ni är osäkra på vad som gäller för en patient som redan har börjat.',
            en: 'Contact the SoB office if you are unsure what applies to a patient who has already started.',
          },
        ],
      },
    },
  },
  useEnded: {
    subject: { sv: 'Användningen av programmet är avslutad', en: 'The use of the programme has ended' },
    text: [
      {
        sv: 'Den som står ovan är inte längre antecknad som användare av programmet, och får inga fler mejl om det. För andra fortsätter det som förut.',
        en: 'The one stated above is no longer recorded as a user of the programme, and is sent no more mails about it. For others it goes on as before.',
      },
    ],
    after: {
      youEnded: {
        subject: { sv: 'Ni använder inte längre programmet', en: 'You no longer use the programme' },
        text: [
          {
            sv: 'Ni är inte längre antecknade som användare av programmet, och får inga fler mejl om det. Stämmer det inte? Kontakta den regionala SoB-förvaltningen.',
            en: 'You are no longer recorded as a user of the programme, and are sent no more mails about it. Is this not correct? Contact the regional SoB office.',
          },
        ],
      },
    },
  },
  urgentStop: {
    subject: {
      sv: 'Starta inga nya patienter i programmet',
      en: 'Start no new patients in the programme',
    },
    text: [
      {
        sv: 'Den regionala SoB-förvaltningen har stoppat nya starter från och med nu, för patienternas säkerhet. Det ansvariga samordningsrådet tar ställning till om programmet ska inaktiveras.',
        en: 'The regional SoB office has stopped new starts as of now, for the safety of patients. The responsible coordination council takes a position on whether the programme is to be inactivated.',
      },
      {
        sv: 'Kontakta SoB-förvaltningen om ni har patienter i programmet och är osäkra på vad som gäller för dem.',
        en: 'Contact the SoB office if you have patients in the programme and are unsure what applies to them.',
      },
    ],
  },
  stopLifted: {
    subject: {
      sv: 'Ni kan starta nya patienter igen',
      en: 'You can start new patients again',
    },
    text: [
      {
        sv: 'Stoppet för nya starter är hävt. Programmet kan användas som vanligt.',
        en: 'The stop of new starts is lifted. The programme can be used as usual.',
      },
    ],
  },
  revisionEnded: {
    subject: {
      sv: 'Arbetet med den nya versionen är avbrutet',
      en: 'The work on the new version is broken off',
    },
    text: [
      {
        sv: 'Den regionala SoB-förvaltningen har avbrutit arbetet med programmets nya version. Ni behöver inte svara på frågor om den. Den version som finns är kvar.',
        en: 'The regional SoB office has broken off the work on the programme’s new version. You need not answer questions about it. The version that there is remains.',
      },
    ],
  },
  inactivationProposed: {
    subject: { sv: 'Programmet föreslås bli inaktiverat', en: 'The programme is proposed for inactivation' },
    text: [
      {
        sv: 'Någon har föreslagit att programmet inaktiveras. Det ansvariga samordningsrådet tar ställning. Är nya starter inte stoppade används programmet som vanligt så länge.',
        en: 'Somebody has proposed that the programme be inactivated. The responsible coordination council takes a position. Unless new starts are stopped, the programme is used as usual meanwhile.',
      },
    ],
  },
  kept: {
    subject: { sv: 'Programmet används som tidigare', en: 'The programme is used as before' },
    text: [
      {
        sv: 'Det ansvariga samordningsrådet har svarat att programmet behålls. Ni behöver inte göra något.',
        en: 'The responsible coordination council has answered that the programme is kept. You need do nothing.',
      },
    ],
  },
} as const satisfies Partial<Readonly<Record<NoticeId, NoticeWords>>>;
