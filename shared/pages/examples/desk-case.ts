import { ACTS } from '../../routine/acts.ts';
import { disclosure } from '../../routine/disclosure.ts';
import { nominationForm, nominationSections } from '../../routine/nomination.ts';
import { position } from '../../routine/position.ts';
import { screening } from '../../routine/screening.ts';
import type { Language } from '../../routine/words.ts';
import { actPage } from '../act-page.tsx';
import { casePage } from '../case-page.tsx';
import { copyPage } from '../copy-page.tsx';
import type { CopyView, DeskPart, DisclosureView } from '../desk-views.ts';
import { disclosurePage } from '../disclosure-page.tsx';
import { partsOf } from '../parts.tsx';
import { redactPage } from '../redact-page.tsx';
import type { CaseView, DeskFrame } from '../views.ts';
import { answersTo, COUNCIL, exampleKnown, NOMINATOR, type Nomination, OFFICE } from './a-case.ts';
import { DOCUMENTS, FILES } from './attachments.ts';
import { FOR_THE_OFFICE } from './cases.ts';
import { faulty } from './questions.ts';

/** A case at the desk: its page for an officer and for a reader, and what only the desk does with it. */
export function deskCaseExamples(
  nomination: Nomination,
  lang: Language,
): readonly (readonly [name: string, page: string])[] {
  const workingTitle = String(nomination.workingTitle);
  const common = { lang, desk: OFFICER, caseNumber: 'N-2026-0001' };
  const officer: CaseView = {
    ...common,
    reader: 'sobOffice',
    milestone: 'forwardedToCouncil',
    submittedOn: '2026-11-20',
    known: exampleKnown,
    nomination,
    nominationVersion: 1,
    steps: [
      {
        phase: 'nomination',
        steps: [
          { step: 'screening', state: 'done' },
          { step: 'position', state: 'now' },
          { step: 'pprPosition', state: 'left' },
          { step: 'decision', state: 'left' },
        ],
      },
    ],
    waiting: [{ question: position, bodyName: COUNCIL, since: '2026-11-23', days: 70 }],
    course: [
      { act: ACTS.registerCase, on: '2026-11-21', by: OFFICE, signedBy: 'Eva Ek, handläggare' },
      {
        act: ACTS.redact,
        on: '2026-11-22',
        by: OFFICE,
        signedBy: 'Eva Ek, handläggare',
        reason: 'Namnet hörde inte dit.',
      },
    ],
    answers: [],
    positions: [],
    changes: [],
    documents: DOCUMENTS,
    acts: (['changeCouncils', 'registerCase', 'redact'] as const).map((name) => ({
      act: ACTS[name],
      href: `?act=${name}`,
    })),
    related: [],
    office: { ...FOR_THE_OFFICE, questions: QUESTIONS_OPEN, desk: AT_DESK },
  };
  const { disclosureHref: _none, ...readable } = AT_DESK;
  const reader: CaseView = {
    ...officer,
    desk: { ...OFFICER, name: 'Exempel Läsare', readsOnly: true },
    acts: [],
    office: { ...FOR_THE_OFFICE, questions: [], desk: readable },
  };
  const texts = [{ value: 'nomination/1:summary', label: SUMMARY }];
  const known = { ...exampleKnown, registers: { ...exampleKnown.registers, texts } };
  const disclosing: DisclosureView = {
    ...common,
    ...{ workingTitle, sheet: disclosure, known, backHref: '../N-2026-0001' },
  };
  const copy: CopyView = {
    ...common,
    registrationNumber: 'SSN 2026-00123',
    workingTitle,
    submittedOn: '2026-11-20',
    printedOn: '2027-02-01',
    known: exampleKnown,
    documents: [
      {
        id: 'nomination/1',
        title: { sv: 'Nomineringen, version 1', en: 'The nomination, version 1' },
        by: NOMINATOR,
        on: '2026-11-20',
        mark: 'partly',
        parts: nominationSections,
        form: nominationForm,
        answers: nomination,
      },
      {
        id: 'answer/1',
        title: screening.title,
        by: OFFICE,
        on: '2026-11-21',
        mark: 'open',
        signedBy: 'Eva Ek, handläggare',
        parts: partsOf(screening),
        form: screening.form,
        answers: answersTo.screening,
      },
    ],
    course: officer.course,
    mails: FOR_THE_OFFICE.mails,
    backHref: '../N-2026-0001',
  };
  return [
    ['desk-case-officer', casePage(officer)],
    ['desk-case-reader', casePage(reader)],
    [
      'desk-case-texts',
      redactPage({
        ...common,
        query: 'act=redact',
        backHref: '?',
        groups: [
          {
            where: { sv: 'Nomineringen, version 1', en: 'The nomination, version 1' },
            texts: [
              {
                label: nominationForm.summary.label,
                text: String(nomination.summary ?? workingTitle),
                href: '?act=redact&text=nomination%2F1%3Asummary',
              },
            ],
          },
          {
            where: { sv: 'Bifogade filer', en: 'Attached files' },
            texts: FILES.map(({ id, title, fileName }) => ({
              label: { sv: title, en: title },
              text: fileName,
              href: `?${new URLSearchParams({ act: 'redact', text: `file/nominator/${id}:fileName` })}`,
            })),
          },
        ],
      }),
    ],
    [
      'desk-case-redact',
      actPage({
        ...common,
        act: ACTS.redact,
        bodyName: OFFICE,
        workingTitle,
        backHref: '?',
        query: 'act=redact&text=nomination%2F1%3Asummary',
        known,
        removes: { text: String(nomination.summary ?? workingTitle), places: [SUMMARY] },
        posted: WHO,
      }),
    ],
    ['desk-case-disclosure', disclosurePage({ ...disclosing, posted: WHO })],
    ['desk-case-disclosure-errors', disclosurePage({ ...disclosing, ...faulty(disclosure, '', known) })],
    ['desk-case-print', copyPage({ ...copy, manifest: MANIFEST })],
    [
      'desk-case-copy',
      copyPage({
        ...copy,
        mails: [],
        disclosed: {
          to: 'Exempelbladet',
          request: 'Mejl 2027-01-30',
          by: 'Eva Ek, handläggare',
          masked: 4,
        },
      }),
    ],
  ];
}

const OFFICER: DeskFrame = { name: 'Exempel Handläggare', deskHref: '../../desk', at: 'cases' };

const WHO = { answeredByName: 'Exempel Handläggare', answeredByRole: 'SoB-förvaltningen' };

const SUMMARY = {
  sv: `Nomineringen, version 1: ${nominationForm.summary.label.sv}`,
  en: `The nomination, version 1: ${nominationForm.summary.label.en}`,
};

const AT_DESK: DeskPart = {
  printHref: 'N-2026-0001/print',
  exportHref: 'N-2026-0001/export.json',
  disclosureHref: 'N-2026-0001/disclosure',
  openPageHref: '../../programmes/N-2026-0001',
  disclosures: [
    {
      on: '2027-01-30',
      to: 'Exempelbladet',
      request: 'Mejl 2027-01-30',
      by: 'Eva Ek, handläggare',
      masked: 4,
    },
  ],
};

const QUESTIONS_OPEN = [
  {
    question: position,
    bodyName: COUNCIL,
    status: 'open' as const,
    href: '?question=position-1',
    deputyAskedOn: '2026-12-20',
    acts: (['resendQuestion'] as const).map((name) => ({
      act: ACTS[name],
      href: `?question=position-1&act=${name}`,
    })),
  },
];

const DIGEST = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const MANIFEST = {
  chain: DIGEST,
  parts: { case: DIGEST, 'nominations/1': DIGEST, 'answers/1': DIGEST },
  files: [`${DIGEST}  avtal om filmning.pdf`],
};
