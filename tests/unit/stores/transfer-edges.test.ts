import { afterEach, describe, expect, test, vi } from 'vitest'
import { early, noon } from '../../fixtures/moments.ts'
import { backupText, fileText, openPage, recordText } from '../../fixtures/transfer-page.ts'

afterEach(() => vi.unstubAllGlobals())

const note = (value: unknown, at = noon) => ({ note: { at, value } })
const link = (url: string) => ({ at: noon, value: { collectedAt: noon, kind: 'link', url } })
const shop = { 'rollout:shop': recordText({ platform: { at: '2026-10-01T08:00:00.000Z', value: 'demo' } }) }

describe('applyImport()', () => {
  test('keeps an unreadable text of a backup where another one is kept aside already', async () => {
    const page = await openPage({ 'aside:item:shop:a-may': 'an older text' })
    await page.take(backupText({ ...shop, 'item:shop:a-may': '{"note' }))
    expect(Object.values(page.snapshot())).toEqual(expect.arrayContaining(['an older text', '{"note']))
  })

  test('follows the choice between two values of one millisecond', async () => {
    const page = await openPage({ ...shop, 'item:shop:a-must': recordText(note('a')) })
    await page.take(fileText({ 'a-must': note('b') }), new Map([[page.choiceKey('shop', 'a-must', 'note'), 'ours']]))
    expect(JSON.parse(page.textOf('item:shop:a-must') ?? '').note.value).toBe('a')
  })

  test('takes a backup with an item that is called like a member of every object', async () => {
    const page = await openPage()
    await page.take(backupText({ ...shop, 'item:shop:constructor': recordText(note('x')) }))
  })
})

describe('undoImport()', () => {
  test('takes the wordings away again', async () => {
    const page = await openPage()
    const file = { ...JSON.parse(fileText({ 'a-must': note('x') })), wordings: { ab12ab12ab12ab12: 'What was asked' } }
    page.undoImport(await page.take(JSON.stringify(file)))
    expect(page.snapshot()).toEqual({})
  })

  test('takes the copy of a text that was unreadable here away again', async () => {
    const page = await openPage({ ...shop, 'item:shop:a-must': 'rubbish' })
    const before = page.snapshot()
    page.undoImport(await page.take(fileText({ 'a-must': note('x') })))
    expect(page.snapshot()).toEqual(before)
  })
})

describe('planImport()', () => {
  test('keeps the answers of a backup aside in which the record of their rollout is lost', async () => {
    const page = await openPage()
    const answer = { 'item:payments:a-must': recordText(note('x')) }
    expect((await page.plan(backupText({ ...shop, ...answer }))).others).toEqual(answer)
  })

  test('takes a file for a rollout whose own record cannot be read here', async () => {
    const page = await openPage({ 'rollout:shop': 'rubbish' })
    expect(await page.planImport(fileText({ 'a-must': note('x') }), ['demo'])).toMatchObject({ kind: 'plan' })
  })

  test('shows answers under a former id and the id of now as one', async () => {
    const page = await openPage(shop, { 'a-must': ['was-must'] })
    const { rollouts } = await page.plan(fileText({ 'a-must': note('x'), 'was-must': note('y', early) }))
    expect(rollouts[0]?.changes.map(({ item }) => item)).toEqual([undefined, 'a-must'])
  })

  test.each([
    ['an id that no rollout may have', { 'rollout:Bad Id': shop['rollout:shop'] }],
    ['an item id that no file may have', { 'item:shop:A b': recordText(note('x')) }],
    ['evidence that is a script', { 'item:shop:a-must': recordText({ 'evidence/a': link('javascript:alert(1)') }) }],
    ['text that runs backwards', { 'item:shop:a-must': recordText(note('a\u202eb')) }],
  ])('keeps %s of a backup aside, where it is no answer', async (_, texts) => {
    const page = await openPage()
    const { rollouts, others } = await page.plan(backupText({ ...shop, ...texts }))
    expect(rollouts.map(({ contents }) => [contents.id, contents.items])).toEqual([['shop', {}]])
    expect(others).toEqual(texts)
  })

  test('names faults of evidence beside other faults of the same item', async () => {
    const page = await openPage()
    const text = fileText({ 'a-must': { ...note(7), 'evidence/a': link('javascript:alert(1)') } })
    const planned = await page.planImport(text, ['demo'])
    const paths = planned.kind === 'refused' && planned.faults.map(({ path }) => path)
    expect(paths).toEqual(['items.a-must.note.value', 'items.a-must.evidence/a.value.url'])
  })
})
