import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import {
  evidenceName,
  type ItemFields,
  isEvidenceName,
  type RolloutFields,
  recordFormat,
  type Stamped,
  setField,
} from '../../../src/core/index.ts'
import { doneState } from '../../fixtures/checklist.ts'
import { StaleTabs } from '../../fixtures/stale-tabs.ts'
import { link, versionTexts } from '../../fixtures/stamps.ts'

// Properties of large values take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const rollout = 'demo-first'
const items = ['a-must', 'a-may'] as const

type Action =
  | { kind: 'see' }
  | { kind: 'hear' }
  | { kind: 'state'; item: string; isDone: boolean }
  | { kind: 'note' | 'answer'; item: string; text: string }
  | { kind: 'attach' | 'detach'; item: string; piece: number }
  | { kind: 'name'; text: string }

const item = fc.constantFrom(...items)
const text = fc.constantFrom('a', 'b', 'c')
const anyAction: fc.Arbitrary<Action> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom({ kind: 'see' }, { kind: 'hear' }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('state' as const), item, isDone: fc.boolean() }) },
  fc.record({ kind: fc.constantFrom('note' as const, 'answer' as const), item, text }),
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('attach' as const, 'attach' as const, 'detach' as const),
      item,
      piece: fc.nat(3),
    }),
  },
  fc.record({ kind: fc.constant('name' as const), text }),
)

/** What a tab did in its own time: every tab has a clock that may be wrong by hours. */
const anyStep = (tabs: number) =>
  fc.record({ tab: fc.nat(tabs - 1), action: anyAction, hours: fc.constantFrom(-2, 0, 0, 0, 2) })

const anySession = fc
  .integer({ min: 2, max: 3 })
  .chain((tabs) => fc.record({ tabs: fc.constant(tabs), steps: fc.array(anyStep(tabs), { maxLength: 24 }) }))

/** Carries a session out; returns the tabs at rest with every version that any tab ever wrote, by place. */
function run({
  tabs: count,
  steps,
}: {
  tabs: number
  steps: readonly { tab: number; action: Action; hours: number }[]
}) {
  const tabs = new StaleTabs(count)
  const written: { place: string; field: Stamped<unknown> }[] = []
  for (const [index, { tab, action, hours }] of steps.entries()) {
    const records = tabs.tabs[tab]?.records
    if (!records) throw new RangeError(`There is no tab ${tab}`)
    const now = new Date(Date.UTC(2026, 10, 1, 8 + hours, index))
    if (action.kind === 'see') tabs.see(tab)
    else if (action.kind === 'hear') tabs.hear(tab)
    else if (action.kind === 'name') {
      records.changeRollout(rollout, (stored) => setField<RolloutFields, 'name'>(stored, 'name', action.text, now))
      written.push({ place: 'rollout name', field: records.readRollout(rollout)?.name as Stamped<unknown> })
    } else {
      const { name, value } = changeOf(action)
      records.changeItem(rollout, action.item, (stored) => setField(stored, name, value, now, { by: `tab ${tab}` }))
      const field = records.readItem(rollout, action.item)?.[name] as Stamped<unknown>
      written.push({ place: `${action.item} ${name}`, field })
    }
  }
  tabs.settle()
  return { tabs, written }
}

function changeOf(action: Extract<Action, { item: string }>): {
  name: keyof ItemFields
  value: ItemFields[keyof ItemFields]
} {
  switch (action.kind) {
    case 'state':
      return { name: 'state', value: action.isDone ? doneState(action.item) : { kind: 'open' } }
    case 'attach':
    case 'detach':
      return { name: evidenceName(String(action.piece)), value: action.kind === 'attach' ? link() : null }
    default:
      return { name: action.kind, value: action.text }
  }
}

/** What a tab shows of a place, like `a-must note`. */
function fieldAt(tabs: StaleTabs, tab: number, place: string): Stamped<unknown> | undefined {
  const [id = '', name = ''] = place.split(' ')
  const records = tabs.tabs[tab]?.records
  const record = id === 'rollout' ? records?.readRollout(rollout) : records?.readItem(rollout, id)
  return record && (Reflect.get(record, name) as Stamped<unknown> | undefined)
}

describe('any sequence of changes in tabs that see each other late', () => {
  test('ends with the same texts in every tab and on the device', () => {
    fc.assert(
      fc.property(anySession, (session) => {
        const { tabs } = run(session)
        for (const { view } of tabs.tabs) expect(Object.fromEntries([...view.texts].sort())).toEqual(tabs.device())
      }),
      { numRuns: 300 },
    )
  })

  test('loses no version that anybody wrote', () => {
    fc.assert(
      fc.property(anySession, (session) => {
        const { tabs, written } = run(session)
        for (const { place, field } of written) {
          const [latest] = versionTexts({ value: field.value, at: field.at, ...(field.by && { by: field.by }) })
          expect(versionTexts(fieldAt(tabs, 0, place))).toContain(latest)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('loses no piece of evidence but those that somebody removed', () => {
    fc.assert(
      fc.property(anySession, (session) => {
        const { tabs, written } = run(session)
        const pieces = written.filter(({ place }) => isEvidenceName(place.split(' ')[1] ?? ''))
        const removed = new Set(pieces.filter(({ field }) => field.value === null).map(({ place }) => place))
        for (const { place } of pieces.filter((piece) => !removed.has(piece.place))) {
          expect(fieldAt(tabs, 0, place)?.value).toEqual(link())
        }
      }),
    )
  })

  test('leaves an item done that somebody did and nobody opened again', () => {
    fc.assert(
      fc.property(anySession, (session) => {
        const { tabs, written } = run(session)
        const states = written.filter(({ place }) => place.endsWith(' state'))
        for (const id of items) {
          const kinds = states
            .filter(({ place }) => place.startsWith(id))
            .map(({ field }) => JSON.stringify(field.value))
          const isDone = kinds.length > 0 && kinds.every((kind) => kind.includes('done'))
          if (isDone) expect(fieldAt(tabs, 0, `${id} state`)?.value).toEqual(doneState(id))
        }
      }),
    )
  })

  test('comes to rest: no tab answers an answer', () => {
    fc.assert(
      fc.property(anySession, (session) => {
        const { tabs } = run(session)
        const before = tabs.device()
        for (const [tab, { records }] of tabs.tabs.entries()) {
          for (const [key, text] of Object.entries(before)) records.absorb(key.slice('golive:'.length), text)
          expect(tabs.device(), `tab ${tab}`).toEqual(before)
        }
      }),
    )
  })
})

test('two tabs that write without having seen each other both keep their change', () => {
  const tabs = new StaleTabs(2)
  const [one, other] = tabs.tabs.map(({ records }) => records)
  const at = new Date('2026-11-01T08:00:00.000Z')
  one?.changeItem(rollout, 'a-must', (stored) => setField(stored, 'state', doneState('a-must'), at))
  other?.changeItem(rollout, 'a-must', (stored) => setField(stored, 'note', 'Seen', at))
  expect(other?.readItem(rollout, 'a-must')).not.toHaveProperty('state')
  tabs.settle()
  for (const { records } of tabs.tabs) {
    expect(records.readItem(rollout, 'a-must')).toEqual({
      format: recordFormat,
      state: { value: doneState('a-must'), at: at.toISOString() },
      note: { value: 'Seen', at: at.toISOString() },
    })
  }
})
