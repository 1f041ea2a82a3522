import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCandidates } from '../../shared/records/candidates.ts';
import { listProgrammes, putProgrammes } from '../../shared/records/programmes.ts';
import { answerStep, MAILBOX, submit } from '../harness/people.ts';
import { endsAs, store } from '../harness/record.ts';
import { system } from '../harness/system.ts';

const EXAMPLE = 'test/samples/catalogue.csv';
const example = readFileSync(EXAMPLE, 'utf8');

const folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command as its user does. */
const readIn = (csv: string, ...options: string[]): Promise<{ code: number; out: string; err: string }> => {
  const file = join(folder, 'katalog.csv');
  writeFileSync(file, csv);
  const args = ['local/catalogue.ts', file, '--table', system().table, ...options];
  return new Promise((resolve) => {
    execFile(process.execPath, args, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
};

const register = async () => new Map((await listProgrammes(store())).map((it) => [it.id, it]));

beforeAll(() => readIn(example));

it('R-a9: the catalogue is read in once, however often it is read', async () => {
  const before = await register();
  const { code, out } = await readIn(example);
  expect([code, out]).toEqual([0, expect.stringContaining('Nya: 0. Ändrade: 0. Oförändrade: 17. Borta: 0.')]);
  expect(await register()).toEqual(before);
});

it('R-a9: what is new, changed and gone in the catalogue is so in the register, and is told', async () => {
  const next = example
    .replace('Vuxna med migrän;', 'Vuxna och unga med migrän;')
    .replace(/^EX-17;.*$/mu, 'EX-18;Tinnitus Exempel (fiktivt);Region Exempel Syd;;;;;;');
  const { out } = await readIn(next);
  expect(out).toContain('Nya: 1. Ändrade: 1. Oförändrade: 15. Borta: 1.');
  expect(out).toContain('Borta, söks inte längre: Magkollen Exempel (fiktivt)');
  const programmes = await register();
  expect(programmes.get('EX-12')?.targetGroup).toBe('Vuxna och unga med migrän');
  expect(programmes.get('EX-17')?.goneOn).toMatch(/^\d{4}-\d\d-\d\d$/u);
  const searched = (await readCandidates(store())).map(({ id }) => id);
  expect(searched).toContain('sobCatalogue#EX-18');
  expect(searched).not.toContain('sobCatalogue#EX-17');
  await readIn(example);
  expect((await register()).get('EX-17')).not.toHaveProperty('goneOn');
});

it('R-a9: the region’s own programmes are read in beside the catalogue, and neither list misses what is in the other', async () => {
  const own = (...rows: readonly string[]) => ['Id;Namn;Utgivare', ...rows, ''].join('\n');
  const searched = async () => (await readCandidates(store())).map(({ id }) => id);
  const catalogued = async () =>
    (await listProgrammes(store())).filter(({ source }) => source === 'sobCatalogue');
  const before = await catalogued();
  const first = await readIn(
    own('EX-01;Egen sömn Exempel (fiktivt);VGR', 'EGEN-2;Egen oro Exempel (fiktivt);VGR'),
    '--own',
  );
  expect([first.code, first.out]).toEqual([0, expect.stringContaining('Nya: 2. Ändrade: 0.')]);
  expect(first.out).toContain('Borta: 0.');
  expect(await searched()).toEqual(
    expect.arrayContaining(['vgr#EX-01', 'vgr#EGEN-2', 'sobCatalogue#EX-01', 'sobCatalogue#EX-17']),
  );
  expect(await catalogued()).toEqual(before);

  const next = await readIn(own('EX-01;Egen sömn Exempel (fiktivt);VGR'), '--own');
  expect(next.out).toContain('Borta, söks inte längre: Egen oro Exempel (fiktivt)');
  expect((await readIn(example)).out).toContain('Oförändrade: 17. Borta: 0.');
  const now = await searched();
  expect(now).toContain('vgr#EX-01');
  expect(now).not.toContain('vgr#EGEN-2');
});

it('reads nothing in where a row is bad, and with --skip-bad the others without missing any', async () => {
  const before = await register();
  const bad = `${example.replace(/^EX-(16|17);.*\n/gmu, '')}EX-19;;Region Exempel Syd\nEX-20;Tandvårdsrädsla Exempel (fiktivt);Region Exempel Syd\n`;
  const refused = await readIn(bad);
  expect([refused.code, refused.out]).toEqual([1, expect.stringContaining('Rad 17, Namn: cellen är tom.')]);
  expect(refused.err).toContain('Ingenting är inläst');
  expect(await register()).toEqual(before);
  const taken = await readIn(bad, '--skip-bad');
  expect([taken.code, taken.out]).toEqual([0, expect.stringContaining('Nya: 1.')]);
  expect((await register()).get('EX-17')).not.toHaveProperty('goneOn');
  await readIn(example);
});

it('keeps more programmes than one call of DynamoDB takes or gives', async () => {
  const many = Array.from({ length: 60 }, (_, i) => ({
    id: `many-${i}`,
    source: 'vgr' as const,
    name: `Program ${i}`,
    publisher: 'VGR',
    clinicalAreas: [],
    // So that one page of a query does not hold them all.
    description: 'x'.repeat(30_000),
  }));
  await putProgrammes(store(), many);
  const programmes = await register();
  expect(many.filter(({ id }) => !programmes.has(id))).toEqual([]);
});

it('ROUTINE.md section 0 no. 11: a case is searched for as long as it is pending', async () => {
  const { id, caseNumber } = await submit(2);
  const isSearched = async () => (await readCandidates(store())).some((it) => it.id === caseNumber);
  expect(await isSearched()).toBe(true);
  await answerStep(caseNumber, 'screening', MAILBOX.office, { screeningOutcome: 'notForSob', councils: [] });
  await endsAs(id, 'notForSob');
  expect(await isSearched()).toBe(false);
});
