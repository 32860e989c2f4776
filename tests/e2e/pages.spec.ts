import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { RunOnly, RunOptions } from 'axe-core'
import { expect, type Page, test } from './fixtures.ts'

/** Every page of the sitemap, and the one for addresses that lead nowhere. */
const paths = [
  ...[...readFileSync('dist/sitemap-0.xml', 'utf8').matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)].map(
    ([, path]) => path ?? '',
  ),
  '/404.html',
]

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } }

test('the sitemap lists the screens', () => {
  expect(paths).toEqual(
    expect.arrayContaining(['/', '/azimuth/', '/azimuth/checklist/', '/azimuth/repository/', '/report/']),
  )
})

for (const [size, viewport] of Object.entries(sizes)) {
  const isPhone = size === 'phone'
  test.describe(size, () => {
    test.use({ viewport, isMobile: isPhone, hasTouch: isPhone, colorScheme: 'light' })

    // The pages in a few tests, so that two processes share them.
    for (const part of [0, 1, 2, 3]) {
      test(`every page keeps to its policy, fits and has no accessibility violation, part ${part + 1}`, async ({
        page,
      }) => {
        test.setTimeout(300_000)
        for (const path of paths.filter((_, index) => index % 4 === part)) {
          await page.goto(path)
          await expectPolicy(page, path)
          await openEverything(page)
          // Contrast costs most of the time, and is the same on every width.
          const rules = isPhone ? { 'color-contrast': { enabled: false } } : {}
          expect.soft(await findViolations(page, { type: 'tag', values: standards }, rules), path).toEqual([])
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          )
          expect.soft(overflow, `${path} is wider than the screen`).toBe(0)
          if (isPhone) continue
          // The other theme changes colours and nothing else.
          await page.emulateMedia({ colorScheme: 'dark' })
          await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
          const contrast = await findViolations(page, { type: 'rule', values: ['color-contrast'] })
          expect.soft(contrast, `${path} dark`).toEqual([])
          await page.emulateMedia({ colorScheme: 'light' })
        }
      })
    }
  })
}

test('no accessibility violation in what opens: search, forms, the notice, a refused note, an item with answers', async ({
  page,
}) => {
  test.setTimeout(300_000)
  const rules: RunOnly = { type: 'tag', values: standards }
  await page.goto('/azimuth/repository/')
  await page.keyboard.press('/')
  await page.getByRole('searchbox').fill('velero')
  await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible()
  expect(await findViolations(page, rules)).toEqual([])
  await page.keyboard.press('Escape')

  await page.evaluate(() => localStorage.setItem('golive:item:azimuth-first:own-repository', '{rubbish'))
  await page.reload()
  await expect(page.getByRole('alert', { name: 'Your work' })).toBeVisible()
  const row = page.locator('[data-item="protect-main"]')
  await row.locator('summary').click()
  await row.getByRole('textbox', { name: 'Note' }).fill('x'.repeat(30_000))
  await expect(row.getByRole('alert')).toContainText('30,000 characters')
  expect(await findViolations(page, rules)).toEqual([])
  await row.getByRole('textbox', { name: 'Note' }).fill('')
  await expect(row.locator('.item-refusal')).toBeHidden()

  const item = page.locator('[data-item]').nth(3)
  await item.locator('summary').first().click()
  await item.getByLabel('Paste a link or output').fill('some output')
  await item.getByRole('button', { name: 'Add', exact: true }).click()
  await item.getByRole('radio', { name: 'risk accepted' }).check()
  await item.getByRole('button', { name: 'Save' }).click()
  await item.getByText('History').click()
  expect(await findViolations(page, rules)).toEqual([])

  await page.goto('/rollouts/')
  await expect(page.locator('[data-rollout]').first()).toContainText('No-go')
  expect(await findViolations(page, rules)).toEqual([])
  await page.getByRole('button', { name: 'New rollout' }).click()
  await page.getByRole('button', { name: 'Create rollout' }).click()
  expect(await findViolations(page, rules)).toEqual([])

  await page.goto('/report/?platform=azimuth')
  await page.getByRole('button', { name: 'Edit details' }).click()
  await page.getByRole('textbox', { name: 'Its digest' }).fill('nonsense')
  await page.getByRole('button', { name: 'Save details' }).click()
  await expect(page.getByText('This is no digest')).toBeVisible()
  expect(await findViolations(page, rules)).toEqual([])
})

/** Only violations are asked for: listing all that is well takes longer than finding what is not. */
async function findViolations(page: Page, runOnly: RunOnly, rules: RunOptions['rules'] = {}): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ runOnly, rules, resultTypes: ['violations'] })
    .analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`)).slice(0, 10)
}

async function expectPolicy(page: Page, path: string): Promise<void> {
  const first = page.locator('head > :first-child')
  await expect(first, path).toHaveAttribute('http-equiv', 'Content-Security-Policy')
  const policy = await first.getAttribute('content')
  expect(policy, path).toContain("default-src 'none'")
  expect(policy, path).not.toContain("'unsafe-inline'")
}

/** Everything that opens on demand is part of the page; what an item opens is alike in all of them. */
async function openEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    const [, ...others] = document.querySelectorAll('main .item details')
    for (const details of document.querySelectorAll('main details')) {
      if (!others.includes(details)) details.setAttribute('open', '')
    }
  })
  if ((await page.locator('.item-panel').count()) === 0) return
  await expect(page.locator('.item-panel').first().getByRole('group', { name: 'State' })).toBeVisible()
}
