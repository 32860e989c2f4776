/** The decisions that are shown, as a table in the clipboard. What is needed is loaded when somebody asks for it. */
import { standingOf } from './desk.ts'
import type { TableDecision } from './markdown-table.ts'
import type { PageDecision } from './page.ts'

/**
 * Nothing leaves before somebody has seen what in it looks like a secret.
 *
 * @returns What became of it, for the person.
 */
export async function copyTable(decisions: readonly PageDecision[]): Promise<string> {
  const [{ encodeDecisionTable }, { maskTexts, scanTexts }, { askAboutSecrets }] = await Promise.all([
    import('./markdown-table.ts'),
    import('../../secrets/scan-texts.ts'),
    import('../secrets/ask.tsx'),
  ])
  const rows = decisions.map(buildRow)
  const found = await scanTexts(rows, ([index]) => `the answer to “${rows[Number(index)]?.question}”`)
  const choice = await askAboutSecrets(found.findings, about)
  if (choice === 'cancel') return 'Nothing was copied.'
  await navigator.clipboard.writeText(encodeDecisionTable(choice === 'mask' ? maskTexts(rows, found) : rows))
  return 'Copied'
}

function buildRow(decision: PageDecision): TableDecision {
  const { section, title, level } = decision
  return { section, title, level, question: decision.decision.question, standing: standingOf(decision) }
}

const about =
  'Whoever gets the table can read it. Masking puts words like “[masked: GitHub token]” in its place, in what is copied; your answers stay as they are. A secret that was sent to anybody has to be replaced.'
