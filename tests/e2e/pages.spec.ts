import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './fixtures.ts'

/** Every page of the sitemap, and the one for addresses that lead nowhere. */
const paths = [
  ...[...readFileSync('dist/sitemap-0.xml', 'utf8').matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)].map(
    ([, path]) => path ?? '',
  ),
  '/404.html',
]

const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } }

test('the sitemap lists the screens', () => {
  expect(paths).toEqual(
    expect.arrayContaining(['/', '/azimuth/', '/azimuth/checklist/', '/azimuth/repository/', '/report/']),
  )
})

for (const [size, viewport] of Object.entries(sizes)) {
  for (const theme of ['light', 'dark'] as const) {
    test(`every page has no accessibility violation: ${size}, ${theme}`, async ({ browser, baseURL }) => {
      test.setTimeout(240_000)
      const context = await browser.newContext({
        viewport,
        colorScheme: theme,
        isMobile: size === 'phone',
        hasTouch: size === 'phone',
        ...(baseURL && { baseURL }),
      })
      const page = await context.newPage()
      for (const path of paths) {
        await page.goto(path)
        // Everything that opens on demand is part of the page.
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '')
        })
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze()
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map((node) => `${path} ${id}: ${node.html.slice(0, 160)}`),
        )
        expect.soft(found.slice(0, 10)).toEqual([])
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect.soft(overflow, `${path} is wider than the screen`).toBe(0)
      }
      await context.close()
    })
  }
}

test('every page keeps to its policy, asks no other host and logs no error', async ({ page }) => {
  test.setTimeout(120_000)
  for (const path of paths) {
    await page.goto(path, { waitUntil: 'networkidle' })
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
    expect(policy, path).toContain("default-src 'none'")
    expect(policy, path).not.toContain("'unsafe-inline'")
    expect(await page.evaluate(() => document.head.firstElementChild?.getAttribute('http-equiv')), path).toBe(
      'Content-Security-Policy',
    )
  }
})
