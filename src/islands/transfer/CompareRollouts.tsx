import { useStore } from '@nanostores/preact'
import { useMemo, useState } from 'preact/hooks'
import { describeRollout } from '../../core/index.ts'
import type { RolloutContents } from '../../core/rollout-file.ts'
import { readContents } from '../../stores/contents.ts'
import { $rollouts } from '../../stores/rollouts.ts'
import { CompareSide } from './CompareSide.tsx'
import { Comparison } from './Comparison.tsx'
import { type Choice, findObstacle, type LoadedFile, readSides, type Sides, writeSides } from './compare-sides.ts'
import type { TransferProps } from './ImportPanel.tsx'

/** A choice with the file that was opened for it. */
export interface SideState {
  choice: Choice
  file: LoadedFile | undefined
}

/** Two rollouts side by side, of this browser or out of files: what differs, and what that means for the launch. */
export function CompareRollouts({ platforms }: TransferProps) {
  const entries = useStore($rollouts)
  const [[before, after], setStates] = useState<[SideState, SideState]>(() => {
    const [first, second] = readSides(location.search)
    return [
      { choice: first, file: undefined },
      { choice: second, file: undefined },
    ]
  })
  const choose = (states: [SideState, SideState]) => {
    setStates(states)
    history.replaceState(history.state, '', writeSides(location.href, [states[0].choice, states[1].choice]))
  }
  const [earlier, later] = [useContents(before, entries), useContents(after, entries)]
  const isComplete = earlier !== undefined && later !== undefined
  const sides: Sides = [before.choice, after.choice]
  const obstacle = isComplete
    ? findObstacle(sides, [earlier.rollout.platform, later.rollout.platform], platforms)
    : undefined
  return (
    <section class="transfer compare-rollouts" aria-labelledby="compare">
      <h2 id="compare">Compare</h2>
      <p>
        Two rollouts of one platform, or a rollout and what it was in an earlier file: what went back, what is new,
        which risks were renewed.
      </p>
      <div class="compare-sides">
        <CompareSide
          label="Before"
          platforms={platforms}
          state={before}
          isMissing={before.choice.kind === 'stored' && !earlier}
          onChange={(state) => choose([state, after])}
        />
        <CompareSide
          label="After"
          platforms={platforms}
          state={after}
          isMissing={after.choice.kind === 'stored' && !later}
          onChange={(state) => choose([before, state])}
        />
        {isComplete && (
          <p class="actions">
            <button type="button" onClick={() => choose([after, before])}>
              Swap before and after
            </button>
          </p>
        )}
      </div>
      {!isComplete && <p class="hint">Choose both, and what differs stands here.</p>}
      {obstacle && <p role="status">{obstacle}</p>}
      {isComplete && !obstacle && (
        <Comparison platform={later.rollout.platform} before={earlier.contents} after={later.contents} />
      )}
    </section>
  )
}

/** What a side holds now; undefined while nothing is chosen, or when it is no longer here. */
function useContents({ choice, file }: SideState, entries: ReturnType<typeof $rollouts.get>) {
  return useMemo(() => {
    const contents = findContents(choice, file, entries)
    return contents && { contents, rollout: describeRollout(contents.id, contents.rollout) }
  }, [choice, file, entries])
}

function findContents(
  choice: Choice,
  file: LoadedFile | undefined,
  entries: ReturnType<typeof $rollouts.get>,
): RolloutContents | undefined {
  if (choice.kind === 'loaded') return file?.rollouts.find(({ id }) => id === choice.id)
  const isOffered = ({ rollout }: (typeof entries)[number]) =>
    choice.kind === 'stored' && rollout.id === choice.id && rollout.deletedAt === ''
  return choice.kind === 'stored' && entries.some(isOffered) ? readContents(choice.id) : undefined
}
