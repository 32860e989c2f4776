// Measures the search as people use it, on a CPU slowed four times: from opening the dialog and typing a word to the
// first result, on a fresh page and on one that has searched, with a server and from the copy, and what a query fetches
// as the content grows ten times. Prints figures and judges nothing.
import type { BrowserContext, CDPSession, Page } from '@playwright/test'
import { buildLarge, openBench, report } from './tools.ts'

const slowdown = 4
const runs = 15
const large = { folder: '.cache/bench-search', items: 10_000 }
/** Of the content of every build, so that the same is found in all of them. */
const words = ['velero', 'alert', 'restore', 'use_lockfile', 'quota']
const bench = await openBench()
const small = await bench.serve('.', 4720)

await measureTimes('with a server', small, false)
await measureTimes('from the copy, offline', small, true)
await measureBytes('this content', small)
buildLarge(large.folder, large.items)
await measureBytes(`and a platform with ${large.items} items`, await bench.serve(large.folder, 4730))
await bench.close()

async function measureTimes(name: string, address: string, isOffline: boolean): Promise<void> {
  const context = await openContext(address, isOffline)
  const cold: number[] = []
  const warm: number[] = []
  for (let run = 0; run < runs; run++) {
    const page = await context.newPage()
    const session = await slowDown(page)
    await page.goto(`${address}azimuth/`, { waitUntil: 'load' })
    await page.waitForTimeout(1500)
    cold.push(await measureSearch(page, 'velero'))
    // What the first answer left to do is done.
    await page.waitForTimeout(500)
    warm.push(await measureSearch(page, 'alert'))
    await session.detach()
    await page.close()
  }
  report(`search ${name}, CPU ${slowdown} times slower, opening the dialog and the first word`, cold)
  report(`search ${name}, CPU ${slowdown} times slower, the next word`, warm)
  await context.close()
}

async function openContext(address: string, isOffline: boolean): Promise<BrowserContext> {
  const context = await bench.browser.newContext({ serviceWorkers: isOffline ? 'allow' : 'block' })
  if (isOffline) {
    const page = await context.newPage()
    await page.goto(address)
    await page.getByText(/^Available offline/).waitFor({ timeout: 120_000 })
    await page.close()
    await context.setOffline(true)
  }
  return context
}

async function slowDown(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  return session
}

/**
 * From the key that opens the dialog, or from the word in its field, to the frame with the first result. The word comes
 * with the first frame that shows the field; all of it happens in the page, without the time of whoever drives it.
 */
function measureSearch(page: Page, word: string): Promise<number> {
  return page.evaluate(async (text) => {
    const frame = () => new Promise(requestAnimationFrame)
    const findField = () => document.querySelector<HTMLInputElement>('dialog[open] input[type="search"]')
    const started = performance.now()
    if (!findField()) document.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }))
    while (!findField()) await frame()
    const field = findField()
    if (field) field.value = text
    field?.dispatchEvent(new InputEvent('input', { bubbles: true }))
    while (!document.querySelector('dialog ol li')?.textContent?.toLowerCase().includes(text)) await frame()
    return performance.now() - started
  }, word)
}

/** Bytes as they lie in the folder: what the search loads is compressed already. */
async function measureBytes(name: string, address: string): Promise<void> {
  const context = await bench.browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  let bytes = 0
  context.on('response', async (response) => {
    const size = await response
      .request()
      .sizes()
      .catch(() => undefined)
    bytes += size?.responseBodySize ?? 0
  })
  const fetched: string[] = []
  for (const word of words) {
    await page.goto(`${address}azimuth/`, { waitUntil: 'networkidle' })
    bytes = 0
    await page.keyboard.press('/')
    await page.getByRole('searchbox').fill(word)
    await page.getByRole('dialog').getByRole('link').first().waitFor()
    await page.waitForTimeout(1000)
    fetched.push(`${word} ${(bytes / 1000).toFixed(1)} KB`)
  }
  console.log(`fetched for a first query, ${name}: ${fetched.join(', ')}`)
  await context.close()
}
