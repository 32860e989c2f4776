import {
  countAddresses,
  describeCount,
  formatAddress,
  isCollision,
  layOutMap,
  type MapBar,
  type PlannedNetwork,
  relateBlocks,
} from '../../core/planning/index.ts'

type SizedNetwork = PlannedNetwork & { hosts: bigint }

interface Props {
  family: 4 | 6
  networks: readonly SizedNetwork[]
  questions: ReadonlyMap<string, string>
}

const roleWords = { deployment: 'of the deployment', space: 'Juju space', source: 'may come in' } as const

/** Networks of a family as bars on one axis; all that is drawn is said beside it too. */
export function AddressMap({ family, networks, questions }: Props) {
  if (networks.length === 0) return null
  const sorted = [...networks].sort((left, right) => compare(left, right))
  const bars = layOutMap(
    sorted.map(({ block }) => block),
    (left, right) => {
      const [one, other] = [sorted[left], sorted[right]]
      return one !== undefined && other !== undefined && isCollision(one, other)
    },
  )
  return (
    <figure class="address-map">
      <figcaption>
        IPv{family} addresses <small>In order from left to right. Lengths are logarithmic, gaps are shortened.</small>
      </figcaption>
      <ul>
        {sorted.map((network, index) => (
          <li key={`${network.item} ${network.block.text} ${network.label} ${index}`}>
            <span class="net-name">
              <code>{network.block.text}</code> {network.label && <b>{network.label}</b>}
            </span>
            {bars[index] && <BarDrawing bar={bars[index]} role={network.role} />}
            <span class="net-facts">{describeSize(network)}</span>
            <span class="net-facts">
              {describeRelations(network, sorted)} <a href={`#${network.item}`}>{questions.get(network.item)}</a>
            </span>
          </li>
        ))}
      </ul>
    </figure>
  )
}

const width = 1000

function BarDrawing({ bar: { start, end, shared }, role }: { bar: MapBar; role: PlannedNetwork['role'] }) {
  const rect = (from: number, to: number) => ({ x: from * width, width: Math.max((to - from) * width, 4) })
  return (
    <svg viewBox={`0 0 ${width} 12`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" width={width} y="5" height="2" />
      <rect class={`net net-${role}`} {...rect(start, end)} height="12" />
      {shared.map((span, index) => (
        <rect key={index} class="shared" {...rect(span.start, span.end)} y="3" height="6" />
      ))}
    </svg>
  )
}

function describeSize({ block, hosts, role }: SizedNetwork): string {
  const { family, first, last } = block
  const span = first === last ? '' : `, ${formatAddress(family, first)} to ${formatAddress(family, last)}`
  const count = countAddresses(block)
  const usable = role === 'source' || hosts === count ? '' : `, ${describeCount(hosts)} usable`
  return `${describeCount(count)} ${count === 1n ? 'address' : 'addresses'}${usable}${span}`
}

/** How it lies to the others, the same words for each kind together. */
function describeRelations(network: SizedNetwork, all: readonly SizedNetwork[]): string {
  const words = {
    same: 'same as',
    inside: 'inside',
    contains: 'contains',
    overlaps: 'overlaps',
    adjacent: 'adjacent to',
  }
  const parts = Object.entries(words).flatMap(([relation, word]) => {
    const others = all.filter((other) => other !== network && relateBlocks(network.block, other.block) === relation)
    return others.length > 0 ? [`${word} ${[...new Set(others.map(({ block }) => block.text))].join(', ')}`] : []
  })
  return `${[roleWords[network.role], ...parts].join('; ')};`
}

/** By first address, the larger before what it contains. */
function compare({ block: left }: SizedNetwork, { block: right }: SizedNetwork): number {
  if (left.first !== right.first) return left.first < right.first ? -1 : 1
  return left.last === right.last ? 0 : left.last > right.last ? -1 : 1
}
