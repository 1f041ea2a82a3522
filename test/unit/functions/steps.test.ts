import { describe, expect, it } from 'vitest';
import { stepsOf } from '../../../functions/answer/steps.ts';
import type { CaseFacts } from '../../../shared/case/facts.ts';
import { facts } from '../../builders/case.ts';
import { asked, inUse, produced } from '../../builders/programme.ts';

/** The map as `screening done, position now`, by phase. */
const shown = (given: CaseFacts) =>
  Object.fromEntries(
    stepsOf(given).map(({ phase, steps }) => [
      phase,
      steps.map(({ step, state }) => `${step} ${state}`).join(', '),
    ]),
  );

const decided = [
  asked('screening', 'sobOffice', { outcome: 'forwardToCouncils' }),
  asked('position', 'adult', { outcome: 'noReferral' }),
  asked('decision', 'sobOffice', { outcome: 'create' }),
];

describe('the map of the steps', () => {
  it('in the nomination holds its own steps', () => {
    const questions = [asked('screening', 'sobOffice')];
    expect(shown(facts({ questions }))).toEqual({
      nomination: 'screening now, position left, pprPosition left, decision left',
    });
  });

  it('goes on with the production, of which g, h and i come in any order (R-05)', () => {
    const questions = [
      ...decided,
      asked('projectAssignment', 'nominator', { outcome: 'started' }),
      asked('test', 'projectManager', { outcome: 'withoutTest' }),
      asked('productionChecklist', 'projectManager'),
    ];
    const given = produced({}, { questions, head: { councils: ['adult'], councilsAsked: ['adult'] } });
    expect(shown(given)).toEqual({
      nomination: 'screening done, position done, pprPosition skipped, decision done',
      production:
        'projectAssignment done, productionChecklist now, contentReview left, test leftOut, introduction left',
    });
  });

  it('R-h1: what was not approved is done again', () => {
    const review = asked('contentReview', 'independentReviewer', { outcome: 'notApproved' });
    const given = produced({}, { questions: [asked('productionChecklist', 'projectManager'), review] });
    expect(shown(given).production).toContain('contentReview redone');
  });

  it('a revision needs no assignment, and hides the review that led to it', () => {
    const questions = [
      asked('followUp', 'adult', { outcome: 'revise' }),
      asked('productionChecklist', 'projectManager'),
    ];
    const given = inUse({}, { questions, head: { phaseWanted: true, occasion: 'revision' } });
    expect(shown(given)).toEqual({
      production: 'productionChecklist now, contentReview left, test left, introduction left',
    });
  });

  it('of a programme that lives long it holds only the newest review', () => {
    const questions = [
      asked('followUp', 'adult', { outcome: 'keep' }, 1),
      asked('followUp', 'adult', { outcome: 'keep' }, 2),
      asked('followUp', 'adult', undefined, 3),
    ];
    const head = { phase: 'review', occasion: 'yearly', phaseWanted: true } as const;
    const given = inUse({}, { questions, head: { ...head, askedBefore: { review: { followUp: 2 } } } });
    expect(shown(given)).toEqual({ review: 'followUp now' });
  });

  it('R-k2: what leads to an inactivation is shown once it is proposed', () => {
    const questions = [
      asked('followUp', 'adult', { outcome: 'proposeInactivation' }),
      asked('inactivationPosition', 'adult'),
    ];
    const head = { phase: 'review', occasion: 'yearly', phaseWanted: true } as const;
    expect(shown(inUse({}, { questions, head })).review).toBe(
      'followUp done, inactivationPosition now, inactivation left, unpublishing left',
    );
    const proposed = { ...head, occasion: 'proposal' } as const;
    expect(shown(inUse({}, { questions: questions.slice(1), head: proposed })).review).toBe(
      'inactivationPosition now, inactivation left, unpublishing left',
    );
  });
});
