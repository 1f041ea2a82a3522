import { isDeepStrictEqual } from 'node:util';
import type { Acting } from '../../shared/case/acting.ts';
import { actConsequence, actRefusals, mayAct } from '../../shared/case/acts.ts';
import type { ActAnswers } from '../../shared/case/answers.ts';
import { signature } from '../../shared/case/answers.ts';
import type { CaseFacts, QuestionFact } from '../../shared/case/facts.ts';
import { actingBody } from '../../shared/case/morning.ts';
import type { Reading } from '../../shared/pages/posted.ts';
import { digestOf } from '../../shared/records/acts.ts';
import { ACTS } from '../../shared/routine/acts.ts';
import type { FieldProblem } from '../../shared/routine/check.ts';
import type { Act, ActName, Actor } from '../../shared/routine/question.ts';
import type { Words } from '../../shared/routine/words.ts';
import { attachProblems, type FoundUpload } from './attaching.ts';
import { type OpenedCase, openAgain, readsOnly, subjectOf } from './opened.ts';
import { publicNameProblems } from './public-name.ts';
import type { AnswerDeps } from './record.ts';
import { redact, redactionOf } from './redacting.ts';
import { namedCaseProblems, relationsOf } from './relations.ts';
import type { Signed } from './signed.ts';
import { type Taken, takeForm } from './taking.ts';

/** An act that is about to be done, in a case or to one of its questions. */
export interface OpenedAct extends OpenedCase {
  readonly act: Act;
  readonly on?: QuestionFact;
  /** What a redaction is about to take away: the text or the file's name, and every place where it stands. */
  readonly removes?: { readonly text: string; readonly places: readonly Words[] };
  /** The file that it is about to add. */
  readonly attaches?: FoundUpload;
}

const acting = (deps: AnswerDeps, { facts, on, reader, desk, bodies }: OpenedAct): Acting => ({
  facts,
  on,
  by: reader ?? (on?.status === 'answered' ? 'referrer' : 'asked'),
  ...(desk && { atDesk: true }),
  hasDeputy: on !== undefined && actingBody(bodies, on.body)?.deputy !== undefined,
  now: deps.now(),
});

/** The acts that whoever opened a case, or a question of it, may do now; none for whoever only reads. */
export const actsFor = (deps: AnswerDeps, opened: OpenedCase, on?: QuestionFact): readonly Act[] =>
  readsOnly(opened)
    ? []
    : Object.values(ACTS).filter(
        (act: Act) =>
          (act.on === undefined) === (on === undefined) &&
          mayAct(act.id, acting(deps, { ...opened, act, ...(on && { on }) })),
      );

/** The act of this name, for whoever may do it now. */
export const openAct = (
  deps: AnswerDeps,
  opened: OpenedCase,
  name: string | undefined,
  on?: QuestionFact,
): OpenedAct | undefined => {
  const act = actsFor(deps, opened, on).find(({ id }) => id === name);
  return act && { ...opened, act, ...(on && { on }) };
};

/** The act of this name, for whoever could do it at some time: what they sent is not lost when it has become too late. */
export const openLateAct = (
  opened: OpenedCase,
  name: string | undefined,
  on?: QuestionFact,
): OpenedAct | undefined => {
  const act = actNamed(name);
  const actors = actorsOf(opened);
  if (act === undefined || !act.by.some((it) => actors.includes(it))) return undefined;
  const fits = on === undefined ? act.on === undefined : act.on?.includes(on.round.step) === true;
  return fits ? { ...opened, act, ...(on && { on }) } : undefined;
};

const actorsOf = ({ reader, desk }: OpenedCase): readonly Actor[] => {
  if (reader === undefined) return ['asked', 'referrer'];
  return desk === undefined ? [reader] : [reader, 'desk'];
};

export const actNamed = (name: string | undefined): Act | undefined =>
  Object.values(ACTS).find(({ id }) => id === name);

/**
 * Does an act, if it may be done and is filled in right. Whoever sends the same twice is told that it is done.
 * @throws when the case keeps moving under every try
 */
export const doAct = (
  deps: AnswerDeps,
  first: OpenedAct,
  reading: Pick<Reading, 'raw' | 'intent'>,
): Promise<Taken> =>
  takeForm<OpenedAct, Taken>(first.act, first, reading, {
    ended: async (opened, mine) =>
      mine !== undefined && reading.intent !== 'edit' && (await isDone(deps, opened, mine))
        ? { kind: 'given' }
        : undefined,
    problems: (opened, mine) => problemsWith(deps, opened, mine),
    store: (opened, mine) => store(deps, opened, mine),
    again: (opened) => again(deps, opened),
  });

/**
 * Whether the newest act in the case is this one, from the same person, and nobody has answered anything since: then it was
 * only sent twice.
 */
const isDone = async (
  { record }: AnswerDeps,
  { facts, act, on }: OpenedAct,
  { answers, answeredBy }: Signed,
): Promise<boolean> => {
  const newest = (await record.texts(facts.head.id)).acts.at(-1);
  return (
    newest?.act === act.id &&
    facts.questions.every(({ answeredAt = '' }) => answeredAt <= newest.at) &&
    newest.questionId === on?.id &&
    newest.signedBy === signature(answeredBy) &&
    isDeepStrictEqual(newest.answers, answers)
  );
};

const again = async (deps: AnswerDeps, { on, act, attaches, ...opened }: OpenedAct): Promise<OpenedAct> => {
  const now = await openAgain(deps, opened);
  const still = now.facts.questions.find(({ id }) => id === on?.id);
  return { ...now, act, ...(attaches && { attaches }), ...(still && { on: still }) };
};

const problemsWith = async (
  deps: AnswerDeps,
  opened: OpenedAct,
  { answers, answeredBy }: Signed,
): Promise<readonly FieldProblem[]> => [
  ...actRefusals(opened.act.id, answers, acting(deps, opened)),
  ...(opened.attaches ? attachProblems(opened, opened.attaches) : []),
  ...(await namedCaseProblems(deps, opened.facts, answers)),
  ...(await publicNameProblems(deps, opened.facts, answers)),
  ...(opened.act.id === 'redact' ? await redactionProblems(deps, opened, { answers, answeredBy }) : []),
];

const redactionProblems = async (
  deps: AnswerDeps,
  { facts }: OpenedAct,
  { answers, answeredBy }: Signed,
): Promise<readonly FieldProblem[]> => {
  const { texts } = await redactionOf(deps, facts, answers as ActAnswers['redact'], answeredBy);
  return texts.length === 0 ? [{ field: 'redactedText', message: NO_SUCH_TEXT }] : [];
};

const NO_SUCH_TEXT: Words = {
  sv: 'Texten eller filen finns inte längre i ärendet. Gå tillbaka och välj en annan.',
  en: 'The text or file is no longer in the case. Go back and choose another.',
};

const store = async (
  deps: AnswerDeps,
  opened: OpenedAct,
  { answers, answeredBy }: Signed,
): Promise<boolean> => {
  const { facts, act, on } = opened;
  const it = acting(deps, opened);
  const consequence = actConsequence(act.id, answers as unknown as ActAnswers[ActName], it);
  const given = {
    kind: act.id,
    at: it.now.toISOString(),
    by: {
      body: opened.reader ?? on?.body ?? '',
      answeredBy: digestOf(answeredBy),
      ...subjectOf(opened),
    },
    ...(on && { question: on.id }),
    answers,
    signedBy: signature(answeredBy),
    consequence,
    relates: await relationsOf(deps, facts, consequence),
  };
  if (opened.attaches !== undefined) return attach(deps, facts, given, opened.attaches);
  if (act.id !== 'redact') return deps.record.record(facts, given);
  const redaction = await redactionOf(deps, facts, answers as ActAnswers['redact'], answeredBy);
  return redact(deps, facts, given, redaction);
};

/** The file is kept before the case says that it has it: done again after a fault, it is the same. */
const attach = async (
  { record, files }: AnswerDeps,
  facts: CaseFacts,
  given: Parameters<AnswerDeps['record']['attach']>[1],
  { upload }: FoundUpload,
): Promise<boolean> => {
  await files.keep(facts.head.id, upload);
  const { id, fileName, type, bytes } = upload;
  const addedBy = String(given.by.body);
  return record.attach(facts, given, { id, fileName, type, bytes, addedBy, addedAt: given.at });
};
