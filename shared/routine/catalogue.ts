import { amendment } from './acts/amend.ts';
import { ACTS } from './acts.ts';
import { anchoring } from './anchoring.ts';
import { answerer } from './answerer.ts';
import { assignmentApproval } from './assignment-approval.ts';
import { bodySheet } from './body.ts';
import { callMe } from './call-me.ts';
import { contentReview } from './content-review.ts';
import { councilChange } from './council-change.ts';
import { decision } from './decision.ts';
import { deskPersonForm } from './desk-person.ts';
import { deviationApproval } from './deviation-approval.ts';
import { disclosure } from './disclosure.ts';
import { mailboxForm } from './draft-mailbox.ts';
import { sendingForm } from './draft-sending.ts';
import { expressionOfInterest } from './expression-of-interest.ts';
import { figures } from './figures.ts';
import { followUp } from './follow-up.ts';
import type { Condition, Field, Form, Need } from './form.ts';
import { inactivation } from './inactivation.ts';
import { inactivationPosition } from './inactivation-position.ts';
import { introduction } from './introduction.ts';
import { nominationForm } from './nomination.ts';
import { assessmentForm, standForm } from './position.ts';
import { pprPosition } from './ppr-position.ts';
import { productionChecklist } from './production-checklist.ts';
import { projectAssignment } from './project-assignment.ts';
import type { Act, ActName, Derived, Question } from './question.ts';
import { approveReport } from './report-approval.ts';
import { screening } from './screening.ts';
import { reply } from './supplement.ts';
import { test } from './test.ts';
import { unpublishing } from './unpublishing.ts';
import type { Words } from './words.ts';

const ACT_FORMS = Object.fromEntries(
  Object.entries(ACTS as Readonly<Record<ActName, Act>>).map(([name, { form }]) => [name, form]),
) as Readonly<Record<ActName, Form>>;

/**
 * The forms by their names in ROUTINE.md section 4, then those that it has no form for: by question, by act, and those of
 * the open pages and of the desk.
 * `supplement` and `amend` are followed by the whole of a2; `answerer` ends each form that is answered by link.
 */
export const FORMS = {
  a1: anchoring.form,
  a2: nominationForm,
  a3: screening.form,
  b: assessmentForm,
  c: standForm,
  d: pprPosition.form,
  e: decision.form,
  f: projectAssignment.form,
  g: productionChecklist.form,
  h: contentReview.form,
  i: test.form,
  j: introduction.form,
  followUp: followUp.form,
  k: inactivationPosition.form,
  inactivation: inactivation.form,
  unpublishing: unpublishing.form,
  supplement: reply,
  councilChange: councilChange.form,
  assignmentApproval: assignmentApproval.form,
  deviationApproval: deviationApproval.form,
  figures: figures.form,
  reportApproval: approveReport.form,
  ...ACT_FORMS,
  amend: amendment,
  interest: expressionOfInterest.form,
  draftMailbox: mailboxForm,
  draftSending: sendingForm,
  callMe: callMe.form,
  disclosure: disclosure.form,
  body: bodySheet.form,
  deskPerson: deskPersonForm,
  answerer,
} satisfies Record<string, Form>;

export type FormId = keyof typeof FORMS;

const DERIVED: Readonly<Partial<Record<FormId, Question['derived']>>> = {
  a3: screening.derived,
  e: decision.derived,
};

/** What documentation says of one field. */
export interface CatalogueEntry {
  readonly form: FormId;
  /** `costLines[].amountSek` for a field of a line, `regionalNeed.value` for a part of a composite. */
  readonly path: string;
  readonly label: Words;
  readonly rules: readonly string[];
  /** `derived` is shown and not asked. */
  readonly need: Need | 'derived';
  readonly needWhen?: Condition;
  readonly otherwise?: Need;
  readonly askedWhen?: Condition;
}

/** Every field of every form, in the order they are asked; what is derived comes last in its form. */
export const catalogue = (): readonly CatalogueEntry[] =>
  Object.entries(FORMS).flatMap(([id, declared]) => [
    ...entriesOf(id as FormId, declared, ''),
    ...Object.entries(DERIVED[id as FormId] ?? {}).map((it) => derivedEntry(id as FormId, ...it)),
  ]);

const entriesOf = (form: FormId, declared: Form, around: string): readonly CatalogueEntry[] =>
  Object.entries(declared).flatMap(([name, field]) => {
    const path = `${around}${name}`;
    return [entryOf(form, path, field), ...partsOf(form, path, field)];
  });

const partsOf = (form: FormId, path: string, field: Field): readonly CatalogueEntry[] => {
  if (field.kind === 'group') return entriesOf(form, field.fields, `${path}.`);
  return field.kind === 'list' ? entriesOf(form, field.item, `${path}[].`) : [];
};

const entryOf = (form: FormId, path: string, field: Field): CatalogueEntry => ({
  form,
  path,
  label: field.label,
  rules: field.rules ?? [],
  need: field.need,
  ...(field.needWhen && { needWhen: field.needWhen, otherwise: field.otherwise ?? 'may' }),
  ...(field.askedWhen && { askedWhen: field.askedWhen }),
});

const derivedEntry = (form: FormId, path: string, { label, rules, when }: Derived): CatalogueEntry => ({
  form,
  path,
  label,
  rules,
  need: 'derived',
  ...(when && { askedWhen: when }),
});
