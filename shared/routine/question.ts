import type { Condition, Form, Section } from './form.ts';
import type { Words } from './words.ts';

/** Who is asked (NOMINATION-FORM glossary): a body with a mailbox in the register, or someone whom the nomination names. */
export type Role = 'sobOffice' | 'coordinationCouncil' | 'ppr' | 'headOfOperations' | 'nominator';

export type Phase = 'nomination';

/** The steps of the routine at which the machine waits for people, in its order. */
export const MACHINE_STEPS = ['screening', 'position', 'pprPosition', 'decision'] as const;

export type MachineStep = (typeof MACHINE_STEPS)[number];

/** Asked beside the machine, which goes on: the answer is a fact that gates and people look at. */
export type SideStep = 'anchoring' | 'supplement' | 'councilChange';

export type Step = MachineStep | SideStep;

/** The furthest point a case has reached; it locks nothing (ROUTINE.md section 3.1). The last five close the case. */
export type Milestone =
  | 'submitted'
  | 'forwardedToCouncil'
  | 'positionGiven'
  | 'decided'
  | 'declined'
  | 'notForSob'
  | 'merged'
  | 'withdrawn';

/**
 * Who a notice goes to: a body of a role, someone named in the nomination, everyone with an open question (`asked`),
 * or the body that a question came from (`asker`).
 */
export type Addressee =
  | 'sobOffice'
  | 'councils'
  | 'ppr'
  | 'nominator'
  | 'headOfOperations'
  | 'sobContact'
  | 'asked'
  | 'asker';

/**
 * What is told and not asked; a question is a notice by itself. `N-…` are the routine's own (ROUTINE.md section 5),
 * the others follow from the additions to it.
 */
export type NoticeId =
  | 'N-1'
  | 'N-2'
  | 'N-3'
  | 'N-4'
  | 'N-5'
  | 'N-7'
  | 'N-9'
  | 'N-10'
  | 'objected'
  | 'notForSob'
  | 'merged'
  | 'withdrawn'
  | 'released'
  | 'councilsChanged'
  | 'referralWithdrawn'
  | 'deferred'
  | 'reopened'
  | 'contactsChanged'
  | 'undelivered';

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

/** A form that a person meets on a page of its own, with what is said around it. */
export interface Sheet<F extends Form = Form> {
  /** The question's step, or the act's name. */
  readonly id: Step | ActName;
  readonly title: Words;
  /** What its reader is asked to do, as an imperative. */
  readonly asks: Words;
  readonly lead: Words;
  readonly form: F;
  readonly sections: readonly Section[];
  /** By name, as fields are. */
  readonly derived?: Readonly<Record<string, Derived>>;
  /** Whoever answers reads the whole answer once more before it is sent. */
  readonly reviewedBeforeSending?: boolean;
  readonly rules: readonly string[];
  /** What happens once it is sent in, as the receipt says it. */
  readonly next: Words;
}

/** One question of the routine: one file each, everything that is known of it in one place. */
export interface Question<F extends Form = Form> extends Sheet<F> {
  readonly step: Step;
  readonly phase: Phase;
  /** The routine's letter, as admins see it in the console. */
  readonly letter: string;
  /** The name of the waiting state in Swedish, without the letter; side steps have none. */
  readonly stateName?: string;
  readonly answeredBy: Role;
  /** Every outcome that an answer can have. */
  readonly outcomes: readonly string[];
  /** Told when one answer is given. */
  readonly tells: readonly Notice[];
  /** Calendar months until the answer is wished for; absent where the routine states no time. */
  readonly targetMonths?: number;
}

/** Declares a question, keeping the form's narrow type. */
export const question = <const F extends Form>(it: Omit<Question<F>, 'id'>): Question<F> => ({
  ...it,
  id: it.step,
});

/** What people may do in a case beside answering what they are asked. */
export type ActName =
  | 'requestSupplement'
  | 'proposeCouncil'
  | 'setMeeting'
  | 'correctReceived'
  | 'withdrawReferral'
  | 'amend'
  | 'withdraw'
  | 'changeContacts'
  | 'changeCouncils'
  | 'reopen'
  | 'linkCases';

/**
 * Whose it is to do it: whoever is `asked` a question that is open, the `referrer` whose answer took the case to PPR,
 * the nominator, the office.
 */
export type Actor = 'asked' | 'referrer' | 'nominator' | 'sobOffice';

/** One act beside the questions. */
export interface Act<F extends Form = Form> extends Sheet<F> {
  readonly id: ActName;
  /** The field in which whoever acts says why. */
  readonly why?: string;
  readonly by: readonly Actor[];
  /** The steps whose question it can be done to, for `asked` and `referrer`; absent for acts on the case as a whole. */
  readonly on?: readonly Step[];
  readonly tells: readonly Notice[];
}

/** Declares an act, keeping the form's narrow type. */
export const act = <const F extends Form>(it: Act<F>): Act<F> => it;
