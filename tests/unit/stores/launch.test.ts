import { afterEach, expect, test, vi } from 'vitest'
import type { ItemState } from '../../../src/core/index.ts'
import { FakeStorage } from '../../fixtures/fake-storage.ts'
import { early } from '../../fixtures/moments.ts'

afterEach(() => vi.unstubAllGlobals())

const blocked: ItemState = { kind: 'blocked', reason: 'a part is missing' }
const rollout = 'demo-first'

/** A launch day with an item that was blocked, and has just been done as a step. */
async function openLaunch() {
  vi.resetModules()
  const record = { format: 2, state: { at: early, value: blocked } }
  const device = new FakeStorage({ 'golive:item:demo-first:a': JSON.stringify(record) })
  const facts = { platform: 'demo', formerly: {}, when: {}, validForDays: {}, needsLink: [], digests: { a: 'ab12' } }
  vi.stubGlobal('localStorage', device.storage)
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('document', { querySelectorAll: () => [{ content: JSON.stringify(facts) }], querySelector: () => null })
  const launch = await import('../../../src/stores/launch.ts')
  const { changeItem, progressOf, tickItem } = await import('../../../src/stores/progress.ts')
  tickItem('demo', 'a', true)
  const name = launch.logEvent('demo', rollout, { kind: 'step', text: 'Do a', item: 'a' })
  const [[, event] = []] = launch.readLaunchLog(rollout)
  if (!event) throw new Error('The step is in the log')
  return {
    readLog: () => launch.readLaunchLog(rollout),
    answer: (state: ItemState) => changeItem('demo', 'a', 'state', state),
    takeBack: () => launch.takeEventBack('demo', rollout, name, event),
    shown: () => progressOf('demo').$items.get()['a']?.state?.value,
  }
}

test('takeEventBack() brings an item back to what it was before the step', async () => {
  const launch = await openLaunch()
  expect(launch.shown()).toEqual({ kind: 'done', itemDigest: 'ab12' })
  expect(launch.takeBack()).toBe(true)
  expect([launch.shown(), launch.readLog()]).toEqual([blocked, []])
})

test.each<ItemState>([{ kind: 'started' }, { kind: 'not-applicable', reason: 'there is none' }])(
  'takeEventBack() leaves what was answered since as it is: $kind',
  async (state) => {
    const launch = await openLaunch()
    launch.answer(state)
    expect(launch.takeBack()).toBe(false)
    expect([launch.shown(), launch.readLog()]).toEqual([state, []])
  },
)
