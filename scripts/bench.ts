// Measures what people feel, on the built site: a tick until it is painted, and a search, on a CPU slowed four times.
// Prints figures and judges nothing: times depend on the machine, ratios and bytes are what to compare.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chromium, type Page } from '@playwright/test'
import { browserArguments, findBrowser } from '../tests/browser.ts'

const slowdown = 4
const server = spawn('node', ['scripts/serve.ts', '--port', '4700'], { stdio: ['ignore', 'pipe', 'inherit'] })
const [line] = await once(server.stdout, 'data')
const address = /http:\S+/.exec(String(line))?.[0] ?? ''
const executablePath = findBrowser()
const browser = await chromium.launch({ args: browserArguments, ...(executablePath && { executablePath }) })
const page = await browser.newPage()
const session = await page.context().newCDPSession(page)
await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })

const ticks = await measureTicks('**/nothing')
const bareTicks = await measureTicks('**/_astro/*.js')
report('tick to paint', ticks)
report('the same box without our script', bareTicks)
console.log(`ratio of the medians: ${(median(ticks) / median(bareTicks)).toFixed(2)}`)
report('search, first word of a fresh page to first result', await repeat(5, () => measureSearch(page, true)))
report('search, next word', await repeat(5, () => measureSearch(page, false)))

await browser.close()
server.kill()

function report(name: string, times: number[]): void {
  const figures = `median ${median(times).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms, ${times.length} times`
  console.log(`${name}, CPU ${slowdown} times slower: ${figures}`)
}

function median(times: readonly number[]): number {
  return quantile(times, 0.5)
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

/** From the click to the first task after the frame that shows it. */
async function measureTicks(blocked: string): Promise<number[]> {
  await page.route(blocked, (route) => route.abort())
  await page.goto(`${address}azimuth/checklist/`, { waitUntil: 'networkidle' })
  await page.unroute(blocked)
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { goliveTimes: times })
    addEventListener(
      'click',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => times.push(performance.now() - timeStamp)
          channel.port2.postMessage(undefined)
        })
      },
      { capture: true },
    )
  })
  for (const box of (await page.getByRole('checkbox').all()).slice(0, 25)) {
    await box.click()
    await page.waitForTimeout(50)
  }
  return page.evaluate(() => (window as unknown as { goliveTimes: number[] }).goliveTimes)
}

async function measureSearch(page: Page, isCold: boolean): Promise<number> {
  if (isCold) {
    await page.goto(`${address}azimuth/`, { waitUntil: 'networkidle' })
    await page.keyboard.press('/')
  }
  const input = page.getByRole('searchbox')
  await input.fill('')
  const started = performance.now()
  await input.fill(isCold ? 'velero' : 'alert')
  await page.waitForFunction(
    (word) => document.querySelector('dialog ol li')?.textContent?.toLowerCase().includes(word),
    isCold ? 'velero' : 'alert',
    { polling: 'raf' },
  )
  return performance.now() - started
}

async function repeat(times: number, measure: () => Promise<number>): Promise<number[]> {
  const results: number[] = []
  for (let run = 0; run < times; run++) results.push(await measure())
  return results
}
