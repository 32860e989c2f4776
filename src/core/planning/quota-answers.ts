import type { Answer } from '../progress.ts'
import { answersByKey, type Finding, itemsOf, linesOf, type PlannedDecision } from './finding.ts'
import { type Amounts, type Flavor, type NodeRole, nodeRoles, referenceFlavors } from './quota-amounts.ts'
import { type PlannedEnvironment, parseEnvironment, parseFlavor, parseFree, parsePair } from './quota-lines.ts'

/** What the answers say about quota, with every guess that filled a gap. */
export interface QuotaInputs {
  environments: PlannedEnvironment[]
  /** Name of the project for each purpose: production, staging, cicd, tests. */
  projects: ReadonlyMap<string, string>
  controlPlane: number
  workers: number
  flavors: Record<NodeRole, Flavor>
  /** Undefined while nobody has said. */
  openProposals: number | undefined
  free: ReadonlyMap<string, Partial<Amounts>>
  findings: Finding[]
}

/** Answers, and what is said while they are read. */
class Reading {
  readonly findings: Finding[] = []
  readonly #decisions: readonly PlannedDecision[]
  readonly #answers: ReadonlyMap<string, Answer>

  constructor(decisions: readonly PlannedDecision[]) {
    this.#decisions = decisions
    this.#answers = answersByKey(decisions)
  }

  say(kind: Finding['kind'], text: string, key: string): void {
    this.findings.push({ kind, text, items: itemsOf(this.#decisions, key) })
  }

  lines<Line>(key: string, parse: (line: string) => Line | undefined): Line[] {
    return linesOf(this.#answers.get(key)).flatMap((line) => {
      const read = parse(line)
      if (read === undefined) this.say('problem', `"${line}" cannot be read, so it is not counted.`, key)
      return read === undefined ? [] : [read]
    })
  }

  number(key: string): number | undefined {
    const answer = this.#answers.get(key)
    return typeof answer === 'number' ? answer : undefined
  }

  count(key: string, usual: number, noun: string): number {
    const count = this.number(key)
    if (count === undefined)
      this.say('assumed', `The number of ${noun} is not recorded: counted with the usual ${usual}.`, key)
    return count ?? usual
  }
}

/** Reads the answers that quota depends on; a line that cannot be read is named and left out. */
export function readQuotaAnswers(decisions: readonly PlannedDecision[]): QuotaInputs {
  const reading = new Reading(decisions)
  return {
    environments: readEnvironments(reading),
    projects: new Map(reading.lines('projects', parsePair)),
    flavors: readFlavors(reading),
    controlPlane: reading.count('cpCount', 3, 'control-plane nodes'),
    workers: reading.count('workerCount', 3, 'workers'),
    openProposals: reading.number('peakOpenProposals'),
    free: new Map(reading.lines('quota', parseFree)),
    findings: reading.findings,
  }
}

function readEnvironments(reading: Reading): PlannedEnvironment[] {
  const environments = reading.lines('environments', parseEnvironment)
  if (environments.length > 0) return environments
  const text = 'No environments are recorded: counted with production and staging, both highly available.'
  reading.say('assumed', text, 'environments')
  return [
    { name: 'production', mode: 'ha' },
    { name: 'staging', mode: 'ha' },
  ]
}

function readFlavors(reading: Reading): Record<NodeRole, Flavor> {
  const named = new Map(reading.lines('flavors', parseFlavor))
  const missing = nodeRoles.filter((role) => !named.has(role))
  if (missing.length > 0) {
    const words = missing.map(describeFlavor).join(', ')
    reading.say('assumed', `Flavors are not recorded: counted with the vendor's reference (${words}).`, 'flavors')
  }
  return { ...referenceFlavors, ...Object.fromEntries(named) }
}

function describeFlavor(role: NodeRole): string {
  const { vcpu, ramGb } = referenceFlavors[role]
  return `${{ seed: 'seed', controlPlane: 'control plane', worker: 'worker' }[role]} ${vcpu} vCPU and ${ramGb} GB`
}
