import { cpSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { browserArguments, findBrowser } from '../browser.ts'
import { makeFolder } from '../fixtures/offline-site.ts'
import { subPathFolder } from '../sites.ts'
import {
  expect,
  findSignViolations,
  type Page,
  rowOf,
  signOf,
  storedText,
  test,
  waitForCopy,
} from './offline-fixtures.ts'

/** Reads, ticks and stores, whatever became of the copy. */
async function useSite(page: Page): Promise<void> {
  await page.goto('azimuth/repository/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await rowOf(page, 'own-repository').getByRole('checkbox').check()
  await expect(rowOf(page, 'own-repository').getByText(/^saved \d/)).toBeVisible()
  expect(await storedText(page, 'item:azimuth-first:own-repository')).toContain('"done"')
}

/** When what is loaded at leisure has had its time. */
const settle = (page: Page) =>
  page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => /\/offline\.\S+css/.test(name)),
  )

for (const [name, refuse] of [
  ['has no service worker', () => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker')],
  [
    'refuses the worker',
    () => {
      ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('No', 'SecurityError'))
    },
  ],
] as const) {
  test(`a browser that ${name} reads and stores, and says nothing of it`, async ({ context, page }) => {
    await context.addInitScript(refuse)
    await useSite(page)
    await settle(page)
    await expect(signOf(page)).toHaveText('')
    await context.setOffline(true)
    await expect(signOf(page)).toHaveText('Offline. This page stays; others are not kept in this browser.')
  })
}

test('an address that is not secure reads and stores', async ({ site }) => {
  const executablePath = findBrowser()
  const browser = await chromium.launch({
    args: [...browserArguments, '--host-resolver-rules=MAP golive.test 127.0.0.1'],
    ...(executablePath && { executablePath }),
  })
  const page = await browser.newPage({ baseURL: site.url.replace('127.0.0.1', 'golive.test') })
  const faults: string[] = []
  page.on('pageerror', ({ message }) => faults.push(message))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  await useSite(page)
  await settle(page)
  expect(await page.evaluate(() => isSecureContext)).toBe(false)
  await expect(signOf(page)).toHaveText('')
  expect(faults).toEqual([])
  await browser.close()
})

test('a network that goes away too early is said; the rest comes when it is back', async ({ context, page, site }) => {
  site.interfere = (path, response) => {
    if (!path.startsWith('pagefind/')) return false
    response.destroy()
    return true
  }
  test.setTimeout(180_000)
  await useSite(page)
  // A browser asks several times for what breaks off.
  await expect(signOf(page)).toContainText('Not available offline yet: not all of it came.', { timeout: 90_000 })
  await context.setOffline(true)
  await expect(signOf(page)).toContainText('Offline. Not available offline yet')
  expect(await findSignViolations(page)).toEqual([])
  await context.setOffline(false)
  site.interfere = undefined
  await signOf(page).getByRole('button', { name: 'Try again' }).click()
  await waitForCopy(page)
})

test('a browser without room says so, and keeps what is stored', async ({ context, page, site }) => {
  const devtools = await context.newCDPSession(page)
  await page.goto('')
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(site.url).origin, quotaSize: 1_000_000 })
  await useSite(page)
  await expect(signOf(page)).toContainText('Not available offline: this browser has no room.', { timeout: 30_000 })
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(site.url).origin })
  await signOf(page).getByRole('button', { name: 'Try again' }).click()
  await waitForCopy(page)
  await page.reload()
  await expect(rowOf(page, 'own-repository').getByRole('checkbox')).toBeChecked()
})

test('a browser that is to save data is asked first', async ({ context, page, site }) => {
  const saveData = async (tab: Page) => {
    const devtools = await context.newCDPSession(tab)
    await devtools.send('Emulation.setDataSaverOverride', { dataSaverEnabled: true })
  }
  await saveData(page)
  await useSite(page)
  const button = signOf(page).getByRole('button', { name: /^Keep for offline use, up to \d+\.\d MB$/ })
  await expect(button).toBeVisible()
  expect(site.asked).not.toContain('sw.js')
  expect(await findSignViolations(page)).toEqual([])

  const held: ServerResponse[] = []
  site.interfere = (path, response) => path === 'golive.mjs' && held.push(response) > 0
  await button.click()
  await expect(signOf(page).getByRole('progressbar', { name: 'Kept for offline use' })).toBeVisible()
  await expect(signOf(page)).toContainText(/Being kept for offline use\.[1-9]\.\d of \d+\.\d MB/, { timeout: 30_000 })
  expect(await findSignViolations(page)).toEqual([])
  site.interfere = undefined
  // Cut off, it is asked for once more.
  for (const response of held) response.destroy()
  await waitForCopy(page)
  expect(await findSignViolations(page)).toEqual([])
  await page.goto('azimuth/')
  await waitForCopy(page)
})

test('what is kept is loaded after the page, and the worker comes from this site only', async ({ page }) => {
  await page.goto('azimuth/checklist/')
  await waitForCopy(page)
  const times = await page.evaluate(() => {
    const [opened] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const late = performance.getEntriesByType('resource').filter(({ name }) => /\/(start|offline)\.\S+/.test(name))
    return { loadedAt: opened?.loadEventStart ?? 0, lateAt: late.map(({ startTime }) => startTime) }
  })
  expect(times.lateAt.length).toBeGreaterThan(1)
  for (const lateAt of times.lateAt) expect(lateAt).toBeGreaterThanOrEqual(times.loadedAt)
})

test('a copy that the browser or the person took away is made again', async ({ page, context }) => {
  await page.goto('')
  await waitForCopy(page)
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name)
  })
  await page.goto('azimuth/')
  await waitForCopy(page)
  await context.setOffline(true)
  await page.goto('report/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('two copies of the site on one origin, and other programs, do not touch each other', async ({
  page,
  site,
  builds,
}) => {
  const folder = makeFolder()
  cpSync(builds.first, folder.path, { recursive: true })
  cpSync(subPathFolder, join(folder.path, 'docs'), { recursive: true })
  site.serve(folder.path)
  // No page, so nothing of ours runs yet, and the browser looks for an icon by itself.
  site.interfere = (path, response) => path === 'favicon.ico' && response.writeHead(204).end() === response
  await page.goto('azimuth/checklist.json')
  await page.evaluate(async () => {
    for (const name of ['other', 'golive-files-0:/', 'golive-files-0:/docs/', 'golive-files-0:/elsewhere/'])
      await caches.open(name)
  })
  await page.goto('')
  await waitForCopy(page)
  const names = () => page.evaluate(async () => (await caches.keys()).sort())
  const others = ['golive-files-0:/elsewhere/', 'other']
  const root = ['golive-files-1:/', 'golive-memory-1:/']
  await expect.poll(names).toEqual(['golive-files-0:/docs/', ...others, ...root].sort())
  await page.goto('docs/azimuth/')
  await waitForCopy(page)
  const docs = ['golive-files-1:/docs/', 'golive-memory-1:/docs/']
  await expect.poll(names).toEqual([...docs, ...others, ...root].sort())
  await site.stop()
  for (const path of ['docs/report/', 'report/']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  folder.remove()
})

test('the site can be installed', async ({ context, page }) => {
  await page.goto('azimuth/')
  await waitForCopy(page)
  const devtools = await context.newCDPSession(page)
  const { errors, data, url } = await devtools.send('Page.getAppManifest')
  expect(errors).toEqual([])
  expect(url).toMatch(/\/manifest\.webmanifest$/)
  const manifest = JSON.parse(data ?? '')
  expect(manifest).toMatchObject({ short_name: 'Golive', start_url: './', scope: './', display: 'standalone' })
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
  // A browser of a test is a private one, in which nothing is installed.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
  for (const { src, sizes } of manifest.icons) {
    const size = await page.evaluate(async (address) => {
      const image = await createImageBitmap(await (await fetch(address)).blob())
      return `${image.width}x${image.height}`
    }, `/${src}`)
    expect(size, src).toBe(sizes)
  }
})
