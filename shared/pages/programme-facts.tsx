import type { ComponentChildren, JSX } from 'preact';
import { areaInWords } from '../case/areas.ts';
import type { Origin } from '../case/programme.ts';
import type { ProgrammeState } from '../case/programme-state.ts';
import type { Milestone } from '../routine/question.ts';
import { judgement } from '../routine/screening/judgement.ts';
import { dateInWords, type Language, type Words } from '../routine/words.ts';
import type { ShownNomination, ShownProgramme } from './programme-views.ts';

/** What is said of a programme or a nomination, in the list and on its own page. */

interface WrittenProps {
  readonly lang: Language;
  readonly children: ComponentChildren;
}

/** What people have named, which is in Swedish: an English page says so, for those who have it read aloud. */
export const Written = ({ lang, children }: WrittenProps): JSX.Element => (
  <span lang={lang === 'sv' ? undefined : 'sv'}>{children}</span>
);

interface ProgrammeProps {
  readonly programme: ShownProgramme;
  readonly lang: Language;
}

export const ProgrammeFacts = ({ programme, lang }: ProgrammeProps): JSX.Element => {
  const { kind, origin, clinicalAreas, council, standing, users } = programme;
  return (
    <dl class="nom-pairs">
      {standing !== undefined && (
        <Fact label={STATUS} lang={lang}>
          {`${STATE[standing.state][lang]} ${dateInWords(standing.since, lang)}`}
        </Fact>
      )}
      {kind !== undefined && (
        <Fact label={KIND} lang={lang}>
          {judgement.programmeKind.options[kind][lang]}
        </Fact>
      )}
      {origin !== undefined && (
        <Fact label={ORIGIN} lang={lang}>
          {ORIGINS[origin][lang]}
        </Fact>
      )}
      <Areas areas={clinicalAreas} lang={lang} />
      {council !== undefined && (
        <Fact label={COUNCIL} lang={lang}>
          {council[lang]}
        </Fact>
      )}
      {users.length > 0 && (
        <Fact label={USED_BY} lang={lang}>
          <Written lang={lang}>{users.map(({ name }) => name).join(', ')}</Written>
        </Fact>
      )}
    </dl>
  );
};

interface NominationProps {
  readonly nomination: ShownNomination;
  readonly lang: Language;
  readonly outcome?: Words | undefined;
}

export const NominationFacts = ({ nomination, lang, outcome }: NominationProps): JSX.Element => {
  const { milestone, clinicalAreas, councils, unit, submittedOn } = nomination;
  return (
    <dl class="nom-pairs">
      <Fact label={STATUS} lang={lang}>
        {STANDING[milestone][lang]}
      </Fact>
      {outcome !== undefined && (
        <Fact label={OUTCOME} lang={lang}>
          {outcome[lang]}
        </Fact>
      )}
      <Areas areas={clinicalAreas} lang={lang} />
      {councils.length > 0 && (
        <Fact label={COUNCIL} lang={lang}>
          {councils.map((it) => it[lang]).join(', ')}
        </Fact>
      )}
      <Fact label={NOMINATED_BY} lang={lang}>
        <Written lang={lang}>{unit}</Written>
        {`, ${dateInWords(submittedOn, lang)}`}
      </Fact>
    </dl>
  );
};

interface AreasProps {
  readonly areas: readonly string[];
  readonly lang: Language;
}

const Areas = ({ areas, lang }: AreasProps): JSX.Element | null =>
  areas.length === 0 ? null : (
    <Fact label={AREA} lang={lang}>
      {areas.map((area) => areaInWords(area)[lang]).join('; ')}
    </Fact>
  );

interface FactProps {
  readonly label: Words;
  readonly lang: Language;
  readonly children: ComponentChildren;
}

const Fact = ({ label, lang, children }: FactProps): JSX.Element => (
  <div>
    <dt>{`${label[lang]}:`}</dt> <dd>{children}</dd>
  </div>
);

const STATUS: Words = { sv: 'Status', en: 'Status' };
const OUTCOME: Words = { sv: 'Beslut', en: 'Decision' };
const KIND: Words = { sv: 'Typ', en: 'Kind' };
const ORIGIN: Words = { sv: 'Upphov', en: 'Origin' };
const AREA: Words = { sv: 'Område', en: 'Area' };
const COUNCIL: Words = { sv: 'Samordningsråd', en: 'Coordination council' };
const USED_BY: Words = { sv: 'Används av', en: 'Used by' };
const NOMINATED_BY: Words = { sv: 'Nominerat av', en: 'Nominated by' };

const ORIGINS: Readonly<Record<Origin, Words>> = {
  create: { sv: 'Skapat i regionen', en: 'Created in the region' },
  purchase: { sv: 'Inköpt', en: 'Purchased' },
  useExisting: { sv: 'Befintligt program', en: 'An existing programme' },
  collaborate: { sv: 'Framtaget tillsammans med andra regioner', en: 'Made together with other regions' },
};

/** Each is followed by the date. */
const STATE: Readonly<Record<ProgrammeState, Words>> = {
  published: { sv: 'Ingen enhet använder det nu. Publicerat', en: 'No unit uses it now. Published on' },
  inUse: { sv: 'Används sedan', en: 'In use since' },
  stopped: {
    sv: 'Inga nya patienter kan starta just nu. Stoppades',
    en: 'No new patients can start at the moment. Stopped on',
  },
  inactivated: { sv: 'Inaktiverat', en: 'Inactivated on' },
  unpublished: { sv: 'Avpublicerat', en: 'Unpublished on' },
};

/** How a case stands, in a few words. */
export const STANDING: Readonly<Record<Milestone, Words>> = {
  submitted: { sv: 'Inskickad', en: 'Submitted' },
  forwardedToCouncil: { sv: 'Hos samordningsråd', en: 'With coordination councils' },
  positionGiven: {
    sv: 'Samordningsråden har tagit ställning',
    en: 'The coordination councils have taken their positions',
  },
  decided: { sv: 'Beslut är fattat', en: 'Decided' },
  projectStarted: { sv: 'Programmet tas fram', en: 'The programme is being made' },
  published: { sv: 'Programmet är publicerat', en: 'The programme is published' },
  inUse: { sv: 'Programmet används', en: 'The programme is in use' },
  inactivated: { sv: 'Programmet är inaktiverat', en: 'The programme is inactivated' },
  declined: { sv: 'Avslagen', en: 'Declined' },
  notForSob: { sv: 'Passar inte i Stöd och behandling', en: 'Does not fit in Stöd och behandling' },
  merged: { sv: 'Fortsätter i ett annat ärende', en: 'Goes on in another case' },
  withdrawn: { sv: 'Tillbakadragen', en: 'Withdrawn' },
};
