/** The pages that functions send. */
export { actDonePage, actPage } from './act-page.tsx';
export { agendaPage, CHOSEN, CHOSEN_FIELD } from './agenda-page.tsx';
export type { AgendaItem, AgendaView, PackView } from './agenda-views.ts';
export {
  type AttachmentsView,
  type AttachmentView,
  attachmentPage,
  attachmentsPage,
  REMOVE,
} from './attachments-page.tsx';
export { casePage } from './case-page.tsx';
export { closedPage } from './closed-page.tsx';
export { copyPage } from './copy-page.tsx';
export { faultPage, removedFilePage, tooLongPage, unknownLinkPage, unsureFaultPage } from './dead-ends.ts';
export { bodiesPage } from './desk-bodies-page.tsx';
export { bodyPage, unknownBodyPage, VERSION } from './desk-body-page.tsx';
export { deskCallsPage } from './desk-calls-page.tsx';
export { deskCasesPage } from './desk-cases-page.tsx';
export {
  type DeskRefusal,
  type DeskRefusedView,
  deskRefusedPage,
  type LoginFault,
  loggedOutPage,
  loginFailedPage,
} from './desk-closed-pages.tsx';
export { disclosuresPage } from './desk-disclosures-page.tsx';
export { KINDS } from './desk-filters.tsx';
export type {
  BodiesView,
  BodyView,
  CasesAsked,
  DeskCasesView,
  DisclosuresView,
  ListedBody,
  ListedCase,
  ListedDisclosure,
  ShownBodyChange,
} from './desk-list-views.ts';
export { peoplePage } from './desk-people-page.tsx';
export { usualOrder } from './desk-query.ts';
export type {
  CopiedDocument,
  CopyView,
  DeskPart,
  DisclosureLine,
  DisclosureView,
  DocumentLine,
  DocumentMark,
  MailLine,
  RedactView,
} from './desk-views.ts';
export { disclosurePage } from './disclosure-page.tsx';
export type { DocumentView } from './documents.tsx';
export { CARRIED } from './draft-names.ts';
export { draftOverviewPage } from './draft-overview-page.tsx';
export { draftPartPage } from './draft-part-page.tsx';
export { draftReceiptPage } from './draft-receipt-page.tsx';
export { draftReviewPage } from './draft-review-page.tsx';
export type {
  CallMeView,
  CallShown,
  CallsView,
  DraftFrame,
  DraftReceiptView,
  DraftReviewView,
  MailedView,
  NominateView,
  OverviewView,
  PartState,
  PartView,
} from './draft-views.ts';
export { glossaryPage } from './glossary-page.tsx';
export { headersPostingTo, pageHeaders } from './layout.tsx';
export { callDonePage, callPage, mailedPage, nominatePage } from './nominate-page.tsx';
export { packPage } from './pack-page.tsx';
export { partsOf } from './parts.tsx';
export { STANDING } from './programme-facts.tsx';
export {
  interestClosedPage,
  interestDonePage,
  interestPage,
  programmePage,
  unknownProgrammePage,
} from './programme-page.tsx';
export type { Shown, ShownElsewhere, ShownNomination, ShownProgramme } from './programme-views.ts';
export { programmesPage } from './programmes-page.tsx';
export { questionPage } from './question-page.tsx';
export { receiptPage } from './receipt-page.tsx';
export { redactPage } from './redact-page.tsx';
export { replacedPage, resentPage } from './replaced-page.tsx';
export { reportApprovalPage, reportApprovedPage, SEEN } from './report-approval-page.tsx';
export { reportPage, unknownReportPage } from './report-page.tsx';
export { reviewPage } from './review-page.tsx';
export { startPage } from './start-page.tsx';
export { accessibilityPage, privacyPage } from './statement-pages.tsx';
export { type UploadView, uploadPage } from './upload-page.tsx';
export type {
  ActDoneView,
  ActLink,
  ActView,
  Approval,
  CaseView,
  Cause,
  ClosedView,
  CourseAct,
  CourseQuestion,
  DeskFrame,
  DeviationView,
  EarlierAnswer,
  Frame,
  NominationChange,
  OfficeView,
  PeopleView,
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
