import type { Rule } from './rule.ts';

/** a) From an idea to a nomination at the right council. */
export const initiationRules: readonly Rule[] = [
  {
    id: 'R-a1',
    phrase:
      'Programidén kan initieras av enskilda medarbetare anställda i VGR eller anställda hos vårdgivare med vårdavtal, forskargrupp, SoB-kontaktperson, regionala SoB-förvaltningen eller Samordningsråd.',
    strength: 'may',
    meaning: 'Six kinds of senders may nominate.',
  },
  {
    id: 'R-a2',
    phrase:
      'Enskilda medarbetare via SoB-kontaktperson och/eller regionala SoB-förvaltningen och/eller kunskapsstyrningen, ev. med forskare',
    strength: 'may',
    meaning: 'The nomination says which way the idea has come.',
  },
  {
    id: 'R-a3',
    phrase: 'Idén förankras hos verksamhetschef och SoB-kontaktperson (om sådan finns).',
    strength: 'must',
    meaning:
      'The nominator says with whom and when the idea was anchored. The manager is told and can object.',
  },
  {
    id: 'R-a4',
    phrase: 'Om vårdgivaren saknar SoB-kontaktperson kontaktas regionala SoB-förvaltningen.',
    strength: 'must',
    meaning: 'Where there is no SoB contact person, the office is told.',
  },
  {
    id: 'R-a5',
    phrase: 'Därefter fylls nomineringsmall i (se bilaga 1).',
    strength: 'must',
    meaning: 'A case begins with a complete nomination.',
  },
  {
    id: 'R-a6',
    phrase:
      'identifierar vilket behov och målgrupp som ska tillgodoses med hjälp av behandlingsprogrammet och hur programmet ska användas i verksamheten',
    strength: 'must',
    meaning: 'The nomination describes need, target group and use.',
  },
  {
    id: 'R-a7',
    phrase: 'bedömer regionala SoB-förvaltningen om programidén kan utvecklas i SoB',
    strength: 'must',
    meaning: 'The office judges whether the idea can be built in SoB.',
  },
  {
    id: 'R-a8',
    phrase: 'är ett stöd- eller behandlingsprogram',
    strength: 'must',
    meaning: 'The office judges which kind of programme it is.',
  },
  {
    id: 'R-a9',
    phrase: 'gör en sökning av eventuellt befintliga och liknande program i Innehållskatalogen för SoB',
    strength: 'must',
    meaning: 'The office searches for similar programmes and writes down what it found.',
  },
  {
    id: 'R-a10',
    phrase: 'stämmer av behovet i det nationella designnätverket',
    strength: 'must',
    meaning: 'The office checks the need with the design network, or writes why not.',
  },
  {
    id: 'R-a11',
    phrase: 'Därefter skickas nomineringen vidare till lämpligt/-a Samordningsråd.',
    strength: 'must',
    meaning: 'The nomination goes on to one coordination council or more.',
  },
  {
    id: 'R-a12',
    phrase:
      'Om nomineringen avser inköp av ett befintligt program skickar regionala SoB-förvaltningen alltid nomineringen till relevant Samordningsråd.',
    strength: 'must',
    meaning: 'A purchase always goes on to a council.',
  },
  {
    id: 'R-a13',
    phrase:
      'I de fall det nominerade programmets målgrupp är barn bör Regional riktlinje Barnsäkring av digitala invånartjänster beaktas.',
    strength: 'should',
    meaning:
      'Where the target group is children, the guideline on child safety is asked about, and the office sees it.',
  },
];
