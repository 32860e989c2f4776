import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, listBuiltItems, rowOf, storeBefore, test } from './fixtures.ts'

const hostile = '<img src=x onerror=alert(1)> | **bold** =1+1 [x](y)'

test('from a tick to a report that is named, printed and exported', async ({ page }) => {
  await page.goto('/azimuth/repository/')
  const row = rowOf(page, 'own-repository')
  await row.getByRole('checkbox').check()
  await row.locator('summary').click()
  await row.getByRole('textbox', { name: 'Note' }).fill(hostile)
  await expect(row.getByText('note', { exact: true })).toBeVisible()
  await page.locator('.report-link').click()

  const verdict = page.getByRole('region', { name: 'Verdict' })
  await expect(verdict).toContainText('No-go')
  await expect(verdict).toContainText(/\d+ musts open/)
  await page.getByRole('button', { name: 'Edit details' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('payments 2.4.0')
  await page.getByRole('textbox', { name: 'Environment' }).fill('production')
  await page.getByLabel('Planned launch').fill('2026-11-28T09:00')
  await page.getByLabel('What is rolled out').fill('registry.example.com/payments/api')
  await page.getByLabel('Its digest').fill('nonsense')
  await page.getByRole('button', { name: 'Save details' }).click()
  await expect(page.getByRole('alert')).toContainText('This is no digest')
  await page.getByLabel('Its digest').fill('a'.repeat(64))
  await page.getByRole('button', { name: 'Save details' }).click()
  const details = page.getByRole('region', { name: 'Rollout' })
  await expect(details).toContainText('payments 2.4.0')
  await expect(details).toContainText(`sha256:${'a'.repeat(64)}`)
  await page.reload()
  await expect(details).toContainText('2026-11-28 09:00')

  const blockers = page.getByRole('region', { name: 'Blockers' })
  await expect(blockers).toContainText('Protect the branch')
  await expect(blockers).not.toContainText('repository of its own')
  await expect(page.locator('.report-note')).toHaveText(hostile)
  expect(await page.locator('.report img').count()).toBe(0)

  const [json] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as JSON' }).click(),
  ])
  expect(json.suggestedFilename()).toBe('payments-2-4-0-report.json')
  const report = JSON.parse(readFileSync(await json.path(), 'utf8'))
  const validate = new Ajv2020({ strict: false, formats: { 'date-time': true } }).compile(
    JSON.parse(readFileSync('dist/schema/report.json', 'utf8')),
  )
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true)
  expect(report).toMatchObject({ verdict: 'no-go', rollout: { name: 'payments 2.4.0', environment: 'production' } })
  expect(report.checklist.sha256).toBe(
    createHash('sha256').update(readFileSync('dist/azimuth/checklist.json')).digest('hex'),
  )
  expect(report.sections[0].items[0]).toMatchObject({
    id: 'own-repository',
    state: 'done',
    note: hostile,
  })

  const [markdown] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as Markdown' }).click(),
  ])
  expect(markdown.suggestedFilename()).toBe('payments-2-4-0-report.md')
  const text = readFileSync(await markdown.path(), 'utf8')
  expect(text).toContain('# Report: payments 2.4.0')
  expect(text).toContain('**No-go**')
  expect(text).toContain('\\<img src=x onerror=alert(1)>')
  expect(text).toContain('\\*\\*bold\\*\\*')
})

test('the report prints on A4 without what is only for the screen', async ({ page }) => {
  await page.goto('/report/?platform=azimuth')
  await expect(page.getByRole('region', { name: 'Verdict' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden()
  await expect(page.getByRole('banner')).toBeHidden()
  const pdf = await page.pdf({ format: 'A4' })
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
  expect(pages).toBeGreaterThan(0)
  expect(pages).toBeLessThanOrEqual(6)
})

test('all ticked is a go; the verdict follows a tick in another tab', async ({ context, page }) => {
  const at = '2026-11-20T10:00:00.000Z'
  const link = { at, value: { collectedAt: new Date().toISOString(), kind: 'link', url: 'https://example.com/' } }
  const linked = listBuiltItems().filter(({ needsLink }) => needsLink)
  const records = linked.map(({ id }) => [`golive:item:azimuth-first:${id}`, { format: 2, 'evidence/1': link }])
  await storeBefore(context, Object.fromEntries(records.map(([key, record]) => [key, JSON.stringify(record)])))
  const other = await context.newPage()
  await other.goto('/azimuth/checklist/')
  await page.goto('/report/?platform=azimuth')
  const verdict = page.getByRole('region', { name: 'Verdict' })
  await expect(verdict).toContainText('No-go')
  for (const box of await other.getByRole('checkbox').all()) await box.check()
  await expect(verdict.getByText('Go', { exact: true })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Blockers' })).toContainText('No must is open.')
})

test('a first visit to the report says what will be here and how to begin', async ({ page }) => {
  await page.goto('/report/')
  await expect(page.getByText('Nothing is ticked in this browser yet')).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Azimuth' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Whole checklist' })).toBeVisible()
})

test('a checklist that does not load is said, with a way to try again', async ({ page, expectedFaults }) => {
  expectedFaults.push(/Failed to load resource|ERR_FAILED/)
  await page.route('**/checklist.json', (route) => route.abort())
  await page.goto('/report/?platform=azimuth')
  await expect(page.getByRole('alert')).toContainText('Your answers are safe in this browser')
  await page.unroute('**/checklist.json')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('region', { name: 'Verdict' })).toBeVisible()
})
