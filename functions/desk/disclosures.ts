import { dateInSweden } from '../../shared/case/sweden.ts';
import { disclosuresPage, type ListedDisclosure } from '../../shared/pages/pages.ts';
import type { Disclosure } from '../../shared/records/disclosures.ts';
import type { Session } from '../../shared/records/sessions.ts';
import { deskHref } from '../../shared/runtime/desk-door.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { language, page } from './request.ts';

/** `GET /desk/disclosures`: everything that has been handed out, to whom and by whom. */
export const showDisclosures = async (
  disclosures: () => Promise<readonly Disclosure[]>,
  event: HttpEvent,
  { name, role }: Session,
): Promise<HttpResult> =>
  page(
    200,
    disclosuresPage({
      lang: language(event),
      desk: {
        ...{ name, deskHref: deskHref(event), at: 'disclosures' },
        ...(role === 'reader' && { readsOnly: true }),
      },
      disclosures: (await disclosures()).map(asLine),
    }),
  );

const asLine = ({ caseNumber, at, to, request, ground, by, masked }: Disclosure): ListedDisclosure => ({
  ...{ caseNumber, to, request, by: by.name, masked: masked.length },
  on: dateInSweden(new Date(at)),
  ...(ground !== undefined && { ground }),
});
