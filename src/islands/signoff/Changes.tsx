import { useEffect, useState } from 'preact/hooks'
import type { FrozenReport } from '../../stores/signoff.ts'
import { beginFreezing, buildCurrentStatement, type FreezeSource } from './freezing.ts'
import { listStatementChanges, type StatementChange } from './statement-changes.ts'

interface Props {
  report: FrozenReport
  /** The rollout that was frozen, as it is now. */
  source: FreezeSource
  onFreezeAgain: () => void
}

type Comparison = { kind: 'changes'; changes: StatementChange[] } | { kind: 'failed'; message: string }

/** Whether the answers are still those that were frozen; a frozen report never changes with them. */
export function Changes({ report, source, onFreezeAgain }: Props) {
  const [comparison, setComparison] = useState<Comparison>()
  useEffect(() => {
    let isWanted = true
    compare(report, source).then((found) => isWanted && setComparison(found))
    return () => {
      isWanted = false
    }
  }, [report.sha256, source.rollout, source.items])
  if (!comparison || (comparison.kind === 'changes' && comparison.changes.length === 0)) return null
  return (
    <section class="signoff-box changed" aria-labelledby="signoff-changed">
      <h4 id="signoff-changed">Changed since it was frozen</h4>
      {comparison.kind === 'failed' ? (
        <p>The rollout as it is now could not be frozen: {comparison.message}</p>
      ) : (
        <ChangeList changes={comparison.changes} />
      )}
      <p>
        The frozen report stays as it is, with its signatures. To sign what the answers say now, freeze a new one: it
        begins without signatures.
      </p>
      <p class="actions">
        <button type="button" onClick={onFreezeAgain}>
          Freeze a new report
        </button>
      </p>
    </section>
  )
}

function ChangeList({ changes }: { changes: readonly StatementChange[] }) {
  return (
    <ul class="signoff-changes">
      {changes.map(({ item, title, parts }) => (
        <li key={item ?? title}>
          <bdi>{title}</bdi> {item && <code>{item}</code>}
          <span>{parts.join('; ')}</span>
        </li>
      ))}
    </ul>
  )
}

async function compare(report: FrozenReport, source: FreezeSource): Promise<Comparison> {
  try {
    const freezing = beginFreezing(source)
    // What was masked on purpose is no change.
    const masked = report.isMasked ? await (await import('./secrets.ts')).maskAll(freezing) : freezing
    const current = await buildCurrentStatement(source, masked)
    return { kind: 'changes', changes: listStatementChanges(report.statement, current) }
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : 'it cannot be read' }
  }
}
