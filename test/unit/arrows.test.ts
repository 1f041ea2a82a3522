import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The rooms of the code, and which arrows may point between them (docs/decisions/0001-rooms-and-arrows.md). */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'shared/routine': ['shared/routine'],
  'shared/case': ['shared/case', 'shared/routine'],
  'shared/links': ['shared/links'],
  'shared/records': ['shared/records', 'shared/case', 'shared/routine'],
  'shared/mail': ['shared/mail', 'shared/case', 'shared/routine'],
  'shared/pages': ['shared/pages', 'shared/case', 'shared/routine'],
  'shared/files': ['shared/files', 'shared/case'],
  'shared/api': ['shared/api', 'shared/records', 'shared/runtime', 'shared/case', 'shared/routine'],
  'shared/runtime': ['shared/runtime', 'shared/links', 'shared/routine/id.ts'],
  'shared/web': [
    ...['shared/web', 'shared/pages', 'shared/routine', 'shared/runtime', 'shared/links'],
    'shared/records/sessions.ts',
  ],
  functions: ['shared'],
  statemachine: ['statemachine', 'shared/routine'],
  infra: [
    ...['infra', 'statemachine', 'shared/records/keys.ts', 'shared/routine/question.ts'],
    'shared/runtime/metric-names.ts',
  ],
};

/** Packages that only these rooms know. */
const ONLY_IN: Readonly<Record<string, readonly string[]>> = {
  '@aws-sdk/client-dynamodb': ['shared/records'],
  '@aws-sdk/lib-dynamodb': ['shared/records'],
  '@aws-sdk/client-s3': ['shared/files'],
  '@aws-sdk/s3-presigned-post': ['shared/files'],
  '@aws-sdk/s3-request-presigner': ['shared/files'],
  'openid-client': ['functions/desk'],
  '@aws-sdk/client-ses': ['shared/mail', 'functions/ask/index.ts', 'functions/sweep/index.ts'],
  '@aws-sdk/client-sfn': ['functions/drive'],
  '@aws-sdk/client-sqs': ['functions/drive'],
  '@aws-sdk/client-secrets-manager': ['shared/runtime'],
  'aws-cdk-lib': ['infra', 'statemachine'],
  constructs: ['infra', 'statemachine'],
};

const sources = globSync('{shared,functions,statemachine,infra}/**/*.{ts,tsx}').map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));

const importsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^(?:import|export)[^'"]*?from '([^']+)'/gms)].map((match) => String(match[1]));

const room = (path: string): string =>
  path
    .split('/')
    .slice(0, path.startsWith('shared/') ? 2 : 1)
    .join('/');

const arrows = sources.flatMap(({ path, text }) =>
  importsOf(text).map((to) => ({
    from: path,
    to: to.startsWith('.') ? normalize(join(dirname(path), to)) : to,
  })),
);

describe('arrows point one way', () => {
  it('reads the imports at all', () => {
    expect(arrows.length).toBeGreaterThan(100);
  });

  it('every room imports only from the rooms it may know', () => {
    const wrong = arrows
      .filter(({ to }) => /^(shared|functions|statemachine|infra|local|test)\//.test(to))
      .filter(({ from, to }) => {
        if (from.startsWith('functions/') && to.startsWith('functions/'))
          return dirname(from) !== dirname(to);
        return !(MAY_IMPORT[room(from)] ?? []).some(
          (allowed) => to === allowed || to.startsWith(`${allowed}/`),
        );
      });
    expect(wrong).toEqual([]);
  });

  it('each service is known to its own room only', () => {
    const wrong = arrows.filter(({ from, to }) =>
      Object.entries(ONLY_IN).some(
        ([name, rooms]) =>
          (to === name || to.startsWith(`${name}/`)) && !rooms.some((it) => from.startsWith(it)),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('the rules and the routine know no AWS', () => {
    const wrong = arrows.filter(({ from, to }) => /^shared\/(case|routine)\//.test(from) && /aws/.test(to));
    expect(wrong).toEqual([]);
  });
});

describe('things with one place', () => {
  const mentions = (pattern: RegExp): string[] =>
    sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

  it('only runtime reads the environment', () => {
    expect(mentions(/process\.env/).filter((path) => !path.startsWith('shared/runtime/'))).toEqual([]);
  });

  it('only runtime reads the clock', () => {
    expect(
      mentions(/Date\.now\(|new Date\(\)|Temporal\.Now/).filter(
        (path) => !path.startsWith('shared/runtime/'),
      ),
    ).toEqual([]);
  });

  it('a task token is named only where it travels', () => {
    const places = [
      'functions/ask/ask.ts',
      'functions/drive/machines.ts',
      'shared/case/facts.ts',
      'shared/records/tokens.ts',
      'shared/routine/payload.ts',
      'statemachine/ask.ts',
    ];
    expect(mentions(/taskToken/).sort()).toEqual(places);
  });
});
