import type { Gate } from './rule.ts';

/** The only order that is enforced (R-05, ROUTINE.md section 3.2). */
export const GATES: readonly Gate[] = [
  {
    id: 'G1',
    act: 'Submit the nomination',
    needs: 'What a nomination must hold',
    rules: ['R-a5', 'R-a6'],
  },
  {
    id: 'G2',
    act: 'Forward to councils',
    needs:
      'At least one council, the office’s screening, and an anchoring that the manager has not objected to. A purchase always goes on.',
    override: 'The office with a reason, but never without a council',
    rules: ['R-a3', 'R-a7', 'R-a8', 'R-a9', 'R-a10', 'R-a11', 'R-a12'],
  },
  {
    id: 'G3',
    act: 'Refer to PPR',
    needs: 'A council’s position with described consequences',
    rules: ['R-c3', 'R-c4'],
  },
  {
    id: 'G4',
    act: 'Decide',
    needs:
      'At least one council’s position, the other councils answered or released, and PPR’s position if it was referred there',
    override: 'The office with a reason, but never without at least one council’s position',
    rules: ['R-e2', 'R-e3'],
  },
  {
    id: 'G5',
    act: 'Start the project',
    needs: 'A decision to create, to purchase, to use what exists or to collaborate',
    rules: ['R-e1', 'P-20'],
  },
  {
    id: 'G6',
    act: 'Publish',
    needs:
      'A decision, a responsible council, an owner, a plan for evaluation, a check of accessibility, a judgement of whether it is a medical device, and review and test done or skipped with a reason. For a support programme also measures of experience and result',
    override:
      'The office with a reason, but never without a decision, a responsible council, an owner and a plan for evaluation',
    rules: ['R-e1', 'R-12', 'R-08', 'R-b10', 'R-g1', 'R-g3', 'R-h1', 'R-i1', 'R-j1', 'R-j2'],
  },
  {
    id: 'G7',
    act: 'Start at a unit',
    needs: 'The unit is connected to SoB and has done its risk analysis',
    override: 'The office with a reason',
    rules: ['R-11', 'P-43'],
  },
  {
    id: 'G8',
    act: 'Inactivate',
    needs: 'The position of the responsible council. New starts can be stopped at once without it (R-k4)',
    rules: ['R-k2'],
  },
];
