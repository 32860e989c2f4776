import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Fault } from '../../core/json.ts'
import { countNoun } from './plan-summary.ts'
import { useArrival } from './use-arrival.ts'

interface Props {
  /** What happened, without a full stop. */
  children: ComponentChildren
  faults: readonly Fault[]
  onDrop?: () => void
}

/** As many as are looked through at once; a wrong file may have tens of thousands. */
const pageLength = 100

/** Why a file was refused: every fault with its place. */
export function FaultList({ children, faults, onDrop }: Props) {
  const ref = useArrival<HTMLParagraphElement>()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? faults : faults.slice(0, pageLength)
  return (
    <div class="outcome refused">
      {/* Only the sentence is an alert: a table would be read out to its end. */}
      <p ref={ref} tabIndex={-1} role="alert">
        <b>{children}.</b> {countNoun(faults.length, 'fault')} found:
      </p>
      <table class="faults">
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col">What is wrong</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ path, message }, index) => (
            <tr key={index}>
              <td>{path === '' ? 'the whole file' : <code>{path}</code>}</td>
              <td>
                <bdi>{message}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="actions">
        {shown.length < faults.length && (
          <button type="button" onClick={() => setWhole(true)}>
            Show the other {countNoun(faults.length - shown.length, 'fault')}
          </button>
        )}
        {onDrop && (
          <button type="button" onClick={onDrop}>
            Close
          </button>
        )}
      </p>
    </div>
  )
}
