import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import type { TestInfo } from '@playwright/test'
import { parse } from 'yaml'
import { expectAccessible } from './accessibility.ts'
import { digestOf, expect, type Page, rowOf, storeBefore, storedText, test } from './fixtures.ts'

// Rules for secrets take their time on a busy machine.
const patient = expect.configure({ timeout: 30_000 })

const item = 'own-repository'
const key = `item:azimuth-first:${item}`
const outputs: Record<string, { good: string; bad: string }> = parse(
  readFileSync('tests/vectors/proof/outputs.yaml', 'utf8'),
)
const { good, bad } = outputs['azimuth/own-repository'] ?? { good: '', bad: '' }
const at = '2026-11-20T10:00:00.000Z'
const rollout = JSON.stringify({ format: 2, platform: { at, value: 'azimuth' }, name: { at, value: 'Portal' } })

async function openForm(page: Page, id = item, guide = '/azimuth/repository/') {
  await page.goto(guide)
  const row = rowOf(page, id)
  await row.locator('summary').first().click()
  await row.getByRole('button', { name: 'Judge its output' }).click()
  await patient(row.getByLabel('Output of the check')).toBeFocused()
  return row
}

async function storedItem(page: Page, name = key) {
  return JSON.parse((await storedText(page, name)) ?? '{}')
}

async function evidenceOf(page: Page, name = key): Promise<string[]> {
  const fields = Object.entries<{ value: { text: string } }>(await storedItem(page, name))
  return fields.filter(([field]) => field.startsWith('evidence/')).map(([, { value }]) => value.text)
}

async function importFile(page: Page, name: string, content: string | Buffer) {
  await page.goto('/rollouts/')
  await page
    .getByLabel(/^Files to import/)
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })
}

/** What the script of a rollout wrote, with a fake `git` on its path. */
function runChecks(testInfo: TestInfo, ids: readonly string[]): Buffer {
  const pathOf = (name: string) => testInfo.outputPath(name)
  const platform = { at, value: 'azimuth' }
  const file = { format: 1, kind: 'golive-rollout', rollout: { id: 'portal', platform }, items: {} }
  writeFileSync(pathOf('portal.golive.json'), JSON.stringify(file))
  writeFileSync(pathOf('remotes'), good)
  writeFileSync(pathOf('git'), `#!/bin/sh\nif [ "$1" = remote ]; then cat '${pathOf('remotes')}'; fi\n`, {
    mode: 0o755,
  })
  execFileSync(process.execPath, [
    ...['dist/golive.mjs', 'checks', pathOf('portal.golive.json')],
    ...['-o', pathOf('checks.sh')],
  ])
  const env = { PATH: `${pathOf('')}:/usr/bin:/bin`, HOME: pathOf(''), GOLIVE_RELEASE_TAG: '2.5.0' }
  const args = [pathOf('checks.sh'), '--yes', '-o', pathOf('results.txt'), ...ids]
  const { stderr } = spawnSync('sh', args, { env, cwd: pathOf(''), encoding: 'utf8' })
  expect(stderr).toBe('')
  return readFileSync(pathOf('results.txt'))
}

const allTexts = (page: Page) =>
  page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([name]) => name.startsWith('golive:'))
      .sort(),
  )

test('output is judged as it is pasted, and kept or ticked only when somebody says so', async ({ page }) => {
  const row = await openForm(page)
  await row.getByLabel('Output of the check').fill(bad)
  await expect(row.getByText('✗ Fail')).toBeVisible()
  await expect(row.getByRole('button', { name: 'Keep and tick' })).toHaveCount(0)
  await row.getByLabel('Output of the check').fill(good)
  await expect(row.getByText('✓ Pass')).toBeVisible()
  await expect(row.getByText('Still for you to look at: That origin is your own host.')).toBeVisible()
  await expectAccessible(page, 'a judged output', `[data-item="${item}"]`)
  expect(await storedText(page, key)).toBeNull()

  await row.getByRole('button', { name: 'Keep as evidence' }).click()
  await patient(row.getByText(/^Kept \d/)).toBeVisible()
  await expect(row.getByRole('button', { name: 'Judge its output' })).toBeFocused()
  await expect(row.getByRole('checkbox').first()).not.toBeChecked()
  expect(await evidenceOf(page)).toEqual([expect.stringContaining('judged by its rule: pass')])
  expect((await storedItem(page)).state).toBeUndefined()

  await row.getByRole('button', { name: 'Judge its output' }).click()
  await row.getByLabel('Output of the check').fill(good)
  await row.getByRole('button', { name: 'Keep and tick' }).click()
  await patient(row.getByText(/^Kept and ticked/)).toBeVisible()
  await expect(row.getByRole('checkbox').first()).toBeChecked()
  expect((await storedItem(page)).state.value).toEqual({ kind: 'done', itemDigest: digestOf(item) })
  await row.locator('.history > summary').click()
  await expect(row.locator('.history')).toContainText('evidence added')
  await expect(row.locator('.history')).toContainText('state: open → done')

  await row.getByRole('button', { name: 'Judge its output' }).click()
  await row.getByLabel('Output of the check').fill(good)
  await expect(row.getByText(/answered already/)).toBeVisible()
  await expect(row.getByRole('button', { name: 'Keep and tick' })).toHaveCount(0)
})

test('an empty field is never judged, and silence is an answer of its own', async ({ page }) => {
  const row = await openForm(page, 'resource-requests', '/kubernetes/capacity/')
  await row.getByLabel('Output of the check').fill('  \n')
  await expect(row.locator('.proof-verdict')).toHaveCount(0)
  await expect(row.getByRole('button', { name: 'Keep as evidence' })).toHaveCount(0)
  await row.getByRole('button', { name: 'It printed nothing' }).click()
  await expect(row.getByText('✓ Pass')).toBeVisible()
  await row.getByLabel('Output of the check').fill('error: You must be logged in to the server')
  await expect(row.getByText('? Unclear')).toBeVisible()
  await row.getByRole('button', { name: 'Cancel' }).click()
  await expect(row.getByLabel('Output of the check')).toHaveCount(0)
  expect(await storedText(page, 'item:kubernetes-first:resource-requests')).toBeNull()
})

test('a secret in what decides is shown, and masked before anything is kept', async ({ page }) => {
  const token = `ghp_${'a1B2c3D4e5'.repeat(3)}f6G7h8`
  const row = await openForm(page)
  const leaking = good.replaceAll('https://github.com', `https://me:${token}@github.com`)
  await row.getByLabel('Output of the check').fill(leaking)
  await expect(row.getByText('✓ Pass')).toBeVisible()
  await row.getByRole('button', { name: 'Keep as evidence' }).click()
  const question = page.getByRole('dialog')
  await patient(question).toContainText('before anything is kept')
  await expectAccessible(page, 'the question about secrets in an output', '[role="dialog"], dialog')
  await question.getByRole('button', { name: 'Cancel' }).click()
  expect(await storedText(page, key)).toBeNull()
  await row.getByRole('button', { name: 'Keep as evidence' }).click()
  await patient(question).toBeVisible()
  await question.getByRole('button', { name: 'Mask and go on' }).click()
  await patient(row.getByText(/^Kept \d/)).toBeVisible()
  const [text = ''] = await evidenceOf(page)
  expect(text).toContain('[masked:')
  expect(text).not.toContain(token)
})

test('the script of a rollout runs, and its results become evidence that one press takes back', async ({
  context,
  page,
}, testInfo) => {
  test.slow()
  const results = runChecks(testInfo, [item, 'git-crypt', 'secret-file-names'])
  const reason = { kind: 'blocked', reason: 'waits for the vendor' }
  await storeBefore(context, {
    'golive:rollout:portal': rollout,
    'golive:rollout:azimuth-first': rollout.replace('Portal', 'Another'),
    'golive:item:portal:secret-file-names': JSON.stringify({ format: 2, state: { at, value: reason } }),
  })
  await page.goto('/rollouts/')
  const before = await allTexts(page)
  await importFile(page, 'portal.checks.txt', results)
  await patient(page.getByText('Script of checks for the rollout “portal”')).toBeVisible()
  await expect(page.getByLabel('For the rollout')).toHaveValue('portal')
  const proposal = page.locator(`[data-proposal="${item}"]`)
  await patient(proposal.getByText('✓ Pass')).toBeVisible()
  await expect(proposal.getByRole('checkbox')).toBeChecked()
  await expect(page.locator('[data-proposal="secret-file-names"]').getByRole('checkbox')).not.toBeChecked()
  await proposal.locator('summary').click()
  await expect(proposal.locator('pre')).toContainText('upstream')
  await expectAccessible(page, 'results of a script', '.proof-import')
  expect(await allTexts(page)).toEqual(before)

  await page.getByLabel('For the rollout').selectOption('azimuth-first')
  await patient(page.getByText('They are of the rollout "portal".')).toBeVisible()
  await page.getByLabel('For the rollout').selectOption('portal')
  await patient(page.getByText('They are of the rollout "portal".')).toHaveCount(0)
  await patient(proposal).toBeVisible()
  await page.getByRole('button', { name: 'Keep as evidence' }).click()
  await patient(page.getByText(/^Kept evidence for \d+ items? of “Portal”/)).toBeVisible()
  expect(await evidenceOf(page, `item:portal:${item}`)).toEqual([expect.stringContaining('judged by its rule: pass')])
  expect((await storedItem(page, 'item:portal:secret-file-names')).state.value).toEqual(reason)
  expect(await evidenceOf(page, 'item:portal:secret-file-names')).toEqual([])
  await expectAccessible(page, 'kept results', '.imported')
  await page.getByRole('button', { name: 'Undo the import of portal.checks.txt' }).click()
  await expect(page.getByText('is as it was before.')).toBeVisible()
  expect(await allTexts(page)).toEqual(before)
})

for (const [name, file, about] of [
  ['kube-bench', 'kube-bench-totals.output', 'Report of kube-bench'],
  ['Polaris', 'polaris.output', 'Report of Polaris'],
] as const) {
  test(`a report of ${name} offers evidence, and tells what no item asks for`, async ({ page }) => {
    await importFile(page, `${name}.json`, readFileSync(`tests/vectors/proof/${file}`))
    await patient(page.getByText(about)).toBeVisible()
    await expect(page.getByLabel('For the rollout').locator('option')).toHaveCount(1)
    await patient(page.locator('.proposal').first()).toBeVisible()
    const offered = await page.locator('.proposal').count()
    expect(offered).toBeGreaterThan(1)
    const chosen = page.locator('.proposal:has(input:checked)')
    await expect(chosen).toHaveCount(await page.locator('.proposal', { hasText: '✓ Pass' }).count())
    for (const box of await chosen.getByRole('checkbox').all()) await box.uncheck()
    await page.getByRole('button', { name: 'Keep as evidence' }).click()
    await expect(page.getByRole('alert')).toContainText(['Nothing is chosen.'])
    for (const box of await page.locator('.proposal').getByRole('checkbox').all()) await box.check()
    await page.getByText(/findings? that no item asks for$/).click()
    await expect(page.locator('.proof-left li').first()).toBeVisible()
    await expectAccessible(page, `a report of ${name}`, '.proof-import')
    await page.getByRole('button', { name: 'Keep as evidence' }).click()
    await patient(page.getByText(/^Kept evidence for/)).toBeVisible()
    const texts = await allTexts(page)
    expect(texts.filter(([, text]) => text.includes('"evidence/'))).toHaveLength(offered)
    expect(texts.filter(([, text]) => text.includes('"state"'))).toEqual([])
    await page.getByRole('button', { name: /^Undo/ }).click()
    await expect(page.getByText('is as it was before.')).toBeVisible()
  })
}

const junit = `<?xml version="1.0"?>
<testsuites><testsuite name="nightly" timestamp="2026-11-20T10:00:00Z">
  <testcase name="restores the backup"><properties><property name="golive.item" value="default-deny"/></properties></testcase>
  <testcase name="zone-spread"><failure message="one zone"/></testcase>
  <testcase name="shows the page"/>
</testsuite></testsuites>`

test('tests that name an item are evidence of it', async ({ page }) => {
  await storeBefore(page.context(), {
    'golive:rollout:shop': rollout.replace('azimuth', 'kubernetes').replace('Portal', 'Shop'),
  })
  await importFile(page, 'nightly.xml', junit)
  await patient(page.getByText('JUnit report, nightly')).toBeVisible()
  await page.getByLabel('For the rollout').selectOption('shop')
  await patient(page.locator('[data-proposal="default-deny"]').getByText('✓ Pass')).toBeVisible()
  await expect(page.locator('[data-proposal="default-deny"]').getByRole('checkbox')).toBeChecked()
  const failed = page.locator('[data-proposal="zone-spread"]')
  await expect(failed.getByText('✗ Fail')).toBeVisible()
  await expect(failed.getByRole('checkbox')).not.toBeChecked()
  await page.getByText('1 finding that no item asks for').click()
  await expect(page.getByText('shows the page')).toBeVisible()
})

for (const [name, suite] of [
  ['one suite alone', '<testsuite name="alone"><testcase name="zone-spread"/></testsuite>'],
  ['a suite without tests', '<testsuite name="alone"/>'],
  ['an empty suite', '<testsuite/>'],
] as const) {
  test(`a JUnit report of ${name} is read`, async ({ page }) => {
    await importFile(page, 'alone.xml', suite)
    await patient(page.getByText(/^JUnit report/)).toBeVisible()
    await patient(page.getByRole('heading', { name: /1 item|offers nothing/ })).toBeVisible()
  })
}

for (const [name, content, faults] of [
  ['results that were cut off', 'golive-check-results 1\nrollout a\nplatform b!\n', ['line 3', 'line 4']],
  ['a document type', '<?xml version="1.0"?><!DOCTYPE a><testsuite name="a"/>', ['declares a document type']],
  ['a wrong report of kube-bench', '{"Controls":[7,{"tests":8}]}', ['Controls[0]', 'Controls[1].tests']],
  ['an unknown platform', unknownPlatform(), ['which this site does not have']],
] as const) {
  test(`refused with every place, and nothing changed: ${name}`, async ({ page }) => {
    await page.goto('/rollouts/')
    const before = await allTexts(page)
    await importFile(page, 'bad.file', content)
    await patient(page.getByRole('alert').filter({ hasText: 'was not imported, nothing was changed' })).toBeVisible()
    for (const fault of faults) await expect(page.locator('.faults')).toContainText(fault)
    expect(await allTexts(page)).toEqual(before)
  })
}

test.describe('XML that was cut off', () => {
  // Chromium styles the element in which its parser tells a fault, and the policy does not let it.
  test.use({ expectedFaults: [/Applying inline style violates/] })

  test('is refused', async ({ page }) => {
    await importFile(page, 'cut.xml', '<testsuite name="a"><testcase')
    await patient(page.locator('.faults')).toContainText('is not XML, or was cut off')
  })
})

function unknownPlatform(): string {
  const head = ['golive-check-results 1', 'rollout a', 'platform nowhere', `checklist sha256:${'0'.repeat(64)}`]
  return [...head, 'started 2026-11-20T10:00:00Z', '', 'finished 2026-11-20T10:00:00Z', ''].join('\n')
}

test('the report saves the script and the dates', async ({ context, page }) => {
  await storeBefore(context, { 'golive:rollout:azimuth-first': rollout })
  await page.goto('/report/?platform=azimuth')
  await page.getByRole('button', { name: 'Save calendar' }).click()
  await patient(page.getByText('Nothing to save yet: no launch is planned, and nothing expires.')).toBeVisible()

  const [script] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save checks.sh' }).click(),
  ])
  expect(script.suggestedFilename()).toBe('checks.sh')
  expect(readFileSync(await script.path(), 'utf8')).toMatch(/^#!\/bin\/sh\n# Checks of the rollout "Portal"/)
  await expectAccessible(page, 'the report with a saved script', '.report .actions')

  const risk = {
    kind: 'risk-accepted',
    reason: 'one site until spring',
    acceptedBy: 'Ana',
    expiresAt: '2099-01-31T23:59:59.999Z',
    itemDigest: digestOf(item),
  }
  const record = JSON.stringify({ format: 2, state: { at, value: risk } })
  await page.evaluate(([name, text]) => localStorage.setItem(`golive:${name}`, text ?? ''), [key, record])
  await page.reload()
  const [ends] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save calendar' }).click(),
  ])
  await expect(page.getByText('because no launch is planned: it holds what expires.')).toBeVisible()
  expect(readFileSync(await ends.path(), 'utf8').match(/SUMMARY:.+/g)).toEqual([
    expect.stringContaining('Accepted risk ends'),
  ])

  const planned = { ...JSON.parse(rollout), plannedLaunch: { at, value: '2099-05-04T09:00' } }
  await page.evaluate((text) => localStorage.setItem('golive:rollout:azimuth-first', text), JSON.stringify(planned))
  await page.reload()
  const [calendar] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save calendar' }).click(),
  ])
  expect(calendar.suggestedFilename()).toBe('azimuth-first.ics')
  const text = readFileSync(await calendar.path(), 'utf8')
  expect(text).toContain('DTSTART:20990504T090000')
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(5)
})

test('secrets in the dates and in the script are shown, and masked before they are saved', async ({
  context,
  page,
}) => {
  test.slow()
  const token = `ghp_${'a1B2c3D4e5'.repeat(3)}f6G7h8`
  const stored = JSON.parse(rollout)
  await storeBefore(context, {
    'golive:rollout:azimuth-first': JSON.stringify({
      ...stored,
      environment: { at, value: `prod ${token}` },
      plannedLaunch: { at, value: '2099-05-04T09:00' },
      rollbackCommand: { at, value: `deploy --token ${token} --undo` },
    }),
  })
  await page.goto('/report/?platform=azimuth')
  const question = page.getByRole('dialog')
  for (const name of ['Save calendar', 'Save checks.sh']) {
    await page.getByRole('button', { name }).click()
    await patient(question).toContainText(name === 'Save calendar' ? 'the calendar' : 'the script')
    await question.getByRole('button', { name: 'Cancel' }).click()
    await expect(question).toHaveCount(0)
    await page.getByRole('button', { name }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      question.getByRole('button', { name: 'Mask and go on' }).click(),
    ])
    // Lines of a calendar are folded.
    const text = readFileSync(await file.path(), 'utf8').replaceAll('\r\n ', '')
    expect(text).toContain('[masked:')
    expect(text).not.toContain(token)
  }
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('output is pasted, judged and kept', async ({ page }) => {
    const row = await openForm(page)
    await row.getByLabel('Output of the check').fill(good)
    await row.getByRole('button', { name: 'Keep and tick' }).tap()
    await patient(row.getByText(/^Kept and ticked/)).toBeVisible()
    await expect(row.getByRole('checkbox').first()).toBeChecked()
  })
})
