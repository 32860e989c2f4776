import {
  expect,
  findSignViolations,
  findUpdate,
  madeOf,
  type Page,
  rowOf,
  signOf,
  storedText,
  test,
  waitForCopy,
} from './offline-fixtures.ts'

const key = 'item:azimuth-first:own-repository'
const news = 'A new version is here.'
const before = 'This tab still shows the version before.'

const allTexts = (page: Page) => page.evaluate(() => Object.entries(localStorage).sort())

/** Every file that is kept, with the digest in its key. */
const keptFiles = (page: Page) =>
  page.evaluate(async () => {
    const found = []
    for (const name of (await caches.keys()).filter((key) => key.startsWith('golive-files')))
      found.push(...(await (await caches.open(name)).keys()).map(({ url }) => url))
    return found.sort()
  })

const use = (page: Page) => signOf(page).getByRole('button', { name: 'Reload to use it' }).click()

test('an update waits until somebody takes it; every open tab keeps the files of its build', async ({
  context,
  page,
  site,
  builds,
}) => {
  test.setTimeout(90_000)
  await page.goto('azimuth/repository/')
  await rowOf(page, 'own-repository').getByRole('checkbox').check()
  await waitForCopy(page)
  const other = await context.newPage()
  await other.goto('azimuth/repository/')
  await waitForCopy(other)
  const first = await keptFiles(page)
  const texts = await allTexts(page)

  site.serve(builds.later)
  await findUpdate(page)
  for (const tab of [page, other]) {
    await expect(signOf(tab)).toContainText(news, { timeout: 30_000 })
    expect(await madeOf(tab)).toEqual(['first'])
  }
  // Going on without it is no way into it.
  await other.goto('azimuth/')
  await expect(signOf(other)).toContainText(news)
  expect(await madeOf(other)).toEqual(['first'])
  await other.goto('azimuth/repository/')
  await expect(signOf(other).getByRole('status')).toHaveText(news)

  await use(page)
  await expect.poll(() => madeOf(page).catch(() => [])).toEqual(['two'])
  await waitForCopy(page)
  await expect(page.locator('.is-raised')).toHaveCount(0)
  await expect(rowOf(page, 'own-repository').getByRole('checkbox')).toBeChecked()
  expect(await allTexts(page)).toEqual(texts)

  // The other tab was not touched. Without network, what it loads now is still of its build.
  await context.setOffline(true)
  await expect(signOf(other)).toContainText(before)
  expect(await madeOf(other)).toEqual(['first'])
  await rowOf(other, 'protect-main').locator('summary').first().click()
  await expect(rowOf(other, 'protect-main').getByRole('textbox', { name: 'Note', exact: true })).toBeVisible()
  await other.keyboard.press('Escape')
  await other.getByRole('button', { name: 'Search' }).click()
  await other.getByRole('searchbox').fill('velero')
  await expect(other.getByRole('dialog').getByRole('link').nth(2)).toBeVisible()
  // Pagefind works in a worker, which asks for itself.
  const ask = async () => (await (await fetch('/pagefind/pagefind-entry.json')).json()) as { version: string }
  expect(other.workers()).toHaveLength(1)
  expect(await other.workers()[0]?.evaluate(ask)).toMatchObject({ version: '1.6.0' })
  expect(await page.evaluate(ask)).toMatchObject({ version: '1.6.0-two' })
  await other.keyboard.press('Escape')
  const madeOfList = (tab: Page) =>
    tab.evaluate(async () => ((await (await fetch('/azimuth/checklist.json')).json()) as { made?: string }).made)
  expect(await madeOfList(other)).toBeUndefined()
  expect(await madeOfList(page)).toBe('two')
  expect(await madeOf(other)).toEqual(['first'])
  await rowOf(other, 'protect-main').getByRole('checkbox').check()
  await expect(rowOf(page, 'protect-main').getByRole('checkbox')).toBeChecked()

  await signOf(other).getByRole('button', { name: 'Reload' }).click()
  await expect.poll(() => madeOf(other).catch(() => [])).toEqual(['two'])
  await expect(rowOf(other, 'own-repository').getByRole('checkbox')).toBeChecked()
  await expect(rowOf(other, 'protect-main').getByRole('checkbox')).toBeChecked()
  // Nobody needs the build before: it is gone, and nothing else of this origin.
  await expect.poll(async () => (await keptFiles(other)).length).toBe(first.length)
  await other.goto('azimuth/')
  await expect(signOf(other)).toContainText('Offline. Everything works')
  await expect(other.locator('.is-raised')).toHaveCount(0)
})

test('an update is told once: put off, it stands in the sign only, in every tab and on the next page', async ({
  context,
  page,
  site,
  builds,
}) => {
  await page.goto('')
  await waitForCopy(page)
  const other = await context.newPage()
  await other.goto('azimuth/')
  await waitForCopy(other)
  site.serve(builds.later)
  await findUpdate(page)
  await expect(page.locator('.is-raised')).toContainText(news, { timeout: 30_000 })
  await expect(other.locator('.is-raised')).toContainText(news)
  expect(await findSignViolations(page)).toEqual([])
  await signOf(page).getByRole('button', { name: 'Later' }).click()
  for (const tab of [page, other]) {
    await expect(tab.locator('.is-raised')).toHaveCount(0)
    await expect(signOf(tab)).toContainText(news)
  }
  await expect(signOf(page).getByRole('status')).toBeFocused()
  expect(await findSignViolations(page)).toEqual([])
  await page.goto('azimuth/')
  await expect(signOf(page)).toContainText(news)
  await expect(page.locator('.is-raised')).toHaveCount(0)
  await use(page)
  await expect.poll(() => madeOf(page).catch(() => [])).toEqual(['two'])
})

for (const [name, spoil] of [
  ['answer with an error', (response) => response.writeHead(500).end('Out of order')],
  ['break off', (response) => response.destroy()],
  ['are of another build', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Other')],
] satisfies [string, (response: import('node:http').ServerResponse) => unknown][]) {
  test(`an update whose files ${name} half way is not taken; it is, once they are right`, async ({
    context,
    page,
    site,
    builds,
  }) => {
    test.setTimeout(180_000)
    await page.goto('azimuth/repository/')
    await rowOf(page, 'own-repository').getByRole('checkbox').check()
    await waitForCopy(page)
    const whole = new Set(site.asked).size
    site.serve(builds.later)
    let served = 0
    site.interfere = (path, response) => {
      if (path === 'sw.js' || served++ < 40) return false
      spoil(response)
      return true
    }
    // A worker that fails is no error of the page.
    await findUpdate(page).catch(() => undefined)
    // A browser asks several times for what breaks off.
    await expect(signOf(page)).toContainText('the newer version did not come whole', { timeout: 90_000 })
    await context.setOffline(true)
    await page.goto('azimuth/')
    expect(await madeOf(page)).toEqual(['first'])
    await page.goto('azimuth/repository/')
    await expect(rowOf(page, 'own-repository').getByRole('checkbox')).toBeChecked()
    await expect(signOf(page)).toContainText('Everything works')

    await context.setOffline(false)
    site.interfere = undefined
    site.asked.length = 0
    await page.goto('azimuth/repository/')
    await findUpdate(page).catch(() => undefined)
    await expect(signOf(page)).toContainText(news, { timeout: 30_000 })
    // What came the first time was kept.
    expect(new Set(site.asked).size).toBeLessThan(whole - 20)
    await use(page)
    await expect.poll(() => madeOf(page).catch(() => [])).toEqual(['two'])
    expect(await storedText(page, key)).toContain('"done"')
  })
}

test('going back to the build before works like any update, and one that nobody took is forgotten', async ({
  page,
  site,
  builds,
}) => {
  test.setTimeout(90_000)
  await page.goto('azimuth/repository/')
  await rowOf(page, 'own-repository').getByRole('checkbox').check()
  await waitForCopy(page)
  const first = await keptFiles(page)
  const move = async (build: string) => {
    site.serve(build)
    await findUpdate(page)
  }
  await move(builds.later)
  await expect(signOf(page)).toContainText(news, { timeout: 30_000 })
  // Taken back before anybody used it: there is nothing to decide.
  await move(builds.first)
  await waitForCopy(page)
  expect(await madeOf(page)).toEqual(['first'])

  await move(builds.later)
  await expect(signOf(page)).toContainText(news, { timeout: 30_000 })
  await use(page)
  await expect.poll(() => madeOf(page).catch(() => [])).toEqual(['two'])
  await waitForCopy(page)
  await move(builds.first)
  await expect(signOf(page)).toContainText(news, { timeout: 30_000 })
  await use(page)
  await expect.poll(() => madeOf(page).catch(() => [])).toEqual(['first'])
  await expect(rowOf(page, 'own-repository').getByRole('checkbox')).toBeChecked()
  await waitForCopy(page)
  await expect.poll(() => keptFiles(page)).toEqual(first)
})
