import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, chromium } from '@playwright/test'
import { readHtmlFiles } from '../../src/build/html-files.ts'
import { browserArguments, findBrowser } from '../browser.ts'
import { makeFolder, type OfflineSite, openOfflineSite } from '../fixtures/offline-site.ts'
import { subPath, subPathFolder } from '../sites.ts'
import { expect, type Page, rowOf, test } from './fixtures.ts'
import { signOf, waitForCopy } from './offline-fixtures.ts'

const queries = [
  'velero',
  'restore drill',
  'use_lockfile',
  'portal-external',
  'git-crypt',
  '--insecure-ignore-tlog',
  'backup',
  'network policy',
  'ħħħħ',
  'kube',
]

for (const [base, folder] of [
  ['/', 'dist'],
  [subPath, subPathFolder],
] as const) {
  test.describe(`after one visit to the home page, without server and network, under ${base}`, () => {
    test.describe.configure({ mode: 'serial' })
    const profile = makeFolder()
    let site: OfflineSite
    let context: BrowserContext
    let faults: string[] = []

    /** The browser of one person, with what it keeps on disk. */
    const openBrowser = async () => {
      const executablePath = findBrowser()
      context = await chromium.launchPersistentContext(profile.path, {
        args: browserArguments,
        serviceWorkers: 'allow',
        baseURL: site.url,
        ...(executablePath && { executablePath }),
      })
      context.on('page', watch)
      for (const page of context.pages()) watch(page)
    }
    const watch = (page: Page) => {
      page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
      page.on('requestfailed', (request) => {
        // What a page still loads when the next one is opened is given up.
        if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(`no answer for ${request.url()}`)
      })
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) faults.push(`${page.url()}: ${message.text()}`)
      })
    }

    test.beforeAll(async () => {
      site = await openOfflineSite(folder, base)
      await openBrowser()
      const page = await context.newPage()
      await page.goto('./')
      await waitForCopy(page)
      await page.close()
      await context.setOffline(true)
      await site.stop()
      site.asked.length = 0
    })

    test.beforeEach(() => {
      faults = []
    })

    test.afterEach(() => {
      expect(faults).toEqual([])
    })

    test.afterAll(async () => {
      await context.close()
      profile.remove()
    })

    test('every page opens, with everything it is made of', async () => {
      test.setTimeout(120_000)
      const page = await context.newPage()
      for (const [index, { url, text }] of readHtmlFiles(folder).entries()) {
        // What pages are made of is much the same for all: one in five is waited for until it has everything.
        const response = await page.goto(url.slice(1), { waitUntil: index % 5 === 0 ? 'load' : 'domcontentloaded' })
        expect(response?.status(), url).toBe(200)
        expect(await response?.text(), url).toBe(text)
      }
      await page.close()
    })

    test('what is published is there, each byte of it', async () => {
      const page = await context.newPage()
      await page.goto('./')
      for (const path of ['azimuth/checklist.json', 'schema/report.json', 'golive.mjs', 'favicon.svg']) {
        const text = await page.evaluate(async (address) => (await fetch(address)).text(), path)
        expect(text, path).toBe(readFileSync(join(folder, path), 'utf8'))
      }
      await page.close()
    })

    test('ten queries find what they find with network', async ({ browser }) => {
      const other = await openOfflineSite(folder, base)
      // The same words on the same site, with a server and without a copy.
      const online = await browser.newPage({ baseURL: other.url, serviceWorkers: 'block' })
      const page = await context.newPage()
      await page.goto('azimuth/')
      await online.goto('azimuth/')
      const found = await search(page)
      expect(found).toEqual(await search(online))
      expect(found.map(({ urls }) => urls.length > 0)).toEqual(queries.map((query) => query !== 'ħħħħ'))
      await page.keyboard.press('/')
      await page.getByRole('searchbox').fill('restore drill')
      await page.getByRole('dialog').getByRole('link').first().click()
      await expect(page).toHaveURL(/#/)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await online.close()
      await page.close()
      await other.stop()
    })

    test('a tick is stored, a report exported, a rollout moved by file', async () => {
      const page = await context.newPage()
      await page.goto('azimuth/repository/')
      await rowOf(page, 'own-repository').getByRole('checkbox').check()
      await expect(rowOf(page, 'own-repository').getByText(/^saved \d/)).toBeVisible()
      // The rest of a row comes by scripts of its own.
      await rowOf(page, 'own-repository').locator('summary').first().click()
      await expect(rowOf(page, 'own-repository').getByRole('textbox', { name: 'Note', exact: true })).toBeVisible()

      await page.goto('report/?platform=azimuth')
      await expect(page.getByRole('region', { name: 'Verdict' })).toContainText(/1 of \d+ done/)
      const report = await download(page, 'Save as JSON')
      expect(JSON.parse(report.text).sections[0].items[0]).toMatchObject({ id: 'own-repository', state: 'done' })

      await page.goto('rollouts/')
      const rollout = await download(page, 'Export file')
      const changed = rollout.text.replaceAll('own-repository', 'protect-main')
      await page
        .getByLabel(/^Files to import/)
        .setInputFiles({ name: rollout.name, mimeType: 'application/json', buffer: Buffer.from(changed) })
      await page.getByRole('button', { name: 'Import', exact: true }).click()
      await expect(page.getByText(/^Imported 1 answer/)).toBeVisible()
      await page.close()
    })

    test('the browser is closed and opened again', async () => {
      await context.close()
      await openBrowser()
      await context.setOffline(true)
      const page = await context.newPage()
      await page.goto('azimuth/repository/#protect-main')
      await expect(rowOf(page, 'own-repository').getByRole('checkbox')).toBeChecked()
      await expect(rowOf(page, 'protect-main').getByRole('checkbox')).toBeChecked()
      await expect(rowOf(page, 'protect-main')).toBeInViewport()
      await expect(signOf(page)).toContainText(/^Offline\. Everything works from the copy of \d{4}-\d\d-\d\d\./)
      await page.close()
    })

    test('addresses as people type them: without slash, with a query, with an index, and one that leads nowhere', async () => {
      const page = await context.newPage()
      await page.goto('azimuth?q=1#top')
      expect(page.url()).toBe(`${site.url}azimuth/?q=1#top`)
      await page.goto('report/?platform=azimuth')
      await expect(page.getByRole('region', { name: 'Verdict' })).toBeVisible()
      await page.goto('azimuth/index.html')
      await expect(page.getByRole('heading', { level: 1, name: 'Azimuth' })).toBeVisible()
      const lost = await page.goto('azimuth/nowhere/')
      expect(lost?.status()).toBe(404)
      await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible()
      await page.getByRole('main').getByRole('link', { name: 'the platforms' }).click()
      await expect(page).toHaveURL(site.url)
      // A status that is no success is told on the console.
      faults = faults.filter((fault) => !/status of 404/.test(fault))
      await page.close()
    })
  })
}

/** What the dialog answers: how many, and where the first of them lead and what they say. */
async function search(page: Page): Promise<{ says: string; urls: string[]; texts: (string | null)[] }[]> {
  const dialog = page.getByRole('dialog', { name: 'Search' })
  const says = dialog.getByRole('status')
  const answers = []
  await page.keyboard.press('/')
  for (const query of queries) {
    await page.getByRole('searchbox').fill('')
    await expect(says).toHaveText(/two letters or more/)
    await page.getByRole('searchbox').fill(query)
    await expect(says).toHaveText(/\d results?$|^Nothing found/)
    const told = (await says.textContent()) ?? ''
    // They come one after the other, eight at a time.
    await expect(dialog.getByRole('link')).toHaveCount(Math.min(8, Number.parseInt(told, 10) || 0))
    const links = await dialog.getByRole('link').all()
    answers.push({
      says: told,
      urls: await Promise.all(
        links.map(async (link) => new URL((await link.getAttribute('href')) ?? '', page.url()).pathname),
      ),
      texts: await Promise.all(links.map((link) => link.textContent())),
    })
  }
  await page.keyboard.press('Escape')
  return answers
}

async function download(page: Page, name: string): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') }
}
