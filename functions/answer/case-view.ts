import { type CaseFacts, type CaseHead, type QuestionFact, waitOf } from '../../shared/case/facts.ts';
import { openQuestions, SOB_OFFICE } from '../../shared/case/rounds.ts';
import { daysBetween } from '../../shared/case/working-days.ts';
import type { CaseView, CourseAct, CourseQuestion, OfficeView, WaitedFor } from '../../shared/pages/pages.ts';
import type { Body } from '../../shared/records/bodies.ts';
import type { CaseTexts } from '../../shared/records/cases.ts';
import { ACTS } from '../../shared/routine/acts.ts';
import type { Act } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import { readsAssignment, withheldAnswer } from './confidential.ts';
import { actsFor } from './do.ts';
import { documentViews } from './documents.ts';
import { earlierAnswers, nominationChanges, openTo, releaseReason, statedPositions } from './history.ts';
import { bodyName, onDate, whoActed } from './names.ts';
import { officeView } from './office-view.ts';
import type { OpenedCase } from './opened.ts';
import { programmeView } from './programme-view.ts';
import { projectView } from './project-view.ts';
import type { AnswerDeps } from './record.ts';
import { stepsOf } from './steps.ts';
import { type Asking, frameOf } from './view.ts';

/** The page of a whole case, as its reader may see it. */
export const caseView = async (
  deps: AnswerDeps,
  opened: OpenedCase & Required<Pick<OpenedCase, 'reader'>>,
  { lang, query }: Asking,
): Promise<CaseView> => {
  const { facts, bodies, known, reader } = opened;
  const { head } = facts;
  const texts = await deps.record.texts(head.id);
  const isOffice = reader === SOB_OFFICE;
  const open = openTo(isOffice);
  const readsAll = readsAssignment(opened, texts);
  const project = projectView(opened, texts, open);
  const programme = programmeView(opened);
  const reviewOn = head.phaseWanted ? undefined : head.reviewOn?.decision;
  return {
    lang,
    query,
    ...frameOf(opened),
    reader,
    caseNumber: head.number,
    milestone: head.milestone,
    submittedOn: onDate(head.submittedAt),
    known,
    nomination: open(texts.nomination),
    nominationVersion: head.nominationVersion,
    steps: stepsOf(facts),
    waiting: openQuestions(facts).map((asked) => waitedFor(bodies, asked, known.today)),
    course: courseIn(opened, texts, readsAll),
    answers: earlierAnswers(opened, texts)
      .map((it) => ({ ...it, answers: open(it.answers) }))
      .map((it) => (readsAll ? it : withheldAnswer(it))),
    positions: statedPositions(opened),
    changes: nominationChanges(texts, open),
    ...(project !== undefined && { project }),
    ...(programme !== undefined && { programme }),
    documents: documentViews(opened, texts, { query }),
    acts: actsFor(deps, opened).map((act) => ({ act, href: `?act=${act.id}` })),
    related: relatedTo(facts).map((it) => (opened.desk ? { ...it, href: it.number } : it)),
    ...(await forecastOf(deps, facts, known.today)),
    ...(reviewOn !== undefined && { reviewOn }),
    ...(isOffice && { office: await officePart(deps, opened, texts) }),
  };
};

const officePart = async (deps: AnswerDeps, opened: OpenedCase, texts: CaseTexts): Promise<OfficeView> => {
  const { head, questions } = opened.facts;
  const disclosures = opened.desk ? await deps.record.disclosures(head.id) : [];
  const interests = await deps.record.interests(head.id);
  return officeView(deps, opened, { ...texts, questions, interests, disclosures });
};

/** The days that a question has waited for its body, without those that it waited for a supplement (R-b3). */
const netDaysOf = ({ waits = [], openedAt }: QuestionFact, until: string): { readonly netDays?: number } => {
  if (waits.length === 0) return {};
  const waited = waits.map(({ from, to }) =>
    daysBetween(onDate(from), to === undefined ? until : onDate(to)),
  );
  return { netDays: daysBetween(onDate(openedAt), until) - waited.reduce((sum, days) => sum + days, 0) };
};

/** Someone who is asked now, as pages say it. */
export const waitedFor = (bodies: readonly Body[], asked: QuestionFact, today: string): WaitedFor => {
  const { round, openedAt, targetOn, meetingOn, restsUntil } = asked;
  const waitsFor = waitOf(asked);
  return {
    question: QUESTIONS[round.step],
    bodyName: bodyName(bodies, asked),
    since: onDate(openedAt),
    days: daysBetween(onDate(openedAt), today),
    ...netDaysOf(asked, today),
    ...(targetOn !== undefined && { targetOn }),
    ...(meetingOn !== undefined && { meetingOn }),
    ...(restsUntil !== undefined && { restsUntil }),
    ...(waitsFor !== undefined && { waitsSince: onDate(waitsFor.from) }),
  };
};

/** What has happened in a case, as its reader may know it. */
export const courseIn = (opened: OpenedCase, texts: CaseTexts, readsAll: boolean): CaseView['course'] =>
  inOrder([...courseOf(opened, texts), ...actsDone(opened, texts, readsAll)]);

const courseOf = ({ facts, bodies, known }: OpenedCase, texts: CaseTexts): readonly Moment[] =>
  facts.questions.map((asked) => {
    const ended = asked.answeredAt ?? asked.endedAt;
    const until = ended === undefined ? known.today : onDate(ended);
    const reason = asked.status === 'released' ? releaseReason(asked, facts, texts) : undefined;
    const it: CourseQuestion = {
      question: QUESTIONS[asked.round.step],
      bodyName: bodyName(bodies, asked),
      askedOn: onDate(asked.openedAt),
      status: asked.status,
      days: daysBetween(onDate(asked.openedAt), until),
      ...netDaysOf(asked, until),
      ...(ended !== undefined && { endedOn: until }),
      ...(asked.recordedByOffice && { recordedByOffice: true }),
      ...(reason !== undefined && { reason }),
    };
    return { at: asked.openedAt, it };
  });

/** P-06: what a deviation is about is read by those who read the assignment. */
const actsDone = (
  { bodies, reader }: OpenedCase,
  { acts }: CaseTexts,
  readsAll: boolean,
): readonly Moment[] =>
  acts.map((done) => {
    const { at, answers, signedBy } = done;
    const who = reader === SOB_OFFICE && signedBy !== undefined ? { signedBy } : {};
    const act: Act = ACTS[done.act];
    const by = whoActed(bodies, done);
    const isShown = act.why !== undefined && (readsAll || done.act !== 'reportDeviation');
    const reason = isShown ? answers[act.why] : undefined;
    return { at, it: { act, on: onDate(at), by, ...who, ...(typeof reason === 'string' && { reason }) } };
  });

/** Something in the course of the case, and when it was. */
interface Moment {
  readonly at: string;
  readonly it: CourseQuestion | CourseAct;
}

const inOrder = (moments: readonly Moment[]): CaseView['course'] =>
  [...moments].sort((a, b) => a.at.localeCompare(b.at)).map(({ it }) => it);

const relatedTo = ({ head, related }: CaseFacts): CaseView['related'] => [
  ...(head.mergedInto === undefined ? [] : [{ number: head.mergedInto, relation: 'mergedInto' as const }]),
  ...(head.relatedCases ?? []).map((number) => ({ number, relation: 'related' as const })),
  ...related.map(({ number, how }) => ({
    number,
    relation: how === 'merged' ? ('mergedFrom' as const) : ('related' as const),
  })),
];

/** the age of a case, in days. */
export const ageOf = ({ submittedAt }: CaseHead, today: string): number =>
  daysBetween(onDate(submittedAt), today);

/** Fewer earlier cases than this say nothing of how long the next one takes. */
const ENOUGH_CASES = 5;

/** The median of what the latest decided cases took. */
const forecastOf = async (
  { record }: AnswerDeps,
  { head }: CaseFacts,
  today: string,
): Promise<Pick<CaseView, 'forecast'>> => {
  if (!head.phaseWanted || head.phase !== 'nomination') return {};
  const minutes = [...(await record.minutesToDecision())].sort((a, b) => a - b);
  const median = minutes[Math.floor(minutes.length / 2)];
  if (minutes.length < ENOUGH_CASES || median === undefined) return {};
  return {
    forecast: {
      usualDays: Math.max(1, Math.round(median / (24 * 60))),
      daysSoFar: ageOf(head, today),
    },
  };
};
