import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REMOVED } from '../../../shared/case/stored-texts.ts';
import { CHAIN_START, chainAct, digestOf } from '../../../shared/records/acts.ts';
import { exportDifferences, exportText, manifestOf } from '../../../shared/records/case-export.ts';

const FILE = { id: 'a'.repeat(64), fileName: 'avtal med åäö.pdf', type: 'pdf', bytes: 12 };
const GONE = {
  id: 'b'.repeat(64),
  fileName: `${REMOVED} 2026-11-23 av Exempel Person]`,
  type: 'pdf',
  bytes: 9,
};

const AT = '2026-11-23T10:00:00.000Z';
const answers = ['screening', 'position', 'decision'].map((step) => ({
  ...{ questionId: `nomination/${step}/1/body`, answeredAt: AT },
  answers: { reason: `Därför att å, ä och ö: ${step}.`, costs: 12.5 },
}));

/** A case of four acts, as far as an export goes. */
const chain = answers.reduce(
  ({ acts, version, chain }, { questionId, answers }) => {
    const what = { question: questionId, digest: digestOf(answers) };
    const next = chainAct('case-1', { version, chain }, { kind: 'answered', at: AT, by: {}, what });
    const { pk: _p, sk: _s, ...item } = next.item;
    return { acts: [...acts, item], version: next.version, chain: next.chain };
  },
  { acts: [] as object[], version: 0, chain: CHAIN_START },
);

const exported = {
  case: { number: 'N-2026-0001', version: chain.version, chain: chain.chain, milestone: 'decided' },
  nominations: [{ answers: { workingTitle: 'Sov bättre' }, submittedAt: AT }],
  answers,
  chain: chain.acts,
  files: [FILE, GONE],
};
const text = exportText(exported);

describe('an exported case', () => {
  it('is as it was exported for as long as nobody changes it', () => {
    expect(exportDifferences(text)).toEqual([]);
    expect(manifestOf(exported).chain).toBe(chain.chain);
  });

  it('notices any one byte that is changed, taken away or put in', () => {
    const at = fc.nat({ max: text.length - 1 });
    const how = fc.constantFrom('change', 'remove', 'insert');
    fc.assert(
      fc.property(at, how, (place, what) => {
        const other = text[place] === '7' ? '8' : '7';
        const middle = { change: other, remove: '', insert: `${other}${text[place]}` }[what];
        expect(exportDifferences(`${text.slice(0, place)}${middle}${text.slice(place + 1)}`)).not.toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('names the part that was changed, taken away or put in', () => {
    const [first, ...rest] = exported.answers;
    const { manifest } = JSON.parse(text);
    const differencesOf = (answers: readonly unknown[]) =>
      exportDifferences(JSON.stringify({ ...exported, answers, manifest }, undefined, 2));
    const changed = { ...first, answeredAt: '2020-01-01T00:00:00.000Z' };
    expect(differencesOf([changed, ...rest])).toEqual(['answers/1 is not what was exported.']);
    const nth = rest.length + 1;
    expect(differencesOf([first, ...rest].slice(0, -1))).toContain(
      `answers/${nth} is in the manifest, and not there.`,
    );
    expect(differencesOf([first, ...rest, changed])).toContain(
      `answers/${nth + 1} is there, and not in the manifest.`,
    );
  });

  it('tells a change also where its digest was reckoned anew, if the chain of acts was not', () => {
    const acts = exported.chain.map((it, n) => (n === 1 ? { ...it, at: '2020' } : it));
    expect(exportDifferences(exportText({ ...exported, chain: acts }))).toEqual([
      'chain/2 does not follow from the act before it, or is not the last.',
    ]);
  });

  it('lists its files as sha256sum checks them, and apart those that were removed', () => {
    expect(manifestOf(exported)).toMatchObject({
      files: [`${FILE.id}  avtal med åäö.pdf`],
      removedFiles: [GONE.id],
    });
  });

  it.each(['', '[]', '{', '{"case":{}}', '{"manifest":{"parts":{}},"case":{}}'])('is not: %j', (other) => {
    expect(exportDifferences(other)).toHaveLength(1);
  });
});
