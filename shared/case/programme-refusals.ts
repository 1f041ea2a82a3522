import type { FieldProblem } from '../routine/check.ts';
import type { Words } from '../routine/words.ts';
import type { RefusalsOf } from './answering.ts';
import type { StepAnswers } from './answers.ts';
import { gateProblems } from './gates.ts';
import { at, PAPER_WITHOUT_MINUTES } from './problems.ts';
import type { ProgrammeStep } from './programme-answers.ts';
import { g6, g7, g8, startWhileStopped } from './programme-gates.ts';
import { notLater } from './put-off.ts';
import { tooLateForLists } from './review.ts';
import { dateInSweden } from './sweden.ts';

/** Reasons why an otherwise complete answer about a programme may not be given. */
export const programmeRefusals: RefusalsOf<ProgrammeStep> = {
  introduction: (answers, { facts }) => [
    ...gateProblems([...g6(answers, facts), ...g7(answers.units ?? [])], answers.overrideReason),
    facts.programme !== undefined &&
      answers.publishedOn < facts.programme.versionOn &&
      at('publishedOn', BEFORE_LAST_VERSION),
    ...(answers.units ?? []).map(({ startedOn }, i) =>
      startWhileStopped(startedOn, facts.programme, `units[${i}].startedOn`),
    ),
    ...(answers.spread ?? []).map(({ since }, i) =>
      startWhileStopped(since, facts.programme, `spread[${i}].since`),
    ),
  ],
  figures: (answers) => smallGroups(answers),
  followUp: (answers, { now, recordedByOffice }) => [
    notLater(answers.nextReviewOn, now, 'nextReviewOn'),
    tooLateForLists(answers.nextReviewOn, dateInSweden(now)),
    ...smallGroups(answers),
    recordedByOffice && answers.minutesRef === undefined && at('minutesRef', PAPER_WITHOUT_MINUTES),
  ],
  inactivationPosition: ({ minutesRef }, { recordedByOffice }) => [
    recordedByOffice && minutesRef === undefined && at('minutesRef', PAPER_WITHOUT_MINUTES),
  ],
  inactivation: ({ lastStartOn, inactivatedOn, unpublishOn }, { facts }) => [
    ...gateProblems(g8(facts), undefined),
    lastStartOn > inactivatedOn && at('lastStartOn', STARTS_AFTER_INACTIVATION),
    unpublishOn < inactivatedOn && at('unpublishOn', BEFORE_INACTIVATION),
  ],
  unpublishing: ({ unpublishedOn }, { facts }) => [
    facts.programme?.inactivatedOn !== undefined &&
      unpublishedOn < facts.programme.inactivatedOn &&
      at('unpublishedOn', BEFORE_INACTIVATION),
  ],
};

/** Smaller groups could be recognised (form j): none, or at least five. */
const SMALLEST_GROUP = 5;

const smallGroups = (
  answers: Pick<StepAnswers['figures'], 'patientsStarted' | 'patientsCompleted'>,
): readonly (FieldProblem | false)[] =>
  (['patientsStarted', 'patientsCompleted'] as const).map((field) => {
    const patients = answers[field] ?? 0;
    return patients > 0 && patients < SMALLEST_GROUP && at(field, SMALL_GROUP);
  });

const BEFORE_LAST_VERSION: Words = {
  sv: 'Den version som finns publicerades senare. Ange dagen då den nya versionen publicerades.',
  en: 'The version that there is was published later. State the day when the new version was published.',
};
const SMALL_GROUP: Words = {
  sv: 'Grupper under 5 visas inte. Lämna tomt om de är 1–4.',
  en: 'Groups under 5 are not shown. Leave empty if they are 1–4.',
};
const STARTS_AFTER_INACTIVATION: Words = {
  sv: 'Ett inaktiverat program tar inte emot nya patienter. Ange en dag senast när det inaktiverades.',
  en: 'An inactivated programme takes no new patients. State a day no later than its inactivation.',
};
const BEFORE_INACTIVATION: Words = {
  sv: 'Programmet inaktiverades senare. Ange en dag tidigast när det inaktiverades.',
  en: 'The programme was inactivated later. State a day no earlier than its inactivation.',
};
