import { dateInSweden } from '../../shared/case/sweden.ts';
import { homeFrom } from '../../shared/pages/links.ts';
import { programmePage, programmesPage, unknownProgrammePage } from '../../shared/pages/pages.ts';
import { isThere } from '../../shared/records/programmes.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { language, page } from '../../shared/web/request.ts';
import { byName, sought } from './finding.ts';
import { isOpen, openByNumber, shownOf } from './opened.ts';
import type { FollowDeps } from './record.ts';
import { idOf, soughtIn } from './request.ts';
import { asElsewhere, asNomination, asProgramme } from './shown.ts';

/** our programmes and the nominations under way; with `?q=` those that it finds, and such that others have. */
export const showProgrammes = async (
  { record, now, deskBar }: FollowDeps,
  event: HttpEvent,
): Promise<HttpResult> => {
  const q = soughtIn(event);
  const [programmes, underWay, bodies] = await Promise.all([
    record.programmes(),
    record.underWay(),
    record.bodies(),
  ]);
  const there = programmes.filter(isThere).toSorted(byName);
  const found = sought(q, [...there, ...underWay], bodies);
  const foundProgrammes = found.filter((it) => 'source' in it);
  const today = dateInSweden(now());
  return page(
    200,
    programmesPage({
      lang: language(event),
      ...(await deskBar(event, 'programmes')),
      ...(q !== '' && { query: new URLSearchParams({ q }).toString() }),
      sought: q,
      programmes: foundProgrammes
        .filter(({ source }) => source === 'vgr')
        .map((it) => asProgramme(it, bodies, today)),
      nominations: found.filter((it) => 'caseId' in it).map((it) => asNomination(it, bodies)),
      // Unasked for, the whole catalogue would hide the region's own.
      elsewhere: q === '' ? [] : foundProgrammes.filter(({ source }) => source !== 'vgr').map(asElsewhere),
    }),
  );
};

/** One programme, or one nomination, by its case number. */
export const showProgramme = async (deps: FollowDeps, event: HttpEvent): Promise<HttpResult> => {
  const lang = language(event);
  const opened = await openByNumber(deps, idOf(event));
  if (opened === undefined) return page(404, unknownProgrammePage(lang, homeFrom(event.routeKey)));
  return page(
    200,
    programmePage({
      lang,
      ...(await deps.deskBar(event, 'programmes')),
      caseNumber: opened.summary.number,
      shown: await shownOf(deps, opened),
      isOpen: isOpen(opened.facts),
    }),
  );
};
