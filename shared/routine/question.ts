import type { Condition, Form, Section } from './form.ts';
import type { Words } from './words.ts';

/** Who is asked (NOMINATION-FORM glossary): a body with a mailbox in the register, or someone whom the nomination names. */
export type Role =
  | 'sobOffice'
  | 'coordinationCouncil'
  | 'ppr'
  | 'headOfOperations'
  | 'nominator'
  | 'projectOwner'
  | 'projectManager'
  | 'steeringGroup'
  | 'independentReviewer'
  | 'programmeOwner'
  | 'contentOwners';

/** The steps of the routine at which a machine waits for people, in their order, by the phase that the machine is of. */
export const STEPS_OF = {
  nomination: ['screening', 'position', 'pprPosition', 'decision'],
  production: ['projectAssignment', 'productionChecklist', 'contentReview', 'test', 'introduction'],
  review: ['followUp', 'inactivationPosition', 'inactivation', 'unpublishing'],
} as const;

/** A–e, f–j, and the yearly follow-up with k: one machine each. */
export type Phase = keyof typeof STEPS_OF;

export const PHASES = Object.keys(STEPS_OF) as readonly Phase[];

export const MACHINE_STEPS = [...STEPS_OF.nomination, ...STEPS_OF.production, ...STEPS_OF.review] as const;

export type MachineStep = (typeof MACHINE_STEPS)[number];

/** What a phase is begun for: `production` after a decision or for a revision, `review` each year or on a proposal. */
export type Occasion = 'decided' | 'revision' | 'yearly' | 'proposal';

/** Asked beside the machine, which goes on: the answer is a fact that gates, rounds and people look at. */
export type SideStep =
  | 'anchoring'
  | 'supplement'
  | 'councilChange'
  | 'assignmentApproval'
  | 'deviationApproval'
  | 'figures';

export type Step = MachineStep | SideStep;

/** The furthest point a case has reached; it locks nothing (ROUTINE.md section 3.1). The last five close the case. */
export const MILESTONES = [
  'submitted',
  'forwardedToCouncil',
  'positionGiven',
  'decided',
  'projectStarted',
  'published',
  'inUse',
  'inactivated',
  'declined',
  'notForSob',
  'merged',
  'withdrawn',
] as const;
export type Milestone = (typeof MILESTONES)[number];

/** Who was, until somebody else was named in their place. */
export type Former = 'formerProjectOwner' | 'formerProjectManager' | 'formerProgrammeOwner';

/**
 * Who a notice goes to: a body of a role, someone whom the case names, everyone with an open question (`asked`), the body
 * that a question came from (`asker`) or that an act's question is asked of (`itsBody`), the council that is responsible for the programme, or the units and other regions
 * that use it (`users`).
 */
export type Addressee =
  | 'sobOffice'
  | 'councils'
  | 'ppr'
  | 'nominator'
  | 'headOfOperations'
  | 'sobContact'
  | 'projectOwner'
  | 'projectManager'
  | 'steeringGroup'
  | 'independentReviewer'
  | 'programmeOwner'
  | Former
  | 'responsibleCouncil'
  | 'users'
  | 'asked'
  | 'asker'
  | 'itsBody';

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
  | 'N-11'
  | 'N-12'
  | 'assignmentRefused'
  | 'deviationReported'
  | 'deviationDecided'
  | 'monthlyReport'
  | 'rework'
  | 'backToDecision'
  | 'useEnded'
  | 'urgentStop'
  | 'stopLifted'
  | 'revisionEnded'
  | 'inactivationProposed'
  | 'kept'
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
  | 'contactReplaced'
  | 'deputyAsked'
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
  /** The question's step, the act's name, or what belongs to no case yet: what the open page asks, a yearly report, a body of the register. */
  readonly id: Step | ActName | 'interest' | 'approveReport' | 'disclosure' | 'body' | 'nominate' | 'callMe';
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
  /** Calendar months until the answer is wished for, by the routine or, where it states no time, as the office's own goal. */
  readonly targetMonths?: number;
  /** Not mailed by itself: whoever is asked gets one mail with all that it is asked (ROUTINE.md section 0 no. 10). */
  readonly inList?: true;
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
  | 'linkCases'
  | 'attach'
  | 'attachToQuestion'
  | 'reportDeviation'
  | 'reportMonth'
  | 'changeProjectContacts'
  | 'setRegistrationNumber'
  | 'addUnit'
  | 'addSpread'
  | 'endUse'
  | 'correctProgramme'
  | 'proposeInactivation'
  | 'urgentStop'
  | 'liftStop'
  | 'revise'
  | 'endRevision'
  | 'askDeputy'
  | 'resendQuestion'
  | 'registerCase'
  | 'redact';

/** Who has a page of the case behind a link of their own. */
export type CaseReader = 'nominator' | 'sobOffice' | 'projectOwner' | 'projectManager' | 'programmeOwner';

/**
 * Whose it is to do it: whoever is `asked` a question that is open, the `referrer` whose answer took the case to PPR, who
 * has a page of the case, or an officer of the office who is logged in at the `desk`.
 */
export type Actor = 'asked' | 'referrer' | 'desk' | CaseReader;

/**
 * When an act can be done: in a phase that is under way, or to a programme until it is inactivated (`published`: also
 * then), whatever phase is under way.
 */
export type ActTime = Phase | 'programme' | 'published' | 'always';

/** One act beside the questions. */
export interface Act<F extends Form = Form> extends Sheet<F> {
  readonly id: ActName;
  /** The field in which whoever acts says why. */
  readonly why?: string;
  readonly by: readonly Actor[];
  /** During the nomination, where nothing else is said. */
  readonly during?: readonly ActTime[];
  /** For one of those whose it is, where that is another time. */
  readonly duringFor?: Partial<Readonly<Record<Actor, readonly ActTime[]>>>;
  /** The steps whose question it can be done to, for `asked`, `referrer` and `desk`; absent for acts on the case as a whole. */
  readonly on?: readonly Step[];
  readonly tells: readonly Notice[];
}

/** Declares an act, keeping the form's narrow type. */
export const act = <const F extends Form>(it: Act<F>): Act<F> => it;
