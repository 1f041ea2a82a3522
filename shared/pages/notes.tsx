import type { ComponentChildren, JSX } from 'preact';
import type { Words } from '../routine/words.ts';
import { inLanguage } from './links.ts';
import type { QuestionView } from './views.ts';

/** What pages of questions, of cases and of receipts set apart or list in the same way. */

/** Set apart from what is around it; a text alone is a paragraph. */
export const Inset = ({ children }: { readonly children: ComponentChildren }): JSX.Element => (
  <div class="govuk-inset-text">
    {typeof children === 'string' ? <p class="govuk-body">{children}</p> : children}
  </div>
);

/** ROUTINE.md section 11 no. 4: where the councils differ, that is said. */
export const Disagreement = ({
  positions,
  lang,
}: Required<Pick<QuestionView, 'positions' | 'lang'>>): JSX.Element | null =>
  new Set(positions.map(({ position }) => position.sv)).size < 2 ? null : (
    <Inset>
      <p class="govuk-body">{DISAGREE[lang]}</p>
      <ul class="govuk-list govuk-list--bullet">
        {positions.map(({ body, position }) => (
          <li key={body.sv}>{`${body[lang]}: ${position[lang]}`}</li>
        ))}
      </ul>
    </Inset>
  );

/** The acts that can be done, as links to their pages. */
export const Acts = ({ acts, lang }: Required<Pick<QuestionView, 'acts' | 'lang'>>): JSX.Element => (
  <ul class="govuk-list">
    {acts.map(({ act, href }) => (
      <li key={act.id}>
        <a class="govuk-link" href={inLanguage(href, lang)}>
          {act.asks[lang]}
        </a>
      </li>
    ))}
  </ul>
);

const DISAGREE: Words = { sv: 'Råden är inte eniga:', en: 'The councils do not agree:' };
