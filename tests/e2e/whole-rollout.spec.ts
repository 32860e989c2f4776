/**
 * From an empty browser to a report that is signed and accepted, on Kubernetes, in no more than what is stated here.
 *
 * A choice from a list counts as two presses, a file that is given as one: what the dialogs of the system take is theirs.
 */
import { expect, test } from './fixtures.ts'
import { type Effort, type Hands, Pointer } from './hands.ts'
import { Keyboard } from './keyboard.ts'
import { takeToProduction } from './rollout-story.ts'

// Half a minute where nothing else runs.
test.describe.configure({ timeout: 180_000 })
test.use({ actionTimeout: 30_000 })

/** A little above what is needed. */
const limits = {
  mouse: { presses: 130, keys: 0, letters: 310 },
  touch: { presses: 132, keys: 0, letters: 310 },
  keyboard: { presses: 0, keys: 620, letters: 320 },
} satisfies Record<string, Effort>

async function takeWithin(limit: Effort, hands: Hands): Promise<void> {
  await takeToProduction(hands)
  const { presses, keys, letters } = hands.effort
  console.log(`${test.info().title}: ${presses} presses, ${keys} keys, ${letters} letters`)
  expect(presses).toBeLessThanOrEqual(limit.presses)
  expect(keys).toBeLessThanOrEqual(limit.keys)
  expect(letters).toBeLessThanOrEqual(limit.letters)
}

test.describe('on a desktop', () => {
  test.use({ viewport: { width: 1280, height: 800 } })

  test('a whole rollout by mouse', ({ page }) => takeWithin(limits.mouse, new Pointer(page, 'mouse')))

  test('a whole rollout by keyboard alone', ({ page }) => takeWithin(limits.keyboard, new Keyboard(page)))
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })

  test('a whole rollout by touch', ({ page }) => takeWithin(limits.touch, new Pointer(page, 'touch')))
})
