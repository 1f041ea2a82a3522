import { type DeskRefusedView, VERSION } from '../../shared/pages/pages.ts';
import { readPosted } from '../../shared/pages/posted.ts';
import { bodySheet } from '../../shared/routine/body.ts';
import { bodyText, type HttpEvent, type HttpResult } from '../../shared/runtime/http.ts';
import { behindDoor, type Visitor } from '../../shared/web/desk-door.ts';
import type { Bodies } from './change.ts';
import type { DeskRecord } from './desk-record.ts';

/** The register, for whoever is logged in at the desk. */
export interface DeskBodies extends Bodies {
  readonly desk: DeskRecord;
}

type Serve = (bodies: DeskBodies, event: HttpEvent, visitor: Visitor) => Promise<HttpResult>;

/** A page of the register at the desk. */
export const atDesk =
  (serve: Serve) =>
  (bodies: DeskBodies, event: HttpEvent): Promise<HttpResult> => {
    const read = (digest: string) => bodies.desk.session(digest, bodies.now());
    return behindDoor(event, { read, at: 'bodies', typedIn }, (visitor) => serve(bodies, event, visitor));
  };

const typedIn = (event: HttpEvent): Pick<DeskRefusedView, 'typed' | 'alongside'> => {
  const body = bodyText(event);
  if (body === undefined) return {};
  const version = new URLSearchParams(body).get(VERSION);
  return {
    typed: { sheet: bodySheet, ...readPosted(bodySheet.form, body, UNREAD) },
    ...(version !== null && { alongside: { [VERSION]: version } }),
  };
};

/** Nothing is read for whoever is not let in. */
const UNREAD = { today: '', facts: {}, registers: {} };
