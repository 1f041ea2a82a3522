import { type CaseFile, NOMINATOR, withFiles } from '../../shared/case/attachments.ts';
import type { CaseFacts, MailFact, QuestionFact } from '../../shared/case/facts.ts';
import { recipientOf } from '../../shared/case/notices.ts';
import { newQuestion } from '../../shared/case/opening.ts';
import { timesAsked } from '../../shared/case/phases.ts';
import type { User } from '../../shared/case/programme.ts';
import { medicalDeviceNow } from '../../shared/case/programme-gates.ts';
import {
  answerThatCounts,
  isReferred,
  newestRound,
  PPR,
  positionsOf,
  SOB_OFFICE,
} from '../../shared/case/rounds.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { linkDigest } from '../../shared/links/links.ts';
import { type Body, mailboxSince } from '../../shared/records/bodies.ts';
import type { LinkTarget } from '../../shared/records/questions.ts';
import type { Known } from '../../shared/routine/check.ts';
import { isFitId } from '../../shared/routine/id.ts';
import type { CaseReader, Question } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import type { Visitor } from '../../shared/web/desk-door.ts';
import type { AnswerDeps } from './record.ts';

/** A case as whoever came to it may see it: by the link of a question, by their own page of the case, by an agenda. */
export interface OpenedCase {
  readonly facts: CaseFacts;
  readonly bodies: readonly Body[];
  readonly known: Known;
  /** What people have attached. */
  readonly files: readonly CaseFile[];
  /** Absent for whoever came by the link of a question, or by an agenda. */
  readonly reader?: CaseReader;
  readonly fromAgenda?: true;
  /** Of whoever is logged in as the office, in place of a link. */
  readonly desk?: Visitor;
}

/** A question as it stands now, with what its page shows. */
export interface Opened extends OpenedCase {
  readonly asked: QuestionFact;
  readonly question: Question;
}

/** What the secret in a link leads to, or `undefined` for a stranger's guess. */
const targetOf = async ({ record }: AnswerDeps, secret: string): Promise<LinkTarget | undefined> => {
  const digest = linkDigest(secret);
  return digest === undefined ? undefined : record.link(digest);
};

/** A link that was replaced by a newer one leads only to having the mail sent that carries that. */
export interface Replaced {
  readonly facts: CaseFacts;
  readonly bodies: readonly Body[];
  readonly reader?: CaseReader;
  readonly replaced: MailFact;
}

/** The question behind a link's secret, or `undefined` for a stranger's guess. Reads only. */
export const openLink = async (deps: AnswerDeps, secret: string): Promise<Opened | Replaced | undefined> => {
  const target = await targetOf(deps, secret);
  if (target === undefined || !('questionId' in target)) return undefined;
  const opened = await openCase(deps, target.caseId);
  const asked = opened?.facts.questions.find(({ id }) => id === target.questionId);
  if (opened === undefined || asked === undefined) return undefined;
  if (asked.linkVersion !== target.linkVersion) {
    const mail = { id: asked.id, about: { question: asked.id }, to: recipientOf(asked.body) };
    return { facts: opened.facts, bodies: opened.bodies, replaced: mail };
  }
  return { ...opened, asked, question: QUESTIONS[asked.round.step] };
};

/** The case behind the secret of a reader's own page. */
export const openCasePage = async (
  deps: AnswerDeps,
  secret: string,
): Promise<OpenedCase | Replaced | undefined> => {
  const target = await targetOf(deps, secret);
  if (target === undefined || !('reader' in target)) return undefined;
  const opened = await openCase(deps, target.caseId);
  if (opened === undefined) return undefined;
  const { facts, bodies } = opened;
  const office = bodies.find(({ id }) => id === SOB_OFFICE);
  const hasMoved = target.reader === SOB_OFFICE && target.since !== (office && mailboxSince(office));
  if (hasMoved || facts.head.caseLinks[target.reader]?.version !== target.linkVersion) {
    const to = recipientOf(target.reader);
    return {
      facts,
      bodies: opened.bodies,
      reader: target.reader,
      replaced: { id: `case/${target.reader}`, about: { notice: 'contactsChanged' }, to },
    };
  }
  return { ...opened, reader: target.reader };
};

/** The case of a number, for whoever is logged in: they have the office's page of it, all but its forms if they only read. */
export const openAtDesk = async (
  deps: AnswerDeps,
  number: string,
  desk: Visitor,
): Promise<OpenedCase | undefined> => {
  const caseId = await deps.record.caseByNumber(number);
  const opened = caseId === undefined ? undefined : await openCase(deps, caseId);
  return opened && { ...opened, reader: 'sobOffice', desk };
};

/** Whether somebody who is logged in may do nothing but read. */
export const readsOnly = ({ desk }: OpenedCase): boolean => desk?.session.role === 'reader';

/** Who is logged in, as the chain of acts names them beside their signature. */
export const subjectOf = ({ desk }: OpenedCase): { readonly subject?: string } =>
  desk === undefined ? {} : { subject: desk.session.subject };

/** The body whose agenda a secret opens. */
export const openAgenda = async (deps: AnswerDeps, secret: string): Promise<Body | undefined> => {
  const target = await targetOf(deps, secret);
  if (target === undefined || !('agenda' in target)) return undefined;
  const body = (await deps.record.bodies()).find(({ id }) => id === target.agenda);
  const isCurrent = body !== undefined && target.since === mailboxSince(body);
  return isCurrent ? body : undefined;
};

const asBody = (opened: OpenedCase, body: Body): readonly Opened[] =>
  opened.facts.questions
    .filter((asked) => asked.body === body.id)
    .map((asked) => ({ ...opened, fromAgenda: true, asked, question: QUESTIONS[asked.round.step] }));

/** The questions that wait for a body, those of the case that it was asked in longest ago first. */
export const waitingFor = async (deps: AnswerDeps, body: Body): Promise<readonly Opened[]> => {
  const ids = await deps.record.waitingFor(body.id);
  const cases = await Promise.all(ids.map((id) => openCase(deps, id)));
  return cases
    .flatMap((opened) => (opened === undefined ? [] : asBody(opened, body)))
    .filter(({ asked }) => asked.status === 'open');
};

/** A question to a body, opened from its agenda; also one that needs no answer any more. */
export const questionFor = async (
  deps: AnswerDeps,
  body: Body,
  caseId: string,
  questionId: string,
): Promise<Opened | undefined> => {
  const opened = isFitId(caseId) ? await openCase(deps, caseId) : undefined;
  return opened && asBody(opened, body).find(({ asked }) => asked.id === questionId);
};

const openCase = async ({ record, now }: AnswerDeps, caseId: string): Promise<OpenedCase | undefined> => {
  const [stored, bodies, files] = await Promise.all([
    record.facts(caseId),
    record.bodies(),
    record.files(caseId),
  ]);
  if (stored === undefined) return undefined;
  const facts = { ...stored, questions: [...stored.questions].sort(byOpening).map(closedIn(stored)) };
  const councils = bodies.filter(({ role, successor }) => role === 'coordinationCouncil' && !successor);
  const nominated = files.filter(({ addedBy }) => addedBy === NOMINATOR);
  const known: Known = {
    today: dateInSweden(now()),
    facts: knownFacts(facts),
    registers: {
      councils: councils.map(({ id, name }) => ({ value: id, label: name })),
      users: usersNow(facts).map(({ id, name }) => ({ value: id, label: { sv: name, en: name } })),
    },
  };
  return { facts, bodies, known: withFiles(known, nominated), files };
};

/** What forms may ask of the case. */
const knownFacts = (facts: CaseFacts): Known['facts'] => {
  const { nominationType, programmeKind, occasion = 'none', forChildren = false } = facts.head;
  const decision = String(answerThatCounts(facts, 'decision')?.told?.outcome ?? 'none');
  const { inactivatedOn, unpublishedOn } = facts.programme ?? {};
  return {
    ...{ nominationType, programmeKind, occasion, decision },
    ...{ medicalDevice: medicalDeviceNow(facts), children: forChildren },
    ...{ inactivated: inactivatedOn !== undefined, unpublished: unpublishedOn !== undefined },
  };
};

const usersNow = ({ programme }: CaseFacts): readonly User[] =>
  (programme?.users ?? []).filter(({ endedOn }) => endedOn === undefined);

/** Nobody is waited for in a case that has ended, even where a question was opened as it did. */
const closedIn =
  ({ head }: CaseFacts) =>
  (question: QuestionFact): QuestionFact =>
    head.phaseWanted || question.status !== 'open' ? question : { ...question, status: 'closed' };

/** Lists show questions in the order that they were asked. */
const byOpening = (a: QuestionFact, b: QuestionFact): number => a.openedAt.localeCompare(b.openedAt);

/** The same case as it is now. */
export const openAgain = async (
  deps: AnswerDeps,
  { facts, reader, fromAgenda, desk }: OpenedCase,
): Promise<OpenedCase> => {
  const opened = await openCase(deps, facts.head.id);
  if (opened === undefined) throw new Error(`The case ${facts.head.id} is gone`);
  return {
    ...opened,
    ...(reader !== undefined && { reader }),
    ...(fromAgenda && { fromAgenda }),
    ...(desk && { desk }),
  };
};

/**
 * A question of a case that is opened from the case's page. The office has every question, also of a step that has not
 * been asked yet (ROUTINE.md section 3.1); whoever else has a page has their own.
 */
export const questionIn = (opened: OpenedCase, id: string, now: Date): Opened | undefined => {
  const { facts, reader } = opened;
  const asked =
    facts.questions.find((it) => it.id === id) ??
    (reader === SOB_OFFICE ? earlyQuestions(opened, now).find((it) => it.id === id) : undefined);
  if (asked === undefined || (reader !== SOB_OFFICE && asked.body !== reader)) return undefined;
  return { ...opened, asked, question: QUESTIONS[asked.round.step] };
};

/**
 * Questions that could be answered before the machine comes to ask them: nobody has been asked that step yet. In production
 * that is the introduction, once there is a project.
 */
export const earlyQuestions = ({ facts, bodies }: OpenedCase, now: Date): readonly QuestionFact[] => {
  const { phase, phaseWanted, milestone } = facts.head;
  if (!phaseWanted || phase === 'review') return [];
  const early = (step: 'position' | 'pprPosition' | 'decision' | 'introduction', asked: readonly string[]) =>
    newestRound(facts, step) !== undefined
      ? []
      : asked.map((body) => newQuestion({ phase, step, nth: timesAsked(facts, step) + 1 }, body, now));
  if (phase === 'production') return milestone === 'decided' ? [] : early('introduction', [SOB_OFFICE]);
  const councils = bodies
    .filter(({ role, successor }) => role === 'coordinationCouncil' && successor === undefined)
    .map(({ id }) => id);
  return [
    ...early('position', councils),
    ...early('pprPosition', isReferred(positionsOf(facts)) ? [PPR] : []),
    ...early('decision', positionsOf(facts).length > 0 ? [SOB_OFFICE] : []),
  ];
};

/** Whether the office answers in another's place: what came to it on paper. */
export const isRecordedByOffice = ({ reader, asked }: Opened): boolean =>
  reader === SOB_OFFICE && asked.body !== SOB_OFFICE;
