import { putLogin, takeLogin } from '../../shared/records/logins.ts';
import { readPeople, readPeopleLog, writePerson } from '../../shared/records/people.ts';
import { endSession, putSession, readSession } from '../../shared/records/sessions.ts';
import type { Store } from '../../shared/records/store.ts';
import type { ReadSession } from '../../shared/web/desk-door.ts';
import type { Provider } from './provider.ts';

/** What the desk reads and writes of its sessions and people. */
export const deskRecord = (store: Store) => ({
  session: readSession.bind(undefined, store),
  putSession: putSession.bind(undefined, store),
  endSession: endSession.bind(undefined, store),
  putLogin: putLogin.bind(undefined, store),
  takeLogin: takeLogin.bind(undefined, store),
  people: readPeople.bind(undefined, store),
  writePerson: writePerson.bind(undefined, store),
  peopleLog: readPeopleLog.bind(undefined, store),
});

export interface DeskDeps {
  readonly record: ReturnType<typeof deskRecord>;
  readonly provider: Provider;
  /** The address that all our paths begin with. */
  readonly baseUrl: string;
  /** Subjects or e-mail addresses of those whom the stage's settings let in. */
  readonly firstOfficers: readonly string[];
  now(): Date;
}

/** Whose session is behind a digest now. */
export const sessionsOf =
  ({ record, now }: Pick<DeskDeps, 'record' | 'now'>): ReadSession =>
  (digest) =>
    record.session(digest, now());
