import type { ComponentChildren, JSX } from 'preact';
import { wholeForm } from '../routine/answerer.ts';
import type { Known } from '../routine/check.ts';
import type { Sheet } from '../routine/question.ts';
import type { Language } from '../routine/words.ts';
import { FORM_ID, RESULT_ID } from './layout.tsx';
import { Parts, wholePartsOf } from './parts.tsx';
import { type Posted, STEP } from './posted.ts';
import type { Typed } from './views.ts';
import { SAY } from './words.ts';

interface CarriedProps {
  readonly sheet: Sheet;
  readonly posted: Posted;
  readonly children?: ComponentChildren;
}

/** A form with nothing to fill in: it carries what was typed on to the next page. */
export const Carried = ({ sheet, posted, children }: CarriedProps): JSX.Element => (
  <form method="post" action={`#${RESULT_ID}`} id={FORM_ID}>
    <StepMark sheet={sheet} />
    {namesAndValues(posted).map(([name, value], index) => (
      <input key={index} type="hidden" name={name} value={value} />
    ))}
    {children}
  </form>
);

export const StepMark = ({ sheet }: { readonly sheet: Sheet }): JSX.Element => (
  <input type="hidden" name={STEP} value={sheet.id} />
);

/** What was posted, as a browser would send it. */
const namesAndValues = (posted: unknown, name = ''): readonly (readonly [string, string])[] => {
  if (typeof posted === 'string') return [[name, posted]];
  if (Array.isArray(posted)) {
    return posted.flatMap((it, index) =>
      namesAndValues(it, typeof it === 'string' ? `${name}[]` : `${name}[${index}]`),
    );
  }
  return Object.entries(posted ?? {}).flatMap(([key, value]) =>
    namesAndValues(value, name === '' ? key : `${name}.${key}`),
  );
};

/** Where on a page {@link TypedText} stands. */
export const TYPED_ID = 'typed';

interface TypedTextProps {
  readonly typed: Typed;
  readonly lang: Language;
  readonly known?: Known | undefined;
}

/** All that someone wrote, whether it could be taken or not, to read and to copy. */
export const TypedText = ({ typed, lang, known = NOTHING }: TypedTextProps): JSX.Element => (
  <section class="nom-part" id={TYPED_ID}>
    <h2 class="govuk-heading-m">{SAY.youWrote[lang]}</h2>
    <Parts
      parts={wholePartsOf(typed.sheet)}
      form={wholeForm(typed.sheet)}
      answers={typed.written}
      lang={lang}
      known={known}
      heading="h3"
    />
  </section>
);

const NOTHING: Known = { today: '', facts: {}, registers: {} };
