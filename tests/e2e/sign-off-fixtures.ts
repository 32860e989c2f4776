import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type Browser, type BrowserContext, expect as expectAnything, type Page, type TestInfo } from '@playwright/test'
import { itemDigestLength, recordFormat } from '../../src/core/index.ts'
import { listBuiltItems, storeBefore } from './fixtures.ts'

/** Rules for secrets, keys and a whole report take their time on a busy machine. */
export const expect = expectAnything.configure({ timeout: 30_000 })

export const rollout = 'payments-2.4.0'
export const image = 'a'.repeat(64)
const commit = 'b'.repeat(40)

const at = new Date(Date.now() - 3_600_000).toISOString()
const field = (value: unknown) => ({ at, value })
const people = [
  { name: 'Alice', role: 'sre' },
  { name: 'Bob', role: 'security' },
]

/** Storage of somebody who answered every item of the checklist, but those that are named. */
export async function seedRollout(
  context: BrowserContext,
  { open = [], fields = {}, note }: { open?: string[]; fields?: object; note?: string } = {},
): Promise<void> {
  const answered = listBuiltItems().filter(({ id }) => !open.includes(id))
  const entries = answered.map(({ id, digest }, index) => {
    const state = field({ kind: 'done', itemDigest: digest.slice(0, itemDigestLength) })
    const evidence = field({ kind: 'link', url: 'https://git.example.com/payments/7', collectedAt: at })
    const record = {
      format: recordFormat,
      state,
      'evidence/1': evidence,
      ...(index === 0 && note && { note: field(note) }),
    }
    return [`golive:item:${rollout}:${id}`, JSON.stringify(record)]
  })
  const record = {
    format: recordFormat,
    platform: field('azimuth'),
    name: field('Payments 2.4.0'),
    environment: field('production'),
    people: field(people),
    subjects: field([
      { name: 'registry.example.com/payments', digest: `sha256:${image}` },
      { name: 'git+https://git.example.com/payments', digest: `gitCommit:${commit}` },
    ]),
    ...fields,
  }
  await storeBefore(context, {
    ...Object.fromEntries(entries),
    [`golive:rollout:${rollout}`]: JSON.stringify(record),
    'golive:current': JSON.stringify({ format: recordFormat, platform: 'azimuth', rollouts: { azimuth: rollout } }),
  })
}

/** The sign-off of the report page. */
export const signoffOf = (page: Page) => page.getByRole('region', { name: 'Sign-off', exact: true })

export async function openSignoff(page: Page): Promise<void> {
  await page.goto('/report/')
  await page.getByRole('button', { name: /^(Freeze or sign|Open a frozen report)$/ }).click()
  await expect(signoffOf(page).locator('.signoff-panel')).toBeVisible()
}

export async function freeze(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Freeze the report' }).click()
  await expect(page.getByText(/^Frozen at /)).toBeVisible()
}

export async function makeKey(page: Page, name: string, role: string): Promise<void> {
  await page.getByLabel('Who you are').fill(name)
  await page.getByLabel('Your role').fill(role)
  await page.getByRole('button', { name: /^Make (my|a new) key$/ }).click()
  await expect(page.getByText('in this browser only')).toBeVisible()
}

export async function sign(page: Page): Promise<void> {
  await page.getByLabel(/^I have read the report above/).check()
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(page.getByText('You have signed this report')).toBeVisible()
}

/** A report with every item answered, frozen and not signed yet. */
export async function freezeFirst(context: BrowserContext, page: Page): Promise<void> {
  await seedRollout(context)
  await openSignoff(page)
  await freeze(page)
}

/** The same with one signature. */
export async function signFirst(context: BrowserContext, page: Page): Promise<void> {
  await freezeFirst(context, page)
  await makeKey(page, 'alice@example.com', 'sre')
  await sign(page)
}

/** Presses a button that saves a file; returns its name and content. */
export async function save(page: Page, button: string | RegExp): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

export async function bringFiles(page: Page, ...files: { name: string; text: string }[]): Promise<void> {
  await signoffOf(page)
    .locator('input[type="file"]')
    .setInputFiles(files.map(({ name, text }) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) })))
}

/** What two people on two machines end up with. */
export interface SignedFiles {
  folder: string
  /** Paths of the envelope, the trust file, and the keys. */
  envelope: string
  trust: string
  pems: string[]
  bundles: string[]
}

/** One freezes and signs, the other opens the file with no rollout at all and signs, the first merges both. */
export async function signByTwo(browser: Browser, alice: Page, testInfo: TestInfo): Promise<SignedFiles> {
  await openSignoff(alice)
  await freeze(alice)
  await makeKey(alice, 'alice@example.com', 'sre')
  await sign(alice)
  const [first, aliceEntry] = [await save(alice, 'Save DSSE envelope'), await save(alice, 'Save trust-file entry')]

  const bob = await browser.newPage({ baseURL: new URL(alice.url()).origin })
  await openSignoff(bob)
  await bringFiles(bob, first, aliceEntry)
  await expect(bob.getByText('alice@example.com, sre (claimed)')).toBeVisible()
  await makeKey(bob, 'bob@example.com', 'security')
  await sign(bob)
  const [second, bobEntry] = [await save(bob, 'Save DSSE envelope'), await save(bob, 'Save trust-file entry')]
  const bobPem = await save(bob, 'Save as PEM')
  await bob.context().close()

  await bringFiles(alice, second, bobEntry)
  await expect(alice.getByText('bob@example.com, security (claimed)')).toBeVisible()
  await expect(alice.getByText('Every required role is claimed')).toBeVisible()
  const files = [
    await save(alice, 'Save DSSE envelope'),
    await save(alice, 'Save as PEM'),
    bobPem,
    await save(alice, 'Save Sigstore bundle of alice-example.com'),
    await save(alice, 'Save Sigstore bundle of bob-example.com'),
    await save(alice, 'Save record of the rollout'),
    { name: 'trust.json', text: formatTrust(aliceEntry.text, bobEntry.text) },
  ]
  const folder = testInfo.outputPath('files')
  mkdirSync(folder, { recursive: true })
  for (const { name, text } of files) writeFileSync(`${folder}/${name}`, text)
  const paths = files.map(({ name }) => `${folder}/${name}`)
  const [envelope = '', alicePem = '', pemOfBob = '', aliceBundle = '', bobBundle = '', , trust = ''] = paths
  return { folder, envelope, trust, pems: [alicePem, pemOfBob], bundles: [aliceBundle, bobBundle] }
}

function formatTrust(...entries: string[]): string {
  const require = people.map(({ role }) => ({ role, count: 1 }))
  return JSON.stringify({ version: 1, signers: entries.map((entry) => JSON.parse(entry)), policy: { require } })
}

/** Exit status of `golive verify` of the built command line tool. */
export function verify(file: string, trust: string | undefined, subject = `gitCommit:${commit}`): number | null {
  const wanted = ['--subject', `sha256:${image}`, '--subject', subject, '--rollout', rollout]
  const rest = ['--environment', 'production', '--checklist', 'dist/azimuth/checklist.json']
  const trusted = trust === undefined ? [] : ['--trust', trust]
  return spawnSync(process.execPath, ['dist/golive.mjs', 'verify', file, ...trusted, ...wanted, ...rest]).status
}

/** Output of a shell that stops at the first line which fails. */
export function shell(folder: string, ...lines: string[]): string {
  return execFileSync('bash', ['-euo', 'pipefail', '-c', lines.join('\n')], { cwd: folder, encoding: 'utf8' })
}

export function hasProgram(name: string): boolean {
  return spawnSync(name, ['version']).error === undefined
}
