import { describe, expect, it } from 'vitest';
import { costLines, dollars, usedBy } from '../../bench/cost.ts';
import type { StepCost } from '../../bench/counting.ts';
import { runsOf, usedIdle } from '../../bench/idle.ts';
import { growthOf, type PageCost } from '../../bench/lists.ts';
import prices from '../../bench/prices.json' with { type: 'json' };
import { median, medianRatio } from '../../bench/statistics.ts';
import { markdown, plain } from '../../bench/table.ts';
import { judge } from '../../bench/targets.ts';
import { readCost, writeCost, writesOf } from '../../bench/weigh.ts';

const item = (bytes: number) => ({
  pk: { S: 'case#1' },
  sk: { S: 'p#question#q' },
  text: { S: 'x'.repeat(bytes) },
});

describe('what a call to DynamoDB costs', () => {
  const Key = { pk: { S: 'case#1' }, sk: { S: 'p#question#q' } };

  it('is told by kind of item, twice in a transaction, with what the index takes', () => {
    const call = { TransactItems: [{ Update: { TableName: 't', Key } }] };
    const [write] = writesOf('DynamoDB_20120810.TransactWriteItems', call);
    const watched = { ...item(10), watch: { S: 'case' }, lookAgainAt: { S: '1' } };
    expect(
      writeCost(write as never, { before: item(10), after: watched, isDone: true, isTransaction: true }),
    ).toEqual({ question: 2, index: 1 });
  });

  it('an entry of the index goes with its item', () => {
    const watched = { ...item(10), watch: { S: 'case' }, lookAgainAt: { S: '1' } };
    const gone = { before: watched, after: undefined, isDone: true, isTransaction: false };
    expect(writeCost({ TableName: 't', Key }, gone)).toEqual({ question: 1, index: 1 });
  });

  it('a write that was refused is paid, by the size of what is there, and changes no index', () => {
    const refused = { before: item(3000), after: undefined, isDone: false, isTransaction: false };
    expect(writeCost({ TableName: 't', Key }, refused)).toEqual({ question: 3 });
  });

  it('each item of a batch is rounded up by itself, also one that is not there', () => {
    const call = { RequestItems: { t: { Keys: [{}, {}, {}] } } };
    const answer = { Responses: { t: [item(10), item(5000)] } };
    expect(readCost('DynamoDB_20120810.BatchGetItem', call, answer)).toEqual({ BatchGetItem: 0.5 + 1 + 0.5 });
  });

  it('what a query reads is rounded up together', () => {
    const answer = { Items: [item(3000), item(3000)] };
    expect(readCost('X.Query', { ConsistentRead: true }, answer)).toEqual({ Query: 2 });
  });
});

const act: StepCost = {
  step: 'screening',
  transitions: 2,
  invocations: { answer: 3, drive: 1, ask: 1 },
  cpu: 400,
  calls: 20,
  writes: { head: 20, row: 12 },
  reads: { answer: 10 },
  mails: 2,
  machineBytes: 500,
  answerBytes: 600,
  logBytes: 1000,
};

describe('what counts come to', () => {
  it('with caution, a price that was found for another region has the margin', () => {
    const used = { transition: 1000, writeUnit: 1_000_000 };
    expect(costLines(used).map(({ usd }) => usd)).toEqual([0.025, 0.625]);
    const cautious = costLines(used, { isCautious: true }).map(({ usd }) => usd);
    expect(cautious).toEqual([0.025, 0.625 * prices.margin]);
  });

  it('a free allowance is taken only where it is asked for, and never below nothing', () => {
    expect(dollars(costLines({ dashboard: 1, transition: 5000 }, { isFree: true }))).toBeCloseTo(0.025);
    expect(dollars(costLines({ dashboard: 1 }))).toBe(3);
  });

  it('every price says where it stands, and where it holds', () => {
    for (const { source, region, usd, per } of Object.values(prices.prices)) {
      expect(source).toMatch(/^https:\/\/aws\.amazon\.com\/.+\/pricing\//);
      expect(region).toMatch(/^[a-z]+-[a-z]+-\d$/);
      expect(usd / per).toBeGreaterThan(0);
    }
  });

  it('a nomination uses what its acts do, its functions started anew for each', () => {
    const used = usedBy([act, act], 100);
    expect(used).toMatchObject({
      transition: 4,
      invocation: 10,
      httpRequest: 6,
      writeUnit: 64,
      queueRequest: 6,
    });
    expect(used.gigabyteSecond).toBeCloseTo(((((800 + 6 * 100) * 1769) / 512 + 40 * 10) / 1000) * 0.5);
  });
});

describe('an idle month', () => {
  it.each([
    ['rate(15 minutes)', 2920],
    ['cron(30 6 * * ? *)', 730 / 24],
  ])('%s runs so often', (expression, runs) => {
    expect(runsOf(expression)).toBeCloseTo(runs);
  });

  it('a schedule that is not understood is not left out', () => {
    expect(() => runsOf('rate(1 day)')).toThrow('rate(1 day)');
  });

  it('is counted in the template, an alarm by its metrics', () => {
    const resources = [
      { Type: 'AWS::KMS::Key', Properties: { EnableKeyRotation: true } },
      { Type: 'AWS::KMS::Key' },
      { Type: 'AWS::CloudWatch::Alarm', Properties: { MetricName: 'Errors' } },
      {
        Type: 'AWS::CloudWatch::Alarm',
        Properties: { Metrics: [{ MetricStat: {} }, { MetricStat: {} }, {}] },
      },
      { Type: 'AWS::Lambda::EventSourceMapping', Properties: { BatchSize: 5 } },
      { Type: 'AWS::Lambda::EventSourceMapping', Properties: { StartingPosition: 'LATEST' } },
    ];
    expect(usedIdle(resources)).toMatchObject({ key: 2, alarmMetric: 3, queueRequest: 657_000, secret: 0 });
    expect([1, 2, 9].map((years) => usedIdle(resources, years).key)).toEqual([3, 4, 4]);
  });
});

describe('a target', () => {
  const of = (costs: readonly StepCost[]) => judge({ courses: [{ title: 'x', costs }] });

  it('is judged by the worst, says where that was, and if it is missed why', () => {
    const better = { ...act, step: 'decision', writes: { head: 30 } };
    expect(of([act, better]).find(({ what }) => what.startsWith('Write units'))).toMatchObject({
      ...{ worst: 32, where: 'screening', met: false, because: 'head 20, row 12' },
    });
    expect(of([better]).every(({ met }) => met)).toBe(true);
  });

  it('of small answers minds no large one, and no nomination', () => {
    const large = { ...act, answerBytes: 1025 };
    expect(of([large]).map(({ what }) => what)).not.toContain('Write units of an answer up to 1 KB');
    expect(of([{ ...act, step: 'nomination', transitions: 9 }]).map(({ what }) => what)).toEqual([
      'US dollars for a nomination, without mail',
    ]);
  });

  it('of a growth is judged by what is missing to it', () => {
    const days = { days: 30, baselineDays: 30, ours: { ...act, transitions: 0 }, stepTransitions: 2 };
    const times = (baselineStepTransitions: number) =>
      judge({ reminders: { ...days, baselineStepTransitions } })[0];
    expect(times(62)).toMatchObject({ worst: 31, met: true });
    expect(times(18)).toMatchObject({ worst: 9, met: false });
  });

  it('that nothing was measured for is not there', () => {
    expect(judge({})).toEqual([]);
  });
});

describe('growth of a list', () => {
  const page = (what: string, cases: number, rows: number, mean: number): PageCost => ({
    ...{ what, cases, rows, mean, units: Math.ceil(mean) },
    ...{ kind: 'list', milliseconds: 1 },
  });

  it('is that of pages that are full from the beginning', () => {
    const pages = [
      ...[page('all', 1000, 50, 2), page('all', 100_000, 50, 2.5)],
      ...[page('rare', 1000, 3, 0.5), page('rare', 100_000, 50, 3)],
    ];
    expect(growthOf(pages)).toEqual([['all', 1.25]]);
  });
});

describe('statistics and tables', () => {
  it('a median is the middle, and that of ratios is of neighbours', () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(
      medianRatio([
        [1, 2],
        [10, 4],
        [9, 3],
      ]),
    ).toBe(2.5);
  });

  it('a table is the same in text and in Markdown', () => {
    const table = { title: 'T', head: ['a', 'b'], rows: [['x|y', 1.234]], notes: ['A note.'] };
    expect(markdown(table)).toBe('## T\n\n| a | b |\n| --- | --: |\n| x\\|y | 1.23 |\n\nA note.');
    expect(plain(table)).toBe('T\n\na       b\n───  ────\nx|y  1.23\n\nA note.');
  });
});
