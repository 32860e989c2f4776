import { expect, rowOf, test } from './fixtures.ts'

test('an item is found by its words and opened in its guide', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('searchbox').fill('restore drill')
  const result = page.getByRole('dialog').getByRole('link').filter({ hasText: 'Azimuth, Disaster recovery' }).first()
  await expect(result).toBeVisible()
  await result.click()
  await expect(page).toHaveURL(/\/azimuth\/disaster-recovery\/#/)
  const id = new URL(page.url()).hash.slice(1)
  await expect(rowOf(page, id)).toBeInViewport()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

for (const query of [
  'use_lockfile',
  'portal-external',
  'alertmanager_config_slack_webhook_url',
  'git-crypt',
  'velero backup-location get',
]) {
  test(`a command or option name is found as typed: ${query}`, async ({ page }) => {
    await page.goto('/azimuth/')
    await page.keyboard.press('/')
    await page.getByRole('searchbox').fill(query)
    await expect(page.getByRole('dialog').getByRole('link').first()).toContainText(query.split(' ')[0] ?? '')
  })
}

test('by keyboard: open, type, walk the results, open one, close', async ({ page }) => {
  await page.goto('/azimuth/')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('velero')
  await expect(page.getByRole('dialog').getByRole('link').nth(1)).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('dialog').getByRole('link').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/azimuth\/.+/)
})

test('nothing found says what to try', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('/')
  await page.getByRole('searchbox').fill('ħħħħ')
  await expect(page.getByRole('status')).toContainText('Nothing found for “ħħħħ”. Try')
})

test('a slash typed into a note is a slash', async ({ page }) => {
  await page.goto('/azimuth/repository/')
  const row = rowOf(page, 'own-repository')
  await row.locator('summary').click()
  await row.getByRole('textbox', { name: 'Note' }).pressSequentially('a/b')
  await expect(row.getByRole('textbox', { name: 'Note' })).toHaveValue('a/b')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
