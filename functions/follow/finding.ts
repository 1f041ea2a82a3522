import { type Findable, found } from '../../shared/case/search.ts';
import type { Body } from '../../shared/records/bodies.ts';
import type { Programme } from '../../shared/records/programmes.ts';
import { isRegistered } from '../../shared/records/register.ts';
import type { UnderWay } from '../../shared/records/under-way.ts';

/** The programmes and nominations that some words find, best first; all of them, as they come, where there are no words. */
export const sought = <T extends Programme | UnderWay>(
  query: string,
  among: readonly T[],
  bodies: readonly Body[],
): readonly T[] => {
  if (query === '') return among;
  const all = among.map((it) => ({
    ...('name' in it ? ofProgramme(it, bodies) : ofNomination(it, bodies)),
    it,
  }));
  return found(query, all).map(({ it }) => it);
};

const ofProgramme = (programme: Programme, bodies: readonly Body[]): Findable => {
  const { source, id, name, clinicalAreas, targetGroup, description, publisher, caseNumber } = programme;
  const names = isRegistered(programme)
    ? [...namesOf([programme.council], bodies), ...programme.users.map((user) => user.name)]
    : [publisher];
  return {
    key: `${source}#${id}`,
    title: name,
    clinicalAreas,
    text: [targetGroup, description].filter(Boolean).join('\n'),
    names,
    ...(caseNumber !== undefined && { caseNumber }),
  };
};

const ofNomination = (nomination: UnderWay, bodies: readonly Body[]): Findable => ({
  key: nomination.number,
  title: nomination.workingTitle,
  clinicalAreas: nomination.clinicalAreas,
  text: `${nomination.targetGroup}\n${nomination.summary}`,
  names: [nomination.nominatingUnit, ...namesOf(nomination.councils, bodies)],
  caseNumber: nomination.number,
});

const namesOf = (ids: readonly string[], bodies: readonly Body[]): readonly string[] =>
  bodies.filter(({ id }) => ids.includes(id)).flatMap(({ name }) => [name.sv, name.en]);

const NAMES = new Intl.Collator('sv');

/** Programmes by their names, as Swedish sorts them. */
export const byName = (a: Programme, b: Programme): number => NAMES.compare(a.name, b.name);
