import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dateInSweden } from '../shared/case/sweden.ts';
import { type Body, putBody } from '../shared/records/bodies.ts';
import { importCatalogue } from '../shared/records/programmes.ts';
import { openStore } from '../shared/records/store.ts';
import { readCatalogueFile } from './catalogue-csv.ts';
import { root } from './paths.ts';

const exampleBodies: readonly Body[] = [
  {
    id: 'sobOffice',
    role: 'sobOffice',
    name: { sv: 'Regionala SoB-förvaltningen', en: 'Regional SoB office' },
    mailbox: 'sob-forvaltningen@example.se',
    language: 'sv',
  },
  {
    id: 'council-psykisk-halsa',
    role: 'coordinationCouncil',
    name: { sv: 'Samordningsråd psykisk hälsa', en: 'Coordination council for mental health' },
    mailbox: 'samordningsrad-psykisk-halsa@example.se',
    language: 'sv',
  },
  {
    id: 'council-primarvard',
    role: 'coordinationCouncil',
    name: { sv: 'Samordningsråd primärvård', en: 'Coordination council for primary care' },
    mailbox: 'samordningsrad-primarvard@example.se',
    language: 'sv',
  },
  {
    id: 'council-rorelseorgan',
    role: 'coordinationCouncil',
    name: { sv: 'Samordningsråd rörelseorgan', en: 'Coordination council for musculoskeletal health' },
    mailbox: 'samordningsrad-rorelseorgan@example.se',
    language: 'sv',
  },
  {
    id: 'ppr',
    role: 'ppr',
    name: { sv: 'Program- och prioriteringsrådet (PPR)', en: 'Programme and Prioritisation Council (PPR)' },
    mailbox: 'ppr@example.se',
    language: 'sv',
  },
  {
    id: 'contentOwners',
    role: 'contentOwners',
    name: { sv: 'Rutinens innehållsansvariga', en: 'The content owners of the routine' },
    mailbox: 'innehallsansvariga@example.se',
    language: 'sv',
  },
];

/** Puts the bodies that the routine asks into the table, as an office would before its first nomination. */
export const seedBodies = async (table: string): Promise<void> => {
  const store = openStore(table);
  await Promise.all(exampleBodies.map((body) => putBody(store, body)));
  store.client.destroy();
};

/** A made-up list of programmes, as the office would read in the content catalogue. */
const EXAMPLE_CATALOGUE = join(root, 'test', 'samples', 'catalogue.csv');

/** Puts the example programmes into the table. */
export const seedProgrammes = async (table: string): Promise<void> => {
  const store = openStore(table);
  const { programmes } = readCatalogueFile(readFileSync(EXAMPLE_CATALOGUE));
  await importCatalogue(
    store,
    { source: 'sobCatalogue', programmes, isWhole: true },
    dateInSweden(new Date()),
  );
  store.client.destroy();
};
