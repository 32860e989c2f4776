import { expect, listBuiltItems, type Page, storeBefore, test } from './fixtures.ts'

// Some screens twice, at several sizes, take their time on a busy machine.
test.setTimeout(180_000)

const at = '2026-11-20T10:00:00.000Z'
const field = (value: unknown) => ({ at, value })
const name = 'Payments platform 2.4.0 for the northern European production cluster'

/** A rollout with a long name and something of everything, as pages are when they are worked on. */
function halfway(): Record<string, string> {
  const states = listBuiltItems().map(({ id, digest }, index) => [
    id,
    [
      { kind: 'done', itemDigest: digest.slice(0, 16) },
      { kind: 'blocked', reason: 'The network team opens the firewall between the data centres' },
      { kind: 'risk-accepted', reason: 'Comes later', acceptedBy: 'Grace', expiresAt: '2099-01-01T00:00:00.000Z' },
      { kind: 'started' },
    ][index % 4],
  ])
  const note = field(`It stands in ${'averylongword'.repeat(8)}.`)
  const rollout = { platform: field('azimuth'), name: field(name), plannedLaunch: field('2099-01-01T09:00') }
  return {
    ...Object.fromEntries(
      states.map(([id, state]) => [`golive:item:long:${id}`, JSON.stringify({ format: 2, state: field(state), note })]),
    ),
    'golive:rollout:long': JSON.stringify({ format: 2, ...rollout }),
    'golive:current': JSON.stringify({ format: 2, platform: 'azimuth', rollouts: { azimuth: 'long' } }),
  }
}

/** Every kind of screen, with what is there when it is complete. */
const screens: Readonly<Record<string, string>> = {
  '/': '.home',
  '/azimuth/': '.section-list',
  '/azimuth/repository/': '.item',
  '/azimuth/checklist/': '.item',
  '/azimuth/decisions/': '.decision-counts',
  '/azimuth/claims/': 'table',
  '/compare/': 'table',
  '/sizing/': '#sizing > *',
  '/rollouts/': '#rollouts h2',
  '/launch/': '#launch > :not([aria-busy])',
  '/report/': '#report > *',
  '/verify/': '#verify > *',
  '/trust/': '#trust-file > *',
  '/help/reasons/': 'table',
  '/404.html': 'h1',
}

async function open(page: Page, path: string, waitUntil: 'load' | 'networkidle' = 'load'): Promise<void> {
  await page.goto(path, { waitUntil })
  await expect(page.locator(screens[path] ?? 'main').first()).toBeVisible()
}

for (const [state, entries] of [
  ['without a rollout', {}],
  ['in the middle of one', halfway()],
] as const) {
  test(`nothing is wider than a phone, and nothing moves while it loads, ${state}`, async ({ context, page }) => {
    await storeBefore(context, entries)
    await page.addInitScript(() => {
      const moved = { sum: 0 }
      Object.assign(globalThis, { moved })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) moved.sum += (entry as unknown as { value: number }).value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 844 })
      for (const path of Object.keys(screens)) {
        await open(page, path, 'networkidle')
        const { moved, overflow } = await page.evaluate(() => ({
          moved: (globalThis as unknown as { moved: { sum: number } }).moved.sum,
          overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        }))
        expect.soft(moved, `${path} moves, ${width} wide`).toBeLessThan(0.05)
        expect.soft(overflow, `${path} is wider than ${width}`).toBe(0)
      }
    }
  })
}

test('on paper every screen is black on white, and shows nothing that asks for a click', async ({ context, page }) => {
  await storeBefore(context, { ...halfway(), 'starlight-theme': 'dark' })
  for (const path of Object.keys(screens)) {
    await page.emulateMedia({ media: 'screen' })
    await open(page, path)
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await page.emulateMedia({ media: 'print' })
    expect.soft(await findForScreen(page), path).toEqual([])
    expect.soft(await page.locator('h1').evaluate((title) => getComputedStyle(title).color), path).toBe('rgb(0, 0, 0)')
    expect
      .soft(await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor), path)
      .toBe('rgb(255, 255, 255)')
  }
})

test('a list on paper says whose it is, and keeps an item on one sheet', async ({ context, page }) => {
  await storeBefore(context, halfway())
  await open(page, '/azimuth/checklist/')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.rollout-name')).toContainText(name)
  await expect(page.locator('.item').first()).toHaveCSS('break-inside', 'avoid')
  await expect(page.getByText('Evidence, note').first()).toBeHidden()
})

/** What only a screen has use for and paper shows; the gates of a launch say how far each is. */
function findForScreen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const selectors = 'header.header, nav, button, form, select, input:not([type="checkbox"]), summary, .report-link'
    return [...document.querySelectorAll(selectors)]
      .filter((element) => !element.closest('.gates') && element.checkVisibility() && element.clientWidth > 1)
      .filter((element) => !element.matches('.printed > summary'))
      .map((element) => element.outerHTML.slice(0, 120))
  })
}
