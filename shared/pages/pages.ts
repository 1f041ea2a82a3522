/** The pages that functions send. */
export { faultPage, tooLongPage, unknownLinkPage, unsureFaultPage } from './dead-ends.ts';
export { pageHeaders } from './layout.tsx';
export { questionPage } from './question-page.tsx';
export { receiptPage } from './receipt-page.tsx';
export { reviewPage } from './review-page.tsx';
export { startPage } from './start-page.tsx';
export type {
  EarlierAnswer,
  QuestionView,
  ReceiptView,
  ReviewView,
  Typed,
} from './views.ts';
