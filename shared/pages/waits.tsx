import type { JSX } from 'preact';
import { dateInWords, type Language, type Words } from '../routine/words.ts';
import { DatedRows, Row } from './summary.tsx';
import type { WaitedFor } from './views.ts';
import { SAY } from './words.ts';

type WaitsProps = Omit<WaitedFor, 'question' | 'bodyName'> & { readonly lang: Language };

/** How long something has waited, until when, and for what: rows of a summary list. */
export const Waits = ({ lang, since, ...wait }: WaitsProps): JSX.Element => {
  const { targetOn, meetingOn, restsUntil, waitsSince } = wait;
  const dated: readonly (readonly [Words, string | undefined])[] = [
    [SAY.answerGladlyBy, targetOn],
    [MEETING, meetingOn],
    [RESTS, restsUntil],
    [WAITS, waitsSince],
  ];
  return (
    <>
      <Row label={SINCE[lang]}>{`${dateInWords(since, lang)} (${daysInWords(wait)[lang]})`}</Row>
      <DatedRows dated={dated} lang={lang} />
    </>
  );
};

/** "21 dagar, varav 9 i väntan på komplettering": the month is not lengthened by waiting, but it is seen. */
export const daysInWords = ({ days, netDays = days }: Pick<WaitedFor, 'days' | 'netDays'>): Words => {
  const waited = days - netDays;
  return waited === 0
    ? inDays(days)
    : {
        sv: `${inDays(days).sv}, varav ${waited} i väntan på komplettering`,
        en: `${inDays(days).en}, of which ${waited} waiting for a supplement`,
      };
};

export const inDays = (days: number): Words => ({
  sv: days === 1 ? '1 dag' : `${days} dagar`,
  en: days === 1 ? '1 day' : `${days} days`,
});

const SINCE: Words = { sv: 'Sedan', en: 'Since' };
const MEETING: Words = { sv: 'Tas upp på möte den', en: 'Taken up at the meeting on' };
const RESTS: Words = { sv: 'Vilar till', en: 'Rests until' };
const WAITS: Words = { sv: 'Väntar på komplettering sedan', en: 'Waits for a supplement since' };
