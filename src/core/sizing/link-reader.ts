import { zoneLosses } from './input.ts'
import { findNameFault, findNumberFault, type LimitName, maxPlans, maxWorkloads } from './limits.ts'
import type { Plan, Scenario, ScenarioWorkload } from './scenario.ts'

const known = ['v', 'u', 'f', 'z', 'l', 'b', 'd', 'c', 'w', 'p']
/** Members that stand once; the others may stand many times. */
const single = ['v', 'u', 'f', 'z', 'l', 'b', 'd', 'c']

/** Reads the members of a link and gathers what is wrong with them. */
export class LinkReader {
  readonly faults: string[] = []
  readonly #members: URLSearchParams

  constructor(members: URLSearchParams) {
    this.#members = members
  }

  readScenario(): Scenario {
    const members = this.#members
    for (const name of new Set(members.keys())) {
      if (!known.includes(name)) this.#complain(`It holds "${name.slice(0, 40)}", which this version does not know.`)
      else if (single.includes(name) && members.getAll(name).length > 1) this.#complain(`"${name}" stands in it twice.`)
    }
    const [cpu, memory, pods] = this.#split('d', members.get('d') ?? '', 3)
    const limit = members.get('c')
    return {
      fill: this.#number('fill', 'The fill limit', members.get('u')),
      failures: this.#number('failures', 'The number of node failures', members.get('f')),
      zones: this.#number('zones', 'The number of zones', members.get('z')),
      zoneLoss: zoneLosses[this.#choice('l', zoneLosses.length)] ?? 'none',
      isBalanced: this.#choice('b', 2) === 1,
      daemons: {
        cpu: this.#number('daemonCpu', 'The CPU of DaemonSets', cpu),
        memory: this.#number('daemonMemory', 'The memory of DaemonSets', memory),
        pods: this.#number('daemonPods', 'The number of DaemonSets', pods),
      },
      ...(limit !== null && { maxConnections: this.#number('maxConnections', 'The limit of connections', limit) }),
      workloads: this.#list('w', maxWorkloads, (text, place) => this.#workload(text, place)),
      plans: this.#list('p', maxPlans, (text, place) => this.#plan(text, place)),
    }
  }

  #workload(text: string, place: string): ScenarioWorkload {
    const [replicas, cpu, memory, apart, pool, name = ''] = this.#split(place, text, 6)
    if (apart !== '0' && apart !== '1') this.#complain(`${place}: the mark for replicas kept apart is neither 0 nor 1.`)
    return {
      name: this.#name(place, name),
      replicas: this.#number('replicas', `${place}: the number of replicas`, replicas),
      cpu: this.#number('cpu', `${place}: CPU`, cpu),
      memory: this.#number('memory', `${place}: memory`, memory),
      isApart: apart === '1',
      ...(pool && { pool: this.#number('pool', `${place}: the number of connections`, pool) }),
    }
  }

  #plan(text: string, place: string): Plan {
    const [cpu, memory, keptCpu, keptMemory, pods, count, name = ''] = this.#split(place, text, 7)
    return {
      name: this.#name(place, name),
      cpu: this.#number('nodeCpu', `${place}: CPU`, cpu),
      memory: this.#number('nodeMemory', `${place}: memory`, memory),
      overhead:
        keptCpu === 'aks' && keptMemory === ''
          ? 'aks'
          : {
              cpu: this.#number('overheadCpu', `${place}: overhead of CPU`, keptCpu),
              memory: this.#number('overheadMemory', `${place}: overhead of memory`, keptMemory),
            },
      pods: this.#number('pods', `${place}: the number of pods`, pods),
      ...(count && { count: this.#number('count', `${place}: the number of nodes`, count) }),
    }
  }

  #list<Entry>(name: 'w' | 'p', most: number, read: (text: string, place: string) => Entry): Entry[] {
    const noun = name === 'w' ? 'Workload' : 'Plan'
    const texts = this.#members.getAll(name)
    if (texts.length > most) this.#complain(`It holds ${texts.length} ${noun.toLowerCase()}s, and ${most} are read.`)
    if (name === 'p' && texts.length === 0) this.#complain('It holds no plan.')
    return texts.slice(0, most).map((text, index) => read(text, `${noun} ${index + 1}`))
  }

  /** So many parts, the last of which may hold the separator. */
  #split(place: string, text: string, size: number): string[] {
    const parts = text.split(':')
    if (parts.length < size) this.#complain(`${place === 'd' ? 'DaemonSets' : place}: a figure is missing.`)
    return [...parts.slice(0, size - 1), parts.slice(size - 1).join(':')]
  }

  #number(limit: LimitName, label: string, text: string | null | undefined): number {
    const isWritten = text !== null && text !== undefined && /^\d+(\.\d+)?(e-\d{1,3})?$/.test(text)
    const value = isWritten ? Number(text) : Number.NaN
    const fault = findNumberFault(limit, value)
    if (fault) this.#complain(`${label} ${fault}.`)
    return value
  }

  #choice(name: 'l' | 'b', size: number): number {
    const value = this.#members.get(name) ?? ''
    const isKnown = /^\d$/.test(value) && Number(value) < size
    if (!isKnown) this.#complain(`"${name}" has no value that is known.`)
    return isKnown ? Number(value) : 0
  }

  #name(place: string, name: string): string {
    const fault = findNameFault(name)
    if (fault) this.#complain(`${place} ${fault}.`)
    return name
  }

  #complain(fault: string): void {
    this.faults.push(fault)
  }
}
