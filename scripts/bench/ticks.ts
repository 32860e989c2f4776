// Measures what people feel of a tick, and of many at once: from the click until it is painted, on a CPU slowed four
// times.
// Prints figures and judges nothing: times depend on the machine, ratios and bytes are what to compare.
import { buildLarge, median, openBench, report } from './tools.ts'

const slowdown = 4
/** A rollout that is larger than any we know of, and a browser that has seen many of them. */
const large = { folder: '.cache/bench', items: 1000, rollouts: 20 }
const bulkRuns = 7
/** What opening a panel, or an answer, leaves to do is done by then. */
const settleMs = 3000
const bench = await openBench()
const address = await bench.serve('.', 4700)
const page = await bench.browser.newPage()
const session = await page.context().newCDPSession(page)
await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })

const ticks = await measureTicks(`${address}azimuth/checklist/`, '**/nothing')
const bareTicks = await measureTicks(`${address}azimuth/checklist/`, '**/_astro/*.js')
report(`tick to paint, CPU ${slowdown} times slower`, ticks)
report('the same box without our script', bareTicks)
console.log(`ratio of the medians: ${(median(ticks) / median(bareTicks)).toFixed(2)}`)

await measureLargeRollout()
await bench.close()

/** The same with a thousand items on the page, and twenty such rollouts in storage. */
async function measureLargeRollout(): Promise<void> {
  buildLarge(large.folder, large.items)
  const url = `${await bench.serve(large.folder, 4710)}large/checklist/`
  await measureBulk(url)
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

/** All items at once, and back: from the click to the frame after which every row and the figure of the list say so. */
async function measureBulk(url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'networkidle' })
  const ticks: number[] = []
  const undos: number[] = []
  for (let run = 0; run < bulkRuns; run++) {
    await page.locator('.view-bar button', { hasText: 'Change several' }).click()
    await page.locator('.view-panel').waitFor()
    await page.waitForTimeout(settleMs)
    ticks.push(await page.evaluate(pressAndWait, { button: '.view-panel .actions button', done: large.items }))
    await page.waitForTimeout(settleMs)
    undos.push(await page.evaluate(pressAndWait, { button: '.view-told button', done: 0 }))
    await page.waitForTimeout(settleMs)
  }
  report(`tick ${large.items} items at once to paint, CPU ${slowdown} times slower`, ticks)
  report('undo of all of them', undos)
}

/** Runs in the page: presses the first button that a selector finds. */
async function pressAndWait({ button, done }: { button: string; done: number }): Promise<number> {
  const nextPaint = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = resolve
        channel.port2.postMessage(undefined)
      })
    })
  const isShown = () =>
    document.querySelectorAll('[data-item] > input:checked').length === done &&
    document.querySelector('.view-bar [data-figure]')?.textContent.startsWith(`${done} `)
  const started = performance.now()
  document.querySelector<HTMLButtonElement>(button)?.click()
  do await nextPaint()
  while (!isShown())
  return performance.now() - started
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
