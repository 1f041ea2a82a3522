import * as z from 'zod';
import type { ProgrammeState } from '../case/programme-state.ts';
import type { Report } from '../case/report.ts';
import type { Body } from '../records/bodies.ts';
import { MACHINE_STEPS, MILESTONES } from '../routine/question.ts';
import { COUNTS, type CountId, UNITS, type Unit } from '../routine/report.ts';
import { bodyId, ROLES } from './body.ts';

/** What the API answers with, for its documentation. Days are those of Stockholm, moments are UTC. */

const day = z.iso.date();
const moment = z.iso.datetime();
const words = z.object({ sv: z.string(), en: z.string() });
/** Ours, or one that the region had before: see docs/import.md. */
const caseNumber = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/);
const milestone = z.enum(MILESTONES);
const keysOf = <K extends string>(of: Readonly<Record<K, unknown>>) => z.enum(Object.keys(of) as [K, ...K[]]);

/** One thing that is wrong, or that should have been answered, at a field (`costLines[0].amountSek`), header or parameter. */
const fieldMessage = z.object({ field: z.string(), message: z.string() });

/** RFC 9457, with an entry for each field; the HTTP API's own refusals, of a token for instance, have only a message. */
export const problem = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  errors: z.array(fieldMessage).optional(),
});

export const gatewayMessage = z.object({ message: z.string().nullable() });

export const created = z.object({
  id: z.string(),
  caseNumber,
  milestone,
  submittedAt: moment,
  warnings: z.array(fieldMessage),
});

export const similar = z.object({
  similar: z.array(
    z.object({
      kind: z.enum(['programme', 'case']),
      id: z.string(),
      title: z.string(),
      from: z.string(),
      url: z.string().optional(),
      reason: z.string(),
    }),
  ),
});

const row = z.object({
  id: z.string(),
  caseNumber,
  title: z.string(),
  nominatingUnit: z.string(),
  kind: z.enum(['treatment', 'support', 'unsure']),
  type: z.enum(['createNew', 'purchaseExisting']),
  milestone,
  councils: z.array(z.string()),
  submittedOn: day,
  isOpen: z.boolean(),
  isOverdue: z.boolean(),
  waitingFor: z.array(z.string()),
  waitingSince: day.optional(),
  targetOn: day.optional(),
  restsUntil: day.optional(),
  registrationNumber: z.string().optional(),
});

export const nominations = z.object({ nominations: z.array(row), cursor: z.string().optional() });

export const nomination = row.extend({
  phase: z.string().optional(),
  asked: z.array(
    z.object({
      step: z.string(),
      body: z.string(),
      receivedOn: day,
      targetOn: day.optional(),
      meetingOn: day.optional(),
      restsUntil: day.optional(),
    }),
  ),
  relatedCases: z.array(z.string()),
  mergedInto: z.string().optional(),
});

export const events = z.object({
  events: z.array(
    z.object({
      at: moment,
      kind: z.string(),
      body: z.string().optional(),
      step: z.string().optional(),
    }),
  ),
});

export const withdrawn = z.object({
  id: z.string(),
  caseNumber,
  milestone: z.literal('withdrawn'),
  withdrawnAt: moment,
});

const STATES = [
  'published',
  'inUse',
  'stopped',
  'inactivated',
  'unpublished',
] as const satisfies ProgrammeState[];

export const programme = z.object({
  id: z.string(),
  name: z.string(),
  publisher: z.string(),
  clinicalAreas: z.array(z.string()),
  kind: z.enum(['treatment', 'support']).optional(),
  targetGroup: z.string().optional(),
  description: z.string().optional(),
  url: z.string().optional(),
  importedOn: day.optional(),
  caseNumber: caseNumber.optional(),
  origin: z.string().optional(),
  council: z.string().optional(),
  owner: z.string().optional(),
  users: z
    .array(
      z.object({
        id: z.string(),
        kind: z.string(),
        name: z.string(),
        startedOn: day.optional(),
        endedOn: day.optional(),
      }),
    )
    .optional(),
  version: z.int().optional(),
  publishedOn: day.optional(),
  inUseSince: day.optional(),
  startsStoppedOn: day.optional(),
  inactivatedOn: day.optional(),
  unpublishedOn: day.optional(),
  state: z.enum(STATES).optional(),
});

export const programmes = z.object({ programmes: z.array(programme) });

export const proposed = z.object({ id: z.string(), caseNumber, proposedAt: moment });

const figures = z.object({
  year: z.int(),
  counts: z.array(
    z.object({
      id: keysOf<CountId>(COUNTS),
      title: words,
      definition: words,
      inRoutine: z.boolean(),
      figures: z.array(
        z.object({ name: z.string(), label: words, value: z.number().nullable(), unit: keysOf<Unit>(UNITS) }),
      ),
    }),
  ),
  developed: z.array(z.object({ year: z.int(), treatment: z.int(), support: z.int() })),
  steps: z.array(
    z.object({
      step: z.enum(MACHINE_STEPS),
      title: words,
      answers: z.int(),
      medianDays: z.number(),
      longestDays: z.number(),
    }),
  ),
}) satisfies z.ZodType<Report>;

export const report = figures.extend({
  standing: z.enum(['preliminary', 'approved']),
  version: z.int().optional(),
  approvedAt: moment.optional(),
  replaces: z.int().optional(),
  reason: z.string().optional(),
  comment: z.string().optional(),
  versions: z.array(z.int()),
});

const span = z.object({ from: z.string(), to: z.string() });

export const body = z.object({
  id: bodyId,
  role: z.enum(ROLES),
  name: words,
  mailbox: z.email(),
  language: z.enum(['sv', 'en']),
  deputy: z.email().optional(),
  escalation: z.email().optional(),
  absences: z.array(span).optional(),
  summerPause: span.optional(),
  successor: bodyId.optional(),
}) satisfies z.ZodType<Pick<Body, 'id' | 'role' | 'name'>>;

export const bodies = z.object({ bodies: z.array(body) });

export const changedBody = z.object({ body, movedQuestions: z.int() });
