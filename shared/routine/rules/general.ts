import type { Rule } from './rule.ts';

/** The rules that hold in every step. */
export const generalRules: readonly Rule[] = [
  {
    id: 'R-01',
    phrase: 'Framtagande av stödprogram följer samma process men har inte alltid krav på evidens.',
    strength: 'must',
    meaning:
      'Support and treatment programmes take the same course. Evidence is demanded of treatment programmes.',
  },
  {
    id: 'R-02',
    phrase: 'består av tillräckligt med komponenter och övningar för att uppnå behandlingseffekt',
    strength: 'must',
    meaning: 'A treatment programme has an effect by itself.',
  },
  {
    id: 'R-03',
    phrase: 'fungerar som stöd till annan behandling men utan krav på påvisad behandlingseffekt',
    strength: 'must',
    meaning: 'A support programme supports other treatment and need not have a proven effect.',
  },
  {
    id: 'R-04',
    phrase: 'Det finns ingen skarp gräns mellan stöd- och behandlingsprogram',
    strength: 'must',
    meaning:
      'The nominator proposes a kind or is unsure, the office sets it, a council may change it with a reason.',
  },
  {
    id: 'R-05',
    phrase:
      'Processens olika steg är en checklista som avser att ge en överblick över vad som behövs, men stegen måste inte följas strikt i den ordning de är presenterade.',
    strength: 'may',
    meaning:
      'The steps may be taken in another order. g, h and i are open side by side. Nothing but the gates G1–G8 stops anything.',
  },
  {
    id: 'R-06',
    phrase:
      'bör finansiering beaktas tidigt i processen och utvecklings- och övriga kostnader ombeds därför specificeras i nomineringsmallen',
    strength: 'should',
    meaning: 'Costs are asked for in the nomination already. “Not known yet” is an answer.',
  },
  {
    id: 'R-07',
    phrase: 'vikten av att tidigt i processen involvera patienter och brukare',
    strength: 'should',
    meaning: 'The nomination asks how patients and users take part.',
  },
  {
    id: 'R-08',
    phrase: 'att planera för hur programmet ska utvärderas',
    strength: 'should',
    meaning: 'The nomination asks how the programme is to be evaluated.',
  },
  {
    id: 'R-09',
    phrase: 'hanteringen av en nominering bör vara skyndsam',
    strength: 'should',
    meaning:
      'The age of a case is shown and whoever is to answer is reminded, but time never decides a case.',
  },
  {
    id: 'R-10',
    phrase: 'de program som utvecklas delas och används av liknande verksamheter inom hela VGR',
    strength: 'should',
    meaning:
      'The nomination asks which other units are interested. Programmes in use and nominations under way are open to all.',
  },
  {
    id: 'R-11',
    phrase: 'behöver verksamheten vara ansluten till Stöd och behandling',
    strength: 'must',
    meaning:
      'The nomination asks whether the unit is connected. It must be so before it starts to use the programme (gate G7).',
  },
  {
    id: 'R-12',
    phrase:
      'Samordningsråd är ansvariga för programmets kvalitet och innehåll så länge programmet används. Operativt ansvar får lösas från fall till fall.',
    strength: 'must',
    meaning:
      'A council that supports says whether it takes responsibility for quality and content. A programme in use has exactly one responsible council, and someone who answers for its operation.',
  },
  {
    id: 'R-13',
    phrase: 'giltig till 2029-01-31',
    strength: 'must',
    meaning: 'A case keeps the version of the routine. Half a year before the routine expires it is shown.',
  },
  {
    id: 'R-14',
    phrase: 'kunskap om båda dokumenten är en förutsättning för förståelsen',
    strength: 'must',
    meaning: 'The regional routine and the national process are named where people answer.',
  },
];
