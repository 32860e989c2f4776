// Measures what people feel, on the built site: a tick until it is painted, and a search, on a CPU slowed four times.
// Prints figures and judges nothing: times depend on the machine, ratios and bytes are what to compare.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chromium, type Page } from '@playwright/test'
import { browserArguments, findBrowser } from '../tests/browser.ts'
import { copyProject } from '../tests/project-copy.ts'
import { writeLargePlatform } from './bench-content.ts'

const slowdown = 4
/** A rollout that is larger than any we know of, and a browser that has seen many of them. */
const large = { folder: '.cache/bench', items: 1000, rollouts: 20 }
const servers: ChildProcess[] = []
const address = await serve('.', 4700)
const executablePath = findBrowser()
const browser = await chromium.launch({ args: browserArguments, ...(executablePath && { executablePath }) })
const page = await browser.newPage()
const session = await page.context().newCDPSession(page)
await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })

const ticks = await measureTicks(`${address}azimuth/checklist/`, '**/nothing')
const bareTicks = await measureTicks(`${address}azimuth/checklist/`, '**/_astro/*.js')
report('tick to paint', ticks)
report('the same box without our script', bareTicks)
console.log(`ratio of the medians: ${(median(ticks) / median(bareTicks)).toFixed(2)}`)
report('search, first word of a fresh page to first result', await repeat(5, () => measureSearch(page, true)))
report('search, next word', await repeat(5, () => measureSearch(page, false)))

await measureLargeRollout()

await browser.close()
for (const server of servers) server.kill()

async function serve(folder: string, port: number): Promise<string> {
  const server = spawn('node', ['scripts/serve.ts', '--port', String(port)], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  servers.push(server)
  const [line] = await once(server.stdout, 'data')
  return /http:\S+/.exec(String(line))?.[0] ?? ''
}

/** The same with a thousand items on the page, and twenty such rollouts in storage. */
async function measureLargeRollout(): Promise<void> {
  copyProject(large.folder)
  writeLargePlatform(large.folder, 'large', large.items)
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: large.folder, stdio: 'pipe' })
  const url = `${await serve(large.folder, 4710)}large/checklist/`
  await page.goto(url, { waitUntil: 'networkidle' })
  const bytes = await page.evaluate(fillStorage, large)
  console.log(`storage of ${large.rollouts} rollouts with ${large.items} done items each: ${bytes} characters an item`)
  const started = performance.now()
  await page.goto(url, { waitUntil: 'load' })
  console.log(`page with ${large.items} items loaded after ${Math.round(performance.now() - started)} ms`)
  const times = await measureTicks(url, '**/nothing')
  const bare = await measureTicks(url, '**/_astro/*.js')
  report(`tick to paint, ${large.items} items, ${large.rollouts} rollouts`, times)
  report('the same box without our script', bare)
  console.log(`ratio of the medians: ${(median(times) / median(bare)).toFixed(2)}`)
}

/** Runs in the page. Every second item of the rollout that is shown stays open, to be ticked. */
function fillStorage({ items, rollouts }: { items: number; rollouts: number }): number {
  const facts = document.querySelector<HTMLMetaElement>('meta[name="golive:items"]')
  const { digests } = JSON.parse(facts?.content ?? '')
  const at = '2026-11-01T10:00:00.000Z'
  let length = 0
  for (let rollout = 0; rollout < rollouts; rollout++) {
    const id = rollout === 0 ? 'large-first' : `large-${rollout}`
    localStorage.setItem(`golive:rollout:${id}`, JSON.stringify({ format: 2, platform: { at, value: 'large' } }))
    for (let item = rollout === 0 ? 1 : 0; item < items; item += rollout === 0 ? 2 : 1) {
      const value = { itemDigest: digests[`item-${item}`], kind: 'done' }
      const key = `golive:item:${id}:item-${item}`
      const text = JSON.stringify({ format: 2, state: { at, value } })
      localStorage.setItem(key, text)
      length = key.length + text.length
    }
  }
  return length
}

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
async function measureTicks(url: string, blocked: string): Promise<number[]> {
  await page.route(blocked, (route) => route.abort())
  await page.goto(url, { waitUntil: 'networkidle' })
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
  // By name: a box that is ticked is no longer among those that are not.
  const open = page.locator('[data-item] > input:not(:checked)')
  const ids = await open.evaluateAll((boxes) => boxes.map(({ id }) => id))
  for (const id of ids.slice(0, 25)) {
    await page.locator(`#${id}`).click()
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
