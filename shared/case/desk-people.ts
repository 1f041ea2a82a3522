/** What a person of the desk may do: everything there, or only read. */
export type DeskRole = 'officer' | 'reader';

/** Somebody whom the desk lets in, or once did. */
export interface DeskPerson {
  /** `subject#{subject}`, or `email#{address}` until the first login tells the subject. */
  readonly id: string;
  /** Who it is, as the identity provider names them. */
  readonly subject?: string;
  readonly email?: string;
  /** As the identity provider said at the last login. */
  readonly name?: string;
  /** Absent of whoever was taken away: so that the stage's settings do not let them in again. */
  readonly role?: DeskRole;
  /** The id that the person was let in by, before the first login told the subject. */
  readonly invitedAs?: string;
}

/** What the identity provider says of somebody. */
export interface Claims {
  readonly subject: string;
  readonly name: string;
  readonly email?: string;
  /** Only an address that the provider vouches for says who somebody is: anyone may have written another. */
  readonly emailVerified: boolean;
}

/** What an officer does to the desk's people. */
export type PeopleChange =
  | { readonly what: 'add'; readonly who: string; readonly role: DeskRole }
  | { readonly what: 'change'; readonly id: string; readonly role: DeskRole }
  | { readonly what: 'remove'; readonly id: string };

/** Why a change is refused: see {@link changePeople}. */
export type PeopleRefusal = 'notOfficer' | 'oneself' | 'unknown' | 'known';

/** A person as they were and as they become. */
export interface ChangedPerson {
  readonly before?: DeskPerson;
  readonly after: DeskPerson;
}

/** Whom a subject or an e-mail address means. Addresses are told apart without regard to case. */
const personId = (who: string): string => {
  const trimmed = who.trim();
  return trimmed.includes('@') ? `email#${trimmed.toLowerCase()}` : subjectId(trimmed);
};

export const subjectId = (subject: string): string => `subject#${subject}`;

/**
 * The people that are stored, and those whom the stage's settings let in first, by subject or e-mail address. Whoever of
 * these is stored is as stored, taken away or not.
 */
export const withFirstOfficers = (
  people: readonly DeskPerson[],
  firstOfficers: readonly string[],
): readonly DeskPerson[] => {
  const stored = new Set(people.flatMap(({ id, invitedAs }) => [id, invitedAs]));
  const first = firstOfficers.map(personId).filter((id) => !stored.has(id));
  return [...people, ...first.map((id): DeskPerson => ({ ...namedBy(id), role: 'officer' }))];
};

const namedBy = (id: string): DeskPerson => {
  const [kind, who = ''] = split(id);
  return kind === 'email' ? { id, email: who } : { id, subject: who };
};

const split = (id: string): readonly [string, string] => {
  const at = id.indexOf('#');
  return [id.slice(0, at), id.slice(at + 1)];
};

/**
 * Who of the people has logged in, and as what they are kept from now on; `undefined` where it is none of them. Whoever
 * was let in by e-mail address is known by the subject from the first login, since an address can be given to another.
 */
export const personAtLogin = (
  people: readonly DeskPerson[],
  { subject, name, email, emailVerified }: Claims,
): ChangedPerson | undefined => {
  const id = subjectId(subject);
  const invited = email !== undefined && emailVerified ? personId(email) : undefined;
  const found = (wanted: string | undefined) =>
    people.find((it) => it.id === wanted && it.role !== undefined);
  const before = found(id) ?? found(invited);
  if (before?.role === undefined) return undefined;
  const invitedAs = before.invitedAs ?? (before.id === id ? undefined : before.id);
  const after: DeskPerson = {
    ...{ id, subject, name, role: before.role },
    ...(email !== undefined && { email }),
    ...(invitedAs !== undefined && { invitedAs }),
  };
  return { before, after };
};

/**
 * What a change makes of a person. Nobody changes or removes themselves, so no officer can lock everyone out: whoever
 * takes an officer away is one who stays.
 * @param by the subject of whoever does it, who must be an officer among `people`
 */
export const changePeople = (
  people: readonly DeskPerson[],
  by: string,
  change: PeopleChange,
): ChangedPerson | PeopleRefusal => {
  const own = subjectId(by);
  if (people.find(({ id }) => id === own)?.role !== 'officer') return 'notOfficer';
  return change.what === 'add' ? added(people, change) : changed(people, own, change);
};

const added = (
  people: readonly DeskPerson[],
  { who, role }: PeopleChange & { readonly what: 'add' },
): ChangedPerson | PeopleRefusal => {
  const id = personId(who);
  const before = people.find((it) => it.id === id);
  const isKnown = people.some((it) => it.role !== undefined && (it.id === id || isMailbox(it, id)));
  return isKnown ? 'known' : { ...(before && { before }), after: { ...(before ?? namedBy(id)), role } };
};

const isMailbox = ({ email }: DeskPerson, id: string): boolean =>
  email !== undefined && personId(email) === id;

const changed = (
  people: readonly DeskPerson[],
  own: string,
  change: Exclude<PeopleChange, { readonly what: 'add' }>,
): ChangedPerson | PeopleRefusal => {
  const before = people.find(({ id, role }) => id === change.id && role !== undefined);
  if (before === undefined) return 'unknown';
  if (before.id === own) return 'oneself';
  const { role: _, ...rest } = before;
  return { before, after: change.what === 'remove' ? rest : { ...rest, role: change.role } };
};
