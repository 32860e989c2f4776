import { digestOf, expect, rowOf, storeBefore, storedText, test, tick } from './fixtures.ts'

const guide = '/azimuth/repository/'
const item = 'own-repository'
const key = `item:azimuth-first:${item}`

test('a tick is stored, told, and still there after a reload', async ({ page }) => {
  await page.goto(guide)
  const row = rowOf(page, item)
  const box = row.getByRole('checkbox')
  await expect(box).not.toBeChecked()
  await box.check()
  await expect(row.getByText(/^saved \d/)).toBeVisible()
  expect(JSON.parse((await storedText(page, key)) ?? '')).toMatchObject({
    format: 2,
    state: { value: { kind: 'done' } },
  })
  await page.reload()
  await expect(box).toBeChecked()
  await box.uncheck()
  await page.reload()
  await expect(box).not.toBeChecked()
})

test('the checkbox is named by the title of the item', async ({ page }) => {
  await page.goto(guide)
  for (const row of await page.locator('[data-item]').all()) {
    const title = await row.locator('label').first().textContent()
    await expect(row.getByRole('checkbox')).toHaveAccessibleName(title ?? '')
  }
})

test('progress follows in the bar, the sidebar and on the overview', async ({ page }) => {
  await page.goto(guide)
  await rowOf(page, item).getByRole('checkbox').check()
  await expect(page.locator('.rollout-bar')).toContainText(/1 of \d+ done/)
  const entry = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /Repository/ })
  await expect(entry).toContainText(/1\/\d+/)
  await page.goto('/azimuth/')
  await expect(page.locator('.section-list li').first()).toContainText(/1 of \d+ done/)
  await page.goto('/')
  await expect(page.locator('.platform-list')).toContainText(/1 of \d+ done/)
})

test('stored ticks are shown by the page itself, before any script file runs', async ({
  context,
  page,
  expectedFaults,
}) => {
  expectedFaults.push(/Failed to load resource|ERR_FAILED/)
  const other = 'golive:item:azimuth-first:protect-main'
  await storeBefore(context, { [`golive:${key}`]: tick('0000000000000000'), [other]: tick(digestOf('protect-main')) })
  await page.route('**/_astro/*.js', (route) => route.abort())
  await page.goto(guide)
  await expect(rowOf(page, item).getByRole('checkbox')).toBeChecked()
  await expect(page.locator('.rollout-bar')).toContainText(/1 of \d+ done/)
  await expect(rowOf(page, item).getByText('to confirm: Changed since you answered')).toBeVisible()
})

test('a tick made before the script has come is not lost', async ({ page }) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/_astro/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(guide, { waitUntil: 'commit' })
  const row = rowOf(page, item)
  await row.getByRole('checkbox').check()
  await expect(row.getByText('not saved yet')).toBeVisible()
  expect(await storedText(page, key)).toBeNull()
  release()
  await expect(row.getByText(/^saved \d/)).toBeVisible()
  await expect(row.getByRole('checkbox')).toBeChecked()
  expect(await storedText(page, key)).toContain('"done"')
})

test('a tick follows an item that was renamed', async ({ context, page }) => {
  await storeBefore(context, { 'golive:item:azimuth-first:former-name': tick(digestOf(item)) })
  // As the build writes it for an item with "formerly".
  const formerly = `&quot;formerly&quot;:{&quot;${item}&quot;:[&quot;former-name&quot;]}`
  await page.route(`**${guide}`, async (route) => {
    const response = await route.fetch()
    const html = (await response.text()).replace('&quot;formerly&quot;:{}', formerly).replace('"formerly":{}', formerly)
    expect(html).toContain('former-name')
    await route.fulfill({ response, body: html })
  })
  await page.goto(guide)
  const box = rowOf(page, item).getByRole('checkbox')
  await expect(box).toBeChecked()
  await expect(page.locator('.rollout-bar')).toContainText(/1 of \d+ done/)
  await box.uncheck()
  await expect(rowOf(page, item).getByText(/^saved \d/)).toBeVisible()
  await page.reload()
  await expect(box).not.toBeChecked()
  expect(await storedText(page, key)).toContain('"open"')
  expect(await storedText(page, 'item:azimuth-first:former-name')).toContain('"done"')
})

test('nothing moves while stored work is shown, nor when an item is ticked', async ({ context, page }) => {
  await storeBefore(context, { [`golive:${key}`]: tick('0000000000000000') })
  await context.addInitScript(() => {
    const shifts: { at: number; value: number }[] = []
    Object.assign(window, { goliveShifts: shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        shifts.push({ at: entry.startTime, value: (entry as PerformanceEntry & { value: number }).value })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto('/azimuth/checklist/')
  const loadedAt = await page.evaluate(() => performance.now())
  await rowOf(page, 'protect-main').getByRole('checkbox').check()
  await expect(rowOf(page, 'protect-main').getByText(/^saved \d/)).toBeVisible()
  await page.waitForTimeout(300)
  const shifts = await page.evaluate(
    () => (window as unknown as { goliveShifts: { at: number; value: number }[] }).goliveShifts,
  )
  expect(shifts.filter(({ at }) => at > loadedAt)).toEqual([])
  // While the page is still arriving, the browser may paint a half-read row.
  expect(shifts.reduce((sum, { value }) => sum + value, 0)).toBeLessThan(0.001)
})

test('two tabs tick different items: both are kept, and each shows the other at once', async ({ context, page }) => {
  const other = await context.newPage()
  await page.goto(guide)
  await other.goto('/azimuth/checklist/')
  await rowOf(page, item).getByRole('checkbox').check()
  await expect(rowOf(other, item).getByRole('checkbox')).toBeChecked()
  await rowOf(other, 'protect-main').getByRole('checkbox').check()
  await expect(rowOf(page, 'protect-main').getByRole('checkbox')).toBeChecked()
  await expect(page.locator('.rollout-bar')).toContainText(/2 of \d+ done/)
  await page.reload()
  await expect(rowOf(page, item).getByRole('checkbox')).toBeChecked()
  await expect(rowOf(page, 'protect-main').getByRole('checkbox')).toBeChecked()
})

test('a note is kept, marked on its row, and reaches another tab', async ({ context, page }) => {
  const other = await context.newPage()
  await page.goto(guide)
  await other.goto(guide)
  const row = rowOf(page, item)
  await row.locator('summary').click()
  await row.getByRole('textbox', { name: 'Note' }).fill('Mirror at <b>git.example</b> | nightly')
  await expect(row.getByText(/^saved \d/)).toBeVisible()
  await expect(row.getByText('note', { exact: true })).toBeVisible()
  await rowOf(other, item).locator('summary').click()
  await expect(rowOf(other, item).getByRole('textbox', { name: 'Note' })).toHaveValue(
    'Mirror at <b>git.example</b> | nightly',
  )
  await page.reload()
  await row.locator('summary').click()
  await expect(row.getByRole('textbox', { name: 'Note' })).toHaveValue('Mirror at <b>git.example</b> | nightly')
})

test('a note survives a tab that is closed in the middle of a sentence', async ({ context, page }) => {
  await page.goto(guide)
  await rowOf(page, item).locator('summary').click()
  await rowOf(page, item).getByRole('textbox', { name: 'Note' }).fill('half a sent')
  await page.close({ runBeforeUnload: true })
  const next = await context.newPage()
  await next.goto(guide)
  await expect.poll(() => storedText(next, key)).toContain('half a sent')
})

test('a note that is too long is refused with a reason, and the last one stays', async ({ page }) => {
  await page.goto(guide)
  const row = rowOf(page, item)
  await row.locator('summary').click()
  const note = row.getByRole('textbox', { name: 'Note' })
  await note.fill('short')
  await expect(row.getByText(/^saved \d/)).toBeVisible()
  await note.fill('x'.repeat(100_000))
  await expect(row.getByRole('alert')).toContainText('100,000 characters')
  await expect(note).toHaveValue('x'.repeat(100_000))
  expect(await storedText(page, key)).toContain('short')
})

test('everything by keyboard: reach an item, tick it, write a note, go to the report', async ({ page }) => {
  await page.goto(guide)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  const row = rowOf(page, item)
  await tabTo(page, row.getByRole('checkbox'))
  await page.keyboard.press('Space')
  await expect(row.getByRole('checkbox')).toBeChecked()
  await tabTo(page, row.locator('summary'))
  await page.keyboard.press('Enter')
  await tabTo(page, row.getByRole('textbox', { name: 'Note' }))
  await page.keyboard.type('by keyboard')
  await expect(row.getByText(/^saved \d/)).toBeVisible()
  for (let presses = 0; presses < 40; presses++) await page.keyboard.press('Shift+Tab')
  await tabTo(page, page.locator('.report-link'))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Verdict' })).toBeVisible()
})

async function tabTo(page: import('./fixtures.ts').Page, target: ReturnType<typeof rowOf>): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}
