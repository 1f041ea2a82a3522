import { form, section } from '../form.ts';
import { act } from '../question.ts';

const proposal = form({
  proposalKind: {
    kind: 'choice',
    label: { sv: 'Vad föreslår ni?', en: 'What do you propose?' },
    need: 'must',
    options: {
      instead: {
        sv: 'Ett annat råd ska svara i stället för oss',
        en: 'Another council should answer instead of us',
      },
      also: { sv: 'Ett råd till ska svara, utöver oss', en: 'One more council should answer, besides us' },
    },
  },
  proposedCouncil: {
    kind: 'registerChoice',
    register: 'councils',
    label: { sv: 'Vilket råd?', en: 'Which council?' },
    need: 'must',
    rules: ['R-a11'],
  },
  proposalReason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Varför?', en: 'Why?' },
    need: 'must',
  },
});

/** A council was given a case that is another's, or another's too. */
export const proposeCouncil = act({
  id: 'proposeCouncil',
  why: 'proposalReason',
  title: { sv: 'Förslag om annat samordningsråd', en: 'Proposal of another coordination council' },
  asks: { sv: 'Föreslå ett annat råd', en: 'Propose another council' },
  lead: {
    sv: 'Hör nomineringen till ett annat råd, eller berörs ett råd till? Den regionala SoB-förvaltningen avgör vilka råd som ska svara.',
    en: 'Does the nomination belong to another council, or is one more concerned? The regional SoB office settles which councils are to answer.',
  },
  next: {
    sv: 'Den regionala SoB-förvaltningen får en fråga om förslaget, och ni får veta hur det blir. Er egen fråga är öppen tills dess.',
    en: 'The regional SoB office is asked about the proposal, and you are told of the outcome. Your own question stays open until then.',
  },
  by: ['asked'],
  on: ['position'],
  rules: ['R-a11'],
  form: proposal,
  sections: [section('proposal', 'Ert förslag', 'Your proposal', proposal)],
  tells: [],
});

const change = form({
  addCouncils: {
    kind: 'registerChoices',
    register: 'councils',
    label: { sv: 'Vilka råd ska också svara?', en: 'Which councils should answer too?' },
    help: {
      sv: 'Välj minst ett råd att lägga till, eller ett som inte behöver svara.',
      en: 'Choose at least one council to add, or one that need not answer.',
    },
    need: 'must',
    needWhen: { field: 'releaseCouncils', given: false },
    rules: ['R-a11'],
  },
  releaseCouncils: {
    kind: 'registerChoices',
    register: 'councils',
    label: { sv: 'Vilka råd behöver inte svara längre?', en: 'Which councils need not answer any more?' },
    help: {
      sv: 'Minst ett samordningsråd ska ta ställning innan det kan bli beslut.',
      en: 'At least one coordination council has to take a position before there can be a decision.',
    },
    need: 'may',
  },
  changeReason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Varför ändrar ni?', en: 'Why do you change this?' },
    need: 'must',
  },
});

/** The office changes which councils are to answer, asked or not. */
export const changeCouncils = act({
  id: 'changeCouncils',
  why: 'changeReason',
  title: { sv: 'Ändring av samordningsråd', en: 'Change of coordination councils' },
  asks: { sv: 'Ändra vilka råd som ska svara', en: 'Change which councils should answer' },
  lead: {
    sv: 'Lägg till råd som ska ta ställning, eller ange råd som inte behöver svara längre. Svar som redan finns står kvar.',
    en: 'Add councils that should take a position, or name councils that need not answer any more. Answers that exist are kept.',
  },
  next: {
    sv: 'Nya råd får ett mejl med frågan om ställningstagande. De som inte behöver svara får veta det.',
    en: 'New councils are sent a mail that asks for their position. Those that need not answer are told so.',
  },
  by: ['sobOffice'],
  rules: ['R-a11'],
  form: change,
  sections: [section('change', 'Vilka råd?', 'Which councils?', change)],
  tells: [],
});
