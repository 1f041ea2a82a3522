import { beforeEach, expect, it, vi } from 'vitest';

/** What is written to the log, as objects. */
const written: unknown[] = [];

beforeEach(() => {
  written.length = 0;
  vi.resetModules();
  vi.stubEnv('POWERTOOLS_SERVICE_NAME', 'nominera-local');
  // So that lines go by the console, where a test sees them.
  vi.stubEnv('POWERTOOLS_DEV', 'true');
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
  vi.spyOn(console, 'log').mockImplementation((line) => written.push(JSON.parse(String(line))));
});

it('tells CloudWatch of figures by a line in its embedded metric format, under the stage', async () => {
  const { measure } = await import('../../shared/runtime/metrics.ts');
  measure({ openCases: 3, oldestDays: 40 });
  expect(written).toMatchObject([
    {
      _aws: {
        Timestamp: expect.any(Number),
        CloudWatchMetrics: [
          {
            Namespace: 'Nominera',
            Dimensions: [['service']],
            Metrics: [
              { Name: 'OpenCases', Unit: 'Count' },
              { Name: 'OldestDays', Unit: 'Count' },
            ],
          },
        ],
      },
      service: 'nominera-local',
      OpenCases: 3,
      OldestDays: 40,
    },
  ]);
});

it('tells of a step beside the stage, and of the next figures without it', async () => {
  const { measure } = await import('../../shared/runtime/metrics.ts');
  measure({ openCases: 2 }, 'position');
  measure({ executionsFailed: 1 });
  expect(written).toMatchObject([
    { _aws: { CloudWatchMetrics: [{ Dimensions: [['service', 'step']] }] }, step: 'position', OpenCases: 2 },
    { _aws: { CloudWatchMetrics: [{ Dimensions: [['service']] }] }, ExecutionsFailed: 1 },
  ]);
  expect(written[1]).not.toHaveProperty('step');
});
