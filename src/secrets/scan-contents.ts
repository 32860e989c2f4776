import type { RolloutContents } from '../core/rollout-file.ts'
import type { TextPath } from './map-texts.ts'
import { type FoundSecrets, maskTexts, scanTexts } from './scan-texts.ts'

/** Looks for secrets in a rollout with all of its answers and their history, as `NAME.golive.json` holds them. */
export function scanContents(contents: RolloutContents): Promise<FoundSecrets> {
  return scanTexts(contents, describePlace)
}

export function maskContents(contents: RolloutContents, secrets: FoundSecrets): RolloutContents {
  return maskTexts(contents, secrets)
}

/** Fields keep what they were before, and a secret that was overwritten leaves with the file too. */
function describePlace([part, name, field, ...rest]: TextPath): string {
  const history = rest.includes('before') || field === 'before' ? ', earlier version' : ''
  if (part === 'items') return `Item ${name}, ${String(field).replace(/^evidence\/.*/, 'evidence')}${history}`
  return part === 'rollout' ? `Rollout, ${name}${history}` : `${part}`
}
