import { subPath } from '../sites.ts'
import { expect, rowOf, test } from './fixtures.ts'

test.use({ baseURL: `http://127.0.0.1:${process.env['GOLIVE_SUB_PATH_PORT']}` })

test('below a path: tick, search, report', async ({ page }) => {
  await page.goto(`${subPath}azimuth/repository/`)
  await rowOf(page, 'own-repository').getByRole('checkbox').check()
  await page.keyboard.press('/')
  await page.getByRole('searchbox').fill('velero')
  await page.getByRole('dialog').getByRole('link').first().click()
  await expect(page).toHaveURL(new RegExp(`${subPath}azimuth/`))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.locator('.report-link').click()
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText(/1 of \d+ done/)
  await page.getByRole('region', { name: 'Blockers' }).getByRole('link').first().click()
  await expect(page).toHaveURL(new RegExp(`${subPath}azimuth/.+#`))
})
