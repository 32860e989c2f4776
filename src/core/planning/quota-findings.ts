import { type Finding, itemsOf, type PlannedDecision } from './finding.ts'
import { type Amounts, amountKeys, amountNames } from './quota-amounts.ts'
import type { QuotaInputs } from './quota-answers.ts'

/** What one OpenStack project has to carry. */
export interface ProjectQuota {
  project: string
  /** What lives in it, one line each. */
  parts: string[]
  atRest: Amounts
  duringUpgrade: Amounts
  /** What has to be free now: the surge alone where the deployment is running already. */
  required: Amounts
  /** Absent while nobody has recorded it. */
  free?: Partial<Amounts>
}

/** What a project has too little of. */
export function findShortage(
  quota: ProjectQuota,
  decisions: readonly PlannedDecision[],
  isInstalled: boolean,
): Finding[] {
  const { project, free, required } = quota
  const items = itemsOf(decisions, 'quota')
  const short = amountKeys.filter((key) => (free?.[key] ?? Number.POSITIVE_INFINITY) < required[key])
  if (short.length === 0) return []
  const words = short.map((key) => `${required[key]} ${amountNames[key]} needed, ${free?.[key]} free`).join('; ')
  const moment = isInstalled ? 'the next rolling upgrade' : 'the deployment and a rolling upgrade of it'
  const text = `${project} has too little for ${moment}: ${words}. Servers that do not fit are not created, and what waits for them stalls.`
  return [{ kind: 'problem', text, items }]
}

/** Projects of which nobody has said what is free. */
export function findUnknown(quotas: readonly ProjectQuota[], decisions: readonly PlannedDecision[]): Finding[] {
  const names = quotas.filter(({ free }) => !free).map(({ project }) => project)
  if (names.length === 0) return []
  const text = `What is free is not recorded for: ${names.join(', ')}. Nothing is compared there.`
  return [{ kind: 'note', text, items: itemsOf(decisions, 'quota') }]
}

/** Projects that serve two purposes: a clean-up or a busy week of one hits the other. */
export function findShared({ projects }: QuotaInputs, decisions: readonly PlannedDecision[]): Finding[] {
  const names = [...projects.values()]
  const shared = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
  return shared.map((name) => {
    const purposes = [...projects].filter(([, project]) => project === name).map(([purpose]) => purpose)
    const text = `${name} is the project for ${purposes.join(' and ')}: what one uses up is missing for the other, and a clean-up can delete both.`
    return { kind: 'problem', text, items: itemsOf(decisions, 'projects') }
  })
}

/** What looks wrong beside quota, and what is not counted. */
export function findOddities(
  inputs: QuotaInputs,
  projects: readonly ProjectQuota[],
  decisions: readonly PlannedDecision[],
): Finding[] {
  const { controlPlane, free, openProposals } = inputs
  const isUsed = (name: string) => projects.some(({ project }) => project === name)
  const idle = [...free.keys()].filter((name) => !isUsed(name) && ![...inputs.projects.values()].includes(name))
  const say = (kind: Finding['kind'], text: string, ...keys: string[]): Finding => ({
    kind,
    text,
    items: itemsOf(decisions, ...keys),
  })
  return [
    ...(controlPlane % 2 === 0
      ? [
          say(
            'problem',
            `${controlPlane} control-plane nodes survive no more failures than ${controlPlane - 1}: etcd needs a majority. Take an odd number.`,
            'cpCount',
          ),
        ]
      : []),
    ...idle.map((name) =>
      say('note', `${name} has quota recorded, and no environment is in it.`, 'quota', 'environments'),
    ),
    openProposals === undefined
      ? say(
          'note',
          'How many merge requests are open at once is not recorded: review environments are not counted.',
          'peakOpenProposals',
        )
      : say(
          'note',
          'Platforms that the integration tests create come on top: how many is not recorded.',
          'peakOpenProposals',
        ),
  ]
}
