import { formatDay, type TrendPoint } from '../../core/index.ts'

interface Props {
  points: readonly TrendPoint[]
  /** Items that apply: the top of the picture. */
  applicable: number
}

/** Size of the picture in its own units; it takes the width of its place. */
const width = 320
const height = 72

/** Ticked items by day, as a line that rises to all of them. */
export function Trend({ points, applicable }: Props) {
  const [first, last] = [points.at(0), points.at(-1)]
  if (!first || !last || points.length < 2) return null
  const span = last.at.getTime() - first.at.getTime()
  const top = Math.max(applicable, ...points.map(({ done }) => done), 1)
  const place = ({ at, done }: TrendPoint) => {
    const x = ((at.getTime() - first.at.getTime()) / span) * width
    return `${x.toFixed(1)},${(height - (done / top) * height).toFixed(1)}`
  }
  const line = points.map(place).join(' ')
  return (
    <figure class="trend">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={describeTrend(points, applicable)}
      >
        <polygon points={`0,${height} ${line} ${width},${height}`} />
        <polyline points={line} />
      </svg>
      <figcaption>
        <span>{formatDay(first.at.getTime())}</span> <span>ticked, of {applicable}</span> <span>now {last.done}</span>
      </figcaption>
    </figure>
  )
}

function describeTrend(points: readonly TrendPoint[], applicable: number): string {
  const week = points.findLast(({ at }) => (points.at(-1)?.at.getTime() ?? 0) - at.getTime() >= 7 * 86_400_000)
  const now = points.at(-1)?.done ?? 0
  const since = week ? `, ${week.done} a week before` : ''
  return `Ticked items by day: ${now} of ${applicable} now${since}`
}
