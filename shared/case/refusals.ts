import type { FieldProblem } from '../routine/check.ts';
import type { Step } from '../routine/question.ts';
import type { Words } from '../routine/words.ts';
import type { Answering, RefusalsOf } from './answering.ts';
import type { StepAnswers, Written } from './answers.ts';
import { g2, g3, g4, gateProblems } from './gates.ts';
import { deviates, refersToPpr } from './judgement.ts';
import { isOwnCase } from './own-case.ts';
import { ALREADY_ASKED, at, LINKED_TO_ITSELF, PAPER_WITHOUT_MINUTES } from './problems.ts';
import { productionRefusals } from './production-refusals.ts';
import { programmeRefusals } from './programme-refusals.ts';
import { notLater } from './put-off.ts';
import { openQuestions } from './rounds.ts';

const refusalsOf: RefusalsOf<Step> = {
  ...productionRefusals,
  ...programmeRefusals,
  screening: (answers, { facts }) => [
    answers.screeningOutcome === 'notForSob' &&
      facts.head.nominationType === 'purchaseExisting' &&
      at('screeningOutcome', PURCHASE_GOES_ON),
    answers.leadCouncil !== undefined &&
      !answers.councils?.includes(answers.leadCouncil) &&
      at('leadCouncil', LEAD_NOT_CHOSEN),
    answers.mergedInto === facts.head.number && at('mergedInto', MERGED_INTO_ITSELF),
    answers.relatedCases?.includes(facts.head.number) === true && at('relatedCases', LINKED_TO_ITSELF),
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
  decision: (answers, { facts, now, answeredBy }, written) => [
    ...(answers.decision === 'defer' ? [] : gateProblems(g4(facts), answers.overrideReason)),
    answers.deviationReason === undefined &&
      deviates(answers.decision, facts) &&
      at('deviationReason', DEVIATION_UNEXPLAINED),
    isOwnCase(answers.decisionMaker, written) && at('decisionMaker', OWN_CASE),
    isOwnCase(answers.presenter ?? '', written) && at('presenter', OWN_CASE),
    isOwnCase(answeredBy.name, written) && at('answeredByName', OWN_CASE),
    notLater(answers.reviewOn, now),
  ],
  councilChange: ({ newCouncil }, { facts }) => [
    newCouncil !== undefined && facts.head.councils.includes(newCouncil) && at('newCouncil', ALREADY_ASKED),
  ],
};

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
const OWN_CASE: Words = {
  sv: 'Den som har nominerat eller anmält jäv kan inte bedöma eller besluta i samma ärende. Ange någon annan. Är det en annan person med samma namn: lägg till något som skiljer er åt.',
  en: 'Whoever has nominated or declared an interest cannot assess or decide in the same case. Name someone else. If it is another person of the same name, add something that tells you apart.',
};
const COUNCILS_STILL_ANSWER: Words = {
  sv: 'Ett samordningsråd har nomineringen och har inte svarat än. Vänta på det svaret innan ni lämnar tillbaka ärendet.',
  en: 'A coordination council has the nomination and has not answered yet. Wait for that answer before you return the case.',
};
