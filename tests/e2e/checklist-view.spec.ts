import { expectAccessible } from './accessibility.ts'
import { digestOf, expect, listBuiltItems, type Page, rowOf, storeBefore, storedText, test, tick } from './fixtures.ts'

const list = '/azimuth/checklist/'
const items = listBuiltItems()
const musts = items.filter(({ level }) => level === 'must')
const total = items.length

const shownRows = (page: Page) => page.locator('[data-item]:visible')
const bar = (page: Page) => page.locator('.view-bar')
const shownFigure = (page: Page) => bar(page).getByRole('status').first()

async function openFilter(page: Page) {
  await bar(page)
    .getByRole('button', { name: /^Filter/ })
    .click()
  const panel = page.getByRole('region', { name: 'Filter and group' })
  await expect(panel).toBeVisible()
  return panel
}

test('filters narrow the list, say how many they leave, and stand in the address', async ({ page }) => {
  await page.goto(list)
  const panel = await openFilter(page)
  const level = panel.getByRole('group', { name: 'level' })
  await expect(level.getByRole('checkbox', { name: `must ${musts.length}` })).toBeVisible()
  await level.getByRole('checkbox', { name: /^must/ }).check()
  await expect(shownRows(page)).toHaveCount(musts.length)
  await expect(shownFigure(page)).toHaveText(`${musts.length} of ${total} shown`)
  await expect(page).toHaveURL(/\?level=must$/)
  const [owner] = musts.map((item) => item.owner)
  const owned = musts.filter((item) => item.owner === owner)
  await panel.getByRole('checkbox', { name: `${owner} ${owned.length}` }).check()
  await expect(shownRows(page)).toHaveCount(owned.length)
  await page.goBack()
  await expect(shownRows(page)).toHaveCount(musts.length)
  await page.goBack()
  await expect(shownRows(page)).toHaveCount(total)
  await page.goForward()
  await expect(shownRows(page)).toHaveCount(musts.length)
})

test('sections without a shown item are not shown, nor named in the contents', async ({ page }) => {
  await page.goto(list)
  const panel = await openFilter(page)
  await panel.getByRole('searchbox', { name: 'Text' }).fill(items[0]?.title ?? '')
  await expect(shownRows(page)).toHaveCount(1)
  await expect(page.locator('main h2:visible')).toHaveCount(1)
  await expect(page.locator('starlight-toc li:visible')).toHaveCount(2)
})

test('an address shows the same list to whoever opens it, and tells what it does not know', async ({ page }) => {
  await page.goto(`${list}?level=must,high&group=owner&owner=nobody`)
  await expect(shownRows(page)).toHaveCount(musts.length)
  await expect(page.locator('.view-told')).toContainText('level=high, owner=nobody')
  const owners = [...new Set(musts.map(({ owner }) => owner))].sort()
  await expect(page.locator('main h2:visible')).toHaveText(owners)
})

test('an address that leads to an item which its filters leave out says so', async ({ page }) => {
  const other = items.find(({ level }) => level !== 'must')
  await page.goto(`${list}?level=must#${other?.id}`)
  await expect(page.locator('.view-told')).toContainText(`leads to “${other?.title}”, which the filters leave out`)
})

test('grouped by phase, rows keep what is written and open in them, and answer once', async ({ page }) => {
  await page.goto(list)
  const row = rowOf(page, 'own-repository')
  await row.locator('summary').first().click()
  await row.getByRole('textbox', { name: 'Note', exact: true }).fill('kept')
  const panel = await openFilter(page)
  await panel.getByRole('radio', { name: 'phase' }).check()
  await expect(page.locator('main h2:visible').first()).toHaveText('plan')
  await expect(row.getByRole('textbox', { name: 'Note', exact: true })).toHaveValue('kept')
  await page.keyboard.press('Escape')
  await row.getByRole('checkbox').check()
  await expect(row.getByText(/^saved \d/)).toBeVisible()
  const record = JSON.parse((await storedText(page, 'item:azimuth-first:own-repository')) ?? '')
  expect(record.state.before).toBeUndefined()
  await page.goBack()
  await expect(page.locator('main section:visible h2').first()).not.toHaveText('plan')
  await expect(shownRows(page).first()).toHaveAttribute('data-item', items[0]?.id ?? '')
})

test('what is done can be hidden; a row that is ticked stays until the list is asked for again', async ({
  context,
  page,
}) => {
  await storeBefore(context, { 'golive:item:azimuth-first:own-repository': tick(digestOf('own-repository')) })
  await page.goto(list)
  const panel = await openFilter(page)
  await panel.getByRole('group', { name: 'Hide' }).getByRole('checkbox', { name: 'done' }).check()
  await expect(rowOf(page, 'own-repository')).toBeHidden()
  await page.keyboard.press('Escape')
  const other = shownRows(page).nth(1)
  await other.getByRole('checkbox').check()
  await expect(page.getByText('1 item changed since this was filtered')).toBeVisible()
  await expect(other).toBeVisible()
  await page.getByRole('button', { name: 'Update the list' }).click()
  await expect(shownRows(page)).toHaveCount(total - 2)
})

test('an empty list says which filter to change', async ({ page }) => {
  await page.goto(`${list}?level=must&text=nothing-has-this-word`)
  const empty = page.getByRole('region', { name: 'Nothing is shown' })
  await expect(empty).toContainText('“level: must” and “text: nothing-has-this-word”')
  await expectAccessible(page, 'an empty checklist')
  await empty.getByRole('button', { name: `Without “text: nothing-has-this-word”: ${musts.length} items` }).click()
  await expect(shownRows(page)).toHaveCount(musts.length)
  await page.goBack()
  await page.getByRole('region', { name: 'Nothing is shown' }).getByRole('button', { name: 'Clear filters' }).click()
  await expect(shownRows(page)).toHaveCount(total)
  await expect(page).toHaveURL(list)
})

test('everything that is shown is ticked at once, and one undo takes all of it back', async ({ page }) => {
  await page.goto(`${list}?level=must`)
  await rowOf(page, musts[0]?.id ?? '')
    .getByRole('checkbox')
    .check()
  await bar(page).getByRole('button', { name: 'Change several' }).click()
  await page.getByRole('button', { name: 'Tick', exact: true }).click()
  await expect(page.locator('[data-item] > input:checked')).toHaveCount(musts.length)
  const told = page.locator('.view-told')
  await expect(told).toContainText(`Ticked ${musts.length - 1} items. 1 item needed no change.`)
  await expect(bar(page).getByRole('button', { name: 'Change several' })).toBeFocused()
  await told.getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('[data-item] > input:checked')).toHaveCount(1)
  await page.reload()
  await expect(page.locator('[data-item] > input:checked')).toHaveCount(1)
})

test('picked items get one reason', async ({ page }) => {
  await page.goto(list)
  await bar(page).getByRole('button', { name: 'Change several' }).click()
  const panel = page.getByRole('region', { name: 'Change several' })
  await panel.getByRole('radio', { name: /those I select/ }).check()
  const picked = items.slice(0, 2)
  for (const { title } of picked) await page.getByRole('button', { name: `Select “${title}”` }).click()
  await expect(panel.getByRole('radio', { name: /those I select/ })).toHaveAccessibleName(/2$/)
  await panel.getByRole('button', { name: 'Not applicable…' }).click()
  await panel.getByRole('button', { name: 'Set 2 items to not applicable' }).click()
  await expect(panel.getByRole('alert')).toHaveText('Give a reason, in words.')
  await panel.getByRole('textbox').fill('Somebody else runs it')
  await panel.getByRole('button', { name: 'Set 2 items to not applicable' }).click()
  for (const { id } of picked) {
    await expect(rowOf(page, id)).toContainText('not applicable: Somebody else runs it')
  }
  await expect(page.getByRole('button', { name: /^Select “/ })).toHaveCount(0)
  await page.locator('.view-told').getByRole('button', { name: 'Undo' }).click()
  for (const { id } of picked) await expect(rowOf(page, id)).not.toContainText('not applicable')
})

test('two tabs: what one changes at once is seen in the other, and undo leaves what the other answered since', async ({
  context,
  page,
}) => {
  const other = await context.newPage()
  await page.goto(`${list}?level=must`)
  await other.goto(`${list}?state=open`)
  await bar(page).getByRole('button', { name: 'Change several' }).click()
  await page.getByRole('button', { name: 'Started' }).click()
  await expect(other.getByText(`${musts.length} items changed since this was filtered`)).toBeVisible()
  const id = musts[1]?.id ?? ''
  await rowOf(other, id).getByRole('checkbox').check()
  await expect(rowOf(page, id).getByRole('checkbox')).toBeChecked()
  await page.locator('.view-told').getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('.view-told')).toContainText('1 item changed since: left as it is.')
  await expect(rowOf(other, id).getByRole('checkbox')).toBeChecked()
  await expect(rowOf(other, musts[2]?.id ?? '').getByText('started')).toHaveCount(0)
})

test('by keyboard alone: find an item, tick it, write its note, go on', async ({ page }) => {
  await page.goto(list)
  await page.keyboard.press('j')
  const first = rowOf(page, items[0]?.id ?? '').getByRole('checkbox')
  await expect(first).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await expect(first).toBeFocused()
  await page.keyboard.press('x')
  await expect(first).toBeChecked()
  await page.keyboard.press('e')
  const row = rowOf(page, items[0]?.id ?? '')
  await expect(row.locator('summary').first()).toBeFocused()
  await expect(row.getByRole('group', { name: 'State' })).toBeVisible()
  const note = row.getByRole('textbox', { name: 'Note', exact: true })
  await note.focus()
  // Letters are letters while somebody writes.
  await page.keyboard.type('jkxe?')
  await expect(note).toHaveValue('jkxe?')
  await expect(first).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(first).toBeFocused()
  await page.keyboard.press('e')
  await expect(note).toBeHidden()
  await page.keyboard.press('Control+j')
  await expect(first).toBeFocused()
  await page.keyboard.press('j')
  await expect(rowOf(page, items[1]?.id ?? '').getByRole('checkbox')).toBeFocused()
})

test('by keyboard alone: from the last item to the filters and back to the list', async ({ page }) => {
  await page.goto(list)
  await page.keyboard.press('f')
  const text = page.getByRole('searchbox', { name: 'Text' })
  await expect(text).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('k')
  await page.keyboard.press('f')
  await expect(text).toBeFocused()
  // Letters are letters while somebody writes.
  await page.keyboard.type('f')
  await expect(text).toHaveValue('f')
  await page.keyboard.press('Escape')
  await expect(bar(page).getByRole('button', { name: 'Filter (1)' })).toBeFocused()
})

test('by keyboard alone: a choice of several takes no letters, and leaves them to the keys', async ({ page }) => {
  await page.goto(list)
  const row = rowOf(page, items[0]?.id ?? '')
  await row.locator('summary').first().click()
  await row.getByRole('radio', { name: 'started' }).check()
  await page.keyboard.press('j')
  await expect(rowOf(page, items[1]?.id ?? '').getByRole('checkbox')).toBeFocused()
  await row.getByRole('radio', { name: 'started' }).focus()
  await page.keyboard.press('/')
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible()
})

test('the list of keys opens by its key and its button, and turns single keys off', async ({ page }) => {
  await page.goto(list)
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keys of this list' })
  await expect(help).toContainText('Next item')
  await expectAccessible(page, 'the list of keys')
  await help.getByRole('checkbox').uncheck()
  await help.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('j')
  await expect(page.locator('[data-item] > input:focus')).toHaveCount(0)
  await bar(page).getByRole('button', { name: 'Keys' }).click()
  await help.getByRole('checkbox').check()
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await expect(page.locator('[data-item] > input:focus')).toHaveCount(1)
})

test('where single keys are off, the search opens by Ctrl+K and not by its single key', async ({ context, page }) => {
  await storeBefore(context, { 'golive:keys-off': '1' })
  for (const path of [list, '/help/']) {
    await page.goto(path)
    // The other handlers of the page do not take the key either.
    const isTaken = (key: string) =>
      page.evaluate(
        (pressed) => !document.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, cancelable: true })),
        key,
      )
    expect(await isTaken('/')).toBe(false)
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('searchbox', { name: 'Search' })).toBeFocused()
  }
})

test('the bar stays in sight and never covers the item that has the focus', async ({ page }) => {
  await page.goto(list)
  await page.keyboard.press('j')
  for (let presses = 0; presses < total; presses++) await page.keyboard.press('j')
  for (let presses = 0; presses < total - 1; presses++) {
    await page.keyboard.press('k')
    if (presses % 10 > 0) continue
    const edge = (await bar(page).boundingBox())?.y ?? 0
    const height = (await bar(page).boundingBox())?.height ?? 0
    const focused = await page.locator('[data-item] > input:focus').boundingBox()
    expect(focused?.y).toBeGreaterThanOrEqual(edge + height)
  }
  await expect(bar(page)).toContainText(/0 of \d+ done/)
})

test('the bar with its panels open has no accessibility violation, and fits on a phone', async ({ page }) => {
  await page.goto(list)
  const panel = await openFilter(page)
  await expectAccessible(page, 'the filters of a checklist')
  await panel.getByRole('checkbox', { name: /^must/ }).check()
  await page.keyboard.press('Escape')
  await bar(page).getByRole('button', { name: 'Change several' }).click()
  await page.getByRole('radio', { name: /those I select/ }).check()
  await page.getByRole('button', { name: 'Blocked…' }).isDisabled()
  await expectAccessible(page, 'picking items of a checklist')
})

test('on a phone: filter, tick, close', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    ...(baseURL && { baseURL }),
  })
  const page = await context.newPage()
  await page.goto(list)
  await bar(page).getByRole('button', { name: 'Filter' }).tap()
  const must = page.getByRole('checkbox', { name: /^must/ })
  await must.tap()
  await expect(shownFigure(page)).toHaveText(`${musts.length} of ${total} shown`)
  const box = await must.locator('xpath=..').boundingBox()
  expect(box?.height).toBeGreaterThanOrEqual(44)
  await bar(page).getByRole('button', { name: 'Filter (1)' }).tap()
  await shownRows(page).first().getByRole('checkbox').tap()
  await expect(bar(page)).toContainText(/1 of \d+ done/)
  await context.close()
})

test('nothing moves when an address filters the list, nor when the bar comes to life', async ({ context, page }) => {
  await context.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { goliveShifts: shifts })
    new PerformanceObserver((entries) => {
      for (const entry of entries.getEntries()) {
        const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
        if (!hadRecentInput) shifts.push(value)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const sum = () =>
    page.evaluate(() =>
      (window as unknown as { goliveShifts: number[] }).goliveShifts.reduce((all, value) => all + value, 0),
    )
  await page.goto(`${list}?level=must`)
  await expect(shownRows(page)).toHaveCount(musts.length)
  await page.waitForTimeout(300)
  expect(await sum()).toBeLessThan(0.001)
  await page.goto(list)
  const before = await bar(page).boundingBox()
  await page.keyboard.press('j')
  await expect(page.locator('[data-item] > input:focus')).toHaveCount(1)
  expect(await bar(page).boundingBox()).toEqual(before)
})

test('print shows what is shown, and says that it is not all', async ({ page }) => {
  await page.goto(`${list}?level=must`)
  await expect(shownRows(page)).toHaveCount(musts.length)
  await page.emulateMedia({ media: 'print' })
  await expect(
    page.getByText(`Not the whole checklist: ${musts.length} of ${total} items, filtered by level: must.`),
  ).toBeVisible()
  await expect(bar(page)).toBeHidden()
  await page.goto(list)
  await expect(page.getByText('Not the whole checklist')).toHaveCount(0)
})

test('storage that is full is told of a change of many', async ({ page }) => {
  await page.goto(list)
  await page.evaluate(() => {
    let piece = 'x'.repeat(1024 * 1024)
    for (let filler = ''; piece.length > 0; ) {
      try {
        localStorage.setItem('filler', filler + piece)
        filler += piece
      } catch {
        piece = piece.slice(0, piece.length >> 1)
      }
    }
  })
  await bar(page).getByRole('button', { name: 'Change several' }).click()
  await page.getByRole('button', { name: 'Tick', exact: true }).click()
  await expect(page.locator('.view-told')).toContainText('Not saved')
  await expect(page.getByRole('alert', { name: 'Your work' })).toContainText('storage for the site is full')
  await page.locator('.view-told').getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('[data-item] > input:checked')).toHaveCount(0)
})
