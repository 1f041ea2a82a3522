import {
  changePeople,
  type DeskPerson,
  type PeopleChange,
  type PeopleRefusal,
  subjectId,
  withFirstOfficers,
} from '../../shared/case/desk-people.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { inLanguage } from '../../shared/pages/links.ts';
import { type PeopleView, peoplePage, tooLongPage } from '../../shared/pages/pages.ts';
import type { LoggedChange } from '../../shared/records/people.ts';
import type { Session } from '../../shared/records/sessions.ts';
import { checkAnswers, type FieldProblem, type Known } from '../../shared/routine/check.ts';
import { deskPersonForm } from '../../shared/routine/desk-person.ts';
import type { Words } from '../../shared/routine/words.ts';
import { bodyText, type HttpEvent, type HttpResult } from '../../shared/runtime/http.ts';
import type { Visitor } from '../../shared/web/desk-door.ts';
import { language, page, seeOther } from '../../shared/web/request.ts';
import { changePerson } from './change-person.ts';
import type { DeskDeps } from './record.ts';

const KNOWN: Known = { today: '', facts: {}, registers: {} };

/** `GET /desk/people`: whom the desk lets in, and who changed that. */
export const showPeople = async (deps: DeskDeps, event: HttpEvent, visitor: Visitor): Promise<HttpResult> => {
  const done = event.queryStringParameters?.done;
  const isDone = done === 'add' || done === 'change' || done === 'remove';
  return page(200, await shown(deps, event, visitor, isDone ? { done, query: `done=${done}` } : {}));
};

/** `POST /desk/people`: lets somebody in, changes what they may do, or takes them away. */
export const takePeople = async (deps: DeskDeps, event: HttpEvent, visitor: Visitor): Promise<HttpResult> => {
  const lang = language(event);
  const body = bodyText(event);
  if (body === undefined) return page(413, tooLongPage({ lang, routeKey: event.routeKey }));
  const { change, posted, problems } = changeIn(new URLSearchParams(body));
  const refused = async (status: number, found: readonly FieldProblem[]) =>
    page(status, await shown(deps, event, visitor, { posted, problems: found }));
  if (change === undefined) return refused(422, problems);
  const { subject, name } = visitor.session;
  const refusal = await changePerson(deps, { subject, name }, (people) =>
    changePeople(people, subject, change),
  );
  if (refusal !== undefined) return refused(409, [{ field: atField(change), message: REFUSED[refusal] }]);
  return seeOther(inLanguage(`people?done=${change.what}`, lang));
};

interface SentChange {
  readonly change?: PeopleChange;
  readonly posted: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

/** What was sent, as the views of the page say it. */
const changeIn = (sent: URLSearchParams): SentChange => {
  const [what, id = '', role] = ['what', 'id', 'role'].map((name) => sent.get(name) ?? undefined);
  if (what === 'remove') return { change: { what, id }, posted: {}, problems: [] };
  if (what === 'change' && (role === 'officer' || role === 'reader'))
    return { change: { what, id, role }, posted: {}, problems: [] };
  const posted = { who: sent.get('who') ?? '', role: role ?? '' };
  const checked = checkAnswers(deskPersonForm, posted, KNOWN);
  return checked.ok
    ? { change: { what: 'add', ...checked.answers }, posted, problems: [] }
    : { posted, problems: checked.problems };
};

const atField = ({ what }: PeopleChange): string => (what === 'add' ? 'who' : '$');

const shown = async (
  { record, firstOfficers }: DeskDeps,
  event: HttpEvent,
  { session, desk }: Visitor,
  more: Partial<PeopleView>,
): Promise<string> => {
  const [{ people }, log] = await Promise.all([record.people(), record.peopleLog()]);
  return peoplePage({
    lang: language(event),
    desk,
    people: peopleOf(withFirstOfficers(people, firstOfficers), session),
    log: log.map(asLine),
    ...more,
  });
};

const peopleOf = (people: readonly DeskPerson[], { subject }: Session): PeopleView['people'] =>
  people
    .flatMap(({ role, invitedAs: _, ...person }) => {
      const isSelf = person.id === subjectId(subject);
      return role === undefined ? [] : [{ ...person, role, ...(isSelf && { isSelf }) }];
    })
    .toSorted((a, b) => calledOf(a).localeCompare(calledOf(b), 'sv'));

const calledOf = ({ name, email, id }: Pick<DeskPerson, 'name' | 'email' | 'id'>): string =>
  name ?? email ?? id;

const asLine = ({ at, by, who, before, after }: LoggedChange): PeopleView['log'][number] => ({
  on: dateInSweden(new Date(at)),
  by: by.name,
  who,
  ...(before && { before }),
  ...(after && { after }),
});

const REFUSED: Readonly<Record<PeopleRefusal, Words>> = {
  notOfficer: {
    sv: 'Inget är ändrat. Du är inte handläggare längre.',
    en: 'Nothing is changed. You are no longer an officer.',
  },
  oneself: {
    sv: 'Inget är ändrat. Du kan inte ändra eller ta bort dig själv. Be en annan handläggare.',
    en: 'Nothing is changed. You cannot change or remove yourself. Ask another officer.',
  },
  unknown: {
    sv: 'Inget är ändrat. Personen finns inte i listan längre.',
    en: 'Nothing is changed. The person is no longer in the list.',
  },
  known: {
    sv: 'Personen finns redan i listan. Ändra rollen där.',
    en: 'The person is already in the list. Change the role there.',
  },
};
