import { readFileSync } from 'node:fs'
import { expect, rowOf, storeBefore, storedText, test, tick } from './fixtures.ts'

const guide = '/azimuth/repository/'
const item = 'own-repository'
const key = `item:azimuth-first:${item}`

test('storage that throws: the page works, says that nothing is saved, and offers a file', async ({
  context,
  page,
}) => {
  await context.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'] as const) {
      Object.defineProperty(window, name, {
        configurable: true,
        get() {
          throw new DOMException('Access is denied for this document.', 'SecurityError')
        },
      })
    }
  })
  await page.goto(guide)
  const row = rowOf(page, item)
  await row.getByRole('checkbox').check()
  await expect(row.getByRole('checkbox')).toBeChecked()
  await expect(row.getByText('not saved')).toBeVisible()
  await expect(row.getByText(/^saved \d/)).toHaveCount(0)
  await expect(page.getByRole('alert', { name: 'Your work' })).toContainText('Nothing is being saved')
  await expect(page.locator('.rollout-bar')).toContainText(/1 of \d+ done/)
  await rowOf(page, 'protect-main').locator('summary').click()
  await rowOf(page, 'protect-main').getByRole('textbox', { name: 'Note' }).fill('not lost while the page is open')
  await expect(rowOf(page, 'protect-main').getByText('not saved')).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save everything to a file' }).click(),
  ])
  const file = JSON.parse(readFileSync(await download.path(), 'utf8'))
  expect(file.entries[`golive:${key}`]).toContain('"done"')
})

test('storage that is full: said at once, kept in the tab, stored as soon as there is room', async ({ page }) => {
  await page.goto(guide)
  await page.evaluate(() => {
    localStorage.setItem('someone-else', 'x')
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
  const row = rowOf(page, item)
  await row.getByRole('checkbox').check()
  await expect(row.getByText('not saved')).toBeVisible()
  const notice = page.getByRole('alert', { name: 'Your work' })
  await expect(notice).toContainText('storage for the site is full')
  expect(await storedText(page, key)).toBeNull()
  await page.evaluate(() => localStorage.removeItem('filler'))
  await rowOf(page, 'protect-main').getByRole('checkbox').check()
  await expect(rowOf(page, 'protect-main').getByText(/^saved \d/)).toBeVisible()
  await expect(notice).toHaveCount(0)
  expect(await storedText(page, key)).toContain('"done"')
  expect(await page.evaluate(() => localStorage.getItem('someone-else'))).toBe('x')
})

for (const [name, text] of [
  ['not JSON', '{"format":1,"state":{'],
  ['of another program', '"checked"'],
  ['with a wrong state', '{"format":1,"state":{"at":"2026-11-20T10:00:00.000Z","value":{"kind":"yes"}}}'],
  ['with an impossible date', tick('0', '2026-02-30T10:00:00.000Z')],
]) {
  test(`stored text that cannot be read, ${name}: said, kept aside when answered again, the rest works`, async ({
    context,
    page,
  }) => {
    await storeBefore(context, { [`golive:${key}`]: text ?? '', 'golive:item:azimuth-first:protect-main': tick('0') })
    await page.goto(guide)
    await expect(page.getByRole('alert', { name: 'Your work' })).toContainText(`"${key}" cannot be read`)
    await expect(rowOf(page, 'protect-main').getByRole('checkbox')).toBeChecked()
    const box = rowOf(page, item).getByRole('checkbox')
    await expect(box).not.toBeChecked()
    expect(await storedText(page, key)).toBe(text)
    await box.check()
    await expect(rowOf(page, item).getByText(/^saved \d/)).toBeVisible()
    expect(await storedText(page, `aside:${key}`)).toBe(text)
    expect(await storedText(page, key)).toContain('"done"')
    await expect(page.getByRole('alert', { name: 'Your work' })).toHaveCount(0)
  })
}

test('stored text of a newer format is left alone, and the box does not pretend', async ({ context, page }) => {
  const text = '{"format":3,"state":"from the future"}'
  await storeBefore(context, { [`golive:${key}`]: text })
  await page.goto(guide)
  await expect(page.getByRole('alert', { name: 'Your work' })).toContainText('newer version of Golive')
  const row = rowOf(page, item)
  await row.getByRole('checkbox').click()
  await expect(row.getByText('not saved')).toBeVisible()
  await expect(row.getByRole('checkbox')).not.toBeChecked()
  expect(await storedText(page, key)).toBe(text)
})

test('rubbish under every key of ours: every screen still opens', async ({ context, page }) => {
  await storeBefore(context, {
    'golive:current': '[',
    'golive:rollout:azimuth-first': '7',
    [`golive:${key}`]: 'null',
    'starlight-theme': '{}',
  })
  for (const path of ['/', '/azimuth/', guide, '/azimuth/checklist/', '/report/?platform=azimuth']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('No-go')
})
