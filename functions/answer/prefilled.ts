import type { Contacts, QuestionFact } from '../../shared/case/facts.ts';
import { missingMonths } from '../../shared/case/monthly-reports.ts';
import { askedBefore, timesAsked } from '../../shared/case/phases.ts';
import { answerThatCounts, positionsOf, questionsOf } from '../../shared/case/rounds.ts';
import { isInMinutes, isUnknown, type Posted, toPosted } from '../../shared/pages/posted.ts';
import type { CaseTexts } from '../../shared/records/cases.ts';
import { nominationForm } from '../../shared/routine/nomination.ts';
import type { MachineStep, Sheet } from '../../shared/routine/question.ts';
import type { Visitor } from '../../shared/web/desk-door.ts';
import { answerTo } from './give.ts';
import type { OpenedCase } from './opened.ts';

type Answers = Readonly<Record<string, unknown>>;

/** What a form is filled in from. */
interface Source extends OpenedCase {
  readonly asked?: QuestionFact;
  readonly texts: CaseTexts;
}

/**
 * What a form holds before anybody has typed in it: what was answered before, where it is that which is mended or made
 * anew. Never what decides: whoever answers chooses that, and no mail scanner does (docs/decisions/0005).
 */
export const prefilled = (
  sheet: Sheet,
  opened: OpenedCase & { readonly asked?: QuestionFact },
  texts: CaseTexts,
): Posted | undefined => {
  const answers = answersBefore(sheet, opened, texts);
  const posted = answers && toPosted(holdsNomination(sheet) ? nominationForm : sheet.form, answers);
  return opened.desk === undefined ? posted : { ...posted, ...whoever(opened.desk) };
};

/** Whoever is logged in is known by name. */
export const whoever = ({ session }: Pick<Visitor, 'session'>): Posted => ({
  answeredByName: session.name,
  answeredByRole: 'SoB-förvaltningen',
});

const holdsNomination = ({ id }: Sheet): boolean => id === 'supplement' || id === 'amend';

/** The same, as answers. */
export const answersBefore = (
  { id }: Pick<Sheet, 'id'>,
  opened: OpenedCase & { readonly asked?: QuestionFact },
  texts: CaseTexts,
): Answers | undefined => known(before[id]?.({ ...opened, texts }));

/** What is known of it; a form with nothing in it is an empty one. */
const known = (answers: Answers | undefined): Answers | undefined => {
  const given = Object.entries(answers ?? {}).filter(([, value]) => value !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
};

/** The one that came in: it is not chosen again. */
const theFile = ({ known: { registers } }: Source): Answers => ({ file: registers.files?.[0]?.value });

const before: Partial<Readonly<Record<Sheet['id'], (source: Source) => Answers | undefined>>> = {
  supplement: ({ texts }) => texts.nomination,
  amend: ({ texts }) => texts.nomination,
  attach: theFile,
  attachToQuestion: theFile,
  changeContacts: ({ facts, texts }) => ({
    contactFunction: texts.nomination.contactFunction,
    ...mailboxes(facts.head.contacts, ['nominator', 'headOfOperations', 'sobContact'], {
      nominator: 'contactEmail',
    }),
  }),
  projectAssignment: (source) => ({
    ...nominatedProject(source),
    ...without(earlier(source, 'projectAssignment', isAssignment), ['projectOutcome']),
  }),
  productionChecklist: (source) =>
    inThisProduction(source, 'productionChecklist') ?? { publicName: source.facts.programme?.name },
  contentReview: (source) =>
    without(inThisProduction(source, 'contentReview'), ['reviewDone', 'skipReason', 'reviewOutcome']),
  test: (source) => {
    const { functional, clinical } = inThisProduction(source, 'test') ?? {};
    return { functional: undecided(functional), clinical: undecided(clinical) };
  },
  introduction: (source) => ({ ...plannedProgramme(source), ...publishedBefore(source) }),
  followUp: (source) => reportedFigures(source),
  reportMonth: (source) => nextMonth(source),
  changeProjectContacts: ({ facts }) => mailboxes(facts.head.contacts, PROJECT),
  setRegistrationNumber: ({ facts, texts }) => {
    const given = answerThatCounts(facts, 'projectAssignment');
    const newest = texts.acts.findLast(({ act }) => act === 'setRegistrationNumber')?.answers;
    const { registrationNumber } = newest ?? (given && answerTo(texts, given)) ?? {};
    return { registrationNumber };
  },
  correctProgramme: ({ facts: { programme } }) =>
    programme && {
      publicName: programme.name,
      programmeKind: programme.kind,
      publishedOn: programme.publishedOn,
      medicalDevice: programme.medicalDevice,
      inactivatedOn: programme.inactivatedOn,
      unpublishedOn: programme.unpublishedOn,
      responsibleCouncil: programme.council,
      programmeOwner: programme.owner,
      operationalResponsibility: programme.operationalResponsibility,
    },
};

const PROJECT = [
  'projectOwner',
  'projectManager',
  'steeringGroup',
  'independentReviewer',
  'programmeOwner',
] as const satisfies (keyof Contacts)[];

/** Mailboxes by the fields that ask for them, `{who}Email` where no other name is given. */
const mailboxes = (
  contacts: Contacts,
  whose: readonly (keyof Contacts)[],
  names: Partial<Readonly<Record<keyof Contacts, string>>> = {},
): Answers => Object.fromEntries(whose.map((who) => [names[who] ?? `${who}Email`, contacts[who]]));

/** The newest answer to a step before this one, of those that count. */
const earlier = (
  { facts, asked, texts }: Source,
  step: MachineStep,
  counts: (asked: QuestionFact) => boolean = () => true,
): Answers | undefined => {
  const newest = facts.questions
    .filter(({ id, round, status }) => id !== asked?.id && round.step === step && status === 'answered')
    .filter(counts)
    .sort((a, b) => a.round.nth - b.round.nth)
    .at(-1);
  return newest && answerTo(texts, newest);
};

/** Whether there is an assignment in an answer to f: others put it off, or say that it is not feasible. */
const isAssignment = ({ told }: QuestionFact): boolean =>
  !['putOff', 'notFeasible'].includes(String(told?.outcome));

/** What is made anew for a new version is answered for anew. */
const inThisProduction = (source: Source, step: MachineStep): Answers | undefined =>
  timesAsked(source.facts, step) - askedBefore(source.facts.head, step) > 1
    ? earlier(source, step)
    : undefined;

const without = (answers: Answers | undefined, fields: readonly string[]): Answers | undefined =>
  answers && Object.fromEntries(Object.entries(answers).filter(([name]) => !fields.includes(name)));

/** A test without what it came to. */
const undecided = (test: unknown): Answers | undefined =>
  without(test as Answers | undefined, ['done', 'skipReason', 'outcome']);

/** P-17: what weighs most, unless the parties agree on something else. */
const WEIGHTS = { weightQuality: 70, weightSchedule: 15, weightBudget: 15 };

/** R-06, R-f5: the costs that were nominated are where the estimate begins. */
const nominatedProject = ({ texts: { nomination } }: Source): Answers => ({
  ...WEIGHTS,
  costLines: isUnknown(nomination.costLines) ? undefined : nomination.costLines,
});

/** What was said before of how a programme is to be named, owned and followed up (R-08, R-b10). */
const plannedProgramme = (source: Source): Answers => {
  const { facts, texts } = source;
  const { evaluationPlan, proposedOwner, ...nomination } = texts.nomination;
  const [lead] = facts.head.councils;
  const ofLead = positionsOf(facts).find(({ body }) => body === lead);
  const position = ofLead && answerTo(texts, ofLead);
  return {
    publicName: answerThatCounts(facts, 'productionChecklist')?.told?.publicName,
    responsibleCouncil: lead,
    programmeOwner: written(proposedOwner),
    evaluationPlan: written(evaluationPlan),
    experienceMeasure: written(position?.followUpExperience) ?? written(nomination.followUpExperience),
    outcomeMeasure: written(position?.followUpMedical) ?? written(nomination.followUpMedical),
    ...mailboxes(facts.head.contacts, ['programmeOwner']),
  };
};

/** A text; what is in the minutes or not known is none. */
const written = (text: unknown): unknown => (isUnknown(text) || isInMinutes(text) ? undefined : text);

/** What holds of the version before, for the next one; those that use it are kept without being named. */
const publishedBefore = (source: Source): Answers => {
  const { programme } = source.facts;
  const { evaluationPlan, experienceMeasure, outcomeMeasure, followUpInterval, followUpResponsible } =
    earlier(source, 'introduction') ?? {};
  return (
    known({
      evaluationPlan,
      experienceMeasure,
      outcomeMeasure,
      followUpInterval,
      followUpResponsible,
      responsibleCouncil: programme?.council,
      programmeOwner: programme?.owner,
      operationalResponsibility: programme?.operationalResponsibility,
    }) ?? {}
  );
};

/** The year's figures, where the owner has given them since the follow-up was begun, whichever council was asked first. */
const reportedFigures = ({ facts, asked, texts }: Source): Answers | undefined => {
  const [begunAt = ''] = (asked === undefined ? [] : questionsOf(facts, asked.round))
    .map(({ openedAt }) => openedAt)
    .sort();
  const figures = facts.questions.findLast(
    ({ round, answeredAt = '' }) => round.step === 'figures' && answeredAt > begunAt,
  );
  return figures && answerTo(texts, figures);
};

/** P-28: the oldest month without a report, or this one; costs and risks as they were in the report before. */
const nextMonth = ({ facts, texts, known: { today } }: Source): Answers => {
  const reports = texts.acts.filter(({ act }) => act === 'reportMonth').map(({ answers }) => answers);
  const from = answerThatCounts(facts, 'projectAssignment')?.receivedOn ?? today;
  const [missing] = missingMonths({ from, today, reported: reports.map(({ month }) => String(month)) });
  const { costsToDate, outlook } = reports.at(-1) ?? {};
  return { month: missing ?? today.slice(0, 'YYYY-MM'.length), costsToDate, outlook };
};
