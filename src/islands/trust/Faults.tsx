import type { Reason } from '../../core/signoff/index.ts'
import { describeAtPlace } from './places.ts'

interface Props {
  /** Place as the core names it, like `signers[0].id`. */
  at: string
  faults: ReadonlyMap<string, readonly Reason[]>
}

/** What the lint says of one place. */
export function Faults({ at, faults }: Props) {
  const own = faults.get(at)
  if (!own) return null
  return (
    <ul class="faults-here" id={`fault-${at}`}>
      {own.map((reason, index) => (
        <li class="problem" key={index}>
          <bdi>{describeAtPlace(reason)}</bdi> <code>{reason.code}</code>
        </li>
      ))}
    </ul>
  )
}
