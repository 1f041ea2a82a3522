import type { Step } from '../routine/question.ts';
import { QUESTIONS } from '../routine/routine.ts';
import { screeningTells } from '../routine/screening.ts';
import { amended } from './amending.ts';
import type { Answering, FollowsOf } from './answering.ts';
import { type StepAnswers, signature } from './answers.ts';
import { completed } from './completed.ts';
import type { Consequence, HeadChange, QuestionChange } from './consequence.ts';
import { councilsChanged, openedAgain, released } from './councils.ts';
import type { BodyId, CaseFacts, CaseHead, QuestionFact, Waiting } from './facts.ts';
import { refersToPpr } from './judgement.ts';
import { noticeMailing, withThoseNamed } from './notices.ts';
import { targetFrom } from './opening.ts';
import { begin } from './phases.ts';
import { productionFollows } from './production-answers.ts';
import { programmeFollows } from './programme-answers.ts';
import { reviewed } from './put-off.ts';
import { isReferred, openQuestions, positionsOf } from './rounds.ts';

const followsOf: FollowsOf<Step> = {
  ...productionFollows,
  ...programmeFollows,
  screening: (answers, { facts, now }) => {
    const outcome = answers.screeningOutcome;
    const kind = answers.programmeKind === 'neither' ? {} : { programmeKind: answers.programmeKind };
    const related = answers.relatedCases === undefined ? {} : relatedWith(facts, answers.relatedCases);
    const forwarded = outcome === 'forwardToCouncils' ? councilsFrom(answers, facts) : [];
    return {
      told: { outcome },
      head: { ...kind, ...related, ...screened(answers, forwarded) },
      questions: outcome === 'forwardToCouncils' ? sentTo(forwarded, facts, now) : {},
      tells: screeningTells[outcome],
    };
  },
  position: (answers, { facts, asked }) => ({
    told: { outcome: refersToPpr(answers) ? 'referToPpr' : 'noReferral', position: answers.position },
    head: {
      ...(answers.programmeKindByCouncil && { programmeKind: answers.programmeKindByCouncil.value }),
      ...assignedWith(facts.head, asked.body),
    },
    answered: receivedOn(asked, answers.receivedByCouncilOn),
  }),
  pprPosition: ({ pprPosition, reviewOn, receivedByPprOn }, { facts, asked }) => ({
    told: { outcome: pprPosition },
    head: {
      ...reviewed(facts, 'pprPosition', reviewOn),
      ...(pprPosition === 'returnedToCouncil' && { councilsAsked: referrers(facts) }),
    },
    answered: receivedOn(asked, receivedByPprOn),
  }),
  decision: ({ decision, reviewOn, accessRoute }, { facts }) => ({
    told: { outcome: decision, ...(accessRoute !== undefined && { accessRoute }) },
    head: {
      ...reviewed(facts, 'decision', reviewOn),
      ...(decision !== 'defer' && {
        milestone: decision === 'decline' ? 'declined' : 'decided',
        phaseWanted: false,
      }),
      ...(isProduced(decision, accessRoute) && begin(facts, 'production', 'decided')),
    },
    ...(decision === 'defer' && { tells: [{ id: 'deferred', to: ['nominator', 'councils'] }] }),
  }),
  anchoring: ({ anchorAnswer }) => ({
    told: { outcome: anchorAnswer },
    head: { anchoring: anchorAnswer },
    tells: anchorAnswer === 'notSupported' ? [{ id: 'objected', to: ['sobOffice', 'nominator'] }] : [],
  }),
  supplement: ({ supplementReply: _, ...nomination }, { facts, asked, now }) => {
    const { head, questions, asks, tells } = amended(nomination, facts, now);
    return {
      told: { outcome: 'given' },
      head,
      tells: [...QUESTIONS.supplement.tells, ...tells],
      questions: { ...questions, ...waitEnded(facts, asked, now) },
      asks,
      nomination,
    };
  },
  councilChange: ({ approved, newCouncil }, { facts, asked, now }) => {
    const asker = facts.questions.find(({ id }) => id === asked.cause);
    if (!approved || newCouncil === undefined || asker === undefined) return { told: { outcome: 'refused' } };
    const instead = asked.told?.proposal === 'instead' && asker.status === 'open';
    const change = { add: [newCouncil], release: instead ? [asker.body] : [] };
    return { told: { outcome: 'approved', newCouncil }, ...councilsChanged(facts, change, now) };
  },
};

/** R-e1: what is decided leads on to f, but for what is declined or put off, and a programme that can be used at once. */
const isProduced = (
  decision: StepAnswers['decision']['decision'],
  accessRoute: string | undefined,
): boolean =>
  ['create', 'purchase', 'collaborate'].includes(decision) ||
  (decision === 'useExisting' && (accessRoute === 'agreement' || accessRoute === 'procurement'));

/** Other cases about the same idea, with those that are known already (ROUTINE.md section 0 no. 11). */
export const relatedWith = ({ head }: CaseFacts, numbers: readonly string[]): HeadChange => ({
  relatedCases: [...new Set([...(head.relatedCases ?? []), ...numbers])],
});

/** R-a11: the chosen councils, the lead first; a council whose answer came before it was asked is among them. */
const councilsFrom = (
  { councils = [], leadCouncil }: StepAnswers['screening'],
  facts: CaseFacts,
): readonly BodyId[] => {
  const early = positionsOf(facts).map(({ body }) => body);
  return [...new Set([...(leadCouncil === undefined ? [] : [leadCouncil]), ...councils, ...early])];
};

const screened = (answers: StepAnswers['screening'], councils: readonly BodyId[]): HeadChange => {
  switch (answers.screeningOutcome) {
    case 'forwardToCouncils':
      return { milestone: 'forwardedToCouncil', councils, councilsAsked: councils };
    case 'notForSob':
      return { milestone: 'notForSob', phaseWanted: false };
    case 'mergeWithOther':
      return { milestone: 'merged', phaseWanted: false, mergedInto: String(answers.mergedInto) };
  }
};

/** A council whose position came before the nomination was sent to it has it from then on. */
const assignedWith = ({ councils, councilsAsked }: CaseHead, council: BodyId): HeadChange =>
  councils.includes(council)
    ? {}
    : { councils: [...councils, council], councilsAsked: [...councilsAsked, council] };

/** Councils that a new screening leaves out need not answer any more; those that had been let go answer after all. */
const sentTo = (
  councils: readonly BodyId[],
  facts: CaseFacts,
  now: Date,
): Readonly<Record<string, QuestionChange>> => ({
  ...released(
    facts,
    facts.head.councils.filter((it) => !councils.includes(it)),
  ),
  ...openedAgain(facts, councils, now),
});

/** The councils whose positions took the case to PPR: theirs it is to answer anew when PPR sends it back. */
const referrers = (facts: CaseFacts): readonly BodyId[] =>
  positionsOf(facts)
    .filter((position) => isReferred([position]))
    .map(({ body }) => body);

/** The month counts from the day that the council says it was received (ROUTINE.md section 0 no. 4). */
const receivedOn = ({ round }: QuestionFact, on: string): QuestionChange => ({
  receivedOn: on,
  ...targetFrom(round.step, on),
});

/** Whoever asked for a supplement waits no more. */
const waitEnded = (
  facts: CaseFacts,
  supplement: QuestionFact,
  now: Date,
): Readonly<Record<string, QuestionChange>> => {
  const asker = facts.questions.find(({ id }) => id === supplement.cause);
  if (asker?.waits === undefined) return {};
  const ended = (wait: Waiting): Waiting =>
    wait.for === supplement.id ? { ...wait, to: now.toISOString() } : wait;
  return { [asker.id]: { waits: asker.waits.map(ended) } };
};

/** Questions that nobody needs to answer any more, because the case has ended (no link leads to a form then). */
export const closedBut = (
  facts: CaseFacts,
  answered?: QuestionFact,
): Readonly<Record<string, QuestionChange>> =>
  Object.fromEntries(
    openQuestions(facts)
      .filter(({ id }) => id !== answered?.id)
      .map(({ id }) => [id, { status: 'closed' as const }]),
  );

/** What follows from a valid, permitted answer to a question. */
export const consequence = <S extends Step>(
  step: S,
  answers: StepAnswers[S],
  given: Answering,
): Consequence => {
  const { facts, asked } = given;
  const follows = followsOf[step](answers, given);
  const ends = follows.head?.phaseWanted === false;
  const isThere = facts.questions.some(({ id }) => id === asked.id);
  const change: QuestionChange = {
    ...answeredAs(given),
    ...follows.answered,
    told: { ...asked.told, ...follows.told },
  };
  const asker = facts.questions.find(({ id }) => id === asked.cause);
  const mailings = noticeMailing(follows.tells ?? QUESTIONS[step].tells, withThoseNamed(facts, follows), {
    cause: asked.id,
    outcome: String(follows.told.outcome),
    asker,
  });
  return completed(facts, {
    head: follows.head ?? {},
    questions: {
      ...(ends ? closedBut(facts, asked) : {}),
      ...follows.questions,
      ...(isThere && { [asked.id]: change }),
    },
    asks: [...(follows.asks ?? []), ...(isThere ? [] : [{ ...asked, ...change }])],
    mailings,
    ...(follows.nomination !== undefined && { nomination: follows.nomination }),
    ...(follows.programme !== undefined && { programme: follows.programme }),
  });
};

const answeredAs = ({ facts, answeredBy, recordedByOffice, now }: Answering): QuestionChange => ({
  status: 'answered',
  answeredAt: now.toISOString(),
  answeredBy: signature(answeredBy),
  givenOn: facts.head.nominationVersion,
  ...(recordedByOffice && { recordedByOffice: true }),
});
