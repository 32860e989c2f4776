import { useLayoutEffect, useRef } from 'preact/hooks'
import type { PlacedFinding } from '../../secrets/scan-texts.ts'

interface Props {
  findings: readonly PlacedFinding[]
  /** What masking does, where it is not about a file that leaves the browser. */
  about?: string | undefined
  onMask: () => void
  onKeep: () => void
  /** Also called when the question is left with Escape. */
  onCancel: () => void
}

/** Asks what is to become of things that look like secrets, before they leave the browser. */
export function SecretsReview({ findings, about = aboutFiles, onMask, onKeep, onCancel }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const answer = useRef(onCancel)
  useLayoutEffect(() => dialog.current?.showModal(), [])
  // The dialog gives the focus back when it closes: only then may it be taken away.
  const decide = (act: () => void) => {
    answer.current = act
  }
  const close = (act: () => void) => {
    decide(act)
    dialog.current?.close()
  }
  const count = findings.length === 1 ? 'This looks like a secret' : `${findings.length} places look like secrets`
  return (
    <dialog class="question secrets" aria-labelledby="secrets-title" ref={dialog} onClose={() => answer.current()}>
      <h2 id="secrets-title">{count}</h2>
      <p>{about}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by keyboard */}
      <ul class="secret-places" tabIndex={0} aria-label="Places">
        {findings.map(({ place, excerpt, kind }, index) => (
          <li key={index}>
            <strong>{kind}</strong> in <bdi>{place}</bdi>: <code>{excerpt}</code>
          </li>
        ))}
      </ul>
      <form method="dialog" class="actions" onSubmit={() => decide(onMask)}>
        <button type="submit">Mask and go on</button>
        <button type="button" onClick={() => close(onKeep)}>
          Leave as they are
        </button>
        <button type="button" onClick={() => close(onCancel)}>
          Cancel
        </button>
      </form>
    </dialog>
  )
}

const aboutFiles =
  'Whoever gets the file can read it. Masking puts words like “[masked: GitHub token]” in its place, in what leaves this browser; your answers stay as they are. A secret that was sent to anybody has to be replaced.'
