import type { Bar, Chart } from './chart.ts'

/** Bars whose figures stand beside them as text: what is drawn says nothing else. */
export function Charts({ charts }: { charts: readonly Chart[] }) {
  if (charts.every(({ bars }) => bars.length === 0)) return null
  return (
    <div class="charts">
      {charts.map((chart) => (
        <figure class="chart" key={chart.title}>
          <figcaption>
            {chart.title}
            <small> {describeLines(chart)}</small>
          </figcaption>
          <ul>
            {chart.bars.map((bar, index) => (
              <li key={index}>
                <span class="bar-plan">{bar.plan}</span>
                <BarDrawing bar={bar} chart={chart} />
                <span class="bar-text">{bar.text}</span>
              </li>
            ))}
          </ul>
        </figure>
      ))}
    </div>
  )
}

function describeLines({ limit = 1, scale }: Chart): string {
  const lines = [limit < 1 && 'the fill limit', scale > 1 && 'all there is'].filter(Boolean)
  return lines.length > 0 ? `Lines: ${lines.join(', ')}` : ''
}

const width = 1000

function BarDrawing({ bar: { value, grown }, chart: { scale, limit = 1 } }: { bar: Bar; chart: Chart }) {
  const at = (share: number) => (share / scale) * width
  const isOver = Math.max(value, grown ?? 0) > limit + 1e-9
  return (
    <svg viewBox={`0 0 ${width} 10`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" width={at(1)} height="10" />
      {grown !== undefined && <rect class={isOver ? 'grown over' : 'grown'} width={at(grown)} height="10" />}
      <rect class="solid" width={at(value)} height="10" />
      {limit < 1 && <Line at={at(limit)} />}
      {scale > 1 && <Line at={at(1)} />}
    </svg>
  )
}

const Line = ({ at }: { at: number }) => (
  <line class="limit" x1={at} x2={at} y1="0" y2="10" vector-effect="non-scaling-stroke" />
)
