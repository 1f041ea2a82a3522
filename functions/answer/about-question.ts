import type { QuestionView } from '../../shared/pages/pages.ts';
import { actsFor } from './do.ts';
import { bodyName } from './names.ts';
import type { Opened } from './opened.ts';
import type { AnswerDeps } from './record.ts';
import { type Asking, backTo, frameOf, hrefTo } from './view.ts';

type About = Pick<
  QuestionView,
  | 'lang'
  | 'query'
  | 'expiryBanner'
  | 'desk'
  | 'backHref'
  | 'question'
  | 'caseNumber'
  | 'bodyName'
  | 'acts'
  | 'known'
>;

/** What the page of a question and its receipt both say: whose it is, and what can be done beside answering. */
export const aboutQuestion = (deps: AnswerDeps, opened: Opened, { lang, query }: Asking): About => ({
  lang,
  query,
  ...frameOf(opened),
  ...backTo(opened),
  question: opened.question,
  caseNumber: opened.facts.head.number,
  bodyName: bodyName(opened.bodies, opened.asked),
  acts: actsFor(deps, opened, opened.asked).map((act) => ({ act, href: hrefTo(query, act) })),
  known: opened.known,
});
