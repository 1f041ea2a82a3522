import type { FieldProblem } from '../routine/check.ts';
import type { Words } from '../routine/words.ts';
import type { ActFollows, Acting } from './acting.ts';
import { moved } from './amending.ts';
import type { ActAnswers } from './answers.ts';
import type { QuestionChange } from './consequence.ts';
import type { CaseFacts } from './facts.ts';
import { at } from './problems.ts';
import type { ProgrammeFact } from './programme.ts';
import { changed } from './proposal.ts';
import { openQuestions } from './rounds.ts';
import { inPlaceOf } from './successor.ts';

/** What is said of a programme is put right (R-12, R-u1). */

type Correction = ActAnswers['correctProgramme'];

/** The days of a programme come one after the other. */
export const correctionRefusals = (
  { publishedOn, inactivatedOn, unpublishedOn }: Correction,
  { facts: { programme } }: Acting,
): readonly (FieldProblem | false)[] => [
  programme !== undefined &&
    programme.version > 1 &&
    publishedOn > programme.versionOn &&
    at('publishedOn', AFTER_NEWEST_VERSION),
  inactivatedOn !== undefined &&
    inactivatedOn < latestOf(publishedOn, programme) &&
    at('inactivatedOn', BEFORE_PUBLICATION),
  inactivatedOn !== undefined &&
    unpublishedOn !== undefined &&
    unpublishedOn < inactivatedOn &&
    at('unpublishedOn', BEFORE_INACTIVATION),
];

const latestOf = (publishedOn: string, programme: ProgrammeFact | undefined): string =>
  programme !== undefined && programme.version > 1 ? programme.versionOn : publishedOn;

/** What follows from a correction: another council takes over what the one before was asked and has not answered. */
export const corrected = (answers: Correction, { facts, now }: Acting): ActFollows => {
  const { programmeOwnerEmail: programmeOwner, programmeKind } = answers;
  const contacts = { ...facts.head.contacts, ...(programmeOwner !== undefined && { programmeOwner }) };
  const { head, questions, asks, tells } = moved(contacts, facts, now);
  const handedOver = toOtherCouncil(facts, answers.responsibleCouncil, now);
  return {
    head: { ...head, programmeKind },
    questions: { ...questions, ...handedOver.questions },
    asks: [...asks, ...handedOver.asks],
    tells,
    ...changed(facts, (programme) => ({ ...factsIn(answers, programme), ...daysIn(answers, programme) })),
  };
};

const factsIn = (answers: Correction, { version, versionOn }: ProgrammeFact): Partial<ProgrammeFact> => ({
  name: answers.publicName,
  kind: answers.programmeKind,
  publishedOn: answers.publishedOn,
  versionOn: version === 1 ? answers.publishedOn : versionOn,
  medicalDevice: answers.medicalDevice,
  council: answers.responsibleCouncil,
  owner: answers.programmeOwner,
  operationalResponsibility: answers.operationalResponsibility,
});

/** C8: starts were stopped with the inactivation, unless that was done before (R-k4). */
const daysIn = (
  { inactivatedOn, unpublishedOn }: Correction,
  { startsStoppedOn, ...before }: ProgrammeFact,
): Partial<ProgrammeFact> => ({
  ...(inactivatedOn !== undefined && {
    inactivatedOn,
    startsStoppedOn: startsStoppedOn === before.inactivatedOn ? inactivatedOn : startsStoppedOn,
  }),
  ...(unpublishedOn !== undefined && { unpublishedOn }),
});

/** the council that is responsible from now on is asked, by the same day; the one before need not answer. */
const toOtherCouncil = (
  facts: CaseFacts,
  to: string,
  now: Date,
): Required<Pick<ActFollows, 'questions' | 'asks'>> => {
  const from = facts.programme?.council;
  const left = openQuestions(facts).filter(
    ({ body, round }) => body === from && COUNCIL_STEPS.includes(round.step),
  );
  if (from === to) return { questions: {}, asks: [] };
  const takenOver = left.map((question) => inPlaceOf(facts, question, to, now));
  return {
    questions: Object.fromEntries([
      ...left.map(({ id }): [string, QuestionChange] => [id, { status: 'released' }]),
      ...takenOver.flatMap(({ reopened = [] }) => reopened),
    ]),
    asks: takenOver.flatMap(({ asked = [] }) => asked),
  };
};

const COUNCIL_STEPS: readonly string[] = ['followUp', 'inactivationPosition'];

const AFTER_NEWEST_VERSION: Words = {
  sv: 'En senare version publicerades före den dagen. Ange dagen för den första versionen.',
  en: 'A later version was published before that day. State the day of the first version.',
};
const BEFORE_PUBLICATION: Words = {
  sv: 'Programmet publicerades senare. Ange en dag tidigast när den senaste versionen publicerades.',
  en: 'The programme was published later. State a day no earlier than its newest version.',
};
const BEFORE_INACTIVATION: Words = {
  sv: 'Programmet inaktiverades senare. Ange en dag tidigast när det inaktiverades.',
  en: 'The programme was inactivated later. State a day no earlier than its inactivation.',
};
