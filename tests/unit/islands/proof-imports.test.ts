import { expect, test, vi } from 'vitest'
import type { ProofImport } from '../../../src/islands/proof/ProofImport.tsx'
import { openImports } from '../../../src/islands/transfer/imports.ts'

const file = (name: string) => ({
  name,
  size: name.length,
  arrayBuffer: async () => new TextEncoder().encode(name).buffer as ArrayBuffer,
})
const report = { tool: 'junit', scope: '', isWhole: true, findings: [] } as const

/** Files are results of checks where their name says so. */
function openWith() {
  const planImport = vi.fn(async () => ({ kind: 'plan' as const, plan: { rollouts: [], others: {} } }))
  const transfer = { planImport, applyImport: vi.fn(), undoImport: vi.fn(), choiceKey: vi.fn() }
  const openProof = vi.fn(async (opened: object) => {
    const name = 'name' in opened ? opened.name : ''
    if (name === 'bad') return { kind: 'refused' as const, faults: [{ path: 'line 2', message: 'is wrong' }] }
    if (name !== 'results') return undefined
    const proof = { kind: 'scan' as const, report: { ...report, findings: [] } }
    return { kind: 'proof' as const, file: proof, View: vi.fn<typeof ProofImport>(), isSettled: false as const }
  })
  const imports = openImports(
    ['demo'],
    async () => transfer,
    async () => ({ openProof }),
  )
  return { imports, planImport, kinds: () => imports.$entries.get().map(({ step }) => step.kind) }
}

test('results of checks go to their own part, and the next file waits until they are decided', async () => {
  const { imports, planImport, kinds } = openWith()
  imports.add(['bad', 'results', 'rollout'].map(file))
  await vi.waitFor(() => expect(kinds()).toEqual(['refused', 'proof', 'waiting']))
  expect(planImport).not.toHaveBeenCalled()
  imports.settle(imports.$entries.get()[1]?.key ?? -1)
  await vi.waitFor(() => expect(kinds()).toEqual(['refused', 'proof', 'same']))
})

test('results that somebody leaves go away, and the next file has its turn', async () => {
  const { imports, kinds } = openWith()
  imports.add(['results', 'rollout'].map(file))
  await vi.waitFor(() => expect(kinds()).toEqual(['proof', 'waiting']))
  imports.drop(imports.$entries.get()[0]?.key ?? -1)
  await vi.waitFor(() => expect(kinds()).toEqual(['same']))
})
