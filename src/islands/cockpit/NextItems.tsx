import { isPending, listBlockers, type Report, type ReportItem } from '../../core/index.ts'

interface Props {
  base: string
  report: Report
}

const maxShown = 4

/** What to do next: what stands in the way of the launch, and what somebody has begun. */
export function NextItems({ base, report }: Props) {
  const items = report.sections.flatMap((section) => section.items)
  const [next = [], title] = chooseNext(items)
  if (next.length === 0) return null
  const left = next.length - maxShown
  return (
    <section class="next-items" aria-labelledby="next-items">
      <h3 id="next-items">{title}</h3>
      <ol>
        {next.slice(0, maxShown).map((item) => (
          <li key={item.id}>
            <a href={`${base}${item.url.slice(1)}`}>{item.title}</a> <small>{describeItem(item)}</small>
          </li>
        ))}
      </ol>
      {left > 0 && (
        <p>
          <a href={`${base}report/?platform=${report.checklist.platform}`}>and {left} more</a>
        </p>
      )}
    </section>
  )
}

/** Begun before open, and to confirm before both: it takes a minute. */
const order = ['to-confirm', 'started', 'blocked', 'open']

function chooseNext(items: readonly ReportItem[]): [ReportItem[], string] {
  const byState = (list: ReportItem[]) => list.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  const blockers = listBlockers(items)
  if (blockers.length > 0) return [byState(blockers), `Between you and the launch: ${blockers.length}`]
  const others = items.filter(({ level, state }) => level === 'should' && isPending({ kind: state }))
  return [byState(others), 'Worth doing before the launch']
}

function describeItem({ level, owner, state, reason }: ReportItem): string {
  const standing = state === 'open' && !reason ? '' : [state.replaceAll('-', ' '), reason].filter(Boolean).join(': ')
  return [level, owner, standing].filter(Boolean).join(', ')
}
