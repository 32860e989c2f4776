import { readFileSync, writeFileSync } from 'node:fs'
import { expect, type Page, rowOf, storeBefore, storedText, test, tick } from './fixtures.ts'

const guide = '/azimuth/repository/'
const item = 'own-repository'
const key = `item:azimuth-first:${item}`
const at = '2026-11-20T10:00:00.000Z'
const rollout = { format: 2, platform: { at, value: 'azimuth' }, name: { at, value: 'Portal' } }

/** A rollout file as another browser would export it. */
const fileWith = (items: object, id = 'azimuth-first') => {
  const { format: _, ...fields } = rollout
  return JSON.stringify({ format: 1, kind: 'golive-rollout', rollout: { id, ...fields }, items })
}
const done = (itemDigest: string, time = at) => ({ state: { at: time, value: { kind: 'done', itemDigest } } })

async function importText(page: Page, text: string | Buffer, name = 'portal.golive.json') {
  await page.goto('/rollouts/')
  await page
    .getByLabel(/^Files to import/)
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
}

async function exportFile(page: Page, id: string): Promise<string> {
  await page.goto('/rollouts/')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`[data-rollout="${id}"]`).getByRole('button', { name: 'Export file' }).click(),
  ])
  expect(download.suggestedFilename()).toBe(`${id}.golive.json`)
  return readFileSync(await download.path(), 'utf8')
}

const allTexts = (page: Page) =>
  page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([name]) => name.startsWith('golive:'))
      .sort(),
  )

test('a rollout goes into a file and comes back the same in another browser', async ({ browser, context, page }) => {
  await storeBefore(context, { [`golive:${key}`]: tick('0'), 'golive:rollout:azimuth-first': JSON.stringify(rollout) })
  await page.goto(guide)
  await rowOf(page, 'protect-main').getByRole('checkbox').check()
  await expect(rowOf(page, 'protect-main').getByText(/^saved \d/)).toBeVisible()
  const text = await exportFile(page, 'azimuth-first')
  expect(text.split('\n').length).toBeGreaterThan(20)
  const other = await browser.newPage({ baseURL: new URL(page.url()).origin })
  await importText(other, text)
  await expect(other.getByText('new here')).toBeVisible()
  await other.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(other.getByText(/Imported 2 answers into “Portal”/)).toBeVisible()
  expect(await exportFile(other, 'azimuth-first')).toBe(text)
  await other.goto(guide)
  await expect(rowOf(other, 'protect-main').getByRole('checkbox')).toBeChecked()
  await other.close()
})

test('an import shows what it would change, asks about conflicts, and can be undone', async ({ context, page }) => {
  const mine = JSON.stringify({ format: 2, note: { at, value: 'written here' } })
  await storeBefore(context, { [`golive:${key}`]: mine, 'golive:rollout:azimuth-first': JSON.stringify(rollout) })
  const theirs = { note: { at: '2026-11-20T12:00:00.000Z', value: 'written there', by: 'Ben' } }
  await page.goto('/rollouts/')
  const before = await allTexts(page)
  await importText(page, fileWith({ [item]: theirs, 'protect-main': done('0'), 'from-tomorrow': done('0') }))
  await expect(page.getByText('from-tomorrow')).toBeVisible()
  await expect(page.getByRole('group', { name: /both were changed$/ })).toBeVisible()
  expect(await allTexts(page)).toEqual(before)
  await expect(page.getByRole('radio', { name: /^The file's/ })).toBeChecked()
  await page.getByRole('radio', { name: /^Yours/ }).check()
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Imported' })).toBeVisible()
  const stored = JSON.parse((await storedText(page, key)) ?? '')
  expect(stored.note.value).toBe('written here')
  expect(JSON.stringify(stored.note.before)).toContain('written there')
  expect(await storedText(page, 'item:azimuth-first:from-tomorrow')).toContain('"done"')
  await page
    .getByRole('button', { name: /^Undo the import|^Undo/ })
    .last()
    .click()
  await expect(page.getByText('is as it was before')).toBeVisible()
  expect(await allTexts(page)).toEqual(before)
})

const hostile = '<img src=x onerror=alert(1)><script>alert(1)</script>'
const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
for (const [name, text, expected] of [
  ['not JSON', 'name: portal', 'is not JSON'],
  ['empty', '', 'is empty'],
  ['JSON of something else', '{"name":"portal"}', 'is JSON of something else'],
  ['a newer format', '{"kind":"golive-rollout","format":7}', 'from a newer Golive'],
  ['cut in half', fileWith({ [item]: done('0') }).slice(0, 180), 'ends in the middle'],
  ['duplicate members', fileWith({}).replace('"items":{}', '"items":{},"items":{}'), 'stands here twice'],
  ['a member named __proto__', fileWith({}).replace('"items":{}', '"items":{"__proto__":{}}'), 'no member may have'],
  ['wrong types', fileWith({ [item]: { state: { at, value: 'done' }, note: { at: 7, value: 1 } } }), 'note.at'],
  ['a day that does not exist', fileWith({ [item]: done('0', '2026-02-30T10:00:00.000Z') }), 'is no moment'],
  ['deep nesting', deep, 'nests deeper'],
  ['half a character', fileWith({ [item]: { note: { at, value: '\ud800' } } }), 'half a character'],
  ['a turn of direction', fileWith({ [item]: { note: { at, value: 'a\u202eb' } } }), 'turn the direction'],
  ['another platform', fileWith({}).replace('"azimuth"', '"nomad"'), 'which this site does not have'],
  [
    'a script for a link',
    fileWith({
      [item]: { 'evidence/1': { at, value: { kind: 'link', url: 'javascript:alert(1)', collectedAt: at } } },
    }),
    'no http or https address',
  ],
] as const) {
  test(`a file is refused whole, with every fault by its place: ${name}`, async ({ context, page }) => {
    await storeBefore(context, { [`golive:${key}`]: tick('0') })
    await page.goto('/rollouts/')
    const before = await allTexts(page)
    await importText(page, text)
    await expect(page.getByRole('alert')).toContainText('was not imported, nothing was changed')
    await expect(page.locator('.refused')).toContainText(expected)
    expect(await allTexts(page)).toEqual(before)
  })
}

test('a file of 50 MB is refused before it is read, one with HTML is taken as text', async ({ page }, testInfo) => {
  const large = testInfo.outputPath('large.golive.json')
  writeFileSync(large, Buffer.alloc(50_000_000, 32))
  await page.goto('/rollouts/')
  await page.getByLabel(/^Files to import/).setInputFiles(large)
  await expect(page.getByRole('alert')).toContainText('was not imported, nothing was changed')
  await importText(page, fileWith({ [item]: { note: { at, value: hostile } } }))
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText(/^Imported 1 answer/)).toBeVisible()
  await page.goto(guide)
  await rowOf(page, item).locator('summary').first().click()
  await expect(rowOf(page, item).getByRole('textbox', { name: 'Note', exact: true })).toHaveValue(hostile)
  await page.goto('/report/?platform=azimuth')
  await expect(page.locator('.report-note')).toHaveText(hostile)
})

test('everything goes into one backup, unreadable texts too, and comes back elsewhere', async ({
  browser,
  context,
  page,
}) => {
  await storeBefore(context, {
    [`golive:${key}`]: tick('0'),
    'golive:rollout:azimuth-first': JSON.stringify(rollout),
    'golive:item:azimuth-first:protect-main': '{"format":2,"state":{',
  })
  await page.goto('/rollouts/')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('main').getByRole('button', { name: 'Save everything to a file' }).click(),
  ])
  const backup = readFileSync(await download.path())
  const other = await browser.newPage({ baseURL: new URL(page.url()).origin })
  await importText(other, backup, 'golive-backup.json')
  await other.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(other.getByText(/Kept aside 1 text/)).toBeVisible()
  expect(await storedText(other, key)).toContain('"done"')
  expect(await storedText(other, 'aside:item:azimuth-first:protect-main')).toBe('{"format":2,"state":{')
  await other.close()
})

test('a rollout is kept in a file as people tick, and what others write there comes in', async ({ context, page }) => {
  // The chooser of a real file cannot be driven; the origin's own file system gives handles of the same kind.
  await context.addInitScript(() => {
    const find = async (create: boolean) =>
      (await navigator.storage.getDirectory()).getFileHandle('azimuth-first.golive.json', { create })
    Object.assign(window, {
      showSaveFilePicker: async () => {
        const handle = await find(true)
        // As the real one does: what is chosen is emptied.
        await (await handle.createWritable()).close()
        return handle
      },
      showOpenFilePicker: async () => [await find(false)],
    })
  })
  const read = () =>
    page.evaluate(async () => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle('azimuth-first.golive.json')
      return (await handle.getFile()).text()
    })
  const write = (text: string) =>
    page.evaluate(async (content) => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle('azimuth-first.golive.json')
      const writable = await handle.createWritable()
      await writable.write(content)
      await writable.close()
    }, text)
  await storeBefore(context, { 'golive:rollout:azimuth-first': JSON.stringify(rollout) })
  await page.goto('/rollouts/')
  await page.getByRole('button', { name: 'Keep in a new file' }).click()
  await expect(page.getByText(/^In azimuth-first.golive.json/)).toBeVisible()
  await page.goto(guide)
  await expect(page.locator('.kept-file')).toContainText('In azimuth-first.golive.json')
  await rowOf(page, item).getByRole('checkbox').check()
  await expect.poll(read).toContain(`"${item}"`)

  // A colleague's answer arrives in the file, after a pull.
  const file = JSON.parse(await read())
  file.items['protect-main'] = done('0')
  await write(JSON.stringify(file))
  await page.reload()
  await expect(rowOf(page, 'protect-main').getByRole('checkbox')).toBeChecked()
  await expect(rowOf(page, item).getByRole('checkbox')).toBeChecked()
  await expect.poll(read).toContain('\n  "items"')

  // What cannot be read is left as it is, and said.
  await write('<<<<<<< HEAD\n{}')
  await page.reload()
  await expect(page.locator('.kept-file')).toContainText('It cannot be read, and is left as it is')
  await rowOf(page, 'protect-main').getByRole('checkbox').uncheck()
  await expect(rowOf(page, 'protect-main').getByText(/^saved \d/)).toBeVisible()
  await page.waitForTimeout(1500)
  expect(await read()).toBe('<<<<<<< HEAD\n{}')

  // Chosen again, the file is read before anything is written.
  await page.goto('/rollouts/')
  const portal = page.locator('[data-rollout="azimuth-first"]')
  await portal.getByRole('button', { name: 'Stop' }).click()
  const { items: _, ...rest } = JSON.parse(fileWith({}))
  await write(JSON.stringify({ ...rest, items: { 'encrypt-secrets-from-afar': done('0') } }))
  await portal.getByRole('button', { name: 'Keep in an existing file' }).click()
  await expect(portal.getByText(/^In azimuth-first.golive.json/)).toBeVisible()
  expect(await read()).toContain('encrypt-secrets-from-afar')
  expect(await read()).toContain(item)
  expect(await storedText(page, 'item:azimuth-first:encrypt-secrets-from-afar')).toContain('"done"')
})

test('what looks like a secret is shown before a file leaves, and masked in the file alone', async ({
  context,
  page,
}) => {
  const token = `ghp_${'a1B2'.repeat(9)}`
  const note = JSON.stringify({ format: 2, note: { at, value: `Logged in with ${token}` } })
  await storeBefore(context, { [`golive:${key}`]: note, 'golive:rollout:azimuth-first': JSON.stringify(rollout) })
  await page.goto('/rollouts/')
  const save = page.locator('[data-rollout="azimuth-first"]').getByRole('button', { name: 'Export file' })
  const question = page.getByRole('dialog', { name: 'This looks like a secret' })
  await save.click()
  await expect(question).toContainText(`GitHub token in Item ${item}, note`)
  await expect(question).not.toContainText(token)
  await page.keyboard.press('Escape')
  await expect(page.getByText('No file was written.')).toBeVisible()
  await expect(save).toBeFocused()

  await save.click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    question.getByRole('button', { name: 'Mask and go on' }).click(),
  ])
  const text = readFileSync(await download.path(), 'utf8')
  expect(text).toContain('Logged in with [masked: GitHub token]')
  expect(text).not.toContain(token)
  expect(await storedText(page, key)).toBe(note)
})
