import type { FieldProblem } from '../routine/check.ts';
import type { MachineStep } from '../routine/question.ts';
import type { Words } from '../routine/words.ts';
import type { StepAnswers } from './answers.ts';
import type { CaseFacts, CaseHead } from './facts.ts';
import { answerThatCounts, isReferred, positionsOf, pprPositionOf } from './rounds.ts';

/**
 * The gates of ROUTINE.md section 3.2, the only order that is enforced. G1, submitting, is the form's own `must`
 * fields. Each gate tells what it lacks; what may be overridden needs a written reason.
 */

export interface Unmet {
  readonly mayBeOverridden: boolean;
  /** The field to mend it in, where it cannot be overridden. */
  readonly field: string;
  readonly message: Words;
}

/** Whether the manager's word is there (R-a3). A purchase is forwarded whatever the manager says (R-a12). */
export const isAnchored = ({ anchoring, nominationType }: CaseHead): boolean =>
  nominationType === 'purchaseExisting' || !(anchoring === 'asked' || anchoring === 'notSupported');

/** G2, forward to councils: R-a3, R-a7, R-a8, and R-a12 for purchases. */
export const g2 = (head: CaseHead, answers: StepAnswers['screening']): readonly Unmet[] => {
  if (head.nominationType === 'purchaseExisting') return [];
  return [
    ...(isAnchored(head) ? [] : [overridable(NOT_ANCHORED)]),
    ...(answers.buildableInSob === 'no' ? [overridable(NOT_BUILDABLE)] : []),
    ...(answers.programmeKind === 'neither' ? [overridable(NEITHER_KIND)] : []),
  ];
};

/** G3, refer to PPR: the consequences are described (R-c3). */
export const g3 = (answers: StepAnswers['position']): readonly Unmet[] => {
  const { organisationalConsequences, economicConsequences, manageableText } = answers;
  const described = [organisationalConsequences.text, economicConsequences.text, manageableText].some(
    (text) => text !== undefined,
  );
  return described ? [] : [{ mayBeOverridden: false, field: 'manageableText', message: NOT_DESCRIBED }];
};

/** G4, decide: R-e2, R-e3. Councils that were released are not waited for. */
export const g4 = (facts: CaseFacts): readonly Unmet[] => {
  const positions = positionsOf(facts);
  const missing = facts.head.councils.length - positions.length;
  if (positions.length === 0) return [{ mayBeOverridden: false, field: 'decision', message: NO_POSITION }];
  return [
    ...(missing > 0 || isAsked(facts, 'position') ? [overridable(COUNCILS_MISSING)] : []),
    ...(isReferred(positions) && (pprPositionOf(facts) === undefined || isAsked(facts, 'pprPosition'))
      ? [overridable(PPR_MISSING)]
      : []),
  ];
};

/** G5, start the project: R-e1. Drafting is free before that; a start without the decision is none. */
export const g5 = (facts: CaseFacts): readonly Unmet[] => {
  const decided = String(answerThatCounts(facts, 'decision')?.told?.outcome);
  const mayStart = facts.head.phase === 'production' && LEADS_ON.includes(decided);
  return mayStart ? [] : [{ mayBeOverridden: false, field: 'projectOutcome', message: NOT_DECIDED }];
};

/** The decisions that lead on to f. */
const LEADS_ON: readonly string[] = ['create', 'purchase', 'useExisting', 'collaborate'];

/** Whether somebody has yet to answer a step, for the first time or again (R-c1). */
const isAsked = ({ questions }: CaseFacts, step: MachineStep): boolean =>
  questions.some(({ round, status }) => round.step === step && status === 'open');

/** What is left of a gate when its doorkeeper gives a reason: each lack, said at the field where it is mended. */
export const gateProblems = (unmet: readonly Unmet[], reason: string | undefined): readonly FieldProblem[] =>
  unmet
    .filter(({ mayBeOverridden }) => !mayBeOverridden || reason === undefined)
    .map(({ field, message }) => ({ field, message }));

const overridable = (message: Words): Unmet => ({ mayBeOverridden: true, field: 'overrideReason', message });

const NOT_ANCHORED: Words = {
  sv: 'Verksamhetschefen har inte bekräftat att idén är förankrad. Vänta på svaret, eller skriv varför nomineringen skickas vidare ändå.',
  en: 'The head of operations has not confirmed that the idea is anchored. Wait for the answer, or say why the nomination goes on all the same.',
};
const NOT_BUILDABLE: Words = {
  sv: 'Ni har svarat att idén inte kan utvecklas i SoB. Välj ett annat utfall, eller skriv varför nomineringen skickas vidare ändå.',
  en: 'You have answered that the idea cannot be built in SoB. Choose another outcome, or say why the nomination goes on all the same.',
};
const NEITHER_KIND: Words = {
  sv: 'Ni har svarat att idén varken är ett stöd- eller behandlingsprogram. Välj ett annat utfall, eller skriv varför nomineringen skickas vidare ändå.',
  en: 'You have answered that the idea is neither a support nor a treatment programme. Choose another outcome, or say why the nomination goes on all the same.',
};
const NOT_DESCRIBED: Words = {
  sv: 'När nomineringen lyfts till PPR ska konsekvenserna vara beskrivna. Beskriv dem.',
  en: 'When the nomination is referred to PPR its consequences must be described. Describe them.',
};
const NO_POSITION: Words = {
  sv: 'Inget samordningsråd har tagit ställning än. Beslutet kan inte fattas utan minst ett ställningstagande. Vänta, eller registrera ett ställningstagande som kommit på papper.',
  en: 'No coordination council has taken a position yet. The decision needs at least one. Wait, or record a position that came on paper.',
};
const COUNCILS_MISSING: Words = {
  sv: 'Alla samordningsråd har inte svarat. Vänta på svaren, eller skriv varför beslutet fattas ändå.',
  en: 'Not every coordination council has answered. Wait for the answers, or say why the decision is made all the same.',
};
const PPR_MISSING: Words = {
  sv: 'Ett samordningsråd har lyft nomineringen till PPR, som inte har tagit ställning. Vänta på PPR, eller skriv varför beslutet fattas ändå.',
  en: 'A coordination council has referred the nomination to PPR, which has not taken a position. Wait for PPR, or say why the decision is made all the same.',
};
const NOT_DECIDED: Words = {
  sv: 'Det finns inget gällande beslut om att skapa, köpa in eller använda programmet. Projektet kan inte starta utan det.',
  en: 'There is no standing decision to create, purchase or use the programme. The project cannot start without it.',
};
