import { digestOf, expect, type Page, rowOf, storeBefore, storedText, test, tick } from './fixtures.ts'

const guide = '/azimuth/repository/'
const item = 'own-repository'
const key = `item:azimuth-first:${item}`

async function openNote(page: Page, id: string) {
  const row = rowOf(page, id)
  await row.locator('summary').first().click()
  return row.getByRole('textbox', { name: 'Note', exact: true })
}

test('two tabs change different fields of one item: both stay', async ({ context, page }) => {
  const other = await context.newPage()
  await page.goto(guide)
  await other.goto(guide)
  const note = await openNote(other, item)
  await Promise.all([rowOf(page, item).getByRole('checkbox').check(), note.fill('written over there')])
  await expect(rowOf(other, item).getByText(/^saved \d/)).toBeVisible()
  await expect(rowOf(other, item).getByRole('checkbox')).toBeChecked()
  await page.reload()
  await expect(rowOf(page, item).getByRole('checkbox')).toBeChecked()
  await expect(await openNote(page, item)).toHaveValue('written over there')
})

test('two windows answer everything at the same time: each ends with all of it', async ({ context, page }) => {
  await page.goto('/azimuth/checklist/')
  const popup = context.waitForEvent('page')
  await page.evaluate(() => void open(location.href, '', 'popup,width=600,height=800'))
  const other = await popup
  await other.waitForLoadState()
  const rows = await page.locator('[data-item]').count()
  // One ticks from the top, the other from the bottom, each every item.
  const tickAll = (target: Page, isReversed: boolean) =>
    target.evaluate(async (reversed) => {
      const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-item] > input')]
      for (const box of reversed ? boxes.reverse() : boxes) {
        if (!box.checked) box.click()
        await new Promise((resolve) => setTimeout(resolve))
      }
    }, isReversed)
  await Promise.all([tickAll(page, false), tickAll(other, true)])
  for (const each of [page, other]) {
    await expect(each.locator('[data-item] > input:checked')).toHaveCount(rows)
  }
  await page.reload()
  await expect(page.locator('[data-item] > input:checked')).toHaveCount(rows)
})

test('a note that is being written stays with its rollout when another tab opens another one', async ({
  context,
  page,
}) => {
  await page.goto(guide)
  await rowOf(page, item).getByRole('checkbox').check()
  const note = await openNote(page, item)
  await note.fill('begun in the first rollout')
  await expect(rowOf(page, item).getByText(/^saved \d/)).toBeVisible()
  await note.press('End')
  const other = await context.newPage()
  await other.goto('/')
  await other.getByRole('combobox', { name: 'Platform' }).selectOption('Azimuth')
  await other.getByLabel('Name').fill('Second')
  await page.keyboard.type(', and ended there')
  await other.getByRole('button', { name: 'Start' }).click()
  await expect(page.locator('.rollout-bar')).toContainText('Second')
  await expect(note).toHaveValue('')
  await expect(rowOf(page, item).getByRole('checkbox')).not.toBeChecked()
  expect(await storedText(page, key)).toContain('begun in the first rollout, and ended there')
  expect(await storedText(page, `item:second:${item}`)).toBeNull()
})

test('a page with an older wording does not answer over a newer one', async ({ context, page }) => {
  await page.goto(guide)
  const digest = digestOf(item)
  // Another tab with the wording of tomorrow.
  const other = await context.newPage()
  await other.route(`**${guide}`, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: (await response.text()).replaceAll(digest, 'f'.repeat(16)) })
  })
  await other.goto(guide)
  await rowOf(other, item).getByRole('checkbox').check()
  await expect(rowOf(other, item).getByText(/^saved \d/)).toBeVisible()
  const row = rowOf(page, item)
  await expect(row.getByText('Changed since you answered')).toBeVisible()
  await row.getByRole('checkbox').click()
  await expect(row.getByRole('alert')).toContainText('This page is older than the answer')
  await expect(row.getByRole('checkbox')).toBeChecked()
  await expect(row.getByText('not saved')).toBeVisible()
  expect(await storedText(page, key)).toContain('f'.repeat(16))
  // A tab that is opened later may answer: its wording is not older.
  await page.reload()
  await row.getByRole('checkbox').click()
  await expect(row.getByText(/^saved \d/)).toBeVisible()
})

test('a tab that dies in the middle of saving: whatever was called saved is there', async ({ context, page }) => {
  const confirmed = new Set<string>()
  await page.exposeFunction('goliveConfirm', (id: string) => confirmed.add(id))
  await page.goto('/azimuth/checklist/')
  await page.evaluate(() => {
    const report = (id: string) => (window as unknown as { goliveConfirm(id: string): void }).goliveConfirm(id)
    for (const saved of document.querySelectorAll('[data-saved]')) {
      new MutationObserver(() => {
        const row = saved.closest<HTMLElement>('[data-item]')
        if (saved.textContent?.startsWith('saved ')) report(row?.dataset['item'] ?? '')
      }).observe(saved, { childList: true })
    }
    const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-item] > input')]
    const next = () => {
      boxes.shift()?.click()
      setTimeout(next, 20)
    }
    next()
  })
  await expect.poll(() => confirmed.size).toBeGreaterThan(10)
  const session = await context.newCDPSession(page)
  const died = page.waitForEvent('crash')
  void session.send('Page.crash').catch(() => {})
  await died
  const before = [...confirmed]
  const next = await context.newPage()
  await next.goto('/azimuth/checklist/')
  for (const id of before) await expect(rowOf(next, id).getByRole('checkbox')).toBeChecked()
})

test('what another program stores on the same origin is never touched', async ({ context, page }) => {
  const foreign = { notes: 'theirs', 'goliveish:item': 'theirs too', 'golive-like': '{' }
  await storeBefore(context, { ...foreign, [`golive:${key}`]: tick('0') })
  await page.goto(guide)
  await rowOf(page, 'protect-main').getByRole('checkbox').check()
  await page.goto('/rollouts/')
  await page.goto('/report/')
  const kept = await page.evaluate((names) => names.map((name) => localStorage.getItem(name)), Object.keys(foreign))
  expect(kept).toEqual(Object.values(foreign))
})

test('the browser is asked once to keep the storage', async ({ context, page }) => {
  await context.addInitScript(() => {
    Object.assign(navigator.storage, {
      persist: async () => {
        localStorage.setItem('asked', String(Number(localStorage.getItem('asked')) + 1))
        return true
      },
    })
  })
  await page.goto(guide)
  const asked = () => page.evaluate(() => localStorage.getItem('asked'))
  expect(await asked()).toBeNull()
  await rowOf(page, item).getByRole('checkbox').check()
  await expect.poll(asked).toBe('1')
  await page.reload()
  await rowOf(page, 'protect-main').getByRole('checkbox').check()
  await expect(rowOf(page, 'protect-main').getByText(/^saved \d/)).toBeVisible()
  await page.waitForTimeout(500)
  expect(await asked()).toBe('1')
})

test.describe('in Safari', () => {
  test.use({
    userAgent:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15',
  })

  test('seven days without a visit are told of once, with the way to a file', async ({ page }) => {
    await page.goto(guide)
    await rowOf(page, item).getByRole('checkbox').check()
    const notice = page.getByRole('alert', { name: 'Your work' })
    await expect(notice).toContainText('Safari deletes what sites store after seven days')
    await expect(notice.getByRole('button', { name: 'Save everything to a file' })).toBeVisible()
    await notice.getByRole('button', { name: 'Understood' }).click()
    await expect(notice).toHaveCount(0)
    await page.reload()
    await rowOf(page, 'protect-main').getByRole('checkbox').check()
    await expect(rowOf(page, 'protect-main').getByText(/^saved \d/)).toBeVisible()
    await page.waitForTimeout(500)
    await expect(notice).toHaveCount(0)
  })
})
