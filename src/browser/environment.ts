/** What the stores need from the browser, filled in once. */
import type { ItemConditions } from '../core/index.ts'
import { mergeRecordTexts, openRecords } from './records.ts'
import { openTextStorage } from './storage.ts'

export const storage = openTextStorage(() => localStorage, mergeRecordTexts)
export const records = openRecords(storage)
export const now = () => new Date()

/** What a page knows of the items of a platform beside their rows, as `Head.astro` writes it. */
export interface ItemFacts {
  platform: string
  /** Ids that items had before, by the id of now. */
  formerly: Record<string, string[]>
  when: ItemConditions
}

export const itemFacts: ItemFacts[] = [...document.querySelectorAll<HTMLMetaElement>('meta[name="golive:items"]')].map(
  ({ content }) => JSON.parse(content),
)

export function conditionsOf(platform: string): ItemConditions {
  return itemFacts.find((facts) => facts.platform === platform)?.when ?? {}
}

/** Platform whose pages these are; undefined on pages that belong to none. */
export const pagePlatform = document.querySelector<HTMLMetaElement>('meta[name="golive:platform"]')?.content
