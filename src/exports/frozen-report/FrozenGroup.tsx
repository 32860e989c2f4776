import type { ReadinessItem } from '../../core/signoff/statement-schema.ts'
import { FrozenItem } from './FrozenItem.tsx'

interface Props {
  id: string
  title: string
  items: readonly ReadinessItem[]
  /** With note, decision and evidence; else the item and its reason. */
  isWhole?: boolean
}

/** Items under a title, which says how many there are even if there is none. */
export function FrozenGroup({ id, title, items, isWhole = false }: Props) {
  const heading = `frozen-${id}`
  return (
    <section class="frozen-group" aria-labelledby={heading}>
      <h2 id={heading}>
        {title} <small>{items.length}</small>
      </h2>
      {items.length === 0 ? (
        <p class="frozen-missing">None.</p>
      ) : (
        <ul>
          {items.map((item) => (
            <FrozenItem key={item.id} item={item} isWhole={isWhole} />
          ))}
        </ul>
      )}
    </section>
  )
}
