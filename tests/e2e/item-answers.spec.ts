import { createHash } from 'node:crypto'
import { digestOf, expect, listBuiltItems, type Page, rowOf, storeBefore, storedText, test, tick } from './fixtures.ts'

const guide = '/azimuth/repository/'
const item = 'own-repository'
const key = `item:azimuth-first:${item}`

/** Opens what can be said of an item beside its tick. */
async function openItem(page: Page, id = item) {
  await page.goto(guide)
  const row = rowOf(page, id)
  await row.locator('summary').first().click()
  await expect(row.getByRole('group', { name: 'State' })).toBeVisible()
  return row
}

test('an item is blocked, excused, or a risk that somebody accepts until a day', async ({ page }) => {
  const row = await openItem(page)
  await row.getByRole('radio', { name: 'started' }).check()
  await expect(row.locator('[data-standing]')).toHaveText('started')
  await row.getByRole('radio', { name: 'blocked' }).check()
  await row.getByRole('button', { name: 'Save' }).click()
  await expect(row.getByLabel('Reason: what is it waiting for?')).toBeFocused()
  expect(await storedText(page, key)).not.toContain('blocked')
  await row.getByLabel('Reason: what is it waiting for?').fill('the new mirror')
  await row.getByRole('button', { name: 'Save' }).click()
  await expect(row.locator('[data-standing]')).toHaveText('blocked: the new mirror')

  await row.getByRole('radio', { name: 'risk accepted' }).check()
  await row.getByLabel('Reason: why is it no reason to wait?').fill('one site until spring')
  await row.getByLabel('Accepted by').fill('Ana')
  await row.getByLabel('Until the end of').fill('2020-01-01')
  await row.getByRole('button', { name: 'Save' }).click()
  await expect(row.getByLabel('Until the end of')).toHaveAttribute('aria-invalid', 'true')
  await row.getByLabel('Until the end of').fill('2090-01-31')
  await row.getByLabel('Follow-up link (optional)').fill('javascript:alert(1)')
  await row.getByRole('button', { name: 'Save' }).click()
  await expect(row.getByLabel('Follow-up link (optional)')).toHaveAttribute('aria-invalid', 'true')
  await row.getByLabel('Follow-up link (optional)').fill('https://issues.example.com/7')
  await row.getByRole('button', { name: 'Save' }).click()
  await expect(row.locator('[data-standing]')).toContainText('risk accepted: one site until spring')
  await expect(row.getByRole('checkbox').first()).not.toBeChecked()

  await page.goto('/report/?platform=azimuth')
  const risks = page.getByRole('region', { name: 'Accepted risks' })
  await expect(risks).toContainText('Accepted by Ana until 2090-01-31')
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('1 risk accepted')

  await openItem(page)
  await row.getByRole('radio', { name: 'not applicable' }).check()
  await row.getByLabel('Reason: why does it not apply?').fill('hosted by the vendor')
  await row.getByRole('button', { name: 'Save' }).click()
  await expect(page.locator('.rollout-bar')).toContainText('0 of 59 done')
  await page.reload()
  await expect(row.locator('[data-standing]')).toHaveText('not applicable: hosted by the vendor')
})

test('evidence of every kind is kept, shown in the report, and removed with undo', async ({ page }) => {
  const row = await openItem(page)
  const add = row.getByLabel('Paste a link or output')
  await add.fill('https://git.example.com/azimuth/config')
  await row.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(row.getByRole('link', { name: /git\.example\.com/ })).toBeVisible()
  await add.fill('origin  git@git.example.com (fetch)\n<b>not bold</b>')
  await row.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(row.locator('pre').filter({ hasText: '<b>not bold</b>' })).toBeVisible()
  const bytes = Buffer.from('proof\n')
  await row.locator('input[type="file"]').setInputFiles({ name: 'proof.txt', mimeType: 'text/plain', buffer: bytes })
  const digest = createHash('sha256').update(bytes).digest('hex')
  await expect(row.getByText(digest.slice(0, 12))).toBeVisible()
  await expect(row.locator('[data-proof]')).toContainText('evidence of 20')
  await page.reload()
  await row.locator('summary').first().click()
  await expect(row.getByText('proof.txt').first()).toBeVisible()
  await page.goto('/report/?platform=azimuth')
  await expect(page.getByText(`sha256:${digest}`)).toBeVisible()
  await expect(page.getByRole('link', { name: 'https://git.example.com/azimuth/config' })).toBeVisible()
  await openItem(page)
  await row.getByRole('button', { name: 'Remove' }).first().click()
  await expect(row.getByRole('link', { name: /git\.example\.com/ })).toHaveCount(0)
  await row.getByRole('button', { name: 'Undo' }).first().click()
  await expect(row.getByRole('link', { name: /git\.example\.com/ })).toBeVisible()
})

test('files are dropped on an item', async ({ page }) => {
  const row = await openItem(page)
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer()
    data.items.add(new File(['dropped'], 'dropped.log'))
    return data
  })
  await row.getByLabel('Paste a link or output').dispatchEvent('drop', { dataTransfer: transfer })
  await expect(row.getByText('dropped.log').first()).toBeVisible()
})

test('a decision is checked by its type, and its answer shows in guide and report', async ({ page }) => {
  await page.goto('/azimuth/checklist/')
  const find = (type: string) => listBuiltItems().find(({ decision }) => decision?.type === type)
  const choice = find('choice')
  const number = find('integer')
  expect(choice && number).toBeTruthy()
  const open = async (id: string) => {
    const row = rowOf(page, id)
    await row.locator('summary').first().click()
    return row
  }
  const numberRow = await open(number?.id ?? '')
  const field = numberRow.locator('.item-panel').getByRole('textbox').first()
  await field.fill('many')
  await field.blur()
  await expect(numberRow.getByText('This is no whole number')).toBeVisible()
  expect(await storedText(page, `item:azimuth-first:${number?.id}`)).toBeNull()
  await field.fill(String(number?.decision?.min ?? 3))
  await field.blur()
  await expect(numberRow.locator('[data-proof]')).toContainText('answer:')
  const choiceRow = await open(choice?.id ?? '')
  const option = choice?.decision?.options?.[0] ?? ''
  await choiceRow.locator('.item-panel select').selectOption(option)
  await expect(choiceRow.locator('[data-proof]')).toContainText(`answer: ${option}`)
  await page.goto('/report/?platform=azimuth')
  await expect(page.getByRole('region', { name: 'Decisions' })).toContainText(option)
})

test('who changed what is told, and every change can be taken back', async ({ page }) => {
  const row = await openItem(page)
  await row.getByLabel('Changes are marked with your name').fill('Ana')
  await row.getByLabel('Changes are marked with your name').blur()
  await row.getByRole('radio', { name: 'started' }).check()
  await row.getByRole('radio', { name: 'done' }).check()
  await row.getByText('History').click()
  const history = row.locator('.item-panel details').filter({ hasText: 'History' })
  await expect(history).toContainText('Ana')
  await expect(history).toContainText('started → done')
  await history.getByRole('button', { name: 'Undo' }).first().click()
  await expect(row.locator('[data-standing]')).toHaveText('started')
  await expect(history).toContainText('done → started')
  await page.reload()
  await expect(row.locator('[data-standing]')).toHaveText('started')
})

test('evidence that will be stale on launch day has to be confirmed', async ({ context, page }) => {
  const collected = new Date(Date.now() - 20 * 86_400_000).toISOString()
  const id = listBuiltItems().find((each) => each.validForDays === 30 && !each.needsLink)?.id ?? ''
  const digest = digestOf(id)
  const launch = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 16)
  await storeBefore(context, {
    [`golive:item:azimuth-first:${id}`]: tick(digest, collected),
    'golive:rollout:azimuth-first': JSON.stringify({
      format: 2,
      platform: { at: collected, value: 'azimuth' },
      plannedLaunch: { at: collected, value: launch },
    }),
  })
  await page.goto('/azimuth/checklist/')
  const row = rowOf(page, id)
  await expect(row.locator('[data-standing]')).toContainText('to confirm: Evidence will be stale')
  await expect(page.locator('.view-bar')).toContainText('0 of 60 done')
  await page.goto('/report/?platform=azimuth')
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('to confirm')
  await page.goto('/azimuth/checklist/')
  await row.locator('summary').first().click()
  await row.getByRole('button', { name: 'Confirm', exact: true }).click()
  await expect(page.locator('.view-bar')).toContainText('1 of 60 done')
})

test('a reworded item shows what changed, word by word, and is confirmed', async ({ context, page }) => {
  const earlier = '0123456789abcdef'
  await storeBefore(context, {
    [`golive:${key}`]: tick(earlier),
    [`golive:wording:${earlier}`]: "Keep the site's configuration in some folder\nmust\nBecause.",
  })
  const row = await openItem(page)
  await expect(row.locator('[data-standing]').getByText('Changed since you answered')).toBeVisible()
  await expect(row.locator('del').first()).toBeVisible()
  await expect(row.locator('ins').first()).toBeVisible()
  await expect(row.locator('del').filter({ hasText: 'folder' }).first()).toBeVisible()
  await row.getByRole('button', { name: 'Confirm', exact: true }).click()
  await expect(row.locator('[data-standing]').getByText('Changed since you answered')).toBeHidden()
  expect(await storedText(page, key)).not.toContain(`"itemDigest":"${earlier}","kind":"done"},"before"`)
  await page.reload()
  await expect(row.getByRole('checkbox').first()).toBeChecked()
})

test('answers to items that are gone are kept and listed', async ({ context, page }) => {
  await storeBefore(context, {
    'golive:item:azimuth-first:no-longer-asked': tick('0'),
    [`golive:${key}`]: tick('0'),
  })
  await page.goto('/report/?platform=azimuth')
  const gone = page.getByRole('region', { name: 'Answers to items that are gone' })
  await expect(gone).toContainText('no-longer-asked')
  await expect(gone).toContainText('unknown to this checklist')
  expect(await storedText(page, 'item:azimuth-first:no-longer-asked')).toContain('"done"')
})
