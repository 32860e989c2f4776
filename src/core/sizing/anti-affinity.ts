import { members } from './members.ts'

/** Whether a required anti-affinity keeps a pod off nodes that run one of its own kind. */
export function forbidsSharing(pod: Record<string, unknown>): boolean {
  const own = members(members(pod['metadata'])['labels'])
  const { podAntiAffinity } = members(members(pod['spec'])['affinity'])
  const rules = members(podAntiAffinity)['requiredDuringSchedulingIgnoredDuringExecution']
  return Array.isArray(rules) && rules.some((rule) => matchesItself(members(rule), own))
}

function matchesItself({ topologyKey, labelSelector }: Record<string, unknown>, own: Record<string, unknown>): boolean {
  const { matchLabels, matchExpressions } = members(labelSelector)
  const labels = Object.entries(members(matchLabels))
  const expressions: unknown[] = Array.isArray(matchExpressions) ? matchExpressions : []
  return (
    topologyKey === 'kubernetes.io/hostname' &&
    labels.length + expressions.length > 0 &&
    labels.every(([name, value]) => own[name] === value) &&
    expressions.every((expression) => matchesExpression(members(expression), own))
  )
}

function matchesExpression({ key, operator, values }: Record<string, unknown>, own: Record<string, unknown>): boolean {
  const value = own[String(key)]
  const isListed = Array.isArray(values) && values.includes(value)
  if (operator === 'In') return isListed
  if (operator === 'NotIn') return !isListed
  if (operator === 'Exists') return value !== undefined
  return operator === 'DoesNotExist' && value === undefined
}
