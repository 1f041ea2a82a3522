import { usersOn } from '../../shared/case/programme.ts';
import { standingOn } from '../../shared/case/programme-state.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import type { ShownElsewhere, ShownNomination, ShownProgramme } from '../../shared/pages/pages.ts';
import type { Body } from '../../shared/records/bodies.ts';
import type { Programme } from '../../shared/records/programmes.ts';
import { isRegistered } from '../../shared/records/register.ts';
import type { UnderWay } from '../../shared/records/under-way.ts';
import type { Words } from '../../shared/routine/words.ts';

/** What anyone may see of a programme or a nomination: its title, status, council and units (ROUTINE.md section 8). */

export const asProgramme = (programme: Programme, bodies: readonly Body[], today: string): ShownProgramme => {
  const { name, kind, clinicalAreas } = programme;
  const shown = { name, clinicalAreas, ...(kind !== undefined && { kind }) };
  if (!isRegistered(programme)) return { ...shown, users: [] };
  return {
    ...shown,
    caseNumber: programme.caseNumber,
    council: nameOf(bodies, programme.council),
    origin: programme.origin,
    standing: standingOn(programme, today),
    users: usersOn(programme, today).map(({ name, kind, startedOn = '' }) => ({
      name,
      kind,
      since: startedOn,
    })),
  };
};

export const asNomination = (nomination: UnderWay, bodies: readonly Body[]): ShownNomination => ({
  caseNumber: nomination.number,
  title: nomination.workingTitle,
  clinicalAreas: nomination.clinicalAreas,
  milestone: nomination.milestone,
  councils: nomination.councils.map((id) => nameOf(bodies, id)),
  unit: nomination.nominatingUnit,
  submittedOn: dateInSweden(new Date(nomination.submittedAt)),
});

export const asElsewhere = ({ name, publisher, url }: Programme): ShownElsewhere => ({
  name,
  publisher,
  ...(url !== undefined && { href: url }),
});

const nameOf = (bodies: readonly Body[], id: string): Words =>
  bodies.find((body) => body.id === id)?.name ?? { sv: id, en: id };
