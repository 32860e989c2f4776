import { type ZoneLoss, zoneLosses } from '../../core/sizing/index.ts'
import type { Draft } from './draft.ts'
import { Field, fieldId, Tick } from './Field.tsx'
import type { Problems } from './read-draft.ts'

const zoneWords: Record<ZoneLoss, string> = {
  none: 'No',
  alone: 'Yes, when no node is down besides',
  'with-failures': 'Yes, with the node failures at once',
}

interface Props {
  draft: Draft
  problems: Problems
  onChange: (part: Partial<Draft>) => void
}

type FieldName = 'failures' | 'zones' | 'fill' | 'daemonCpu' | 'daemonMemory' | 'daemonPods'

/** What every plan has to survive, and what each node carries besides. */
export function PromiseFields({ draft, problems, onChange }: Props) {
  const field = (name: FieldName, label: string, hint?: string) => (
    <Field
      name={name}
      label={label}
      value={draft[name]}
      problems={problems}
      onInput={(value) => onChange({ [name]: value })}
      {...(hint && { hint })}
    />
  )
  return (
    <>
      <div class="sizing-fields">
        {field('failures', 'Node failures to survive', 'At the same time; at least 1 in production.')}
        {field('zones', 'Zones with nodes', 'Nodes are spread over them evenly.')}
        <div class="sizing-field">
          <label for={fieldId('zoneLoss')}>Survive the loss of a zone</label>
          <select
            id={fieldId('zoneLoss')}
            value={draft.zoneLoss}
            onChange={({ currentTarget }) => onChange({ zoneLoss: zoneLosses[currentTarget.selectedIndex] ?? 'none' })}
          >
            {zoneLosses.map((loss) => (
              <option key={loss} value={loss}>
                {zoneWords[loss]}
              </option>
            ))}
          </select>
        </div>
        {field(
          'fill',
          'Fill limit',
          'Share of a node that requests may fill, also after a failure: 0.9 leaves a tenth.',
        )}
      </div>
      <Tick
        name="isBalanced"
        label="The same number of nodes in every zone"
        isTicked={draft.isBalanced}
        onChange={(isBalanced) => onChange({ isBalanced })}
      />
      <fieldset class="sizing-fields">
        <legend>DaemonSets, on every node</legend>
        {field('daemonCpu', 'Their CPU together, cores')}
        {field('daemonMemory', 'Their memory together, GiB')}
        {field('daemonPods', 'How many they are')}
      </fieldset>
    </>
  )
}
