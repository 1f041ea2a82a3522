import { form, section } from '../form.ts';
import { spread, unit } from '../programme-users.ts';
import { act } from '../question.ts';

const ofUnit = form({
  ...unit,
  overrideReason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Skäl att starta ändå', en: 'Reason for starting all the same' },
    help: {
      sv: 'Bara för den regionala SoB-förvaltningen, om enheten startar utan att vara ansluten eller utan riskanalys.',
      en: 'Only for the regional SoB office, if the unit starts without being connected or without a risk analysis.',
    },
    need: 'may',
    rules: ['G7'],
  },
});

/** A unit takes the programme into use, or is to (R-11, P-43). */
export const addUnit = act({
  id: 'addUnit',
  title: { sv: 'Enhet tillagd', en: 'Unit added' },
  asks: { sv: 'Lägg till en enhet', en: 'Add a unit' },
  lead: {
    sv: 'Lägg till en enhet som använder programmet eller ska börja använda det. Finns enheten redan byts uppgifterna ut, till exempel när den startar eller har gjort en ny riskanalys.',
    en: 'Add a unit that uses the programme or is to use it. If the unit is there already its details are replaced, for example when it starts or has made a new risk analysis.',
  },
  next: {
    sv: 'När enheten har startat får den och den regionala SoB-förvaltningen veta det med ett mejl.',
    en: 'Once the unit has started, it and the regional SoB office are told by mail.',
  },
  during: ['programme'],
  by: ['sobOffice', 'programmeOwner'],
  rules: ['R-11', 'R-j1', 'P-43'],
  form: ofUnit,
  sections: [section('unit', 'Enheten', 'The unit', ofUnit)],
  tells: [],
});

/** Another region or provider uses the programme (R-j1). */
export const addSpread = act({
  id: 'addSpread',
  title: { sv: 'Spridning tillagd', en: 'Spread added' },
  asks: { sv: 'Lägg till en region eller vårdgivare', en: 'Add a region or provider' },
  lead: {
    sv: 'Lägg till en annan region eller vårdgivare som använder programmet. Finns den redan byts uppgifterna ut.',
    en: 'Add another region or provider that uses the programme. If it is there already its details are replaced.',
  },
  next: {
    sv: 'När regionen eller vårdgivaren har börjat använda programmet får den och den regionala SoB-förvaltningen veta det med ett mejl.',
    en: 'Once the region or provider has begun to use the programme, it and the regional SoB office are told by mail.',
  },
  during: ['programme'],
  by: ['sobOffice', 'programmeOwner'],
  rules: ['R-j1'],
  form: spread,
  sections: [section('spread', 'Regionen eller vårdgivaren', 'The region or provider', spread)],
  tells: [],
});

const ended = form({
  user: {
    kind: 'registerChoice',
    register: 'users',
    label: { sv: 'Vilken enhet, region eller vårdgivare?', en: 'Which unit, region or provider?' },
    need: 'must',
  },
  endedOn: {
    kind: 'date',
    notAfterToday: true,
    label: { sv: 'Slutade den', en: 'Stopped on' },
    need: 'must',
  },
  endReason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Varför?', en: 'Why?' },
    need: 'should',
  },
});

/** A unit, region or provider uses the programme no more. */
export const endUse = act({
  id: 'endUse',
  why: 'endReason',
  title: { sv: 'Användning avslutad', en: 'Use ended' },
  asks: { sv: 'Avsluta en användning', en: 'End a use' },
  lead: {
    sv: 'Gör det här när en enhet, region eller vårdgivare inte längre använder programmet. För andra fortsätter det som förut.',
    en: 'Do this when a unit, region or provider no longer uses the programme. For others it goes on as before.',
  },
  next: {
    sv: 'Den som slutar använda programmet och den regionala SoB-förvaltningen får veta det med ett mejl.',
    en: 'Whoever stops using the programme and the regional SoB office are told by mail.',
  },
  during: ['programme'],
  by: ['sobOffice', 'programmeOwner'],
  rules: ['R-j1'],
  form: ended,
  sections: [section('ended', 'Vem slutar, och när?', 'Who stops, and when?', ended)],
  tells: [{ id: 'useEnded', to: ['sobOffice', 'users'] }],
});
