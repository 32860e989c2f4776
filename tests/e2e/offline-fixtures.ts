import type { Page } from '@playwright/test'
import { makeFolder, type OfflineSite, openOfflineSite } from '../fixtures/offline-site.ts'
import { test as base, expect } from './fixtures.ts'

export { expect, rowOf, storedText } from './fixtures.ts'
export type { OfflineSite, Page }

/** A site of its own for each test, with a server that can be stopped, and service workers as people have them. */
export const test = base.extend<{ site: OfflineSite; folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern
  folder: async ({}, use) => {
    const folder = makeFolder()
    await use(folder.path)
    folder.remove()
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern
  site: async ({}, use) => {
    const site = await openOfflineSite('dist')
    await use(site)
    await site.stop()
  },
  baseURL: async ({ site }, use) => use(site.url),
  serviceWorkers: 'allow',
})

export const signOf = (page: Page) => page.locator('.offline-sign')

export async function waitForCopy(page: Page): Promise<void> {
  await expect(signOf(page)).toContainText(/Available offline, \d+\.\d MB/, { timeout: 30_000 })
}

/** Reloads until the browser has looked for an update: it does so by itself when a page is opened, after a while. */
export async function findUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    await registration?.update()
  })
}

/** What each open page is of, and what its scripts are of: one value means that nothing is mixed. */
export function madeOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scripts = (globalThis as { goliveMade?: string[] }).goliveMade ?? []
    return [...new Set([document.documentElement.dataset['made'] ?? 'first', ...scripts])]
  })
}
