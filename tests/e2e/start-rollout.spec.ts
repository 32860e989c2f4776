import { expect, test } from './fixtures.ts'

test('the home page starts the first rollout', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page.getByRole('alert')).toContainText('Give the rollout a name')
  await expect(page.getByLabel('Name')).toBeFocused()
  await page.getByRole('combobox', { name: 'Platform' }).selectOption('Azimuth')
  await page.getByLabel('Name').fill('Cloud portal 2026')
  await page.getByLabel('Environment').fill('production')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/azimuth\/$/)
  await expect(page.locator('.rollout-bar')).toContainText('Cloud portal 2026')
  await page.goto('/report/')
  await expect(page.getByRole('region', { name: 'Rollout' })).toContainText('production')
})

test('another tab shows the new name at once', async ({ context, page }) => {
  const other = await context.newPage()
  await other.goto('/azimuth/repository/')
  await page.goto('/')
  await page.getByLabel('Name').fill('Renamed')
  await page.getByRole('combobox', { name: 'Platform' }).selectOption('Azimuth')
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(other.locator('.rollout-bar')).toContainText('Renamed')
})
