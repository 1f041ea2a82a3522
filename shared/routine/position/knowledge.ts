import { form } from '../form.ts';
import { statement } from '../programme.ts';
import { treatment } from './conditions.ts';

/** Need, alternatives, evidence, competence and guidelines (R-b2). */
export const knowledge = form({
  programmeKindByCouncil: {
    kind: 'group',
    label: { sv: 'Annan typ av program', en: 'Another kind of programme' },
    help: {
      sv: 'Svara bara om rådet bedömer typen annorlunda än SoB-förvaltningen. Gränsen är inte skarp.',
      en: 'Answer only if the council judges the kind differently from the SoB office. There is no sharp border.',
    },
    need: 'may',
    rules: ['R-04'],
    fields: {
      value: {
        kind: 'choice',
        label: { sv: 'Vilken typ är det enligt rådet?', en: 'What kind is it according to the council?' },
        need: 'must',
        options: {
          treatment: { sv: 'Behandlingsprogram', en: 'Treatment programme' },
          support: { sv: 'Stödprogram', en: 'Support programme' },
        },
      },
      text: {
        kind: 'text',
        size: 'medium',
        label: {
          sv: 'Varför bedömer rådet typen annorlunda?',
          en: 'Why does the council judge differently?',
        },
        need: 'must',
        mayBeInMinutes: true,
      },
    },
  },
  regionalNeed: {
    kind: 'group',
    label: { sv: 'Regionalt behov', en: 'Regional need' },
    need: 'must',
    rules: ['R-b2'],
    fields: {
      value: {
        kind: 'choice',
        label: { sv: 'Hur stort är behovet i regionen?', en: 'How large is the need in the region?' },
        need: 'must',
        options: {
          large: { sv: 'Stort', en: 'Large' },
          moderate: { sv: 'Måttligt', en: 'Moderate' },
          small: { sv: 'Litet', en: 'Small' },
          none: { sv: 'Inget', en: 'None' },
        },
      },
      text: {
        kind: 'text',
        size: 'medium',
        label: { sv: 'Beskriv behovet', en: 'Describe the need' },
        need: 'must',
        mayBeInMinutes: true,
      },
    },
  },
  existingAlternatives: {
    kind: 'text',
    size: 'long',
    label: { sv: 'Befintliga programalternativ', en: 'Existing programme alternatives' },
    help: {
      sv: 'Vilka program finns redan, i SoB, i andra regioner och på marknaden?',
      en: 'Which programmes exist already, in SoB, in other regions and on the market?',
    },
    need: 'must',
    mayBeInMinutes: true,
    rules: ['R-b2', 'R-b6'],
  },
  evidenceLevel: {
    kind: 'choice',
    label: { sv: 'Evidensläge', en: 'State of evidence' },
    help: {
      sv: 'För enklare stödprogram krävs oftast ingen evidens.',
      en: 'Evidence is usually not required of simple support programmes.',
    },
    need: 'must',
    needWhen: treatment,
    otherwise: 'should',
    rules: ['R-b2', 'R-b10', 'R-01'],
    options: {
      strong: { sv: 'Starkt', en: 'Strong' },
      moderate: { sv: 'Måttligt starkt', en: 'Moderate' },
      limited: { sv: 'Begränsat', en: 'Limited' },
      insufficient: { sv: 'Otillräckligt', en: 'Insufficient' },
      notApplicable: {
        sv: 'Inte aktuellt (bara för stödprogram)',
        en: 'Not applicable (only for support programmes)',
      },
    },
  },
  evidenceText: {
    kind: 'text',
    size: 'long',
    label: { sv: 'Underlag för evidensläget', en: 'Basis of the state of evidence' },
    help: {
      sv: 'Vilka studier, riktlinjer och utlåtanden bygger bedömningen på?',
      en: 'Which studies, guidelines and statements does the judgement build on?',
    },
    need: 'must',
    needWhen: treatment,
    otherwise: 'should',
    mayBeInMinutes: true,
    rules: ['R-b2', 'R-b10', 'R-01'],
  },
  skrStatement: {
    kind: 'group',
    label: { sv: 'Utlåtande från SKR', en: 'Statement of SKR' },
    help: {
      sv: 'Den nationella kompetensgruppens bedömningar finns på skr.se. Sök på ”Utlåtanden, internetbaserade behandlingsprogram”.',
      en: 'The assessments of the national competence group are found at skr.se. Search for “Utlåtanden, internetbaserade behandlingsprogram”.',
    },
    need: 'should',
    needWhen: treatment,
    rules: ['R-b7'],
    fields: statement({ sv: 'Finns ett utlåtande från SKR?', en: 'Is there a statement of SKR?' }),
  },
  clinicianCompetence: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Behörighetskrav för behandlare', en: 'Competence demanded of clinicians' },
    help: {
      sv: 'Till exempel grundläggande psykoterapiutbildning i KBT. Skriv ”inga” om det inte behövs några krav.',
      en: 'For example basic psychotherapy training in CBT. Write “none” if no demands are needed.',
    },
    need: 'must',
    mayBeInMinutes: true,
    rules: ['R-b2'],
  },
  guidelineAlignment: {
    kind: 'group',
    label: { sv: 'Nationella riktlinjer', en: 'National guidelines' },
    need: 'must',
    rules: ['R-b2'],
    fields: {
      value: {
        kind: 'choice',
        label: {
          sv: 'Är programmet i linje med nationella riktlinjer?',
          en: 'Does the programme agree with national guidelines?',
        },
        need: 'must',
        options: {
          yes: { sv: 'Ja', en: 'Yes' },
          partly: { sv: 'Delvis', en: 'Partly' },
          no: { sv: 'Nej', en: 'No' },
          noGuideline: { sv: 'Det finns ingen riktlinje', en: 'There is no guideline' },
        },
      },
      text: {
        kind: 'text',
        size: 'medium',
        label: { sv: 'Vilka riktlinjer, och på vilket sätt?', en: 'Which guidelines, and in what way?' },
        need: 'must',
        askedWhen: { field: 'value', isNot: ['noGuideline'] },
        mayBeInMinutes: true,
      },
    },
  },
});
