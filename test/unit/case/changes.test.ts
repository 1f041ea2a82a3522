import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../../shared/case/changes.ts';
import { nominationForm } from '../../../shared/routine/nomination.ts';

describe('what changed from one version of a nomination to the next', () => {
  it('is what was added, taken away or answered otherwise, in the order of the form', () => {
    const before = { workingTitle: 'Sov', purpose: 'Bättre sömn', targetAgeGroups: ['18-64'] };
    const after = { targetAgeGroups: ['18-64', '65+'], workingTitle: 'Sov', summary: 'Kort' };
    expect(changesBetween(nominationForm, before, after)).toEqual([
      { field: 'summary', after: 'Kort' },
      { field: 'targetAgeGroups', before: ['18-64'], after: ['18-64', '65+'] },
      { field: 'purpose', before: 'Bättre sömn' },
    ]);
  });

  it('is nothing where the same was said', () => {
    const line = () => ({
      costLines: [{ category: 'training', amountSek: 1 }],
      financing: { unknown: true },
    });
    expect(changesBetween(nominationForm, line(), line())).toEqual([]);
  });
});
