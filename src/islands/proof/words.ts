import type { ProofFile } from '../../stores/proof.ts'

/** What rules and readers say ends without a full stop, and more follows it here. */
export const asSentence = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`)

/** What a file of results is and when it was made, as far as it says. */
export function describeFile(file: ProofFile): string {
  if (file.kind === 'script') {
    const { checks, rolloutId, startedAt } = file.results
    return `Script of checks for the rollout “${rolloutId}”, begun ${minuteOf(startedAt)}: ${count(checks.length, 'result')}.`
  }
  const { tool, scope, scannedAt, findings } = file.report
  const about = [toolNames[tool], scope, scannedAt && minuteOf(scannedAt)].filter(Boolean).join(', ')
  return `${about}: ${count(findings.length, 'finding')}.`
}

const toolNames = { 'kube-bench': 'Report of kube-bench', polaris: 'Report of Polaris', junit: 'JUnit report' } as const

const minuteOf = (moment: string) => `${moment.slice(0, 16).replace('T', ' ')} UTC`

const count = (number: number, noun: string) => `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`
