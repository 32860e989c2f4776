import { expectAccessible } from './accessibility.ts'
import { expect, listBuiltItems, type Page, storeBefore, storedText, test } from './fixtures.ts'

const address = '/azimuth/decisions/'
const at = '2026-11-20T10:00:00.000Z'
const recorded = (value: unknown, by = 'Ada') => JSON.stringify({ format: 2, answer: { at, by, value } })
const decisionOf = (page: Page, item: string) => page.locator(`article#${item}`)
const counts = (page: Page) => page.locator('.decision-counts')
const total = () => listBuiltItems().filter(({ decision }) => decision).length

/** Answers by item, in the first rollout of a platform. */
const answers = (platform: string, values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).map(([item, value]) => [`golive:item:${platform}-first:${item}`, recorded(value)]),
  )

test('the questions are read without script', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' })
  const page = await context.newPage()
  await page.goto(address)
  await expect(page.locator('article.decision')).toHaveCount(total())
  await expect(decisionOf(page, 'control-plane-nodes')).toContainText('How many control-plane nodes')
  await expect(decisionOf(page, 'control-plane-nodes').locator('.item-why')).toBeVisible()
  await expect(page.getByText('without it, these are the questions')).toBeVisible()
  await context.close()
})

test('gaps are answered in place, filtered, and taken back', async ({ page }) => {
  await page.goto(address)
  await expect(counts(page)).toContainText(`0 of ${total()} answered, ${total()} gaps`)
  await expect(page.getByText('Nothing is answered in “First rollout” yet')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Only gaps' }).check()
  await expect(page).toHaveURL(/\?only=gaps$/)
  const row = decisionOf(page, 'control-plane-nodes')
  await row.getByRole('button', { name: /^Answer/ }).click()
  const field = row.getByLabel('How many control-plane nodes does the HA cluster have?')
  await expect(field).toBeFocused()
  await field.fill('two')
  await row.getByRole('button', { name: /^Close/ }).click()
  await expect(row.getByText('This is no whole number')).toBeVisible()
  await expect(field).toBeFocused()
  await field.fill('5')
  await field.press('Escape')
  await expect(row).toBeHidden()
  await expect(counts(page)).toContainText(`1 of ${total()} answered`)
  expect(await storedText(page, 'item:azimuth-first:control-plane-nodes')).toContain('"value":5')
  await page.reload()
  await expect(page.getByRole('checkbox', { name: 'Only gaps' })).toBeChecked()
  await expect(row).toBeHidden()
  await page.getByRole('checkbox', { name: 'Only gaps' }).uncheck()
  await expect(row).toContainText('5 nodes')
  await row.getByRole('button', { name: /^Change/ }).click()
  await row.getByText('History').click()
  await row.getByRole('button', { name: 'Undo' }).click()
  await expect(row).toContainText('Not answered')
})

test('by keyboard alone: answer, leave, go on with the next gap', async ({ page }) => {
  await page.goto(`${address}?only=gaps`)
  const buttons = page.locator('.decision-line button')
  await buttons.first().focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.decision .panel input').first()).toBeFocused()
  await page.keyboard.type('https://git.example.org/azimuth-config')
  await page.keyboard.press('Escape')
  await expect(counts(page)).toContainText('1 of')
  const next = page.locator('article.decision:not([hidden]) .decision-line button').first()
  await expect(next).toBeFocused()
  expect(await storedText(page, 'item:azimuth-first:own-repository')).toContain('git.example.org')
})

test('the wording that is kept with an answer is the one that the checklist keeps', async ({ page }) => {
  const readWordings = () =>
    page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith('golive:wording:')))
  await page.goto(address)
  const row = decisionOf(page, 'control-plane-nodes')
  await row.getByRole('button', { name: /^Answer/ }).click()
  await row.getByRole('textbox').first().fill('5')
  await row.getByRole('textbox').first().blur()
  await expect.poll(async () => (await readWordings()).length).toBe(1)
  const here = await readWordings()
  await page.evaluate(() => localStorage.clear())
  await page.goto('/azimuth/checklist/')
  await page.locator('[data-item="control-plane-nodes"] input[type="checkbox"]').check()
  await expect.poll(async () => (await readWordings()).length).toBe(1)
  expect(await readWordings()).toEqual(here)
})

test('two tabs show each other the answers', async ({ context, page }) => {
  const other = await context.newPage()
  await Promise.all([page.goto(address), other.goto(address)])
  const row = decisionOf(page, 'control-plane-nodes')
  await row.getByRole('button', { name: /^Answer/ }).click()
  await row.getByRole('textbox').first().fill('7')
  await row.getByRole('textbox').first().blur()
  await expect(decisionOf(other, 'control-plane-nodes')).toContainText('7 nodes')
  await expect(counts(other)).toContainText('1 of')
})

test('what is stored under other rules is a gap, and nothing is lost', async ({ context, page }) => {
  await storeBefore(context, answers('azimuth', { 'control-plane-nodes': 'a few', 'worker-nodes': 4 }))
  await page.goto(address)
  const row = decisionOf(page, 'control-plane-nodes')
  await expect(row).toContainText('a few nodes')
  await expect(row).toContainText('Does not fit the question: This is no whole number')
  await expect(counts(page)).toContainText(`1 of ${total()} answered`)
})

test('the table is copied as Markdown', async ({ context, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await storeBefore(context, answers('azimuth', { 'worker-nodes': 4 }))
  await page.goto(address)
  await page.getByRole('button', { name: 'Copy as Markdown table' }).click()
  await expect(page.getByText('Copied', { exact: true })).toBeVisible()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text.trim().split('\n')).toHaveLength(total() + 2)
  expect(text).toMatch(/4 nodes\s+\| Ada\s+\| 2026-11-20/)
})

test('a secret in an answer is shown before the table is copied, and masked in it', async ({ context, page }) => {
  test.slow()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const token = `ghp_${'a1B2c3D4e5'.repeat(3)}f6G7h8`
  await storeBefore(context, answers('azimuth', { 'worker-nodes': 4, 'key-escrow': `vault, entry ${token}` }))
  await page.goto(address)
  const copy = page.getByRole('button', { name: 'Copy as Markdown table' })
  const question = page.getByRole('dialog')
  await copy.click()
  await expect(question).toContainText('the answer to “', { timeout: 30_000 })
  await expectAccessible(page, 'the question about secrets in decisions', 'dialog')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('Nothing was copied.')).toBeVisible()
  await copy.click()
  await question.getByRole('button', { name: 'Mask and go on' }).click()
  await expect(page.getByText('Copied', { exact: true })).toBeVisible()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text).toContain('[masked:')
  expect(text).toContain('4 nodes')
  expect(text).not.toContain(token)
})

test('quota is added up from the answers, with what is assumed and what is short', async ({ context, page }) => {
  await storeBefore(
    context,
    answers('azimuth', {
      'control-plane-nodes': 3,
      'ha-quota': ['azimuth-staging: 9, 40, -1, 500, 3, 3'],
      'cicd-quota': 5,
      'three-projects': ['production: azimuth-production', 'staging: azimuth-staging', 'cicd: azimuth-cicd'],
    }),
  )
  await page.goto(address)
  const plan = page.locator('[data-planning="quota"]')
  await expect(plan.getByText('azimuth-staging has too little')).toContainText('52 vCPU needed, 40 free')
  await expect(plan.getByText('Flavors are not recorded')).toBeVisible()
  await expect(plan.getByRole('table', { name: 'azimuth-staging' }).getByRole('row', { name: /vCPU/ })).toContainText(
    '52',
  )
  await expect(plan.getByRole('table', { name: 'azimuth-staging' }).getByRole('row', { name: /GB RAM/ })).toContainText(
    'unlimited',
  )
  await expect(
    plan.getByRole('table', { name: 'All projects' }).getByRole('row', { name: /^instances/ }),
  ).toContainText('23')
  await plan.getByRole('link', { name: 'How much quota is free' }).first().click()
  await expect(decisionOf(page, 'ha-quota')).toBeInViewport()
})

test('networks are drawn, and two answers that collide are named', async ({ context, page }) => {
  await storeBefore(
    context,
    answers('anbox', {
      'subnet-ranges': ['10.20.0.0/16', '10.20.4.0/24', 'fd00:10::/64'],
      'subnet-spaces': ['10.20.1.0/24 = control-plane', '10.99.0.0/24 = edge', '10.20.0.0/15 = wide'],
    }),
  )
  await page.goto('/anbox/decisions/')
  const plan = page.locator('[data-planning="networks"]')
  await expect(plan.getByText(/^10\.20\.0\.0\/16 contains 10\.20\.4\.0\/24\. .*cannot be peered/)).toBeVisible()
  await expect(
    plan.getByText(/^10\.20\.0\.0\/16 \(“Which subnet ranges.* is inside of 10\.20\.0\.0\/15 = wide/),
  ).toBeVisible()
  await expect(plan.getByText(/^10\.99\.0\.0\/24 = edge .*lies in none of the ranges/)).toBeVisible()
  await expect(plan.getByRole('figure', { name: 'IPv4' }).locator('svg')).toHaveCount(5)
  await expect(plan.getByRole('figure', { name: 'IPv6' }).getByRole('listitem')).toContainText('about 2^64')
  await expect(page.locator('.plan-links')).toHaveText(/^What the answers mean together:\s*Networks \(5 problems\)$/)
  await expectAccessible(page, 'decisions with networks')
})

test('hosts and planes follow from the answers of Deis', async ({ context, page }) => {
  await storeBefore(
    context,
    answers('deis', {
      'cluster-size': 9,
      'plane-layout': 'Control plane',
      'node-groups': ['controlPlane: 2', 'routerMesh+dataPlane: 7'],
      'placement-option': true,
      'storage-mode': 'Ceph',
    }),
  )
  await page.goto('/deis/decisions/')
  const plan = page.locator('[data-planning="planes"]')
  await expect(plan.getByText('cannot hold its three replicas')).toBeVisible()
  await expect(plan.getByRole('row', { name: /^routerMesh \+ dataPlane/ })).toContainText('7')
  await expect(plan.getByRole('row', { name: /^Together/ })).toHaveText(/2\s*7\s*7/)
  await expectAccessible(page, 'decisions with planes')
})

test('empty, half-way and open it is accessible, and fits on a phone', async ({ context, page }) => {
  await page.goto(address)
  await expectAccessible(page, 'decisions, empty')
  await storeBefore(
    context,
    answers('azimuth', { 'worker-nodes': 4, 'two-ha-environments': ['staging: ha', 'production: ha'] }),
  )
  await page.reload()
  const row = decisionOf(page, 'worker-nodes')
  await row.getByRole('button', { name: /^Change/ }).click()
  await expect(row.getByRole('textbox').first()).toBeFocused()
  await row.getByRole('textbox').first().fill('one')
  await row.getByRole('textbox').first().blur()
  await expectAccessible(page, 'decisions, half-way with a field open')
})
