import type { Origin } from '../case/programme.ts';
import type { Standing } from '../case/programme-state.ts';
import type { FieldProblem } from '../routine/check.ts';
import type { Milestone } from '../routine/question.ts';
import type { Words } from '../routine/words.ts';
import type { Posted } from './posted.ts';
import type { Frame } from './views.ts';

/** What the open pages show: nothing of a case but its title, status, outcome, council and units (ROUTINE.md section 8). */

/** A unit that uses a programme, or another region or provider, and since when. */
interface ShownUser {
  readonly name: string;
  readonly kind: 'unit' | 'spread';
  readonly since: string;
}

export interface ShownProgramme {
  /** Absent for what was only read from a list. */
  readonly caseNumber?: string;
  readonly name: string;
  readonly kind?: 'treatment' | 'support';
  readonly clinicalAreas: readonly string[];
  readonly council?: Words;
  /** What was decided, that it came of; absent likewise. */
  readonly origin?: Origin;
  /** Absent likewise. */
  readonly standing?: Standing;
  readonly users: readonly ShownUser[];
}

export interface ShownNomination {
  readonly caseNumber: string;
  readonly title: string;
  readonly clinicalAreas: readonly string[];
  readonly milestone: Milestone;
  readonly councils: readonly Words[];
  readonly unit: string;
  readonly submittedOn: string;
}

/** A programme of the content catalogue that others have. */
export interface ShownElsewhere {
  readonly name: string;
  readonly publisher: string;
  readonly href?: string;
}

/** The open list: everything, or what was found by `sought`, best first. */
export interface ProgrammesView extends Frame {
  readonly sought: string;
  readonly programmes: readonly ShownProgramme[];
  readonly nominations: readonly ShownNomination[];
  readonly elsewhere: readonly ShownElsewhere[];
}

/** One programme, or one nomination, with what was decided. */
export type Shown =
  | { readonly programme: ShownProgramme }
  | { readonly nomination: ShownNomination; readonly outcome?: Words };

export interface ProgrammePageView extends Frame {
  readonly caseNumber: string;
  readonly shown: Shown;
  /** Whether others can say that they want it too. */
  readonly isOpen: boolean;
}

export interface InterestView extends Frame {
  readonly caseNumber: string;
  readonly title: string;
  readonly posted?: Posted;
  readonly problems?: readonly FieldProblem[];
}
