import { afterEach, describe, expect, test, vi } from 'vitest'
import { recordFormat } from '../../../src/core/index.ts'
import type { RolloutContents } from '../../../src/core/rollout-file.ts'
import { demoRollout } from '../../fixtures/checklist.ts'
import { early, late, noon } from '../../fixtures/moments.ts'
import { backupText, fileText, openPage, recordText } from '../../fixtures/transfer-page.ts'

afterEach(() => vi.unstubAllGlobals())

const note = (value: string, at = noon) => ({ note: { at, value } })
const done = (at = noon) => ({ state: { at, value: { itemDigest: 'ab12', kind: 'done' } } })
const shop = { 'rollout:shop': recordText({ platform: { at: '2026-10-01T08:00:00.000Z', value: 'demo' } }) }

describe('planImport()', () => {
  test('changes nothing', async () => {
    const page = await openPage({ ...shop, 'item:shop:a-must': recordText(note('ours', early)) })
    const before = page.snapshot()
    await page.plan(fileText({ 'a-must': note('theirs'), 'a-may': done() }))
    expect(page.snapshot()).toEqual(before)
  })

  test('tells of a new rollout, with the titles of its items', async () => {
    const page = await openPage()
    const { rollouts } = await page.plan(fileText({ 'a-must': done() }, { name: { at: noon, value: 'Shop' } }))
    expect(rollouts).toMatchObject([
      {
        isNew: true,
        rollout: { id: 'shop', name: 'Shop', platform: 'demo' },
        changes: [
          { item: undefined, title: 'The rollout itself', relation: 'new' },
          { item: 'a-must', title: 'Title of a-must', relation: 'new', isUnknown: false },
        ],
      },
    ])
  })

  test.each([
    ['same', note('ours', early)],
    ['changed', note('ours', late)],
    ['changed', { note: { at: late, value: 'theirs', before: [{ at: early, value: 'ours' }] } }],
    ['conflict', note('theirs', late)],
    ['conflict', note('theirs', '2026-10-31T08:00:00.000Z')],
    ['changed', done()],
  ])('tells that an item is %s: %j', async (relation, theirs) => {
    const page = await openPage({ ...shop, 'item:shop:a-must': recordText(note('ours', early)) })
    const { rollouts } = await page.plan(fileText({ 'a-must': theirs }))
    expect(rollouts[0]).toMatchObject({ isNew: false, changes: [{ relation: 'same' }, { item: 'a-must', relation }] })
  })

  test('marks items that the checklist does not know', async () => {
    const page = await openPage()
    const { rollouts } = await page.plan(fileText({ 'from-elsewhere': done() }))
    expect(rollouts[0]?.changes[1]).toMatchObject({ item: 'from-elsewhere', title: 'from-elsewhere', isUnknown: true })
  })

  test('reads an answer under a former id as one to the item of now', async () => {
    const page = await openPage({ ...shop, 'item:shop:a-must': recordText(done()) }, { 'a-must': ['was-must'] })
    const { rollouts } = await page.plan(fileText({ 'was-must': note('old') }))
    expect(rollouts[0]?.changes[1]).toMatchObject({ item: 'a-must', relation: 'changed', isUnknown: false })
  })

  test.each([
    ['a platform that is not here', { platform: 'nowhere' }, /names the platform "nowhere"/],
    ['another platform than the rollout here', { platform: 'other' }, /is "other", and the rollout "shop" here is of/],
  ])('refuses %s', async (_, rollout, message) => {
    const page = await openPage(shop)
    const planned = await page.planImport(fileText({}, rollout), ['demo', 'other'])
    expect(planned).toMatchObject({
      kind: 'refused',
      faults: [{ path: 'rollout.platform.value', message: expect.stringMatching(message) }],
    })
  })

  test('refuses a file whole, with every fault', async () => {
    const page = await openPage(shop)
    const text = fileText({ 'a-must': { note: { at: 'yesterday', value: 7 } }, 'a-may': done() })
    const planned = await page.planImport(text, ['demo'])
    const paths = planned.kind === 'refused' && planned.faults.map(({ path }) => path)
    expect(paths).toEqual(['items.a-must.note.value', 'items.a-must.note.at'])
    expect(Object.keys(page.snapshot())).toEqual(['golive:rollout:shop'])
  })

  test('throws a sentence for people when the checklist cannot be had', async () => {
    const page = await openPage()
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')))
    await expect(page.planImport(fileText({}), ['demo'])).rejects.toThrow('The checklist could not be loaded.')
  })
})

describe('exportRollout()', () => {
  test('gives a file that holds nothing new for whoever exported it', async () => {
    const risk = { acceptedBy: 'Ann', expiresAt: late, itemDigest: 'ab12', kind: 'risk-accepted', reason: 'Later' }
    const link = { collectedAt: early, kind: 'link', url: 'https://example.com/' }
    const page = await openPage({
      'rollout:shop': recordText({
        platform: { at: early, value: 'demo' },
        people: { at: early, value: [{ name: 'Ann', role: 'lead' }] },
        subjects: { at: early, by: 'Ann', value: demoRollout.subjects },
      }),
      'item:shop:a-must': recordText({ state: { at: noon, by: 'Ann', value: risk, before: [done(early).state] } }),
      'item:shop:a-should': recordText({ 'evidence/one': { at: noon, value: link }, ...note('Seen') }),
      'item:shop:gone': recordText({ answer: { at: noon, value: null }, later: { at: noon, value: { a: 2, b: 1 } } }),
    })
    const { name, text } = page.exportRollout('shop')
    const { rollouts } = await page.plan(text)
    expect(name).toBe('shop.golive.json')
    expect(rollouts[0]?.changes.map(({ relation }) => relation)).toEqual(['same', 'same', 'same', 'same'])
  })

  test('writes the contents that it is given, whatever is stored meanwhile', async () => {
    const page = await openPage({ ...shop, 'item:shop:a-may': recordText(note('Seen by nobody')) })
    const seen: RolloutContents = { id: 'shop', rollout: { format: recordFormat }, items: {}, wordings: {} }
    expect(page.exportRollout('shop').text).toContain('Seen by nobody')
    expect(JSON.parse(page.exportRollout('shop', seen).text)).toMatchObject({ rollout: { id: 'shop' }, items: {} })
  })

  test('gives a file that makes the same rollout elsewhere', async () => {
    const texts = { ...shop, 'item:shop:a-must': recordText(done()), 'item:shop:a-may': recordText(note('Seen')) }
    const { text } = (await openPage(texts)).exportRollout('shop')
    const elsewhere = await openPage()
    await elsewhere.take(text)
    expect(elsewhere.exportRollout('shop').text).toBe(text)
  })
})

describe('applyImport()', () => {
  const conflicting = { ...shop, 'item:shop:a-must': recordText(note('ours', late)) }

  test.each([
    ['nothing', undefined, 'ours'],
    ['ours', 'ours', 'ours'],
    ['theirs', 'theirs', 'theirs'],
  ] as const)('with %s chosen keeps the later side or the chosen one', async (_, side, expected) => {
    const page = await openPage(conflicting)
    const choices = new Map(side && [[page.choiceKey('shop', 'a-must', 'note'), side]])
    await page.take(fileText({ 'a-must': note('theirs', early) }), choices)
    const stored = JSON.parse(page.textOf('item:shop:a-must') ?? '')
    const values = [stored.note, ...stored.note.before].map(({ value }: { value: string }) => value)
    expect(values[0]).toBe(expected)
    expect(new Set(values)).toEqual(new Set(['ours', 'theirs']))
  })

  test('chooses for the rollout itself too', async () => {
    const record = recordText({ name: { at: late, value: 'Ours' }, platform: { at: early, value: 'demo' } })
    const page = await openPage({ 'rollout:shop': record })
    const choices = new Map([[page.choiceKey('shop', undefined, 'name'), 'theirs' as const]])
    await page.take(fileText({}, { name: { at: early, value: 'Theirs' } }), choices)
    expect(JSON.parse(page.textOf('rollout:shop') ?? '').name).toMatchObject({ value: 'Theirs' })
  })

  test('merges with what another tab stored since it was planned', async () => {
    const page = await openPage(shop)
    const plan = await page.plan(fileText({ 'a-must': note('theirs') }))
    page.write('item:shop:a-must', recordText(done(late)))
    page.applyImport(plan, new Map())
    expect(JSON.parse(page.textOf('item:shop:a-must') ?? '')).toMatchObject({ ...note('theirs'), ...done(late) })
  })

  test('says when the device did not take everything, and keeps it in memory', async () => {
    const page = await openPage(shop)
    page.device.mood = 'full'
    const imported = await page.take(fileText({ 'a-must': note('theirs') }))
    expect(imported.isStored).toBe(false)
    expect(page.exportRollout('shop').text).toContain('theirs')
  })

  test('takes in a backup, and keeps aside what cannot be read', async () => {
    const page = await openPage()
    const newer = JSON.stringify({ format: 99, note: {} })
    const texts = { ...shop, 'item:shop:a-must': recordText(done()), 'item:shop:a-may': '{"note', 'item:b:c': newer }
    const plan = await page.plan(backupText({ ...texts, person: recordText({ name: { at: early, value: 'Ann' } }) }))
    expect(Object.keys(plan.others)).toEqual(['item:shop:a-may', 'item:b:c', 'person'])
    page.applyImport(plan, new Map())
    expect(Object.keys(page.snapshot())).toEqual([
      'golive:aside:item:b:c',
      'golive:aside:item:shop:a-may',
      'golive:item:shop:a-must',
      'golive:person',
      'golive:rollout:shop',
    ])
    expect([page.textOf('aside:item:shop:a-may'), page.textOf('aside:item:b:c')]).toEqual(['{"note', newer])
  })

  test('leaves who works here, and which rollout is open, as they are', async () => {
    const own = { current: '{"format":2,"rollouts":{"demo":"mine"}}', person: recordText({}) }
    const page = await openPage(own)
    await page.take(backupText({ ...shop, current: '{"format":2,"rollouts":{"demo":"shop"}}', person: '{}' }))
    expect([page.textOf('current'), page.textOf('person')]).toEqual([own.current, own.person])
  })

  test('brings the wordings that were answered', async () => {
    const page = await openPage()
    const file = { ...JSON.parse(fileText({ 'a-must': done() })), wordings: { ab12ab12ab12ab12: 'What was asked' } }
    await page.take(JSON.stringify(file))
    expect(page.textOf('wording:ab12ab12ab12ab12')).toBe('What was asked')
  })
})

describe('undoImport()', () => {
  const held = { ...shop, 'item:shop:a-must': `${recordText(note('ours', early))} `, 'item:other:a-must': 'rubbish' }
  const file = fileText({ 'a-must': note('theirs', late), 'a-may': done() }, { name: { at: noon, value: 'Shop' } })

  test('restores every text byte for byte', async () => {
    const page = await openPage(held)
    const before = page.snapshot()
    const imported = await page.take(file)
    expect(page.snapshot()).not.toEqual(before)
    expect(page.undoImport(imported)).toEqual([])
    expect(page.snapshot()).toEqual(before)
  })

  test('takes a whole backup back', async () => {
    const page = await openPage({ person: recordText({}) })
    const before = page.snapshot()
    page.undoImport(await page.take(backupText({ ...held, current: '{"format":2,"rollouts":{}}' })))
    expect(page.snapshot()).toEqual(before)
  })

  test('leaves what was changed since, and names it', async () => {
    const page = await openPage(held)
    const imported = await page.take(file)
    page.write('item:shop:a-may', recordText(note('typed since', late)))
    expect(page.undoImport(imported)).toEqual(['item:shop:a-may'])
    expect(page.textOf('item:shop:a-may')).toBe(recordText(note('typed since', late)))
    expect(page.textOf('item:shop:a-must')).toBe(held['item:shop:a-must'])
  })
})
