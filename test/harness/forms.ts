import type { Page } from 'playwright-core';
import type { Fields } from '../../local/people.ts';
import type { Step } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';

/** A form on a page, filled in by the names of its controls: whatever the form holds, and in which language. */

/** Fills in the controls with these names, as far as the page has them. */
export const fill = async (page: Page, fields: Fields): Promise<void> => {
  for (const [name, value] of Object.entries(fields)) {
    const several = typeof value !== 'string';
    const control = page.locator(`main [name="${name}${several ? '[]' : ''}"]:not([type="hidden"])`);
    if ((await control.count()) === 0) continue;
    const isBox = /^(radio|checkbox)$/.test((await control.first().getAttribute('type')) ?? '');
    if (!isBox) await control.fill(String(value));
    else for (const one of [value].flat()) await control.and(page.locator(`[value="${one}"]`)).check();
  }
};

/** What the form on the page holds, by name, as it would be sent. */
export const filled = (page: Page): Promise<Fields> =>
  page.evaluate(`(() => {
    const held = {};
    for (const [name, value] of new FormData(document.getElementById('answer'))) {
      if (value === '' || name.startsWith('_')) continue;
      if (name.endsWith('[]')) (held[name.slice(0, -2)] ??= []).push(value);
      else held[name] = value;
    }
    return held;
  })()`);

/** Presses the button with which a form is sent in: to be read through where the question wants that. */
export const sendIn = (page: Page, step: Step): Promise<void> =>
  page
    .getByRole('button', {
      name: QUESTIONS[step].reviewedBeforeSending ? 'Kontrollera svaren' : 'Skicka svaret',
    })
    .click();
