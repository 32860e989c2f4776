import { type Change, listChanges } from './changes.ts'
import { minuteOf } from './days.ts'
import { Problem, Said } from './Part.tsx'
import { change, type Panel } from './panel.ts'
import { useTold } from './use-told.ts'

interface Props {
  panel: Panel
  /** Unit of the item's decision. */
  unit: string | undefined
}

/** Everything that was changed, newest first; taking a change back is a change too, so nothing is ever erased. */
export function History({ panel, unit }: Props) {
  const { told, tell } = useTold()
  const changes = listChanges(panel.record, unit)
  const restore = ({ field, restore }: Change) => {
    if (restore) tell(change(panel, field, restore.value), restore.word === 'Undo' ? 'Undone' : 'Restored')
  }
  return (
    <details class="history panel-part">
      <summary>
        History <span class="panel-hint">{changes.length === 1 ? '1 change' : `${changes.length} changes`}</span>
      </summary>
      <Said told={told} />
      {changes.length === 0 && <p class="panel-hint">What is changed here will be listed, and can be undone.</p>}
      <ol>
        {changes.map((each) => (
          <li key={`${each.field} ${each.at}`}>
            <time dateTime={each.at}>{minuteOf(each.at)}</time>
            <span class="change-text">
              <span id={`${panel.item}-${each.field}-${each.at}`}>{each.text}</span>{' '}
              <small>{each.by ? `by ${each.by}` : 'nobody named'}</small>
            </span>
            {each.restore && (
              <button
                type="button"
                onClick={() => restore(each)}
                aria-describedby={`${panel.item}-${each.field}-${each.at}`}
              >
                {each.restore.word}
              </button>
            )}
          </li>
        ))}
      </ol>
      <Problem told={told} />
    </details>
  )
}
