import type { Finding, PlannedDecision } from './finding.ts'
import {
  type Amounts,
  addAmounts,
  noAmounts,
  scaleAmounts,
  singleNode,
  subtractAmounts,
  sumHaEnvironment,
} from './quota-amounts.ts'
import { type QuotaInputs, readQuotaAnswers } from './quota-answers.ts'
import { findOddities, findShared, findShortage, findUnknown, type ProjectQuota } from './quota-findings.ts'
import type { PlannedEnvironment } from './quota-lines.ts'

export interface QuotaPlan {
  projects: ProjectQuota[]
  total: { atRest: Amounts; duringUpgrade: Amounts }
  inputs: QuotaInputs
  findings: Finding[]
}

/**
 * Adds up the quota of all environments, project by project, and holds it against what is free.
 *
 * @param isInstalled Whether the deployment runs already, so that only what an upgrade adds has to be free.
 */
export function planQuota(decisions: readonly PlannedDecision[], isInstalled: boolean): QuotaPlan {
  const inputs = readQuotaAnswers(decisions)
  const projects = groupByProject(inputs, isInstalled)
  const sum = (key: 'atRest' | 'duringUpgrade') => addAmounts(...projects.map((project) => project[key]))
  const findings = [
    ...projects.flatMap((project) => findShortage(project, decisions, isInstalled)),
    ...findShared(inputs, decisions),
    ...findUnknown(projects, decisions),
    ...findOddities(inputs, projects, decisions),
    ...inputs.findings,
  ]
  return { projects, total: { atRest: sum('atRest'), duringUpgrade: sum('duringUpgrade') }, inputs, findings }
}

/** Something in a project, with what it needs. */
type Part = Pick<ProjectQuota, 'project' | 'atRest' | 'duringUpgrade' | 'required'> & { part: string }

function groupByProject(inputs: QuotaInputs, isInstalled: boolean): ProjectQuota[] {
  const grouped = new Map<string, ProjectQuota>()
  for (const { project, part, atRest, duringUpgrade, required } of listParts(inputs, isInstalled)) {
    const known = grouped.get(project) ?? emptyProject(project, inputs)
    grouped.set(project, {
      ...known,
      parts: [...known.parts, part],
      atRest: addAmounts(known.atRest, atRest),
      duringUpgrade: addAmounts(known.duringUpgrade, duringUpgrade),
      required: addAmounts(known.required, required),
    })
  }
  return [...grouped.values()]
}

/** A single-node environment in the CI/CD project is what each merge request creates: it is counted with those. */
function listParts(inputs: QuotaInputs, isInstalled: boolean): Part[] {
  const { environments, openProposals, projects } = inputs
  const cicd = projects.get('cicd')
  const parts = environments.flatMap((environment): Part[] => {
    const { name, mode } = environment
    const project = projectOf(environment, projects)
    if (mode === 'ha') return [{ project, part: `${name}, highly available`, ...sumHa(inputs, isInstalled) }]
    if (project === cicd && openProposals !== undefined) return []
    const required = isInstalled ? noAmounts : singleNode
    return [{ project, part: `${name}, single node`, atRest: singleNode, duringUpgrade: singleNode, required }]
  })
  if (openProposals === undefined) return parts
  const reviews = scaleAmounts(singleNode, openProposals)
  const part = `${openProposals} review environments`
  const project = cicd ?? 'CI/CD project (not named)'
  return [...parts, { project, part, atRest: reviews, duringUpgrade: reviews, required: reviews }]
}

function sumHa(inputs: QuotaInputs, isInstalled: boolean): Pick<Part, 'atRest' | 'duringUpgrade' | 'required'> {
  const { atRest, duringUpgrade } = sumHaEnvironment(inputs)
  return { atRest, duringUpgrade, required: isInstalled ? subtractAmounts(duringUpgrade, atRest) : duringUpgrade }
}

const emptyProject = (project: string, { free }: QuotaInputs): ProjectQuota => {
  const known = free.get(project)
  return {
    project,
    parts: [],
    atRest: noAmounts,
    duringUpgrade: noAmounts,
    required: noAmounts,
    ...(known && { free: known }),
  }
}

function projectOf({ name, project }: PlannedEnvironment, projects: QuotaInputs['projects']): string {
  return project ?? projects.get(name.toLowerCase()) ?? `project of ${name} (not named)`
}
