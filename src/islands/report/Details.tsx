import { useState } from 'preact/hooks'
import { type Checklist, parseDigest, type Report, type Rollout } from '../../core/index.ts'
import { changeRollout } from '../../stores/progress.ts'

interface Props {
  rollout: Rollout
  report: Report
  /** What may differ between rollouts of this platform. */
  traits: Checklist['traits']
}

/** What is rolled out, where and when: as text, and as a form on demand. */
export function Details({ rollout, report, traits }: Props) {
  const [isEditing, setEditing] = useState(false)
  const rows = [
    ['Rollout', rollout.name],
    ['Platform', `${report.checklist.title}, checklist ${report.checklist.version}`],
    ['Environment', rollout.environment],
    ['Service', [rollout.service, rollout.version].filter(Boolean).join(' ')],
    ['What it is', describeTraits(rollout, traits)],
    ['Planned launch', rollout.plannedLaunch.replace('T', ' ')],
    ['Date of report', report.createdAt.slice(0, 16).replace('T', ' ').concat(' UTC')],
  ]
  return (
    <section class="details" aria-label="Rollout">
      <dl>
        {rows.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text || <span class="missing">not given</span>}</dd>
          </div>
        ))}
        <div>
          <dt>What is rolled out</dt>
          <dd>
            {rollout.subjects.length === 0 && <span class="missing">not given</span>}
            {rollout.subjects.map((subject) => (
              <p key={subject.name}>
                {subject.name} <code>{subject.digest || 'no digest'}</code>
              </p>
            ))}
          </dd>
        </div>
        <div>
          <dt>Checklist digest</dt>
          <dd>
            <code>sha256:{report.checklist.sha256}</code>
          </dd>
        </div>
      </dl>
      {isEditing ? (
        <DetailsForm rollout={rollout} traits={traits} onDone={() => setEditing(false)} />
      ) : (
        <button type="button" class="edit-details" onClick={() => setEditing(true)}>
          Edit details
        </button>
      )}
    </section>
  )
}

const fields = [
  { name: 'name', label: 'Name', placeholder: 'payments 2.4.0' },
  { name: 'environment', label: 'Environment', placeholder: 'production' },
  { name: 'service', label: 'Service', placeholder: 'payments-api' },
  { name: 'version', label: 'Version', placeholder: '2.4.0' },
] as const

function describeTraits({ traits: chosen }: Rollout, traits: Checklist['traits']): string {
  if (traits.length === 0) return 'Every item applies'
  if (!chosen) return 'Not said: every item applies'
  const labels = traits.filter(({ id }) => chosen.includes(id)).map(({ label }) => label)
  return labels.length > 0 ? labels.join(', ') : 'None of what items depend on'
}

function DetailsForm({ rollout, traits, onDone }: Pick<Props, 'rollout' | 'traits'> & { onDone: () => void }) {
  const [problem, setProblem] = useState<{ field: string; text: string }>()
  const subject = rollout.subjects[0]
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const read = (name: string) => String(new FormData(form).get(name) ?? '').trim()
    const digest = parseDigest(read('digest'))
    const found = findProblem(read, digest)
    setProblem(found)
    if (found) return form.querySelector<HTMLInputElement>(`[name="${found.field}"]`)?.focus()
    for (const { name } of fields) if (read(name) !== rollout[name]) changeRollout(rollout.platform, name, read(name))
    if (read('plannedLaunch') !== rollout.plannedLaunch)
      changeRollout(rollout.platform, 'plannedLaunch', read('plannedLaunch'))
    const subjects = read('subject') === '' ? [] : [{ name: read('subject'), digest: digest ?? '' }]
    if (JSON.stringify(subjects) !== JSON.stringify(rollout.subjects))
      changeRollout(rollout.platform, 'subjects', subjects)
    const chosen = new FormData(form).getAll('trait').map(String)
    // All of them ticked is what nobody having said anything means.
    const before = rollout.traits ?? traits.map(({ id }) => id)
    if (chosen.join() !== before.join()) changeRollout(rollout.platform, 'traits', chosen)
    onDone()
  }
  return (
    <form class="details-form" onSubmit={save} noValidate>
      {fields.map(({ name, label, placeholder }) => (
        <label key={name}>
          {label}{' '}
          <input
            name={name}
            defaultValue={rollout[name]}
            placeholder={placeholder}
            maxLength={120}
            autocomplete="off"
            aria-invalid={problem?.field === name}
          />
        </label>
      ))}
      <label>
        Planned launch <input name="plannedLaunch" type="datetime-local" defaultValue={rollout.plannedLaunch} />
      </label>
      <label>
        What is rolled out{' '}
        <input
          name="subject"
          defaultValue={subject?.name}
          placeholder="registry.example.com/payments/api"
          maxLength={300}
          autocomplete="off"
          aria-invalid={problem?.field === 'subject'}
        />
      </label>
      <label class="wide">
        Its digest{' '}
        <input
          name="digest"
          defaultValue={subject?.digest}
          placeholder="sha256:… of an image, or a commit"
          autocomplete="off"
          spellcheck={false}
          aria-invalid={problem?.field === 'digest'}
        />
      </label>
      {traits.length > 0 && (
        <fieldset class="wide">
          <legend>What this rollout is; items for what it is not do not apply</legend>
          {traits.map(({ id, label, description }) => (
            <label key={id} title={description}>
              <input type="checkbox" name="trait" value={id} defaultChecked={rollout.traits?.includes(id) ?? true} />{' '}
              {label}
            </label>
          ))}
        </fieldset>
      )}
      <p class="problem" role="alert">
        {problem?.text}
      </p>
      <p class="actions">
        <button type="submit">Save details</button>
        <button type="button" onClick={onDone}>
          Cancel
        </button>
      </p>
    </form>
  )
}

function findProblem(read: (name: string) => string, digest: string | undefined) {
  if (read('name') === '') return { field: 'name', text: 'Give the rollout a name.' }
  if (digest === undefined) {
    return {
      field: 'digest',
      text: 'This is no digest: an image has sha256 and 64 hexadecimal digits, a commit has 40.',
    }
  }
  if (digest !== '' && read('subject') === '') return { field: 'subject', text: 'Name what this digest belongs to.' }
  return undefined
}
