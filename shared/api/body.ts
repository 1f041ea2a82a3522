import * as z from 'zod';
import { recipientOf } from '../case/notices.ts';
import type { Body } from '../records/bodies.ts';

/**
 * What a body is called by, in ids of questions and mails, which must stay short enough for SES's tags; never as those
 * whom a nomination names, or its mails would go to them.
 */
export const bodyId = z
  .string()
  .regex(/^[a-z][A-Za-z0-9-]{0,59}$/)
  .refine((id) => 'body' in recipientOf(id));

const line = z
  .string()
  .max(200)
  .regex(/^\S(.*\S)?$/u, { abort: true })
  .refine((text) => !/\p{Cc}/u.test(text));
const mailbox = z.email().max(254);
const day = z.iso.date();
/** 2024 has every day that a year can have. */
const dayOfYear = z
  .string()
  .regex(/^\d\d-\d\d$/, { abort: true })
  .refine((text) => day.safeParse(`2024-${text}`).success);

const span = (from: z.ZodType<string>) =>
  z.strictObject({ from, to: from }).refine((it) => it.from <= it.to, { path: ['to'] });

export const ROLES = ['sobOffice', 'coordinationCouncil', 'ppr', 'contentOwners'] as const;

/** Of all but councils there is one each: their ids are their roles, so there can never be two. */
const roleOf = (id: string): (typeof ROLES)[number] =>
  ROLES.find((role) => role === id) ?? 'coordinationCouncil';

/** A whole body as it is sent to `PUT /api/bodies/{id}`; its id may be there too, and is then the same. */
export const bodySchema = (id: string): z.ZodType<Omit<Body, 'id'>> =>
  z
    .strictObject({
      id: z.literal(id).exactOptional(),
      role: z.enum(ROLES).refine((role) => role === roleOf(id)),
      name: z.strictObject({ sv: line, en: line }),
      mailbox,
      language: z.enum(['sv', 'en']),
      deputy: mailbox.exactOptional(),
      escalation: mailbox.exactOptional(),
      absences: z.array(span(day)).max(50).exactOptional(),
      summerPause: span(dayOfYear).exactOptional(),
      successor: bodyId.refine((it) => it !== id).exactOptional(),
    })
    .transform(({ id: _, ...body }) => body);
