import { type CaseFacts, type CaseHead, LAYOUT, type QuestionFact } from './facts.ts';
import { NO_LINK_YET } from './opening.ts';
import { isForChildren, type Nomination } from './submit.ts';
import { dateInSweden } from './sweden.ts';

/** Whether a case is in the record as this code stores cases. */
export const isLaidOut = ({ head }: CaseFacts): boolean => head.layout === LAYOUT;

/**
 * A case that earlier code stored, with all that this code looks for in a case (R-13: it goes on as it began).
 * @param facts of any layout, lacking what came later
 */
export const laidOut = (facts: CaseFacts, nomination: Nomination): CaseFacts => ({
  ...facts,
  head: {
    ...sinceSecond(facts.head, nomination),
    ...facts.head,
    forChildren: isForChildren(nomination),
    layout: LAYOUT,
  },
  questions: facts.questions.map((question) => ({ ...linkedAtOnce(question), ...question })),
});

/** The first layout had no page of a case, one version of a nomination, and no question to the head of operations, who is not asked afterwards. */
const sinceSecond = ({ councils }: CaseHead, { anchoredWithHeadOn }: Nomination): Partial<CaseHead> => ({
  opened: 0,
  nominationVersion: 1,
  councilsAsked: councils,
  caseLinks: { nominator: NO_LINK_YET, sobOffice: NO_LINK_YET },
  anchoring: anchoredWithHeadOn === undefined ? 'notNeeded' : 'stated',
});

/** In the first layout a link was made with its question, and the month counted from then. */
const linkedAtOnce = ({ linkVersion, openedAt }: QuestionFact): Partial<QuestionFact> => ({
  linked: linkVersion,
  receivedOn: dateInSweden(new Date(openedAt)),
});
