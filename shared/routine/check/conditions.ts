import type { Condition, Field, Scalar } from '../form.ts';
import type { Words } from '../words.ts';

/** What is known besides the answers. */
export interface Known {
  /** `YYYY-MM-DD`, the day in Stockholm. */
  readonly today: string;
  /** What forms call `fact` in their conditions. */
  readonly facts: Readonly<Record<string, Scalar>>;
  /** The choices of each register, by its name in the form. */
  readonly registers: Readonly<Record<string, readonly { readonly value: string; readonly label: Words }[]>>;
}

/** The answers around a field, innermost first: those of its own group or line, then those outside it. */
export type Scopes = readonly Readonly<Record<string, unknown>>[];

/** Whether the condition holds for a field that lies in the first of the scopes. */
export function holds(condition: Condition, scopes: Scopes, known: Known): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, scopes, known));
  if ('any' in condition) return condition.any.some((part) => holds(part, scopes, known));
  if ('fact' in condition) return isAmong(known.facts[condition.fact], condition.is);
  const answer = nearestAnswer(condition.field, scopes);
  if ('given' in condition) return isGiven(answer) === condition.given;
  if ('is' in condition) return isAmong(answer, condition.is);
  return isGiven(answer) && !isAmong(answer, condition.isNot);
}

/** Whether the field is shown and may be answered. */
export function isAsked(field: Field, scopes: Scopes, known: Known): boolean {
  return field.askedWhen === undefined || holds(field.askedWhen, scopes, known);
}

/** Whether the field's `need` applies now; otherwise the field is optional. */
export function isNeeded(field: Field, scopes: Scopes, known: Known): boolean {
  return field.needWhen === undefined || holds(field.needWhen, scopes, known);
}

function nearestAnswer(field: string, scopes: Scopes): unknown {
  const answer = scopes.find((scope) => Object.hasOwn(scope, field))?.[field];
  return isComposite(answer) ? answer.value : answer;
}

function isComposite(answer: unknown): answer is { readonly value: unknown } {
  return typeof answer === 'object' && answer !== null && Object.hasOwn(answer, 'value');
}

function isGiven(answer: unknown): boolean {
  const isEmptyList = Array.isArray(answer) && answer.length === 0;
  return answer !== undefined && answer !== null && answer !== '' && !isEmptyList;
}

function isAmong(answer: unknown, values: readonly Scalar[]): boolean {
  const chosen: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  return values.some((value) => chosen.includes(value));
}
