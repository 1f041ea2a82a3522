import { ATTACHING, REFUSED, withFiles } from '../../shared/case/attachments.ts';
import { headersPostingTo, uploadPage } from '../../shared/pages/pages.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { page } from '../../shared/web/request.ts';
import { backTo, showAct, takeAct } from './case-pages.ts';
import type { OpenedAct } from './do.ts';
import type { AnswerDeps } from './record.ts';
import { askingOf } from './request.ts';
import { frameOf, whoActs } from './view.ts';

/** Whether an act adds a file. */
export const isAttaching = ({ act }: Pick<OpenedAct, 'act'>): boolean => ATTACHING.includes(act.id);

/**
 * Adding a file to the case: first a form that sends it to the bucket, then, when the browser has come back from there,
 * the form of the act. Only that changes anything.
 */
export const serveAttach = async (
  deps: AnswerDeps,
  event: HttpEvent,
  opened: OpenedAct,
): Promise<HttpResult> => {
  const id = event.queryStringParameters?.upload;
  if (id === undefined) return chooseFile(200, deps, event, opened);
  const found = await deps.files.inspect(opened.facts.head.id, id);
  if ('refused' in found) return chooseFile(422, deps, event, opened, REFUSED[found.refused]);
  const { upload } = found;
  const known = withFiles(opened.known, [{ ...upload, addedAt: '' }]);
  const attaching = { ...opened, known, attaches: found };
  const isPost = event.requestContext.http.method === 'POST';
  return isPost ? takeAct(deps, event, attaching) : showAct(deps, event, attaching);
};

const chooseFile = async (
  status: number,
  deps: AnswerDeps,
  event: HttpEvent,
  opened: OpenedAct,
  problem?: (typeof REFUSED)[keyof typeof REFUSED],
): Promise<HttpResult> => {
  const { facts, act } = opened;
  const { upload: _, ...query } = event.queryStringParameters ?? {};
  const back = `${event.rawPath}?${new URLSearchParams(query as Record<string, string>)}`;
  const form = await deps.files.form(facts.head.id, back);
  const html = uploadPage({
    ...askingOf(event),
    ...frameOf(opened),
    caseNumber: facts.head.number,
    bodyName: whoActs(opened),
    asks: act.asks,
    lead: act.lead,
    backHref: backTo(event),
    upload: form,
    ...(problem && { problem }),
  });
  return { ...page(status, html), headers: headersPostingTo(form.url) };
};
