import type { Condition, Form, Section } from './form.ts';
import type { Words } from './words.ts';

/** Who is asked (NOMINATION-FORM glossary). A body of that role has a mailbox. */
export type Role = 'sobOffice' | 'coordinationCouncil' | 'ppr';

export type Phase = 'nomination';

/** A step of the routine at which the machine waits for people. */
export type Step = 'screening' | 'position' | 'pprPosition' | 'decision';

/** The furthest point a case has reached; it locks nothing (ROUTINE.md section 3.1). */
export type Milestone =
  | 'submitted'
  | 'forwardedToCouncil'
  | 'positionGiven'
  | 'decided'
  | 'declined'
  | 'notForSob';

/** Who a notice goes to: a body of a role, or someone named in the nomination. */
export type Addressee = 'sobOffice' | 'councils' | 'ppr' | 'nominator' | 'headOfOperations' | 'sobContact';

/** The routine's notices (ROUTINE.md section 5) that are told, not asked. A question is a notice by itself. */
export type NoticeId = 'N-3' | 'N-7' | 'N-9' | 'N-10';

export interface Notice {
  readonly id: NoticeId;
  readonly to: readonly Addressee[];
}

/** What follows from answers given before: whoever answers is told of it and not asked. */
export interface Derived {
  readonly label: Words;
  readonly help: Words;
  readonly rules: readonly string[];
  /** When it holds, asked of the nomination. Absent where it follows from the case: see `shared/case/answer.ts`. */
  readonly when?: Condition;
}

/** One question of the routine: one file each, everything that is known of it in one place. */
export interface Question<F extends Form = Form> {
  readonly step: Step;
  readonly phase: Phase;
  /** The routine's letter, as admins see it in the console. */
  readonly letter: string;
  /** The name of the waiting state in Swedish, without the letter. */
  readonly stateName: string;
  readonly title: Words;
  /** What the mail asks of its reader, as an imperative. */
  readonly asks: Words;
  readonly lead: Words;
  readonly answeredBy: Role;
  readonly rules: readonly string[];
  readonly form: F;
  readonly sections: readonly Section[];
  /** By name, as fields are. */
  readonly derived?: Readonly<Record<string, Derived>>;
  /** Whoever answers reads the whole answer once more before it is sent. */
  readonly reviewedBeforeSending?: boolean;
  /** Every outcome that the machine may meet when the round is settled. */
  readonly outcomes: readonly string[];
  /** Told when one answer is given. */
  readonly tells: readonly Notice[];
  /** Calendar months until the answer is wished for; absent where the routine states no time. */
  readonly targetMonths?: number;
}

/** Declares a question, keeping the form's narrow type. */
export const question = <const F extends Form>(it: Question<F>): Question<F> => it;
