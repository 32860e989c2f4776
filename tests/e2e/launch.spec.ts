import { expectAccessible } from './accessibility.ts'
import { expect, type Page, rowOf, storeBefore, storedText, test } from './fixtures.ts'

const at = '2026-11-20T10:00:00.000Z'
const stamped = (value: unknown) => ({ at, value })
const rollout = {
  format: 2,
  platform: stamped('azimuth'),
  name: stamped('Cloud 4'),
  environment: stamped('production'),
  plannedLaunch: stamped('2099-01-01T09:00'),
  rollbackCommand: stamped('ansible-playbook azimuth_cloud.azimuth_ops.provision --tags previous'),
  abortCriteria: stamped(['Nobody can log in for five minutes']),
  people: stamped([{ name: 'Ana', role: 'platform' }]),
}
const stored = {
  'golive:rollout:cloud-4': JSON.stringify(rollout),
  'golive:current': JSON.stringify({ format: 2, platform: 'azimuth', rollouts: { azimuth: 'cloud-4' } }),
  'golive:person': JSON.stringify({ format: 2, name: stamped('Ana') }),
}

const gate = (page: Page, name: string) => page.getByRole('navigation', { name: 'Gates' }).getByRole('button', { name })
const nextOf = (page: Page) => page.getByRole('region', { name: 'Next' })
const logOf = (page: Page) => page.getByRole('region', { name: 'Log' })
const safetyOf = (page: Page) => page.getByRole('region', { name: 'Stop and go back' })

test.beforeEach(async ({ context }) => storeBefore(context, stored))

test('a launch from its decision to its end, in the log and in the report', async ({ page }) => {
  await page.goto('/launch/')
  await expect(page.getByRole('timer')).toContainText(/T − \d+ d \d\d:\d\d:\d\d/)
  await expect(gate(page, 'Before')).toHaveAttribute('aria-current', 'step')
  await expect(safetyOf(page)).toContainText('Nobody can log in for five minutes')
  await expect(safetyOf(page)).toContainText('--tags previous')

  await gate(page, 'Go or no-go').click()
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('No-go')
  await page.getByRole('button', { name: 'Go all the same' }).click()
  await expect(gate(page, 'Launch')).toHaveAttribute('aria-current', 'step')
  await expect(logOf(page).getByRole('listitem').first()).toContainText('Go, though the verdict is no-go Ana')

  const steps = Number(/of (\d+)/.exec((await gate(page, 'Launch').textContent()) ?? '')?.[1])
  const title = (await nextOf(page).getByRole('heading').textContent()) ?? ''
  await nextOf(page).getByRole('button', { name: 'Done' }).click()
  await expect(logOf(page).getByRole('listitem').first()).toContainText(title)
  await expect(nextOf(page).getByRole('heading')).not.toHaveText(title)

  // What was done too early is taken back, and is open again.
  await logOf(page)
    .getByRole('button', { name: `Take back: ${title}` })
    .click()
  await expect(gate(page, 'Launch')).toContainText(`0 of ${steps}`)
  await expect(logOf(page).getByRole('listitem')).toHaveCount(1)

  // An item that asks for a link is done and to be confirmed until it has one.
  for (let left = steps; left > 0; left--) {
    const done = nextOf(page).getByRole('button', { name: 'Done' })
    if ((await done.count()) === 0) break
    await done.click()
    await expect(logOf(page).getByRole('listitem')).toHaveCount(steps - left + 2)
  }
  await expect(nextOf(page)).toContainText(/Everything here is done|Confirm it at the item/)
  const entries = await logOf(page).getByRole('listitem').count()
  await page.getByRole('button', { name: 'Launched' }).last().click()
  await expect(gate(page, 'After')).toHaveAttribute('aria-current', 'step')
  await logOf(page).getByRole('textbox', { name: 'What happened' }).fill('Error rate at 0.1 %')
  await logOf(page).getByRole('button', { name: 'Note it' }).click()

  await page.reload()
  await expect(gate(page, 'After')).toHaveAttribute('aria-current', 'step')
  await expect(logOf(page).getByRole('listitem')).toHaveCount(entries + 2)
  await page.getByRole('link', { name: 'Report', exact: true }).click()
  const log = page.getByRole('region', { name: 'Log of the launch' })
  await expect(log.getByRole('listitem')).toHaveCount(entries + 2)
  await expect(log.getByRole('listitem').last()).toContainText('Error rate at 0.1 %')
})

test('a launch that is aborted stands still until somebody decides again', async ({ page }) => {
  await page.goto('/launch/')
  await gate(page, 'Go or no-go').click()
  await page.getByRole('button', { name: 'Go all the same' }).click()
  await safetyOf(page).getByRole('button', { name: 'Abort…' }).click()
  await page.getByLabel('What was seen').fill('Logins fail')
  await page.getByRole('dialog').getByRole('button', { name: 'Abort', exact: true }).click()
  await expect(page.getByText('This launch was stopped.')).toBeVisible()
  await expect(logOf(page)).toContainText('Aborted: Logins fail')
  await safetyOf(page).getByRole('button', { name: 'Rolled back' }).click()
  await expect(logOf(page).getByRole('listitem').first()).toContainText('Rolled back')
  await page.getByRole('button', { name: 'Go all the same' }).click()
  await expect(gate(page, 'Launch')).toHaveAttribute('aria-current', 'step')
})

test('single keys that were turned off do nothing here either', async ({ context, page }) => {
  await storeBefore(context, { 'golive:keys-off': '1' })
  await page.goto('/launch/')
  const heading = nextOf(page).getByRole('heading')
  const first = (await heading.textContent()) ?? ''
  for (const key of ['s', 'd', 'n']) await page.keyboard.press(key)
  await nextOf(page).getByRole('button').first().focus()
  await expect(heading).toHaveText(first)
  await expect(logOf(page).getByRole('listitem')).toHaveCount(0)
})

test('by keyboard: done, later, a note; keys are letters while somebody types', async ({ page }) => {
  await page.goto('/launch/')
  const heading = nextOf(page).getByRole('heading')
  const first = (await heading.textContent()) ?? ''
  await page.keyboard.press('s')
  await expect(heading).not.toHaveText(first)
  const second = (await heading.textContent()) ?? ''
  await page.keyboard.press('d')
  await expect(logOf(page).getByRole('listitem').first()).toContainText(second)
  await page.keyboard.press('n')
  await page.keyboard.type('seen and done')
  await expect(logOf(page).getByRole('textbox')).toHaveValue('seen and done')
  await page.keyboard.press('Enter')
  await expect(logOf(page).getByRole('listitem')).toHaveCount(2)
})

test('by keyboard: whoever decides goes on where the next thing stands', async ({ page }) => {
  await page.goto('/launch/')
  await gate(page, 'Go or no-go').focus()
  await page.keyboard.press('Enter')
  await expect(gate(page, 'Go or no-go')).toBeFocused()
  const go = page.getByRole('button', { name: 'Go all the same' })
  await go.focus()
  await page.keyboard.press('Enter')
  const work = page.getByRole('region', { name: 'At this gate' })
  await expect(work).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(nextOf(page).getByRole('link').first()).toBeFocused()
})

test('two tabs keep one log, and a tick elsewhere counts at once', async ({ context, page }) => {
  const other = await context.newPage()
  await page.goto('/launch/')
  await other.goto('/launch/')
  await expect(nextOf(other)).toBeVisible()
  await page.keyboard.press('n')
  await page.keyboard.type('From one')
  await page.keyboard.press('Enter')
  await expect(logOf(other)).toContainText('From one')
  await other.keyboard.press('n')
  await other.keyboard.type('From the other')
  await other.keyboard.press('Enter')
  await expect(logOf(page).getByRole('listitem')).toHaveCount(2)
  await other.goto('/azimuth/repository/')
  const before = await gate(page, 'Before').textContent()
  await rowOf(other, 'own-repository').getByRole('checkbox').check()
  await expect(gate(page, 'Before')).not.toHaveText(before ?? '')
  expect(await storedText(page, 'rollout:cloud-4')).toContain('From the other')
})

test('the screen is kept on where the browser can, and asked for again when the page is seen again', async ({
  context,
  page,
}) => {
  await context.addInitScript(() => {
    const asked: string[] = []
    const locks: EventTarget[] = []
    Object.assign(globalThis, { asked, locks })
    Object.defineProperty(Navigator.prototype, 'wakeLock', {
      get: () => ({
        request: async (kind: string) => {
          asked.push(kind)
          const lock = Object.assign(new EventTarget(), { release: async () => asked.push('released') })
          locks.push(lock)
          return lock
        },
      }),
    })
  })
  await page.goto('/launch/')
  await page.getByRole('button', { name: 'Keep the screen on' }).click()
  const button = page.getByRole('button', { name: 'Screen stays on' })
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  const asked = () => page.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)
  await expect.poll(asked).toEqual(['screen'])
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect.poll(asked).toEqual(['screen', 'screen', 'released'])
  await expect(button).toBeVisible()
  await button.click()
  await expect.poll(asked).toEqual(['screen', 'screen', 'released', 'released'])

  // A battery that runs low takes the lock away.
  await page.getByRole('button', { name: 'Keep the screen on' }).click()
  await expect.poll(asked).toHaveLength(5)
  await page.evaluate(() =>
    (globalThis as unknown as { locks: EventTarget[] }).locks.at(-1)?.dispatchEvent(new Event('release')),
  )
  await expect(button).toBeHidden()
})

test('without a rollout it says what will be here', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ ...(baseURL && { baseURL }) })
  await page.goto('/launch/')
  await expect(page.getByText('There is no rollout in this browser yet.')).toBeVisible()
  await page.close()
})

test('no accessibility violation, before, at the decision, in the launch, and when it is stopped', async ({ page }) => {
  test.setTimeout(120_000)
  await page.goto('/launch/')
  await expect(nextOf(page)).toBeVisible()
  await expectAccessible(page, 'before', 'main')
  await gate(page, 'Go or no-go').click()
  await page.getByRole('button', { name: 'Go all the same' }).click()
  await expect(logOf(page).getByRole('listitem')).toHaveCount(1)
  await expectAccessible(page, 'launch', 'main')
  await safetyOf(page).getByRole('button', { name: 'Abort…' }).click()
  await expectAccessible(page, 'abort', 'dialog')
  await page.getByRole('dialog').getByRole('button', { name: 'Abort', exact: true }).click()
  await expect(page.getByText('This launch was stopped.')).toBeVisible()
  await expectAccessible(page, 'stopped', 'main')
})
