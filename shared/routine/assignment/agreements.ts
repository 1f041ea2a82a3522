import { form } from '../form.ts';
import { jointStarted, purchaseStarted, started } from './conditions.ts';

/** Agreements (R-f4), with what a purchase and a joint project add (R-e1, ROUTINE.md section 0 no. 13). */
export const agreements = form({
  procurementRef: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Upphandling eller avrop, referens', en: 'Procurement or call-off, reference' },
    need: 'should',
    askedWhen: purchaseStarted,
    rules: ['R-e1', 'R-f4'],
  },
  agreementsNeeded: {
    kind: 'yesNo',
    label: { sv: 'Behövs avtal?', en: 'Are agreements needed?' },
    help: {
      sv: 'Till exempel med leverantör, annan region, personuppgiftsbiträde eller upphovspersoner.',
      en: 'For example with a supplier, another region, a data processor or holders of copyright.',
    },
    need: 'must',
    askedWhen: started,
    rules: ['R-f4'],
  },
  agreements: {
    kind: 'list',
    min: 1,
    max: 20,
    label: { sv: 'Avtal', en: 'Agreements' },
    need: 'must',
    askedWhen: { all: [started, { field: 'agreementsNeeded', is: [true] }] },
    rules: ['R-f4'],
    item: form({
      kind: {
        kind: 'choice',
        label: { sv: 'Slag av avtal', en: 'Kind of agreement' },
        need: 'must',
        options: {
          supplier: { sv: 'Leverantör', en: 'Supplier' },
          interRegion: { sv: 'Annan region', en: 'Another region' },
          dataProcessing: { sv: 'Personuppgiftsbiträde', en: 'Data processing' },
          copyright: { sv: 'Upphovsrätt', en: 'Copyright' },
          research: { sv: 'Forskning', en: 'Research' },
        },
      },
      status: {
        kind: 'choice',
        label: { sv: 'Hur långt har avtalet kommit?', en: 'How far has the agreement come?' },
        need: 'must',
        options: {
          notBegun: { sv: 'Inte påbörjat', en: 'Not begun' },
          underWay: { sv: 'På gång', en: 'Under way' },
          signed: { sv: 'Tecknat', en: 'Signed' },
        },
      },
      ref: {
        kind: 'text',
        size: 'short',
        label: { sv: 'Avtalets nummer', en: 'Number of the agreement' },
        need: 'may',
      },
    }),
  },
  leadRegion: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Vilken region leder arbetet?', en: 'Which region leads the work?' },
    need: 'must',
    askedWhen: jointStarted,
    rules: ['R-f1'],
  },
  participatingRegions: {
    kind: 'list',
    min: 1,
    max: 21,
    label: { sv: 'Regioner som deltar', en: 'Regions that take part' },
    need: 'must',
    askedWhen: jointStarted,
    rules: ['R-f5', 'R-06'],
    item: form({
      region: { kind: 'text', size: 'short', label: { sv: 'Region', en: 'Region' }, need: 'must' },
      share: {
        kind: 'number',
        integer: false,
        min: 0,
        max: 100,
        label: { sv: 'Andel av kostnaden, procent', en: 'Share of the cost, per cent' },
        need: 'should',
      },
    }),
  },
});
