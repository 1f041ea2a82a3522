import type { JSX } from 'preact';
import type { Role } from '../routine/question.ts';
import { dateInWords, type Language, type Words } from '../routine/words.ts';
import type { BodiesView, ListedBody } from './desk-list-views.ts';
import { html, Page } from './layout.tsx';
import { inLanguage } from './links.ts';
import { Row } from './summary.tsx';

/** Everybody whom the routine asks, with where and when they can be reached. */
export function bodiesPage(view: BodiesView): string {
  const { lang, desk, bodies } = view;
  const isReader = desk.readsOnly === true;
  return html(
    <Page frame={view} title={TITLE[lang]}>
      <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
      <p class="govuk-body">{LEAD[lang]}</p>
      {!isReader && (
        <p class="govuk-body nom-screen">
          <a class="govuk-link" href={inLanguage(`${desk.deskHref}/bodies/new`, lang)}>
            {NEW[lang]}
          </a>
        </p>
      )}
      {GROUPS.map(({ title, roles }) => (
        <Group
          key={title.sv}
          {...view}
          title={title}
          bodies={bodies.filter(({ role, successor }) => roles.includes(role) && successor === undefined)}
        />
      ))}
      <Group {...view} title={CEASED} bodies={bodies.filter(({ successor }) => successor !== undefined)} />
    </Page>,
  );
}

const Group = ({
  title,
  bodies,
  desk,
  today,
  lang,
}: BodiesView & { readonly title: Words }): JSX.Element | null =>
  bodies.length === 0 ? null : (
    <section class="nom-part">
      <h2 class="govuk-heading-m">{title[lang]}</h2>
      {bodies.map((body) => (
        <section key={body.id} aria-labelledby={`body-${body.id}`}>
          <h3 class="govuk-heading-s nom-text" id={`body-${body.id}`}>
            <a class="govuk-link" href={inLanguage(`${desk.deskHref}/bodies/${body.id}`, lang)}>
              {body.name[lang]}
            </a>
          </h3>
          <dl class="govuk-summary-list">
            <Facts body={body} today={today} lang={lang} />
          </dl>
        </section>
      ))}
    </section>
  );

interface FactsProps {
  readonly body: ListedBody;
  readonly today: string;
  readonly lang: Language;
}

const Facts = ({ body, today, lang }: FactsProps): JSX.Element => {
  const { mailbox, language, deputy, escalation, absences, summerPause, successor, openQuestions } = body;
  const facts: readonly (readonly [Words, string | undefined])[] = [
    [MAILBOX, language === 'en' ? `${mailbox} (${IN_ENGLISH[lang]})` : mailbox],
    [AWAY, absences.map((it) => awayInWords(it, today)[lang]).join('; ') || undefined],
    [SUMMER, summerPause && spanInWords(summerPause, dayInWords)[lang]],
    [DEPUTY, deputy],
    [ESCALATION, escalation],
    [SUCCESSOR, successor?.[lang]],
    [OPEN, String(openQuestions)],
  ];
  return (
    <>
      {facts.map(
        ([label, value]) =>
          value !== undefined && (
            <Row key={label.sv} label={label[lang]}>
              <span class="nom-text">{value}</span>
            </Row>
          ),
      )}
    </>
  );
};

type Span = ListedBody['absences'][number];
type DayInWords = (day: string, lang: Language) => string;

/** "just nu, till …" or "21 december 2026 – 6 januari 2027". */
const awayInWords = (span: Span, today: string): Words =>
  span.from <= today
    ? {
        sv: `just nu, till och med ${dateInWords(span.to, 'sv')}`,
        en: `now, up to and including ${dateInWords(span.to, 'en')}`,
      }
    : spanInWords(span, dateInWords);

const spanInWords = ({ from, to }: Span, inWords: DayInWords): Words => ({
  sv: `${inWords(from, 'sv')} – ${inWords(to, 'sv')}`,
  en: `${inWords(from, 'en')} – ${inWords(to, 'en')}`,
});

/** `07-01` as "1 juli"; 2024 has every day that a year can have. */
const dayInWords: DayInWords = (day, lang) => dateInWords(`2024-${day}`, lang).replace(/ 2024$/u, '');

const TITLE: Words = { sv: 'Instanser', en: 'Bodies' };
const LEAD: Words = {
  sv: 'De som rutinen frågar, och vart frågorna går. Ändringar gäller också frågor som redan väntar.',
  en: 'Those whom the routine asks, and where the questions go. Changes apply to questions that already wait as well.',
};
const NEW: Words = { sv: 'Lägg till en instans', en: 'Add a body' };
const GROUPS: readonly { readonly title: Words; readonly roles: readonly Role[] }[] = [
  {
    title: { sv: 'Samordningsråd', en: 'Coordination councils' },
    roles: ['coordinationCouncil'],
  },
  {
    title: { sv: 'Regionens gemensamma', en: 'Those of the whole region' },
    roles: ['sobOffice', 'ppr', 'contentOwners'],
  },
];
const CEASED: Words = { sv: 'Har upphört', en: 'Have ceased' };
const MAILBOX: Words = { sv: 'Brevlåda', en: 'Mailbox' };
const IN_ENGLISH: Words = { sv: 'mejl på engelska', en: 'mails in English' };
const AWAY: Words = { sv: 'Ingen läser', en: 'Nobody reads' };
const SUMMER: Words = { sv: 'Sommaruppehåll', en: 'Summer pause' };
const DEPUTY: Words = { sv: 'Ersättare', en: 'Deputy' };
const ESCALATION: Words = { sv: 'Får veta om ingen svarar', en: 'Is told if nobody answers' };
const SUCCESSOR: Words = { sv: 'Har tagits över av', en: 'Was taken over by' };
const OPEN: Words = { sv: 'Öppna frågor', en: 'Open questions' };
