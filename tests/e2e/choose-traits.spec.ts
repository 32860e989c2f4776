import { expect, rowOf, test } from './fixtures.ts'

test('what a rollout is not needs no tick: its items do not apply, and come back', async ({ page }) => {
  await page.goto('/azimuth/continuous-delivery/')
  const row = page
    .locator('[data-item]')
    .filter({ hasText: /if .*GitHub/ })
    .first()
  await expect(row.getByRole('checkbox')).toBeEnabled()
  const id = (await row.getAttribute('data-item')) ?? ''
  await page.goto('/report/?platform=azimuth')
  const verdict = page.getByRole('region', { name: 'Verdict' })
  await expect(verdict).toContainText('0 of 60 done')
  await page.getByRole('button', { name: 'Edit details' }).click()
  await page.getByRole('checkbox', { name: /GitHub/ }).uncheck()
  await page.getByRole('button', { name: 'Save details' }).click()
  await expect(verdict).toContainText(/0 of 5\d done, \d+ not applicable/)
  await expect(page.locator('.report-item').filter({ hasText: 'Only for rollouts with: github' }).first()).toBeVisible()

  await page.goto('/azimuth/continuous-delivery/')
  await expect(rowOf(page, id).getByText('not applicable: Only for rollouts with: github')).toBeVisible()
  await expect(rowOf(page, id).getByRole('checkbox')).toBeDisabled()
  await expect(page.locator('.rollout-bar')).toContainText(/0 of 5\d done/)

  await page.goto('/report/?platform=azimuth')
  await page.getByRole('button', { name: 'Edit details' }).click()
  await page.getByRole('checkbox', { name: /GitHub/ }).check()
  await page.getByRole('button', { name: 'Save details' }).click()
  await expect(verdict).toContainText('0 of 60 done')
})
