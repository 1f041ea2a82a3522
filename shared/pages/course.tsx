import type { JSX } from 'preact';
import { dateInWords, type Words } from '../routine/words.ts';
import type { CaseView, CourseAct, CourseQuestion } from './views.ts';
import { daysInWords } from './waits.tsx';
import { SAY } from './words.ts';

type CourseProps = Pick<CaseView, 'course' | 'submittedOn' | 'lang'>;

interface Happening {
  readonly on: string;
  readonly what: Words;
  readonly became?: Words;
}

/** What has happened in the case, oldest first: who was asked, when they answered, what people did. */
export function Course({ course, submittedOn, lang }: CourseProps): JSX.Element {
  const happened = [{ on: submittedOn, what: SUBMITTED }, ...course.map(happening)].sort((a, b) =>
    a.on.localeCompare(b.on),
  );
  return (
    <section class="nom-part">
      <h2 class="govuk-heading-m">{TITLE[lang]}</h2>
      <ol class="nom-course">
        {happened.map(({ on, what, became }: Happening, index) => (
          <li key={index}>
            <span class="govuk-hint">{dateInWords(on, lang)}</span>
            <br />
            {what[lang]}
            {became && (
              <>
                <br />
                {became[lang]}
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

const happening = (it: CourseQuestion | CourseAct): Happening =>
  'act' in it
    ? {
        on: it.on,
        what: colon(it.by, titleOf(it)),
        ...(it.reason !== undefined && { became: because(it.reason) }),
      }
    : { on: it.askedOn, what: ASKED(it), became: ended(it) };

/** With who it was, where that is shown. */
const titleOf = ({ act, signedBy }: CourseAct): Words =>
  signedBy === undefined
    ? act.title
    : { sv: `${act.title.sv} (${signedBy})`, en: `${act.title.en} (${signedBy})` };

const because = (reason: string): Words => ({
  sv: `${SAY.reason.sv}: ${reason}`,
  en: `${SAY.reason.en}: ${reason}`,
});

const colon = (who: Words, what: Words): Words => ({
  sv: `${who.sv}: ${what.sv}`,
  en: `${who.en}: ${what.en}`,
});

const ASKED = ({ bodyName, question }: CourseQuestion): Words => ({
  sv: `${bodyName.sv} fick frågan: ${question.title.sv}`,
  en: `${bodyName.en} was asked: ${question.title.en}`,
});

const ended = (it: CourseQuestion): Words => {
  const [sv, en] = (['sv', 'en'] as const).map((lang) => {
    const on = it.endedOn === undefined ? '' : ` ${dateInWords(it.endedOn, lang)}`;
    const reason = it.reason === undefined ? '' : ` ${SAY.reason[lang]}: ${it.reason}`;
    const paper = it.recordedByOffice ? ` ${ON_PAPER[lang]}` : '';
    return `${BECAME[it.status][lang]}${on} (${daysInWords(it)[lang]}).${paper}${reason}`;
  }) as [string, string];
  return { sv, en };
};

const BECAME: Readonly<Record<CourseQuestion['status'], Words>> = {
  open: { sv: 'Väntar på svar', en: 'Waits for an answer' },
  answered: { sv: 'Besvarades', en: 'Answered' },
  released: { sv: 'Behövde inte längre besvaras', en: 'No longer needed an answer' },
  closed: { sv: 'Stängdes utan svar', en: 'Closed without an answer' },
};

const TITLE: Words = { sv: 'Det här har hänt', en: 'What has happened' };
const SUBMITTED: Words = { sv: 'Nomineringen skickades in.', en: 'The nomination was submitted.' };
const ON_PAPER: Words = {
  sv: 'Kom på papper, registrerades av SoB-förvaltningen.',
  en: 'Came on paper, recorded by the SoB office.',
};
