import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { nominera } from '../../infra/nominera.ts';
import { openApi } from '../../shared/api/openapi.ts';
import { OPERATIONS } from '../../shared/api/operations.ts';
import { ACTS } from '../../shared/routine/acts.ts';
import { checkAnswers } from '../../shared/routine/check.ts';
import type { Form } from '../../shared/routine/form.ts';
import { nominationForm } from '../../shared/routine/nomination.ts';
import { type SampleNumber, sample } from '../builders/samples.ts';
import { schemasOf } from '../harness/openapi.ts';
import { everyField, optionsOf } from './every-field.ts';

const document = openApi('https://issuer.example/') as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;
};
const wrong = schemasOf(document);
const component = (name: string) => `/components/schemas/${name}`;
const isOfSchema = (name: string, value: unknown): boolean => wrong(component(name), value).length === 0;

const known = { today: '2026-11-23', facts: {}, registers: {} };
const isTaken = (form: Form, raw: unknown): boolean => checkAnswers(form, raw, known).ok;

/** Everything at the places `$ref` of a document. */
const refsIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === '$ref' ? [String(part)] : refsIn(part)));
};

/** The routes of the deployed HTTP API under `/api`, with the scopes of their tokens. */
const deployed = (): readonly string[] => {
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));
  const app = new App({ context: { ...context, stage: 'local', 'aws:cdk:bundling-stacks': [] } });
  const routes = Template.fromStack(nominera(app).routine).findResources('AWS::ApiGatewayV2::Route');
  return Object.values(routes)
    .map(({ Properties }) => `${Properties.RouteKey} ${Properties.AuthorizationScopes ?? 'open'}`)
    .filter((route) => route.includes(' /api'));
};

describe('the document', () => {
  it('has every route of the deployed API with its scope, and no other', () => {
    const told = OPERATIONS.map(({ method, path, scope }) => `${method.toUpperCase()} ${path} ${scope}`);
    expect(told.toSorted()).toEqual(deployed().toSorted());
    const inDocument = Object.entries(document.paths).flatMap(([path, calls]) =>
      Object.keys(calls).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(inDocument.toSorted()).toEqual(
      OPERATIONS.map(({ method, path }) => `${method.toUpperCase()} ${path}`).toSorted(),
    );
  });

  it('has schemas that are JSON Schema 2020-12, and patterns that programs in other languages can read', () => {
    const ajv = new Ajv2020();
    for (const schema of Object.values(document.components.schemas ?? {}))
      expect(ajv.validateSchema(schema), JSON.stringify(ajv.errors)).toBe(true);
    expect(JSON.stringify(document)).not.toContain('\\p{');
  });

  it('refers to nothing that is not there, and has nothing that is never referred to', () => {
    const refs = new Set(refsIn(document));
    const parts = Object.entries(document.components)
      .filter(([kind]) => kind !== 'securitySchemes')
      .flatMap(([kind, all]) => Object.keys(all).map((name) => `#/components/${kind}/${name}`));
    expect([...refs].toSorted()).toEqual(parts.toSorted());
  });

  it('names each call once, and every parameter in a path', () => {
    const calls = Object.entries(document.paths).flatMap(([path, all]) =>
      Object.values(all).map((call) => ({ path, ...call })),
    );
    expect(new Set(calls.map(({ operationId }) => operationId)).size).toBe(calls.length);
    for (const { path, parameters = [] } of OPERATIONS) {
      const inPath = parameters.filter((it) => it.in === 'path').map((it) => `{${it.name}}`);
      expect(inPath).toEqual(path.match(/\{\w+\}/gu) ?? []);
    }
  });

  it('says every field of the forms in both languages, and the words of every choice', () => {
    const forms = { Nomination: nominationForm, Withdrawal: ACTS.withdraw.form };
    for (const [name, form] of Object.entries(forms)) {
      const text = JSON.stringify(document.components.schemas?.[name]);
      for (const { field } of everyField(form))
        for (const { sv, en } of [field.label, ...Object.values(optionsOf(field))])
          for (const words of [sv, en]) expect(text).toContain(JSON.stringify(words).slice(1, -1));
    }
  });
});

type Nomination = Record<string, unknown>;

/** A nomination with one thing changed, and what was. */
interface Variant {
  readonly what: string;
  readonly nomination: Nomination;
}

/** No field takes it: no text has such a character. */
const ODD = 'a\u0001b';

/** A sample without each of its fields, with each field answered as none is, and with each choice of each field. */
const variants = (nomination: Nomination): readonly Variant[] =>
  Object.entries(nominationForm as Form).flatMap(([name, field]) => {
    const { [name]: _, ...without } = nomination;
    const choices = Object.keys(optionsOf(field)).map((it) => (field.kind === 'choices' ? [it] : it));
    return [
      { what: `without ${name}`, nomination: without },
      ...[ODD, ...choices].map((answer) => ({
        what: `${name} is ${JSON.stringify(answer)}`,
        nomination: { ...nomination, [name]: answer },
      })),
    ];
  });

const SAMPLES = [1, 2, 3, 4, 5] as const satisfies readonly SampleNumber[];

/** Of one who buys, and of one who creates for children: each meets conditions that the other does not. */
const VARIED = [3, 4] as const satisfies readonly SampleNumber[];

describe('the schema of a nomination says what the check says', () => {
  it.each(SAMPLES)('of sample %i', (n) => {
    expect(wrong(component('Nomination'), sample(n).nomination)).toEqual([]);
  });

  it.each(VARIED)(
    'of sample %i with any one thing in it changed',
    (n) => {
      const all = variants(sample(n).nomination).map((it) => ({
        what: it.what,
        taken: isTaken(nominationForm, it.nomination),
        told: isOfSchema('Nomination', it.nomination),
      }));
      const differing = all.filter(({ taken, told }) => taken !== told);
      expect(differing.map(({ what, taken }) => `${what}: ${taken ? 'taken' : 'refused'}`)).toEqual([]);
      const refused = all.filter(({ taken }) => !taken).length;
      expect(refused).toBeGreaterThan(80);
      expect(all.length - refused).toBeGreaterThan(50);
    },
    60_000,
  );

  it('refuses fields that are not known, and what is no object', () => {
    expect(isOfSchema('Nomination', { ...sample(1).nomination, colour: 'red' })).toBe(false);
    for (const odd of [[], 'text', null]) expect(isOfSchema('Nomination', odd)).toBe(false);
  });
});

describe('the other schemas', () => {
  it.each([
    ['Withdrawal', { withdrawReason: 'Behövs inte längre.' }, { withdrawReason: ' ' }],
    ['Withdrawal', { withdrawReason: 'Behövs inte längre.' }, {}],
    [
      'InactivationProposal',
      { ground: 'replaced', replacedBy: 'Lugna steg', proposalReason: 'Ersatt.' },
      { ground: 'replaced', proposalReason: 'Ersatt.' },
    ],
    [
      'BodySent',
      { role: 'ppr', name: { sv: 'PPR', en: 'PPR' }, mailbox: 'ppr@example.se', language: 'sv' },
      { role: 'nobody', name: { sv: 'PPR', en: 'PPR' }, mailbox: 'ppr@example.se', language: 'sv' },
    ],
    ['NominationDraft', { workingTitle: 'Lugna steg' }, ['Lugna steg']],
  ])('%s takes what is right and refuses what is not', (name, right, not) => {
    expect(wrong(component(name), right)).toEqual([]);
    expect(isOfSchema(name, not)).toBe(false);
  });
});
