import { followUp } from '../follow-up.ts';
import { type Answers, form } from '../form.ts';
import { responsibility } from '../introduction.ts';
import { nominationForm } from '../nomination.ts';
import { productionChecklist } from '../production-checklist.ts';
import { spread, unit } from '../programme-users.ts';
import type { Words } from '../words.ts';
import { about, contacts, decisions, happened, shortText, source } from './fields.ts';

const { treatment, support } = nominationForm.programmeKindProposed.options;

const endedOn = (label: Words) =>
  happened(label, 'may', { help: { sv: 'Om användningen har upphört.', en: 'If the use has ended.' } });

const life = form({
  decision: {
    kind: 'choice',
    label: { sv: 'Beslut som programmet kom av', en: 'Decision that the programme came of' },
    need: 'must',
    rules: ['R-e1'],
    options: decisions,
  },
  submittedOn: happened({ sv: 'Nominerat', en: 'Nominated' }, 'may', {
    help: {
      sv: 'Lämnas det tomt räknas dagen för beslutet.',
      en: 'Left empty, the day of the decision counts.',
    },
  }),
  decidedOn: happened({ sv: 'Beslutat', en: 'Decided' }, 'should', {
    help: {
      sv: 'Lämnas det tomt räknas dagen då programmet publicerades.',
      en: 'Left empty, the day of publication counts.',
    },
    rules: ['R-e1'],
  }),
  publishedOn: happened({ sv: 'Publicerat', en: 'Published' }, 'must', {
    help: { sv: 'Den första versionen.', en: 'The first version.' },
    rules: ['R-u1'],
  }),
  version: {
    kind: 'number',
    integer: true,
    min: 1,
    max: 1000,
    label: { sv: 'Version', en: 'Version' },
    help: { sv: 'Lämnas det tomt räknas den första.', en: 'Left empty, the first counts.' },
    need: 'may',
  },
  versionOn: {
    ...happened({ sv: 'Versionen publicerad', en: 'Version published' }, 'must'),
    needWhen: { field: 'version', isNot: [1] },
  },
});

const use = form({
  units: {
    kind: 'list',
    max: 200,
    label: { sv: 'Verksamheter', en: 'Units' },
    help: {
      sv: 'De i regionen som använder eller har använt programmet.',
      en: 'Those in the region that use or have used the programme.',
    },
    need: 'should',
    rules: ['R-11'],
    item: {
      unit: unit.unit,
      contactEmail: unit.contactEmail,
      riskAnalysisOn: unit.riskAnalysisOn,
      startedOn: unit.startedOn,
      endedOn: endedOn({ sv: 'Slutade den', en: 'Ended on' }),
    },
  },
  spread: {
    kind: 'list',
    max: 200,
    label: { sv: 'Spridning', en: 'Spread' },
    help: {
      sv: 'Andra regioner och vårdgivare som använder programmet.',
      en: 'Other regions and providers that use the programme.',
    },
    need: 'may',
    rules: ['R-j1'],
    item: {
      name: spread.name,
      contactEmail: spread.contactEmail,
      agreementRef: spread.agreementRef,
      since: spread.since,
      endedOn: endedOn({ sv: 'Använde programmet till', en: 'Used the programme until' }),
    },
  },
  followUps: {
    kind: 'list',
    max: 30,
    label: { sv: 'Uppföljningar', en: 'Follow-ups' },
    help: { sv: 'De som är gjorda.', en: 'Those that were made.' },
    need: 'may',
    rules: ['R-j1'],
    item: {
      on: happened({ sv: 'Uppföljd', en: 'Followed up' }, 'must'),
      conclusion: {
        kind: 'choice',
        label: { sv: 'Slutsats', en: 'Conclusion' },
        need: 'must',
        options: followUp.form.conclusion.options,
      },
    },
  },
});

const end = form({
  inactivatedOn: happened({ sv: 'Inaktiverat', en: 'Inactivated' }, 'may', {
    help: {
      sv: 'Lämnas tomt så länge programmet används.',
      en: 'Left empty for as long as the programme is used.',
    },
    rules: ['R-k1'],
  }),
  unpublishedOn: happened({ sv: 'Avpublicerat', en: 'Unpublished' }, 'should', {
    help: {
      sv: 'Ett inaktiverat program tas in när det är borttaget ur Innehållskatalogen.',
      en: 'An inactivated programme is taken in once it is removed from the content catalogue.',
    },
    askedWhen: { field: 'inactivatedOn', given: true },
  }),
  nextReviewOn: {
    kind: 'date',
    label: { sv: 'Nästa uppföljning', en: 'Next follow-up' },
    help: {
      sv: 'Lämnas det tomt kommer programmet med på rådets nästa årliga lista.',
      en: 'Left empty, the programme is on its council’s next yearly list.',
    },
    need: 'may',
    askedWhen: { field: 'inactivatedOn', given: false },
    rules: ['R-j1'],
  },
});

/** A programme in use, or one that has been. */
export const programmeRow = form({
  ...source,
  name: {
    ...shortText({ sv: 'Programmets namn', en: 'Name of the programme' }, 'must'),
    min: 3,
    max: 120,
  },
  kind: {
    kind: 'choice',
    label: { sv: 'Stöd- eller behandlingsprogram', en: 'Support or treatment programme' },
    help: { sv: 'När det publicerades.', en: 'When it was published.' },
    need: 'must',
    rules: ['R-01', 'R-u1'],
    options: { treatment, support },
  },
  ...about,
  ...contacts,
  ...life,
  ...responsibility,
  medicalDevice: {
    kind: 'choice',
    label: { sv: 'Medicinteknisk produkt', en: 'Medical device' },
    need: 'must',
    rules: ['R-g1'],
    options: productionChecklist.form.medicalDevice.options,
  },
  ...use,
  ...end,
});

export type ProgrammeRow = Answers<typeof programmeRow>;
