import { expect, test } from './fixtures.ts'

test('the comparison filters by platform, level and kind of row, and the address keeps the view', async ({ page }) => {
  await page.goto('/compare/')
  const deis = page.getByRole('columnheader', { name: 'Deis' })
  await expect(deis.first()).toBeVisible()
  await page.getByRole('checkbox', { name: 'Deis' }).uncheck()
  await expect(deis).toHaveCount(0)
  await page.getByRole('checkbox', { name: 'should' }).uncheck()
  await page.getByRole('checkbox', { name: 'may' }).uncheck()
  await expect(page.locator('.compare-area li:visible small').filter({ hasNotText: 'must' })).toHaveCount(0)
  await expect(page).toHaveURL(/no-platform=deis&no-level=should&no-level=may/)
  await page.reload()
  await expect(page.getByRole('checkbox', { name: 'Deis' })).not.toBeChecked()
  await expect(deis).toHaveCount(0)
  for (const level of ['must']) await page.getByRole('checkbox', { name: level }).uncheck()
  await expect(page.getByRole('status')).toContainText('Nothing is left to show')
})

test('the comparison leads to the items', async ({ page }) => {
  await page.goto('/compare/')
  const link = page.locator('.compare-area').first().getByRole('link').first()
  const title = (await link.textContent()) ?? ''
  await link.click()
  await expect(page.getByRole('checkbox', { name: title, exact: true })).toBeInViewport()
})
