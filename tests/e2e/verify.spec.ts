import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { envelopeBlockId, openBlock } from '../../src/exports/report-file/data-block.ts'
import { readVector, vectorCases } from '../unit/core/signoff/vectors.ts'
import { expectAccessible } from './accessibility.ts'
import { expect, test } from './fixtures.ts'
import {
  checklistFile,
  commitDigest,
  fillExpected,
  findVector,
  type GivenFile,
  giveBytes,
  giveCase,
  giveFiles,
  giveVector,
  imageDigest,
  openVerify,
  resultOf,
  trustFile,
  verify,
} from './verify-desk.ts'

const goodReport = giveVector('envelopes/good.dsse', 'payments-2.4.0.dsse.json')

test('a signed report is accepted, with its people, and the command line says the same', async ({ page }) => {
  await openVerify(page)
  await giveFiles(page, goodReport, trustFile, checklistFile)
  await expect(page.getByText('From you', { exact: true })).toBeVisible()
  await expect(page.getByLabel('Rollout id'), 'nothing comes from the report by itself').toHaveValue('')
  await expect(page.getByLabel('Environment')).toHaveValue('')
  await expect(page.getByLabel('Digest', { exact: true })).toHaveValue('')
  await fillExpected(page)
  await verify(page)

  const result = resultOf(page)
  await expect(result.getByRole('heading', { name: 'Result' })).toBeFocused()
  await expect(result).toContainText('Accepted')
  await expect(result.getByRole('listitem').filter({ hasText: 'alice@example.com' })).toContainText('Signs here as sre')
  await expect(result.getByRole('listitem').filter({ hasText: 'bob@example.com' })).toContainText('SHA256:')
  const report = page.getByRole('region', { name: 'The report' })
  await expect(report).toContainText('Shown from the very bytes that were verified')
  await expect(report).not.toContainText('Not verified')
  await expect(report).toContainText('billed centrally')

  const command = (await page.getByRole('region', { name: 'On the command line' }).locator('code').textContent()) ?? ''
  expect(runCommand(command, [goodReport, trustFile, checklistFile])).toBe(0)

  await page.getByLabel('Rollout id').fill('payments-2.5.0')
  await expect(result, 'a result of something else is no result').toBeHidden()
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(page.getByRole('region', { name: 'The report' })).toBeHidden()
  await expect(page.getByLabel('Rollout id')).toHaveValue('')
  const stored = await page.evaluate(() => Object.keys({ ...localStorage, ...sessionStorage }))
  expect(stored.filter((key) => key.startsWith('golive:'))).toEqual([])
})

/** Runs what the screen shows with the built tool, in a folder with the files that were given. */
function runCommand(command: string, files: readonly GivenFile[]): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'golive-verify-'))
  for (const { name, buffer } of files) writeFileSync(join(folder, name), buffer)
  const tool = `${process.execPath} ${resolve('dist/golive.mjs')}`
  return spawnSync('sh', ['-c', command.replace(/^golive/, tool)], { cwd: folder }).status
}

test('signatures in several files count together, and so does the envelope in an HTML report', async ({ page }) => {
  const bundles = giveCase(findVector('bundles'))
  await openVerify(page)
  await giveFiles(page, ...bundles, trustFile, checklistFile)
  await fillExpected(page)
  await verify(page)
  await expect(resultOf(page)).toContainText('Accepted')

  for (const { name } of bundles) await page.getByRole('button', { name: `Remove ${name}` }).click()
  const text = goodReport.buffer.toString('utf8')
  const html = `<!doctype html><title>Report</title>${openBlock(envelopeBlockId)}${text}</script>`
  await giveFiles(page, giveBytes('payments-2.4.0.html', html))
  await verify(page)
  await expect(resultOf(page)).toContainText('Accepted')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save its envelope' }).click()
  expect((await download).suggestedFilename()).toBe('payments-2.4.0.dsse.json')
})

const refusals: readonly [what: string, vector: string, subject: string, code: string][] = [
  ['a changed byte', 'payload-changed', imageDigest, 'no-valid-signature'],
  ['a stripped signature', 'stripped-policy', imageDigest, 'role-missing'],
  ['another commit', 'good', `gitCommit:${'a'.repeat(40)}`, 'subject-mismatch'],
]

for (const [what, vector, subject, code] of refusals) {
  test(`${what} is refused, in words, with its code, and nothing looks verified`, async ({ page }) => {
    await openVerify(page)
    await giveFiles(page, ...giveCase(findVector(vector)), trustFile, checklistFile)
    await fillExpected(page, subject)
    await verify(page)
    await expect(resultOf(page)).toContainText('Refused')
    await expect(resultOf(page).getByText(code, { exact: true }).first()).toBeVisible()
    await expect(page.getByRole('region', { name: 'The report' })).toContainText('Not verified.')
  })
}

test('without a trust file nobody is identified, and nothing is judged', async ({ page }) => {
  await openVerify(page)
  await giveFiles(page, goodReport)
  await fillExpected(page)
  await verify(page)
  await expect(resultOf(page)).toContainText('Cannot judge')
  await expect(resultOf(page)).toContainText('trust-missing')
  const report = page.getByRole('region', { name: 'The report' })
  await expect(report).toContainText('Not verified. Nothing was judged yet')
  await expect(report).toContainText('nobody is identified. The file holds 2 signatures')
  await expect(report.locator('.fingerprint')).toHaveCount(2)
})

test('what is taken from the report has to be confirmed, and is said with the result', async ({ page }) => {
  await openVerify(page)
  await giveFiles(page, goodReport, trustFile, checklistFile)
  await fillExpected(page)
  await page.getByLabel('Rollout id').fill('')
  await page.getByRole('button', { name: 'Take it over: payments-2.4.0' }).click()
  await page.getByRole('button', { name: `Take it over: ${commitDigest}` }).click()
  await verify(page)
  await expect(resultOf(page)).toBeHidden()
  await expect(page.getByText('Confirm it, or write over')).toBeVisible()
  await page.getByRole('checkbox', { name: /I compared what is taken from the report \(rollout id, what is/ }).check()
  await verify(page)
  await expect(resultOf(page)).toContainText('Accepted')
  await expect(resultOf(page)).toContainText('Taken from the report itself, and confirmed by you')
})

test('a missing argument is said at its field, and nothing is accepted by default', async ({ page }) => {
  await openVerify(page)
  await giveFiles(page, goodReport, trustFile)
  await verify(page)
  await expect(resultOf(page)).toContainText('Cannot judge')
  await expect(page.getByLabel('Rollout id')).toHaveAccessibleDescription(/Say which rollout this has to be/)
  await expect(page.getByLabel('Environment')).toHaveAccessibleDescription(/Say for which environment/)
  await expect(page.getByLabel('Digest', { exact: true })).toHaveAccessibleDescription(/Say what is rolled out/)
  await expect(page.getByText('Say by which checklist')).toBeVisible()
})

test('the checklist of this site is loaded, and another one is refused', async ({ page }) => {
  await openVerify(page)
  await giveFiles(page, goodReport, trustFile)
  await fillExpected(page)
  await page.getByLabel('Checklist', { exact: true }).selectOption('Azimuth')
  await verify(page)
  await expect(resultOf(page)).toContainText('checklist-mismatch')
  await page.getByLabel('Checklist', { exact: true }).selectOption('By its digest alone')
  const digest = '1ab11b97c24f471d39480359c7e415e136285c68c1fa39fec107961a7b91a7f4'
  await page.getByLabel('Digest of the checklist').fill(digest)
  await verify(page)
  await expect(resultOf(page)).toContainText('Accepted')
  await expect(resultOf(page)).toContainText('The items were not compared with the checklist')
})

test('the trust file of a site is used when asked for only, and gives way to one that is given', async ({ page }) => {
  await page.route('**/verify/', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: (await response.text()).replace('site-trust="false"', 'site-trust="true"') })
  })
  await page.route('**/golive-trust.json', (route) => route.fulfill({ body: trustFile.buffer }))
  await openVerify(page)
  await giveFiles(page, goodReport, checklistFile)
  await fillExpected(page)
  await verify(page)
  await expect(resultOf(page)).toContainText('trust-missing')
  await page.getByRole('button', { name: 'Use the trust file of this site' }).click()
  await expect(page.getByText('From this site, not from you')).toBeVisible()
  await verify(page)
  await expect(resultOf(page)).toContainText('Accepted')
  await expect(resultOf(page)).toContainText('Judged under the trust file of this site')
  await giveFiles(page, giveBytes('mine.json', trustFile.buffer))
  await expect(page.getByText('From you', { exact: true })).toBeVisible()
  await expect(page.getByText('From this site, not from you')).toBeHidden()
})

const hostileRows = [
  'malformed envelope',
  'huge, deep, many',
  'prototype pollution',
  'duplicate and case-variant members',
]
const hostile = vectorCases.filter(({ row, status, trust }) => {
  return hostileRows.includes(row) && status === 'refused' && trust === 'trust/trust.trust'
})

test('hostile files are refused with their reasons in under two seconds each, and the page stays alive', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await openVerify(page)
  await giveFiles(page, trustFile, checklistFile)
  await fillExpected(page)
  expect(hostile.length).toBeGreaterThan(40)
  for (const vector of hostile) {
    const files = giveCase(vector)
    await page.getByLabel('Choose files, or drop them').setInputFiles(files)
    const [first] = files
    const remove = page.getByRole('button', { name: `Remove ${first?.name}` })
    await expect(remove, vector.name).toBeVisible({ timeout: 4_000 })
    const began = Date.now()
    await verify(page)
    await expect(resultOf(page), vector.name).toContainText(/Refused|Cannot judge/, { timeout: 4_000 })
    expect.soft(Date.now() - began, vector.name).toBeLessThan(2_000)
    for (const code of vector.codes) {
      await expect.soft(page.getByText(code, { exact: true }).first(), `${vector.name}: ${code}`).toBeVisible()
    }
    await expect(page.getByText('Accepted', { exact: true })).toBeHidden()
    for (const { name } of files) await page.getByRole('button', { name: `Remove ${name}` }).click()
  }
  expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([])
})

test('other files are told apart and said', async ({ page }) => {
  const random = Uint8Array.from({ length: 50_000 }, (_, index) => (index * 7919) % 256)
  await openVerify(page)
  await giveFiles(page, giveBytes('empty.json', ''), giveBytes('photo.jpg', random))
  await expect(page.getByText('The file is empty.')).toBeVisible()
  await expect(page.getByText('This is no signed report, no trust file')).toBeVisible()
  await giveFiles(page, giveBytes('film.mp4', Buffer.alloc(34_000_000)))
  await expect(page.getByText(/at most 33.6 MB are read/)).toBeVisible()
  await giveFiles(page, giveBytes('page.html', '<!doctype html><title>Hello</title>'))
  await expect(page.getByText('carries no envelope')).toBeVisible()
  await giveFiles(page, giveBytes('refused.json', readVector('trust/trust-key-private.trust')))
  await expect(page.getByText('This trust file is refused whole')).toBeVisible()
  await expect(page.getByText('key-private', { exact: true })).toBeVisible()
})

test('everything works when the network is gone', async ({ page, context }) => {
  await openVerify(page)
  // What is loaded at leisure has had its time.
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => /\/offline\.\S+css/.test(name)),
  )
  await context.setOffline(true)
  await giveFiles(page, goodReport, trustFile, checklistFile)
  await fillExpected(page)
  await verify(page)
  await expect(resultOf(page)).toContainText('Accepted')
})

test('all of it can be done by keyboard', async ({ page }) => {
  await openVerify(page)
  await giveFiles(page, goodReport, trustFile, checklistFile)
  const goTo = async (name: string) => {
    for (let step = 0; step < 60; step++) {
      if ((await page.evaluate(() => document.activeElement?.id)) === name) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab does not lead to "${name}"`)
  }
  await page.getByLabel('Choose files, or drop them').focus()
  await goTo('field-rollout')
  await page.keyboard.type('payments-2.4.0')
  await goTo('field-environment')
  await page.keyboard.type('production')
  await goTo('field-subjects[0]')
  await page.keyboard.type(commitDigest)
  await page.keyboard.press('Enter')
  await expect(resultOf(page).getByRole('heading', { name: 'Result' })).toBeFocused()
})

test('every state is accessible in both themes and fits on a phone', async ({ page }) => {
  test.setTimeout(180_000)
  await openVerify(page)
  await expectAccessible(page, 'empty')
  await giveFiles(page, giveVector('envelopes/good-three.dsse', 'payments-2.4.0.dsse.json'))
  await expectAccessible(page, 'a report alone')
  await verify(page)
  await expect(resultOf(page)).toContainText('Cannot judge')
  await expectAccessible(page, 'cannot judge')
  await giveFiles(page, trustFile, checklistFile)
  await fillExpected(page)
  await verify(page)
  await expect(resultOf(page)).toContainText('Accepted')
  await expectAccessible(page, 'accepted')
  await page.getByLabel('Rollout id').fill('payments-2.5.0')
  await page.getByRole('button', { name: 'Take it over: production' }).click()
  await verify(page)
  await expectAccessible(page, 'to be confirmed')
  await page.getByRole('checkbox', { name: /I compared/ }).check()
  await verify(page)
  await expect(resultOf(page)).toContainText('Refused')
  await giveFiles(page, giveBytes('broken.dsse.json', '{"payload": "'))
  await giveFiles(page, giveVector('trust/trust-key-rsa.trust', 'golive-trust.json'))
  await verify(page)
  await expectAccessible(page, 'refused files')
})
