import { type LaunchGate, listGateItems, listPending, listUnmet, type Person } from '../../core/index.ts'
import { CommandBlock } from './CommandBlock.tsx'
import type { LaunchRow, LaunchState } from './launch-state.ts'

interface Props {
  base: string
  state: LaunchState
  gate: Exclude<LaunchGate, 'decision'>
  /** Steps that somebody has put off on this screen. */
  skipped: readonly string[]
  onDone: (row: LaunchRow) => void
  onSkip: (row: LaunchRow) => void
  /** Notes that the launch is over. */
  onLaunched: () => void
}

/** The next thing to do at a gate, large, and what comes after it. */
export function NextStep({ base, state, gate, skipped, onDone, onSkip, onLaunched }: Props) {
  const steps = listSteps(state.rows, gate, skipped)
  const [next, ...later] = steps
  if (!next) return <NothingLeft state={state} gate={gate} onLaunched={onLaunched} />
  return (
    <>
      <section class="next-step" aria-label="Next">
        <p class="step-facts">
          <span class={`level level-${next.level}`}>{next.level}</span>
          <span>{describeOwner(next.owner, state.rollout.people)}</span>
          {next.state !== 'open' && <span class="step-state">{describeStanding(next)}</span>}
        </p>
        <h2>
          <a href={`${base}${next.url.slice(1)}`}>{next.title}</a>
        </h2>
        <Unmet row={next} rows={state.rows} />
        {next.verify?.run && <CommandBlock text={next.verify.run} label="how to check it" />}
        {next.verify && (
          <p class="step-expect">
            <b>Good:</b> {next.verify.expect.replaceAll('`', '')}
          </p>
        )}
        <p class="step-deeds">
          {next.state === 'to-confirm' ? (
            <a class="step-open" href={`${base}${next.url.slice(1)}`}>
              Confirm it at the item
            </a>
          ) : (
            <button type="button" class="primary" aria-keyshortcuts="d" onClick={() => onDone(next)}>
              Done <kbd>d</kbd>
            </button>
          )}
          {later.length > 0 && (
            <button type="button" aria-keyshortcuts="s" onClick={() => onSkip(next)}>
              Later <kbd>s</kbd>
            </button>
          )}
        </p>
      </section>
      {later.length > 0 && (
        <section class="later-steps" aria-label="Then">
          <h3>Then, {later.length === 1 ? '1 step' : `${later.length} steps`}</h3>
          <ol>
            {later.slice(0, 8).map(({ id, title, level, url }) => (
              <li key={id}>
                <span class={`level level-${level}`}>{level}</span> <a href={`${base}${url.slice(1)}`}>{title}</a>
              </li>
            ))}
          </ol>
          {later.length > 8 && <p>and {later.length - 8} more</p>}
        </section>
      )}
    </>
  )
}

/** What is pending, with that last which was put off. */
export function listSteps(rows: readonly LaunchRow[], gate: LaunchGate, skipped: readonly string[]): LaunchRow[] {
  const pending = listPending(rows, gate)
  const order = ({ id }: LaunchRow) => skipped.indexOf(id)
  return pending.toSorted((left, right) => order(left) - order(right))
}

function Unmet({ row, rows }: { row: LaunchRow; rows: readonly LaunchRow[] }) {
  const titles = listUnmet(row, rows).map((id) => rows.find((other) => other.id === id)?.title ?? id)
  if (titles.length === 0) return null
  return <p class="step-unmet">Waits for: {titles.join('; ')}</p>
}

function NothingLeft({ state: { rows, stage }, gate, onLaunched }: Pick<Props, 'state' | 'gate' | 'onLaunched'>) {
  const isEmpty = listGateItems(rows, gate).every(({ state }) => state === 'not-applicable')
  return (
    <section class="next-step" aria-label="Next">
      <h2>{isEmpty ? 'No item of this checklist belongs here' : 'Everything here is done'}</h2>
      {gate === 'launch' && stage === 'launch' && (
        <p class="step-deeds">
          <button type="button" class="primary" onClick={onLaunched}>
            Launched
          </button>
        </p>
      )}
    </section>
  )
}

/** The role that sees to it, and who has that role in this rollout. */
function describeOwner(owner: string, people: readonly Person[]): string {
  const names = people.filter(({ role }) => role.toLowerCase() === owner).map(({ name }) => name)
  return names.length > 0 ? `${owner}: ${names.join(', ')}` : owner
}

function describeStanding({ state, reason }: LaunchRow): string {
  return [state.replaceAll('-', ' '), reason].filter(Boolean).join(': ')
}
