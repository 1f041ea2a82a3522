import { SOB_OFFICE } from '../../shared/case/rounds.ts';
import { type accessibilityPage, glossaryPage } from '../../shared/pages/pages.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { language, page } from '../../shared/web/request.ts';
import type { FollowDeps } from './record.ts';

/** What the words of the routine mean. */
export const showGlossary = async (event: HttpEvent): Promise<HttpResult> =>
  page(200, glossaryPage(language(event)));

/** A statement of the service, with how to reach the office as the register has it. */
export const showStatement = async (
  { record }: FollowDeps,
  event: HttpEvent,
  statement: typeof accessibilityPage,
): Promise<HttpResult> => {
  const office = (await record.bodies()).find(({ id }) => id === SOB_OFFICE);
  return page(200, statement({ lang: language(event), ...(office && { mailbox: office.mailbox }) }));
};
