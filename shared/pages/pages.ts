/** The pages that functions send. */
export { actDonePage, actPage } from './act-page.tsx';
export { agendaPage } from './agenda-page.tsx';
export { casePage } from './case-page.tsx';
export { closedPage } from './closed-page.tsx';
export { faultPage, tooLongPage, unknownLinkPage, unsureFaultPage } from './dead-ends.ts';
export { pageHeaders } from './layout.tsx';
export { questionPage } from './question-page.tsx';
export { receiptPage } from './receipt-page.tsx';
export { replacedPage, resentPage } from './replaced-page.tsx';
export { reviewPage } from './review-page.tsx';
export { startPage } from './start-page.tsx';
export type {
  ActDoneView,
  ActLink,
  ActView,
  AgendaItem,
  AgendaView,
  CaseView,
  Cause,
  ClosedView,
  CourseAct,
  CourseQuestion,
  EarlierAnswer,
  NominationChange,
  OfficeView,
  QuestionView,
  ReceiptView,
  RelatedCase,
  ReleasedBody,
  ReplacedView,
  ReviewView,
  Similar,
  StatedPosition,
  StepState,
  Typed,
  WaitedFor,
} from './views.ts';
