import { routineExpiry } from '../../shared/case/expiry.ts';
import { SOB_OFFICE } from '../../shared/case/rounds.ts';
import type { Frame, ReviewView } from '../../shared/pages/pages.ts';
import type { Reading } from '../../shared/pages/posted.ts';
import type { Act, Sheet } from '../../shared/routine/question.ts';
import { ROLE_NAMES } from '../../shared/routine/routine.ts';
import { dateInWords, type Language, type Words } from '../../shared/routine/words.ts';
import type { OpenedAct } from './do.ts';
import { bodyName, nameOf } from './names.ts';
import type { OpenedCase } from './opened.ts';

/** What pages of questions, of acts and of cases have in common. */

/** What every page of one request is told. */
export interface Asking {
  readonly lang: Language;
  /** The page's own query, without the language. */
  readonly query: string;
}

/** What the frame of a page of the case says beside its content: to the office, to whoever is logged in. */
export const frameOf = ({
  known,
  reader,
  desk: visitor,
}: Pick<OpenedCase, 'known' | 'reader' | 'desk'>): Pick<Frame, 'expiryBanner' | 'desk'> => ({
  ...(reader === SOB_OFFICE && expiryBanner(known.today)),
  ...(visitor && { desk: visitor.desk }),
});

/** R-13. */
const expiryBanner = (today: string): { readonly expiryBanner?: Words } => {
  const expiry = routineExpiry(today);
  if (expiry === undefined) return {};
  const on = (lang: Language) => dateInWords(expiry.validTo, lang);
  return {
    expiryBanner: expiry.expired
      ? { sv: `Rutinen gällde till och med ${on('sv')}.`, en: `The routine was valid until ${on('en')}.` }
      : {
          sv: `Rutinen gäller till och med ${on('sv')}. Den behöver förnyas före dess.`,
          en: `The routine is valid until ${on('en')}. It needs to be renewed before that.`,
        },
  };
};

/** The case's page, for whoever came from it. */
export const backTo = ({ reader, fromAgenda }: OpenedCase): { readonly backHref?: string } =>
  reader === undefined && !fromAgenda ? {} : { backHref: '?' };

/** The page of an act, from a page with this query. */
export const hrefTo = (query: string, act: Act): string => `?${query === '' ? '' : `${query}&`}act=${act.id}`;

/** What was filled in, to read through before it is sent. */
export const reviewView = (
  sheet: Sheet,
  opened: OpenedCase,
  whoActs: Words,
  { posted, answers, missing }: Pick<Reading, 'posted'> & Pick<ReviewView, 'answers' | 'missing'>,
  { lang, query }: Asking,
): ReviewView => ({
  lang,
  query,
  ...frameOf(opened),
  sheet,
  caseNumber: opened.facts.head.number,
  bodyName: whoActs,
  posted,
  answers,
  missing,
  known: opened.known,
});

/** Who does an act, as its pages say it. */
export const whoActs = ({ bodies, reader, on }: Pick<OpenedAct, 'bodies' | 'reader' | 'on'>): Words => {
  if (on !== undefined && reader === undefined) return bodyName(bodies, on);
  return nameOf(bodies, reader ?? 'nominator') ?? ROLE_NAMES.nominator;
};
