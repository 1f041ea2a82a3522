import { describe, expect, it } from 'vitest';
import type { CaseFacts, QuestionFact } from '../../../shared/case/facts.ts';
import { newQuestion } from '../../../shared/case/opening.ts';
import { type Due, type Reminded, remindable, reminderDue } from '../../../shared/case/reminders.ts';
import { daysAfter } from '../../../shared/case/working-days.ts';
import { aQuestion, facts } from '../../builders/case.ts';
import { asked, roundOf } from '../../builders/programme.ts';

/** A council's question that came on Monday 7 September 2026; the month ends on Wednesday 7 October. */
const position = (given: Partial<QuestionFact> = {}): QuestionFact =>
  aQuestion('position', 'council-a', {
    linked: 1,
    openedAt: '2026-09-07T08:00:00.000Z',
    receivedOn: '2026-09-07',
    targetOn: '2026-10-07',
    ...given,
  });

const isDue = (question: QuestionFact, today: string, body: Reminded = {}): readonly string[] => {
  const due = reminderDue(question, body, today);
  return (Object.keys(due) as (keyof Due)[]).filter((what) => due[what]);
};

/** Every day from the first to the last on which something is due, when each is marked as done at once. */
const course = (
  start: QuestionFact,
  [first, last]: readonly [string, string],
  body: Reminded = {},
  isUp: (day: string) => boolean = () => true,
): Readonly<Record<string, string>> => {
  const days: Record<string, string> = {};
  let question = start;
  for (let day = first; day <= last; day = daysAfter(day, 1)) {
    const due = isUp(day) ? isDue(question, day, body) : [];
    if (due.length > 0) days[day] = due.join(', ');
    question = {
      ...question,
      ...(due.includes('reminder') && { remindedOn: day }),
      ...(due.includes('deputy') && { deputyAskedOn: day }),
      ...(due.includes('escalation') && { escalatedOn: day }),
    };
  }
  return days;
};

const AUTUMN = ['2026-09-07', '2026-12-31'] as const;
const DEPUTY = { deputy: 'ersattare@example.se' };

describe('R-b3: a council is reminded', () => {
  it('a week before the target, on the day, and then every second week; the office is told after a fortnight', () => {
    expect(course(position(), AUTUMN)).toEqual({
      '2026-09-30': 'reminder',
      '2026-10-07': 'reminder',
      '2026-10-21': 'reminder, escalation',
      '2026-11-04': 'reminder',
      '2026-11-18': 'reminder',
      '2026-12-02': 'reminder',
      '2026-12-16': 'reminder',
      '2026-12-30': 'reminder',
    });
  });

  it('with its deputy asked too after a fortnight, and someone told after two', () => {
    expect(course(position(), ['2026-10-08', '2026-11-18'], DEPUTY)).toEqual({
      '2026-10-08': 'reminder',
      '2026-10-21': 'reminder, deputy',
      '2026-11-04': 'reminder, escalation',
      '2026-11-18': 'reminder',
    });
  });

  it.each([
    ['a Saturday goes to Monday', '2026-10-10', { '2026-10-05': 'reminder', '2026-10-12': 'reminder' }],
    [
      '31 January',
      '2027-01-31',
      { '2027-01-25': 'reminder', '2027-02-01': 'reminder', '2027-02-15': 'reminder, escalation' },
    ],
    [
      'a leap day',
      '2028-02-29',
      { '2028-02-22': 'reminder', '2028-02-29': 'reminder', '2028-03-14': 'reminder, escalation' },
    ],
    [
      'Good Friday goes past Easter Monday',
      '2027-03-26',
      { '2027-03-19': 'reminder', '2027-03-30': 'reminder' },
    ],
    [
      'a week before it is Maundy Thursday',
      '2027-04-01',
      { '2027-03-25': 'reminder', '2027-04-01': 'reminder' },
    ],
    [
      'Midsummer Eve goes past the weekend',
      '2027-06-25',
      { '2027-06-18': 'reminder', '2027-06-28': 'reminder' },
    ],
    [
      'Christmas Eve goes past the days after',
      '2026-12-24',
      { '2026-12-17': 'reminder', '2026-12-28': 'reminder' },
    ],
    [
      'New Year’s Eve, a week after Christmas Eve',
      '2026-12-31',
      { '2026-12-28': 'reminder', '2027-01-04': 'reminder' },
    ],
    ['over the change to summer time', '2027-03-31', { '2027-03-24': 'reminder', '2027-03-31': 'reminder' }],
    ['over the change to winter time', '2026-10-28', { '2026-10-21': 'reminder', '2026-10-28': 'reminder' }],
  ])('on working days only: %s', (_why, targetOn, days) => {
    const last = Object.keys(days).at(-1) ?? '';
    expect(course(position({ targetOn }), [daysAfter(targetOn, -28), last])).toEqual(days);
  });

  it('once after a week without mornings', () => {
    const isDown = (day: string) => day >= '2026-09-28' && day <= '2026-10-08';
    expect(course(position(), ['2026-09-07', '2026-10-20'], {}, (day) => !isDown(day))).toEqual({
      '2026-10-09': 'reminder',
    });
  });

  it('and a deputy who was asked late gets its fortnight, too', () => {
    const isUp = (day: string) => day >= '2026-11-05';
    expect(course(position(), ['2026-09-07', '2026-11-18'], DEPUTY, isUp)).toEqual({
      '2026-11-05': 'reminder, deputy',
      '2026-11-18': 'reminder, escalation',
    });
  });

  it('never of a day before it had the question, nor on the day that it came', () => {
    const late = position({ openedAt: '2026-10-07T08:00:00.000Z' });
    expect(course(late, ['2026-10-07', '2026-10-21'])).toEqual({ '2026-10-21': 'reminder, escalation' });
  });
});

describe('ROUTINE.md section 0 no. 8: a council is left in peace', () => {
  it('until the day after the meeting that it said, and then gets what is due', () => {
    const met = position({ meetingOn: '2026-10-12' });
    expect(course(met, ['2026-09-28', '2026-10-21'])).toEqual({
      '2026-10-13': 'reminder',
      '2026-10-21': 'reminder, escalation',
    });
  });

  it('when the meeting is over before anything is due', () => {
    const met = position({ meetingOn: '2026-09-29' });
    expect(Object.keys(course(met, AUTUMN))[0]).toBe('2026-09-30');
  });

  it('while nobody reads its mailbox, until the first working day after', () => {
    const away = { absences: [{ from: '2026-09-28', to: '2026-10-02' }] };
    expect(Object.keys(course(position(), ['2026-09-28', '2026-10-10'], away))).toEqual([
      '2026-10-05',
      '2026-10-07',
    ]);
  });

  it('in its summer pause, each summer', () => {
    const pause = { ...DEPUTY, summerPause: { from: '06-15', to: '08-16' } };
    for (const year of ['2027', '2028']) {
      const asked = position({ openedAt: `${year}-05-20T08:00:00.000Z`, targetOn: `${year}-06-21` });
      const days = Object.keys(course(asked, [`${year}-05-20`, `${year}-08-31`], pause));
      expect(days.filter((day) => day >= `${year}-06-15`)[0]).toBe(`${year}-08-17`);
    }
  });

  it('and its deputy is asked as soon as the target passes while it is absent', () => {
    const away = { ...DEPUTY, absences: [{ from: '2026-10-01', to: '2026-11-01' }] };
    expect(course(position(), ['2026-10-01', '2026-11-10'], away)).toEqual({
      '2026-10-08': 'deputy',
      '2026-11-02': 'reminder',
      '2026-11-04': 'reminder, escalation',
    });
  });

  it('but the deputy is not asked while the target is still to come, nor by an absence that began after it', () => {
    const away = { ...DEPUTY, absences: [{ from: '2026-10-08', to: '2026-10-20' }] };
    expect(course(position(), ['2026-10-01', '2026-10-20'], away)).toEqual({
      '2026-10-01': 'reminder',
      '2026-10-07': 'reminder',
    });
  });

  it('while it waits for a supplement, and for days that fell in that time', () => {
    const waits = [{ for: 's', from: '2026-09-20T08:00:00.000Z' }];
    expect(course(position({ waits }), AUTUMN)).toEqual({});
    const given = position({ waits: [{ ...waits[0], to: '2026-10-12T08:00:00.000Z' } as never] });
    expect(Object.keys(course(given, ['2026-10-12', '2026-10-22']))).toEqual(['2026-10-21']);
  });

  it.each<[string, Partial<QuestionFact>]>([
    ['it has answered', { status: 'answered' }],
    ['it is released', { status: 'released' }],
    ['the case has ended', { status: 'closed' }],
    ['it is about to be asked by a new link', { linkVersion: 2 }],
    ['it has not been asked yet', { linked: 0 }],
    ['the question rests', { restsUntil: '2027-06-01' }],
  ])('when %s', (_why, given) => {
    expect(course(position(given), AUTUMN, DEPUTY)).toEqual({});
  });
});

describe('where the routine states no time', () => {
  const anyone = (step: QuestionFact['round']['step'], given: Partial<QuestionFact> = {}) =>
    aQuestion(step, 'somebody', {
      linked: 1,
      openedAt: '2026-09-07T08:00:00.000Z',
      receivedOn: '2026-09-07',
      ...given,
    });

  it.each(['screening', 'decision', 'anchoring', 'supplement', 'councilChange'] as const)(
    '%s is reminded of after a fortnight and then every second week, and nobody above is told',
    (step) => {
      expect(course(anyone(step), ['2026-09-07', '2026-10-19'], DEPUTY)).toEqual({
        '2026-09-21': 'reminder',
        '2026-10-05': 'reminder',
        '2026-10-19': 'reminder',
      });
    },
  );

  it('PPR is not reminded: its age is shown', () => {
    expect(course(anyone('pprPosition'), AUTUMN)).toEqual({});
  });

  it('a deferred decision is reminded of a fortnight after it was taken up again', () => {
    const deferred = anyone('decision', { restsUntil: '2026-11-04' });
    expect(Object.keys(course(deferred, ['2026-09-07', '2026-11-20']))).toEqual(['2026-11-18']);
  });
});

describe('ROUTINE.md section 0 no. 10: what is asked in a list', () => {
  // Friday 1 October 2027, when the yearly follow-ups begin.
  const followUp = aQuestion('followUp', 'council-a', {
    linked: 1,
    openedAt: '2027-10-01T04:30:05.000Z',
    receivedOn: '2027-10-01',
  });

  it('is told of on the first working morning after it came, once, and then reminded of as other questions', () => {
    expect(isDue(followUp, '2027-10-01')).toEqual([]);
    expect(isDue(followUp, '2027-10-02')).toEqual([]);
    expect(isDue(followUp, '2027-10-04')).toEqual(['list']);
    const told = { ...followUp, remindedOn: '2027-10-04' };
    expect(isDue(told, '2027-10-05')).toEqual([]);
    expect(isDue(told, '2027-11-01')).toEqual(['reminder']);
  });

  it('R-j1: counts from the day of the list, also where it was opened a month before for the figures', () => {
    const early = { ...followUp, openedAt: '2027-09-01T06:00:00.000Z' };
    expect(isDue(early, '2027-10-01')).toEqual([]);
    expect(isDue(early, '2027-10-04')).toEqual(['list']);
    const told = { ...early, remindedOn: '2027-10-04' };
    expect(course(told, ['2027-10-05', '2027-11-02'])).toEqual({ '2027-11-01': 'reminder' });
  });
});

describe('R-k4: the position on an inactivation, which a stop for safety may wait for', () => {
  const asked = {
    ...newQuestion(roundOf('inactivationPosition'), 'adult', new Date('2026-09-07T08:00:00.000Z')),
    linked: 1,
  };

  it('is wished for within a month, as the office’s own goal', () => {
    expect(asked.targetOn).toBe('2026-10-07');
  });

  it('is reminded of, asked of the deputy and told above, as a position on a nomination is', () => {
    expect(course(asked, ['2026-09-07', '2026-11-04'], DEPUTY)).toEqual({
      '2026-09-30': 'reminder',
      '2026-10-07': 'reminder',
      '2026-10-21': 'reminder, deputy',
      '2026-11-04': 'reminder, escalation',
    });
  });
});

describe('R-j1: the year’s figures', () => {
  it('are reminded of twice before the council’s list', () => {
    const figures = aQuestion('figures', 'programmeOwner', {
      linked: 1,
      openedAt: '2027-09-01T06:00:00.000Z',
      receivedOn: '2027-09-01',
    });
    expect(course(figures, ['2027-09-01', '2027-09-30'])).toEqual({
      '2027-09-15': 'reminder',
      '2027-09-29': 'reminder',
    });
  });
});

describe('R-h1: the review of the content (h)', () => {
  const reviewer = asked('contentReview', 'independentReviewer');
  const production = asked('productionChecklist', 'projectManager', { outcome: 'done' });
  const done = { ...production, answeredAt: '2026-12-10T10:00:00.000Z' };
  const inProduction = (...questions: readonly QuestionFact[]) =>
    facts({ head: { phase: 'production', occasion: 'decided' }, questions });
  const remindedOf = (it: CaseFacts) => remindable(it).filter(({ round }) => round.step === 'contentReview');

  it('R-g2: is reminded of once there is something to review, and as from then', () => {
    expect(remindedOf(inProduction(reviewer))).toEqual([]);
    expect(remindedOf(inProduction(reviewer, asked('productionChecklist', 'projectManager')))).toEqual([]);
    const [question, ...others] = remindedOf(inProduction(reviewer, done));
    expect(others).toEqual([]);
    expect(question).toMatchObject({ id: reviewer.id, receivedOn: '2026-12-10' });
    const linked = { ...(question as QuestionFact), linked: 1 };
    expect(course(linked, ['2026-12-01', '2027-01-15'])).toEqual({ '2027-01-11': 'reminder' });
  });

  it('waits again while the production is done anew', () => {
    const again = asked('productionChecklist', 'projectManager', undefined, 2);
    expect(remindedOf(inProduction(reviewer, done, again))).toEqual([]);
  });

  it('is not reminded of to a manager who stands in: it has a plan of its own', () => {
    expect(remindedOf(inProduction(asked('contentReview', 'projectManager'), done))).toEqual([]);
  });
});
