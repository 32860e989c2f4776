import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import {
  makeFolder,
  makeLaterBuild,
  makeSmallSite,
  type OfflineSite,
  openOfflineSite,
} from '../fixtures/offline-site.ts'
import { test as base, expect } from './fixtures.ts'

export { expect, rowOf, storedText } from './fixtures.ts'
export type { OfflineSite, Page }

/** Folders of two builds of a small site, one after the other. */
interface Builds {
  first: string
  later: string
}

/** A server of its own for each test, which can be stopped, and service workers as people have them. */
export const test = base.extend<{ site: OfflineSite }, { builds: Builds }>({
  builds: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern
    async ({}, use) => {
      const folder = makeFolder()
      const builds = { first: join(folder.path, 'first'), later: join(folder.path, 'later') }
      await makeSmallSite(builds.first)
      await makeLaterBuild(builds.first, builds.later, 'two')
      await use(builds)
      folder.remove()
    },
    { scope: 'worker' },
  ],
  site: async ({ builds }, use) => {
    const site = await openOfflineSite(builds.first)
    await use(site)
    await site.stop()
  },
  baseURL: async ({ site }, use) => use(site.url),
  serviceWorkers: 'allow',
})

export const signOf = (page: Page) => page.locator('.offline-sign')

export async function waitForCopy(page: Page): Promise<void> {
  // And nothing else: while a newer one comes, the browser would not look for a third.
  await expect(signOf(page)).toHaveText(/^Available offline, \d+\.\d MB$/, { timeout: 30_000 })
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

/** Violations of the sign as it is, on a desktop and on a phone, in both themes. */
export async function findSignViolations(page: Page): Promise<string[]> {
  const found: string[] = []
  const viewport = page.viewportSize()
  for (const [colorScheme, width] of [
    ['light', 390],
    ['dark', 1280],
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const { violations } = await new AxeBuilder({ page }).include('.offline-sign').withTags(tags).analyze()
    found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${colorScheme}: ${id}: ${html}`)))
  }
  if (viewport) await page.setViewportSize(viewport)
  return found
}
