import AxeBuilder from '@axe-core/playwright'
import { subPath } from '../sites.ts'
import { expect, type Page, rowOf, storeBefore, storedText, test } from './fixtures.ts'

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Search' })
const fieldOf = (page: Page) => page.getByRole('searchbox', { name: 'Search' })
const resultsOf = (page: Page) => dialogOf(page).getByRole('link')
const saysOf = (page: Page) => dialogOf(page).getByRole('status')
const openFilters = (page: Page) => dialogOf(page).getByText('Filters', { exact: true }).click()
const filterOf = (page: Page, name: string) => dialogOf(page).getByRole('combobox', { name })

async function search(page: Page, query: string, path = '/azimuth/'): Promise<void> {
  await page.goto(path)
  await page.keyboard.press('/')
  await fieldOf(page).fill(query)
}

test('a screen is found by its name, and opens', async ({ page }) => {
  for (const [query, path] of [
    ['launch day', '/launch/'],
    ['trust file', '/trust/'],
    ['cluster sizing', '/sizing/'],
    ['verify a signed report', '/verify/'],
  ]) {
    await search(page, query ?? '')
    const screen = resultsOf(page).and(page.locator(`[href="${path}"]`))
    await expect(screen).toContainText('screen')
    await screen.click()
    await expect(page).toHaveURL(new RegExp(`${path}$`))
  }
})

test.describe('a result opens in place', () => {
  const places = [
    { query: 'destroy staging', kind: 'item', place: 'Azimuth, Disaster recovery', target: '#restore-drill' },
    { query: 'last restore drill', kind: 'decision', place: 'Azimuth, Disaster recovery', target: '#restore-drill' },
    { query: 'preseed on all hosts', kind: 'claim', place: 'Deis, Traceability, D34', target: '#D34' },
  ]
  for (const { query, kind, place, target } of places) {
    test(`${kind}: ${query}`, async ({ page }) => {
      await search(page, query, '/help/')
      const result = resultsOf(page).filter({ hasText: place }).filter({ hasText: kind }).first()
      await result.click()
      await expect(page).toHaveURL(new RegExp(`${target}$`))
      await expect(dialogOf(page)).toHaveCount(0)
      const shown = page.locator(target)
      await expect(shown).toBeInViewport()
      expect(await shown.evaluate((element) => element.matches(':target'))).toBe(true)
    })
  }

  test('a part of a guide, at its heading', async ({ page }) => {
    await search(page, 'use_lockfile', '/')
    await resultsOf(page).filter({ hasText: 'Azimuth, OpenTofu state' }).click()
    await expect(page).toHaveURL(/\/azimuth\/opentofu-state\/#locking$/)
    await expect(page.getByRole('heading', { name: 'Locking' })).toBeInViewport()
  })

  test('on the page that is open already', async ({ page }) => {
    await search(page, 'destroy staging', '/azimuth/disaster-recovery/')
    await expect(resultsOf(page).first()).toHaveAttribute('href', '/azimuth/disaster-recovery/#restore-drill')
    await page.keyboard.press('Enter')
    await expect(dialogOf(page)).toHaveCount(0)
    await expect(rowOf(page, 'restore-drill')).toBeInViewport()
    expect(await rowOf(page, 'restore-drill').evaluate((row) => row.matches(':target'))).toBe(true)
  })
})

/** As they stand in the guides, and what people remember of them. */
const commands = [
  ['use_lockfile', 'use_lockfile'],
  ['lockfile', 'use_lockfile'],
  ['lockf', 'use_lockfile'],
  ['/run/deis/bin/preseed', '/run/deis/bin/preseed'],
  ['deis/bin/pre', '/run/deis/bin/preseed'],
  ['--no-cross-namespace-refs', '--no-cross-namespace-refs'],
  ['cross-namespace', '--no-cross-namespace-refs'],
  ['alertmanager_config_slack_webhook_url', 'alertmanager_config_slack_webhook_url'],
  ['slack_webhook', 'alertmanager_config_slack_webhook_url'],
  ['portal-external', 'portal-external'],
  ['git-crypt', 'git-crypt'],
  ['velero backup-location get', 'velero backup-location get'],
  ['1.9.1', '1.9.1'],
] as const

for (const [query, shown] of commands) {
  test(`a command or option name is found as typed: ${query}`, async ({ page }) => {
    await search(page, query)
    await expect(resultsOf(page).first()).toContainText(shown)
    await expect(resultsOf(page).first().locator('mark').first()).toBeVisible()
  })
}

test('a result says what it is, where, how binding, and where the item stands', async ({ page }) => {
  await page.goto('/azimuth/disaster-recovery/')
  await rowOf(page, 'restore-drill').getByRole('checkbox').check()
  await expect(rowOf(page, 'restore-drill')).toContainText('to confirm: The link it asks for is missing')
  await page.keyboard.press('/')
  await fieldOf(page).fill('destroy staging')
  const result = resultsOf(page).first()
  await expect(result).toContainText('Destroy staging and restore it from a backup')
  await expect(result.locator('small')).toHaveText(
    /^item\s*must\s*Azimuth, Disaster recovery\s*to confirm: The link it asks for is missing$/,
  )

  await page.keyboard.press('Escape')
  await rowOf(page, 'restore-drill').getByRole('checkbox').uncheck()
  await page.keyboard.press('/')
  await expect(result.locator('.search-state')).toHaveText('open')

  await fieldOf(page).fill('preseed images hosts')
  await expect(resultsOf(page).filter({ hasText: 'Deis, Preseeding' }).first()).toBeVisible()
  // Nobody has begun a rollout of Deis: its items stand nowhere.
  await expect(dialogOf(page).locator('.search-state')).toHaveCount(0)
})

test('what blocks an item, and why one does not apply, is said', async ({ page, context }) => {
  const stored = (fields: object) => JSON.stringify({ format: 2, ...fields })
  const at = '2026-11-20T10:00:00.000Z'
  await storeBefore(context, {
    'golive:rollout:azimuth-first': stored({ platform: { at, value: 'azimuth' }, traits: { at, value: [] } }),
    'golive:item:azimuth-first:restore-drill': stored({
      state: { at, value: { kind: 'blocked', reason: 'no quota' } },
    }),
  })
  await search(page, 'destroy staging')
  await expect(resultsOf(page).first().locator('.search-state')).toHaveText('blocked: no quota')
  await fieldOf(page).fill('gitlab-managed state')
  const item = resultsOf(page).filter({ hasText: 'Use GitLab-managed state' }).filter({ hasText: 'item' })
  await expect(item.locator('.search-state')).toHaveText('not applicable: Only for rollouts with: gitlab')
})

for (const nonsense of ['zzzz', 'xyzzy', 'qwertyuiop', 'velero zzzz', 'ħħħħ']) {
  test(`nonsense finds nothing: ${nonsense}`, async ({ page }) => {
    await search(page, nonsense)
    await expect(saysOf(page)).toContainText(`Nothing found: no word begins with “${nonsense.split(' ').at(-1)}”.`)
    await expect(resultsOf(page)).toHaveCount(0)
  })
}

test('a mistyped word leads to the nearest ones', async ({ page }) => {
  await search(page, 'kuberntes etcd')
  await expect(saysOf(page)).toContainText('Nothing found: no word begins with “kuberntes”. Try:')
  await dialogOf(page).getByRole('button', { name: 'etcd kubernetes' }).click()
  await expect(fieldOf(page)).toHaveValue('etcd kubernetes')
  await expect(fieldOf(page)).toBeFocused()
  await expect(resultsOf(page).first()).toBeVisible()
})

test('words that nothing has together are offered one by one', async ({ page }) => {
  await search(page, 'velero juju')
  await expect(saysOf(page)).toContainText('Nothing has all of “velero”, “juju”.')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(fieldOf(page)).toHaveValue('velero')
  await expect(resultsOf(page).first()).toBeVisible()
})

test('filters narrow, count, and stay while the words change', async ({ page }) => {
  await search(page, 'backup')
  await expect(saysOf(page)).toContainText('results')
  await openFilters(page)
  await expect(filterOf(page, 'Platform').getByRole('option', { name: /Azimuth \(\d+\)/ })).toBeAttached()
  const count = Number(
    /\((\d+)\)/.exec(
      (await filterOf(page, 'Platform').getByRole('option', { name: 'Azimuth' }).textContent()) ?? '',
    )?.[1],
  )
  await filterOf(page, 'Platform').selectOption('Azimuth')
  await expect(saysOf(page)).toHaveText(`${count} results`)
  await expect(resultsOf(page).filter({ hasNotText: 'Azimuth' })).toHaveCount(0)
  // The counts of the others are of what is left, and those of this one of what could be chosen instead.
  await expect(filterOf(page, 'Platform').getByRole('option', { name: /Anbox Cloud \([1-9]/ })).toBeAttached()

  await filterOf(page, 'Kind').selectOption('decision')
  await expect(resultsOf(page).filter({ hasNotText: 'decision' })).toHaveCount(0)
  await filterOf(page, 'Level').selectOption('must')
  await expect(resultsOf(page).filter({ hasNotText: 'must' })).toHaveCount(0)
  await fieldOf(page).fill('restore')
  await expect(resultsOf(page).first()).toContainText('restore drill')
  await expect(filterOf(page, 'Platform')).toHaveValue('Azimuth')
  await expect(filterOf(page, 'Kind')).toHaveValue('decision')
  await expect(dialogOf(page).getByText('Filters (3 active)')).toBeVisible()

  await dialogOf(page).getByRole('button', { name: 'Clear filters' }).click()
  await expect(filterOf(page, 'Platform')).toHaveValue('')
  await expect(resultsOf(page).filter({ hasText: 'Anbox Cloud' }).first()).toBeVisible()
})

test('filters alone list what they leave', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('/')
  await openFilters(page)
  await filterOf(page, 'Kind').selectOption('decision')
  await filterOf(page, 'Platform').selectOption('Deis')
  await filterOf(page, 'Owner').selectOption('security')
  await expect(resultsOf(page).first()).toContainText('decision')
  await expect(resultsOf(page).filter({ hasNotText: 'Deis' })).toHaveCount(0)
})

test('nothing with these filters offers others', async ({ page }) => {
  await search(page, 'velero')
  await expect(resultsOf(page).first()).toBeVisible()
  await openFilters(page)
  await filterOf(page, 'Platform').selectOption('Azimuth')
  await fieldOf(page).fill('juju')
  await expect(saysOf(page)).toContainText('Nothing with these filters')
  await dialogOf(page)
    .getByRole('button', { name: /^platform: Anbox Cloud \(\d+\)$/ })
    .click()
  await expect(filterOf(page, 'Platform')).toHaveValue('Anbox Cloud')
  await expect(resultsOf(page).first()).toBeVisible()
})

test('by keyboard: open, type, filter, walk the results, open one, close', async ({ page }) => {
  await page.goto('/azimuth/')
  const button = page.getByRole('button', { name: 'Search' })
  await button.focus()
  await page.keyboard.press('Control+k')
  await expect(fieldOf(page)).toBeFocused()
  await page.keyboard.type('velero')
  await expect(resultsOf(page).nth(1)).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(dialogOf(page).getByText('Filters', { exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(filterOf(page, 'Kind')).toBeEnabled()
  await page.keyboard.press('Tab')
  await expect(filterOf(page, 'Kind')).toBeFocused()
  await fieldOf(page).focus()
  await page.keyboard.press('ArrowDown')
  await expect(resultsOf(page).first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(resultsOf(page).nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(fieldOf(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialogOf(page)).toHaveCount(0)
  await expect(button).toBeFocused()

  // What was asked for is still there, and selected, to be typed over.
  await page.keyboard.press('/')
  await expect(fieldOf(page)).toHaveValue('velero')
  await page.keyboard.type('git-crypt')
  // Not what was found for the beginning of it.
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/azimuth\/repository\/#/)
})

test('more results come on demand, and the focus goes on', async ({ page }) => {
  const fragments = new Set<string>()
  page.context().on('request', (request) => request.url().includes('/fragment/') && fragments.add(request.url()))
  await search(page, 'backup')
  await expect(resultsOf(page)).toHaveCount(8)
  await page.keyboard.press('ArrowUp')
  const more = dialogOf(page).getByRole('button', { name: /^Show 8 more of \d+$/ })
  await more.click()
  await expect(resultsOf(page)).toHaveCount(16)
  await expect(resultsOf(page).nth(8)).toBeFocused()
  await expect(more).toBeVisible()
})

test('the last five searches that led somewhere are offered again, and forgotten on demand', async ({ page }) => {
  await page.goto('/azimuth/')
  const before = ['velero', 'git-crypt', 'restore drill', 'wildcard dns']
  await page.evaluate(
    (queries) => localStorage.setItem('golive:searches', JSON.stringify({ format: 1, queries })),
    before,
  )
  for (const query of ['quota', 'etcd disks']) {
    await search(page, query)
    await expect(resultsOf(page).first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/#/)
    await expect(dialogOf(page)).toHaveCount(0)
  }
  await page.goto('/')
  await page.keyboard.press('/')
  const queries = ['etcd disks', 'quota', ...before.slice(0, 3)]
  const recent = dialogOf(page).getByRole('listitem')
  await expect(recent).toHaveText(queries.map((query) => new RegExp(`^${query}`)))
  expect(JSON.parse((await storedText(page, 'searches')) ?? '')).toEqual({ format: 1, queries })

  await dialogOf(page).getByRole('button', { name: 'Forget “quota”' }).click()
  await expect(recent).toHaveCount(4)
  await fieldOf(page).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(fieldOf(page)).toHaveValue('etcd disks')
  await expect(resultsOf(page).first()).toBeVisible()

  await fieldOf(page).fill('')
  await dialogOf(page).getByRole('button', { name: 'Forget all' }).click()
  await expect(dialogOf(page).getByText('Recent searches')).toHaveCount(0)
  await expect(fieldOf(page)).toBeFocused()
  expect(await storedText(page, 'searches')).toBeNull()
})

test('rubbish where the last searches were is no search', async ({ page, context }) => {
  await storeBefore(context, { 'golive:searches': '{"format":1,"queries":[1,{}' })
  await search(page, 'velero')
  await expect(resultsOf(page).first()).toBeVisible()
  await fieldOf(page).fill('')
  await expect(saysOf(page)).toContainText('two letters or more')
  await expect(dialogOf(page).getByText('Recent searches')).toHaveCount(0)
})

test('nothing of the search but its button is loaded before it is opened', async ({ page }) => {
  const asked: string[] = []
  page.context().on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('/azimuth/', { waitUntil: 'networkidle' })
  expect(asked.filter((path) => /pagefind|search-dialog|\/open\./.test(path))).toEqual([])
  await page.keyboard.press('/')
  await expect(fieldOf(page)).toBeFocused()
  expect(asked.some((path) => path.includes('search-dialog'))).toBe(true)
})

test.describe('when it cannot be loaded', () => {
  test.use({ expectedFaults: [/Failed to load|net::ERR_FAILED|Failed to fetch|pagefind/i] })

  test('the index: the dialog says so, and tries again', async ({ page, context }) => {
    await context.route('**/pagefind/**', (route) => route.abort())
    await search(page, 'velero')
    await expect(saysOf(page)).toHaveText('The search could not be loaded. Check the connection.')
    await context.unroute('**/pagefind/**')
    await dialogOf(page).getByRole('button', { name: 'Try again' }).click()
    await expect(resultsOf(page).first()).toBeVisible()
  })

  test('a part of the index: no word is said to be unknown', async ({ page, context }) => {
    await context.route('**/pagefind/index/**', (route) => route.abort())
    await search(page, 'velero')
    await expect(saysOf(page)).toHaveText('The search could not be loaded. Check the connection.')
    await context.unroute('**/pagefind/index/**')
    await dialogOf(page).getByRole('button', { name: 'Try again' }).click()
    await expect(resultsOf(page).first()).toBeVisible()
  })

  test('the dialog itself: a message', async ({ page, context }) => {
    await context.route('**/open.*.js', (route) => route.abort())
    await page.goto('/azimuth/')
    const message = page.waitForEvent('dialog')
    await page.keyboard.press('/')
    expect((await message).message()).toContain('could not be loaded')
    await (await message).dismiss()
  })
})

test('a slow answer is said to be on its way', async ({ page, context }) => {
  let release = () => {}
  const isReleased = new Promise<void>((resolve) => {
    release = resolve
  })
  await context.route('**/pagefind/index/**', async (route) => {
    await isReleased
    await route.continue()
  })
  await search(page, 'velero')
  await expect(saysOf(page)).toHaveText('Searching…')
  release()
  await expect(saysOf(page)).toHaveText(/^\d+ results$/)
})

test('a slash typed into a note is a slash', async ({ page }) => {
  await page.goto('/azimuth/repository/')
  const row = rowOf(page, 'own-repository')
  await row.locator('summary').click()
  await row.getByRole('textbox', { name: 'Note' }).pressSequentially('a/b')
  await expect(row.getByRole('textbox', { name: 'Note' })).toHaveValue('a/b')
  await expect(dialogOf(page)).toHaveCount(0)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })

  test('it fills the screen, folds the filters away, and opens a result', async ({ page }) => {
    await page.goto('/azimuth/')
    await page.getByRole('button', { name: 'Search' }).tap()
    await expect(dialogOf(page)).toBeVisible()
    expect(await dialogOf(page).boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 })
    await fieldOf(page).fill('restore drill')
    await expect(resultsOf(page).first()).toBeVisible()
    await expect(filterOf(page, 'Platform')).toBeHidden()
    await dialogOf(page).getByText('Filters', { exact: true }).tap()
    await filterOf(page, 'Platform').selectOption('Azimuth')
    await expect(resultsOf(page).filter({ hasNotText: 'Azimuth' })).toHaveCount(0)
    for (const control of await dialogOf(page).locator('button:visible, select:visible, a:visible').all()) {
      expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    }
    await resultsOf(page).first().tap()
    await expect(page).toHaveURL(/#restore-drill$/)
    await expect(rowOf(page, 'restore-drill')).toBeInViewport()
  })
})

test.describe('below a path', () => {
  test.use({ baseURL: `http://127.0.0.1:${process.env['GOLIVE_SUB_PATH_PORT']}` })

  test('commands are found, counted and opened', async ({ page }) => {
    await search(page, 'use_lockfile', `${subPath}azimuth/`)
    await openFilters(page)
    await expect(filterOf(page, 'Platform').getByRole('option', { name: 'Azimuth (1)' })).toBeAttached()
    await resultsOf(page).first().click()
    await expect(page).toHaveURL(new RegExp(`${subPath}azimuth/opentofu-state/#locking$`))
    await search(page, 'kuberntes', `${subPath}azimuth/`)
    await expect(dialogOf(page).getByRole('button', { name: 'kubernetes' })).toBeVisible()
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`no accessibility violation, ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('with recent searches, results, filters, and nothing', async ({ page }) => {
      await page.goto('/azimuth/disaster-recovery/')
      await page.evaluate(() => localStorage.setItem('golive:searches', '{"format":1,"queries":["velero","quota"]}'))
      await rowOf(page, 'restore-drill').getByRole('checkbox').check()
      await page.keyboard.press('/')
      await expect(dialogOf(page).getByText('Recent searches')).toBeVisible()
      expect(await findViolations(page)).toEqual([])
      await fieldOf(page).fill('restore')
      await expect(resultsOf(page)).toHaveCount(8)
      await openFilters(page)
      await expect(filterOf(page, 'Platform')).toBeEnabled()
      await filterOf(page, 'Platform').selectOption('Azimuth')
      await expect(dialogOf(page).locator('.search-state').first()).toBeVisible()
      expect(await findViolations(page)).toEqual([])
      await resultsOf(page).first().hover()
      expect(await findViolations(page)).toEqual([])
      await fieldOf(page).fill('juju')
      await expect(saysOf(page)).toContainText('Nothing with these filters')
      expect(await findViolations(page)).toEqual([])
      await fieldOf(page).fill('kuberntes')
      await expect(saysOf(page)).toContainText('Nothing found')
      expect(await findViolations(page)).toEqual([])
    })
  })
}

async function findViolations(page: Page): Promise<string[]> {
  const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const { violations } = await new AxeBuilder({ page })
    .include('dialog')
    .options({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] })
    .analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
}
