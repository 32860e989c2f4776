import { readFileSync } from 'node:fs'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'

import { type Item, itemDigestLength, listItems } from '../../src/core/index.ts'

export { expect, type Page } from '@playwright/test'

/**
 * Every page is watched: a script error, a console error, a policy violation or a request to another host fails the
 * test that caused it, unless the test says that it expects one.
 */
export const test = base.extend<{ expectedFaults: RegExp[]; context: BrowserContext }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern
  expectedFaults: async ({}, use) => use([]),
  context: async ({ context, baseURL, expectedFaults }, use) => {
    const faults: string[] = []
    context.on('page', (page) => watch(page, baseURL ?? '', faults))
    await use(context)
    expect(faults.filter((fault) => !expectedFaults.some((pattern) => pattern.test(fault)))).toEqual([])
  },
})

/** What Playwright itself says where a test keeps the service worker out. */
const workerBlocked = 'Service Worker registration blocked by Playwright'

function watch(page: Page, baseURL: string, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    const isFault = message.type() === 'error' || message.type() === 'warning'
    if (isFault && message.text() !== workerBlocked) faults.push(`${page.url()}: ${message.text()}`)
  })
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    const isOwn = origin === new URL(baseURL).origin || protocol === 'data:' || protocol === 'blob:'
    if (!isOwn) faults.push(`${page.url()}: asks another host: ${request.url()}`)
  })
}

/** The item's row, by its id. */
export function rowOf(page: Page, item: string) {
  return page.locator(`[data-item="${item}"]`)
}

/** Text under a key of ours in the page's local storage. */
export function storedText(page: Page, key: string): Promise<string | null> {
  return page.evaluate((name) => localStorage.getItem(`golive:${name}`), key)
}

/** Puts texts into local storage before the page's own scripts run. */
export async function storeBefore(context: BrowserContext, entries: Record<string, string>): Promise<void> {
  await context.addInitScript((texts) => {
    // A page that has gone nowhere yet has no storage.
    if (location.protocol === 'about:') return
    for (const [key, text] of Object.entries(texts)) {
      if (localStorage.getItem(key) === null) localStorage.setItem(key, text)
    }
  }, entries)
}

/** Items of the built site's Azimuth checklist. */
export function listBuiltItems(): Item[] {
  return listItems(JSON.parse(readFileSync('dist/azimuth/checklist.json', 'utf8')))
}

/** Beginning of the digest of an item's wording, as answers to it remember. */
export function digestOf(item: string): string {
  return (
    listBuiltItems()
      .find(({ id }) => id === item)
      ?.digest.slice(0, itemDigestLength) ?? ''
  )
}

/** A stored tick, as a page writes it. */
export function tick(itemDigest: string, at = '2026-11-20T10:00:00.000Z'): string {
  return JSON.stringify({ format: 1, state: { at, value: { itemDigest, kind: 'done' } } })
}
