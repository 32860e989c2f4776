import { useRef, useState } from 'preact/hooks'
import type { FrozenReport } from '../../stores/signoff.ts'
import { type Outcome, takeArrivals } from '../../stores/signoff-files.ts'
import { useDrop } from '../item/use-drop.ts'
import { OutcomeRow } from './OutcomeRow.tsx'

interface Props {
  /** Report that is looked at, to which signatures are most likely meant to go. */
  shown: FrozenReport | undefined
  onOpened: (sha256: string) => void
}

/** Files come in here: signatures of others, or a report that somebody else froze. */
export function OpenFiles({ shown, onOpened }: Props) {
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([])
  const [isBusy, setBusy] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const settle = (found: readonly Outcome[]) => {
    setOutcomes(found)
    const opened = found.find((outcome) => outcome.kind === 'opened' || outcome.kind === 'merged')
    if (opened && 'sha256' in opened) onOpened(opened.sha256)
  }
  const take = async (files: readonly File[]) => {
    if (files.length === 0 || isBusy) return
    setBusy(true)
    settle(await takeFiles(files, shown).catch((error: unknown) => files.map((file) => describeFailure(file, error))))
    setBusy(false)
  }
  const { isOver, listeners } = useDrop(take)
  const choose = ({ currentTarget: input }: { currentTarget: HTMLInputElement }) => {
    take([...(input.files ?? [])])
    // Choosing the same file again is a change again.
    input.value = ''
  }
  const open = async (outcome: Extract<Outcome, { kind: 'other' }>) => settle([await outcome.open()])
  return (
    <section class={isOver ? 'signoff-drop is-over' : 'signoff-drop'} aria-labelledby="signoff-files" {...listeners}>
      <h3 id="signoff-files">{shown ? 'Files of others' : 'Open a frozen report'}</h3>
      <p>
        {shown
          ? 'Drop what co-signers send: their envelope, bundle, HTML report or signature, with their public keys or trust-file entries. Signatures join over identical bytes only; with anything else nothing is changed.'
          : 'Drop the file that somebody sent you: you see the report as it is signed, and can sign it here. It needs no rollout of your own.'}
      </p>
      <label class="signoff-chooser">
        <span>
          {shown
            ? 'Envelopes, bundles, HTML reports, signatures, keys'
            : 'NAME.dsse.json, NAME.statement.json, a bundle or an HTML report'}
        </span>
        <input ref={chooser} type="file" multiple onChange={choose} />
      </label>
      <p class="hint">Files can also be dropped anywhere in this section. They stay in this browser.</p>
      <div role="status">
        {isBusy && <p>Reading…</p>}
        {outcomes.map((outcome, index) => (
          <OutcomeRow key={index} outcome={outcome} onOpen={open} />
        ))}
      </div>
    </section>
  )
}

async function takeFiles(files: readonly File[], shown: FrozenReport | undefined): Promise<Outcome[]> {
  const { readArrival } = await import('./read-arrival.ts')
  return takeArrivals(await Promise.all(files.map(readArrival)), shown)
}

/** The page lacks a part of itself, or the browser refuses; never a matter of the file. */
function describeFailure({ name }: File, error: unknown): Outcome {
  const reason = error instanceof Error ? error.message : 'The file cannot be looked at now.'
  return { kind: 'refused', name, reasons: [reason] }
}
