import { describeAnswer, listBlockers, type Report, type ReportItem } from '../../core/index.ts'
import { formatLocal } from '../rollouts/moments.ts'
import { ReportRow } from './ReportRow.tsx'

interface Props {
  base: string
  report: Report
}

/** What stands in the way first, then what was decided, then every item by section. */
export function ReportBody({ base, report }: Props) {
  const items = report.sections.flatMap((section) => section.items)
  const blockers = listBlockers(items)
  const risks = items.filter(({ state }) => state === 'risk-accepted')
  const unconfirmed = items.filter((item) => item.state === 'to-confirm' && item.level !== 'must')
  const decisions = items.flatMap(({ decision, id }) => (decision ? [{ ...decision, id }] : []))
  return (
    <>
      <Group id="blockers" title="Blockers" base={base} items={blockers} empty="No must is open." />
      <Group id="risks" title="Accepted risks" base={base} items={risks} />
      <Group id="to-confirm" title="To be confirmed" base={base} items={unconfirmed} />
      {decisions.length > 0 && (
        <section aria-labelledby="decisions">
          <h2 id="decisions">Decisions</h2>
          <dl class="report-decisions">
            {decisions.map(({ id, question, answer, unit }) => (
              <div key={id}>
                <dt>{question}</dt>
                <dd>{describeAnswer(answer, unit)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
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
              <ReportRow key={item.id} base={base} item={item} isWhole />
            ))}
          </ul>
        </section>
      ))}
      {report.gone.length > 0 && <Gone report={report} />}
      {report.events.length > 0 && <Log report={report} />}
    </>
  )
}

/** What happened on the day of the launch, as it was noted then. */
function Log({ report }: { report: Report }) {
  return (
    <section aria-labelledby="log">
      <h2 id="log">Log of the launch</h2>
      <ol class="report-log">
        {report.events.map(({ happenedAt, text, by }, index) => (
          <li key={index}>
            <time dateTime={happenedAt}>{formatLocal(new Date(happenedAt))}</time> {text} {by && <small>{by}</small>}
          </li>
        ))}
      </ol>
    </section>
  )
}

interface GroupProps {
  id: string
  title: string
  base: string
  items: readonly ReportItem[]
  /** Said where there is none; without it, the group is left out then. */
  empty?: string
}

function Group({ id, title, base, items, empty }: GroupProps) {
  if (items.length === 0 && empty === undefined) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {items.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <ul class="report-items">
          {items.map((item) => (
            <ReportRow key={item.id} base={base} item={item} isWhole={false} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Gone({ report }: { report: Report }) {
  return (
    <section aria-labelledby="gone">
      <h2 id="gone">Answers to items that are gone</h2>
      <p>This checklist no longer asks for them. They are kept, and count for nothing.</p>
      <ul class="report-items">
        {report.gone.map(({ id, state, note, retiredSince, replacedBy }) => (
          <li key={id} class="report-item">
            <span class="state">{state.replaceAll('-', ' ')}</span>
            <code>{id}</code>
            <span>
              {retiredSince ? `retired in ${retiredSince}` : 'unknown to this checklist'}
              {replacedBy && `, replaced by ${replacedBy}`}
            </span>
            {note && <p class="report-note">{note}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
