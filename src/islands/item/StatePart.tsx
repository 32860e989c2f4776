import type { ItemStatus, ItemTerms } from '../../core/status.ts'
import { ConfirmBox } from './ConfirmBox.tsx'
import type { Panel } from './panel.ts'
import { StatePicker } from './StatePicker.tsx'
import { useTold } from './use-told.ts'

interface Props {
  panel: Panel
  terms: ItemTerms
  status: ItemStatus
}

/**
 * The state of an item, and why it has to be confirmed: below, because a tick may be what asks for it, and nothing moves
 * under the pointer that made it.
 */
export function StatePart({ panel, terms, status }: Props) {
  const telling = useTold()
  return (
    <>
      <StatePicker panel={panel} status={status} telling={telling} />
      <ConfirmBox panel={panel} terms={terms} telling={telling} />
    </>
  )
}
