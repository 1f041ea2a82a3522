import { standingOn } from '../../shared/case/programme-state.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import type { Programme } from '../../shared/records/programmes.ts';
import { isRegistered } from '../../shared/records/register.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { acceptedLanguage, json } from '../../shared/runtime/json-api.ts';
import { byName, sought } from './finding.ts';
import { refused } from './problems.ts';
import type { FollowDeps } from './record.ts';
import { idOf, soughtIn } from './request.ts';

/** Our programmes by name, also those that are inactivated or unpublished; with `?q=` those that it finds, best first. */
export const listProgrammes = async ({ record, now }: FollowDeps, event: HttpEvent): Promise<HttpResult> => {
  const [programmes, bodies] = await Promise.all([record.programmes(), record.bodies()]);
  const ours = programmes.filter(isOurs).toSorted(byName);
  const today = dateInSweden(now());
  return json(200, { programmes: sought(soughtIn(event), ours, bodies).map((it) => shown(it, today)) });
};

/** One of our programmes, by the id of its case. */
export const getProgramme = async ({ record, now }: FollowDeps, event: HttpEvent): Promise<HttpResult> => {
  const programme = await record.programme(idOf(event));
  if (programme === undefined || !isOurs(programme)) return refused('unknown', acceptedLanguage(event));
  return json(200, shown(programme, dateInSweden(now())));
};

const isOurs = ({ source, goneOn }: Programme): boolean => source === 'vgr' && goneOn === undefined;

/** What was only read from a list has no state. */
const shown = (programme: Programme, today: string) => {
  const { source: _, ...told } = programme;
  return isRegistered(programme) ? { ...told, state: standingOn(programme, today).state } : told;
};
