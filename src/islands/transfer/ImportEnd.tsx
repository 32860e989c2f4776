interface Props {
  /** Name of the file. */
  name: string
  /** Whether the device holds everything that came. */
  isStored: boolean
  onUndo: () => void
}

/** How every import ends: whether it is stored, and the way back. */
export function ImportEnd({ name, isStored, onUndo }: Props) {
  return (
    <>
      {!isStored && (
        <p class="problem">Not everything reached the device: the notice of this page tells what waits, and why.</p>
      )}
      <p>
        <button type="button" onClick={onUndo}>
          Undo<span class="sr-only"> the import of {name}</span>
        </button>
      </p>
    </>
  )
}
