interface Props {
  id: string
  faults: readonly string[]
  /** The answer that is stored, with its unit; empty where there is none. */
  stored: string
  onPutBack: () => void
}

/** Why what was typed is no answer, which one is stored, and the way back to it. */
export function DecisionFaults({ id, faults, stored, onPutBack }: Props) {
  const isFaulty = faults.length > 0
  return (
    <>
      <div id={id} class="problem" role="alert">
        {faults.map((fault) => (
          <p key={fault}>{fault}</p>
        ))}
        {isFaulty && <p>{stored === '' ? 'Nothing is stored.' : `Still stored: ${stored}`}</p>}
      </div>
      {isFaulty && stored !== '' && (
        <p class="actions">
          <button type="button" onClick={onPutBack}>
            Put back what is stored
          </button>
        </p>
      )}
    </>
  )
}
