interface Props {
  /** What the report says; empty when there is no report that can be read. */
  value: string
  /** Whether the field holds it already. */
  isTaken: boolean
  onTake: () => void
}

/** What the report says of itself: taken over by a press only, and marked then. */
export function Suggestion({ value, isTaken, onTake }: Props) {
  if (value === '') return null
  return (
    <span class="suggestion">
      {isTaken ? (
        <span class="taken">Taken from the report: this proves nothing until you confirm it below.</span>
      ) : (
        <>
          The report says <code>{value}</code>{' '}
          <button type="button" class="quiet" aria-label={`Take it over: ${value}`} onClick={onTake}>
            Take it over
          </button>
        </>
      )}
    </span>
  )
}
