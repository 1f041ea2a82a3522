import type { Gate } from './rule.ts';

/** The only order that is enforced in a–e (R-05, ROUTINE.md section 3.2). */
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
];
