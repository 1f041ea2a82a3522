import { mayAct } from '../../shared/case/acts.ts';
import type { CaseFacts, QuestionFact } from '../../shared/case/facts.ts';
import { reviewBeginsOn } from '../../shared/case/review.ts';
import { ACTS } from '../../shared/routine/acts.ts';
import type { Act, ActName, CaseReader, Step } from '../../shared/routine/question.ts';
import { answersOn, CONFIRMED } from '../builders/answers.ts';
import type { Chance } from './chance.ts';
import { answerTo, fillAct } from './fillings.ts';
import { nameIn, type Posting, type Setting } from './setting.ts';

/** What can happen in a case next. */

/** How somebody came to the page: by a question's link, or by their own page of the case. */
export type Way = 'link' | CaseReader;

const OFFICE: Way = 'sobOffice';
const READERS: readonly CaseReader[] = ['nominator', 'projectOwner', 'projectManager', 'programmeOwner'];

export type PersonsDeed =
  | { readonly kind: 'answer'; readonly question: string; readonly by: Way; readonly posting: Posting }
  | {
      readonly kind: 'act';
      readonly act: ActName;
      readonly on?: string;
      readonly by: Way;
      readonly posting: Posting;
    };

/** What nobody does, and machines have to bear. */
export type Mishap =
  /** A message of the step queue comes once more, long afterwards. */
  | { readonly kind: 'redelivery'; readonly which: number }
  /** The stream tells of the case once more. */
  | { readonly kind: 'drivenAgain' }
  /** Somebody stops the execution by hand. */
  | { readonly kind: 'stopped' }
  /** The queue loses its next message. */
  | { readonly kind: 'lost' }
  /** The queue delivers its next message this often. */
  | { readonly kind: 'repeated'; readonly times: number }
  /** A function dies after this many of its calls. */
  | { readonly kind: 'killed'; readonly after: number }
  | { readonly kind: 'days'; readonly days: number }
  /** The morning on which the programme is in its council's list, or would be if nobody were at work on it. */
  | { readonly kind: 'listDay'; readonly on: string }
  /** A council gives way to another. */
  | { readonly kind: 'succeeded'; readonly from: string; readonly to: string };

export type Deed = PersonsDeed | Mishap;

interface Possible {
  readonly weight: number;
  readonly deed: () => Deed;
}

/** What people can be met with now; `questions` are those of the case that are there, and those that come early. */
export interface Possibilities extends Setting {
  readonly early: readonly QuestionFact[];
  readonly mishaps: readonly Mishap['kind'][];
}

/** How often something happens, beside all else that could: a case should come far, and back again. */
const STEP_WEIGHT: Readonly<Record<Step, number>> = {
  ...{ screening: 40, position: 40, pprPosition: 40, decision: 30 },
  ...{ anchoring: 10, supplement: 15, councilChange: 15 },
  ...{ projectAssignment: 40, assignmentApproval: 30, deviationApproval: 15 },
  ...{ productionChecklist: 30, contentReview: 30, test: 30, introduction: 30 },
  ...{ followUp: 40, inactivationPosition: 40, inactivation: 30, unpublishing: 20, figures: 15 },
};
const ACT_WEIGHT: Readonly<Record<ActName, number>> = {
  ...{ requestSupplement: 5, proposeCouncil: 10, setMeeting: 2, correctReceived: 2, withdrawReferral: 8 },
  ...{ amend: 4, withdraw: 1, changeContacts: 3, changeCouncils: 12, reopen: 12, linkCases: 1 },
  // A file goes through the bucket, which a course does not have.
  ...{ attach: 0, attachToQuestion: 0 },
  ...{ reportDeviation: 6, reportMonth: 1, changeProjectContacts: 5, setRegistrationNumber: 1 },
  ...{ addUnit: 4, addSpread: 2, endUse: 3, correctProgramme: 4, revise: 8, endRevision: 3 },
  ...{ proposeInactivation: 4, urgentStop: 5, liftStop: 6 },
  // Those of the desk have no page behind a link, and no body of a course has a deputy.
  ...{ askDeputy: 0, resendQuestion: 0, registerCase: 0, redact: 0 },
};
const PAPER_WEIGHT = 6;
const EARLY_WEIGHT = 3;
const LATE_WEIGHT = 2;
/** As many questions that need no answer any more can be met with. */
const FEW = 2;
const MISHAP_WEIGHT = 5;
const MISHAP_WEIGHTS: Partial<Readonly<Record<Mishap['kind'], number>>> = { listDay: 12, succeeded: 2 };

/** Somebody who does what the case allows, or comes too late. */
export const nextDeed = (it: Possibilities): Deed => {
  const possible = [...answers(it), ...acts(it), ...mishaps(it)];
  let at = it.chance.below(possible.reduce((sum, { weight }) => sum + weight, 0));
  for (const { weight, deed } of possible) {
    if (at < weight) return deed();
    at -= weight;
  }
  throw new Error('Nothing can happen');
};

/** The steps that lead straight on; of g, h and i any can be first (R-05). */
const STRAIGHT: readonly Step[] = [
  ...([
    'screening',
    'position',
    'pprPosition',
    'decision',
    'projectAssignment',
    'assignmentApproval',
  ] as const),
  ...(['productionChecklist', 'contentReview', 'test', 'introduction'] as const),
  ...(['followUp', 'inactivationPosition', 'inactivation', 'unpublishing'] as const),
];

/** What brings a case one step further; `undefined` where it has come to its end. */
export const straightDeed = ({ facts, today, chance }: Possibilities): Deed | undefined => {
  const open = facts.questions.filter(
    ({ status, round }) => status === 'open' && STRAIGHT.includes(round.step),
  );
  const [first, ...others] = open;
  const on = facts.programme?.nextReviewOn;
  if (first === undefined) return on === undefined ? undefined : { kind: 'listDay', on };
  const asked = chance.of([first, ...others]);
  const { step } = asked.round;
  const fields = { ...answersOn(today)[step], ...straightOn(facts, chance)[step], ...CONFIRMED };
  const by = asked.linked === asked.linkVersion ? 'link' : OFFICE;
  return { kind: 'answer', question: asked.id, by, posting: fields };
};

const straightOn = (facts: CaseFacts, chance: Chance): Partial<Readonly<Record<Step, Posting>>> => ({
  productionChecklist: nameIn(facts),
  introduction: nameIn(facts),
  decision: {
    decision: chance.of(['create', 'create', 'purchase', 'useExisting', 'collaborate']),
    ...{ procurementRoute: 'procurement', accessRoute: 'agreement' },
  },
  followUp: { conclusion: 'proposeInactivation', minutesRef: 'Möte 4, § 7' },
});

const answers = (it: Possibilities): readonly Possible[] => {
  const answer = (asked: QuestionFact, by: Way, weight: number): Possible => ({
    weight,
    deed: () => ({ kind: 'answer', question: asked.id, by, posting: answerTo(asked, it) }),
  });
  const { questions } = it.facts;
  const late = questions.filter(({ status }) => status !== 'open');
  const someLate = Array.from(
    { length: late.length === 0 ? 0 : FEW },
    () => late[it.chance.below(late.length)],
  );
  const met = [
    ...questions.filter(({ status }) => status === 'open'),
    ...someLate.flatMap((asked) => asked ?? []),
  ];
  return [
    ...met.flatMap((asked) => {
      const isLinked = asked.linked === asked.linkVersion;
      const isOpen = asked.status === 'open';
      return [
        ...(isLinked ? [answer(asked, 'link', isOpen ? STEP_WEIGHT[asked.round.step] : LATE_WEIGHT)] : []),
        ...[OFFICE, ...readersOf(it.facts).filter((reader) => reader === asked.body)].map((by) =>
          answer(asked, by, isOpen ? PAPER_WEIGHT : LATE_WEIGHT),
        ),
      ];
    }),
    ...it.early.map((asked) => answer(asked, OFFICE, EARLY_WEIGHT)),
  ];
};

/** Those beside the office who have a page of the case. */
const readersOf = ({ head }: CaseFacts): readonly CaseReader[] =>
  READERS.filter(
    (reader) => head.caseLinks[reader] !== undefined && head.contacts[reader as 'nominator'] !== undefined,
  );

const acts = (it: Possibilities): readonly Possible[] => {
  const act = (name: ActName, by: Way, on?: QuestionFact): readonly Possible[] => {
    const actor = by === 'link' ? (on?.status === 'answered' ? 'referrer' : 'asked') : by;
    if (!mayAct(name, { facts: it.facts, on, by: actor, now: new Date(it.today) })) return [];
    const deed = (): Deed => ({
      kind: 'act',
      act: name,
      by,
      posting: fillAct(name, it),
      ...(on && { on: on.id }),
    });
    return [{ weight: ACT_WEIGHT[name], deed }];
  };
  return Object.values(ACTS).flatMap((sheet: Act) => {
    if (sheet.on === undefined) return [...readersOf(it.facts), OFFICE].flatMap((by) => act(sheet.id, by));
    return it.facts.questions.flatMap((on) => [
      ...(on.linked === on.linkVersion ? act(sheet.id, 'link', on) : []),
      ...act(sheet.id, OFFICE, on),
    ]);
  });
};

const mishaps = (it: Possibilities): readonly Possible[] =>
  it.mishaps.flatMap((kind) => {
    const mishap = mishapOf(kind, it);
    return mishap === undefined ? [] : [{ weight: MISHAP_WEIGHTS[kind] ?? MISHAP_WEIGHT, deed: mishap }];
  });

const mishapOf = (kind: Mishap['kind'], it: Possibilities): (() => Mishap) | undefined => {
  const { facts, chance, councils } = it;
  switch (kind) {
    case 'redelivery':
      return () => ({ kind, which: chance.below(1000) });
    case 'repeated':
      return () => ({ kind, times: 2 + chance.below(2) });
    case 'killed':
      return () => ({ kind, after: 1 + chance.below(8) });
    case 'days':
      return () => ({ kind, days: 1 + chance.below(chance.oneIn(6) ? 60 : 4) });
    case 'listDay': {
      const on = facts.programme?.nextReviewOn;
      return on === undefined ? undefined : () => ({ kind, on: chance.oneIn(3) ? reviewBeginsOn(on) : on });
    }
    case 'succeeded': {
      const [, , third] = councils;
      return third === undefined ? undefined : () => succeeded(it);
    }
    default:
      return () => ({ kind });
  }
};

/** Mostly one that the case is with, or whose its programme is. */
const succeeded = ({ facts, councils, chance }: Possibilities): Mishap => {
  const [first, ...others] = councils.filter(
    (it) => facts.head.councils.includes(it) || facts.programme?.council === it,
  );
  const from = first === undefined ? chance.of(councils) : chance.of([first, ...others]);
  const [to = '', ...more] = councils.filter((it) => it !== from);
  return { kind: 'succeeded', from, to: chance.of([to, ...more]) };
};

/** The deed in a line, with what matters of what was filled in. */
export const inWords = (deed: Deed): string => {
  if (deed.kind !== 'answer' && deed.kind !== 'act') return JSON.stringify(deed);
  const what =
    deed.kind === 'answer' ? `answers ${deed.question}` : `${deed.act}${deed.on ? ` on ${deed.on}` : ''}`;
  const told = Object.entries(deed.posting).filter(([name]) => TELLING.includes(name));
  return `${deed.by} ${what} ${JSON.stringify(Object.fromEntries(told))}`;
};

const TELLING: readonly string[] = [
  ...['screeningOutcome', 'councils', 'leadCouncil', 'position', 'manageableWithinUnits', 'referToPpr'],
  ...['pprPosition', 'reviewOn', 'decision', 'overrideReason', 'anchorAnswer', 'approved', 'newCouncil'],
  ...['proposalKind', 'proposedCouncil', 'contactEmail', 'headOfOperationsEmail', 'sobContactEmail'],
  ...['addCouncils', 'releaseCouncils', 'reopenStep', 'accessRoute', 'projectOutcome', 'affectsFrame'],
  ...['projectOwnerEmail', 'projectManagerEmail', 'steeringGroupEmail', 'independentReviewerEmail'],
  ...['programmeOwnerEmail', 'reviewDone', 'reviewOutcome', 'functional.done', 'functional.outcome'],
  ...['publishedOn', 'responsibleCouncil', 'unit', 'startedOn', 'user', 'endedOn', 'conclusion'],
  ...['nextReviewOn', 'inactivatedOn', 'unpublishOn', 'unpublishedOn', 'accessibility.value'],
];
