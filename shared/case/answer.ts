import type { FieldProblem } from '../routine/check.ts';
import type { Notice, Step } from '../routine/question.ts';
import { QUESTIONS } from '../routine/routine.ts';
import { screeningTells } from '../routine/screening.ts';
import type { Words } from '../routine/words.ts';
import { amended } from './amending.ts';
import { type Signatory, type StepAnswers, signature, type Written } from './answers.ts';
import { completed } from './completed.ts';
import type { Consequence, HeadChange, QuestionChange } from './consequence.ts';
import { councilsChanged, openedAgain, released } from './councils.ts';
import type { BodyId, CaseFacts, CaseHead, QuestionFact, Waiting } from './facts.ts';
import { g2, g3, g4, gateProblems } from './gates.ts';
import { noticeMailing } from './notices.ts';
import { targetFrom } from './opening.ts';
import { isOwnCase } from './own-case.ts';
import { isReferred, openQuestions, positionsOf, pprPositionOf } from './rounds.ts';
import { dateInSweden } from './sweden.ts';

/** R-c3, R-c4: either test refers to PPR; the council may also refer without them, but not hold back. */
export const refersToPpr = (answers: StepAnswers['position']): boolean =>
  answers.organisationalConsequences.value ||
  answers.economicConsequences.value ||
  !answers.manageableWithinUnits ||
  answers.referToPpr === true;

type Decision = StepAnswers['decision']['decision'];

/** What each position of a council speaks for. */
const SPEAKS_FOR: Readonly<Record<StepAnswers['position']['position'], Decision>> = {
  supportCreate: 'create',
  supportPurchase: 'purchase',
  useExisting: 'useExisting',
  collaborate: 'collaborate',
  notSupported: 'decline',
};

/** R-e2, R-e3: whether a decision departs from what any council or PPR has found. Putting it off departs from nothing. */
export const deviates = (decision: Decision, facts: CaseFacts): boolean => {
  if (decision === 'defer') return false;
  const ppr = pprPositionOf(facts);
  return (
    positionsOf(facts).some(
      ({ told }) => SPEAKS_FOR[told?.position as keyof typeof SPEAKS_FOR] !== decision,
    ) ||
    (ppr !== undefined && (ppr.told?.outcome === 'notSupported') !== (decision === 'decline'))
  );
};

/** R-e2, ROUTINE.md section 11 no. 4: whether the councils disagree, which the decision then has to weigh. */
export const councilsDisagree = (facts: CaseFacts): boolean =>
  new Set(positionsOf(facts).map(({ told }) => told?.position)).size > 1;

/** What an answer is given in. */
export interface Answering {
  readonly facts: CaseFacts;
  readonly asked: QuestionFact;
  readonly answeredBy: Signatory;
  /** The office records an answer that came to it on paper. */
  readonly recordedByOffice: boolean;
  readonly now: Date;
}

type Refusals<S extends Step> = (
  answers: StepAnswers[S],
  given: Answering,
  written: Written,
) => readonly (FieldProblem | false)[];

const refusalsOf: { readonly [S in Step]?: Refusals<S> } = {
  screening: (answers, { facts }) => [
    answers.screeningOutcome === 'notForSob' &&
      facts.head.nominationType === 'purchaseExisting' &&
      at('screeningOutcome', PURCHASE_GOES_ON),
    answers.leadCouncil !== undefined &&
      !answers.councils?.includes(answers.leadCouncil) &&
      at('leadCouncil', LEAD_NOT_CHOSEN),
    answers.mergedInto === facts.head.number && at('mergedInto', MERGED_INTO_ITSELF),
    ...(answers.screeningOutcome === 'forwardToCouncils'
      ? gateProblems(g2(facts.head, answers), answers.overrideReason)
      : []),
  ],
  position: (answers, { facts, answeredBy, recordedByOffice }, written) => [
    answers.evidenceLevel === 'notApplicable' &&
      (answers.programmeKindByCouncil?.value ?? facts.head.programmeKind) === 'treatment' &&
      at('evidenceLevel', EVIDENCE_APPLIES),
    ...(refersToPpr(answers) ? gateProblems(g3(answers), undefined) : []),
    recordedByOffice && answers.minutesRef === undefined && at('minutesRef', PAPER_WITHOUT_MINUTES),
    !recordedByOffice && isOwnCase(answeredBy.name, written) && at('answeredByName', OWN_CASE),
    ownInterest(answers.interestDeclarations, answeredBy.name),
  ],
  pprPosition: (answers, { facts, now, answeredBy, recordedByOffice }, written) => [
    answers.pprPosition === 'returnedToCouncil' &&
      openQuestions(facts).some(({ round }) => round.step === 'position') &&
      at('pprPosition', COUNCILS_STILL_ANSWER),
    notLater(answers.reviewOn, now),
    recordedByOffice && answers.minutesRef === undefined && at('minutesRef', PAPER_WITHOUT_MINUTES),
    !recordedByOffice && isOwnCase(answeredBy.name, written) && at('answeredByName', OWN_CASE),
    ownInterest(answers.interestDeclarations, answeredBy.name),
  ],
  decision: (answers, { facts, now }, written) => [
    ...(answers.decision === 'defer' ? [] : gateProblems(g4(facts), answers.overrideReason)),
    answers.deviationReason === undefined &&
      deviates(answers.decision, facts) &&
      at('deviationReason', DEVIATION_UNEXPLAINED),
    isOwnCase(answers.decisionMaker, written) && at('decisionMaker', OWN_CASE),
    notLater(answers.reviewOn, now),
  ],
  councilChange: ({ newCouncil }, { facts }) => [
    newCouncil !== undefined && facts.head.councils.includes(newCouncil) && at('newCouncil', ALREADY_ASKED),
  ],
};

const at = (field: string, message: Words): FieldProblem => ({ field, message });

const notLater = (reviewOn: string | undefined, now: Date): FieldProblem | false =>
  reviewOn !== undefined && reviewOn <= dateInSweden(now) && at('reviewOn', REVIEW_IN_THE_PAST);

/** Whoever declares an interest in this very answer takes no part in it, and so does not sign it. */
const ownInterest = (declaration: unknown, name: string): FieldProblem | false =>
  isOwnCase(name, {
    nomination: {},
    answers: [{ questionId: '', answers: { interestDeclarations: declaration } }],
  }) && at('answeredByName', OWN_CASE);

/** Reasons why an otherwise complete answer may not be given. */
export const refusals = <S extends Step>(
  step: S,
  answers: unknown,
  given: Answering,
  written: Written,
): readonly FieldProblem[] =>
  (refusalsOf[step]?.(answers as StepAnswers[S], given, written) ?? []).filter(
    (problem) => problem !== false,
  );

/** What the answer to one step changes, beside the question itself. */
interface Follows {
  readonly told: Readonly<Record<string, string | boolean>>;
  readonly head?: HeadChange;
  readonly questions?: Readonly<Record<string, QuestionChange>>;
  readonly answered?: QuestionChange;
  readonly tells?: readonly Notice[];
  readonly nomination?: Readonly<Record<string, unknown>>;
}

const followsOf: { readonly [S in Step]: (answers: StepAnswers[S], given: Answering) => Follows } = {
  screening: (answers, { facts, now }) => {
    const outcome = answers.screeningOutcome;
    const kind = answers.programmeKind === 'neither' ? {} : { programmeKind: answers.programmeKind };
    const related = answers.relatedCases === undefined ? {} : { relatedCases: answers.relatedCases };
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
  decision: ({ decision, reviewOn }, { facts }) => ({
    told: { outcome: decision },
    head: {
      ...reviewed(facts, 'decision', reviewOn),
      ...(decision !== 'defer' && {
        milestone: decision === 'decline' ? 'declined' : 'decided',
        phaseWanted: false,
      }),
    },
    ...(decision === 'defer' && { tells: [{ id: 'deferred', to: ['nominator', 'councils'] }] }),
  }),
  anchoring: ({ anchorAnswer }) => ({
    told: { outcome: anchorAnswer },
    head: { anchoring: anchorAnswer },
    tells: anchorAnswer === 'notSupported' ? [{ id: 'objected', to: ['sobOffice', 'nominator'] }] : [],
  }),
  supplement: ({ supplementReply: _, ...nomination }, { facts, asked, now }) => {
    const { head, questions } = amended(nomination, facts);
    return {
      told: { outcome: 'given' },
      head,
      questions: { ...questions, ...waitEnded(facts, asked, now) },
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

/** When a step is taken up again; an answer that puts nothing off ends what was put off before. */
const reviewed = (
  { head }: CaseFacts,
  step: 'pprPosition' | 'decision',
  on: string | undefined,
): HeadChange => {
  if (on === undefined && head.reviewOn?.[step] === undefined) return {};
  const { [step]: _, ...others } = head.reviewOn ?? {};
  return { reviewOn: on === undefined ? others : { ...others, [step]: on } };
};

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
  const mailings = noticeMailing([...QUESTIONS[step].tells, ...(follows.tells ?? [])], facts, {
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
    asks: isThere ? [] : [{ ...asked, ...change }],
    mailings,
    ...(follows.nomination !== undefined && { nomination: follows.nomination }),
  });
};

const answeredAs = ({ facts, answeredBy, recordedByOffice, now }: Answering): QuestionChange => ({
  status: 'answered',
  answeredAt: now.toISOString(),
  answeredBy: signature(answeredBy),
  givenOn: facts.head.nominationVersion,
  ...(recordedByOffice && { recordedByOffice: true }),
});

const PURCHASE_GOES_ON: Words = {
  sv: 'Nomineringen gäller ett inköp. Då skickas den alltid vidare till samordningsråd.',
  en: 'The nomination is for a purchase, and then it always goes on to a coordination council.',
};
const LEAD_NOT_CHOSEN: Words = {
  sv: 'Det sammanhållande rådet ska vara ett av de samordningsråd som du har valt.',
  en: 'The lead council must be one of the coordination councils that you have chosen.',
};
const MERGED_INTO_ITSELF: Words = {
  sv: 'Det här är ärendets eget nummer. Ange numret på det ärende som det ska slås ihop med.',
  en: 'This is the case’s own number. State the number of the case that it should be merged into.',
};
const EVIDENCE_APPLIES: Words = {
  sv: '”Inte aktuellt” går bara att välja för stödprogram. Välj ett evidensläge.',
  en: '“Not applicable” can be chosen only for support programmes. Choose a state of evidence.',
};
const DEVIATION_UNEXPLAINED: Words = {
  sv: 'Beslutet avviker från vad ett samordningsråd eller PPR har kommit fram till. Skriv skälet till det.',
  en: 'The decision deviates from what a coordination council or PPR has found. State the reason.',
};
const PAPER_WITHOUT_MINUTES: Words = {
  sv: 'Svaret har kommit på papper. Ange protokollet som det står i.',
  en: 'The answer came on paper. State the minutes in which it is found.',
};
const OWN_CASE: Words = {
  sv: 'Den som har nominerat eller anmält jäv kan inte bedöma eller besluta i samma ärende. Ange någon annan. Är det en annan person med samma namn: lägg till något som skiljer er åt.',
  en: 'Whoever has nominated or declared an interest cannot assess or decide in the same case. Name someone else. If it is another person of the same name, add something that tells you apart.',
};
const COUNCILS_STILL_ANSWER: Words = {
  sv: 'Ett samordningsråd har nomineringen och har inte svarat än. Vänta på det svaret innan ni lämnar tillbaka ärendet.',
  en: 'A coordination council has the nomination and has not answered yet. Wait for that answer before you return the case.',
};
const ALREADY_ASKED: Words = {
  sv: 'Rådet har redan nomineringen. Välj ett annat råd.',
  en: 'The council already has the nomination. Choose another council.',
};
const REVIEW_IN_THE_PAST: Words = {
  sv: 'Datumet har redan varit. Välj en dag efter i dag.',
  en: 'The date has already been. Choose a day after today.',
};
