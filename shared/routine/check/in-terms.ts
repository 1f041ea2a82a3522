import type { Condition } from '../form.ts';

/** A condition in the terms of the code, as whoever fills the API needs it. */
export const inTerms = (condition: Condition): string => {
  if ('all' in condition) return condition.all.map(part).join(' and ');
  if ('any' in condition) return condition.any.map(part).join(' or ');
  if ('inMinutes' in condition) return 'an answer stands in the minutes';
  const name = 'fact' in condition ? `the case’s ${condition.fact}` : condition.field;
  if ('given' in condition) return `${name} is ${condition.given ? '' : 'not '}given`;
  if ('atLeast' in condition) return `${name} has at least ${condition.atLeast}`;
  return 'isNot' in condition
    ? `${name} is not ${condition.isNot.join('/')}`
    : `${name} is ${condition.is.join('/')}`;
};

const part = (condition: Condition): string =>
  'all' in condition || 'any' in condition ? `(${inTerms(condition)})` : inTerms(condition);
