import { form } from '../form.ts';
import { isMade, projectStarted } from './conditions.ts';

/** The project group, with those who answer for content, design and pedagogy (R-f2). */
export const group = form({
  projectMembers: {
    kind: 'list',
    min: 1,
    max: 30,
    label: { sv: 'Projektgrupp', en: 'Project group' },
    help: {
      sv: 'Någon ska ansvara för innehåll, någon för design och någon för pedagogik. En person kan ha flera ansvar.',
      en: 'Someone is to answer for content, someone for design and someone for pedagogy. One person may hold several.',
    },
    need: 'must',
    needWhen: isMade,
    otherwise: 'should',
    askedWhen: projectStarted,
    rules: ['R-f2', 'P-24'],
    item: form({
      person: { kind: 'text', size: 'short', label: { sv: 'Namn', en: 'Name' }, need: 'must' },
      unit: { kind: 'text', size: 'short', label: { sv: 'Enhet', en: 'Unit' }, need: 'should' },
      responsibility: {
        kind: 'choices',
        label: { sv: 'Ansvarar för', en: 'Answers for' },
        need: 'must',
        options: {
          content: { sv: 'Innehåll', en: 'Content' },
          design: { sv: 'Design', en: 'Design' },
          pedagogy: { sv: 'Pedagogik', en: 'Pedagogy' },
          patientRepresentative: { sv: 'Patientföreträdare', en: 'Patient representative' },
          research: { sv: 'Forskning', en: 'Research' },
          projectManager: { sv: 'Projektledning', en: 'Project management' },
          other: { sv: 'Annat', en: 'Other' },
        },
      },
    }),
  },
});
