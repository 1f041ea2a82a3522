import fc from 'fast-check';
import { filledIn } from '../../local/people.ts';
import { ACTS } from '../../shared/routine/acts.ts';
import { bodySheet } from '../../shared/routine/body.ts';
import { callMe } from '../../shared/routine/call-me.ts';
import { deskPersonForm } from '../../shared/routine/desk-person.ts';
import { disclosure } from '../../shared/routine/disclosure.ts';
import { expressionOfInterest } from '../../shared/routine/expression-of-interest.ts';
import type { Field, Form } from '../../shared/routine/form.ts';
import { nominationForm } from '../../shared/routine/nomination.ts';
import { approveReport } from '../../shared/routine/report-approval.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import { ANSWERS, SIGNED } from '../builders/answers.ts';
import { sample } from '../builders/samples.ts';
import { everyField } from '../unit/every-field.ts';
import { chance, type Draw, nastyText, number, pick } from './values.ts';

/** What forms post, as browsers and others send it. */

/** Names and values, in order; a name may come more than once. */
export type Pairs = readonly (readonly [name: string, value: string])[];

/** Every form that a person can send, by the name of its sheet. */
export const FORMS: Readonly<Record<string, Form>> = {
  ...Object.fromEntries(
    [...Object.values(QUESTIONS), ...Object.values(ACTS)].map(({ id, form }) => [id, form]),
  ),
  ...{ callMe: callMe.form, disclosure: disclosure.form, interest: expressionOfInterest.form },
  ...{ approveReport: approveReport.form, body: bodySheet.form, deskPerson: deskPersonForm },
  nominate: nominationForm,
};

const FORMATS: Readonly<Record<string, string>> = {
  ...{ email: 'namn@example.se', phone: '010-123 45 67', hsaId: 'SE2321000131-E000000000001' },
  url: 'https://example.se/x',
};

const REGISTERS = [
  'council-psykisk-halsa',
  'council-primarvard',
  'nomination/1:summary',
  'ppr',
  'coordinationCouncil',
];

const TODAY = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);

/** What one might write in a field. */
const plausible = (draw: Draw, field: Field): string => {
  switch (field.kind) {
    case 'text':
      return field.format ? String(FORMATS[field.format]) : 'Väntetiden är lång. '.repeat(field.min ? 2 : 1);
    case 'choice':
    case 'choices':
      return pick(draw, Object.keys(field.options));
    case 'registerChoice':
    case 'registerChoices':
      return pick(draw, REGISTERS);
    case 'number':
      return String(draw.any(fc.integer, { min: Math.ceil(field.min), max: Math.floor(field.max) }));
    case 'date':
      return pick(draw, [TODAY, '2026-11-02', '2099-01-15', '2026-11-01']);
    case 'month':
      return pick(draw, ['2099-01', TODAY.slice(0, 'YYYY-MM'.length)]);
    default:
      return pick(draw, ['true', 'false']);
  }
};

const LISTED = new Set<Field['kind']>(['choices', 'registerChoices']);

/** A field's name in a form that was posted, with rows numbered. */
const named = (path: string, form: Form): string => {
  const [first = '', ...rest] = path.split('.');
  return form[first]?.kind === 'list' ? [`${first}[0]`, ...rest].join('.') : path;
};

/** The form filled in as one might, a few fields left out. */
const filled = (draw: Draw, form: Form): Pairs =>
  everyField(form).flatMap(({ path, field }): Pairs => {
    if (field.kind === 'group' || field.kind === 'list' || chance(draw, 150)) return [];
    const name = `${named(path, form)}${LISTED.has(field.kind) ? '[]' : ''}`;
    return [[name, plausible(draw, field)]];
  });

const BUTTONS = [
  '_add',
  '_remove',
  '_edit',
  '_confirm',
  '_resend',
  '_seen',
  '_key',
  '_version',
  '_step',
  '_x',
];

const wrongName = (draw: Draw, name: string): string =>
  pick(draw, [
    ...[
      `${name}[]`,
      `${name}[0]`,
      `${name}[9999999]`,
      `${name}[__proto__][x]`,
      `${name}[constructor]`,
      `[${name}]`,
    ],
    ...[
      `${name}.value`,
      `${name}.a.b.c.d.e.f.g.h.i.j`,
      `${name}_unknown`,
      `${name}_reason`,
      `${name}_inMinutes`,
    ],
    ...['__proto__', '__proto__[x]', 'constructor.prototype.x', '', '[', ']', '.', 'a[b', nastyText(draw)],
  ]);

const mutatedPairs = (draw: Draw, pairs: Pairs): Pairs => {
  if (pairs.length === 0 || chance(draw, 200)) return [...pairs, [pick(draw, BUTTONS), nastyText(draw)]];
  const at = number(draw, pairs.length - 1);
  const [name, value] = pairs[at] as Pairs[number];
  const instead: readonly Pairs[] = [
    [[name, nastyText(draw)]],
    [[name, nastyText(draw)]],
    [[wrongName(draw, name), value]],
    [
      [name, value],
      [name, nastyText(draw)],
    ],
    [
      [name, value],
      [wrongName(draw, name), nastyText(draw)],
    ],
    [],
  ];
  return [...pairs.slice(0, at), ...pick(draw, instead), ...pairs.slice(at + 1)];
};

const MOST_MUTATIONS = 4;

/** Answers that go through where the case is as it should be. */
const GOOD: Readonly<Record<string, object>> = {
  ...ANSWERS,
  nominate: filledIn(sample(2).nomination),
  body: {
    ...{ role: 'coordinationCouncil', 'name.sv': 'Samordningsråd hud', 'name.en': 'Council for skin' },
    ...{ mailbox: 'hud@example.se', language: 'sv' },
  },
  deskPerson: { what: 'change', id: 'subject#reader', who: 'ny@example.se', role: 'reader' },
  disclosure: { ...SIGNED, disclosedTo: 'Exempel Mottagare', disclosureRequest: 'Brev 2026-11-02' },
};

const knownGood = (sheet: string): Pairs | undefined => {
  const answers = GOOD[sheet];
  return (
    answers &&
    Object.entries(answers).flatMap(([name, value]) =>
      Array.isArray(value)
        ? value.map((one): [string, string] => [`${name}[]`, one])
        : [[name, value] as const],
    )
  );
};

/** A form that was filled in and sent, with some of it wrong. */
export const postedForm = (draw: Draw, sheet: string): Pairs => {
  const good = knownGood(sheet);
  const signed = Object.entries(SIGNED) as unknown as Pairs;
  const form = FORMS[sheet] ?? nominationForm;
  let pairs: Pairs =
    good !== undefined && chance(draw, 600) ? good : [...filled(draw, form), ...signed, ...extra(draw)];
  const changes = number(draw, MOST_MUTATIONS);
  for (let n = 0; n < changes; n += 1) pairs = mutatedPairs(draw, pairs);
  return pairs;
};

/** What pages carry beside their fields. */
const extra = (draw: Draw): Pairs =>
  chance(draw, 700)
    ? [
        ['_confirm', ''],
        ['_key', draw.any(fc.uuid)],
        ['_version', pick(draw, ['0', '1', '2'])],
        ['mailbox', 'enhet@example.se'],
      ]
    : [];
