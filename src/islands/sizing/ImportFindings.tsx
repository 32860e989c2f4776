import type { ListedPlace, RequestList } from '../../core/sizing/index.ts'

/** What was not read, not counted, or is not requested: place by place. */
export function ImportFindings({ list: { workloads, daemons, skipped, unread } }: { list: RequestList }) {
  const bare = [...workloads, ...daemons].filter(({ gaps }) => gaps.length > 0)
  return (
    <>
      <Places title="Not read, and not counted" places={unread} isOpen />
      {bare.length > 0 && (
        <details class="findings" open>
          <summary>Without all requests: {bare.length}</summary>
          <p>The scheduler takes what is not requested for nothing, and so does the sum here. Set requests first.</p>
          <ul>
            {bare.map(({ name, gaps }) => (
              <li key={name}>
                <code>{name}</code> {gaps.join(', ')}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Places title="Rightly left out" places={skipped} isOpen={false} />
    </>
  )
}

function Places({ title, places, isOpen }: { title: string; places: readonly ListedPlace[]; isOpen: boolean }) {
  if (places.length === 0) return null
  return (
    <details class="findings" open={isOpen}>
      <summary>
        {title}: {places.length}
      </summary>
      <ul>
        {places.map(({ place, text, reason }, index) => (
          <li key={index}>
            {place}: <code>{text}</code> {reason}
          </li>
        ))}
      </ul>
    </details>
  )
}
