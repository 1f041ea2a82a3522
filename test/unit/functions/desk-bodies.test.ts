import { describe, expect, it } from 'vitest';
import {
  councilId,
  fieldsThatDiffer,
  filledWith,
  knownFor,
  readBodyForm,
} from '../../../functions/bodies/desk-form.ts';
import { bodyId } from '../../../shared/api/body.ts';
import type { Body } from '../../../shared/records/bodies.ts';

const council = (id: string, given: Partial<Body> = {}): Body => ({
  id,
  role: 'coordinationCouncil',
  name: { sv: `Råd ${id}`, en: `Council ${id}` },
  mailbox: `${id}@example.se`,
  language: 'sv',
  ...given,
});

const ppr: Body = { ...council('ppr'), role: 'ppr' };
const one = council('council-a');
const known = knownFor(one, [one, council('council-b'), ppr], '2026-12-01');

const FIELDS = {
  ...{ 'name.sv': one.name.sv, 'name.en': one.name.en, mailbox: one.mailbox, language: 'sv' },
};

const sent = (fields: Readonly<Record<string, string>>) =>
  readBodyForm(new URLSearchParams({ ...FIELDS, ...fields }).toString(), one, known);

const sentAsNew = (fields: Readonly<Record<string, string>>) =>
  readBodyForm(
    new URLSearchParams({ ...FIELDS, ...fields }).toString(),
    undefined,
    knownFor(undefined, [one, ppr], '2026-12-01'),
  );

describe('the form of a body', () => {
  it('holds what the register has, and gives it back unchanged', () => {
    const whole = council('council-a', {
      deputy: 'ersattare@example.se',
      escalation: 'chef@example.se',
      absences: [{ from: '2026-12-21', to: '2027-01-06' }],
      summerPause: { from: '07-01', to: '08-15' },
      successor: 'council-b',
    });
    const flat = (value: unknown, name = ''): [string, string][] =>
      typeof value === 'string'
        ? [[name, value]]
        : Object.entries(value as object).flatMap(([key, it]) => {
            const at = Array.isArray(value) ? `[${key}]` : `${name === '' ? '' : '.'}${key}`;
            return flat(it, `${name}${at}`);
          });
    const text = new URLSearchParams(flat(filledWith(whole))).toString();
    expect(readBodyForm(text, whole, known)).toMatchObject({ body: whole, problems: [] });
  });

  it('takes no successor for an answer: nobody takes over', () => {
    const { body } = sent({ successor: '' });
    expect(body).toEqual(one);
  });

  it.each<[string, Record<string, string>, string]>([
    ['no mailbox', { mailbox: '' }, 'mailbox'],
    ['two addresses in one', { deputy: 'a@example.se, b@example.se' }, 'deputy'],
    ['no name in English', { 'name.en': '' }, 'name.en'],
    [
      'an absence that ends first',
      { 'absences[0].from': '2026-12-02', 'absences[0].to': '2026-12-01' },
      'absences[0].to',
    ],
    ['half an absence', { 'absences[0].from': '2026-12-02' }, 'absences[0].to'],
    [
      'a day that no year has',
      { 'summerPause.from': '02-30', 'summerPause.to': '08-01' },
      'summerPause.from',
    ],
    ['a pause in words', { 'summerPause.from': '1 juli', 'summerPause.to': '08-01' }, 'summerPause.from'],
    ['a successor of another role', { successor: 'ppr' }, 'successor'],
    ['itself as its successor', { successor: 'council-a' }, 'successor'],
  ])('names the field of %s, in both languages', (_what, fields, field) => {
    const { body, problems } = sent(fields);
    expect(body).toBeUndefined();
    expect(problems.map((it) => it.field)).toContain(field);
    for (const { message } of problems) expect(message.sv).not.toBe(message.en);
  });

  it('offers as successors those that may take over, and keeps the one that has', () => {
    const gone = council('council-c', { successor: 'council-b' });
    const values = (body: Body) =>
      knownFor(body, [one, council('council-b'), gone, ppr], '2026-12-01').registers.successors?.map(
        ({ value }) => value,
      );
    expect(values(one)).toEqual(['', 'council-b']);
    expect(values(council('council-b', { successor: 'council-c' }))).toEqual(['', 'council-a']);
  });
});

describe('a new body', () => {
  it('is a council with an id of its name, which the register takes', () => {
    const { body } = sentAsNew({ role: 'coordinationCouncil', 'name.sv': 'Samordningsråd för äldres hälsa' });
    expect(body?.id).toBe('council-aldres-halsa');
  });

  it.each(['Samordningsråd Öron, näsa & hals', 'Å'.repeat(200), 'Samordningsrådet', '!!!', '日本'])(
    'has an id that the register takes: %s',
    (name) => {
      const { body } = sentAsNew({ role: 'coordinationCouncil', 'name.sv': name });
      expect(bodyId.safeParse(body?.id).success).toBe(true);
    },
  );

  it('that there is one of already cannot be chosen', () => {
    const { body, problems } = sentAsNew({ role: 'ppr' });
    expect(body).toBeUndefined();
    expect(problems.map(({ field }) => field)).toEqual(['role']);
    expect(sentAsNew({ role: 'contentOwners' }).body).toMatchObject({ id: 'contentOwners' });
  });

  it('with names that differ has ids that differ', () => {
    expect(councilId('Samordningsråd barn')).not.toBe(councilId('Samordningsråd barn och unga'));
  });
});

it('tells the fields in which two bodies differ, however they are ordered', () => {
  const reordered = { ...one, name: { en: one.name.en, sv: one.name.sv } };
  expect(fieldsThatDiffer({ ...one }, { ...reordered, deputy: 'x@example.se' })).toEqual(['deputy']);
});
