import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { FormatError, formatAllowedSigners, parseTrust, type SignerEntry } from '../../src/core/signoff/index.ts'
import { goodTrust, readVector } from '../unit/core/signoff/vectors.ts'
import { expectAccessible } from './accessibility.ts'
import { expect, type Page, storedText, test } from './fixtures.ts'
import { giveBytes } from './verify-desk.ts'

const people: SignerEntry[] = JSON.parse(new TextDecoder().decode(goodTrust)).signers
const [alice, bob] = people as [SignerEntry, SignerEntry, ...SignerEntry[]]
const pemOf = ({ keys }: SignerEntry) => keys[0]?.publicKey ?? ''

const lint = (page: Page) => page.getByRole('region', { name: 'Check', exact: true })

async function openTrust(page: Page): Promise<void> {
  await page.goto('/trust/')
  await expect(page.getByRole('button', { name: 'Add', exact: true })).toBeVisible()
}

async function paste(page: Page, text: string, id = ''): Promise<void> {
  await page.getByLabel('What somebody sent').fill(text)
  await page.getByLabel('Whose key it is').fill(id)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
}

async function openFile(page: Page, name: string, bytes: Uint8Array | string): Promise<void> {
  await page.getByLabel('Or files, also dropped').setInputFiles(giveBytes(name, bytes))
}

async function save(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

test('a trust file is made from what people send, and verifiers take it', async ({ page }) => {
  await openTrust(page)
  await expect(lint(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Save golive-trust.json' })).toBeDisabled()

  await paste(page, JSON.stringify(alice))
  await expect(page.getByText('Added alice@example.com with 2 keys.')).toBeVisible()
  await paste(page, pemOf(bob))
  await expect(page.getByText('Say whose key this is')).toBeVisible()
  await paste(page, pemOf(bob), 'bob@example.com')
  await page.getByLabel('Another role of bob@example.com').fill('security')
  await page.getByLabel('Another role of bob@example.com').press('Enter')
  await page.getByLabel('Role', { exact: true }).fill('sre')
  await page.getByRole('button', { name: 'Require another role' }).click()
  await page.getByLabel('Role', { exact: true }).nth(1).fill('security')
  await expect(lint(page)).toContainText('Verifiers take this file.')
  await expect(page.locator('.fingerprint').first()).toHaveText('SHA256:27jBe/yXeKxtpupgyuHutrzd5txehZQPKRUpGOTRtJI')

  const file = await save(page, 'Save golive-trust.json')
  expect(file.name).toBe('golive-trust.json')
  const trust = await parseTrust(new TextEncoder().encode(file.text))
  expect(trust.signers.map(({ id, roles }) => [id, roles])).toEqual([
    ['alice@example.com', ['sre']],
    ['bob@example.com', ['security']],
  ])
  expect(trust.policy).toMatchObject({ maxAgeDays: 14, allowResult: ['PASSED', 'WARNED'], distinctPersons: true })
  const sha256 = createHash('sha256').update(file.text).digest('hex')
  await expect(page.getByText(`sha256:${sha256}`)).toBeVisible()
  await page.getByText('For OpenSSH, openssl and cosign').click()
  expect((await save(page, 'Save allowed_signers')).text).toBe(formatAllowedSigners(trust))
  expect((await save(page, 'Save bob@example.com-1.pem')).text).toBe(pemOf(bob))

  await page.reload()
  await expect(lint(page)).toContainText('Verifiers take this file.')
  expect((await save(page, 'Save golive-trust.json')).text, 'the same draft gives the same bytes').toBe(file.text)
})

test('a file that is there is opened, changed and compared; what was there comes back', async ({ page }) => {
  await openTrust(page)
  await openFile(page, 'golive-trust.json', goodTrust)
  await expect(page.getByText('Opened golive-trust.json.')).toBeVisible()
  await expect(page.getByText('It says the same as the file that was opened.')).toBeVisible()
  await expect(lint(page)).toContainText('key-revoked')

  await page.getByRole('button', { name: 'Revoke', exact: true }).first().click()
  await page.getByLabel('Why, for people').first().fill('lost laptop')
  const changes = page.locator('.line-diff')
  await expect(changes.locator('ins', { hasText: 'revocationReason' })).toHaveText(/\+ .*"lost laptop"/)
  await page.getByLabel('Environment that requires more').fill('production')
  await page.getByRole('button', { name: 'Add the environment' }).click()
  const production = page.getByRole('group', { name: 'In “production” besides' })
  await production.getByLabel('Role').fill('sre')
  await production.getByLabel('How many people').fill('9')
  await expect(production).toContainText('This requires 9 of "sre"')
  await production.getByLabel('How many people').fill('2')
  await expect(lint(page)).toContainText('Verifiers take this file.')
  const { text } = await save(page, 'Save golive-trust.json')
  expect(JSON.parse(text).policy.environments).toEqual({ production: { require: [{ role: 'sre', count: 2 }] } })

  await page.getByRole('button', { name: 'Remove bob@example.com' }).click()
  await expect(page.getByText('Removed bob@example.com.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Remove bob@example.com' })).toBeVisible()

  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(page.getByText('Nobody is in the file yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByLabel('Why, for people').first()).toHaveValue('lost laptop')
})

test('another tab shows the same draft', async ({ page, context }) => {
  await openTrust(page)
  const other = await context.newPage()
  await openTrust(other)
  await paste(page, JSON.stringify(alice))
  await expect(other.getByLabel('Id, as reports show it')).toHaveValue('alice@example.com')
})

test('a private key is named as such and kept nowhere', async ({ page }) => {
  await openTrust(page)
  const secret = '-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49\n-----END PRIVATE KEY-----'
  await paste(page, secret, 'mallory@example.com')
  await expect(page.getByText('is a private key: replace that key')).toBeVisible()
  await openFile(page, 'golive-trust.json', readVector('trust/trust-key-private.trust'))
  await expect(page.getByText('golive-trust.json was not opened.')).toContainText('key-private')
  expect((await storedText(page, 'trust-draft')) ?? '').not.toContain('PRIVATE')
})

test('whatever the core refuses is refused here, with its code', async ({ page }) => {
  test.setTimeout(180_000)
  const names = readdirSync(new URL('../vectors/signoff/trust/', import.meta.url))
  await openTrust(page)
  let refused = 0
  for (const name of names) {
    const bytes = readVector(`trust/${name}`)
    const codes = await parseTrust(bytes).then(
      () => [],
      (error: unknown) => (error instanceof FormatError ? error.reasons.map(({ code }) => code) : ['unexpected']),
    )
    if (codes.length === 0) continue
    refused++
    await page.getByRole('button', { name: 'Start over' }).click()
    await expect(page.getByText('Started over with an empty file.')).toBeVisible()
    await openFile(page, name, bytes)
    const outcome = page.getByText(`Opened ${name}.`).or(page.locator('#entry-said .problem', { hasText: name }))
    await expect(outcome, name).toBeVisible()
    const isOpened = (await page.getByText(`Opened ${name}.`).count()) > 0
    const place = isOpened ? lint(page) : page.locator('#entry-said')
    for (const code of codes) await expect.soft(place, `${name}: ${code}`).toContainText(code)
  }
  expect(refused).toBeGreaterThan(60)
  expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([])
})

test('rubbish in storage is kept aside, and the screen works', async ({ page }) => {
  await page.goto('/404.html')
  await page.evaluate(() => localStorage.setItem('golive:trust-draft', '{rubbish'))
  await openTrust(page)
  await paste(page, JSON.stringify(alice))
  await expect(page.getByText('Added alice@example.com')).toBeVisible()
  expect(await storedText(page, 'aside:trust-draft')).toBe('{rubbish')
})

test('every state is accessible in both themes and fits on a phone', async ({ page }) => {
  test.setTimeout(180_000)
  await openTrust(page)
  await expectAccessible(page, 'empty')
  await paste(page, pemOf(bob), 'bob@example.com')
  await expect(lint(page)).toContainText('2 faults')
  await paste(page, 'nonsense', 'x')
  await expect(page.locator('#entry-said .problem')).toBeVisible()
  await expectAccessible(page, 'faults')
  await openFile(page, 'golive-trust.json', goodTrust)
  await expect(page.getByText('Opened golive-trust.json.')).toBeVisible()
  await page.getByRole('button', { name: 'Revoke', exact: true }).first().click()
  await page.getByText('Counts from').first().click()
  await page.getByText('For OpenSSH, openssl and cosign').click()
  await page.getByText('The file as it would be saved').click()
  await expect(page.locator('.line-diff')).toBeVisible()
  await expectAccessible(page, 'opened')
})

test('all of it can be done by keyboard', async ({ page }) => {
  await openTrust(page)
  await page.getByLabel('What somebody sent').focus()
  await page.keyboard.insertText(pemOf(bob))
  await page.keyboard.press('Tab')
  await page.keyboard.type('bob@example.com')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Added bob@example.com')).toBeVisible()
  const focus = async (id: string) => {
    for (let step = 0; step < 40; step++) {
      if ((await page.evaluate(() => document.activeElement?.id)) === id) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab does not lead to "${id}"`)
  }
  await focus('other-signers[0].roles')
  await page.keyboard.type('security')
  await page.keyboard.press('Enter')
  await focus('place-policy.require[0].role')
  await page.keyboard.type('security')
  await expect(lint(page)).toContainText('Verifiers take this file.')
})
