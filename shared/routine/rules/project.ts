import type { Rule } from './rule.ts';

/**
 * The rules of the project directive that its small form serves: the one-page project assignment of step f, the deviation,
 * the monthly report and the handover (ROUTINE.md section 0 no. 15). What only the full directive has is not here.
 */
const assignment: readonly Rule[] = [
  {
    id: 'P-01',
    phrase:
      'Projektdirektivet, som är ett styrande dokument, beskriver resultat/mål, ramar och förutsättningar för projektet.',
    strength: 'must',
    meaning:
      'The one-page project assignment states the goal, the frame of time and money, and which of them weighs most. It tells where a full directive is found.',
  },
  {
    id: 'P-02',
    phrase: 'Projektdirektivet är en överenskommelse mellan projektägare och projektledare.',
    strength: 'must',
    meaning:
      'Owner and manager each approve the assignment by a link of their own. Before both have, production does not begin. A no makes it be written anew.',
  },
  {
    id: 'P-03',
    phrase:
      'Projektdirektivet uppdateras vid förändringar av projektets inriktning, omfattning eller resultat/mål.',
    strength: 'must',
    meaning:
      'A change of the goal, the last month or the budget goes by an approved deviation, and makes the next version of the assignment.',
  },
  {
    id: 'P-04',
    phrase: 'Det ska då åter fastställas av projektägare som även ansvarar för förankring mot uppdragsgivare',
    strength: 'must',
    meaning:
      'The owner establishes each version, a changed one by approving the deviation. The office, which decided on the project, is told.',
  },
  {
    id: 'P-05',
    phrase: 'Projektdirektivet ska diarieföras.',
    strength: 'must',
    meaning: 'The assignment asks for the number under which it is registered.',
  },
  {
    id: 'P-06',
    phrase: 'I dokumentet ska anges om dokumentet är en öppen eller sekretessbelagd handling.',
    strength: 'must',
    meaning: 'The assignment says whether it is open or confidential, and on which legal ground.',
  },
  {
    id: 'P-07',
    phrase: 'Versionshistorik',
    strength: 'must',
    meaning: 'Each version is kept with its day, who issued it and the reason for the change.',
  },
  {
    id: 'P-11',
    phrase: 'Omfattning och avgränsning',
    strength: 'must',
    meaning: 'The assignment says what is not included.',
  },
  {
    id: 'P-17',
    phrase:
      'Om det under projektet uppstår en konflikt mellan dessa tre områden behöver en prioritering ske.',
    strength: 'must',
    meaning:
      'Quality, schedule and budget have weights that add up to 100; the directive has 70, 15 and 15. A deviation that gives way in the heaviest says why. Nothing is scored.',
  },
  {
    id: 'P-29',
    phrase: 'Projektets kostnader uppskattas till 10 mnkr, där årlig kostnad fördelas på följande sätt',
    strength: 'must',
    meaning: 'The assignment has a budget frame, and the cost estimate tells one-off costs from yearly ones.',
  },
  {
    id: 'P-30',
    phrase: 'Kostnader samordnas på kundnummer I71102, ansvar 60416 och projektnummer 80690.',
    strength: 'must',
    meaning:
      'The financing names its sources. Accounting keys have no fields of their own in the small form.',
  },
  {
    id: 'P-31',
    phrase: 'Övriga resurskostnader finansieras av respektive verksamhet i linjen.',
    strength: 'must',
    meaning: 'Each line of the cost estimate says who bears it.',
  },
];

const deviations: readonly Rule[] = [
  {
    id: 'P-12',
    phrase:
      'Alla avvikelser och ändringar i projektet, t ex leveransförändring, organisation, tidplan, kostnader etc., ska hanteras av och rapporteras till styrgrupp.',
    strength: 'must',
    meaning: 'A deviation goes to the owner, the office and, where there is one, the steering group.',
  },
  {
    id: 'P-13',
    phrase:
      'Projektledaren får inte genomföra förändringar som påverkar projektets beslutade ramar utan projektägarens och styrgruppens godkännande.',
    strength: 'must',
    meaning:
      'The frame stays until the owner and, where there is one, the steering group have approved. One no is enough to refuse.',
  },
  {
    id: 'P-14',
    phrase:
      'För att spårbarhet ska kunna uppnås ska avvikelser och förändringar dokumenteras och förvaras i projektarkiv.',
    strength: 'must',
    meaning: 'Deviations and what came of them stand in the record of the case and are never changed.',
  },
  {
    id: 'P-15',
    phrase: 'Mall för avvikelserapport ska användas.',
    strength: 'must',
    meaning: 'There is one form for all deviations: what, cause, consequences, proposal.',
  },
  {
    id: 'P-16',
    phrase: 'Avvikelser rapporteras när det uppstår.',
    strength: 'must',
    meaning: 'A deviation can be reported on any day of the project, with the day when it was discovered.',
  },
];

const roles: readonly Rule[] = [
  {
    id: 'P-20',
    phrase: 'Beslutat om projektet',
    strength: 'must',
    meaning:
      'The sponsor is whoever has decided: the office, by the decision of step e. Without it no project starts (gate G5).',
  },
  {
    id: 'P-21',
    phrase: 'Ansvarig mot uppdragsgivare',
    strength: 'must',
    meaning: 'The assignment names one owner.',
  },
  {
    id: 'P-22',
    phrase: 'Ansvarig mot projektägare',
    strength: 'must',
    meaning: 'The assignment names one manager, who is not the owner.',
  },
  {
    id: 'P-23',
    phrase: 'Stöd till projektägaren',
    strength: 'may',
    meaning: 'A project may have a steering group, which then decides on deviations beside the owner.',
  },
  {
    id: 'P-24',
    phrase: 'Projektmedlemmar Arbetar med projektleverans',
    strength: 'must',
    meaning: 'The members of the project group are named, with what each answers for.',
  },
  {
    id: 'P-28',
    phrase: 'Månatlig rapportering av aktiviteter och kostnader sker till projektägaren.',
    strength: 'must',
    meaning:
      'The manager reports a month in three lines, if the owner has asked for it. The full form is not served.',
  },
];

const risksAndHandover: readonly Rule[] = [
  {
    id: 'P-42',
    phrase:
      'Projektet ansvarar för att genomföra projektriskanalys och eventuell produktriskanalys. Löpande bevakning och åtgärdshantering sker under hela projekttiden.',
    strength: 'must',
    meaning: 'The monthly report asks for risks. A risk analysis of the project is a document of its own.',
  },
  {
    id: 'P-43',
    phrase:
      'Riskanalys ska genomföras vid varje enhet som startar ett stöd eller behandlingsprogram i Stöd och behandling.',
    strength: 'must',
    meaning: 'A unit states the day of its risk analysis before it starts (gate G7).',
  },
  {
    id: 'P-44',
    phrase: 'Verksamheten ansvarar för att genomföra riskanalys vid införande av förändringar.',
    strength: 'must',
    meaning:
      'The risk analysis of a unit can be made anew, and whoever uses the programme is told of a new version.',
  },
  {
    id: 'P-50',
    phrase:
      'Mottagande förvaltning av projektet resultat kommer att beskrivas inom ram för projektet och ingår som en av projektets leveranser.',
    strength: 'must',
    meaning: 'Whoever takes the programme over is named and has accepted it before the project closes.',
  },
];

/** The small form of the project directive around steps f–j, and what holds of each unit’s risks. */
export const projectRules: readonly Rule[] = [...assignment, ...deviations, ...roles, ...risksAndHandover];
