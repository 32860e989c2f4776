import { fieldId } from './Field.tsx'
import type { Problems } from './read-draft.ts'

/** What has to be corrected before the figures are of what the form says. */
export function ProblemList({ problems, isShown }: { problems: Problems; isShown: boolean }) {
  const count = problems.size
  return (
    <div role="status" class="sizing-problems">
      {count > 0 && (
        <>
          <p class="problem">
            {count === 1 ? '1 field has' : `${count} fields have`} to be corrected
            {isShown ? '; the figures are of the inputs before.' : ' before anything can be computed.'}
          </p>
          <p class="actions">
            {[...problems.keys()].slice(0, 5).map((name) => (
              <button type="button" class="quiet" key={name} onClick={() => focusField(name)}>
                {describeField(name)}
              </button>
            ))}
          </p>
        </>
      )}
    </div>
  )
}

/** Some fields are in parts that are opened on demand. */
function focusField(name: string): void {
  const field = document.getElementById(fieldId(name))
  const part = field?.closest('details')
  if (part) part.open = true
  field?.focus()
}

const words: Record<string, string> = {
  cpu: 'CPU',
  memory: 'memory',
  overheadCpu: 'overhead of CPU',
  overheadMemory: 'overhead of memory',
  count: 'number of nodes',
  pool: 'pool',
  daemonCpu: 'CPU of DaemonSets',
  daemonMemory: 'memory of DaemonSets',
  daemonPods: 'number of DaemonSets',
  fill: 'fill limit',
  failures: 'node failures',
  maxConnections: 'connections of the server',
}

/** "Workload 2, memory" of `workloads.1.memory`. */
function describeField(name: string): string {
  const [list = '', index, field] = name.split('.')
  if (field === undefined) return words[name] ?? name
  const noun = list === 'plans' ? 'Plan' : 'Workload'
  return `${noun} ${Number(index) + 1}, ${words[field] ?? field}`
}
