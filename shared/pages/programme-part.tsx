import type { JSX } from 'preact';
import type { FollowUp, Origin, User } from '../case/programme.ts';
import { decision } from '../routine/decision.ts';
import { productionChecklist } from '../routine/production-checklist.ts';
import { judgement } from '../routine/screening/judgement.ts';
import { dateInWords, type Language, type Words } from '../routine/words.ts';
import { Inset } from './notes.tsx';
import { DatedRows, Row } from './summary.tsx';
import type { ProgrammeView } from './views.ts';

interface ProgrammePartProps {
  readonly programme: ProgrammeView;
  readonly lang: Language;
}

/** What a programme is, who answers for it, who uses it, and what its follow-ups came to (R-12, R-j1). */
export const ProgrammePart = ({ programme, lang }: ProgrammePartProps): JSX.Element => (
  <section class="nom-part">
    <h2 class="govuk-heading-m">{`${TITLE[lang]}: ${programme.name}`}</h2>
    <Warnings programme={programme} lang={lang} />
    <Facts programme={programme} lang={lang} />
    <h3 class="govuk-heading-s">{USERS[lang]}</h3>
    <Users programme={programme} lang={lang} />
    {programme.followUps.length > 0 && (
      <>
        <h3 class="govuk-heading-s">{FOLLOW_UPS[lang]}</h3>
        <ul class="govuk-list govuk-list--bullet">
          {programme.followUps.map((it) => (
            <li key={it.on}>
              {`${it.year}: ${CONCLUSION[it.conclusion][lang]} (${dateInWords(it.on, lang)})`}
            </li>
          ))}
        </ul>
      </>
    )}
  </section>
);

/** R-k4: what whoever reads must not miss. */
const Warnings = ({ programme, lang }: ProgrammePartProps): JSX.Element => {
  const { startsStoppedOn, inactivatedOn, proposedOn } = programme;
  return (
    <>
      {startsStoppedOn !== undefined && inactivatedOn === undefined && (
        <Inset>{`${STOPPED[lang]} ${dateInWords(startsStoppedOn, lang)}.`}</Inset>
      )}
      {proposedOn !== undefined && <Inset>{`${PROPOSED[lang]} ${dateInWords(proposedOn, lang)}.`}</Inset>}
    </>
  );
};

const Facts = ({ programme, lang }: ProgrammePartProps): JSX.Element => {
  const { kind, origin, version, publishedOn, versionOn, nextReviewOn, inactivatedOn, unpublishedOn } =
    programme;
  const dated: readonly (readonly [Words, string | undefined])[] = [
    [PUBLISHED, publishedOn],
    [VERSION(version), version > 1 ? versionOn : undefined],
    [NEXT_REVIEW, nextReviewOn],
    [INACTIVATED, inactivatedOn],
    [UNPUBLISHED, unpublishedOn],
  ];
  return (
    <dl class="govuk-summary-list">
      <Row label={KIND[lang]}>{judgement.programmeKind.options[kind][lang]}</Row>
      <Row label={decision.form.decision.label[lang]}>{ORIGIN[origin][lang]}</Row>
      <Row label={COUNCIL[lang]}>{programme.councilName[lang]}</Row>
      <Row label={OWNER[lang]}>{programme.owner}</Row>
      <Row label={OPERATION[lang]}>{programme.operationalResponsibility}</Row>
      <Row label={DEVICE.label[lang]}>{DEVICE.options[programme.medicalDevice][lang]}</Row>
      <DatedRows dated={dated} lang={lang} />
    </dl>
  );
};

const Users = ({ programme: { users }, lang }: ProgrammePartProps): JSX.Element =>
  users.length === 0 ? (
    <p class="govuk-body">{NOBODY[lang]}</p>
  ) : (
    <ul class="govuk-list govuk-list--bullet">
      {users.map((user) => (
        <li key={user.id}>{`${user.name}: ${useOf(user, lang)}`}</li>
      ))}
    </ul>
  );

/** "sedan 3 mars 2028, riskanalys 1 mars 2028". */
const useOf = (user: User, lang: Language): string => {
  const { startedOn, endedOn, riskAnalysisOn, agreementRef } = user;
  const on = (words: Words, date: string | undefined): string | undefined =>
    date && `${words[lang]} ${dateInWords(date, lang)}`;
  return [
    on(SINCE, startedOn) ?? NOT_STARTED[lang],
    on(UNTIL, endedOn),
    on(RISK, riskAnalysisOn),
    agreementRef && `${AGREEMENT[lang]} ${agreementRef}`,
  ]
    .filter(Boolean)
    .join(', ');
};

const DEVICE = productionChecklist.form.medicalDevice;
const ORIGIN: Readonly<Record<Origin, Words>> = decision.form.decision.options;

const CONCLUSION: Readonly<Record<FollowUp['conclusion'], Words>> = {
  keep: { sv: 'behålls', en: 'kept' },
  revise: { sv: 'görs om', en: 'to be revised' },
  proposeInactivation: { sv: 'föreslås inaktiveras', en: 'proposed for inactivation' },
};

const TITLE: Words = { sv: 'Programmet', en: 'The programme' };
const KIND: Words = { sv: 'Typ', en: 'Kind' };
const COUNCIL: Words = { sv: 'Ansvarigt samordningsråd', en: 'Responsible coordination council' };
const OWNER: Words = { sv: 'Programägare', en: 'Programme owner' };
const OPERATION: Words = { sv: 'Operativt ansvar', en: 'Operational responsibility' };
const PUBLISHED: Words = { sv: 'Publicerades', en: 'Published' };
const VERSION = (version: number): Words => ({ sv: `Version ${version}`, en: `Version ${version}` });
const NEXT_REVIEW: Words = { sv: 'Nästa uppföljning', en: 'Next follow-up' };
const INACTIVATED: Words = { sv: 'Inaktiverades', en: 'Inactivated' };
const UNPUBLISHED: Words = { sv: 'Avpublicerades', en: 'Unpublished' };
const STOPPED: Words = {
  sv: 'Inga nya patienter får starta i programmet sedan',
  en: 'No new patients may start in the programme since',
};
const PROPOSED: Words = {
  sv: 'Programmet föreslogs bli inaktiverat',
  en: 'The programme was proposed for inactivation on',
};
const USERS: Words = { sv: 'Vilka använder programmet?', en: 'Who uses the programme?' };
const NOBODY: Words = { sv: 'Ingen är antecknad än.', en: 'Nobody is recorded yet.' };
const FOLLOW_UPS: Words = { sv: 'Uppföljningar', en: 'Follow-ups' };
const SINCE: Words = { sv: 'sedan', en: 'since' };
const UNTIL: Words = { sv: 'till', en: 'until' };
const RISK: Words = { sv: 'riskanalys', en: 'risk analysis' };
const AGREEMENT: Words = { sv: 'avtal', en: 'agreement' };
const NOT_STARTED: Words = { sv: 'har inte startat', en: 'has not started' };
