import { describe, expect, it } from 'vitest';
import type { CaseFacts } from '../../shared/case/facts.ts';
import { phaseOf } from '../../shared/case/phases.ts';
import type { Step } from '../../shared/routine/question.ts';
import { statesOf } from '../harness/executions.ts';
import { ANSWERS, act, type Fields, linkFor, post, type Reached, read } from '../harness/people.ts';
import { answered, asked, PROJECT_MAILBOX, producing } from '../harness/programmes.ts';
import { endsAs, rests, told, waitsAt } from '../harness/record.ts';

/** g, h and i are asked together and answered in any order; what has to be reworked is, and nothing else. */

const [G, H, I] = ['productionChecklist', 'contentReview', 'test'] as const;

const NOT_APPROVED: Fields = {
  reviewOutcome: 'notApproved',
  'findings[0].text': 'Dosen i kapitel 3 är fel.',
  'findings[0].severity': 'mustFix',
};
const FAILED: Fields = {
  'functional.outcome': 'failed',
  'functional.issues[0].text': 'Går inte att öppna i mobilen.',
  'functional.issues[0].severity': 'mustFix',
};

/** The rounds of g–j that were asked, as `step/nth`. */
const roundsOf = ({ questions }: CaseFacts): readonly string[] =>
  questions
    .filter(({ round }) => phaseOf(round.step) === 'production' && round.step !== 'projectAssignment')
    .map(({ round }) => `${round.step}/${round.nth}`)
    .sort();

const ONCE_EACH = [`${H}/1`, 'introduction/1', `${G}/1`, `${I}/1`];

/** How often the machine came to the state that g shares with h and i. */
const turns = async (caseNumber: string, attempt = 2): Promise<number> =>
  (await statesOf(caseNumber, attempt, 'production')).filter((name) => name.startsWith('g–i) Produktion'))
    .length;

const publish = async (reached: Reached): Promise<CaseFacts> => {
  await answered(reached, 'introduction');
  return endsAs(reached.id, 'inUse');
};

describe('R-05: g, h and i', () => {
  it.each([
    [G, H, I],
    [G, I, H],
    [H, G, I],
    [H, I, G],
    [I, G, H],
    [I, H, G],
  ])('are answered in the order %s, %s, %s, each once; the programme is then published', async (...order) => {
    const reached = await producing();
    for (const step of order) await answered(reached, step);
    expect(roundsOf(await publish(reached))).toEqual(ONCE_EACH);
    expect(await turns(reached.caseNumber)).toBe(1);
  });

  it('are answered at the same moment', async () => {
    const reached = await producing();
    await Promise.all([G, H, I].map((step) => answered(reached, step)));
    expect(roundsOf(await publish(reached))).toEqual(ONCE_EACH);
  });

  it('R-h1, R-i1: review and test are skipped with a reason, and not without', async () => {
    const reached = await producing();
    const link = (step: Step) => linkFor(reached.caseNumber, step, PROJECT_MAILBOX.manager);
    const [noReview, noTest] = [{ reviewDone: 'false' }, { 'functional.done': 'false' }];
    for (const [step, fields] of [
      [H, { ...noReview, skipReason: '' }],
      [I, { ...noTest, 'functional.skipReason': '' }],
    ] as const) {
      expect((await post(await link(step), { ...ANSWERS[step], ...fields })).status).toBe(422);
    }
    await answered(reached, H, noReview);
    await answered(reached, I, { ...noTest, 'functional.skipReason': 'Inget är ändrat.' });
    await answered(reached, G);
    expect(roundsOf(await publish(reached))).toEqual(ONCE_EACH);
  });

  it('R-h2: the review is asked of the independent reviewer, and of the manager in the place of one who leaves', async () => {
    const reached = await producing({
      projectAssignment: {
        independentReviewerName: 'Exempel Granskare',
        independentReviewerEmail: PROJECT_MAILBOX.reviewer,
      },
    });
    const { caseNumber, office } = reached;
    const first = await linkFor(caseNumber, H, PROJECT_MAILBOX.reviewer);
    await act(office, 'changeProjectContacts', {
      projectOwnerEmail: PROJECT_MAILBOX.owner,
      projectManagerEmail: PROJECT_MAILBOX.manager,
    });
    expect(await read(first)).toContain('Ni behöver inte svara längre');
    await linkFor(caseNumber, H, PROJECT_MAILBOX.manager);
    for (const step of [G, I, H] as const) await answered(reached, step);
    const { questions } = await publish(reached);
    expect(questions.filter(({ round }) => round.step === H)).toMatchObject([
      { body: 'independentReviewer', status: 'closed' },
      { body: 'projectManager', status: 'answered' },
    ]);
  });
});

describe('what has to be reworked', () => {
  it('R-i1: a test that fails has g asked again, with what was answered, then the test; the review stands', async () => {
    const reached = await producing();
    for (const step of [G, H] as const) await answered(reached, step);
    await answered(reached, I, FAILED);
    const reworked = await waitsAt(reached.id, G, { attempt: 2 });
    expect(told(reworked, 'rework')).toEqual(['projectManager', 'sobOffice']);
    expect(roundsOf(reworked)).toEqual([`${H}/1`, `${G}/1`, `${G}/2`, `${I}/1`]);
    const again = await linkFor(reached.caseNumber, G, PROJECT_MAILBOX.manager, 2);
    expect(await read(again)).toContain('value="Sov gott ');
    await answered(reached, G, {}, 2);
    await answered(reached, I, {}, 2);
    const all = roundsOf(await publish(reached));
    expect(all).toEqual([`${H}/1`, 'introduction/1', `${G}/1`, `${G}/2`, `${I}/1`, `${I}/2`]);
    expect(await turns(reached.caseNumber)).toBe(2);
  });

  it('R-h1: a review that does not approve while g is open is asked again once g is answered, and g is not', async () => {
    const reached = await producing();
    await answered(reached, H, NOT_APPROVED);
    expect(told(await rests(reached.id, G), 'rework')).toEqual(['projectManager', 'sobOffice']);
    await answered(reached, I);
    expect(roundsOf(await rests(reached.id, G))).toEqual([`${H}/1`, `${G}/1`, `${I}/1`]);
    await answered(reached, G);
    await answered(reached, H, { reviewOutcome: 'approvedWithChanges' }, 2);
    const all = roundsOf(await publish(reached));
    expect(all).toEqual([`${H}/1`, `${H}/2`, 'introduction/1', `${G}/1`, `${I}/1`]);
    expect(await turns(reached.caseNumber)).toBe(1);
  });

  it('R-h1: a review that does not approve once g is answered has g asked again, then the review; the test stands', async () => {
    const reached = await producing();
    for (const step of [G, I] as const) await answered(reached, step);
    await answered(reached, H, NOT_APPROVED);
    expect(roundsOf(await waitsAt(reached.id, G, { attempt: 2 }))).toEqual([
      `${H}/1`,
      `${G}/1`,
      `${G}/2`,
      `${I}/1`,
    ]);
    await answered(reached, G, {}, 2);
    const { caseNumber, id } = reached;
    await asked(id, H, 2);
    const again = await linkFor(caseNumber, H, PROJECT_MAILBOX.manager, 2);
    expect(await read(again)).toContain('Dosen i kapitel 3 är fel.');
    await answered(reached, H, {}, 2);
    const all = roundsOf(await publish(reached));
    expect(all).toEqual([`${H}/1`, `${H}/2`, 'introduction/1', `${G}/1`, `${G}/2`, `${I}/1`]);
  });

  it('R-h1, R-i1: both at once cost one rework; each is asked again after it, in any order', async () => {
    const reached = await producing();
    await answered(reached, G);
    await answered(reached, H, NOT_APPROVED);
    await answered(reached, I, FAILED);
    await answered(reached, G, {}, 2);
    await answered(reached, I, {}, 2);
    await answered(reached, H, {}, 2);
    const all = roundsOf(await publish(reached));
    expect(all).toEqual([`${H}/1`, `${H}/2`, 'introduction/1', `${G}/1`, `${G}/2`, `${I}/1`, `${I}/2`]);
    expect(await turns(reached.caseNumber)).toBe(2);
  });

  it('R-05: what the office reopens is asked again at once, whatever else is open or answered; the rest stands', async () => {
    const reached = await producing();
    const reopened = async (reopenStep: typeof G | typeof H, nth: number): Promise<void> => {
      await act(reached.office, 'reopen', { reopenStep, reopenReason: 'En ny studie har kommit.' });
      await answered(reached, reopenStep, {}, nth);
    };
    await answered(reached, H);
    await reopened(H, 2);
    for (const step of [G, I] as const) await answered(reached, step);
    await waitsAt(reached.id, 'introduction', { attempt: 3 });
    await reopened(H, 3);
    await waitsAt(reached.id, 'introduction', { attempt: 4 });
    await reopened(G, 2);
    await waitsAt(reached.id, 'introduction', { attempt: 5 });
    expect(roundsOf(await publish(reached))).toEqual([
      ...[`${H}/1`, `${H}/2`, `${H}/3`, 'introduction/1', `${G}/1`, `${G}/2`, `${I}/1`],
    ]);
  });
});
