import { describe, expect, it } from 'vitest';
import { actConsequence, actRefusals } from '../../../shared/case/acts.ts';
import { consequence } from '../../../shared/case/answer.ts';
import type { CaseFacts, CaseHead, QuestionFact } from '../../../shared/case/facts.ts';
import { missingQuestions } from '../../../shared/case/opening.ts';
import { g6 } from '../../../shared/case/programme-gates.ts';
import { roundOutcome } from '../../../shared/case/rounds.ts';
import { aToken, NOW, toldIn } from '../../builders/case.ts';
import { anIntroduction, asked, produced, roundOf } from '../../builders/programme.ts';

/** Whom a production waits for, and who is told that it does not. */

const PROJECT = {
  nominator: 'nominator@example.se',
  projectOwner: 'agare@example.se',
  projectManager: 'projekt@example.se',
} as const;

const G = asked('productionChecklist', 'projectManager');
const H = asked('contentReview', 'projectManager');
const I = asked('test', 'projectManager');
const decided = asked('decision', 'sobOffice', { outcome: 'create' });

/** A production whose machine waits at g. */
const waiting = (questions: readonly QuestionFact[], head: Partial<CaseHead> = {}): CaseFacts =>
  produced(
    {},
    {
      questions: [decided, ...questions],
      head: { contacts: PROJECT, ...head },
      tokens: [aToken(G.round)],
    },
  );

const missing = (facts: CaseFacts): readonly string[] => missingQuestions(facts, NOW).map(({ id }) => id);

describe('who is still to be asked, beside g', () => {
  it('R-05: h and i from the first day, each once', () => {
    expect(missing(waiting([G]))).toEqual([H.id, I.id]);
    expect(missing(waiting([G, H, I]))).toEqual([]);
  });

  it('R-h2: the manager, in the place of a reviewer who has left the project', () => {
    const left = { ...asked('contentReview', 'independentReviewer'), status: 'closed' } as const;
    expect(missing(waiting([G, left, I]))).toEqual([H.id]);
  });

  const refused = asked('contentReview', 'projectManager', { outcome: 'notApproved' });
  const done = asked('productionChecklist', 'projectManager', { outcome: 'done' });
  const second = 'production/contentReview/2/projectManager';

  it('R-h1: a review that did not approve once more, when g has been worked on', () => {
    expect(missing(waiting([G, refused, I]))).toEqual([]);
    expect(missing(waiting([done, refused, I]))).toEqual([second]);
  });

  it('R-05: a review that was reopened at once', () => {
    const approved = asked('contentReview', 'projectManager', { outcome: 'approved' });
    expect(missing(waiting([G, approved, I], { askedAgain: ['production/contentReview/1'] }))).toEqual([
      second,
    ]);
  });
});

describe('a case that has left its production', () => {
  it('has skipped what was open, also where it was then withdrawn', () => {
    const head = { phase: 'nomination', milestone: 'withdrawn', phaseWanted: false } as const;
    expect(roundOutcome(roundOf('introduction'), waiting([], head))).toBe('skipped');
    expect(roundOutcome(roundOf('position'), waiting([], head))).toBe('withdrawn');
  });

  it('ROUTINE.md 3.1 no. 4: because the decision is reopened, tells whoever was asked, each once', () => {
    const { questions, mailings } = actConsequence(
      'reopen',
      { reopenStep: 'decision', reopenReason: 'Kostnaden har ändrats.' },
      { facts: waiting([G, H, I]), by: 'sobOffice', now: NOW },
    );
    expect(Object.values(questions).map(({ status }) => status)).toEqual(['closed', 'closed', 'closed']);
    expect(toldIn(mailings).filter((it) => it.startsWith('released'))).toEqual(['released → projectManager']);
  });

  it('G6: because the programme is published early, tells whoever was asked, and not the office that did it', () => {
    const introduction = asked('introduction', 'sobOffice');
    const { mailings } = consequence('introduction', anIntroduction({ overrideReason: 'Det brådskar.' }), {
      facts: waiting([G, H, I, introduction, asked('councilChange', 'sobOffice')]),
      asked: introduction,
      answeredBy: { name: 'Exempel Person', role: 'Handläggare' },
      recordedByOffice: false,
      now: NOW,
    });
    expect(toldIn(mailings).filter((it) => it.startsWith('released'))).toEqual(['released → projectManager']);
  });
});

it('G6, R-g2: a checklist that is to be gone through again, or was for an earlier version, takes a reason', () => {
  const fields = (facts: CaseFacts) => g6(anIntroduction(), facts).map(({ field }) => field);
  expect(fields(produced())).toEqual([]);
  expect(fields(produced({}, { head: { askedAgain: ['production/productionChecklist/1'] } }))).toEqual([
    'overrideReason',
  ]);
  const askedBefore = { production: { productionChecklist: 1 } };
  expect(fields(produced({}, { head: { occasion: 'revision', askedBefore } }))).toEqual(['overrideReason']);
});

it('P-13: the steering group is not left out while it has a deviation to take a position on', () => {
  const people = { projectOwnerEmail: PROJECT.projectOwner, projectManagerEmail: PROJECT.projectManager };
  const refused = (questions: readonly QuestionFact[]) =>
    actRefusals('changeProjectContacts', people, {
      facts: waiting(questions, { contacts: { ...PROJECT, steeringGroup: 'grupp@example.se' } }),
      by: 'sobOffice',
      now: NOW,
    }).map(({ field }) => field);
  expect(refused([G])).toEqual([]);
  expect(refused([G, asked('deviationApproval', 'steeringGroup')])).toEqual(['steeringGroupEmail']);
});
