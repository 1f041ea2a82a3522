import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { sweepRecord } from '../../functions/sweep/record.ts';
import type { CaseFacts } from '../../shared/case/facts.ts';
import { beginReview } from '../../shared/case/review.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { importedCaseId, importFile } from '../../shared/records/imports.ts';
import type { MachineStep } from '../../shared/routine/question.ts';
import { answersOn } from '../builders/answers.ts';
import { movedNow } from './clock.ts';
import { eventually } from './eventually.ts';
import { linkTo } from './links.ts';
import { answer, type Fields, type Submitted } from './people.ts';
import { asked } from './programmes.ts';
import { factsOf, store } from './record.ts';
import { noteCase } from './transitions.ts';

/** Courses of programmes that there are, from one year to the next. */

/** The mailboxes of whoever answers for such a programme, and of those who use it. */
export const OLD_PROGRAMME = {
  owner: 'gammal.agare@example.se',
  nominator: 'gammal.kontakt@example.se',
  unit: 'gammal.enhet@example.se',
  region: 'annan.region@example.se',
} as const;

/** Takes in a programme that was in use before Nominera, due for its yearly follow-up today: the quickest way to one. */
export const takenOver = async (given: Readonly<Record<string, unknown>> = {}): Promise<Submitted> => {
  const now = movedNow();
  const reference = randomUUID();
  const row = {
    reference,
    name: `Gammalt program ${reference.slice(0, 8)}`,
    kind: 'treatment',
    summary: 'Ett program som fanns före Nominera.',
    clinicalAreas: ['psykisk hälsa vuxna'],
    targetGroup: 'Vuxna',
    targetAgeGroups: ['18-64'],
    contactEmail: OLD_PROGRAMME.nominator,
    decision: 'create',
    publishedOn: '2024-02-12',
    responsibleCouncil: 'council-psykisk-halsa',
    programmeOwner: 'Exempelmottagningen',
    programmeOwnerEmail: OLD_PROGRAMME.owner,
    operationalResponsibility: 'Exempelmottagningen',
    medicalDevice: 'notDevice',
    units: [
      {
        unit: 'Exempelmottagningen',
        contactEmail: OLD_PROGRAMME.unit,
        riskAnalysisOn: '2024-01-30',
        startedOn: '2024-02-19',
      },
    ],
    spread: [
      {
        name: 'Region Exempel',
        contactEmail: OLD_PROGRAMME.region,
        agreementRef: 'A 1',
        since: '2024-05-01',
      },
    ],
    nextReviewOn: dateInSweden(now),
    ...given,
  };
  const report = await importFile(store(), Buffer.from(JSON.stringify({ programmes: [row] })), {
    by: { body: 'sobOffice' },
    now,
    lookAgainAt: now.toISOString(),
    newId: randomUUID,
  });
  expect(report.bad).toEqual([]);
  const caseNumber = String(report.imported[0]?.number);
  noteCase(caseNumber, expect.getState().currentTestName ?? '');
  return { id: importedCaseId(reference), caseNumber };
};

/** Begins the yearly follow-up of one programme, as `sweep` does of all that are due; its council is asked. */
export const reviewBegun = async (id: string, nth = 1): Promise<CaseFacts> => {
  await eventually(async () => {
    const [facts, now] = [await factsOf(id), movedNow()];
    const consequence = beginReview(facts, now);
    expect(consequence, 'the follow-up is due').toBeDefined();
    if (consequence === undefined) return;
    expect(await sweepRecord(store(), movedNow, 60).beginReview(facts, consequence, now)).toBe(true);
  });
  return asked(id, 'followUp', nth);
};

/** Whoever is asked a step of the review answers it, dated the day that the functions' clock shows. */
export const replied = async (id: string, step: MachineStep, fields: Fields = {}, nth = 1): Promise<void> => {
  const link = await linkTo(await asked(id, step, nth), step);
  await answer(link, { ...answersOn(dateInSweden(movedNow()))[step], ...fields });
};
