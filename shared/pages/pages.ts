/** The pages that functions send. */
export { pageHeaders } from './layout.tsx';
export { messagePage } from './message-page.tsx';
export { questionPage } from './question-page.tsx';
export { receiptPage } from './receipt-page.tsx';
export { reviewPage } from './review-page.tsx';
export { startPage } from './start-page.tsx';
export type {
  EarlierAnswer,
  MessageView,
  QuestionView,
  ReceiptView,
  ReviewView,
  Typed,
} from './views.ts';
