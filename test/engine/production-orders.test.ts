import { describe, expect, it } from 'vitest';
import type { CaseFacts } from '../../shared/case/facts.ts';
import { phaseOf } from '../../shared/case/phases.ts';
import { statesOf } from '../harness/executions.ts';
import { act, type Fields, linkFor, type Reached, read } from '../harness/people.ts';
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
  it('are answered in any of the six orders, each once, and the programme is then published', async () => {
    const orders = [
      [G, H, I],
      [G, I, H],
      [H, G, I],
      [H, I, G],
      [I, G, H],
      [I, H, G],
    ];
    await Promise.all(
      orders.map(async (order) => {
        const reached = await producing();
        for (const step of order) await answered(reached, step);
        expect([order, roundsOf(await publish(reached))]).toEqual([order, ONCE_EACH]);
        expect([order, await turns(reached.caseNumber)]).toEqual([order, 1]);
      }),
    );
  });

  it('are answered at the same moment', async () => {
    const reached = await producing();
    await Promise.all([G, H, I].map((step) => answered(reached, step)));
    expect(roundsOf(await publish(reached))).toEqual(ONCE_EACH);
  });

  it('R-h1, R-i1: review and test are skipped with a reason, and not without', async () => {
    const reached = await producing();
    for (const [step, fields] of [
      [H, { reviewDone: 'false', skipReason: '' }],
      [I, { 'functional.done': 'false', 'functional.skipReason': '' }],
    ] as const) {
      await expect(answered(reached, step, fields), step).rejects.toThrow();
    }
    await answered(reached, H, { reviewDone: 'false' });
    await answered(reached, I, { 'functional.done': 'false', 'functional.skipReason': 'Inget är ändrat.' });
    await answered(reached, G);
    expect(roundsOf(await publish(reached))).toEqual(ONCE_EACH);
  });

  it('R-h2: the review is asked of the independent reviewer, where one is named', async () => {
    const reached = await producing({
      projectAssignment: {
        independentReviewerName: 'Exempel Granskare',
        independentReviewerEmail: PROJECT_MAILBOX.reviewer,
      },
    });
    for (const step of [G, I, H] as const) await answered(reached, step);
    const review = (await publish(reached)).questions.find(({ round }) => round.step === H);
    expect(review?.body).toBe('independentReviewer');
  });
});

describe('what has to be reworked', () => {
  it('R-i1: a test that fails has g asked again, with what was answered, then the test; the review stands', async () => {
    const reached = await producing();
    for (const step of [G, H] as const) await answered(reached, step);
    await answered(reached, I, FAILED);
    const reworked = await waitsAt(reached.id, G);
    expect(told(reworked, 'rework')).toEqual(['projectManager', 'sobOffice']);
    expect(roundsOf(reworked)).toEqual([`${H}/1`, `${G}/1`, `${G}/2`, `${I}/1`]);
    const again = await linkFor(reached.caseNumber, G, PROJECT_MAILBOX.manager, 2);
    expect(await read(again)).toContain('value="Sov gott"');
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
    expect(roundsOf(await waitsAt(reached.id, G))).toEqual([`${H}/1`, `${G}/1`, `${G}/2`, `${I}/1`]);
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

  it('R-05: what the office reopens is asked again, also while the programme waits to be published; the rest stands', async () => {
    const reached = await producing();
    for (const step of [G, H, I] as const) await answered(reached, step);
    await asked(reached.id, 'introduction');
    await act(reached.office, 'reopen', { reopenStep: H, reopenReason: 'En ny studie har kommit.' });
    expect(roundsOf(await asked(reached.id, H, 2))).not.toContain(`${G}/2`);
    await answered(reached, H, {}, 2);
    await waitsAt(reached.id, 'introduction', { attempt: 3 });
    await act(reached.office, 'reopen', { reopenStep: G, reopenReason: 'Texten är ändrad.' });
    await answered(reached, G, {}, 2);
    await waitsAt(reached.id, 'introduction', { attempt: 4 });
    const all = roundsOf(await publish(reached));
    expect(all).toEqual([`${H}/1`, `${H}/2`, 'introduction/1', `${G}/1`, `${G}/2`, `${I}/1`]);
  });
});
