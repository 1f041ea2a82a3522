import { waitOf } from '../../shared/case/facts.ts';
import { councilsDisagree } from '../../shared/case/judgement.ts';
import { SOB_OFFICE } from '../../shared/case/rounds.ts';
import type { QuestionView, ReleasedBody } from '../../shared/pages/pages.ts';
import type { CaseTexts } from '../../shared/records/cases.ts';
import type { Step } from '../../shared/routine/question.ts';
import { aboutQuestion } from './about-question.ts';
import { causeOf } from './cause.ts';
import { APPROVALS, readsAssignment, withheldAnswer } from './confidential.ts';
import { documentViews } from './documents.ts';
import {
  answersFor,
  earlierAnswers,
  nominationChanges,
  openTo,
  releaseReason,
  statedPositions,
} from './history.ts';
import { interestView } from './interest-view.ts';
import { lackingToPublish } from './lacking.ts';
import { bodyName, onDate } from './names.ts';
import { isRecordedByOffice, type Opened, type OpenedCase } from './opened.ts';
import { prefilled } from './prefilled.ts';
import { lacksFigures, programmeView, toldOf } from './programme-view.ts';
import { projectView } from './project-view.ts';
import type { AnswerDeps } from './record.ts';
import { similarTo } from './similar.ts';
import type { Asking } from './view.ts';

/** The page of an open question: the case and the earlier answers, and the form with what was typed in it. */
export const questionView = async (
  deps: AnswerDeps,
  opened: Opened,
  asking: Asking,
  typed?: Required<Pick<QuestionView, 'posted' | 'problems'>>,
): Promise<QuestionView> => {
  const { facts, asked, question } = opened;
  const { step, phase, answeredBy } = question;
  const isNomination = phase === 'nomination';
  const texts = await deps.record.texts(facts.head.id);
  const waits = waitOf(asked);
  const cause = causeOf(opened, texts);
  const posted = typed?.posted ?? prefilled(question, opened, texts);
  const open = openTo(seesAll(opened));
  const project = SEES_PROJECT.includes(step) ? projectView(opened, texts, open) : undefined;
  const programme = phase === 'review' ? programmeView(opened) : undefined;
  const interests = answeredBy === 'coordinationCouncil' ? await deps.record.interests(facts.head.id) : [];
  return {
    ...aboutQuestion(deps, opened, asking),
    nomination: open(texts.nomination),
    nominationVersion: facts.head.nominationVersion,
    submittedOn: onDate(facts.head.submittedAt),
    documents: documentViews(opened, texts, asking),
    earlier: answersFor(step, earlierAnswers(opened, texts))
      .map((it) => ({ ...it, answers: open(it.answers) }))
      .map((it) => (readsAssignment(opened, texts) ? it : withheldAnswer(it))),
    changes: isNomination ? nominationChanges(texts, open) : [],
    released: isNomination ? releasedBodies(opened, texts) : [],
    ...(SEEKS_SIMILAR.includes(step) && {
      similar: await similarTo(deps, opened, texts.nomination),
    }),
    ...(step === 'decision' && councilsDisagree(facts) && { positions: statedPositions(opened) }),
    ...(project !== undefined && { project }),
    ...(programme !== undefined && { programme }),
    ...(step === 'followUp' && lacksFigures(facts) && { lacksFigures: true }),
    ...(interests.length > 0 && { interests: interests.map(interestView) }),
    ...(step === 'inactivation' && programme && { told: toldOf(programme) }),
    ...(step === 'introduction' && { lacking: lackingToPublish(opened, texts) }),
    ...(cause !== undefined && { cause }),
    ...(asked.targetOn !== undefined && { targetOn: asked.targetOn }),
    ...(asked.meetingOn !== undefined && { meetingOn: asked.meetingOn }),
    ...(asked.deputyAskedOn !== undefined && { deputyAskedOn: asked.deputyAskedOn }),
    ...(waits !== undefined && { waitsSince: onDate(waits.from) }),
    ...(isRecordedByOffice(opened) && { asOffice: true }),
    ...(posted !== undefined && { posted }),
    ...(typed && { problems: typed.problems }),
  };
};

/** The bodies that judge see what is marked as confidential, and whoever approves what it costs (ROUTINE.md section 7.3). */
const seesAll = ({ bodies, asked, reader }: Opened): boolean =>
  reader === SOB_OFFICE || bodies.some(({ id }) => id === asked.body) || APPROVALS.includes(asked.round.step);

/** P-02, P-13, P-17: whoever approves sees all that is approved; whoever writes an assignment anew, what became of it. */
const SEES_PROJECT: readonly Step[] = [...APPROVALS, 'projectAssignment'];

/** Whoever screens seeks what is similar (R-a9), whoever assesses values it (R-b4). */
const SEEKS_SIMILAR: readonly Step[] = ['screening', 'position'];

const releasedBodies = ({ facts, bodies }: OpenedCase, texts: CaseTexts): readonly ReleasedBody[] =>
  facts.questions
    .filter(({ status, round }) => status === 'released' && round.step === 'position')
    .map((question) => {
      const reason = releaseReason(question, facts, texts);
      return {
        body: bodyName(bodies, question),
        on: onDate(question.endedAt ?? question.openedAt),
        ...(reason !== undefined && { reason }),
      };
    });
