import type { Answer } from '../../../../src/core/index.ts'
import type { PlannedDecision } from '../../../../src/core/planning/index.ts'
import type { Decision } from '../../../../src/core/schema.ts'

const types: Record<string, Decision['type']> = { subnetCidrs: 'cidrs', sshSources: 'cidrs', otherCidrs: 'cidrs' }

/** Decisions with these answers by key, each recorded by an item of the key's name. */
export function planned(answers: Record<string, Answer | null>): PlannedDecision[] {
  return Object.entries(answers).map(([key, answer]) => ({
    item: `item-${key}`,
    decision: { key, question: `Question of ${key}?`, type: types[key] ?? (Array.isArray(answer) ? 'list' : 'text') },
    answer,
    applies: true,
  }))
}

/** Texts of findings of a kind. */
export function textsOf(findings: readonly { kind: string; text: string }[], kind: string): string[] {
  return findings.filter((finding) => finding.kind === kind).map(({ text }) => text)
}
