import type { z } from 'zod';
import type { Field, Form } from '../form.ts';
import type { Words } from '../words.ts';
import { isAsked, type Known, needNow, type Scopes } from './conditions.ts';
import { faultWords } from './faults.ts';
import { formWithin, isRecord, saysInMinutes, saysUnknown } from './tidy.ts';
import { empty, missing, notAsked, notInForm } from './wording.ts';

export interface Finding {
  readonly field: string;
  readonly message: Words;
  readonly blocks: boolean;
}

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** Where in the answers we are, and what can be seen from there. `forms` and `scopes`: innermost first. */
interface Place {
  readonly path: Path;
  readonly forms: readonly Form[];
  readonly scopes: Scopes;
  readonly issues: ReadonlyMap<string, Issue>;
  readonly known: Known;
}

/** What there is to say of tidied answers, in the order of the form. `issues` are what zod found in them. */
export function findingsOf(
  form: Form,
  answers: Readonly<Record<string, unknown>>,
  issues: readonly Issue[],
  known: Known,
): Finding[] {
  return [
    ...findingsIn(form, answers, { path: [], forms: [], scopes: [], issues: firstPerPath(issues), known }),
  ];
}

function* findingsIn(form: Form, answers: unknown, outside: Place): Generator<Finding> {
  if (!isRecord(answers)) return;
  const inside = {
    ...outside,
    forms: [form, ...outside.forms],
    scopes: [scopeOf(form, answers), ...outside.scopes],
  };
  for (const [name, field] of Object.entries(form)) {
    yield* findingsAt(field, answers[name], below(inside, name));
  }
  for (const name of Object.keys(answers)) {
    if (!Object.hasOwn(form, name)) yield problem(below(inside, name), notInForm(name));
  }
}

function* findingsAt(field: Field, answer: unknown, place: Place): Generator<Finding> {
  const asked = isAsked(field, place.scopes, place.known);
  if (answer === undefined) {
    if (asked) yield* gap(field, place);
  } else if (field.askedWhen && !asked) {
    yield problem(place, notAsked(field, field.askedWhen, place.forms));
  } else {
    yield* valueFindings(field, answer, place);
  }
}

function* gap(field: Field, place: Place): Generator<Finding> {
  const need = needNow(field, place.scopes, place.known);
  if (need === 'must') yield problem(place, missing(field));
  if (need === 'should') yield { field: pathText(place.path), message: empty(field), blocks: false };
}

function* valueFindings(field: Field, answer: unknown, place: Place): Generator<Finding> {
  const issue = place.issues.get(pathText(place.path));
  if (issue) yield problem(place, faultWords(issue, field));
  const parts = formWithin(field, answer);
  if (parts) yield* findingsIn(parts, answer, place);
  else if (Array.isArray(answer)) yield* itemFindings(field, answer, place);
}

/** Holes are blank lines: there is nothing to say of them. */
function* itemFindings(field: Field, items: readonly unknown[], place: Place): Generator<Finding> {
  for (const [index, item] of items.entries()) {
    const here = below(place, index);
    const issue = place.issues.get(pathText(here.path));
    if (issue) yield problem(here, faultWords(issue, field));
    if (field.kind === 'list') yield* findingsIn(field.item, item, here);
  }
}

const below = (place: Place, key: PropertyKey): Place => ({ ...place, path: [...place.path, key] });

const problem = (place: Place, message: Words): Finding => ({
  field: pathText(place.path),
  message,
  blocks: true,
});

/** Every field of the form is there, so that a field without an answer hides one of the same name further out. */
function scopeOf(form: Form, answers: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.keys(form).map((name) => [name, answers[name]]));
}

/** `costLines[0].amountSek`; a name that would not be understood there is quoted: `["a b"]`. */
function pathText(path: Path): string {
  return path.map(pathPart).join('').replace(/^\./, '');
}

function pathPart(key: PropertyKey): string {
  if (typeof key === 'number') return `[${key}]`;
  return /^[\p{L}\p{N}_$-]+$/u.test(String(key)) ? `.${String(key)}` : `[${JSON.stringify(key)}]`;
}

/** Unknown fields are left to {@link findingsIn}, which knows their place among the others. */
function firstPerPath(issues: readonly Issue[]): ReadonlyMap<string, Issue> {
  const first = new Map<string, Issue>();
  for (const [path, issue] of unfold(issues, [])) {
    if (!first.has(path) && issue.code !== 'unrecognized_keys') first.set(path, issue);
  }
  return first;
}

/** Of a value that something may be said in place of, zod tells what is wrong with each of them: one was meant. */
function* unfold(issues: readonly Issue[], outer: Path): Generator<[string, Issue]> {
  for (const issue of issues) {
    const path = [...outer, ...issue.path];
    if (issue.code !== 'invalid_union') yield [pathText(path), issue];
    else yield* unfold(meant(issue), path);
  }
}

/** The value comes first, "vet inte än" after it and "se bifogat protokoll" last, as the schema has them. */
function meant({ errors, input }: z.core.$ZodIssueInvalidUnion): readonly Issue[] {
  if (saysUnknown(input)) return errors[1] ?? [];
  return errors.at(saysInMinutes(input) ? -1 : 0) ?? [];
}
