import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCatalogueFile } from '../../../local/catalogue-csv.ts';
import { type Candidate, likelySimilar, reasonInWords, soughtIn } from '../../../shared/case/similar.ts';
import { caseAsCandidate, programmeAsCandidate } from '../../../shared/records/candidates.ts';
import { type SampleNumber, sample } from '../../builders/samples.ts';

const { programmes } = readCatalogueFile(readFileSync('test/samples/catalogue.csv'));
const among = programmes.map(programmeAsCandidate);

const foundFor = (title: string, text: string, ...clinicalAreas: string[]): readonly string[] =>
  likelySimilar({ title, text, clinicalAreas }, among).map(({ candidate }) =>
    candidate.title.replace(' Exempel (fiktivt)', ''),
  );

const foundForSample = (n: SampleNumber): readonly string[] => {
  const { title, text, clinicalAreas } = soughtIn(sample(n).nomination);
  return foundFor(title, text, ...clinicalAreas);
};

const aProgramme = (title: string, given: Partial<Candidate> = {}): Candidate => ({
  kind: 'programme',
  id: title,
  title,
  from: 'Region Exempel',
  clinicalAreas: [],
  ...given,
});

const PAIN = ['allmänmedicin'];

describe('R-a9: programmes that are likely similar to a nomination', () => {
  it.each([
    [1, ['Sömnskola']],
    [2, ['Inför ny knäled']],
    [3, ['Oroshjälp', 'Social ångest']],
    [4, ['Våga lite mer']],
    [5, ['Stresshjälp']],
  ] as const)('are found for sample %i, and no others', (n, expected) => {
    expect(foundForSample(n)).toEqual(expected);
  });

  it.each([
    ['by an abbreviation', 'IBS-programmet', 'Vuxna med IBS behöver KBT.', 'allmänmedicin', ['Magkollen']],
    [
      'by an inflected word',
      'Depressioner hos äldre',
      'Få får behandling mot depressionen.',
      'psykisk hälsa vuxna',
      ['Lyft'],
    ],
    [
      'by a part of a compound on either side',
      'Smärthantering på nätet',
      'Smärtan påverkar arbete och sömn.',
      'allmänmedicin',
      ['Lev med smärta'],
    ],
    [
      'by a compound of the same word',
      'Rökstopp inför operation',
      'Den som röker läker sämre. Programmet är för rökare som ska opereras.',
      'levnadsvanor',
      ['Tobaksfri'],
    ],
    [
      'in another area, where both are named after the same thing',
      'Sömn hos tonåringar',
      'Tonåringar med sömnproblem. Sömnen påverkar skolan.',
      'psykisk hälsa barn och unga',
      ['Sömnskola'],
    ],
  ])('are found %s', (_how, title, text, area, expected) => {
    expect(foundFor(title, text, area)).toEqual(expected);
  });

  it.each([
    [
      'what care always has: patients, weeks, treatment',
      'KBT-program på nätet för vuxna',
      'Ett behandlarstött program i åtta veckor för patienter i primärvården, med film, övningar och återkoppling.',
      'psykisk hälsa vuxna',
    ],
    [
      'a word in passing',
      'Hjärtskolan',
      'Efter hjärtinfarkt. Många känner oro och trötthet, och sover sämre.',
      'allmänmedicin',
    ],
    ['the area', 'Sorg efter dödsfall', 'Vuxna som sörjer någon.', 'psykisk hälsa vuxna'],
    ['a word that begins alike', 'Material om diabetes', 'Materialet tar upp diabetes typ 2.', 'övrigt'],
    [
      'a common aim in another area: an orthopaedic idea is not like one about fear',
      'Våga röra dig efter axelfraktur',
      'Rörelserädsla efter axelfraktur, och rädsla för att falla. Patienten övar stegvis.',
      'rörelseorgan',
    ],
    ['nothing at all', '', ''],
  ])('are not found by %s alone', (_what, title, text, ...areas) => {
    expect(foundFor(title, text, ...areas)).toEqual([]);
  });

  it('keep å, ä and ö apart from a and o, but not the marks of other languages', () => {
    const candidates = [aProgramme('Höfter'), aProgramme('Hofter'), aProgramme('Sömnapnè')];
    const found = (title: string) =>
      likelySimilar({ title, text: title, clinicalAreas: [] }, candidates).map(
        ({ candidate }) => candidate.id,
      );
    expect(found('höft')).toEqual(['Höfter']);
    expect(found('sömnapné')).toEqual(['Sömnapnè']);
  });

  it('come with the most similar first, and not more than wanted', () => {
    const candidates = [
      aProgramme('Rygg', { clinicalAreas: ['rörelseorgan'], text: 'Smärta' }),
      aProgramme('Smärta', { clinicalAreas: PAIN, targetGroup: 'Vuxna med smärta', text: 'Smärta' }),
      aProgramme('Att leva med smärta', { clinicalAreas: PAIN }),
    ];
    const sought = { title: 'Smärta', text: 'Smärtan är vanlig', clinicalAreas: PAIN };
    const titles = (most?: number) =>
      likelySimilar(sought, candidates, most).map(({ candidate }) => candidate.title);
    expect(titles()).toEqual(['Smärta', 'Att leva med smärta']);
    expect(titles(1)).toEqual(['Smärta']);
  });
});

describe('the reason for a match', () => {
  it('R-b4: is said in the words of the programme, by where they stand', () => {
    const [found] = likelySimilar(soughtIn(sample(1).nomination), among);
    expect(found?.reason).toEqual({
      title: ['Sömnskola'],
      targetGroup: [],
      text: ['insomni'],
      areas: ['psykisk hälsa vuxna', 'allmänmedicin'],
    });
    expect(found && reasonInWords(found)).toEqual({
      sv: 'Samma ord i namnet: Sömnskola. Samma ord i beskrivningen: insomni. Samma område: Psykisk hälsa, vuxna; Allmänmedicin.',
      en: 'Same words in the name: Sömnskola. Same words in the description: insomni. Same area: Mental health, adults; General practice.',
    });
  });
});

describe('ROUTINE.md section 0 no. 11: pending cases', () => {
  const { nomination } = sample(5);
  const pending = caseAsCandidate({
    number: 'N-2026-0007',
    caseId: 'case-7',
    workingTitle: String(nomination.workingTitle),
    clinicalAreas: nomination.clinicalAreas as string[],
    targetGroup: String(nomination.targetGroup),
    summary: String(nomination.summary),
    nominatingUnit: String(nomination.nominatingUnit),
    submittedAt: '2026-11-23T08:00:00.000Z',
  });

  it('with the same idea are found beside programmes', () => {
    const found = likelySimilar(soughtIn(nomination), [...among, pending]);
    expect(found.map(({ candidate }) => candidate.kind).sort()).toEqual(['case', 'programme']);
  });

  it('are not similar to themselves', () => {
    const sought = { ...soughtIn(nomination), number: 'N-2026-0007' };
    expect(likelySimilar(sought, [pending])).toEqual([]);
  });
});

it('nothing is found by a run of letters that is longer than any word: it would take the longer to read, by the square', () => {
  const found = (letters: number) => {
    const [title, clinicalAreas] = ['ö'.repeat(letters), []];
    const candidate = { kind: 'case', id: 'N-2026-0001', title, from: 'Enheten', clinicalAreas } as const;
    return likelySimilar({ title, text: '', clinicalAreas }, [candidate]).length;
  };
  expect([found(80), found(81)]).toEqual([1, 0]);
});
