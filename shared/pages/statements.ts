import type { Words } from '../routine/words.ts';

/** A part of a statement, under a heading of its own. */
export interface StatementPart {
  readonly title: Words;
  readonly text: readonly Words[];
  readonly points?: readonly Words[];
  /** How the office is reached. */
  readonly hasContact?: true;
  readonly link?: { readonly text: Words; readonly url: string };
}

export interface Statement {
  readonly title: Words;
  readonly lead: Words;
  readonly parts: readonly StatementPart[];
  /** `YYYY-MM-DD`. */
  readonly updatedOn: string;
}

/** What Digg asks for in "Skapa en tillgänglighetsredogörelse". It claims no more than what has been tested. */
export const ACCESSIBILITY: Statement = {
  title: { sv: 'Tillgänglighet i Nominera', en: 'Accessibility of Nominera' },
  lead: {
    sv: 'Västra Götalandsregionen står bakom Nominera. Alla ska kunna använda tjänsten. Här står hur den uppfyller lagen om tillgänglighet till digital offentlig service, vilka brister vi känner till och hur du rapporterar fler.',
    en: 'Region Västra Götaland is behind Nominera. Everyone should be able to use the service. This page says how it meets the Swedish law on access to digital public service, which faults we know of, and how you report more.',
  },
  parts: [
    {
      title: { sv: 'Hur tillgänglig är tjänsten?', en: 'How accessible is the service?' },
      text: [
        {
          sv: 'Nominera är delvis förenlig med lagen. Sidorna och mejlen är byggda efter WCAG 2.2 nivå AA.',
          en: 'Nominera is partially compliant with the law. Its pages and mails are built to WCAG 2.2 level AA.',
        },
        {
          sv: 'Vi har inte undantagit något som oskäligt betungande.',
          en: 'We have not exempted anything as a disproportionate burden.',
        },
      ],
    },
    {
      title: { sv: 'Brister som vi känner till', en: 'Faults that we know of' },
      text: [],
      points: [
        {
          sv: 'Bilagor som andra har skickat in är inte kontrollerade. De kan sakna rubriker, bildbeskrivningar eller text som går att läsa upp.',
          en: 'Attachments that others have sent in are not checked. They can lack headings, descriptions of images or text that can be read aloud.',
        },
        {
          sv: 'Texter som människor har skrivit i ett ärende är på det språk de skrev, oftast svenska, också på de engelska sidorna.',
          en: 'Texts that people have written in a case are in the language they wrote, mostly Swedish, on the English pages too.',
        },
        {
          sv: 'Tjänsten är ännu inte provad av personer som använder skärmläsare, röststyrning eller andra hjälpmedel till vardags.',
          en: 'The service has not yet been tried by people who use screen readers, voice control or other aids every day.',
        },
        {
          sv: 'Den som väljer en fil som är för stor möts av en teknisk text på engelska. Det du har skrivit finns kvar om du går tillbaka i webbläsaren.',
          en: 'Whoever chooses a file that is too large is met by a technical text. What you have written is still there if you go back in your browser.',
        },
      ],
    },
    {
      title: {
        sv: 'Om du inte kan använda något i tjänsten',
        en: 'If you cannot use something in the service',
      },
      text: [
        {
          sv: 'Säg till. Du kan få innehållet på ett annat sätt, och du kan alltid svara på papper eller i telefon. Berätta också för oss om du hittar en brist som inte står här.',
          en: 'Tell us. You can have the content in another way, and you can always answer on paper or by phone. Please also tell us if you find a fault that is not listed here.',
        },
      ],
      hasContact: true,
    },
    {
      title: { sv: 'Tillsyn', en: 'Supervision' },
      text: [
        {
          sv: 'Myndigheten för digital förvaltning (Digg) har tillsyn över lagen. Är du inte nöjd med hur vi tar hand om det som du har påtalat, kan du anmäla det till Digg.',
          en: 'The Agency for Digital Government (Digg) supervises the law. If you are not content with how we take care of what you have pointed out, you can report it to Digg.',
        },
      ],
      link: {
        text: { sv: 'Anmäl till Digg', en: 'Report to Digg (in Swedish)' },
        url: 'https://www.digg.se/tdosanmalan',
      },
    },
    {
      title: { sv: 'Så har vi testat', en: 'How we have tested' },
      text: [
        {
          sv: 'De som har byggt tjänsten har prövat den, senast den 23 november 2026. Ingen utomstående har granskat den. Så här prövas den automatiskt, i webbläsaren Chromium:',
          en: 'Those who built the service have tested it, most recently on 23 November 2026. Nobody from outside has reviewed it. This is how it is tested automatically, in the browser Chromium:',
        },
      ],
      points: [
        {
          sv: 'Exempel på varje slags sida och mejl, i deras olika lägen, granskas med testverktyget axe: på svenska och engelska, på en bred skärm och en smal (320 bildpunkter, som motsvarar 400 procents förstoring), ljust och mörkt.',
          en: 'Examples of every kind of page and mail, in their various states, are examined with the test tool axe: in Swedish and English, on a wide screen and a narrow one (320 pixels, which corresponds to a zoom of 400 per cent), light and dark.',
        },
        {
          sv: 'Samma sidor visas med texten förstorad till 200 procent, och inget får skäras av eller hamna över något annat.',
          en: 'The same pages are shown with the text enlarged to 200 per cent, and nothing may be cut off or lie over something else.',
        },
        {
          sv: 'Att nominera, svara på frågor, bifoga en fil, sätta en mötesdag och arbeta vid SoB-förvaltningens ärenden görs med bara tangentbord. Sidorna har inga skript.',
          en: 'Nominating, answering questions, attaching a file, setting the day of a meeting and working with the SoB office’s cases are done by keyboard alone. The pages have no scripts.',
        },
      ],
    },
  ],
  updatedOn: '2026-11-23',
};

export const PRIVACY: Statement = {
  title: { sv: 'Personuppgifter i Nominera', en: 'Personal data in Nominera' },
  lead: {
    sv: 'Nominera behöver några uppgifter om dem som nominerar, svarar och beslutar. Här står vilka, varför och hur länge.',
    en: 'Nominera needs some data about those who nominate, answer and decide. This page says which, why and for how long.',
  },
  parts: [
    {
      title: { sv: 'Vem ansvarar?', en: 'Who is responsible?' },
      text: [
        {
          sv: 'Den nämnd eller styrelse i regionen som den regionala SoB-förvaltningen hör till är personuppgiftsansvarig, och bestämmer det som den här sidan inte svarar på. Fråga efter regionens dataskyddsombud om du vill tala med någon som inte själv handlägger ärendet.',
          en: 'The board of the region that the regional SoB office belongs to is the controller of the data, and settles what this page does not answer. Ask for the region’s data protection officer if you want to speak to somebody who does not handle the case.',
        },
      ],
      hasContact: true,
    },
    {
      title: { sv: 'Vilka uppgifter?', en: 'Which data?' },
      text: [],
      points: [
        {
          sv: 'Namn, roll, e-postadress och arbetsplats för den som nominerar och för dem som nomineringen nämner.',
          en: 'Name, role, mail address and place of work of whoever nominates and of those whom the nomination names.',
        },
        {
          sv: 'Namn, arbetsplats och telefonnummer för den som ber oss ringa.',
          en: 'Name, place of work and phone number of whoever asks us to call.',
        },
        {
          sv: 'Namn, arbetsplats och e-postadress för den som anmäler att fler vill ha ett program.',
          en: 'Name, place of work and mail address of whoever tells us that more units want a programme.',
        },
        {
          sv: 'Namn och roll för den som svarar på en fråga, och när det skedde.',
          en: 'Name and role of whoever answers a question, and when.',
        },
        {
          sv: 'Vilka mejl som tjänsten har skickat, till vilken adress, och om de kom fram.',
          en: 'Which mails the service has sent, to which address, and whether they arrived.',
        },
        {
          sv: 'Namn och e-postadress för den som loggar in, och vad hen gör i ett ärende.',
          en: 'Name and mail address of whoever logs in, and what they do in a case.',
        },
      ],
    },
    {
      title: { sv: 'Inga uppgifter om patienter', en: 'No data about patients' },
      text: [
        {
          sv: 'Skriv aldrig något om en enskild patient i Nominera. Säg till om du ser något sådant: den regionala SoB-förvaltningen kan ta bort det ur ärendet.',
          en: 'Never write anything about an individual patient in Nominera. Tell us if you see such a thing: the regional SoB office can remove it from the case.',
        },
      ],
    },
    {
      title: { sv: 'Varför, och med vilket stöd?', en: 'Why, and on what ground?' },
      text: [
        {
          sv: 'Vi använder uppgifterna för att handlägga nomineringen: fråga dem som berörs, fatta beslut och kunna visa hur det gick till. Tjänsten utgår från att det är en uppgift av allmänt intresse (artikel 6.1 e i dataskyddsförordningen), och att lagen kräver att handlingar bevaras och lämnas ut (artikel 6.1 c). Den som är personuppgiftsansvarig avgör vilket stöd som gäller.',
          en: 'We use the data to handle the nomination: to ask those concerned, to decide, and to be able to show how it was done. The service presumes that this is a task in the public interest (article 6.1 e of the GDPR), and that law requires documents to be kept and disclosed (article 6.1 c). The controller settles which ground applies.',
        },
      ],
    },
    {
      title: { sv: 'Allmän handling', en: 'Official documents' },
      text: [
        {
          sv: 'En inskickad nominering och svaren på den är allmänna handlingar. Vem som helst kan begära att få läsa dem. Innan något lämnas ut prövar regionen om någon uppgift omfattas av sekretess.',
          en: 'A nomination that was submitted, and the answers to it, are official documents. Anyone can ask to read them. Before something is disclosed, the region examines whether any of it is covered by secrecy.',
        },
        {
          sv: 'På de öppna sidorna står programmets namn, område, vilket råd som ansvarar och vilka verksamheter som använder det. Där visas inga kontaktpersoner och inga adresser.',
          en: 'The open pages state the name of the programme, its area, which council is responsible and which units use it. No contact persons and no addresses are shown there.',
        },
      ],
    },
    {
      title: { sv: 'Hur länge?', en: 'For how long?' },
      text: [],
      points: [
        {
          sv: 'Ett ärende bevaras eller gallras som regionen har beslutat om sina handlingar.',
          en: 'A case is kept or disposed of as the region has decided for its documents.',
        },
        {
          sv: 'En nominering som sparas men aldrig skickas in tas bort ett år efter att den senast sparades. Det gäller också det du skrev när du bad oss ringa.',
          en: 'A nomination that is saved but never submitted is removed one year after it was last saved. So is what you wrote when you asked us to call.',
        },
        {
          sv: 'En inloggning glöms när den har gått ut.',
          en: 'A login is forgotten when it has expired.',
        },
        {
          sv: 'Tjänstens driftlogg sparas i sex månader. Kommer ett mejl inte fram kan adressen stå i den.',
          en: 'The service’s operational log is kept for six months. If a mail does not arrive, its address may be in it.',
        },
        {
          sv: 'Det som har tagits bort kan finnas kvar i säkerhetskopior i ungefär en månad.',
          en: 'What has been removed may remain in backups for about a month.',
        },
      ],
    },
    {
      title: { sv: 'Vem får del av uppgifterna?', en: 'Who receives the data?' },
      text: [
        {
          sv: 'De råd och personer som ska svara i ärendet, och den regionala SoB-förvaltningen. Tjänsten är byggd för att drivas i Amazon Web Services datahallar i Stockholm. Regionens avtal med leverantören avgör vad den får göra med uppgifterna.',
          en: 'The councils and persons who are to answer in the case, and the regional SoB office. The service is built to run in the data centres of Amazon Web Services in Stockholm. The region’s agreement with the provider settles what it may do with the data.',
        },
        {
          sv: 'Kakor (cookies) används bara för inloggningen. Ingen besöksstatistik samlas in.',
          en: 'Cookies are used for logging in only. No statistics of visits are collected.',
        },
      ],
    },
    {
      title: { sv: 'Dina rättigheter', en: 'Your rights' },
      text: [
        {
          sv: 'Du kan begära att få veta vilka uppgifter vi har om dig, få fel rättade, och invända mot hur vi använder dem. I en allmän handling kan en uppgift oftast inte raderas, men en rättelse läggs till. Är du inte nöjd kan du klaga hos Integritetsskyddsmyndigheten (IMY).',
          en: 'You can ask to know which data we have about you, have faults corrected, and object to how we use them. In an official document something can usually not be erased, but a correction is added. If you are not content, you can complain to the Swedish Authority for Privacy Protection (IMY).',
        },
      ],
      link: {
        text: {
          sv: 'Integritetsskyddsmyndigheten (IMY)',
          en: 'The Swedish Authority for Privacy Protection (IMY)',
        },
        url: 'https://www.imy.se/',
      },
    },
  ],
  updatedOn: '2026-11-23',
};
