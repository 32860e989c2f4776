/** Where an item stands in the rollout that its platform's pages show. */
import { now, records } from '../../browser/environment.ts'
import { describeRollout } from '../../core/rollout.ts'
import { type ItemStatus, type ItemTerms, judgeItem } from '../../core/status.ts'
import type { Found } from './engine.ts'

/** Undefined for what is no item, and while nobody has begun a rollout of the platform. */
export function readStanding({ raw_url, meta, filters, marks }: Found): ItemStatus | undefined {
  const [, platform = '', item = ''] = /^\/([^/]+)\/[^#]*#(.+)$/.exec(raw_url) ?? []
  if (!filters.level) return undefined
  const id = records.currentRollout(platform)
  const rollout = records.readRollout(id)
  const record = records.readItem(id, item, meta.was?.split(' '))
  if (!rollout && !record) return undefined
  const [digest, link] = marks
  const terms: ItemTerms = {
    when: meta.when?.split(' '),
    validForDays: meta.days === undefined ? undefined : Number(meta.days),
    needsLink: link !== undefined,
    digest,
  }
  return judgeItem(record, terms, describeRollout(id, rollout), now())
}
