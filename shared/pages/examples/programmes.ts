import { wholeForm } from '../../routine/answerer.ts';
import { decision } from '../../routine/decision.ts';
import { expressionOfInterest } from '../../routine/expression-of-interest.ts';
import type { Language } from '../../routine/words.ts';
import { toPosted } from '../posted.ts';
import {
  interestClosedPage,
  interestDonePage,
  interestPage,
  programmePage,
  unknownProgrammePage,
} from '../programme-page.tsx';
import type { ProgrammesView, ShownNomination, ShownProgramme } from '../programme-views.ts';
import { programmesPage } from '../programmes-page.tsx';
import { COUNCIL, PRIMARY_CARE } from './a-case.ts';
import { faulty, typed } from './questions.ts';

const USED: ShownProgramme = {
  caseNumber: 'N-2026-0001',
  name: 'Bättre nätter',
  kind: 'treatment',
  clinicalAreas: ['psykisk hälsa vuxna', 'allmänmedicin'],
  council: COUNCIL,
  origin: 'create',
  standing: { state: 'inUse', since: '2027-09-01' },
  users: [
    { name: 'Vårdcentral Ekdungen', kind: 'unit', since: '2027-09-01' },
    { name: 'Psykiatrimottagning Åsen', kind: 'unit', since: '2027-11-15' },
    { name: 'Region Exempel', kind: 'spread', since: '2028-01-10' },
  ],
};

const PROGRAMMES: readonly ShownProgramme[] = [
  USED,
  { name: 'Egen oro', clinicalAreas: [], users: [] },
  {
    ...USED,
    caseNumber: 'N-2026-0004',
    name: 'Inför knäoperation',
    kind: 'support',
    origin: 'purchase',
    clinicalAreas: ['rörelseorgan'],
    standing: { state: 'published', since: '2028-02-01' },
    users: [],
  },
  {
    ...USED,
    caseNumber: 'N-2026-0009',
    name: 'Lugn mage',
    standing: { state: 'stopped', since: '2028-01-20' },
    users: [],
  },
  {
    ...USED,
    caseNumber: 'N-2024-0003',
    name: 'Stressa mindre',
    standing: { state: 'inactivated', since: '2027-06-30' },
    users: [],
  },
];

const NOMINATIONS: readonly ShownNomination[] = [
  {
    caseNumber: 'N-2028-0002',
    title: 'Rädsla för tandvård hos barn i åldern 8–12 år',
    clinicalAreas: ['psykisk hälsa barn och unga'],
    milestone: 'forwardedToCouncil',
    councils: [COUNCIL, PRIMARY_CARE],
    unit: 'Folktandvården Björkängen',
    submittedOn: '2028-01-15',
  },
  {
    caseNumber: 'N-2028-0001',
    title: 'Tinnitus',
    clinicalAreas: [],
    milestone: 'submitted',
    councils: [],
    unit: 'Hörselmottagningen',
    submittedOn: '2028-01-03',
  },
];

/** The open pages: the list, one programme, one nomination, and "vi vill också". */
export function programmeExamples(lang: Language): readonly (readonly [name: string, page: string])[] {
  const list: ProgrammesView = {
    lang,
    sought: '',
    programmes: PROGRAMMES,
    nominations: NOMINATIONS,
    elsewhere: [],
  };
  const found: ProgrammesView = {
    lang,
    sought: 'sömn',
    query: 's%C3%B6mn',
    programmes: [USED],
    nominations: [],
    elsewhere: [
      { name: 'Sömnskola', publisher: 'Region Exempel' },
      { name: 'Sov gott', publisher: 'Region Prov' },
    ],
  };
  const nothing = { programmes: [], nominations: [], elsewhere: [] };
  const one = { lang, caseNumber: 'N-2026-0001', isOpen: true };
  const nomination = NOMINATIONS[0] as ShownNomination;
  const about = { lang, caseNumber: 'N-2026-0001', title: USED.name };
  const interest = {
    unit: 'Vårdcentral Lärkan, Närhälsan',
    need: 'Ungefär 40 patienter om året. Vi vill börja i höst.',
    email: 'vc.larkan@example.se',
    answeredByName: 'Åsa Öst',
    answeredByRole: 'enhetschef',
  };
  const posted = toPosted(wholeForm(expressionOfInterest), interest);
  return [
    ['programmes', programmesPage(list)],
    ['programmes-found', programmesPage(found)],
    ['programmes-not-found', programmesPage({ ...found, ...nothing })],
    ['programmes-none', programmesPage({ ...list, ...nothing })],
    ['programme', programmePage({ ...one, shown: { programme: USED } })],
    ['programme-nomination', programmePage({ ...one, shown: { nomination } })],
    [
      'programme-declined',
      programmePage({
        ...one,
        isOpen: false,
        shown: {
          nomination: { ...nomination, milestone: 'declined' },
          outcome: decision.form.decision.options.decline,
        },
      }),
    ],
    ['programme-unknown', unknownProgrammePage(lang, '../')],
    ['interest-empty', interestPage(about)],
    ['interest-filled', interestPage({ ...about, posted })],
    ['interest-errors', interestPage({ ...about, ...faulty(expressionOfInterest, 'email=inte+en+adress') })],
    ['interest-receipt', interestDonePage(about)],
    ['interest-closed', interestClosedPage(lang, '../../')],
    [
      'interest-closed-typed',
      interestClosedPage(lang, '../../', typed(expressionOfInterest, posted, interest)),
    ],
  ];
}
