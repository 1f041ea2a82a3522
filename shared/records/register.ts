import type { BodyId, CaseHead } from '../case/facts.ts';
import { inUseSince, type ProgrammeFact, type User } from '../case/programme.ts';
import { type CaseSummary, readCaseSummary } from './candidates.ts';
import { keys } from './keys.ts';
import { listProgrammes, type Programme } from './programmes.ts';
import type { Store } from './store.ts';

/** One that uses a programme, as anyone may know it. */
type RegisteredUser = Pick<User, 'id' | 'kind' | 'name' | 'startedOn' | 'endedOn'>;

/** One of our programmes, as the register has it. What the nomination said of it is of the day it was submitted. */
export interface RegisteredProgramme extends Programme {
  /** The id of its case. */
  readonly id: string;
  readonly source: 'vgr';
  readonly caseNumber: string;
  readonly kind: ProgrammeFact['kind'];
  readonly origin: ProgrammeFact['origin'];
  readonly council: BodyId;
  readonly owner: string;
  readonly users: readonly RegisteredUser[];
  readonly version: number;
  readonly publishedOn: string;
  readonly inUseSince?: string;
  readonly startsStoppedOn?: string;
  readonly inactivatedOn?: string;
}

/** Whether a programme came of a case; others were read from a list. */
export const isRegistered = (programme: Programme): programme is RegisteredProgramme =>
  programme.caseNumber !== undefined;

/** A programme as the register is to have it. Mailboxes, agreements and risk analyses stay in its case. */
export const registerEntry = (
  { id, number }: Pick<CaseHead, 'id' | 'number'>,
  programme: ProgrammeFact,
  nominated: Partial<Pick<CaseSummary, 'clinicalAreas' | 'targetGroup' | 'summary'>> = {},
): RegisteredProgramme => {
  const { name, kind, origin, council, owner, version, publishedOn } = programme;
  const { startsStoppedOn, inactivatedOn, unpublishedOn } = programme;
  const { clinicalAreas = [], targetGroup = '', summary = '' } = nominated;
  const since = inUseSince(programme);
  return {
    id,
    source: 'vgr',
    caseNumber: number,
    name,
    publisher: origin === 'create' ? 'VGR' : '',
    kind,
    origin,
    council,
    owner,
    version,
    publishedOn,
    clinicalAreas,
    users: programme.users.map(asRegistered),
    ...(targetGroup !== '' && { targetGroup }),
    ...(summary !== '' && { description: summary }),
    ...(since !== undefined && { inUseSince: since }),
    ...(startsStoppedOn !== undefined && { startsStoppedOn }),
    ...(inactivatedOn !== undefined && { inactivatedOn }),
    ...(unpublishedOn !== undefined && { unpublishedOn }),
  };
};

const asRegistered = ({ id, kind, name, startedOn, endedOn }: User): RegisteredUser => ({
  id,
  kind,
  name,
  ...(startedOn !== undefined && { startedOn }),
  ...(endedOn !== undefined && { endedOn }),
});

/** A transaction's write of a programme to the register, whole, beside that of the programme to its case. */
export const programmeChange = async (
  store: Store,
  head: Pick<CaseHead, 'id' | 'number'>,
  programme: ProgrammeFact,
) => {
  const summary = await readCaseSummary(store, head.number, { isNewest: true });
  const entry = registerEntry(head, programme, summary);
  return { Put: { TableName: store.table, Item: { ...keys.programme(entry.source, entry.id), ...entry } } };
};

/** The cases of the programmes that a council is responsible for. */
export const casesOfCouncil = async (store: Store, council: BodyId): Promise<readonly string[]> =>
  (await listProgrammes(store))
    .filter((programme) => isRegistered(programme) && programme.council === council)
    .map(({ id }) => id);
