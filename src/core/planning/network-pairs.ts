import type { Finding } from './finding.ts'
import type { PlannedNetwork } from './network-answers.ts'
import { type BlockRelation, isWithin, relateBlocks, sharesAddresses } from './relation.ts'

/** What collides, and which subnets have no space or no range: everything between two networks. */
export function findPairFaults(networks: readonly PlannedNetwork[]): Finding[] {
  const ranges = networks.filter(({ role }) => role === 'deployment')
  /** A subnet that lies in one range has its place, however it lies to the others. */
  const hasPlace = ({ role, block }: PlannedNetwork) =>
    role === 'space' && ranges.some((range) => isWithin(block, range.block))
  const pairs = networks.flatMap((left, index) => networks.slice(index + 1).map((right) => [left, right] as const))
  const asked = pairs.filter(([left, right]) => left.role === right.role || ![left, right].some(hasPlace))
  return [...asked.flatMap(([left, right]) => judgePair(left, right)), ...findSpaceFaults(networks)]
}

/** Whether two networks must not share addresses as they do: a subnet of a space may lie in a range, and not stick out. */
export function isCollision(left: PlannedNetwork, right: PlannedNetwork): boolean {
  if (!sharesAddresses(left.block, right.block)) return false
  if (left.role === right.role) return left.role !== 'source'
  const space = [left, right].find(({ role }) => role === 'space')
  const range = [left, right].find(({ role }) => role === 'deployment')
  return space !== undefined && range !== undefined && !isWithin(space.block, range.block)
}

function judgePair(left: PlannedNetwork, right: PlannedNetwork): Finding[] {
  const relation = relateBlocks(left.block, right.block)
  const items = listItems([left, right])
  const [one, other] = namePair(left, right)
  const words = `${one} ${relationWords[relation]} ${other}`
  if (isCollision(left, right)) {
    return [{ kind: 'problem', text: `${words}. ${explainCollision(left, right)}`, items }]
  }
  if (left.role === 'source' && left.item === right.item && sharesAddresses(left.block, right.block)) {
    return [{ kind: 'note', text: `${words}: the smaller one admits nobody more.`, items }]
  }
  const roles = new Set([left.role, right.role])
  if (roles.has('source') && roles.has('deployment') && sharesAddresses(left.block, right.block)) {
    return [{ kind: 'note', text: `${words}: machines of the deployment itself are let in.`, items }]
  }
  return []
}

function explainCollision(left: PlannedNetwork, right: PlannedNetwork): string {
  if (left.role !== right.role)
    return 'A subnet of a space has to lie in a range of the deployment: Juju knows no subnet that sticks out of it.'
  return left.role === 'space'
    ? 'A subnet belongs to one Juju space: units that ask for the other one find no address in it.'
    : 'An address of both leads to only one of them: the other is unreachable, and networks that overlap cannot be peered. Give one of them another range.'
}

/** Every subnet of the space map lies in a range of the deployment, and every range has a space. */
function findSpaceFaults(networks: readonly PlannedNetwork[]): Finding[] {
  const ranges = networks.filter(({ role }) => role === 'deployment')
  const spaces = networks.filter(({ role }) => role === 'space')
  if (ranges.length === 0 || spaces.length === 0) return []
  const homeless = spaces
    .filter(({ block }) => !ranges.some((range) => sharesAddresses(block, range.block)))
    .map((space): Finding => {
      const text = `${nameNetwork(space)} lies in none of the ranges of the deployment. Juju knows no such subnet, so nothing can be moved to its space.`
      return { kind: 'problem', text, items: listItems([space, ...ranges]) }
    })
  const spaceless = ranges.filter(({ block }) => !spaces.some((space) => sharesAddresses(space.block, block)))
  return [...homeless, ...noteSpaceless(spaceless, spaces)]
}

function noteSpaceless(ranges: readonly PlannedNetwork[], spaces: readonly PlannedNetwork[]): Finding[] {
  if (ranges.length === 0) return []
  const [verb, stay] = ranges.length === 1 ? ['has', 'it stays'] : ['have', 'they stay']
  const texts = ranges.map(({ block }) => block.text).join(', ')
  const text = `${texts} ${verb} no space in the map: ${stay} in Juju's space alpha (not so on MAAS).`
  return [{ kind: 'note', text, items: listItems([...ranges, ...spaces]) }]
}

const listItems = (networks: readonly PlannedNetwork[]) => [...new Set(networks.map(({ item }) => item))]

/** Two networks so that a message can be read alone: with their questions, where these differ. */
function namePair(left: PlannedNetwork, right: PlannedNetwork): [string, string] {
  const isOneAnswer = left.item === right.item
  const name = (network: PlannedNetwork) =>
    isOneAnswer ? nameNetwork(network) : `${nameNetwork(network)} (“${network.question}”)`
  return [name(left), name(right)]
}

const nameNetwork = ({ block, label }: PlannedNetwork) => `${block.text}${label && ` = ${label}`}`

export const relationWords: Readonly<Record<BlockRelation, string>> = {
  same: 'is the same as',
  inside: 'is inside of',
  contains: 'contains',
  overlaps: 'overlaps',
  adjacent: 'is adjacent to',
  apart: 'is apart from',
}
