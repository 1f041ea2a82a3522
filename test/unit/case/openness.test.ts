import { describe, expect, it } from 'vitest';
import { holdsWithheld, isWithheld, openAnswers, WITHHELD } from '../../../shared/case/openness.ts';
import { nominationForm } from '../../../shared/routine/nomination.ts';
import { screening } from '../../../shared/routine/screening.ts';

const nomination = {
  workingTitle: 'Sov bättre',
  costLines: [
    { category: 'purchaseLicence', amountSek: 900_000, confidential: true },
    { category: 'training', amountSek: 60_000, confidential: false },
    { category: 'staffTime', hours: 40, confidential: true },
  ],
  attachments: [{ title: 'Anbud', confidential: true }, { title: 'Vårdprogram' }],
};

describe('a nomination as those read it who are not to see what is confidential', () => {
  const open = openAnswers(nominationForm, nomination);

  it('says that an amount or an attachment is withheld, and neither how much nor what', () => {
    expect(open).toEqual({
      workingTitle: 'Sov bättre',
      costLines: [
        { category: 'purchaseLicence', amountSek: WITHHELD, confidential: true },
        { category: 'training', amountSek: 60_000, confidential: false },
        { category: 'staffTime', hours: 40, confidential: true },
      ],
      attachments: [{ title: WITHHELD, confidential: true }, { title: 'Vårdprogram' }],
    });
    expect(JSON.stringify(open)).not.toMatch(/900000|Anbud/u);
  });

  it('is known to hold less than there is', () => {
    expect(holdsWithheld(open)).toBe(true);
    expect(holdsWithheld(nomination)).toBe(false);
    expect(isWithheld(null)).toBe(false);
  });

  it('is the same where nothing was marked, and where a cost is not known yet', () => {
    const unmarked = {
      costLines: { unknown: true, reason: 'Anbud saknas' },
      attachments: [{ title: 'Plan' }],
    };
    expect(openAnswers(nominationForm, unmarked)).toEqual(unmarked);
    const answers = { similarProgrammes: [{ name: 'Sömn', confidential: true }] };
    expect(openAnswers(screening.form, answers)).toEqual(answers);
  });
});
