import type { ProgrammeFact } from '../../shared/case/programme.ts';
import { aProgramme, aUser } from './programme.ts';

const unit = aUser({
  id: 'u1',
  name: 'Vårdcentral Ekdungen',
  mailbox: 'ekdungen@example.se',
  startedOn: '2026-06-10',
});

const { riskAnalysisOn: _, ...other } = unit;

/** A programme that a unit and another region use, and its users. */
export const USERS = {
  unit,
  spread: {
    ...other,
    id: 'u2',
    kind: 'spread',
    name: 'Region Exempel',
    agreementRef: 'Avtal 7',
    startedOn: '2026-08-01',
  },
} as const;

export const aSpreadProgramme = (given: Partial<ProgrammeFact> = {}): ProgrammeFact =>
  aProgramme({
    name: 'Bättre nätter',
    council: 'council-psykisk-halsa',
    publishedOn: '2026-06-01',
    versionOn: '2026-06-01',
    users: Object.values(USERS),
    ...given,
  });
