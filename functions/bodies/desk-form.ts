import { isDeepStrictEqual } from 'node:util';
import { bodySchema, ROLES } from '../../shared/api/body.ts';
import { type Posted, readPosted, toPosted } from '../../shared/pages/posted.ts';
import type { Body } from '../../shared/records/bodies.ts';
import { bodySheet } from '../../shared/routine/body.ts';
import { checkAnswers, type FieldProblem, type Known } from '../../shared/routine/check.ts';
import type { Role } from '../../shared/routine/question.ts';
import { ROLE_NAMES } from '../../shared/routine/routine.ts';
import type { Words } from '../../shared/routine/words.ts';
import { mayTakeOver } from './change.ts';

const FORM = bodySheet.form;

/** What the form of a body needs to know of the others; without an id it is of a new one. */
export const knownFor = (
  body: Pick<Body, 'id' | 'role'> | undefined,
  bodies: readonly Body[],
  today: string,
): Known => {
  const successors = bodies.filter(
    (it) =>
      body !== undefined && it.id !== body.id && (mayTakeOver(body, it) || isSuccessor(body, it, bodies)),
  );
  const roles = ROLES.filter((role) => role === COUNCIL || !bodies.some(({ id }) => id === role));
  return {
    today,
    facts: { isNew: body === undefined, mayBeSucceeded: successors.length > 0 },
    registers: {
      roles: roles.map((value) => ({ value, label: value === COUNCIL ? A_COUNCIL : ROLE_NAMES[value] })),
      successors: [
        { value: '', label: NONE },
        ...successors.map(({ id, name }) => ({ value: id, label: name })),
      ],
    },
  };
};

/** One that has taken over stays so, though it may have been taken over itself since. */
const isSuccessor = ({ id }: Pick<Body, 'id'>, other: Body, bodies: readonly Body[]): boolean =>
  bodies.some((it) => it.id === id && it.successor === other.id);

const COUNCIL = 'coordinationCouncil';
const A_COUNCIL: Words = { sv: 'Samordningsråd', en: 'Coordination council' };
const NONE: Words = { sv: 'Ingen', en: 'Nobody' };

/** The form as it stands before anybody has written in it. */
export const filledWith = (body: Body | undefined): Posted =>
  body === undefined ? { language: 'sv' } : { successor: '', ...toPosted(FORM, { ...body }) };

/** What was sent: a body, or what is wrong with it. */
export interface Sent extends ReturnType<typeof readPosted> {
  readonly body?: Body;
  readonly problems: readonly FieldProblem[];
}

export const readBodyForm = (text: string, of: Pick<Body, 'id' | 'role'> | undefined, known: Known): Sent => {
  const reading = readPosted(FORM, text, known);
  const checked = checkAnswers(FORM, reading.raw, known);
  if (!checked.ok) return { ...reading, problems: checked.problems };
  const { role: chosen = COUNCIL, ...answers } = checked.answers;
  const role = (of?.role ?? chosen) as Role;
  const id = of?.id ?? (role === COUNCIL ? councilId(answers.name.sv) : role);
  const parsed = bodySchema(id).safeParse({ role, ...answers });
  if (parsed.success) return { ...reading, body: { id, ...parsed.data }, problems: [] };
  const problems = parsed.error.issues.map(({ path }) => ({
    field: fieldAt(path),
    message: RULES[String(path[0])] ?? NOT_RIGHT,
  }));
  return { ...reading, problems };
};

/** Of "Samordningsråd psykisk hälsa": `council-psykisk-halsa`. */
export const councilId = (name: string): string => {
  const plain = name
    .replace(/^samordningsråd(et)?( för)?\b/iu, '')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase();
  return `council-${plain.replaceAll(/[^a-z0-9]+/gu, '-')}`
    .replaceAll(/-+/gu, '-')
    .slice(0, 60)
    .replace(/-$/u, '');
};

const fieldAt = (path: readonly PropertyKey[]): string =>
  path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`))
    .join('');

/** What the register takes beyond what the form asks, by the field that it is about. */
const RULES: Readonly<Record<string, Words>> = {
  name: { sv: 'Skriv namnet på en rad.', en: 'Write the name on one line.' },
  mailbox: { sv: 'Skriv en enda e-postadress.', en: 'Write a single e-mail address.' },
  deputy: { sv: 'Skriv en enda e-postadress.', en: 'Write a single e-mail address.' },
  escalation: { sv: 'Skriv en enda e-postadress.', en: 'Write a single e-mail address.' },
  absences: {
    sv: 'Den sista dagen kan inte vara före den första.',
    en: 'The last day cannot be before the first.',
  },
  summerPause: {
    sv: 'Skriv en dag som finns, som MM-DD. Den sista dagen kan inte vara före den första.',
    en: 'Write a day that exists, as MM-DD. The last day cannot be before the first.',
  },
};
const NOT_RIGHT: Words = {
  sv: 'Uppgifterna kan inte sparas som de är.',
  en: 'The details cannot be saved as they are.',
};

/** The fields in which two bodies differ. */
export const fieldsThatDiffer = (
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): readonly string[] =>
  Object.keys(FORM).filter((key) => key !== 'role' && !isDeepStrictEqual(one[key], other[key]));
