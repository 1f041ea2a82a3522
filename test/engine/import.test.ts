import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweepRecord } from '../../functions/sweep/record.ts';
import { TAKEN_OVER } from '../../shared/case/imported.ts';
import { beginReview } from '../../shared/case/review.ts';
import { openQuestions } from '../../shared/case/rounds.ts';
import { readCandidates } from '../../shared/records/candidates.ts';
import { readHead } from '../../shared/records/cases.ts';
import { readCounts } from '../../shared/records/counts.ts';
import { importedCaseId } from '../../shared/records/imports.ts';
import { listProgrammes } from '../../shared/records/programmes.ts';
import type { MachineStep, Step } from '../../shared/routine/question.ts';
import { MAILBOX } from '../builders/answers.ts';
import { caseAt, programmeOf } from '../builders/imports.ts';
import { eventually } from '../harness/eventually.ts';
import { answerStep, casePage, type Fields, linkFor, read } from '../harness/people.ts';
import { asked, PROJECT_MAILBOX } from '../harness/programmes.ts';
import { factsOf, store, waitsAt, wholeCase } from '../harness/record.ts';
import { system } from '../harness/system.ts';
import { noteCase } from '../harness/transitions.ts';

const folder = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as its user does. */
const importing = (file: string, ...options: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const args = ['local/import.ts', file, '--table', system().table, ...options];
    execFile(process.execPath, args, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });

const importingText = (text: string, ...options: readonly string[]): Promise<Ran> => {
  const file = join(folder, 'rader');
  writeFileSync(file, text);
  return importing(file, ...options);
};

const programmes = (...rows: readonly unknown[]): string => JSON.stringify({ programmes: rows });

const isThere = async (reference: string) =>
  (await readHead(store(), importedCaseId(reference))) !== undefined;

/** Waits until nothing is left to do in a programme's case: the links to its pages are made. */
const quiet = (reference: string) =>
  eventually(async () => {
    const facts = await factsOf(importedCaseId(reference));
    for (const { linked } of Object.values(facts.head.caseLinks)) expect(linked).toBe(1);
    expect(facts.head.wake).toBeUndefined();
    return facts;
  });

const stateOf = async (reference: string) => {
  await quiet(reference);
  return wholeCase(importedCaseId(reference));
};

let numbers: ReadonlyMap<string, string>;

beforeAll(async () => {
  const ran = [await importing('docs/import/cases.csv'), await importing('docs/import/programmes.csv')];
  expect(ran.map(({ code, err }) => [code, err])).toEqual([
    [0, ''],
    [0, ''],
  ]);
  const lines = ran.flatMap(({ out }) => [...out.matchAll(/^ {2}(\S+) → (\S+)$/gmu)]);
  numbers = new Map(lines.map(([, reference, number]) => [String(reference), String(number)]));
  expect(numbers.size).toBe(10);
});

describe('R-05: a case that began before Nominera waits where it was, and goes on', () => {
  type Answer = readonly [step: Step, mailbox: string, fields?: Fields];

  it.each<[string, MachineStep, readonly string[], readonly Answer[], Step]>([
    ['A-1', 'screening', ['screening sobOffice 2026-02-02'], [['screening', MAILBOX.office]], 'position'],
    [
      'A-2',
      'position',
      ['position council-primarvard 2026-02-23'],
      [['position', MAILBOX['council-primarvard']]],
      'decision',
    ],
    ['A-3', 'pprPosition', ['pprPosition ppr 2026-03-25'], [['pprPosition', MAILBOX.ppr]], 'decision'],
    [
      'A-4',
      'decision',
      ['decision sobOffice 2026-04-22'],
      [['decision', MAILBOX.office]],
      'projectAssignment',
    ],
    [
      'A-5',
      'projectAssignment',
      ['projectAssignment nominator 2026-05-04'],
      [
        ['projectAssignment', 'arende5@example.se'],
        ['assignmentApproval', PROJECT_MAILBOX.owner],
        ['assignmentApproval', PROJECT_MAILBOX.manager],
      ],
      'productionChecklist',
    ],
    [
      'A-6',
      'productionChecklist',
      ['productionChecklist projectManager 2026-06-01', 'test projectManager 2026-06-01'],
      [
        ['productionChecklist', PROJECT_MAILBOX.manager],
        ['test', PROJECT_MAILBOX.manager],
      ],
      'introduction',
    ],
  ])('%s, at %s', async (reference, step, waiting, answers, next) => {
    const [id, number] = [importedCaseId(reference), String(numbers.get(reference))];
    noteCase(number, expect.getState().currentTestName ?? '');
    expect(number).toMatch(/^N-2026-/u);
    const facts = await waitsAt(id, step);
    expect(
      openQuestions(facts).map(({ round, body, receivedOn }) => `${round.step} ${body} ${receivedOn}`),
    ).toEqual(waiting);
    const [[, mailbox = ''] = []] = answers;
    const page = await read(await linkFor(number, step, mailbox));
    if (step !== 'screening') expect(page).toContain(TAKEN_OVER);
    for (const answer of answers) await answerStep(number, ...answer);
    await asked(id, next);
  });

  it('A-7, at introduction: the programme is published', async () => {
    const [id, number] = [importedCaseId('A-7'), String(numbers.get('A-7'))];
    noteCase(number, expect.getState().currentTestName ?? '');
    await waitsAt(id, 'introduction');
    expect(await read(await casePage(number, MAILBOX.office))).toContain(TAKEN_OVER);
    await answerStep(number, 'introduction', MAILBOX.office);
    await eventually(async () => {
      const { head, programme } = await factsOf(id);
      expect(head).toMatchObject({ milestone: 'inUse', phaseWanted: false });
      expect(programme).toMatchObject({ origin: 'create', council: 'council-psykisk-halsa' });
    });
  });
});

it('a case that was put off waits without a mail', async () => {
  const row = caseAt('decision', { reference: 'A-rests', restsUntil: '2099-01-15' });
  const { out } = await importingText(JSON.stringify({ cases: [row] }));
  noteCase(String(/A-rests → (\S+)/u.exec(out)?.[1]), expect.getState().currentTestName ?? '');
  const facts = await waitsAt(importedCaseId('A-rests'), 'decision');
  expect(openQuestions(facts)).toEqual([
    expect.objectContaining({ body: 'sobOffice', restsUntil: '2099-01-15', linked: 0 }),
  ]);
  expect(facts.mailings).toEqual([]);
});

describe('a programme in use', () => {
  it('R-10: is in the register and is found by whoever seeks something similar', async () => {
    const id = importedCaseId('P-1');
    const registered = (await listProgrammes(store())).find((it) => it.id === id);
    expect(registered).toMatchObject({
      caseNumber: numbers.get('P-1'),
      name: 'Lugna nätter (exempel)',
      clinicalAreas: ['psykisk hälsa vuxna', 'allmänmedicin'],
      inUseSince: '2019-09-09',
    });
    expect(numbers.get('P-1')).toMatch(/^N-2018-/u);
    const candidates = (await readCandidates(store())).map((it) => it.id);
    expect(candidates).toEqual(expect.arrayContaining([`vgr#${id}`, numbers.get('A-4')]));
    expect(candidates).not.toContain(numbers.get('P-1'));
    expect(candidates).not.toContain(`vgr#${importedCaseId('P-3')}`);
  });

  it('R-u1: is counted in its own years', async () => {
    expect(await readCounts(store(), 2020)).toMatchObject({
      '2016/developed/support': 1,
      '2018/decided/create': 1,
      '2019/developed/treatment': 1,
    });
  });

  it('gets its pages, and nobody a mail', async () => {
    const facts = await quiet('P-1');
    expect(Object.keys(facts.head.caseLinks).sort()).toEqual(['nominator', 'programmeOwner', 'sobOffice']);
    expect([facts.tokens, facts.mailings]).toEqual([[], []]);
  });

  it('R-j1: is reviewed when its day has come', async () => {
    const row = programmeOf('P-2', {
      reference: 'P-due',
      nextReviewOn: '2026-11-01',
      programmeOwnerEmail: 'P-due@example.se',
    });
    const { out } = await importingText(programmes(row));
    const [, number = ''] = /P-due → (\S+)/u.exec(out) ?? [];
    noteCase(number, expect.getState().currentTestName ?? '');
    const id = importedCaseId('P-due');
    const record = sweepRecord(store(), () => new Date(), 50);
    expect(await record.toReview('2026-11-23')).toContain(id);
    const facts = await quiet('P-due');
    const review = beginReview(facts, new Date());
    expect(review && (await record.beginReview(facts, review, new Date()))).toBe(true);
    await waitsAt(id, 'followUp');
    expect(await read(await linkFor(number, 'figures', 'P-due@example.se'))).toContain(number);
    expect(await read(await casePage(number, 'P-due@example.se'))).toContain(number);
  });
});

describe('a run', () => {
  it('twice takes nothing in again, and touches nothing', async () => {
    const before = await stateOf('P-3');
    const { code, out } = await importing('docs/import/programmes.csv');
    expect([code, out]).toEqual([0, expect.stringContaining('Införda: 0. Redan införda: 3.')]);
    expect(await stateOf('P-3')).toEqual(before);
  });

  it('tells of a row that has changed since, and lets stand what was taken in', async () => {
    const before = await stateOf('P-3');
    const { code, out } = await importingText(programmes(programmeOf('P-3', { name: 'Rökfri för alla' })));
    expect([code, out]).toEqual([0, expect.stringContaining('Ändrade sedan de infördes: 1.')]);
    expect(out).toContain('rättas: P-3');
    expect(await stateOf('P-3')).toEqual(before);
  });

  it('that was broken off is completed by another', async () => {
    const [first, second] = ['P-half-1', 'P-half-2'].map((reference) => programmeOf('P-2', { reference }));
    await importingText(programmes(first));
    const { out } = await importingText(programmes(first, second));
    expect(out).toContain('Införda: 1. Redan införda: 1.');
    expect(await isThere('P-half-2')).toBe(true);
  });

  it('takes in nothing where a row is bad, and tells of each; with --skip-bad the others', async () => {
    const bad = programmeOf('P-2', { reference: 'P-bad', name: 'Rökfri 850709-9805' });
    const council = programmeOf('P-2', { reference: 'P-worse', responsibleCouncil: 'council-okänt' });
    const good = programmeOf('P-2', { reference: 'P-good' });
    const file = programmes(bad, good, council);
    const refused = await importingText(file);
    expect(refused.code).toBe(1);
    expect(refused.out).toContain(
      'Rad 1, program, name: ”Programmets namn” ser ut att innehålla ett personnummer',
    );
    expect(refused.out).toContain('Rad 3, program, responsibleCouncil: ');
    expect(refused.err).toContain('Ingenting är infört');
    expect(await isThere('P-good')).toBe(false);
    const taken = await importingText(file, '--skip-bad');
    expect([taken.code, taken.out]).toEqual([0, expect.stringContaining('Införda: 1.')]);
    expect([await isThere('P-good'), await isThere('P-bad')]).toEqual([true, false]);
  });

  it('with --dry-run takes in nothing', async () => {
    const { code, out } = await importingText(
      programmes(programmeOf('P-2', { reference: 'P-dry' })),
      '--dry-run',
    );
    expect([code, out]).toEqual([0, expect.stringContaining('Skulle införas: 1.')]);
    expect(await isThere('P-dry')).toBe(false);
  });

  it('keeps the number that a case has had, which no other can have', async () => {
    const row = programmeOf('P-2', { reference: 'P-own', caseNumber: 'SOB-2021-17' });
    expect((await importingText(programmes(row))).out).toContain('P-own → SOB-2021-17');
    const again = await importingText(programmes(row, { ...row, reference: 'P-other' }));
    expect(again.out).toContain('Rad 2, program, caseNumber');
    const other = await importingText(programmes({ ...row, reference: 'P-other' }));
    expect([other.code, other.out]).toEqual([
      1,
      expect.stringContaining('Ett annat ärende har redan det numret'),
    ]);
  });

  it('begins the chain of acts of each case with the digest of its row', async () => {
    const items = await wholeCase(importedCaseId('P-1'));
    const [first] = items.filter(({ sk }) => String(sk).startsWith('x#act#'));
    expect(first).toMatchObject({ kind: 'imported', seq: 1, before: '0'.repeat(64) });
    const { head } = await factsOf(importedCaseId('P-1'));
    expect(head).toMatchObject({ version: 1, chain: first?.hash });
    expect(JSON.stringify(first)).not.toContain('Lugna nätter');
  });
});
