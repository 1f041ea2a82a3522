import { type Attachment, REFUSED, SCAN_PENDING, withFiles } from '../../case/attachments.ts';
import { ACTS } from '../../routine/acts.ts';
import type { Language } from '../../routine/words.ts';
import { actPage } from '../act-page.tsx';
import {
  type AttachmentsView,
  type AttachmentView,
  attachmentPage,
  attachmentsPage,
} from '../attachments-page.tsx';
import type { DocumentView } from '../documents.tsx';
import type { SignedForm } from '../upload-form.tsx';
import { type UploadView, uploadPage } from '../upload-page.tsx';
import { COUNCIL, exampleKnown, NOMINATOR, type Nomination } from './a-case.ts';

/** Files: of a nomination that is being written, and of a case. */

const UPLOAD: SignedForm = {
  // A file is sent elsewhere, and no page loads anything from there: tests look for `https://` in each.
  url: '//files.example.com/',
  fields: { key: 'incoming/example', 'x-amz-meta-name': `\${filename}` },
};

const file = (id: string, fileName: string, bytes: number): Attachment & { readonly addedOn: string } => ({
  id: id.repeat(64),
  title: fileName.replace(/\.\w+$/u, ''),
  fileName,
  type: 'pdf',
  bytes,
  addedAt: '2026-11-20T09:12:00.000Z',
  addedOn: '2026-11-20',
});

export const FILES = [
  file('a', 'Vårdprogram för sömnbesvär.pdf', 234_567),
  { ...file('b', 'Offert på licenser och utbildning för tre år.pdf', 3_456_789), confidential: true },
];

/** What stands in the place of its name. */
export const REMOVED_FILE =
  '[Borttaget 2026-11-22 av Eva Ek, handläggare: uppgift om en patient. Skäl: En journal hade följt med]';

/** The documents of a case: one of them not for its reader, one that was removed. */
export const DOCUMENTS: readonly DocumentView[] = [
  {
    title: 'Vårdprogram för sömnbesvär',
    detail: { sv: 'vardprogram.pdf (pdf, 229 kB)', en: 'vardprogram.pdf (pdf, 229 KB)' },
    href: '?file=a&by=nominator',
    confidential: false,
    by: NOMINATOR,
    on: '2026-11-20',
  },
  { confidential: true, by: COUNCIL, on: '2026-12-14' },
  {
    title: 'Underlag från enheten',
    detail: { sv: REMOVED_FILE, en: REMOVED_FILE },
    confidential: false,
    by: NOMINATOR,
    on: '2026-11-20',
  },
];

export function attachmentExamples(
  nomination: Nomination,
  lang: Language,
): readonly (readonly [name: string, page: string])[] {
  const list: AttachmentsView = {
    lang,
    query: 'part=attachments',
    from: 'from=3-example1',
    savedAt: '2026-11-20T09:12:00.000Z',
    nominateHref: '../nominate',
    backHref: '?from=3-example1',
    attachments: [],
    upload: UPLOAD,
  };
  const { upload, attachments: _, ...frame } = list;
  const one: AttachmentView = {
    ...frame,
    file: { sv: 'Offert.pdf (pdf, 3,3 MB)', en: 'Offert.pdf (pdf, 3.3 MB)' },
    known: exampleKnown,
    backHref: '?part=attachments',
  };
  const step: UploadView = {
    lang,
    query: 'act=attachToQuestion',
    caseNumber: 'N-2026-0001',
    bodyName: COUNCIL,
    asks: ACTS.attachToQuestion.asks,
    lead: ACTS.attachToQuestion.lead,
    backHref: '?',
    upload: UPLOAD,
  };
  const naming = {
    ...{ lang, act: ACTS.attachToQuestion, caseNumber: 'N-2026-0001', bodyName: COUNCIL, backHref: '?' },
    workingTitle: String(nomination.workingTitle),
    query: 'act=attachToQuestion&upload=example',
    known: withFiles(exampleKnown, FILES.slice(0, 1)),
    posted: { file: 'a'.repeat(64), title: 'Protokoll 2026-11-23, § 4' },
  };
  return [
    ['draft-attachments-empty', attachmentsPage(list)],
    ['draft-attachments', attachmentsPage({ ...list, attachments: FILES })],
    ['draft-attachments-added', attachmentsPage({ ...list, attachments: FILES, done: 'added' })],
    ['draft-attachments-full', attachmentsPage({ ...frame, attachments: FILES })],
    ['draft-attachments-refused', attachmentsPage({ ...list, attachments: FILES, refused: REFUSED.macros })],
    ['draft-attachment', attachmentPage(one)],
    [
      'draft-attachment-pending',
      attachmentPage({
        ...one,
        posted: { title: 'Offert' },
        problems: [{ field: '$', message: SCAN_PENDING }],
      }),
    ],
    ['attach-upload', uploadPage(step)],
    ['attach-upload-refused', uploadPage({ ...step, problem: REFUSED.infected })],
    ['attach-named', actPage(naming)],
    ['attach-pending', actPage({ ...naming, problems: [{ field: 'file', message: SCAN_PENDING }] })],
  ];
}
