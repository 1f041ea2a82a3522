/** The pages that functions send. */
export { actDonePage, actPage } from './act-page.tsx';
export { agendaPage } from './agenda-page.tsx';
export { casePage } from './case-page.tsx';
export { closedPage } from './closed-page.tsx';
export { faultPage, tooLongPage, unknownLinkPage, unsureFaultPage } from './dead-ends.ts';
export { pageHeaders } from './layout.tsx';
export {
  interestClosedPage,
  interestDonePage,
  interestPage,
  programmePage,
  unknownProgrammePage,
} from './programme-page.tsx';
export type { Shown, ShownElsewhere, ShownNomination, ShownProgramme } from './programme-views.ts';
export { MOST_SOUGHT, programmesPage } from './programmes-page.tsx';
export { questionPage } from './question-page.tsx';
export { receiptPage } from './receipt-page.tsx';
export { replacedPage, resentPage } from './replaced-page.tsx';
export { reportApprovalPage, reportApprovedPage, SEEN } from './report-approval-page.tsx';
export { reportPage, unknownReportPage } from './report-page.tsx';
export { reviewPage } from './review-page.tsx';
export { startPage } from './start-page.tsx';
export type {
  ActDoneView,
  ActLink,
  ActView,
  AgendaItem,
  AgendaView,
  Approval,
  CaseView,
  Cause,
  ClosedView,
  CourseAct,
  CourseQuestion,
  DeviationView,
  EarlierAnswer,
  NominationChange,
  OfficeView,
  PhaseSteps,
  ProgrammeView,
  ProjectView,
  QuestionView,
  ReceiptView,
  RelatedCase,
  ReleasedBody,
  ReplacedView,
  ReviewView,
  ShownInterest,
  Similar,
  StatedPosition,
  StepState,
  Typed,
  WaitedFor,
} from './views.ts';
