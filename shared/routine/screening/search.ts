import { form } from '../form.ts';
import { namedProgramme } from '../programme.ts';

const similarProgramme = form({
  ...namedProgramme,
  source: {
    kind: 'choice',
    label: { sv: 'Var hittade ni det?', en: 'Where did you find it?' },
    need: 'must',
    options: {
      sobCatalogue: { sv: 'Innehållskatalogen för SoB', en: 'The content catalogue of SoB' },
      skrStatement: { sv: 'Utlåtande från SKR', en: 'Statement of SKR' },
      otherRegion: { sv: 'Annan region', en: 'Another region' },
      market: { sv: 'Marknaden', en: 'The market' },
      vgr: { sv: 'VGR', en: 'VGR' },
    },
  },
  similarity: {
    kind: 'choice',
    label: { sv: 'Hur likt är det?', en: 'How similar is it?' },
    need: 'must',
    options: {
      same: { sv: 'Samma program', en: 'The same programme' },
      similar: { sv: 'Liknande', en: 'Similar' },
      partly: { sv: 'Liknar delvis', en: 'Partly similar' },
    },
  },
  comment: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Kommentar', en: 'Comment' },
    need: 'may',
  },
});

/** What exists already, and what other regions say of the need. */
export const search = form({
  catalogueSearchedOn: {
    kind: 'date',
    notAfterToday: true,
    label: { sv: 'Sökning i Innehållskatalogen gjord', en: 'Search in the content catalogue made on' },
    need: 'must',
    rules: ['R-a9'],
  },
  catalogueSearchTerms: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Sökord', en: 'Search terms' },
    help: {
      sv: 'De ord ni sökte på, så att sökningen kan göras om.',
      en: 'The words that you searched for, so that the search can be repeated.',
    },
    need: 'should',
    rules: ['R-a9'],
  },
  similarProgrammes: {
    kind: 'list',
    max: 20,
    label: { sv: 'Befintliga och liknande program', en: 'Existing and similar programmes' },
    help: {
      sv: 'En rad per program. Lämna tomt om ni inte hittade något. Ett liknande program avslutar inte ärendet: samordningsrådet bedömer om det räcker.',
      en: 'One line per programme. Leave empty if you found none. A similar programme does not end the case: the coordination council judges whether it is enough.',
    },
    need: 'may',
    rules: ['R-a9', 'R-b6'],
    item: similarProgramme,
  },
  designNetworkCheckedOn: {
    kind: 'date',
    notAfterToday: true,
    label: {
      sv: 'Avstämt i nationella designnätverket',
      en: 'Checked with the national design network on',
    },
    help: {
      sv: 'Är behovet inte avstämt än kan nomineringen skickas vidare ändå. Kryssa då för ”Vet inte än” och skriv varför.',
      en: 'If the network has not been asked yet, the nomination can go on all the same. Then tick “Not known yet” and say why.',
    },
    need: 'must',
    needWhen: { field: 'screeningOutcome', is: ['forwardToCouncils'] },
    mayBeUnknown: true,
    rules: ['R-a10'],
  },
  designNetworkResult: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Resultat av avstämningen', en: 'Result of the check' },
    help: {
      sv: 'Finns behovet på fler håll, och arbetar någon redan med något liknande?',
      en: 'Is the need found elsewhere, and is anyone already working on something similar?',
    },
    need: 'must',
    askedWhen: { field: 'designNetworkCheckedOn', given: true },
    rules: ['R-a10'],
  },
});
