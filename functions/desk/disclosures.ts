import { dateInSweden } from '../../shared/case/sweden.ts';
import { disclosuresPage, type ListedDisclosure } from '../../shared/pages/pages.ts';
import type { Disclosure } from '../../shared/records/disclosures.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import type { Visitor } from '../../shared/web/desk-door.ts';
import { language, page } from '../../shared/web/request.ts';

/** `GET /desk/disclosures`: everything that has been handed out, to whom and by whom. */
export const showDisclosures = async (
  disclosures: () => Promise<readonly Disclosure[]>,
  event: HttpEvent,
  { desk }: Visitor,
): Promise<HttpResult> =>
  page(
    200,
    disclosuresPage({
      lang: language(event),
      desk,
      disclosures: (await disclosures()).map(asLine),
    }),
  );

const asLine = ({ caseNumber, at, to, request, ground, by, masked }: Disclosure): ListedDisclosure => ({
  ...{ caseNumber, to, request, by: by.name, masked: masked.length },
  on: dateInSweden(new Date(at)),
  ...(ground !== undefined && { ground }),
});
