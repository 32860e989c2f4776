import { discardReport, type FrozenReport } from '../../stores/signoff.ts'
import { SevereDialog } from '../rollouts/SevereDialog.tsx'
import { countSignatures } from './History.tsx'
import { tell } from './told.ts'

interface Props {
  report: FrozenReport
  onClose: () => void
}

/** Asks before a frozen report leaves this device: bytes that are gone can never be made again. */
export function DiscardDialog({ report, onClose }: Props) {
  const { sha256, signatures, statement } = report
  const discard = async () => {
    await discardReport(sha256)
    tell('The frozen report is discarded. Files that were saved of it stay valid.')
  }
  return (
    <SevereDialog title="Discard the frozen report?" deed="Discard" onDo={discard} onClose={onClose}>
      <p>
        The report about <bdi>{statement.predicate.rollout.id}</bdi>, with {countSignatures(signatures.length)}, is
        taken off this device. It cannot be frozen again with the same bytes: only files that were saved of it bring it
        back. Your answers are not touched.
      </p>
    </SevereDialog>
  )
}
