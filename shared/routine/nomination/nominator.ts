import { form } from '../form.ts';

/** B. Who nominates. */
export const nominator = form({
  initiatorCategory: {
    kind: 'choices',
    label: { sv: 'Vem tog initiativet?', en: 'Who took the initiative?' },
    help: { sv: 'Flera kan väljas.', en: 'You may choose more than one.' },
    need: 'should',
    rules: ['R-a1'],
    options: {
      vgrEmployee: { sv: 'Medarbetare i VGR', en: 'Employee of VGR' },
      contractedProviderEmployee: {
        sv: 'Anställd hos vårdgivare med vårdavtal',
        en: 'Employee of a contracted care provider',
      },
      researchGroup: { sv: 'Forskargrupp', en: 'Research group' },
      sobContact: { sv: 'SoB-kontaktperson', en: 'SoB contact person' },
      sobOffice: { sv: 'Regionala SoB-förvaltningen', en: 'Regional SoB office' },
      coordinationCouncil: { sv: 'Samordningsråd', en: 'Coordination council' },
      knowledgeGovernance: { sv: 'Kunskapsstyrningen', en: 'Knowledge-based governance' },
    },
  },
  nominatingUnit: {
    kind: 'text',
    size: 'short',
    min: 2,
    label: { sv: 'Nominerande verksamhet', en: 'Nominating unit' },
    help: { sv: 'Enhet eller mottagning.', en: 'Unit or clinic.' },
    need: 'must',
  },
  organisation: {
    kind: 'text',
    size: 'short',
    min: 2,
    label: { sv: 'Förvaltning eller vårdgivare', en: 'Administration or care provider' },
    help: {
      sv: 'Den organisation som verksamheten hör till.',
      en: 'The organisation that the unit belongs to.',
    },
    need: 'should',
  },
  unitHsaId: {
    kind: 'text',
    size: 'short',
    format: 'hsaId',
    label: { sv: 'HSA-id för enheten', en: 'HSA id of the unit' },
    help: {
      sv: 'Hämtas vid inloggning om det går. Exempel: SE0000000000-E001.',
      en: 'Fetched at login when possible. Example: SE0000000000-E001.',
    },
    need: 'may',
  },
  contactFunction: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Kontaktperson: namn och roll', en: 'Contact person: name and role' },
    help: {
      sv: 'Den som kan svara på frågor om nomineringen.',
      en: 'The person who can answer questions about the nomination.',
    },
    need: 'must',
  },
  contactEmail: {
    kind: 'text',
    size: 'short',
    max: 254,
    format: 'email',
    label: { sv: 'E-post', en: 'E-mail' },
    help: { sv: 'Använd gärna en funktionsbrevlåda.', en: 'Preferably a shared mailbox.' },
    need: 'must',
  },
  contactPhone: {
    kind: 'text',
    size: 'short',
    max: 30,
    format: 'phone',
    label: { sv: 'Telefon', en: 'Phone' },
    help: { sv: 'Om ni vill bli uppringda.', en: 'If you would like us to call you.' },
    need: 'may',
  },
  coNominators: {
    kind: 'list',
    max: 20,
    label: { sv: 'Fler som nominerar', en: 'Others who nominate' },
    help: {
      sv: 'Verksamheter som står bakom nomineringen tillsammans med er.',
      en: 'Units that stand behind the nomination together with you.',
    },
    need: 'may',
    item: {
      unit: {
        kind: 'text',
        size: 'short',
        min: 2,
        label: { sv: 'Verksamhet', en: 'Unit' },
        need: 'must',
      },
      contact: {
        kind: 'text',
        size: 'short',
        label: { sv: 'Kontaktperson', en: 'Contact person' },
        need: 'may',
      },
      email: {
        kind: 'text',
        size: 'short',
        max: 254,
        format: 'email',
        label: { sv: 'E-post till kontaktpersonen', en: 'E-mail of the contact person' },
        need: 'may',
      },
    },
  },
  researchersInvolved: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Forskare som medverkar', en: 'Researchers involved' },
    help: {
      sv: 'Ange institution, inte enskilda projektdeltagare.',
      en: 'Name the department, not individual project members.',
    },
    need: 'may',
    rules: ['R-a2'],
  },
  interestDeclaration: {
    kind: 'group',
    label: { sv: 'Intressen i programmet', en: 'Interests in the programme' },
    need: 'should',
    fields: {
      value: {
        kind: 'choice',
        label: {
          sv: 'Har ni eller någon närstående ett ekonomiskt eller annat intresse i programmet, leverantören eller metoden?',
          en: 'Do you or anyone close to you have a financial or other interest in the programme, the supplier or the method?',
        },
        need: 'must',
        options: {
          none: { sv: 'Nej', en: 'No' },
          exists: { sv: 'Ja', en: 'Yes' },
        },
      },
      text: {
        kind: 'text',
        size: 'medium',
        label: { sv: 'Beskriv intresset', en: 'Describe the interest' },
        need: 'must',
        askedWhen: { field: 'value', is: ['exists'] },
      },
    },
  },
});
