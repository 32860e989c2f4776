import type { FrozenReport } from '../../stores/signoff.ts'
import { formatLocal } from '../rollouts/moments.ts'

interface Props {
  reports: readonly FrozenReport[]
  shown: FrozenReport | undefined
  onShow: (sha256: string) => void
}

/** Every other frozen report of this device: earlier freezes, and what was opened from files. */
export function History({ reports, shown, onShow }: Props) {
  const others = reports.filter(({ sha256 }) => sha256 !== shown?.sha256)
  if (others.length === 0) return null
  return (
    <section aria-labelledby="signoff-history">
      <h3 id="signoff-history">Other frozen reports on this device</h3>
      <ul class="signoff-history">
        {others.map(({ sha256, statement, signatures, origin }) => (
          <li key={sha256}>
            <span>
              <bdi>{statement.predicate.rollout.id}</bdi> in <bdi>{statement.predicate.rollout.environment}</bdi>,{' '}
              {origin === 'frozen' ? 'frozen' : 'opened from a file, frozen'}{' '}
              {formatLocal(new Date(statement.predicate.frozenAt))}, {countSignatures(signatures.length)}
            </span>
            <code>{sha256.slice(0, 12)}</code>
            <button type="button" onClick={() => onShow(sha256)}>
              Show
              <span class="sr-only">
                {' '}
                {statement.predicate.rollout.id}, {sha256.slice(0, 12)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function countSignatures(count: number): string {
  if (count === 0) return 'no signature'
  return count === 1 ? '1 signature' : `${count} signatures`
}
