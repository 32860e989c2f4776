import type { Scenario } from '../../core/sizing/index.ts'
import { type ComparedPlan, type FigureCell, listFigures, listReasons } from './figures.ts'

interface Props {
  scenario: Scenario
  plans: readonly ComparedPlan[]
}

/** The plans side by side, in figures. */
export function Comparison({ scenario, plans }: Props) {
  const figures = listFigures(scenario, plans)
  return (
    // Many plans are wider than a phone: the table is moved, not the page, and by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus
    <section class="table-scroll" aria-label="Plans side by side, table" tabIndex={0}>
      <table class="comparison">
        <thead>
          <tr>
            <th scope="col">
              <span class="sr-only">Figure</span>
            </th>
            {plans.map(({ plan }, index) => (
              <th scope="col" key={index}>
                {plan.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map(({ label, cells }, row) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {cells.map((cell, index) => (
                <Cell key={index} cell={cell} isFirst={row === 0} rows={figures.length} of={plans[index]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface CellProps {
  cell: FigureCell | undefined
  isFirst: boolean
  rows: number
  of: ComparedPlan | undefined
}

/** A plan that does not work has one cell over all rows, with the reasons. */
function Cell({ cell, isFirst, rows, of }: CellProps) {
  if (cell) {
    const { text, mark, holds } = cell
    return (
      <td class={holds === undefined ? undefined : holds ? 'holds' : 'fails'}>
        {text}
        {mark && (
          <>
            {' '}
            <span class="mark">{mark}</span>
          </>
        )}
      </td>
    )
  }
  if (!isFirst || !of) return null
  return (
    <td class="fails reasons" rowSpan={rows}>
      <strong>Does not work</strong>
      {listReasons(of.sizing).map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
    </td>
  )
}
