import type { ComponentChild, JSX } from 'preact';

interface CardsProps {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of a row is its name. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ComponentChild[] }[];
}

/** A table whose rows are cards on a narrow screen, where each cell says what column it is of. */
export const Cards = ({ caption, columns, rows }: CardsProps): JSX.Element => (
  <table class="govuk-table nom-cards" {...as('table')}>
    <caption class="govuk-visually-hidden">{caption}</caption>
    <thead class="govuk-table__head" {...as('rowgroup')}>
      <tr class="govuk-table__row" {...as('row')}>
        {columns.map((name) => (
          <th key={name} scope="col" class="govuk-table__header" {...as('columnheader')}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody class="govuk-table__body" {...as('rowgroup')}>
      {rows.map(({ key, cells: [name, ...cells] }) => (
        <tr key={key} class="govuk-table__row" {...as('row')}>
          <th scope="row" class="govuk-table__cell" {...as('rowheader')}>
            {name}
          </th>
          {cells.map((cell, index) => (
            <td key={index} class="govuk-table__cell" {...as('cell')}>
              <span class="nom-cards__label" aria-hidden="true">{`${columns[index + 1]}: `}</span>
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

type TableRole = 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell';

/** Stated, because what is shown as blocks is no table any more to some browsers. */
const as = (role: TableRole): { readonly role: TableRole } => ({ role });
