import type { Version } from '../../core/index.ts'
import { describePair, describeValue, nameField } from './field-words.ts'
import { VersionText } from './VersionText.tsx'

interface Props {
  name: string
  before: Version<unknown> | undefined
  after: Version<unknown> | undefined
  /** Words before the one value where there was none, and before the other. */
  words: { before: string; after: string; added: string }
  /** What the values mean beside each other, where that is not plain. */
  remark?: string | undefined
}

/** One field: what it was and what it is, each with its time and person. */
export function FieldRow({ name, before, after, words, remark }: Props) {
  const [earlier, later] =
    before && after
      ? describePair(name, before.value, after.value)
      : [before, after].map((version) => version && describeValue(name, version.value))
  return (
    <dl class="field">
      <dt>
        {nameField(name)}
        {remark && <span class="remark"> {remark}</span>}
      </dt>
      {before && (
        <dd>
          <span class="side">{words.before}</span> <VersionText text={earlier ?? ''} version={before} />
        </dd>
      )}
      {after ? (
        <dd>
          <span class="side">{before ? words.after : words.added}</span>{' '}
          <VersionText text={later ?? ''} version={after} />
        </dd>
      ) : (
        <dd>
          <span class="side">{words.after}</span> nothing
        </dd>
      )}
    </dl>
  )
}
