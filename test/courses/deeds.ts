import { mayAct } from '../../shared/case/acts.ts';
import type { CaseReader, QuestionFact } from '../../shared/case/facts.ts';
import { ACTS } from '../../shared/routine/acts.ts';
import type { Act, ActName, Step } from '../../shared/routine/question.ts';
import { answerTo, fillAct, type Posting, type Setting } from './fillings.ts';

/** What can happen in a case next. */

/** How somebody came to the page: by a question's link, or by their own page of the case. */
export type Way = 'link' | CaseReader;

const OFFICE: Way = 'sobOffice';

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
  | { readonly kind: 'days'; readonly days: number };

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
};
const ACT_WEIGHT: Readonly<Record<ActName, number>> = {
  ...{ requestSupplement: 5, proposeCouncil: 10, setMeeting: 2, correctReceived: 2, withdrawReferral: 8 },
  ...{ amend: 4, withdraw: 1, changeContacts: 3, changeCouncils: 12, reopen: 12, linkCases: 1 },
};
const PAPER_WEIGHT = 6;
const EARLY_WEIGHT = 3;
const LATE_WEIGHT = 2;
const MISHAP_WEIGHT = 5;

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

const answers = (it: Possibilities): readonly Possible[] => {
  const answer = (asked: QuestionFact, by: Way, weight: number): Possible => ({
    weight,
    deed: () => ({ kind: 'answer', question: asked.id, by, posting: answerTo(asked, it) }),
  });
  return [
    ...it.facts.questions.flatMap((asked) => {
      const isLinked = asked.linked === asked.linkVersion;
      const isOpen = asked.status === 'open';
      return [
        ...(isLinked ? [answer(asked, 'link', isOpen ? STEP_WEIGHT[asked.round.step] : LATE_WEIGHT)] : []),
        answer(asked, OFFICE, isOpen ? PAPER_WEIGHT : LATE_WEIGHT),
        ...(asked.body === 'nominator'
          ? [answer(asked, 'nominator', isOpen ? PAPER_WEIGHT : LATE_WEIGHT)]
          : []),
      ];
    }),
    ...it.early.map((asked) => answer(asked, OFFICE, EARLY_WEIGHT)),
  ];
};

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
    if (sheet.on === undefined) return (['nominator', OFFICE] as const).flatMap((by) => act(sheet.id, by));
    return it.facts.questions.flatMap((on) => [
      ...(on.linked === on.linkVersion ? act(sheet.id, 'link', on) : []),
      ...act(sheet.id, OFFICE, on),
    ]);
  });
};

const mishaps = ({ mishaps: kinds, chance }: Possibilities): readonly Possible[] =>
  kinds.map((kind) => ({
    weight: MISHAP_WEIGHT,
    deed: (): Deed => {
      switch (kind) {
        case 'redelivery':
          return { kind, which: chance.below(1000) };
        case 'repeated':
          return { kind, times: 2 + chance.below(2) };
        case 'killed':
          return { kind, after: 1 + chance.below(8) };
        case 'days':
          return { kind, days: 1 + chance.below(4) };
        default:
          return { kind };
      }
    },
  }));

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
  ...['addCouncils', 'releaseCouncils', 'reopenStep'],
];
