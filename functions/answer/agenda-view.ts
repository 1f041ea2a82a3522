import { dateInSweden } from '../../shared/case/sweden.ts';
import { type AgendaView, KINDS, type PackView } from '../../shared/pages/pages.ts';
import type { Body } from '../../shared/records/bodies.ts';
import { ageOf, waitedFor } from './case-view.ts';
import { openAct } from './do.ts';
import type { Opened } from './opened.ts';
import { questionView } from './question-view.ts';
import type { AnswerDeps } from './record.ts';
import type { Asking } from './view.ts';

type Listed = Omit<AgendaView, 'calendarHref' | 'known' | 'takenUpOn' | 'meeting'>;

/** R-d1: what waits for a body, those that were asked longest ago first. */
export const agendaView = async (
  deps: AnswerDeps,
  body: Body,
  waiting: readonly Opened[],
  asking: Asking,
): Promise<Listed> => {
  const today = dateInSweden(deps.now());
  const items = waiting.map(async (opened) => {
    const { facts, asked, bodies } = opened;
    const { head, programme } = facts;
    const { nomination } = await deps.record.texts(head.id);
    return {
      ...waitedFor(bodies, asked, today),
      href: `?case=${head.id}&question=${encodeURIComponent(asked.id)}`,
      caseNumber: head.number,
      workingTitle: programme?.name ?? String(nomination.workingTitle ?? ''),
      kind: KINDS[programme?.kind ?? head.programmeKind],
      caseDays: ageOf(head, today),
      ...(programme !== undefined && { publishedOn: programme.publishedOn }),
      ...(openAct(deps, opened, 'setMeeting', asked) && { key: keyOf(opened) }),
    };
  });
  return { ...asking, bodyName: body.name, today, items: await Promise.all(items) };
};

/** What a form calls a question that waits. */
export const keyOf = ({ facts, asked }: Opened): string => `${facts.head.id} ${asked.id}`;

/** What a body reads before a meeting: each of the questions as its own page shows it. */
export const packView = async (
  { record, ...deps }: AnswerDeps,
  body: Body,
  waiting: readonly Opened[],
  asking: Asking,
  meetingOn?: string,
): Promise<PackView> => {
  const candidates = record.candidates();
  const once: AnswerDeps = { ...deps, record: { ...record, candidates: () => candidates } };
  const cases = waiting
    .filter(({ asked }) => meetingOn === undefined || asked.meetingOn === meetingOn)
    .map((opened) => questionView(once, opened, asking));
  return {
    ...asking,
    bodyName: body.name,
    today: dateInSweden(deps.now()),
    ...(meetingOn !== undefined && { meetingOn }),
    cases: await Promise.all(cases),
    backHref: '?',
  };
};
