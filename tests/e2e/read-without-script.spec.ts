import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'

test.use({ javaScriptEnabled: false })

const checklist: { sections: { url: string; items: { id: string; title: string; why: string }[] }[] } = JSON.parse(
  readFileSync('dist/azimuth/checklist.json', 'utf8'),
)

test('every item reads in its guide: title, box, why and check', async ({ page }) => {
  for (const section of checklist.sections) {
    await page.goto(section.url)
    for (const { id, title } of section.items) {
      const row = page.locator(`[data-item="${id}"]`)
      await expect(row.getByRole('checkbox', { name: title, exact: true })).toBeVisible()
      await expect(row.locator('.item-why')).toBeVisible()
    }
  }
})

test('what needs script is not offered, and said where it is the page', async ({ page }) => {
  await page.goto('/azimuth/repository/')
  await expect(page.getByRole('button', { name: 'Search' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Copy command' }).first()).toBeHidden()
  await page.goto('/report/')
  await expect(page.getByText('needs script')).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Start' })).toBeHidden()
  await expect(page.getByText('read without script')).toBeVisible()
})
