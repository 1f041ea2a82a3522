import { form, section } from '../form.ts';
import { inactivation } from '../inactivation.ts';
import { publishing, responsibility } from '../introduction.ts';
import { act } from '../question.ts';
import { unpublishing } from '../unpublishing.ts';

const { askedWhen: _unsure, help: _help, ...programmeKind } = publishing.programmeKind;
const { askedWhen: _existing, ...medicalDevice } = publishing.medicalDevice;

const correction = form({
  publicName: publishing.publicName,
  programmeKind,
  publishedOn: {
    ...publishing.publishedOn,
    help: {
      sv: 'Den dag som programmets första version publicerades i SoB.',
      en: 'The day when the programme’s first version was published in SoB.',
    },
  },
  medicalDevice: { ...medicalDevice, rules: ['R-g1'] },
  ...responsibility,
  programmeOwnerEmail: {
    ...responsibility.programmeOwnerEmail,
    help: {
      sv: 'Den som byts ut kan inte längre använda sin länk. Lämna tomt om adressen inte ska ändras.',
      en: 'Whoever is replaced can no longer use their link. Leave empty if the address is not to change.',
    },
    need: 'may',
  },
  inactivatedOn: {
    ...inactivation.form.inactivatedOn,
    askedWhen: { fact: 'inactivated', is: [true] },
    rules: ['R-k1', 'R-u1'],
  },
  unpublishedOn: {
    ...unpublishing.form.unpublishedOn,
    askedWhen: { fact: 'unpublished', is: [true] },
  },
  correctionReason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Varför ändras uppgifterna?', en: 'Why are the details changed?' },
    need: 'must',
  },
});

/** What is said of a programme is put right; it always has a responsible council and someone who operates it. */
export const correctProgramme = act({
  id: 'correctProgramme',
  why: 'correctionReason',
  title: { sv: 'Ändrade uppgifter om programmet', en: 'Changed details of the programme' },
  asks: { sv: 'Ändra uppgifter om programmet', en: 'Change details of the programme' },
  lead: {
    sv: 'Ändra det som har blivit fel eller inte längre stämmer. Programmet ska alltid ha ett ansvarigt samordningsråd och någon som har det operativa ansvaret.',
    en: 'Change what is wrong or no longer holds. The programme must always have a responsible coordination council and someone with operational responsibility.',
  },
  next: {
    sv: 'Uppgifterna gäller från och med nu, även i den årliga uppföljningen. En ny programägare får en länk till programmets sida. Ett nytt ansvarigt råd får de frågor som det förra rådet inte har svarat på, och båda får veta det.',
    en: 'The details hold from now on, also in the yearly follow-up. A new programme owner is sent a link to the programme’s page. A new responsible council is asked what the one before has not answered, and both are told.',
  },
  during: ['published'],
  by: ['sobOffice'],
  rules: ['R-12', 'R-g1', 'R-u1'],
  form: correction,
  sections: [section('correction', 'Uppgifter om programmet', 'Details of the programme', correction)],
  tells: [],
});
