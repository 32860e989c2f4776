import { type AddressBlock, parseBlock } from './addresses.ts'
import { linesOf, type PlannedDecision } from './finding.ts'

/**
 * What a network of an answer is: part of the deployment, a subnet that a Juju space is given, or where people may come
 * from. Two deployments must not share addresses, two lists of who may come in well may.
 */
export type NetworkRole = 'deployment' | 'space' | 'source'

export interface PlannedNetwork {
  block: AddressBlock
  role: NetworkRole
  /** What stands beside the network, like the name of its space. */
  label: string
  item: string
  question: string
}

export interface UnreadNetwork {
  entry: string
  item: string
}

/** Decisions whose networks are none of the deployment's own; `cidrs` decisions that are not listed are. */
const roles: ReadonlyMap<string, NetworkRole> = new Map([
  ['spaceMap', 'space'],
  ['sshSources', 'source'],
  ['controllerWhitelist', 'source'],
])

/** Every network in the answers that count, and every entry that should be one and is none. */
export function listNetworks(decisions: readonly PlannedDecision[]): {
  networks: PlannedNetwork[]
  unread: UnreadNetwork[]
} {
  const networks: PlannedNetwork[] = []
  const unread: UnreadNetwork[] = []
  for (const planned of decisions.filter(mayHoldNetworks)) {
    const { item, decision, answer } = planned
    for (const entry of linesOf(answer ?? undefined)) {
      const read = readEntry(entry, planned)
      const role = roles.get(decision.key) ?? 'deployment'
      if (read) networks.push({ ...read, role, item, question: decision.question })
      else if (asksForNetworks(planned)) unread.push({ entry, item })
    }
  }
  return { networks, unread }
}

/** Whether a decision is about networks, whatever its answer. */
export function asksForNetworks({ decision }: Pick<PlannedDecision, 'decision'>): boolean {
  return decision.type === 'cidrs' || roles.has(decision.key)
}

function mayHoldNetworks({ decision, applies, answer }: PlannedDecision): boolean {
  return applies && answer !== null && ['cidrs', 'text', 'list'].includes(decision.type)
}

/** The network at the beginning of an entry, with what follows it: `10.20.1.0/24 = control-plane`, `10.0.1.0/24:office`. */
function readEntry(entry: string, planned: PlannedDecision): Pick<PlannedNetwork, 'block' | 'label'> | undefined {
  const heads = [entry, entry.split(/\s*=\s*|,\s*|\s+/)[0] ?? '', entry.replace(/:[A-Za-z][\w-]*$/, '')]
  // Without knowing what was asked, four numbers may be a version; only a text that is nothing else is a network.
  const tried = asksForNetworks(planned) ? heads : [entry].filter((text) => /[/-]/.test(text))
  for (const head of tried) {
    const block = parseBlock(head)
    if (block) return { block, label: entry.slice(head.length).replace(/^[\s=:,]+/, '') }
  }
  return undefined
}
