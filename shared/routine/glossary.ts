import type { Words } from './words.ts';

/** A word of the routine, and what it means here. */
export interface Term {
  readonly term: Words;
  readonly meaning: Words;
}

/** The words that pages, mails and the routine use, each for one thing only. In any order: a page sorts them in its language. */
export const GLOSSARY: readonly Term[] = [
  {
    term: { sv: 'Ärende', en: 'Case' },
    meaning: {
      sv: 'En nominering och allt som händer med den, från inskickad till avslutad.',
      en: 'A nomination and all that happens to it, from when it is submitted until it ends.',
    },
  },
  {
    term: { sv: 'Nominering', en: 'Nomination' },
    meaning: {
      sv: 'Ett förslag om ett program som behöver skapas eller köpas in.',
      en: 'A proposal of a programme that needs to be created or purchased.',
    },
  },
  {
    term: { sv: 'Den som nominerar', en: 'Nominator' },
    meaning: {
      sv: 'Den person hos den nominerande verksamheten som vi har kontakt med.',
      en: 'The person at the nominating unit whom we are in contact with.',
    },
  },
  {
    term: { sv: 'Nominerande verksamhet', en: 'Nominating unit' },
    meaning: {
      sv: 'Den enhet i vården som vill ha programmet.',
      en: 'The unit in health care that wants the programme.',
    },
  },
  {
    term: { sv: 'Program', en: 'Programme' },
    meaning: {
      sv: 'Ett behandlingsprogram eller stödprogram på nätet.',
      en: 'An internet-based treatment or support programme.',
    },
  },
  {
    term: { sv: 'Behandlingsprogram', en: 'Treatment programme' },
    meaning: {
      sv: 'Ett program som ska behandla, till exempel med KBT på nätet (iKBT).',
      en: 'A programme that is meant to treat, for example with internet-delivered CBT (iCBT).',
    },
  },
  {
    term: { sv: 'Stödprogram', en: 'Support programme' },
    meaning: {
      sv: 'Ett program som stödjer annan vård. Det behöver inte alltid evidens, men följs upp.',
      en: 'A programme that supports other care. It does not always need evidence, but it is followed up.',
    },
  },
  {
    term: { sv: 'Stöd och behandling (SoB)', en: 'Stöd och behandling (SoB)' },
    meaning: {
      sv: 'Den nationella plattform på 1177 där programmen används. Inera förvaltar den.',
      en: 'The national platform on 1177 where the programmes are used. Inera manages it.',
    },
  },
  {
    term: { sv: 'Regionala SoB-förvaltningen', en: 'Regional SoB office' },
    meaning: {
      sv: 'De som tar emot nomineringar, bedömer om de passar i Stöd och behandling och fattar beslut.',
      en: 'Those who receive nominations, judge whether they fit in Stöd och behandling, and decide.',
    },
  },
  {
    term: { sv: 'SoB-kontaktperson', en: 'SoB contact person' },
    meaning: {
      sv: 'Den som håller ihop arbetet med Stöd och behandling i en förvaltning eller hos en vårdgivare.',
      en: 'Whoever co-ordinates the work with Stöd och behandling in an administration or at a care provider.',
    },
  },
  {
    term: { sv: 'Verksamhetschef', en: 'Head of operations' },
    meaning: {
      sv: 'Den chef som ansvarar för den nominerande verksamheten, och som idén förankras hos.',
      en: 'The manager who is responsible for the nominating unit, and with whom the idea is anchored.',
    },
  },
  {
    term: { sv: 'Förankring', en: 'Anchoring' },
    meaning: {
      sv: 'Att verksamhetschefen känner till idén och står bakom den.',
      en: 'That the head of operations knows of the idea and stands behind it.',
    },
  },
  {
    term: { sv: 'Samordningsråd', en: 'Coordination council' },
    meaning: {
      sv: 'Regionens råd för ett vårdområde. Det bedömer nomineringen, tar ställning och ansvarar sedan för programmets innehåll.',
      en: 'The region’s council for a clinical area. It assesses the nomination, takes a position, and then answers for the content of the programme.',
    },
  },
  {
    term: {
      sv: 'Program- och prioriteringsrådet (PPR)',
      en: 'Programme and Prioritisation Council (PPR)',
    },
    meaning: {
      sv: 'Rådet som tar ställning när konsekvenserna är stora: om resurserna räcker och vad som går först.',
      en: 'The council that takes a position when the consequences are large: whether the resources suffice and what comes first.',
    },
  },
  {
    term: { sv: 'Instans', en: 'Body' },
    meaning: {
      sv: 'Ett samordningsråd, PPR eller SoB-förvaltningen: någon som får frågor i många ärenden.',
      en: 'A coordination council, PPR or the SoB office: someone who is asked in many cases.',
    },
  },
  {
    term: { sv: 'Kunskapsstyrning', en: 'Knowledge-based governance' },
    meaning: {
      sv: 'Vårdens nationella och regionala arbete för att bästa kunskap ska användas i varje patientmöte.',
      en: 'The national and regional work for the best knowledge to be used at each meeting with a patient.',
    },
  },
  {
    term: { sv: 'Inventering', en: 'Assessment' },
    meaning: {
      sv: 'Rådets genomgång av behov, liknande program och kunskapsläge.',
      en: 'The council’s survey of need, similar programmes and state of knowledge.',
    },
  },
  {
    term: { sv: 'Ställningstagande', en: 'Position' },
    meaning: {
      sv: 'Vad ett råd eller PPR anser. Det är ett råd till den som beslutar, och inget beslut.',
      en: 'What a council or PPR thinks. It advises whoever decides, and is no decision.',
    },
  },
  {
    term: { sv: 'Beslut', en: 'Decision' },
    meaning: {
      sv: 'Om programmet ska skapas, köpas in eller inte. SoB-förvaltningen beslutar.',
      en: 'Whether the programme is to be created, purchased or not. The SoB office decides.',
    },
  },
  {
    term: { sv: 'Önskad svarsdag', en: 'Target date' },
    meaning: {
      sv: 'Den dag då ett svar behövs för att ärendet inte ska dra ut på tiden. Inget stängs om den går förbi.',
      en: 'The day by which an answer is needed so that the case does not drag on. Nothing closes if it passes.',
    },
  },
  {
    term: { sv: 'Komplettering', en: 'Supplement' },
    meaning: {
      sv: 'Något som saknas i nomineringen, och som den som nominerar blir ombedd att lägga till.',
      en: 'Something that is missing in the nomination, and that the nominator is asked to add.',
    },
  },
  {
    term: { sv: 'Ersättare', en: 'Deputy' },
    meaning: {
      sv: 'Någon som får en instans fråga när ordinarie brevlåda inte svarar. Båda kan svara; det första svaret gäller.',
      en: 'Someone who is sent a body’s question when its mailbox does not answer. Either can answer; the first answer counts.',
    },
  },
  {
    term: { sv: 'Projektuppdrag', en: 'Project assignment' },
    meaning: {
      sv: 'Mål, ramar, tid, kostnad och ansvar för arbetet med att skapa programmet.',
      en: 'The goal, frame, time, cost and responsibility for the work of creating the programme.',
    },
  },
  {
    term: { sv: 'Projektägare', en: 'Project owner' },
    meaning: {
      sv: 'Den som ansvarar för att projektet har det som det behöver, och godkänner uppdraget.',
      en: 'Whoever is responsible for the project having what it needs, and approves the assignment.',
    },
  },
  {
    term: { sv: 'Projektledare', en: 'Project manager' },
    meaning: {
      sv: 'Den som leder arbetet och rapporterar avvikelser.',
      en: 'Whoever leads the work and reports deviations.',
    },
  },
  {
    term: { sv: 'Styrgrupp', en: 'Steering group' },
    meaning: {
      sv: 'De som stödjer projektägaren och godkänner större ändringar, där en sådan grupp finns.',
      en: 'Those who support the project owner and approve larger changes, where there is such a group.',
    },
  },
  {
    term: { sv: 'Avvikelse', en: 'Deviation' },
    meaning: {
      sv: 'Att något i projektet inte blir som det stod i uppdraget.',
      en: 'That something in the project does not turn out as the assignment said.',
    },
  },
  {
    term: { sv: 'SoB-designer', en: 'SoB designer' },
    meaning: {
      sv: 'Den som bygger programmet i Stöd och behandling.',
      en: 'Whoever builds the programme in Stöd och behandling.',
    },
  },
  {
    term: { sv: 'Oberoende granskare', en: 'Independent reviewer' },
    meaning: {
      sv: 'Någon utanför projektet som granskar programmets innehåll innan det testas eller publiceras.',
      en: 'Someone outside the project who reviews the content of the programme before it is tested or published.',
    },
  },
  {
    term: { sv: 'Programägare', en: 'Programme owner' },
    meaning: {
      sv: 'Den verksamhet som förvaltar programmet när det är publicerat. Kallas också utgivare.',
      en: 'The unit that manages the programme once it is published. Also called the publisher.',
    },
  },
  {
    term: { sv: 'Behandlare', en: 'Clinician' },
    meaning: {
      sv: 'Den i vården som startar programmet för en patient och följer patienten genom det.',
      en: 'Whoever in health care starts the programme for a patient and follows the patient through it.',
    },
  },
  {
    term: { sv: 'Ordnat införande', en: 'Managed introduction' },
    meaning: {
      sv: 'Regionens väg för att införa nya metoder gemensamt.',
      en: 'The region’s way of introducing new methods together.',
    },
  },
  {
    term: { sv: 'Utlåtande', en: 'Statement' },
    meaning: {
      sv: 'Den nationella kompetensgruppens bedömning av ett program. SKR publicerar den.',
      en: 'The assessment of a programme by the national competence group. SKR publishes it.',
    },
  },
  {
    term: { sv: 'Innehållskatalogen', en: 'Content catalogue' },
    meaning: {
      sv: 'Listan över program som redan finns i Stöd och behandling.',
      en: 'The list of programmes that already exist in Stöd och behandling.',
    },
  },
  {
    term: { sv: 'Publicering', en: 'Publication' },
    meaning: {
      sv: 'Att programmet blir möjligt att starta för patienter.',
      en: 'That the programme can be started for patients.',
    },
  },
  {
    term: { sv: 'Inaktivering', en: 'Inactivation' },
    meaning: {
      sv: 'Att inga nya patienter startar i programmet. Det avpubliceras när de sista är klara.',
      en: 'That no new patients are started in the programme. It is unpublished when the last are done.',
    },
  },
  {
    term: { sv: 'Årlig uppföljning', en: 'Yearly follow-up' },
    meaning: {
      sv: 'Rådets svar en gång om året på om programmet fortfarande behövs.',
      en: 'The council’s answer, once a year, on whether the programme is still needed.',
    },
  },
  {
    term: { sv: 'Utvärdering', en: 'Evaluation' },
    meaning: {
      sv: 'En undersökning av vilken effekt programmet har.',
      en: 'An examination of the programme’s effect.',
    },
  },
  {
    term: { sv: 'Barnsäkring', en: 'Child safety review' },
    meaning: {
      sv: 'En kontroll av att barn inte far illa av hur tjänsten fungerar, till exempel av vem som kan läsa vad.',
      en: 'A check that children come to no harm by how the service works, for example by who can read what.',
    },
  },
  {
    term: { sv: 'Jäv', en: 'Conflict of interest' },
    meaning: {
      sv: 'Ett eget intresse i saken, som gör att någon inte ska delta i bedömningen.',
      en: 'An interest of one’s own in the matter, for which somebody should not take part in the assessment.',
    },
  },
  {
    term: { sv: 'Allmän handling', en: 'Official document' },
    meaning: {
      sv: 'En handling hos regionen som vem som helst kan begära att få läsa, om den inte omfattas av sekretess.',
      en: 'A document held by the region that anyone can ask to read, unless it is covered by secrecy.',
    },
  },
  {
    term: { sv: 'Sekretess', en: 'Secrecy' },
    meaning: {
      sv: 'Ett förbud i lag mot att lämna ut en uppgift. Det prövas varje gång någon begär ut den.',
      en: 'A prohibition by law against disclosing something. It is examined each time somebody asks for it.',
    },
  },
  {
    term: { sv: 'Sekretessmarkerat', en: 'Marked as confidential' },
    meaning: {
      sv: 'En varning om att sekretess kan gälla. Markeringen är inte själva prövningen.',
      en: 'A warning that secrecy may apply. The mark is not the examination itself.',
    },
  },
  {
    term: { sv: 'Diarienummer', en: 'Registration number' },
    meaning: {
      sv: 'Numret som ärendet har i regionens diarium.',
      en: 'The number that the case has in the region’s register.',
    },
  },
  {
    term: { sv: 'Gallring', en: 'Disposal' },
    meaning: {
      sv: 'Att handlingar förstörs efter den tid som regionen har beslutat.',
      en: 'That documents are destroyed after the time that the region has decided.',
    },
  },
];
