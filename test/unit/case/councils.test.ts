import { expect, it } from 'vitest';
import { applied } from '../../../shared/case/apply.ts';
import { NO_CONSEQUENCE } from '../../../shared/case/consequence.ts';
import { councilsChanged } from '../../../shared/case/councils.ts';
import { reminderDue } from '../../../shared/case/reminders.ts';
import { aQuestion, facts } from '../../builders/case.ts';

it('R-b3: a council that is to answer after all is reminded by its new month, as if it had never been', () => {
  const letGo = aQuestion('position', 'council-a', {
    status: 'released',
    receivedOn: '2026-09-07',
    targetOn: '2026-10-07',
    meetingOn: '2027-01-15',
    remindedOn: '2026-11-04',
    deputyAskedOn: '2026-10-21',
    escalatedOn: '2026-11-04',
  });
  const other = aQuestion('position', 'council-b');
  const councils = ['council-a', 'council-b'];
  const given = facts({ head: { councils, councilsAsked: ['council-b'] }, questions: [letGo, other] });
  const now = new Date('2026-11-23T12:00:00.000Z');
  const change = councilsChanged(given, { add: ['council-a'], release: [] }, now);
  const [opened = other] = applied(given, { ...NO_CONSEQUENCE, ...change }).questions;
  expect(opened).toMatchObject({ status: 'open', linkVersion: 2, targetOn: '2026-12-23' });
  for (const mark of ['meetingOn', 'remindedOn', 'deputyAskedOn', 'escalatedOn'] as const)
    expect(opened[mark]).toBeUndefined();
  const late = reminderDue({ ...opened, linked: 2 }, { deputy: 'vice@example.se' }, '2027-01-07');
  expect(late).toMatchObject({ reminder: true, deputy: true });
});
