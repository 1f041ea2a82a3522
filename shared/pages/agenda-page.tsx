import type { ComponentChildren, JSX } from 'preact';
import { setMeeting } from '../routine/acts/dates.ts';
import { wholeForm } from '../routine/answerer.ts';
import type { FieldProblem } from '../routine/check.ts';
import { PHASES, type Phase } from '../routine/question.ts';
import { dateInWords, type Language, type Words } from '../routine/words.ts';
import type { AgendaItem, AgendaView } from './agenda-views.ts';
import { Checkbox } from './controls.tsx';
import { Fields, type Place } from './fields.tsx';
import { FORM_ID, html, Page, RESULT_ID } from './layout.tsx';
import { inLanguage } from './links.ts';
import { MINUTES_ID } from './pack-page.tsx';
import { Problems, titled } from './sheet-form.tsx';
import { Row } from './summary.tsx';
import { StepMark } from './typed.tsx';
import { inDays, Waits } from './waits.tsx';

/** The name of the boxes that choose what is taken up at a meeting. */
export const CHOSEN = 'chosen[]';

/** What is wrong with what was chosen, as a problem names its field. */
export const CHOSEN_FIELD = 'chosen';

const boxId = (key: string): string => `chosen-${key.replaceAll(/\W+/gu, '-')}`;

/** What waits for a body: to answer, to take up at a meeting, to print as the meeting's agenda. */
export function agendaPage(view: AgendaView): string {
  const { lang, bodyName, today, items, meeting } = view;
  const problems = meeting?.problems ?? [];
  const inOrder = PHASES.flatMap((phase) => items.filter(({ question }) => question.phase === phase));
  const firstKey = inOrder.find(({ key }) => key !== undefined)?.key;
  const canMeet = firstKey !== undefined;
  const Groups = (): JSX.Element => (
    <>
      {PHASES.map((phase) => (
        <Group
          key={phase}
          title={GROUP[phase]}
          items={items.filter(({ question }) => question.phase === phase)}
          chosen={meeting?.chosen ?? []}
          lang={lang}
        />
      ))}
    </>
  );
  return html(
    <Page
      frame={view}
      title={titled(`${TITLE[lang]} – ${bodyName[lang]}`, problems, lang)}
      otherLanguage={canMeet ? 'edit' : 'link'}
    >
      <Problems
        problems={problems}
        sheet={setMeeting}
        lang={lang}
        elsewhere={firstKey === undefined ? {} : { [CHOSEN_FIELD]: boxId(firstKey) }}
      />
      <TakenUp {...view} />
      <span class="govuk-caption-l">{`${bodyName[lang]} · ${dateInWords(today, lang)}`}</span>
      <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
      <p class={items.length === 0 ? 'govuk-body' : 'govuk-body nom-screen'}>
        {(items.length === 0 ? NOTHING : HOW)[lang]}
      </p>
      {items.length > 0 && <ForTheMeeting {...view} />}
      {canMeet ? (
        <MeetingForm {...view} problems={problems}>
          <Groups />
        </MeetingForm>
      ) : (
        <Groups />
      )}
    </Page>,
  );
}

/** What was just set, as the record has it. */
const TakenUp = ({ takenUpOn, missed, items, lang }: AgendaView): JSX.Element | null => {
  if (takenUpOn === undefined) return null;
  const count = items.filter(({ meetingOn }) => meetingOn === takenUpOn).length;
  const said = [...(count > 0 ? [TAKEN_UP(count, takenUpOn)] : []), ...(missed ? [MISSED] : [])];
  return said.length === 0 ? null : (
    <div class="govuk-inset-text" id={RESULT_ID} role="status" tabIndex={-1}>
      {said.map((it) => (
        <p key={it.sv} class="govuk-body">
          {it[lang]}
        </p>
      ))}
    </div>
  );
};

/** The packs of the meetings that are set and of all that waits, the minutes, and the days for a calendar. */
const ForTheMeeting = ({ items, today, calendarHref, lang }: AgendaView): JSX.Element => {
  const meetings = [...new Set(items.flatMap(({ meetingOn }) => meetingOn ?? []))]
    .filter((on) => on >= today)
    .sort();
  return (
    <div class="nom-screen">
      <h2 class="govuk-heading-s">{FOR_THE_MEETING[lang]}</h2>
      <ul class="govuk-list">
        {meetings.map((on) => (
          <Leads key={on} href={`?pack=${on}`} text={PACK(on)} lang={lang} />
        ))}
        <Leads href="?pack=all" text={PACK_OF_ALL} lang={lang} />
        <Leads href={`?pack=all#${MINUTES_ID}`} text={MINUTES} lang={lang} />
        <Leads href={calendarHref} text={CALENDAR} lang={lang} />
      </ul>
    </div>
  );
};

interface LeadsProps {
  readonly href: string;
  readonly text: Words;
  readonly lang: Language;
}

const Leads = ({ href, text, lang }: LeadsProps): JSX.Element => (
  <li>
    <a class="govuk-link" href={inLanguage(href, lang)}>
      {text[lang]}
    </a>
  </li>
);

type MeetingFormProps = AgendaView & {
  readonly problems: readonly FieldProblem[];
  readonly children: ComponentChildren;
};

/** The list, of which some is chosen, and when that is taken up. */
const MeetingForm = ({ lang, known, meeting, problems, children }: MeetingFormProps): JSX.Element => {
  const form = wholeForm(setMeeting);
  const place: Place = { lang, known, problems, posted: meeting?.posted ?? {}, path: '', forms: [form] };
  return (
    <form method="post" action={`#${RESULT_ID}`} id={FORM_ID} novalidate>
      <StepMark sheet={setMeeting} />
      {children}
      <section class="nom-part nom-screen">
        <h2 class="govuk-heading-m">{TAKE_UP[lang]}</h2>
        <p class="govuk-body">{TAKE_UP_HOW[lang]}</p>
        <Fields place={place} />
        <button type="submit" class="govuk-button">
          {TAKE_UP_CHOSEN[lang]}
        </button>
      </section>
    </form>
  );
};

interface GroupProps {
  readonly title: Words;
  readonly items: readonly AgendaItem[];
  readonly chosen: readonly string[];
  readonly lang: Language;
}

const Group = ({ title, items, chosen, lang }: GroupProps): JSX.Element | null =>
  items.length === 0 ? null : (
    <section class="nom-part">
      <h2 class="govuk-heading-m">{`${title[lang]} (${items.length})`}</h2>
      <ol class="nom-agenda">
        {items.map((item) => (
          <li key={item.href}>
            <Item item={item} isChosen={item.key !== undefined && chosen.includes(item.key)} lang={lang} />
          </li>
        ))}
      </ol>
    </section>
  );

interface ItemProps {
  readonly item: AgendaItem;
  readonly isChosen: boolean;
  readonly lang: Language;
}

const Item = ({ item, isChosen, lang }: ItemProps): JSX.Element => (
  <>
    <h3 class="govuk-heading-s">
      <a class="govuk-link" href={inLanguage(item.href, lang)}>
        {`${item.caseNumber}: ${item.workingTitle}`}
      </a>
    </h3>
    <dl class="govuk-summary-list">
      <Row label={QUESTION[lang]}>{item.question.asks[lang]}</Row>
      <Row label={KIND[lang]}>{item.kind[lang]}</Row>
      {item.publishedOn === undefined ? (
        <Row label={AGE[lang]}>{inDays(item.caseDays)[lang]}</Row>
      ) : (
        <Row label={PUBLISHED[lang]}>{dateInWords(item.publishedOn, lang)}</Row>
      )}
      <Waits {...item} lang={lang} />
    </dl>
    {item.key !== undefined && (
      <div class="nom-screen">
        <Checkbox
          id={boxId(item.key)}
          name={CHOSEN}
          value={item.key}
          checked={isChosen}
          label={CHOOSE(item.caseNumber)[lang]}
        />
      </div>
    )}
  </>
);

const TITLE: Words = { sv: 'Det här väntar på er', en: 'What waits for you' };
const GROUP: Readonly<Record<Phase, Words>> = {
  nomination: { sv: 'Nomineringar', en: 'Nominations' },
  production: { sv: 'Projekt', en: 'Projects' },
  review: { sv: 'Program att följa upp', en: 'Programmes to follow up' },
};
const NOTHING: Words = {
  sv: 'Inget väntar på er just nu. Ni får ett mejl när det kommer något.',
  en: 'Nothing waits for you at the moment. You are sent a mail when something comes.',
};
const HOW: Words = {
  sv: 'Välj ett ärende för att läsa och svara. Sidan går att skriva ut som dagordning.',
  en: 'Choose a case to read and answer. The page can be printed as an agenda.',
};
const FOR_THE_MEETING: Words = { sv: 'Till mötet', en: 'For the meeting' };
const PACK = (on: string): Words => ({
  sv: `Underlag till mötet den ${dateInWords(on, 'sv')}`,
  en: `Pack for the meeting on ${dateInWords(on, 'en')}`,
});
const PACK_OF_ALL: Words = { sv: 'Underlag för allt som väntar', en: 'Pack of all that waits' };
const MINUTES: Words = { sv: 'Text till protokollet', en: 'Text for the minutes' };
const CALENDAR: Words = {
  sv: 'Mötesdagar och önskade svarsdagar till kalendern (.ics)',
  en: 'Days of meetings and target dates for the calendar (.ics)',
};
const TAKE_UP: Words = { sv: 'Ta upp ärenden på ett möte', en: 'Take up cases at a meeting' };
const TAKE_UP_HOW: Words = {
  sv: 'Kryssa för ärendena i listan och ange dagen. Då får ni ingen påminnelse om dem före dagen efter mötet.',
  en: 'Tick the cases in the list and state the day. Then you are not reminded of them until the day after the meeting.',
};
const TAKE_UP_CHOSEN: Words = { sv: 'Ta upp de valda den dagen', en: 'Take up the chosen ones on that day' };
const CHOOSE = (caseNumber: string): Words => ({
  sv: `Ta upp ${caseNumber} på ett möte`,
  en: `Take up ${caseNumber} at a meeting`,
});
const MISSED: Words = {
  sv: 'Något av de valda ärendena väntar inte längre på er, och står inte kvar i listan.',
  en: 'One of the chosen cases no longer waits for you, and is not in the list any more.',
};
const TAKEN_UP = (count: number, on: string): Words => ({
  sv: `Klart. ${count === 1 ? 'Ett ärende' : `${count} ärenden`} tas upp på mötet den ${dateInWords(on, 'sv')}.`,
  en: `Done. ${count === 1 ? 'One case is' : `${count} cases are`} taken up at the meeting on ${dateInWords(on, 'en')}.`,
});
const QUESTION: Words = { sv: 'Fråga', en: 'Question' };
const AGE: Words = { sv: 'Ärendets ålder', en: 'Age of the case' };
const PUBLISHED: Words = { sv: 'Publicerades', en: 'Published' };
const KIND: Words = { sv: 'Gäller', en: 'Concerns' };
