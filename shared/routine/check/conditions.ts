import type { Condition, Field, Need, Scalar } from '../form.ts';
import type { Words } from '../words.ts';
import { saysInMinutes, saysUnknown } from './tidy.ts';

/** What is known besides the answers. */
export interface Known {
  /** `YYYY-MM-DD`, the day in Stockholm. */
  readonly today: string;
  /** What forms call `fact` in their conditions. */
  readonly facts: Readonly<Record<string, Scalar>>;
  /** The choices of each register, by its name in the form. */
  readonly registers: Readonly<Record<string, readonly RegisterChoice[]>>;
}

export interface RegisterChoice {
  readonly value: string;
  readonly label: Words;
  /** Answers of earlier name it, and new ones cannot. */
  readonly isPast?: boolean;
}

/** What can be chosen of a register; nothing of one that is not known. */
export const choicesOf = (
  { register }: { readonly register: string },
  { registers }: Known,
): readonly RegisterChoice[] => (registers[register] ?? []).filter(({ isPast }) => !isPast);

/** The answers around a field, innermost first: those of its own group or line, then those outside it. */
export type Scopes = readonly Readonly<Record<string, unknown>>[];

/** Whether the condition holds for a field that lies in the first of the scopes. */
export function holds(condition: Condition, scopes: Scopes, known: Known): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, scopes, known));
  if ('any' in condition) return condition.any.some((part) => holds(part, scopes, known));
  if ('fact' in condition) return isAmong(known.facts[condition.fact], condition.is);
  if ('inMinutes' in condition) return refersToMinutes(scopes[0]);
  const answer = nearestAnswer(condition.field, scopes);
  if ('given' in condition) return isGiven(answer) === condition.given;
  if ('atLeast' in condition) return Array.isArray(answer) && answer.length >= condition.atLeast;
  if ('is' in condition) return isAmong(answer, condition.is);
  return isGiven(answer) && !isAmong(answer, condition.isNot);
}

/** Whether the field is shown and may be answered. */
export function isAsked(field: Field, scopes: Scopes, known: Known): boolean {
  return field.askedWhen === undefined || holds(field.askedWhen, scopes, known);
}

/** What the field's need is now. */
export function needNow(field: Field, scopes: Scopes, known: Known): Need {
  const applies = field.needWhen === undefined || holds(field.needWhen, scopes, known);
  return applies ? field.need : (field.otherwise ?? 'may');
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
  return answer !== undefined && answer !== null && answer !== '' && !isEmptyList && !saysUnknown(answer);
}

/** Looks without recursion: what was sent may be nested deeper than the stack. */
function refersToMinutes(answers: unknown): boolean {
  const left = [answers];
  for (const answer of left) {
    if (saysInMinutes(answer)) return true;
    if (typeof answer === 'object' && answer !== null)
      for (const part of Object.values(answer)) left.push(part);
  }
  return false;
}

function isAmong(answer: unknown, values: readonly Scalar[]): boolean {
  const chosen: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  return values.some((value) => chosen.includes(value));
}
