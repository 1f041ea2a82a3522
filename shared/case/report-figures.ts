import { decision } from '../routine/decision.ts';
import type { CountId, Unit } from '../routine/report.ts';
import type { Words } from '../routine/words.ts';
import { middle, per, share, type YearSums } from './year-sums.ts';

/** One number of the report; `null` where there is nothing to make it of, such as a median of no answers. */
export interface Figure {
  /** Its own within its count. */
  readonly name: string;
  readonly label: Words;
  readonly value: number | null;
  readonly unit: Unit;
}

const figure = (name: string, unit: Unit, sv: string, en: string, value: number | null): Figure => ({
  name,
  label: { sv, en },
  value,
  unit,
});

const DECISIONS = ['create', 'purchase', 'useExisting', 'collaborate', 'decline'] as const;

const developed =
  (...kinds: readonly ('treatment' | 'support')[]) =>
  (sums: YearSums): readonly Figure[] => {
    const of = (how: string): number => sums.of(...kinds.map((kind) => `${how}/${kind}`));
    return [
      figure('developed', 'programmes', 'Framtagna', 'Developed', of('developed')),
      figure(
        'joint',
        'programmes',
        'Dessutom tillsammans med andra regioner',
        'Besides, together with other regions',
        of('joint'),
      ),
    ];
  };

/** The figures of each count, the count itself first. */
export const FIGURES: Readonly<Record<CountId, (sums: YearSums) => readonly Figure[]>> = {
  C1: developed('treatment', 'support'),
  C2: developed('support'),
  C3: developed('treatment'),
  C4: (sums) => {
    const [bought, existing] = [sums.of('putInUse/purchase'), sums.of('putInUse/useExisting')];
    return [
      figure('putInUse', 'programmes', 'Togs i bruk', 'Put in use', bought + existing),
      figure('purchase', 'programmes', 'Varav inköpta', 'Of which purchased', bought),
      figure('useExisting', 'programmes', 'Varav befintliga', 'Of which existing', existing),
    ];
  },
  C5: (sums) => [
    figure('in', 'nominations', 'Kom in', 'Came in', sums.of('nominated')),
    figure(
      'forwarded',
      'nominations',
      'Skickades till samordningsråd',
      'Forwarded to councils',
      sums.of('screened/forwardToCouncils'),
    ),
    figure(
      'notForSob',
      'nominations',
      'Bedömdes inte höra hemma i SoB',
      'Found not to belong in SoB',
      sums.of('screened/notForSob'),
    ),
    figure(
      'merged',
      'nominations',
      'Slogs ihop med ett annat ärende',
      'Merged into another case',
      sums.of('screened/mergeWithOther'),
    ),
    figure(
      'decided',
      'nominations',
      'Beslutades',
      'Decided',
      sums.of(...DECISIONS.map((outcome) => `decided/${outcome}`)),
    ),
    ...DECISIONS.map((outcome): Figure => {
      const { sv, en } = decision.form.decision.options[outcome];
      return figure(
        outcome,
        'nominations',
        `Beslut: ${sv}`,
        `Decision: ${en}`,
        sums.of(`decided/${outcome}`),
      );
    }),
  ],
  C6: (sums) => {
    const [days, netDays] = [sums.days('stepDays/position'), sums.days('netDays')];
    return [
      figure(
        'withinMonthShare',
        'percent',
        'Inom en månad',
        'Within a month',
        share(sums.of('withinMonth'), days.length),
      ),
      figure(
        'withinMonthShareNet',
        'percent',
        'Inom en månad, utan väntan på kompletteringar',
        'Within a month, without waiting for supplements',
        share(sums.of('withinMonthNet'), days.length),
      ),
      figure('medianDays', 'days', 'Mediantid', 'Median time', middle(days)),
      figure(
        'medianDaysNet',
        'days',
        'Mediantid, utan väntan på kompletteringar',
        'Median time, without waiting for supplements',
        middle(netDays),
      ),
      figure('answers', 'answers', 'Svar', 'Answers', days.length),
      figure(
        'withinMonth',
        'answers',
        'Svar inom en månad',
        'Answers within a month',
        sums.of('withinMonth'),
      ),
    ];
  },
  C7: (sums) => [figure('referred', 'cases', 'Hänskjutna', 'Referred', sums.of('referred'))],
  C8: (sums) => [figure('inactivated', 'programmes', 'Inaktiverade', 'Inactivated', sums.of('inactivated'))],
  C9: (sums) => [figure('inUse', 'programmes', 'I bruk', 'In use', sums.atEnd('use'))],
  C10: (sums) => [
    figure(
      'unitsPerProgramme',
      'units',
      'I genomsnitt per program',
      'On average per programme',
      per(sums.atEnd('units'), sums.atEnd('use')),
    ),
    figure('units', 'units', 'Sammanlagt', 'Altogether', sums.atEnd('units')),
  ],
  C11: (sums) => {
    const inUse = sums.atEnd('use');
    const without = inUse - sums.of('followedUp');
    return [
      figure('notFollowedUp', 'programmes', 'Utan uppföljning', 'Without a follow-up', without),
      figure(
        'notFollowedUpShare',
        'percent',
        'Andel av programmen i bruk',
        'Share of the programmes in use',
        share(without, inUse),
      ),
    ];
  },
};
