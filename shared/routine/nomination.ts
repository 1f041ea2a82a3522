import { form, type Section, section } from './form.ts';
import { anchoring } from './nomination/anchoring.ts';
import { childSafety } from './nomination/children.ts';
import { closing } from './nomination/closing.ts';
import { costs } from './nomination/costs.ts';
import { delivery } from './nomination/delivery.ts';
import { evidence } from './nomination/evidence.ts';
import { existingProgrammes } from './nomination/existing-programmes.ts';
import { need } from './nomination/need.ts';
import { nominator } from './nomination/nominator.ts';
import { participation } from './nomination/participation.ts';
import { purchased } from './nomination/purchase.ts';
import { subject } from './nomination/subject.ts';
import { use } from './nomination/use.ts';

/**
 * The nomination (form a2). A nomination is an invitation to a talk and not an examination: few fields are `must`,
 * and what is left out can be asked for later (NOMINATION-FORM section 0).
 */
export const nominationForm = form({
  ...subject,
  ...nominator,
  ...anchoring,
  ...need,
  ...use,
  ...existingProgrammes,
  ...evidence,
  ...purchased,
  ...costs,
  ...participation,
  ...childSafety,
  ...delivery,
  ...closing,
});

/** The nomination as it is mended later: a start that was wished for may have been meanwhile. */
export const amendedForm = form({
  ...nominationForm,
  desiredStart: { ...nominationForm.desiredStart, notBeforeToday: false },
});

/** The form's parts in the order they are asked. */
export const nominationSections: readonly Section[] = [
  section('A', 'Vad nomineringen gäller', 'What the nomination is about', subject),
  section('B', 'Vem som nominerar', 'Who nominates', nominator),
  section('C', 'Förankring', 'Anchoring', anchoring),
  section('D', 'Behov och målgrupp', 'Need and target group', need),
  section('E', 'Användning i verksamheten', 'Use in the unit', use),
  section('F', 'Befintliga program', 'Existing programmes', existingProgrammes),
  section('G', 'Kunskapsläge', 'State of knowledge', evidence),
  section('H', 'Inköp', 'Purchase', purchased),
  section('I', 'Kostnader och finansiering', 'Costs and financing', costs),
  section('J', 'Patientmedverkan och utvärdering', 'Patient participation and evaluation', participation),
  section('K', 'Barn', 'Children', childSafety),
  section('L', 'Medicinteknik och genomförande', 'Medical devices and implementation', delivery),
  section('M', 'Övrigt och skicka in', 'Other and submit', closing),
];
