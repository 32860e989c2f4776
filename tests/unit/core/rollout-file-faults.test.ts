import { describe, expect, test } from 'vitest'
import { faultsOfFile, faultsWith, type Path, rolloutOf, setAt, validFile } from '../../fixtures/rollout-file.ts'
import { stamped } from '../../fixtures/stamps.ts'

const somethingElse = ': is JSON of something else: a file of Golive has "kind": "golive-rollout" or "golive-storage"'
const noMoment = 'is no moment like 2026-11-21T09:30:00.000Z'
const noLaunch = 'is no local date and time like 2026-11-28T09:00'
const noDigest = 'is no digest like sha256:… or gitCommit:…'

test('the valid file has no fault', () => {
  expect(faultsOfFile(JSON.stringify(validFile))).toEqual([])
})

test.each([
  ['a list', '[]'],
  ['null', 'null'],
  ['a number', '1'],
  ['an object', '{}'],
  ['a checklist', '{"format":1,"platform":"demo","sections":[]}'],
  ['a package', '{"name":"golive","kind":"module"}'],
  ['a kind of another type', '{"format":1,"kind":["golive-rollout"]}'],
])('%s is JSON of something else', (_, text) => {
  expect(faultsOfFile(text)).toEqual([somethingElse])
})

test('a newer format is named, whatever else the file holds', () => {
  const newer = 'format: is 2, from a newer Golive than this one, which reads up to 1'
  expect(faultsWith(['format'], 2)).toEqual([newer])
  expect(faultsOfFile('{"kind":"golive-rollout","format":2,"items":5}')).toEqual([newer])
  expect(faultsOfFile('{"kind":"golive-storage","format":2}')).toEqual([newer])
})

test.each<[string, Path, unknown, string]>([
  ['no format', ['format'], undefined, 'format: Invalid input: expected 1'],
  ['a format of text', ['format'], '1', 'format: Invalid input: expected 1'],
  ['format 0', ['format'], 0, 'format: Invalid input: expected 1'],
  ['no rollout', ['rollout'], undefined, 'rollout: Invalid input: expected object, received undefined'],
  ['no items', ['items'], undefined, 'items: Invalid input: expected record, received undefined'],
  ['items as list', ['items'], [], 'items: Invalid input: expected record, received array'],
  ['no id', ['rollout', 'id'], undefined, 'rollout.id: Invalid input: expected string, received undefined'],
  ['an id with a slash', ['rollout', 'id'], 'a/b', 'rollout.id: is no rollout id like payments-2.4.0'],
  ['a path as id', ['rollout', 'id'], '../a', 'rollout.id: is no rollout id like payments-2.4.0'],
  ['a colon in the id', ['rollout', 'id'], 'a:b', 'rollout.id: is no rollout id like payments-2.4.0'],
  [
    'no platform',
    ['rollout', 'platform'],
    undefined,
    'rollout.platform: Invalid input: expected object, received undefined',
  ],
  ['a platform that is none', ['rollout', 'platform', 'value'], 'A b', 'rollout.platform.value: is no item id'],
  ['a bare name', ['rollout', 'name'], 'Shop', 'rollout.name: Invalid input: expected object, received string'],
  [
    'a name of 301 characters',
    ['rollout', 'name', 'value'],
    'a'.repeat(301),
    'rollout.name.value: is longer than 300 characters',
  ],
  ['a time that is none', ['rollout', 'name', 'at'], '2026-02-30T00:00:00.000Z', `rollout.name.at: ${noMoment}`],
  ['a time with an offset', ['rollout', 'name', 'at'], '2026-02-20T00:00:00+01:00', `rollout.name.at: ${noMoment}`],
  [
    'a history that is none',
    ['rollout', 'name', 'before'],
    'Shop',
    'rollout.name.before: Invalid input: expected array, received string',
  ],
  [
    'a history of another type',
    ['rollout', 'name', 'before', 0, 'value'],
    5,
    'rollout.name.before[0].value: Invalid input: expected string, received number',
  ],
  ['a history without time', ['rollout', 'name', 'before', 0, 'at'], 'noon', `rollout.name.before[0].at: ${noMoment}`],
  ['nobody', ['rollout', 'name', 'by'], null, 'rollout.name.by: Invalid input: expected string, received null'],
  [
    'no such launch',
    ['rollout', 'plannedLaunch', 'value'],
    '2026-02-30T09:00',
    `rollout.plannedLaunch.value: ${noLaunch}`,
  ],
  [
    'a launch at 24:00',
    ['rollout', 'plannedLaunch', 'value'],
    '2026-02-28T24:00',
    `rollout.plannedLaunch.value: ${noLaunch}`,
  ],
  ['a day of launch', ['rollout', 'plannedLaunch', 'value'], '2026-02-28', `rollout.plannedLaunch.value: ${noLaunch}`],
  [
    'a launch in UTC',
    ['rollout', 'plannedLaunch', 'value'],
    '2026-02-28T09:00Z',
    `rollout.plannedLaunch.value: ${noLaunch}`,
  ],
  [
    'traits of a text',
    ['rollout', 'traits', 'value'],
    'gpu',
    'rollout.traits.value: Invalid input: expected array, received string',
  ],
  ['a trait that is none', ['rollout', 'traits', 'value', 0], 'GPU!', 'rollout.traits.value[0]: is no item id'],
  [
    'a subject without name',
    ['rollout', 'subjects', 'value', 0, 'name'],
    '',
    'rollout.subjects.value[0].name: is empty',
  ],
  [
    'a short digest',
    ['rollout', 'subjects', 'value', 0, 'digest'],
    'sha256:ab',
    `rollout.subjects.value[0].digest: ${noDigest}`,
  ],
  [
    'a digest in another form',
    ['rollout', 'subjects', 'value', 0, 'digest'],
    'D'.repeat(64),
    `rollout.subjects.value[0].digest: ${noDigest}`,
  ],
  [
    'a person without role',
    ['rollout', 'people', 'value', 0, 'role'],
    undefined,
    'rollout.people.value[0].role: Invalid input: expected string, received undefined',
  ],
  ['a deletion at noon', ['rollout', 'deletedAt', 'value'], 'noon', `rollout.deletedAt.value: ${noMoment}`],
  ['a wording without digest', ['wordings', 'abc'], 'x', 'wordings.abc: is no digest'],
  ['an item id that is none', ['items', 'Protect_main'], {}, 'items.Protect_main: is no item id'],
  [
    'an item that is a list',
    ['items', 'protect-main'],
    [],
    'items.protect-main: Invalid input: expected object, received array',
  ],
])('%s is told with its path', (_, path, member, fault) => {
  expect(faultsWith(path, member)).toEqual([fault])
})

describe('a file with several faults', () => {
  test('tells all of them, and gives nothing', () => {
    const faults = [
      [['rollout', 'id'], 'A b'],
      [['rollout', 'platform', 'at'], 'noon'],
      [['rollout', 'plannedLaunch', 'value'], 'soon'],
      [['items', 'protect-main', 'note', 'value'], 5],
      [['items', 'test-restore', 'state', 'value', 'reason'], ''],
      [['items', 'No_Item'], {}],
      [['wordings', 'x'], 'x'],
    ] as const
    const file = faults.reduce<unknown>((value, [path, member]) => setAt(value, path, member), validFile)
    expect(faultsOfFile(JSON.stringify(file))).toEqual([
      'rollout.id: is no rollout id like payments-2.4.0',
      `rollout.platform.at: ${noMoment}`,
      `rollout.plannedLaunch.value: ${noLaunch}`,
      'items.protect-main.note.value: Invalid input: expected string, received number',
      'items.test-restore.state.value.reason: needs a letter or a digit',
      'items.No_Item: is no item id',
      'wordings.x: is no digest',
    ])
  })

  test('tells all that is wrong with the evidence of one item, also beside other faults', () => {
    const evidence = {
      note: 5,
      'evidence/1': stamped({ kind: 'link', url: 'javascript:alert(1)', collectedAt: 'noon' }),
      'evidence/2': 5,
    }
    expect(faultsWith(['items', 'protect-main'], evidence)).toEqual([
      'items.protect-main.note: Invalid input: expected object, received number',
      `items.protect-main.evidence/1.value.collectedAt: ${noMoment}`,
      'items.protect-main.evidence/1.value.url: is no http or https address',
      'items.protect-main.evidence/2: Invalid input: expected object, received number',
    ])
  })
})

describe('the number of items', () => {
  const itemsOf = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`item-${index}`, { note: stamped('x') }]))

  test('may be five thousand', () => {
    const file = JSON.stringify({ ...validFile, items: itemsOf(5_000) })
    expect(Object.keys(rolloutOf(file).items)).toHaveLength(5_000)
  })

  test.each([5_001, 10_000])('may not be %d', (count) => {
    expect(faultsWith(['items'], itemsOf(count))).toEqual(['items: holds more than 5000 items'])
  })
})
