import { expect, it } from 'vitest';
import { startPage } from '../../shared/pages/pages.ts';

it('R-10: the first page leads to the programmes, and to the newest report where there is one', () => {
  expect(startPage('sv')).toContain('href="programmes">Program som finns, och nomineringar på väg');
  expect(startPage('sv')).not.toContain('href="reports');
  expect(startPage('en', 2027)).toContain('href="reports/2027?lang=en">Yearly follow-up 2027');
});
