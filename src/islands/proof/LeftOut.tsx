import type { ComponentChildren } from 'preact'
import type { ProofPlan } from '../../stores/proof.ts'
import { countNoun } from '../transfer/plan-summary.ts'
import { asSentence } from './words.ts'

/** As many as are looked through; a scan of a large cluster leaves tens of thousands. */
const shownLength = 200

/** What a file holds that is offered to no item: told, not dropped. */
export function LeftOut({ plan: { skipped, unknown, unmapped } }: { plan: ProofPlan }) {
  return (
    <>
      <Some title={`${countNoun(skipped.length, 'check')} not run`} list={skipped}>
        {({ itemId, reason }) => (
          <>
            <code>{itemId}</code>: <bdi>{asSentence(reason)}</bdi>
          </>
        )}
      </Some>
      <Some title={`${countNoun(unknown.length, 'result')} of items that this checklist does not have`} list={unknown}>
        {(itemId) => <code>{itemId}</code>}
      </Some>
      <Some title={`${countNoun(unmapped.length, 'finding')} that no item asks for`} list={unmapped}>
        {({ check, title, status, place }) => (
          <>
            {statusWords[status]} <code>{check}</code> {title !== check && <bdi>{title}</bdi>}
            {place && (
              <>
                {' '}
                (<bdi>{place}</bdi>)
              </>
            )}
          </>
        )}
      </Some>
    </>
  )
}

const statusWords = { pass: 'Passed:', fail: 'Failed:', look: 'Left to a person:' } as const

interface SomeProps<Entry> {
  title: string
  list: readonly Entry[]
  children: (entry: Entry) => ComponentChildren
}

function Some<Entry>({ title, list, children }: SomeProps<Entry>) {
  if (list.length === 0) return null
  return (
    <details class="proof-left">
      <summary>{title}</summary>
      <ul>
        {list.slice(0, shownLength).map((entry, index) => (
          <li key={index}>{children(entry)}</li>
        ))}
      </ul>
      {list.length > shownLength && <p>And {(list.length - shownLength).toLocaleString('en')} more in the file.</p>}
    </details>
  )
}
