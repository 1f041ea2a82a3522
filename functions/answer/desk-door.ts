import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { behindDoor, type Needs } from '../../shared/web/desk-door.ts';
import { type OpenedCase, openAtDesk } from './opened.ts';
import type { AnswerDeps } from './record.ts';
import { unknownLink } from './request.ts';
import { typedIn } from './sent.ts';

type Serve = (event: HttpEvent, opened: OpenedCase) => Promise<HttpResult>;

/** `/desk/cases/{number}` and what lies under it, for whoever is logged in and has a role. */
export const atDesk =
  (deps: AnswerDeps, serve: Serve, needs: Needs = {}) =>
  (event: HttpEvent): Promise<HttpResult> => {
    const door = { read: deps.record.session, at: 'cases', needs, typedIn: typed } as const;
    return behindDoor(event, door, async (visitor) => {
      const opened = await openAtDesk(deps, event.pathParameters?.number ?? '', visitor);
      return opened === undefined ? unknownLink(event) : serve(event, opened);
    });
  };

const typed = (event: HttpEvent) => ({ typed: typedIn(event) });
