import type { JSX } from 'preact';
import { ATTACHING } from '../case/attachments.ts';
import { dateInWords, type Words } from '../routine/words.ts';
import { inLanguage } from './links.ts';
import { Acts, Disagreement, Inset } from './notes.tsx';
import { Parts } from './parts.tsx';
import type { QuestionView, ReleasedBody, Similar } from './views.ts';
import { SAY } from './words.ts';

/** What stands on a question's page beside the question itself. */

/** ROUTINE.md section 0 no. 2: the office records an answer that reached it on paper. */
export const OnPaper = ({ asOffice, bodyName, lang }: QuestionView): JSX.Element | null =>
  asOffice ? (
    <Inset>
      <p class="govuk-body">
        <strong>{ON_PAPER(bodyName)[lang]}</strong>
      </p>
      <p class="govuk-body">{MINUTES_NEEDED[lang]}</p>
    </Inset>
  ) : null;

/** Who wanted the question asked, and what they wrote. */
export const AskedBecause = ({ cause, lang, known }: QuestionView): JSX.Element | null =>
  cause === undefined ? null : (
    <section class="nom-row">
      <h2 class="govuk-heading-s">{cause.act.title[lang]}</h2>
      <p class="govuk-hint">{`${cause.bodyName[lang]}, ${dateInWords(cause.on, lang)}.`}</p>
      <Parts
        parts={[{ id: 'cause', fields: Object.keys(cause.act.form) }]}
        form={cause.act.form}
        answers={cause.answers}
        lang={lang}
        known={known}
        heading="h3"
      />
    </section>
  );

/** By when, at which meeting, and what it waits for. */
export const When = (view: QuestionView): JSX.Element | null => {
  const { lang, targetOn, meetingOn, deputyAskedOn, waitsSince, calendarHref } = view;
  const lines: readonly (readonly [Words, string | undefined, Words?])[] = [
    [SAY.answerGladlyBy, targetOn],
    [MEETING, meetingOn],
    [DEPUTY_TOO, deputyAskedOn, FIRST_COUNTS],
    [WAITS, waitsSince, MAY_ANSWER],
  ];
  const said = lines.filter(([, date]) => date !== undefined);
  if (said.length === 0) return null;
  return (
    <Inset>
      {said.map(([words, date = '', more]) => (
        <p key={words.sv} class="govuk-body">
          {`${words[lang]} `}
          <strong>{dateInWords(date, lang)}</strong>
          {`.${more ? ` ${more[lang]}` : ''}`}
        </p>
      ))}
      {calendarHref !== undefined && (targetOn ?? meetingOn) !== undefined && (
        <p class="govuk-body nom-screen">
          <a class="govuk-link" href={inLanguage(calendarHref, lang)}>
            {TO_CALENDAR[lang]}
          </a>
        </p>
      )}
    </Inset>
  );
};

/** That the councils differ, and who of them need not answer any more. */
export const WhatOthersSay = ({ lang, positions = [], released = [] }: QuestionView): JSX.Element => (
  <>
    <Disagreement positions={positions} lang={lang} />
    {released.map((it) => (
      <Inset key={it.body.sv}>{RELEASED(it)[lang]}</Inset>
    ))}
  </>
);

/** What a gate lacks: it can be waited for, or passed with a reason. */
export const Lacking = ({ lacking = [], lang }: QuestionView): JSX.Element | null =>
  lacking.length === 0 ? null : (
    <Inset>
      <p class="govuk-body">{LACKING[lang]}</p>
      <ul class="govuk-list govuk-list--bullet">
        {lacking.map((words) => (
          <li key={words.sv}>{words[lang]}</li>
        ))}
      </ul>
    </Inset>
  );

/** R-k3: those that use a programme which is inactivated. */
export const WhoIsTold = ({ told, lang }: QuestionView): JSX.Element | null =>
  told === undefined ? null : (
    <Inset>
      <p class="govuk-body">{told.reached.length === 0 ? TOLD_NOBODY[lang] : TOLD(told.reached)[lang]}</p>
      {told.others.length > 0 && <p class="govuk-body">{TOLD_OTHERWISE(told.others)[lang]}</p>}
    </Inset>
  );

/** What whoever cannot answer yet may do. */
export const InsteadOfAnswering = ({ acts = [], lang }: QuestionView): JSX.Element | null => {
  const instead = acts.filter(({ act }) => !ATTACHING.includes(act.id));
  return instead.length === 0 ? null : (
    <section class="nom-screen">
      <h2 class="govuk-heading-s">{CANNOT_YET[lang]}</h2>
      <Acts acts={instead} lang={lang} />
    </section>
  );
};

/** ROUTINE.md section 0 no. 1 and 2: the minutes that an answer refers to are attached to it. */
export const AttachBesideAnswering = ({ acts = [], lang }: QuestionView): JSX.Element | null => {
  const attaching = acts.filter(({ act }) => ATTACHING.includes(act.id));
  return attaching.length === 0 ? null : (
    <div class="nom-screen">
      <p class="govuk-body">{ATTACH_FIRST[lang]}</p>
      <Acts acts={attaching} lang={lang} />
    </div>
  );
};

/** R-a9, R-b6: programmes in use and other nominations that may be about the same. */
export const SimilarOnes = ({
  similar = [],
  lang,
}: Pick<QuestionView, 'similar' | 'lang'>): JSX.Element | null =>
  similar.length === 0 ? null : (
    <section class="nom-part">
      <h2 class="govuk-heading-m">{SIMILAR[lang]}</h2>
      <p class="govuk-body">{SIMILAR_HOW[lang]}</p>
      <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
        {similar.map((it) => (
          <li key={`${it.what} ${it.name} ${it.href ?? ''}`}>
            <SimilarOne {...it} lang={lang} />
          </li>
        ))}
      </ul>
    </section>
  );

const SimilarOne = ({
  name,
  what,
  detail,
  href,
  reason,
  lang,
}: Similar & Pick<QuestionView, 'lang'>): JSX.Element => (
  <>
    {href === undefined ? (
      <strong>{name}</strong>
    ) : (
      <a class="govuk-link" href={inLanguage(href, lang)}>
        {name}
      </a>
    )}
    {` (${[WHAT[what][lang], detail?.[lang]].filter(Boolean).join(', ')})`}
    <br />
    {reason[lang]}
  </>
);

const ON_PAPER = (body: Words): Words => ({
  sv: `Ni registrerar ett svar i stället för ${body.sv}.`,
  en: `You are recording an answer in the place of: ${body.en}.`,
});
const ATTACH_FIRST: Words = {
  sv: 'Hör det ett protokoll eller en annan handling till svaret? Bifoga den gärna innan du börjar skriva.',
  en: 'Do minutes or another document belong to the answer? Please attach them before you start to write.',
};
const MINUTES_NEEDED: Words = {
  sv: 'Skriv det som står i svaret och ange protokollet eller handlingen. Under ”Vem svarar?” anger du dig själv: svaret märks med att det är registrerat av SoB-förvaltningen.',
  en: 'Write what the answer says, and give the reference to the minutes or the document. Under “Who answers?” name yourself: the answer is marked as recorded by the SoB office.',
};
const TO_CALENDAR: Words = { sv: 'Lägg till i kalendern (.ics)', en: 'Add to the calendar (.ics)' };
const MEETING: Words = {
  sv: 'Ni har sagt att det tas upp på möte den',
  en: 'You have said that it will be taken up at the meeting on',
};
const DEPUTY_TOO: Words = {
  sv: 'Frågan är skickad även till er ersättare, den',
  en: 'The question has also been sent to your deputy, on',
};
const FIRST_COUNTS: Words = { sv: 'Det första svaret räknas.', en: 'The first answer counts.' };
const WAITS: Words = { sv: 'Väntar på komplettering sedan', en: 'Has waited for a supplement since' };
const MAY_ANSWER: Words = { sv: 'Ni kan svara ändå.', en: 'You can answer all the same.' };
const RELEASED = ({ body, on, reason }: ReleasedBody): Words => ({
  sv: [`${body.sv} behöver inte svara längre (från ${dateInWords(on, 'sv')}).`, reason && `Skäl: ${reason}`]
    .filter(Boolean)
    .join(' '),
  en: [`${body.en} need not answer any more (from ${dateInWords(on, 'en')}).`, reason && `Reason: ${reason}`]
    .filter(Boolean)
    .join(' '),
});
const LACKING: Words = {
  sv: 'Det här saknas för att programmet ska kunna publiceras:',
  en: 'This is lacking for the programme to be published:',
};
const TOLD = (names: readonly string[]): Words => ({
  sv: `De här använder programmet och får ett mejl: ${names.join(', ')}.`,
  en: `These use the programme and are sent a mail: ${names.join(', ')}.`,
});
const TOLD_OTHERWISE = (names: readonly string[]): Words => ({
  sv: `De här saknar e-postadress och behöver få veta det på annat sätt: ${names.join(', ')}.`,
  en: `These have no e-mail address and need to be told in another way: ${names.join(', ')}.`,
});
const TOLD_NOBODY: Words = {
  sv: 'Ingen som använder programmet har en e-postadress här.',
  en: 'Nobody who uses the programme has an e-mail address here.',
};
const CANNOT_YET: Words = { sv: 'Kan ni inte svara än?', en: 'Can you not answer yet?' };
const SIMILAR: Words = { sv: 'Liknande program och ärenden', en: 'Similar programmes and cases' };
const SIMILAR_HOW: Words = {
  sv: 'Hittade automatiskt. Kontrollera själva om de verkligen liknar nomineringen.',
  en: 'Found automatically. Check for yourselves whether they really are similar to the nomination.',
};
const WHAT: Readonly<Record<Similar['what'], Words>> = {
  programme: { sv: 'program', en: 'programme' },
  case: { sv: 'ärende', en: 'case' },
};
