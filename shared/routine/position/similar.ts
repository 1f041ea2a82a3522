import { form } from '../form.ts';
import { accessRoutes } from '../programme.ts';
import type { Words } from '../words.ts';
import { notSimilar, similar, useOfExisting } from './conditions.ts';

/** Values the existing programme in one respect (R-b4). */
const meets = (label: Words, asks: Words, why: Words) =>
  ({
    kind: 'group',
    label,
    need: 'must',
    askedWhen: similar,
    rules: ['R-b4'],
    fields: {
      value: {
        kind: 'choice',
        label: asks,
        need: 'must',
        options: {
          yes: { sv: 'Ja', en: 'Yes' },
          partly: { sv: 'Delvis', en: 'Partly' },
          no: { sv: 'Nej', en: 'No' },
        },
      },
      text: { kind: 'text', size: 'medium', label: why, need: 'must', mayBeInMinutes: true },
    },
  }) as const;

/** A similar programme is valued; where there is none, other regions are asked (R-b4 to R-b8). */
export const similarProgramme = form({
  similarInSob: {
    kind: 'yesNo',
    label: { sv: 'Finns ett liknande program i SoB?', en: 'Is there a similar programme in SoB?' },
    help: {
      sv: 'Svaret avgör vilka frågor som följer. SoB-förvaltningens sökning finns bland de tidigare svaren.',
      en: "The answer decides which questions follow. The SoB office's search is among the earlier answers.",
    },
    need: 'must',
    rules: ['R-b4', 'R-b8'],
  },
  existingMeetsNeed: meets(
    { sv: 'Det befintliga programmet och behovet', en: 'The existing programme and the need' },
    { sv: 'Uppfyller det befintliga programmet behovet?', en: 'Does the existing programme meet the need?' },
    { sv: 'Motivera bedömningen av behovet', en: 'Reason for the judgement of the need' },
  ),
  existingMeetsPurpose: meets(
    { sv: 'Det befintliga programmet och syftet', en: 'The existing programme and the purpose' },
    {
      sv: 'Uppfyller det befintliga programmet syftet?',
      en: 'Does the existing programme meet the purpose?',
    },
    { sv: 'Motivera bedömningen av syftet', en: 'Reason for the judgement of the purpose' },
  ),
  existingMeetsEvidence: meets(
    { sv: 'Det befintliga programmet och evidensen', en: 'The existing programme and the evidence' },
    {
      sv: 'Uppfyller det befintliga programmet kraven på evidens?',
      en: 'Does the existing programme meet the demands on evidence?',
    },
    { sv: 'Motivera bedömningen av evidensen', en: 'Reason for the judgement of the evidence' },
  ),
  existingCostEffective: {
    kind: 'group',
    label: { sv: 'Det befintliga programmet och kostnaden', en: 'The existing programme and the cost' },
    need: 'must',
    askedWhen: similar,
    rules: ['R-b5'],
    fields: {
      value: {
        kind: 'choice',
        label: {
          sv: 'Är det kostnadseffektivt att använda det befintliga programmet?',
          en: 'Is it cost-effective to use the existing programme?',
        },
        need: 'must',
        options: {
          yes: { sv: 'Ja', en: 'Yes' },
          no: { sv: 'Nej', en: 'No' },
          unclear: { sv: 'Oklart', en: 'Unclear' },
        },
      },
      text: {
        kind: 'text',
        size: 'medium',
        label: { sv: 'Motivera bedömningen av kostnaden', en: 'Reason for the judgement of the cost' },
        need: 'must',
        mayBeInMinutes: true,
      },
    },
  },
  accessRoute: {
    kind: 'choice',
    label: {
      sv: 'Vad krävs för att använda det befintliga programmet?',
      en: 'What does it take to use the existing programme?',
    },
    need: 'must',
    askedWhen: { all: [similar, useOfExisting] },
    rules: ['R-b5', 'R-b6'],
    options: accessRoutes,
  },
  npoContactedOn: {
    kind: 'date',
    notAfterToday: true,
    label: {
      sv: 'Nationellt programområde tillfrågat',
      en: 'National programme area asked on',
    },
    help: {
      sv: 'Rådet frågar om fler regioner har samma behov och kan samverka. Svaret behöver inte ha kommit.',
      en: 'The council asks whether more regions have the same need and can collaborate. The answer need not have come.',
    },
    need: 'must',
    askedWhen: notSimilar,
    rules: ['R-b8'],
  },
  npoName: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Vilket nationellt programområde?', en: 'Which national programme area?' },
    need: 'must',
    askedWhen: notSimilar,
    mayBeInMinutes: true,
    rules: ['R-b8'],
  },
  otherRegionsSameNeed: {
    kind: 'group',
    label: { sv: 'Andra regioner', en: 'Other regions' },
    need: 'must',
    askedWhen: notSimilar,
    rules: ['R-b8'],
    fields: {
      value: {
        kind: 'choice',
        label: { sv: 'Har andra regioner samma behov?', en: 'Do other regions have the same need?' },
        need: 'must',
        options: {
          yes: { sv: 'Ja', en: 'Yes' },
          no: { sv: 'Nej', en: 'No' },
          noAnswerYet: { sv: 'Vi har inte fått svar än', en: 'We have had no answer yet' },
        },
      },
      regions: {
        kind: 'texts',
        max: 20,
        label: { sv: 'Vilka regioner har samma behov?', en: 'Which regions have the same need?' },
        need: 'must',
        askedWhen: { field: 'value', is: ['yes'] },
      },
    },
  },
  collaboration: {
    kind: 'group',
    label: { sv: 'Samverkan med andra regioner', en: 'Collaboration with other regions' },
    need: 'must',
    askedWhen: { field: 'otherRegionsSameNeed', is: ['yes'] },
    rules: ['R-b8'],
    fields: {
      value: {
        kind: 'choice',
        label: { sv: 'Är samverkan möjlig?', en: 'Is collaboration possible?' },
        need: 'must',
        options: {
          yes: { sv: 'Ja', en: 'Yes' },
          no: { sv: 'Nej', en: 'No' },
          toBeExplored: { sv: 'Det ska undersökas', en: 'It is to be explored' },
        },
      },
      text: {
        kind: 'text',
        size: 'medium',
        label: { sv: 'Hur, eller varför inte?', en: 'How, or why not?' },
        need: 'must',
        mayBeInMinutes: true,
      },
    },
  },
});
