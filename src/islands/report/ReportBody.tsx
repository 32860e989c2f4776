import { listBlockers, type Report, type ReportItem } from '../../core/index.ts'

interface Props {
  base: string
  report: Report
}

/** Blockers first, then every item by section. */
export function ReportBody({ base, report }: Props) {
  const blockers = listBlockers(report.sections.flatMap((section) => section.items))
  return (
    <>
      <section aria-labelledby="blockers">
        <h2 id="blockers">Blockers</h2>
        {blockers.length === 0 ? (
          <p>No must is open.</p>
        ) : (
          <ul class="report-items">
            {blockers.map((item) => (
              <Row key={item.id} base={base} item={item} withNote={false} />
            ))}
          </ul>
        )}
      </section>
      {report.sections.map(({ id, title, items }) => (
        <section key={id} aria-labelledby={`section-${id}`}>
          <h2 id={`section-${id}`}>
            {title}{' '}
            <small>
              {items.filter((item) => item.state === 'done').length} of {items.length} done
            </small>
          </h2>
          <ul class="report-items">
            {items.map((item) => (
              <Row key={item.id} base={base} item={item} withNote />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function Row({ base, item, withNote }: { base: string; item: ReportItem; withNote: boolean }) {
  return (
    <li class={`report-item state-${item.state}`}>
      <span class="state">{item.state.replaceAll('-', ' ')}</span>
      <span class={`level level-${item.level}`}>{item.level}</span>
      <a href={base + item.url.slice(1)}>{item.title}</a>
      {item.changedAt && withNote && <time dateTime={item.changedAt}>{item.changedAt.slice(0, 10)}</time>}
      {item.reworded && <span class="reworded-mark">changed since ticked</span>}
      {item.reason && <p>{item.reason}</p>}
      {withNote && item.note && <p class="report-note">{item.note}</p>}
    </li>
  )
}
