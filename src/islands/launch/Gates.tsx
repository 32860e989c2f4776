import { isPending, type LaunchGate, type LaunchStage, launchGates, listGateItems } from '../../core/index.ts'
import { verdictWords } from '../../exports/readiness-words.ts'
import type { LaunchState } from './launch-state.ts'

interface Props {
  state: LaunchState
  shown: LaunchGate
  onShow: (gate: LaunchGate) => void
}

const names: Readonly<Record<LaunchGate, string>> = {
  before: 'Before',
  decision: 'Go or no-go',
  launch: 'Launch',
  after: 'After',
}

/** The gates in their order, with how far each is; the one where the launch stands is marked. */
export function Gates({ state, shown, onShow }: Props) {
  return (
    <nav class="gates" aria-label="Gates">
      {launchGates.map((gate) => (
        <button
          key={gate}
          type="button"
          aria-pressed={gate === shown}
          aria-current={gate === gateOf(state.stage) ? 'step' : undefined}
          onClick={() => onShow(gate)}
        >
          <b>{names[gate]}</b> <span>{describeGate(state, gate)}</span>
        </button>
      ))}
    </nav>
  )
}

/** A launch that was broken off stands where it is decided again. */
export function gateOf(stage: LaunchStage): LaunchGate {
  return stage === 'stopped' ? 'decision' : stage
}

function describeGate({ report, rows, stage }: LaunchState, gate: LaunchGate): string {
  if (gate === 'decision') {
    if (stage === 'stopped') return 'stopped'
    return stage === 'launch' || stage === 'after' ? 'go' : verdictWords[report.verdict].toLowerCase()
  }
  const items = listGateItems(rows, gate).filter(({ state }) => state !== 'not-applicable')
  const done = items.filter(({ state }) => !isPending({ kind: state })).length
  return `${done} of ${items.length}`
}
