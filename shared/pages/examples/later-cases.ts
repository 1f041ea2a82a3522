import type { MachineStep, Phase } from '../../routine/question.ts';
import { QUESTIONS, ROLE_NAMES } from '../../routine/routine.ts';
import { casePage } from '../case-page.tsx';
import type { CaseView, OfficeView, PhaseSteps, StepState, WaitedFor } from '../views.ts';
import { COUNCIL, NOMINATOR, OFFICE } from './a-case.ts';
import { laterKnown, lived, PROGRAMME, PROJECT, produced, retired, WITHHELD } from './a-programme.ts';
import { LACKING } from './later-questions.ts';
import { links } from './questions.ts';

const stepsOf = (phase: Phase, states: Partial<Record<MachineStep, StepState>>): PhaseSteps => ({
  phase,
  steps: (Object.entries(states) as [MachineStep, StepState][]).map(([step, state]) => ({ step, state })),
});

const waits = (
  step: MachineStep,
  bodyName: WaitedFor['bodyName'],
  since: string,
  days: number,
): WaitedFor => ({
  question: QUESTIONS[step],
  bodyName,
  since,
  days,
});

/** The page of a case that goes on: as a project, in use, and when it is retired. */
export const laterCases = ({
  forecast: _,
  ...decided
}: CaseView): readonly (readonly [name: string, page: string])[] => {
  const inProduction: CaseView = {
    ...decided,
    known: laterKnown,
    reader: 'projectManager',
    milestone: 'projectStarted',
    steps: [
      ...decided.steps,
      stepsOf('production', {
        projectAssignment: 'done',
        productionChecklist: 'now',
        contentReview: 'redone',
        test: 'leftOut',
        introduction: 'left',
      }),
    ],
    waiting: [waits('productionChecklist', ROLE_NAMES.projectManager, '2027-09-20', 8)],
    answers: [...decided.answers, ...produced],
    project: PROJECT,
    acts: links('reportDeviation', 'reportMonth', 'changeProjectContacts'),
    related: [],
  };
  const inUse: CaseView = {
    ...inProduction,
    reader: 'programmeOwner',
    milestone: 'inUse',
    steps: [
      ...decided.steps,
      stepsOf('production', {
        productionChecklist: 'done',
        contentReview: 'done',
        test: 'leftOut',
        introduction: 'done',
      }),
      stepsOf('review', { followUp: 'now' }),
    ],
    waiting: [waits('followUp', COUNCIL, '2030-10-01', 6)],
    answers: [...produced, { ...lived[1], answeredOn: '2029-09-14' } as (typeof lived)[number], ...lived],
    project: { ...PROJECT, missing: [] },
    programme: PROGRAMME,
    acts: links('addUnit', 'addSpread', 'endUse', 'proposeInactivation'),
  };
  const question = (step: MachineStep, bodyName: WaitedFor['bodyName'], status: 'open' | 'answered') => ({
    question: QUESTIONS[step],
    bodyName,
    status,
    href: `?question=${step}`,
  });
  const forOffice: Pick<CaseView, 'reader' | 'office'> & { readonly office: OfficeView } = {
    reader: 'sobOffice',
    office: {
      ...{ questions: [], lacking: [], documents: [], mails: [], undelivered: [], interests: [] },
      anchoring: 'supported',
    },
  };
  const retiring: CaseView = {
    ...inUse,
    reader: 'sobOffice',
    milestone: 'inactivated',
    steps: [
      ...inUse.steps.slice(0, 2),
      stepsOf('review', {
        followUp: 'done',
        inactivationPosition: 'done',
        inactivation: 'done',
        unpublishing: 'now',
      }),
    ],
    waiting: [{ ...waits('unpublishing', OFFICE, '2030-10-02', 5), restsUntil: '2031-03-01' }],
    answers: [...lived, ...retired],
    programme: {
      ...PROGRAMME,
      startsStoppedOn: '2030-10-02',
      inactivatedOn: '2030-10-02',
    },
    acts: [],
  };
  return [
    ['case-in-production', casePage(inProduction)],
    [
      'case-in-production-for-the-office',
      casePage({
        ...inProduction,
        ...forOffice,
        acts: links(
          'reportDeviation',
          'changeProjectContacts',
          'setRegistrationNumber',
          'reopen',
          'linkCases',
        ),
        office: {
          ...forOffice.office,
          lacking: LACKING,
          questions: [
            question('projectAssignment', NOMINATOR, 'answered'),
            question('productionChecklist', ROLE_NAMES.projectManager, 'open'),
            question('contentReview', ROLE_NAMES.independentReviewer, 'answered'),
            question('test', ROLE_NAMES.projectManager, 'answered'),
          ],
        },
      }),
    ],
    ['case-in-use', casePage({ ...inUse, project: WITHHELD })],
    [
      'case-in-use-for-the-office',
      casePage({
        ...inUse,
        ...forOffice,
        steps: inUse.steps.slice(0, 2),
        waiting: [],
        programme: { ...PROGRAMME, nextReviewOn: '2031-10-01' },
        acts: links('addUnit', 'endUse', 'correctProgramme', 'urgentStop', 'revise', 'changeProjectContacts'),
        office: {
          ...forOffice.office,
          questions: [
            question('introduction', OFFICE, 'answered'),
            question('followUp', COUNCIL, 'answered'),
          ],
        },
      }),
    ],
    [
      'case-stopped',
      casePage({
        ...inUse,
        programme: { ...PROGRAMME, startsStoppedOn: '2030-09-13', proposedOn: '2030-09-13' },
      }),
    ],
    ['case-inactivated', casePage(retiring)],
  ];
};
