import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { aQuestion, facts } from '../builders/case.ts';

// So that lines go by the console, where a test sees them.
vi.stubEnv('POWERTOOLS_DEV', 'true');
const { log, logged, loggedNothing, loggedStep } = await import('../../shared/runtime/log.ts');

const lines: Record<string, unknown>[] = [];

beforeEach(() => {
  lines.length = 0;
  vi.spyOn(console, 'info').mockImplementation((line) => lines.push(JSON.parse(String(line))));
});

afterEach(loggedNothing);

const aCase = (number: string, ...steps: readonly ('position' | 'decision' | 'screening')[]) =>
  facts({
    head: { id: `id of ${number}`, number },
    questions: [
      aQuestion('screening', 'sobOffice', { status: 'answered' }),
      ...steps.map((step) => aQuestion(step, 'somebody')),
    ],
  });

it('a line names the case that was read, and the steps that it waits in', () => {
  const given = aCase('N-2026-0001', 'position');
  expect(logged(given)).toBe(given);
  log.info('driven');
  expect(lines).toMatchObject([{ message: 'driven', caseNumber: 'N-2026-0001', step: 'position' }]);
});

it('names each of several once, and says what is so now of one that was read again', () => {
  logged(aCase('N-2026-0001', 'screening'));
  logged(aCase('N-2026-0002', 'position'));
  logged(aCase('N-2026-0001', 'position'));
  log.info('request');
  expect(lines).toMatchObject([{ caseNumber: 'N-2026-0001 N-2026-0002', step: 'position' }]);
});

it('names the step that is worked on, in the place of those that the case waits in', () => {
  loggedStep('screening');
  logged(aCase('N-2026-0001', 'position', 'decision'));
  log.info('asked');
  expect(lines).toMatchObject([{ caseNumber: 'N-2026-0001', step: 'screening' }]);
});

it('names no step where nobody is asked', () => {
  logged(aCase('N-2026-0001'));
  log.info('driven');
  expect(lines[0]).toMatchObject({ caseNumber: 'N-2026-0001' });
  expect(lines[0]).not.toHaveProperty('step');
});

it('the lines of the next request name none of the one before', () => {
  logged(aCase('N-2026-0001', 'position'));
  loggedStep('position');
  loggedNothing();
  logged(undefined);
  log.info('request');
  expect(lines[0]).not.toHaveProperty('caseNumber');
  expect(lines[0]).not.toHaveProperty('step');
});
