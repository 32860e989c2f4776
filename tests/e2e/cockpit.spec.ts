import { expectAccessible } from './accessibility.ts'
import { expect, listBuiltItems, type Page, storeBefore, test } from './fixtures.ts'

const field = (value: unknown, day = 10) => ({ at: `2026-11-${day}T10:00:00.000Z`, value })
const cockpitOf = (page: Page) => page.getByRole('region', { name: 'Your rollout' })

/** A rollout in which every second item is done, on different days. */
function halfway(): Record<string, string> {
  const items = listBuiltItems().map(({ id, digest }, index) => {
    const value = index % 2 === 0 ? { kind: 'done', itemDigest: digest.slice(0, 16) } : { kind: 'started' }
    return [`golive:item:cloud-4:${id}`, JSON.stringify({ format: 2, state: field(value, 10 + (index % 9)) })]
  })
  const rollout = {
    format: 2,
    platform: field('azimuth'),
    name: field('Cloud 4'),
    plannedLaunch: field('2099-01-01T09:00'),
  }
  return {
    ...Object.fromEntries(items),
    'golive:rollout:cloud-4': JSON.stringify(rollout),
    'golive:current': JSON.stringify({ format: 2, platform: 'azimuth', rollouts: { azimuth: 'cloud-4' } }),
  }
}

test('the home page says where the rollout stands, what to do next, and how it came there', async ({
  context,
  page,
}) => {
  await storeBefore(context, halfway())
  await page.goto('/')
  const cockpit = cockpitOf(page)
  await expect(cockpit.getByRole('heading', { level: 2 })).toContainText('Cloud 4')
  await expect(cockpit).toContainText('Launch 2099-01-01 09:00')
  await expect(cockpit.getByRole('region', { name: 'Verdict' })).toContainText('No-go')
  await expect(cockpit.getByRole('img', { name: /^Ticked items by day: \d+ of \d+ now/ })).toBeVisible()
  await expect(cockpit.getByRole('row').filter({ hasText: 'Recovery' })).toContainText(/\d of \d/)
  const first = cockpit.getByRole('listitem').first().getByRole('link')
  await first.click()
  await expect(page).toHaveURL(/\/azimuth\/[a-z-]+\/#/)
})

test('nothing is there before there is a rollout, and nothing moves when there is one', async ({
  browser,
  baseURL,
}) => {
  for (const [entries, isThere] of [
    [{}, false],
    [halfway(), true],
  ] as const) {
    const context = await browser.newContext({ ...(baseURL && { baseURL }), viewport: { width: 1280, height: 900 } })
    await storeBefore(context, entries)
    const page = await context.newPage()
    await page.addInitScript(() => {
      const moved = { sum: 0 }
      Object.assign(globalThis, { moved })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) moved.sum += (entry as unknown as { value: number }).value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto('/', { waitUntil: 'networkidle' })
    await expect(cockpitOf(page)).toBeVisible({ visible: isThere })
    if (isThere) await expect(cockpitOf(page).getByRole('heading', { level: 2 })).toBeVisible()
    const moved = await page.evaluate(() => (globalThis as unknown as { moved: { sum: number } }).moved.sum)
    expect(moved).toBeLessThan(0.05)
    await context.close()
  }
})

test('the overview of a platform says it too, when it is asked', async ({ context, page }) => {
  await storeBefore(context, halfway())
  await page.goto('/azimuth/')
  await expect(page.getByRole('region', { name: 'Verdict' })).toHaveCount(0)
  await page.getByText('Where your rollout stands').click()
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('No-go')
  await expect(page.getByRole('heading', { name: /^Cloud 4/ })).toBeVisible()
})

test('no accessibility violation', async ({ context, page }) => {
  await storeBefore(context, halfway())
  await page.goto('/')
  await expect(cockpitOf(page).getByRole('region', { name: 'Verdict' })).toBeVisible()
  await expectAccessible(page, 'home with a rollout')
})
