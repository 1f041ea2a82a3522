import { describe, expect, it } from 'vitest';
import type { CaseFacts } from '../../shared/case/facts.ts';
import { g7 } from '../../shared/case/programme-gates.ts';
import { type CaseTexts, readTexts } from '../../shared/records/cases.ts';
import { type Council, SAMPLE_COURSES, type SampleCourse } from '../builders/sample-courses.ts';
import { type SampleNumber, sample } from '../builders/samples.ts';
import {
  ANSWERS,
  act,
  answer,
  answerStep,
  casePage,
  type Fields,
  filledIn,
  linkFor,
  MAILBOX,
  post,
  postNomination,
  read,
  submit,
} from '../harness/people.ts';
import { endsAs, rests, store, told } from '../harness/record.ts';

/** Each sample runs as its `expected` says: by the answers below, and with every one of its keys asserted. */

/** What is asserted while a question is open. */
interface AtQuestion {
  readonly link: string;
  readonly page: string;
  readonly fields: Fields;
}
/** What is asserted once the case is decided. */
interface AtEnd {
  readonly facts: CaseFacts;
  readonly screening: Readonly<Record<string, unknown>>;
  readonly position: Readonly<Record<string, unknown>>;
  readonly decision: Readonly<Record<string, unknown>>;
  readonly texts: CaseTexts;
  readonly nominatorsPage: string;
}
interface Check {
  readonly submitting?: (nomination: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly screening?: (at: AtQuestion) => Promise<void> | void;
  readonly position?: (at: AtQuestion) => Promise<void> | void;
  readonly end?: (at: AtEnd) => void;
}

const isRefused = async ({ link, fields }: AtQuestion, changes: Fields): Promise<void> => {
  expect([changes, (await post(link, { ...fields, ...changes })).status]).toEqual([changes, 422]);
};

const chosenIn = (answer: unknown): unknown => (answer as { readonly value?: unknown } | undefined)?.value;

const warningsOf = async (nomination: Readonly<Record<string, unknown>>): Promise<readonly string[]> => {
  const response = await postNomination(nomination);
  expect(response.status).toBe(201);
  const { warnings } = (await response.json()) as {
    readonly warnings: readonly { readonly field: string }[];
  };
  return warnings.map(({ field }) => field);
};

/** One check for each key of `expected`. */
const CHECKS: Readonly<Record<string, (expected: unknown) => Check>> = {
  councils: (count) => ({ end: ({ facts }) => expect(facts.head.councils).toHaveLength(Number(count)) }),
  screeningOutcome: (outcome) => ({
    end: ({ screening }) => expect(screening.screeningOutcome).toBe(outcome),
  }),
  // R-a4, N-2
  sobContactTask: (wanted) => ({
    end: ({ facts }) => expect(told(facts, 'N-2')).toEqual(wanted === true ? ['sobOffice'] : []),
  }),
  // R-b4, R-b8
  similarInSob: (found) => ({ end: ({ position }) => expect(position.similarInSob).toBe(found) }),
  // R-b8
  npoAsked: () => ({
    position: (at) => isRefused(at, { npoContactedOn: '' }),
    end: ({ position }) => expect(position.npoContactedOn).toBeDefined(),
  }),
  // R-c3, R-c4, R-d3
  referToPpr: (refers) => ({
    end: ({ facts }) => expect(facts.questions.some(({ body }) => body === 'ppr')).toBe(refers),
  }),
  // R-c4
  pprReason: (reason) => ({
    end: ({ position }) => {
      expect(position.manageableWithinUnits).toBe(false);
      expect(String(position.manageableText).toLowerCase()).toContain(reason);
    },
  }),
  decision: (decision) => ({ end: (at) => expect(at.decision.decision).toBe(decision) }),
  procurementRoute: (route) => ({ end: ({ decision }) => expect(decision.procurementRoute).toBe(route) }),
  position: (stated) => ({ end: ({ position }) => expect(position.position).toBe(stated) }),
  // R-b10: of a support programme both are asked
  followUpBothRequired: () => ({
    position: async (at) => {
      await isRefused(at, { followUpExperience: '' });
      await isRefused(at, { followUpMedical: '' });
    },
  }),
  // R-a12
  alwaysForwarded: () => ({
    screening: (at) =>
      isRefused(at, { screeningOutcome: 'notForSob', screeningReason: 'Det finns redan ett program.' }),
  }),
  // N-5
  supplementLikely: (lacking) => ({
    end: ({ facts, texts }) => {
      const [request] = texts.acts.filter((it) => it.act === 'requestSupplement');
      for (const it of lacking as readonly string[]) {
        for (const word of it.split(' ')) {
          expect(String(request?.answers.supplementNeeded).toLowerCase()).toContain(word.toLowerCase());
        }
      }
      expect(facts.head.nominationVersion).toBe(2);
    },
  }),
  // ROUTINE.md section 7.3
  confidentialFields: (fields) => ({
    screening: ({ page }) => expect(page).toMatch(/72\s000/u),
    end: ({ nominatorsPage }) => {
      expect(fields).toEqual(['costLines[0].amountSek']);
      expect(nominatorsPage).not.toMatch(/72\s000/u);
    },
  }),
  // R-a13: the guideline should be observed («bör»): what is said of it is wished for, of children alone
  childFieldsRequired: () => ({
    submitting: async (nomination) => {
      const wished = ['childGuidelineConsidered', 'childWhoLogsIn', 'childRisks', 'childParticipation'];
      const without = Object.entries(nomination).filter(([field]) => !wished.includes(field));
      const warned = (await warningsOf(Object.fromEntries(without))).filter((it) => it.startsWith('child'));
      expect(warned).toEqual(expect.arrayContaining(wished));
      expect((await warningsOf(sample(2).nomination)).filter((it) => it.startsWith('child'))).toEqual([]);
    },
    screening: ({ page }) => expect(page).toContain('Målgruppen omfattar barn.'),
  }),
  // ROUTINE.md section 0 no. 7: advised, not forced
  conflictOfInterest: () => ({
    screening: ({ page }) => expect(page).toContain('Överväg att låta ett andra råd ta ställning.'),
  }),
  // R-04, R-a8
  kindSetByScreening: (kind) => ({
    submitting: async ({ programmeKindProposed }) => expect(programmeKindProposed).toBe('unsure'),
    end: ({ facts }) => expect(facts.head.programmeKind).toBe(kind),
  }),
  // R-a9
  similarProgrammes: (found) => ({
    position: ({ page }) => expect(page).toContain('Stresshjälp Exempel (fiktivt)'),
    end: ({ screening }) => expect(screening.similarProgrammes).toEqual(found),
  }),
  // R-b4
  existingMeets: (meets) => ({
    end: ({ position: { existingMeetsNeed, existingMeetsPurpose, existingMeetsEvidence } }) =>
      expect({
        need: chosenIn(existingMeetsNeed),
        purpose: chosenIn(existingMeetsPurpose),
        evidence: chosenIn(existingMeetsEvidence),
      }).toEqual(meets),
  }),
  // R-b5
  existingCostEffective: (value) => ({
    end: ({ position }) => expect(chosenIn(position.existingCostEffective)).toBe(value),
  }),
  accessRoute: (route) => ({
    end: ({ position, decision }) =>
      expect([position.accessRoute, decision.accessRoute]).toEqual([route, route]),
  }),
  // G7, R-11, P-43: in life.test.ts the unit starts
  unitStartBlockedUntil: (lacking) => ({
    submitting: async ({ unitConnectedToSob }) => {
      const start = { unitConnectedToSob: unitConnectedToSob === 'yes', startedOn: '2026-11-02' };
      const connected = { unitConnectedToSob: true };
      const unitRiskAnalysis = { riskAnalysisOn: '2026-11-02' };
      expect(lacking).toEqual(Object.keys({ connected, unitRiskAnalysis }));
      expect(g7([start])).toHaveLength(2);
      expect(g7([{ ...start, ...connected }])).toHaveLength(1);
      expect(g7([{ ...start, ...unitRiskAnalysis }])).toHaveLength(1);
      expect(g7([{ ...start, ...connected, ...unitRiskAnalysis }])).toEqual([]);
    },
  }),
  // R-b4: a similar programme does not end the case in a; the council values it, and the nominator reads the decision
  note: () => ({
    end: ({ position, nominatorsPage }) => {
      expect(position.similarInSob).toBe(true);
      expect(nominatorsPage).toContain('Använd ett befintligt program');
    },
  }),
};

const run = async (n: SampleNumber, { screening, councils, ...course }: SampleCourse): Promise<void> => {
  const { nomination, expected } = sample(n);
  const checks = Object.entries(expected).map(
    ([key, value]) => CHECKS[key]?.(value) ?? expect.fail(`Nothing asserts ${key}`),
  );
  for (const check of checks) await check.submitting?.(nomination);
  const { id, caseNumber } = await submit(n);

  const lead = councils.length > 1 ? { leadCouncil: councils[0] } : {};
  const screened = { ...ANSWERS.screening, ...screening, councils, ...lead };
  const atScreening = await opened(await linkFor(caseNumber, 'screening', MAILBOX.office), screened);
  for (const check of checks) await check.screening?.(atScreening);
  await answer(atScreening.link, screened);

  const position = { ...ANSWERS.position, ...course.position };
  const [first, ...others] = councils;
  const atPosition = await opened(await linkFor(caseNumber, 'position', MAILBOX[first]), position);
  for (const check of checks) await check.position?.(atPosition);
  if (course.supplement !== undefined) {
    await act(atPosition.link, 'requestSupplement', { supplementNeeded: course.supplement });
    await answerStep(caseNumber, 'supplement', String(nomination.contactEmail), filledIn(nomination));
    await rests(id, 'position');
  }
  await answer(atPosition.link, position);
  for (const council of others) await answerStep(caseNumber, 'position', MAILBOX[council]);
  if (expected.referToPpr === true) await answerStep(caseNumber, 'pprPosition', MAILBOX.ppr);
  await answerStep(caseNumber, 'decision', MAILBOX.office, course.decision);
  const end = await atEnd(id, caseNumber, first);
  for (const check of checks) check.end?.(end);
};

const opened = async (link: string, fields: Fields): Promise<AtQuestion> => ({
  link,
  fields,
  page: await read(link),
});

const atEnd = async (id: string, caseNumber: string, council: Council): Promise<AtEnd> => {
  const facts = await endsAs(id, 'decided');
  const texts = await readTexts(store(), id);
  const given = (questionId: string) =>
    texts.answers.find((it) => it.questionId === `nomination/${questionId}`)?.answers ?? {};
  return {
    facts,
    texts,
    screening: given('screening/1/sobOffice'),
    position: given(`position/1/${council}`),
    decision: given('decision/1/sobOffice'),
    nominatorsPage: await read(await casePage(caseNumber, facts.head.contacts.nominator)),
  };
};

describe('reaches what is expected of it', () => {
  it.each([1, 2, 3, 4, 5] as const)('sample %i', (n) => run(n, SAMPLE_COURSES[n]));
});
