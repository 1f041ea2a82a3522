import type { NoticeRule } from './rule.ts';

/** Who is told or asked what (ROUTINE.md section 5, with section 0 no. 3 and 8). */
export const NOTICES: readonly NoticeRule[] = [
  {
    id: 'N-1',
    when: 'The idea is stated to be anchored, or it has to be asked',
    to: 'Head of operations, SoB contact person',
    rules: ['R-a3'],
  },
  {
    id: 'N-2',
    when: 'There is no SoB contact person',
    to: 'The SoB office',
    rules: ['R-a4'],
  },
  {
    id: 'N-3',
    when: 'The nomination was submitted',
    to: 'The SoB office, the nominator',
    rules: ['R-a5'],
    addition: 'The receipt to the nominator',
  },
  {
    id: 'N-4',
    when: 'The nomination was forwarded',
    to: 'Each council chosen, the nominator, the head of operations, the SoB contact person',
    rules: ['R-a11', 'R-a12'],
    addition: 'All but the councils',
  },
  {
    id: 'N-5',
    when: 'A supplement is asked for or given',
    to: 'The nominator; whoever asked',
    rules: [],
  },
  {
    id: 'N-6',
    when: '7 days before the target day, on the day, then every second week',
    to: 'Whoever is to answer',
    rules: ['R-b3', 'R-09'],
    addition: 'The reminders',
  },
  {
    id: 'N-7',
    when: 'A council has taken its position',
    to: 'The SoB office, the nominator',
    rules: ['R-c6'],
    addition: 'The nominator',
  },
  {
    id: 'N-8',
    when: 'A council has referred the nomination to PPR',
    to: 'PPR',
    rules: ['R-c1'],
  },
  {
    id: 'N-9',
    when: 'PPR has taken its position',
    to: 'The councils, the SoB office',
    rules: ['R-d2'],
  },
  {
    id: 'N-10',
    when: 'A decision was made',
    to: 'The nominator, the head of operations, the SoB contact person, the councils, PPR if it was asked',
    rules: [],
  },
  {
    id: 'N-11',
    when: 'The project has started, the programme was published, a unit has started, a new version is to be made',
    to: 'The project’s owner and manager, the councils, the programme owner, those that use the programme, the nominator, the head of operations, the SoB office, each of what concerns them',
    rules: [],
  },
  {
    id: 'N-12',
    when: 'The council has taken its position on inactivation, or the programme was inactivated',
    to: 'The SoB office, the programme owner, the nominator; once it is inactivated also those that use it, the councils and the head of operations',
    rules: ['R-k2'],
    addition: 'All but the SoB office',
  },
  {
    id: 'N-13',
    when: 'The figures of a year were approved',
    to: 'The content owners of the routine',
    rules: ['R-u1', 'R-u2'],
  },
];
