import type { Rollout } from '../../core/index.ts'
import type { DoneImport } from '../../stores/transfer.ts'
import { ImportEnd } from '../transfer/ImportEnd.tsx'
import { OpenRollout } from '../transfer/OpenRollout.tsx'
import { useArrival } from '../transfer/use-arrival.ts'

interface KeptProps {
  base: string
  /** Name of the file. */
  name: string
  rollout: Rollout
  count: number
  done: DoneImport
  onUndo: () => void
}

/** What was kept, with the way to it and the way back. */
export function ProofKept({ base, name, rollout, count, done, onUndo }: KeptProps) {
  const ref = useArrival<HTMLDivElement>()
  return (
    <div class="outcome imported" ref={ref} tabIndex={-1} role="status">
      <p>
        Kept evidence for {count === 1 ? '1 item' : `${count} items`} of “<bdi>{rollout.name}</bdi>”. No state was
        changed. <OpenRollout base={base} rollout={rollout} />
      </p>
      <ImportEnd name={name} isStored={done.isStored} onUndo={onUndo} />
    </div>
  )
}

/** @param left How many records were changed since, and stay. */
export function ProofUndone({ name, left }: { name: string; left: number }) {
  const ref = useArrival<HTMLDivElement>()
  return (
    <div class="outcome" ref={ref} tabIndex={-1} role="status">
      <p>
        The import of <bdi>{name}</bdi> was undone: what it changed is as it was before
        {left === 0 ? '.' : `, but for ${left === 1 ? '1 item' : `${left} items`} changed since, left as now.`}
      </p>
    </div>
  )
}
