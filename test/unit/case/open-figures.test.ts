import { expect, it } from 'vitest';
import type { CaseHead, QuestionFact } from '../../../shared/case/facts.ts';
import { openFigures } from '../../../shared/case/open-figures.ts';
import { aQuestion, facts } from '../../builders/case.ts';

const TODAY = '2026-11-23';

const aCase = (submittedAt: string, questions: readonly QuestionFact[], head: Partial<CaseHead> = {}) =>
  facts({ head: { submittedAt, ...head }, questions });

const since = (receivedOn: string, given: Partial<QuestionFact> = {}) => ({ receivedOn, ...given });

it('counts open cases by the step that they wait in, each once for a step, and the days of the oldest', () => {
  const figures = openFigures(
    [
      aCase('2026-11-03T08:00:00.000Z', [
        aQuestion('screening', 'sobOffice', since('2026-11-03', { status: 'answered' })),
        aQuestion('position', 'council-a', since('2026-11-13')),
        aQuestion('position', 'council-b', since('2026-11-20')),
      ]),
      aCase('2026-11-22T08:00:00.000Z', [aQuestion('position', 'council-a', since('2026-11-22'))]),
      aCase('2026-01-23T08:00:00.000Z', [
        aQuestion('contentReview', 'sobOffice', since('2026-11-21')),
        aQuestion('test', 'sobOffice', since('2026-11-21')),
      ]),
    ],
    TODAY,
  );
  expect(figures).toEqual({
    all: { openCases: 3, oldestDays: 304 },
    of: {
      position: { openCases: 2, oldestDays: 10 },
      contentReview: { openCases: 1, oldestDays: 2 },
      test: { openCases: 1, oldestDays: 2 },
    },
  });
});

it('counts a case that asks nobody and should go on as between two steps, and one that has ended not at all', () => {
  const ended = { phaseWanted: false, milestone: 'declined' } as const;
  expect(
    openFigures([aCase('2026-11-22T08:00:00.000Z', []), aCase('2026-01-01T08:00:00.000Z', [], ended)], TODAY),
  ).toEqual({ all: { openCases: 1, oldestDays: 1 }, of: { betweenSteps: { openCases: 1, oldestDays: 1 } } });
});

it('tells of no cases that there are none', () => {
  expect(openFigures([], TODAY)).toEqual({ all: { openCases: 0, oldestDays: 0 }, of: {} });
});
