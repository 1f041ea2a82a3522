import { type Fields, filledIn } from '../../local/people.ts';
import { casePk } from '../../shared/records/keys.ts';
import type { WaitsAt } from '../../shared/routine/import/case-row.ts';
import type { Step } from '../../shared/routine/question.ts';
import { sample } from '../builders/samples.ts';
import { linkTo, pageOf } from '../harness/links.ts';
import { ANSWERS, act, agenda, answer, post, read, SIGNED } from '../harness/people.ts';
import { TODAY } from '../harness/programmes.ts';
import { factsOf } from '../harness/record.ts';
import { replied, reviewBegun, takenOver } from '../harness/reviews.ts';
import { allQuiet, type WaitingCase, waitingCases } from './cases.ts';
import { inTurn, type Making, type ScannedPage, statusOf, times } from './scanned.ts';

type Ids = Pick<WaitingCase, 'id'>;

/** The newest question of a step in each case, with the answer that a person gives to it. */
const questions = (step: Step, cases: readonly Ids[], given: Fields = {}): Promise<readonly ScannedPage[]> =>
  Promise.all(
    cases.map(async ({ id }) => {
      const link = await linkTo(await factsOf(id), step);
      const fields = { ...given, ...ANSWERS[step] };
      return { type: step, link, pk: casePk(id), answer: () => statusOf(post(link, fields)) };
    }),
  );

/** The questions that a case which waits at a step has open. */
export const ASKED_AT: Readonly<Record<WaitsAt, readonly Step[]>> = {
  ...{ screening: ['anchoring', 'screening'], position: ['position'], pprPosition: ['pprPosition'] },
  ...{ decision: ['decision'], projectAssignment: ['projectAssignment'], introduction: ['introduction'] },
  production: ['productionChecklist', 'contentReview', 'test'],
};

/** The questions of the routine from a to j, the anchoring, and the list of all that waits for a council. */
export const ofTheRoutine =
  (councils: readonly string[], steps: readonly WaitsAt[]): Making =>
  async (n) => {
    const cases = await waitingCases(
      steps.flatMap((step) => times(n, step)),
      councils,
    );
    const at = (step: WaitsAt) => cases.slice(steps.indexOf(step) * n, (steps.indexOf(step) + 1) * n);
    const agendas = at('position').map(async ({ id, number }, nth): Promise<ScannedPage> => {
      const link = await agenda(number, `${councils[nth]}@example.se`);
      return { type: 'agenda of a council', link, pk: casePk(id), answer: () => meeting(link) };
    });
    const asked = steps.flatMap((step) => ASKED_AT[step].map((it) => questions(it, at(step))));
    // Agendas first: a position that is answered waits for no meeting.
    return [...(await Promise.all(agendas)), ...(await Promise.all(asked)).flat()];
  };

/** Chooses all that waits for a meeting today. */
const meeting = async (link: string): Promise<number> => {
  const chosen = [...(await read(link)).matchAll(/name="chosen\[\]"[^>]*value="([^"]+)"/gu)].map(([, key]) =>
    String(key),
  );
  return statusOf(post(link, { chosen, meetingOn: TODAY, ...SIGNED }));
};

/** Something that somebody does in a case, because of which others are asked beside the machine. */
const CAUSES: Readonly<Record<string, readonly [waitsAt: WaitsAt, (id: string) => Promise<void>]>> = {
  supplement: [
    'position',
    async (id) =>
      act(await asking(id, 'position'), 'requestSupplement', { supplementNeeded: 'Hur många är de?' }),
  ],
  councilChange: ['position', async (id) => act(await asking(id, 'position'), 'proposeCouncil', PROPOSED)],
  assignmentApproval: ['projectAssignment', (id) => startProject(id)],
  deviationApproval: [
    'projectAssignment',
    async (id) => {
      await startProject(id);
      for (const link of await approvals(id)) await answer(link, ANSWERS.assignmentApproval);
      await allQuiet([id]);
      await act(await pageOf(id, 'projectManager'), 'reportDeviation', DEVIATION);
    },
  ],
};

/** The links of the owner and the manager of a project, who both approve its assignment. */
const approvals = async (id: string): Promise<readonly string[]> => {
  const facts = await factsOf(id);
  const asked = facts.questions.filter(({ round }) => round.step === 'assignmentApproval');
  return Promise.all(asked.map((it) => linkTo({ ...facts, questions: [it] }, 'assignmentApproval')));
};

const asking = async (id: string, step: Step): Promise<string> => linkTo(await factsOf(id), step);

const startProject = async (id: string): Promise<void> => {
  await answer(await asking(id, 'projectAssignment'), ANSWERS.projectAssignment);
  await allQuiet([id]);
};

/** The form of a supplement holds all of the nomination. */
const WHOLE = filledIn(sample(2).nomination);
const PROPOSED: Fields = {
  ...{ proposalKind: 'also', proposedCouncil: 'council-primarvard', proposalReason: 'Det berör även dem.' },
};
const DEVIATION: Fields = {
  ...{ deviationType: 'schedule', what: 'Filmaren är sjuk.', discoveredOn: TODAY, givesWayIn: 'schedule' },
  ...{
    cause: 'En leverantör faller bort.',
    consequence: 'Två månader senare.',
    proposal: 'Flytta sista månaden.',
  },
  ...{ affectsFrame: 'true', newTimeTo: '2100-02' },
};

export const besideIt: Making = async (n) => {
  const causes = Object.entries(CAUSES);
  const cases = await waitingCases(causes.flatMap(([, [waitsAt]]) => times(n, waitsAt)));
  const pages: ScannedPage[] = [];
  for (const [at, [step, [, cause]]] of causes.entries()) {
    const its = cases.slice(at * n, (at + 1) * n);
    await inTurn(its, ({ id }) => cause(id));
    await allQuiet(its.map(({ id }) => id));
    pages.push(...(await questions(step as Step, its, step === 'supplement' ? WHOLE : {})));
  }
  return pages;
};

const IN_TURN = ['followUp', 'inactivationPosition', 'inactivation', 'unpublishing'] as const;

/** The questions of a programme that is in use, and of its retirement. */
export const ofProgrammes: Making = async (n) => {
  const made = await inTurn(
    IN_TURN.flatMap((step) => times(n, step)),
    async (step) => {
      const { id } = await takenOver();
      await reviewBegun(id);
      for (const before of IN_TURN.slice(0, IN_TURN.indexOf(step)))
        await replied(id, before, before === 'followUp' ? { conclusion: 'proposeInactivation' } : {});
      return { id, step };
    },
  );
  await allQuiet(made.map(({ id }) => id));
  const pages = IN_TURN.map((step) =>
    questions(
      step,
      made.filter((it) => it.step === step),
    ),
  );
  return (await Promise.all(pages)).flat();
};
