import { type Checklist, countItems, isPending, type Report } from '../../core/index.ts'

interface Props {
  base: string
  checklist: Checklist
  report: Report
}

interface AreaCount {
  area: string
  url: string
  done: number
  applicable: number
  blockers: number
}

/** Done of applicable by area, each with what stands between it and the launch. */
export function Areas({ base, checklist, report }: Props) {
  return (
    <table class="areas">
      <caption class="sr-only">Progress by area</caption>
      <tbody>
        {countAreas(checklist, report).map(({ area, url, done, applicable, blockers }) => (
          <tr key={area}>
            <th scope="row">
              <a href={`${base}${url.slice(1)}`}>{area}</a>
            </th>
            <td>
              <progress max={Math.max(applicable, 1)} value={done} aria-label={`${area} done`} />
            </td>
            <td>
              {done} of {applicable}
            </td>
            <td>{blockers > 0 && <span class="area-blockers">{blockers} must open</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Areas in the order in which the checklist comes to them, each with the address of its first section. */
function countAreas(checklist: Checklist, { sections }: Report): AreaCount[] {
  const areas = Map.groupBy(checklist.sections, ({ area }) => area)
  return [...areas].map(([area, ofArea]) => {
    const ids = new Set(ofArea.map(({ id }) => id))
    const items = sections.filter(({ id }) => ids.has(id)).flatMap((section) => section.items)
    const { done, applicable } = countItems(items.map(({ state }) => ({ kind: state })))
    const isBlocker = ({ level, state }: (typeof items)[number]) => level === 'must' && isPending({ kind: state })
    return { area, url: ofArea[0]?.url ?? '', done, applicable, blockers: items.filter(isBlocker).length }
  })
}
