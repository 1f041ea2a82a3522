import type { FieldProblem } from '../routine/check.ts';
import type { Words } from '../routine/words.ts';
import type { StepAnswers } from './answers.ts';
import type { CaseFacts } from './facts.ts';
import type { Unmet } from './gates.ts';
import { at } from './problems.ts';
import type { Origin, ProgrammeFact, User } from './programme.ts';
import { answerThatCounts, areApproved, isWorkedOn, newestRound, roundOutcome } from './rounds.ts';

/** The gates of a programme's life (ROUTINE.md section 3.2). */

const ORIGINS: readonly unknown[] = ['create', 'purchase', 'useExisting', 'collaborate'] satisfies Origin[];

/** The decision that a programme comes of; none before one is made (R-e1). */
export const originOf = (facts: CaseFacts): Origin | undefined => {
  const outcome = answerThatCounts(facts, 'decision')?.told?.outcome;
  return ORIGINS.includes(outcome) ? (outcome as Origin) : undefined;
};

/** The values of g that the gate looks at. */
const checked = (facts: CaseFacts) => answerThatCounts(facts, 'productionChecklist')?.told ?? {};

/** What is answered in g, or in j of a programme that is not produced here. */
export const medicalDeviceOf = (
  { medicalDevice }: Pick<StepAnswers['introduction'], 'medicalDevice'>,
  facts: CaseFacts,
): unknown => medicalDevice ?? checked(facts).medicalDevice;

/** What is known of it now: what g says while a version is made, then what the programme is said to be. */
export const medicalDeviceNow = (facts: CaseFacts): string => {
  const { phase, phaseWanted } = facts.head;
  const isMade = phaseWanted && phase === 'production' && isWorkedOn(facts);
  const judged = checked(facts).medicalDevice;
  const known = facts.programme?.medicalDevice;
  return String((isMade ? (judged ?? known) : (known ?? judged)) ?? 'undecided');
};

/** g–i are not asked of a programme that exists and is taken into use as it is. */
const isProduced = (facts: CaseFacts): boolean =>
  originOf(facts) !== 'useExisting' || facts.head.occasion !== 'decided';

const PASSES: readonly unknown[] = ['ok', 'notApplicable'];

/**
 * G6, publish: R-e1, R-b10, R-g1, R-g3, R-h1, R-i1. The responsible council, the owner and the evaluation plan are the
 * form's own `must` fields. Without a decision there is nothing to publish, whatever the reason.
 */
export const g6 = (answers: StepAnswers['introduction'], facts: CaseFacts): readonly Unmet[] => {
  const { experienceMeasure, outcomeMeasure, programmeKind = facts.head.programmeKind } = answers;
  const isProducedHere = isProduced(facts);
  const lacks: readonly (readonly [boolean, Words])[] = [
    [
      programmeKind === 'support' && (experienceMeasure === undefined || outcomeMeasure === undefined),
      NOT_MEASURED,
    ],
    [[undefined, 'undecided'].includes(medicalDeviceOf(answers, facts) as undefined), DEVICE_UNDECIDED],
    [isProducedHere && !(isWorkedOn(facts) && PASSES.includes(checked(facts).accessibility)), NOT_ACCESSIBLE],
    [isProducedHere && !areApproved(facts), NOT_APPROVED],
  ];
  return [
    ...(originOf(facts) === undefined
      ? [{ mayBeOverridden: false, field: 'publishedOn', message: NOT_DECIDED }]
      : []),
    ...overridable(lacks),
  ];
};

/** What is said of a unit that starts. */
export interface Start extends Pick<User, 'startedOn' | 'riskAnalysisOn'> {
  readonly unitConnectedToSob: boolean;
}

/** G7, start at a unit: it is connected, and has made its risk analysis (P-43). */
export const g7 = (units: readonly Start[]): readonly Unmet[] => {
  const started = units.filter(({ startedOn }) => startedOn !== undefined);
  return overridable([
    [started.some(({ unitConnectedToSob }) => !unitConnectedToSob), NOT_CONNECTED],
    [started.some(({ riskAnalysisOn }) => riskAnalysisOn === undefined), NO_RISK_ANALYSIS],
  ]);
};

/** G8, inactivate: the council has come to it in this review (R-k2). Nobody may pass without; R-k4 stops new starts. */
export const g8 = (facts: CaseFacts): readonly Unmet[] => {
  const round = newestRound(facts, 'inactivationPosition');
  return round !== undefined && roundOutcome(round, facts) === 'inactivate'
    ? []
    : [{ mayBeOverridden: false, field: 'inactivatedOn', message: NO_POSITION }];
};

/** R-k4: nobody starts from the day that new starts were stopped, until the stop is lifted. */
export const startWhileStopped = (
  on: string | undefined,
  programme: Pick<ProgrammeFact, 'startsStoppedOn'> | undefined,
  field: string,
): FieldProblem | false =>
  on !== undefined &&
  programme?.startsStoppedOn !== undefined &&
  on >= programme.startsStoppedOn &&
  at(field, STOPPED);

const overridable = (lacks: readonly (readonly [boolean, Words])[]): readonly Unmet[] =>
  lacks
    .filter(([isLacking]) => isLacking)
    .map(([, message]) => ({ mayBeOverridden: true, field: 'overrideReason', message }));

const NOT_DECIDED: Words = {
  sv: 'Det finns inget beslut om att programmet ska tas fram eller användas. Vänta på beslutet.',
  en: 'There is no decision that the programme is to be made or used. Wait for the decision.',
};
const NOT_MEASURED: Words = {
  sv: 'Ett stödprogram ska ha mått på både patientens upplevelse och det medicinska resultatet. Ange dem, eller skriv varför programmet publiceras ändå.',
  en: 'A support programme must have measures of both the patient’s experience and the medical result. State them, or say why the programme is published all the same.',
};
const DEVICE_UNDECIDED: Words = {
  sv: 'Det är inte avgjort om programmet är en medicinteknisk produkt. Vänta på bedömningen, eller skriv varför programmet publiceras ändå.',
  en: 'It is not settled whether the programme is a medical device. Wait for the judgement, or say why the programme is published all the same.',
};
const NOT_ACCESSIBLE: Words = {
  sv: 'Tillgängligheten är inte kontrollerad, eller är inte godkänd. Låt projektet åtgärda det, eller skriv varför programmet publiceras ändå.',
  en: 'Accessibility has not been checked, or is not good enough. Have the project mend it, or say why the programme is published all the same.',
};
const NOT_APPROVED: Words = {
  sv: 'Granskning och test är inte klara, och ingen har skrivit varför de hoppas över. Vänta på dem, eller skriv varför programmet publiceras ändå.',
  en: 'Review and test are not done, and nobody has said why they are skipped. Wait for them, or say why the programme is published all the same.',
};
const NOT_CONNECTED: Words = {
  sv: 'En enhet som har startat är inte ansluten till Stöd och behandling. Ta bort startdatumet tills den är det, eller skriv varför den får starta ändå.',
  en: 'A unit that has started is not connected to Stöd och behandling. Remove the date of its start until it is, or say why it may start all the same.',
};
const NO_RISK_ANALYSIS: Words = {
  sv: 'En enhet som har startat har inte gjort någon riskanalys. Ta bort startdatumet tills den är gjord, eller skriv varför enheten får starta ändå.',
  en: 'A unit that has started has made no risk analysis. Remove the date of its start until it is made, or say why the unit may start all the same.',
};
const NO_POSITION: Words = {
  sv: 'Det ansvariga samordningsrådet har inte kommit fram till att programmet ska inaktiveras. Vänta på rådet. Brådskar det kan ni stoppa programmet för nya patienter.',
  en: 'The responsible coordination council has not found that the programme is to be inactivated. Wait for it. If it is urgent, you can stop the programme for new patients.',
};
const STOPPED: Words = {
  sv: 'Programmet är stoppat för nya patienter. Vänta tills stoppet är hävt.',
  en: 'The programme is stopped for new patients. Wait until the stop is lifted.',
};
