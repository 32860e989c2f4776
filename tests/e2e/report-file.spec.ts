import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { loadBundled } from '../exports-bundle.ts'
import type * as ReportFiles from '../fixtures/report-files.ts'

/** Everything here happens on files on the disk, without a network. */
test.use({ offline: true })
test.describe.configure({ mode: 'default' })

const folder = mkdtempSync(join(tmpdir(), 'golive-report-file-'))
const check = (page: Page) => page.locator('#golive-check')
let files: typeof ReportFiles
let html: string

test.beforeAll(async () => {
  files = await loadBundled<typeof ReportFiles>('tests/fixtures/report-files.ts')
  html = await files.makeReportFile(4)
})

/** Opens a text as a file; returns what the page asked for besides itself, and what it complained about. */
async function openFile(page: Page, text: string | Buffer): Promise<string[]> {
  const file = join(folder, 'payments-2.4.0.html')
  writeFileSync(file, text)
  const address = pathToFileURL(file).href
  const faults: string[] = []
  page.on('request', (request) => {
    if (request.url() !== address) faults.push(request.url())
  })
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(address)
  return faults
}

const waitForCheck = (page: Page) => expect(check(page)).not.toHaveAttribute('data-state', 'unchecked')

test('a file opened from disk checks itself and asks for nothing', async ({ page }) => {
  const faults = await openFile(page, html)
  await expect(check(page)).toContainText('Unchanged, and all 2 signatures fit')
  await expect(check(page)).toContainText('not who holds them')
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('Conditional go')
  expect(faults).toEqual([])
})

test('a file says which signatures it cannot check', async ({ page }) => {
  await openFile(page, await files.makePartlyKnownFile())
  await expect(check(page)).toContainText('Unchanged, but 1 of 2 signatures cannot be checked here')
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('a file reads, and says that nothing was checked', async ({ page }) => {
    await openFile(page, html)
    await expect(check(page)).toContainText('Not checked')
    await expect(page.getByRole('heading', { name: 'Accepted risks' })).toBeVisible()
    await expect(page.getByText('single zone until Q1').first()).toBeVisible()
  })
})

const changes: [string, (text: string) => string, RegExp][] = [
  ['the verdict', (text) => text.replace('</svg>Conditional go', '</svg>Go'), /"Go", and should be "Conditional go"/],
  ['a reason', (text) => text.replace('single zone until Q1', 'two zones'), /should be "single zone until Q1"/],
  [
    'an item that was taken out',
    (text) => text.replace(/<li class="frozen-item[\s\S]*?<\/li>/, ''),
    /Missing: ".*Run in more than one zone/,
  ],
  ['the style', (text) => text.replace('<style>', '<style>.frozen-item{display:none}'), /looks of the page/],
  ['the policy', (text) => text.replace("default-src 'none'", 'default-src *'), /should be/],
  ['the script', (text) => text.replace(/"use strict"|\(\(\)=>\{/, '$&;'), /not as it was exported/],
  ['a script that was added', (text) => text.replace('<main>', '<main><script>alert(1)</script>'), /should be/],
  ['the payload', (text) => text.replace(/("payload":"[^"]{400})./, '$1A'), /cannot be read|does not fit|should be/],
  ['a key', (text) => text.replace(/MFkw[^\\]{20}/, (key) => key.replace(/.$/, 'A')), /is no|should be|cannot be read/],
]

for (const [what, change, words] of changes) {
  test(`a file says that it was changed: ${what}`, async ({ page }) => {
    const changed = change(html)
    expect(changed).not.toBe(html)
    await openFile(page, changed)
    await expect(check(page)).toHaveAttribute('data-state', 'changed')
    await expect(check(page)).toContainText('Changed')
    await expect(check(page)).toContainText(words)
  })
}

test('no changed byte passes for an unchanged file', async ({ page, context }) => {
  test.setTimeout(180_000)
  const reader = await context.newPage()
  await reader.evaluate((text) => Object.assign(window, { original: text }), html)
  /** A letter of a tag that changes its case is no change of the document: nobody and nothing that reads it sees one. */
  const readsTheSame = (text: string) =>
    reader.evaluate((changed) => {
      const [a, b] = [changed, (window as unknown as { original: string }).original].map((each) =>
        new DOMParser().parseFromString(each, 'text/html'),
      )
      return a?.isEqualNode(b ?? null)
    }, text)
  let checked = 0
  for (const position of listPositions(120)) {
    const bytes = Buffer.from(html)
    bytes[position] = (bytes[position] ?? 0) ^ (1 << (position % 7))
    if (await readsTheSame(bytes.toString())) continue
    await openFile(page, bytes)
    // Where the policy itself is broken, no script runs, and the words that nothing was checked stay.
    const allowed = position < html.indexOf('<title>') ? ['changed', 'unchecked'] : ['changed']
    expect(allowed, JSON.stringify(html.slice(position - 20, position + 20))).toContain(await readState(page))
    checked++
  }
  expect(checked).toBeGreaterThan(100)
})

/** What became of the check; `unchecked` when nothing did for a long time. */
function readState(page: Page): Promise<string | undefined> {
  const read = () => {
    const state = document.getElementById('golive-check')?.dataset['state']
    return state === 'unchecked' ? undefined : state
  }
  return page.waitForFunction(read, null, { timeout: 10_000 }).then(
    (state) => state.jsonValue(),
    () => 'unchecked',
  )
}

/** Spread over the file, three of four outside of the long script; always the same, so that a fault comes again. */
function listPositions(count: number): number[] {
  const script = html.lastIndexOf('<script>')
  return Array.from({ length: count }, (_, index) => {
    const part = ((index * 7_919) % count) / count
    return index % 4 === 0 ? Math.floor(part * html.length) : Math.floor(part * script)
  })
}

test('the commands in a file verify it with openssl', async ({ page }) => {
  const missing = ['openssl', 'jq', 'bash'].filter((tool) => spawnSync(tool, ['--version']).error)
  test.skip(missing.length > 0, `needs ${missing.join(' and ')}`)
  await openFile(page, html)
  const commands = (await page.locator('.file-commands').textContent()) ?? ''
  const ids = await page.locator('.file-signatures code').allTextContents()
  for (const [index, id] of ids.entries()) {
    const pem = await page.locator('.file-key', { hasText: id }).locator('pre').textContent()
    writeFileSync(join(folder, `signer-${index + 1}.pem`), pem ?? '')
  }
  const told = execFileSync('bash', ['-ec', commands], { cwd: folder, encoding: 'utf8' })
  expect(told.match(/Verified OK|Signature Verified Successfully/g)).toHaveLength(2)
  await expect(page.locator('.frozen-facts')).toContainText(told.slice(0, 64))
  expect(JSON.parse(readFileSync(join(folder, 'payload.json'), 'utf8')).predicate.rollout.id).toBe('payments-2.4.0')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a file has no fault of accessibility (${colorScheme})`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 390, height: 800 } })
    const page = await context.newPage()
    await openFile(page, html)
    await waitForCheck(page)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await context.close()
  })
}

test('a file prints black on white, with its digest on every page', async ({ browser }) => {
  const context = await browser.newContext({ colorScheme: 'dark' })
  const page = await context.newPage()
  await openFile(page, await files.makeReportFile(60))
  await waitForCheck(page)
  await page.emulateMedia({ media: 'print' })
  const looks = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { color, backgroundColor } = getComputedStyle(element)
        return [color, backgroundColor]
      })
  for (const selector of ['.frozen-word', '.frozen-status', '.frozen-title', '.file-check-word']) {
    expect((await looks(selector))[0]).toBe('rgb(0, 0, 0)')
  }
  for (const selector of ['body', '.frozen-stamp', '#golive-check']) {
    expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']).toContain((await looks(selector))[1])
  }
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(3)
  await context.close()
})
