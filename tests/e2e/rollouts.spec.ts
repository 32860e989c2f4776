import { expect, type Page, rowOf, storedText, test } from './fixtures.ts'

const item = 'own-repository'

async function createRollout(page: Page, name: string, platform = 'Azimuth') {
  await page.goto('/rollouts/')
  await page.getByRole('button', { name: 'New rollout' }).click()
  await page.getByLabel('Platform').selectOption(platform)
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Create rollout' }).click()
  await expect(page.getByRole('status').first()).toContainText(`Created “${name}”`)
}

const rolloutRow = (page: Page, id: string) => page.locator(`[data-rollout="${id}"]`)

test('a rollout is made with everything that is known of it, and every page shows it', async ({ page }) => {
  await page.goto('/rollouts/')
  await expect(page.getByText('None is in this browser yet')).toBeVisible()
  await page.getByRole('button', { name: 'New rollout' }).click()
  await page.getByLabel('Platform').selectOption('Azimuth')
  await page.getByLabel('Name', { exact: true }).fill('Payments 2.4.0')
  await expect(page.getByLabel('Id', { exact: true })).toHaveValue('payments-2.4.0')
  await page.getByLabel('Environment').fill('production')
  await page.getByLabel('Service').fill('payments-api')
  await page.getByLabel('Version').fill('2.4.0')
  await page.getByLabel('Planned launch').fill('2027-01-15T09:00')
  await page.getByLabel('What is rolled out').fill('registry.example.com/payments/api')
  await page.getByLabel('Its digest').fill('sha256:short')
  await page.getByLabel('Rollback command').fill('helm rollback payments')
  await page.getByLabel('Abort criteria').fill('error rate over 1 %\nno leader for 30 s')
  await page.getByRole('button', { name: 'Add a person' }).click()
  await page.getByRole('textbox', { name: 'Person' }).fill('Ana')
  await page.getByLabel('Role').fill('sre')
  await page.getByRole('button', { name: 'Create rollout' }).click()
  await expect(page.getByLabel('Its digest')).toBeFocused()
  await expect(page.getByLabel('Its digest')).toHaveAttribute('aria-invalid', 'true')
  expect(await storedText(page, 'rollout:payments-2.4.0')).toBeNull()
  await page.getByLabel('Its digest').fill(`sha256:${'a'.repeat(64)}`)
  await page.getByRole('button', { name: 'Create rollout' }).click()
  await expect(rolloutRow(page, 'payments-2.4.0')).toContainText('No-go')
  for (const path of ['/azimuth/repository/', '/azimuth/checklist/', '/help/use-golive/', '/compare/', '/']) {
    await page.goto(path)
    await expect(page.getByText('Payments 2.4.0').first()).toBeVisible()
  }
  await page.goto('/report/')
  const details = page.getByRole('region', { name: 'Rollout' })
  for (const text of [
    'payments-api 2.4.0',
    '2027-01-15 09:00',
    'helm rollback payments',
    'no leader for 30 s',
    'Ana',
  ]) {
    await expect(details).toContainText(text)
  }
})

test('ids are proposed, checked and never given twice', async ({ page }) => {
  await createRollout(page, 'Portal')
  await page.getByRole('button', { name: 'New rollout' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Portal')
  await expect(page.getByLabel('Id', { exact: true })).toHaveValue('portal-2')
  await page.getByLabel('Id', { exact: true }).fill('portal')
  await page.getByRole('button', { name: 'Create rollout' }).click()
  await expect(page.getByText('There is a rollout "portal" already')).toBeVisible()
  await page.getByLabel('Id', { exact: true }).fill('Not an id!')
  await page.getByRole('button', { name: 'Create rollout' }).click()
  await expect(page.getByText('An id has lower-case letters, digits, dots and hyphens')).toBeVisible()
})

test('rollouts of one platform are worked on side by side', async ({ page }) => {
  await createRollout(page, 'North')
  await page.goto('/azimuth/repository/')
  await rowOf(page, item).getByRole('checkbox').check()
  await expect(rowOf(page, item).getByText(/^saved \d/)).toBeVisible()
  await createRollout(page, 'South')
  await page.goto('/azimuth/repository/')
  await expect(page.locator('.rollout-bar')).toContainText('South')
  await expect(rowOf(page, item).getByRole('checkbox')).not.toBeChecked()
  await page.goto('/rollouts/')
  await rolloutRow(page, 'north').getByRole('link', { name: 'Open' }).click()
  await expect(page).toHaveURL(/\/azimuth\/$/)
  await expect(page.locator('.rollout-bar')).toContainText('North')
  await page.goto('/azimuth/repository/')
  await expect(rowOf(page, item).getByRole('checkbox')).toBeChecked()
})

test('a copy carries the answers, and asks to confirm what was done', async ({ page }) => {
  await createRollout(page, 'North')
  await page.goto('/azimuth/repository/')
  await rowOf(page, item).getByRole('checkbox').check()
  await expect(rowOf(page, item).getByText(/^saved \d/)).toBeVisible()
  await page.goto('/rollouts/')
  await rolloutRow(page, 'north').getByRole('button', { name: 'Copy' }).click()
  await page.getByLabel('Name', { exact: true }).fill('North again')
  await page.getByRole('button', { name: 'Make the copy' }).click()
  await page.goto('/azimuth/repository/')
  await expect(page.locator('.rollout-bar')).toContainText('North again')
  await expect(page.locator('.rollout-bar')).toContainText('0 of 60 done')
  const row = rowOf(page, item)
  await expect(row.getByText('to confirm: Copied from north')).toBeVisible()
  await row.locator('summary').first().click()
  await row.getByRole('button', { name: /^Confirm/ }).click()
  await expect(page.locator('.rollout-bar')).toContainText('1 of 60 done')
  await expect(row.getByText('to confirm: Copied')).toHaveCount(0)
})

test('what is deleted comes back by undo and by restore, and goes for good only when asked again', async ({ page }) => {
  await createRollout(page, 'North')
  await page.goto('/azimuth/repository/')
  await rowOf(page, item).getByRole('checkbox').check()
  await expect(rowOf(page, item).getByText(/^saved \d/)).toBeVisible()
  await page.goto('/rollouts/')
  const remove = async () => {
    await rolloutRow(page, 'north').getByRole('button', { name: 'Delete' }).click()
    await expect(page.getByRole('dialog')).toContainText('1 answer')
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  }
  await remove()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rolloutRow(page, 'north').getByRole('button', { name: 'Edit' })).toBeVisible()
  await remove()
  await page.goto('/azimuth/repository/')
  await expect(rowOf(page, item).getByRole('checkbox')).not.toBeChecked()
  await page.goto('/rollouts/')
  await page.getByRole('heading', { name: /^Deleted/ }).click()
  await rolloutRow(page, 'north').getByRole('button', { name: 'Restore' }).click()
  await page.goto('/azimuth/repository/')
  await expect(rowOf(page, item).getByRole('checkbox')).toBeChecked()
  await page.goto('/rollouts/')
  await remove()
  await page.getByRole('heading', { name: /^Deleted/ }).click()
  await rolloutRow(page, 'north').getByRole('button', { name: 'Remove for good' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Remove/ })
    .click()
  await expect(rolloutRow(page, 'north')).toHaveCount(0)
  expect(await storedText(page, `item:north:${item}`)).toBeNull()
  expect(await storedText(page, 'rollout:north')).toBeNull()
})

test('archived rollouts are put away and come back', async ({ page }) => {
  await createRollout(page, 'North')
  await rolloutRow(page, 'north').getByRole('button', { name: 'Archive' }).click()
  await expect(page.getByRole('status').first()).toContainText('Archived “North”')
  await page.getByRole('heading', { name: /^Archived/ }).click()
  await rolloutRow(page, 'north').getByRole('button', { name: 'Bring back' }).click()
  await expect(page.getByRole('status').first()).toContainText('“North” is in use again')
})

test('another tab sees a new rollout at once', async ({ context, page }) => {
  const other = await context.newPage()
  await other.goto('/rollouts/')
  await createRollout(page, 'North')
  await expect(rolloutRow(other, 'north')).toBeVisible()
})
