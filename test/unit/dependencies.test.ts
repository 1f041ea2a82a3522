import { describe, expect, it } from 'vitest';
import { auditInWords, auditOf, exceptions, exceptionsSchema } from '../../local/audit.ts';
import { ALLOWED, dependencies, licencesPage, wanted } from '../../local/dependencies.ts';

describe('the packages', () => {
  it('that are deployed have a licence that is allowed, and none is allowed that none has', () => {
    const deployed = dependencies().filter(({ isDeployed }) => isDeployed);
    const strangers = deployed.filter(({ licence }) => ALLOWED[licence] === undefined);
    expect(strangers).toEqual([]);
    const had = new Set(deployed.map(({ licence }) => licence));
    expect([...had].sort()).toEqual(Object.keys(ALLOWED).sort());
    expect(licencesPage()).not.toContain('Not allowed');
  });

  it('are asked for by one version each, and locked to it', () => {
    const locked = new Set(dependencies().map(({ name, version }) => `${name} ${version}`));
    for (const [name, version] of Object.entries(wanted())) {
      expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+$/u)]);
      expect(locked).toContain(`${name} ${version}`);
    }
  });

  it('are locked with a digest of their content, SHA-512, but for those inside another', () => {
    const without = dependencies().filter(
      ({ inBundle, integrity }) => !inBundle && !integrity?.startsWith('sha512-'),
    );
    expect(without).toEqual([]);
    expect(dependencies().filter(({ inBundle, isDeployed }) => inBundle && isDeployed)).toEqual([]);
  });
});

describe('known vulnerabilities', () => {
  const url = 'https://github.com/advisories/GHSA-c2qf-rxjj-qqgw';
  const fault = { url, title: 'Too slow', severity: 'high' };
  const report = JSON.stringify({ vulnerabilities: { one: { via: [fault] }, two: { via: ['one'] } } });
  const exception = {
    ...{ advisory: 'GHSA-c2qf-rxjj-qqgw', package: 'one', until: '2027-01-31' },
    reason: 'What is slow is never called by us: we read versions at build time only.',
  };

  it('are each told of, once, where the fault is', () => {
    const told = [`one: Too slow (high), ${url}`];
    expect(auditOf(report, [], '2027-01-01')).toEqual({ kind: 'asked', problems: told });
    expect(auditOf(report, [{ ...exception, package: 'three' }], '2027-01-01')).toMatchObject({
      problems: told,
    });
  });

  it('can wait for a written reason, until the day that it names', () => {
    expect(auditOf(report, [exception], '2027-01-31')).toEqual({ kind: 'asked', problems: [] });
    expect(auditOf(report, [exception], '2027-02-01')).toMatchObject({ problems: [expect.any(String)] });
  });

  it.each(['', 'npm error', '{"message":"405 Method Not Allowed","statusCode":405}'])(
    'are not said to be none where the registry did not answer: %j',
    (text) => {
      expect(auditOf(text, [], '2027-01-01')).toMatchObject({ kind: 'notAsked' });
    },
  );

  it('fail a run when one is not written down, and never because nobody could be asked', () => {
    expect(auditInWords(auditOf(report, [], '2027-01-01'))).toEqual({
      said: expect.stringContaining(`one: Too slow (high), ${url}`),
      failed: true,
    });
    expect(auditInWords(auditOf(report, [exception], '2027-01-01'))).toMatchObject({ failed: false });
    expect(auditInWords(auditOf('', [], '2027-01-01'))).toEqual({
      said: expect.stringContaining('not checked'),
      failed: false,
    });
  });

  it('that wait are written down with a reason and a day', () => {
    expect(() => exceptions()).not.toThrow();
    expect(exceptionsSchema.safeParse([{ ...exception, reason: 'Later.' }]).success).toBe(false);
  });
});
