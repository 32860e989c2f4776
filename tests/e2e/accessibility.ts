import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from './fixtures.ts'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const sizes = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
]

/**
 * A state of a screen has no violation in both themes, and fits on a desktop and on a phone.
 *
 * @param within Part of the page that is looked at, where the rest is long and looked at elsewhere.
 */
export async function expectAccessible(page: Page, state: string, within = 'html'): Promise<void> {
  const before = page.viewportSize()
  for (const viewport of sizes) {
    await page.setViewportSize(viewport)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect.soft(overflow, `${state} is wider than ${viewport.width} px`).toBe(0)
  }
  if (before) await page.setViewportSize(before)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .include(within)
      .options({ runOnly: { type: 'tag', values: standards }, resultTypes: ['violations'] })
      .analyze()
    const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
    expect.soft(found, `${state}, ${colorScheme}`).toEqual([])
  }
}
