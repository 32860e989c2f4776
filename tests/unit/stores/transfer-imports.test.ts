import { expect, test, vi } from 'vitest'
import { openImports } from '../../../src/islands/transfer/imports.ts'
import type { ImportPlan } from '../../../src/stores/transfer.ts'

const file = (name: string) => ({
  name,
  size: name.length,
  arrayBuffer: async () => new TextEncoder().encode(name).buffer as ArrayBuffer,
})

const plan: ImportPlan = { rollouts: [], others: { 'item:shop:a': 'rubbish' } }
const done = { isStored: true, platforms: [], texts: new Map() }

/** Every file is planned by its text, which is its name. */
function openWith(planImport = vi.fn(async (text: string) => outcomes[text] ?? { kind: 'plan' as const, plan })) {
  const transfer = {
    planImport,
    applyImport: vi.fn(() => done),
    undoImport: vi.fn(() => ['item:shop:a']),
    choiceKey: (rollout: string, item: string | undefined, field: string) => `${rollout}/${item}/${field}`,
  }
  const imports = openImports(['demo'], async () => transfer)
  const kinds = () => imports.$entries.get().map(({ step }) => step.kind)
  const keyOf = (index: number) => imports.$entries.get()[index]?.key ?? -1
  return { imports, transfer, kinds, keyOf }
}

const outcomes: Record<string, Awaited<ReturnType<typeof import('../../../src/stores/transfer.ts').planImport>>> = {
  bad: { kind: 'refused', faults: [{ path: '', message: 'is empty' }] },
  same: { kind: 'plan', plan: { rollouts: [], others: {} } },
}

test('add() looks at one file after the other, and waits for a decision', async () => {
  const { imports, kinds } = openWith()
  imports.add(['bad', 'same', 'good', 'next'].map(file))
  expect(kinds()).toEqual(['reading', 'waiting', 'waiting', 'waiting'])
  await vi.waitFor(() => expect(kinds()).toEqual(['refused', 'same', 'planned', 'waiting']))
})

test('apply() imports with what was chosen, once, and goes on to the next file', async () => {
  const { imports, transfer, kinds, keyOf } = openWith()
  imports.add(['good', 'next'].map(file))
  await vi.waitFor(() => expect(kinds()).toEqual(['planned', 'waiting']))
  const chosen = [{ rollout: 'shop', item: undefined, field: 'name', side: 'theirs' as const }]
  await Promise.all([imports.apply(keyOf(0), chosen), imports.apply(keyOf(0), chosen)])
  expect(transfer.applyImport.mock.calls).toEqual([[plan, new Map([['shop/undefined/name', 'theirs']])]])
  await vi.waitFor(() => expect(kinds()).toEqual(['imported', 'planned']))
})

test('undo() keeps what was left, and looks again at a file that is being decided about', async () => {
  const { imports, transfer, kinds, keyOf } = openWith()
  imports.add(['good', 'next'].map(file))
  await vi.waitFor(() => expect(kinds()).toEqual(['planned', 'waiting']))
  await imports.apply(keyOf(0), [])
  await vi.waitFor(() => expect(kinds()).toEqual(['imported', 'planned']))
  await imports.undo(keyOf(0))
  expect(imports.$entries.get()[0]?.step).toEqual({ kind: 'undone', plan, left: ['item:shop:a'] })
  expect(transfer.planImport).toHaveBeenCalledTimes(3)
  expect(kinds()).toEqual(['undone', 'planned'])
})

test('drop() takes a file away and goes on', async () => {
  const { imports, kinds, keyOf } = openWith()
  imports.add(['good', 'next'].map(file))
  await vi.waitFor(() => expect(kinds()).toEqual(['planned', 'waiting']))
  imports.drop(keyOf(0))
  await vi.waitFor(() => expect(kinds()).toEqual(['planned']))
})

test('retry() looks again at what could not be looked at', async () => {
  const planImport = vi.fn(async (_: string) => ({ kind: 'plan' as const, plan }))
  planImport.mockRejectedValueOnce(new Error('The checklist could not be loaded.'))
  const { imports, kinds, keyOf } = openWith(planImport)
  imports.add([file('good')])
  await vi.waitFor(() => expect(kinds()).toEqual(['failed']))
  expect(imports.$entries.get()[0]?.step).toEqual({ kind: 'failed', message: 'The checklist could not be loaded.' })
  imports.retry(keyOf(0))
  await vi.waitFor(() => expect(kinds()).toEqual(['planned']))
})
