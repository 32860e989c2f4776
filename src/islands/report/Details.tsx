import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Checklist, Report, Rollout } from '../../core/index.ts'
import { openRollout } from '../../stores/rollouts.ts'
import { RolloutForm } from '../rollouts/RolloutForm.tsx'

interface Props {
  rollout: Rollout
  report: Report
  /** What may differ between rollouts of this platform. */
  traits: Checklist['traits']
}

/** What is rolled out, where and when: as text, and as a form on demand. */
export function Details({ rollout, report, traits }: Props) {
  /** The rollout as it was when its form was opened; another tab may show another one here meanwhile. */
  const [edited, setEdited] = useState<Rollout>()
  const button = useRef<HTMLButtonElement>(null)
  const wasEdited = useRef(false)
  useLayoutEffect(() => {
    if (wasEdited.current && !edited) button.current?.focus()
    wasEdited.current = edited !== undefined
  }, [edited])
  const save = () => {
    // Whoever changes a rollout works on it: the home page and the report without an address show it.
    if (edited) openRollout(edited)
    setEdited(undefined)
  }
  const { platform, title } = report.checklist
  return (
    <section class="details" aria-label="Rollout">
      <DetailList rollout={rollout} report={report} traits={traits} />
      {edited && edited.id !== rollout.id && (
        <p role="status">
          You are editing “{edited.name}”. Another tab opened “{rollout.name}” meanwhile.
        </p>
      )}
      {edited ? (
        <RolloutForm
          task={{ kind: 'edit', rollout: edited }}
          platforms={[{ id: platform, title, traits }]}
          submit="Save details"
          onSaved={save}
          onCancel={() => setEdited(undefined)}
        />
      ) : (
        <button type="button" id="edit-details" class="edit-details" ref={button} onClick={() => setEdited(rollout)}>
          Edit details
        </button>
      )}
    </section>
  )
}

function DetailList({ rollout, report, traits }: Props) {
  const { subjects, people, abortCriteria, rollbackCommand, copiedFrom } = rollout
  const service = [rollout.service, rollout.version].filter(Boolean).join(' ')
  return (
    <dl>
      <Detail term="Rollout">{rollout.name}</Detail>
      <Detail term="Platform">{`${report.checklist.title}, checklist ${report.checklist.version}`}</Detail>
      <Detail term="Environment">{rollout.environment}</Detail>
      <Detail term="Service">{service}</Detail>
      <Detail term="What it is">{describeTraits(rollout, traits)}</Detail>
      <Detail term="Planned launch">{rollout.plannedLaunch.replace('T', ' ')}</Detail>
      <Detail term="Date of report">{`${report.createdAt.slice(0, 16).replace('T', ' ')} UTC`}</Detail>
      {copiedFrom && (
        <Detail term="Copied from">
          <code>{copiedFrom}</code>
        </Detail>
      )}
      <Detail term="What is rolled out">
        {subjects.map(({ name, digest }, index) => (
          <p key={index}>
            {name} <code>{digest || 'no digest'}</code>
          </p>
        ))}
      </Detail>
      <Detail term="Rollback command">{rollbackCommand && <code class="typed">{rollbackCommand}</code>}</Detail>
      <Detail term="Abort criteria">
        {abortCriteria.map((criterion, index) => (
          <p key={index}>{criterion}</p>
        ))}
      </Detail>
      <Detail term="People">
        {people.map(({ name, role }, index) => (
          <p key={index}>{[name, role].filter(Boolean).join(', ')}</p>
        ))}
      </Detail>
      <Detail term="Checklist digest">
        <code>sha256:{report.checklist.sha256}</code>
      </Detail>
    </dl>
  )
}

function Detail({ term, children }: { term: string; children: ComponentChildren }) {
  const isMissing = Array.isArray(children) ? children.length === 0 : children === ''
  return (
    <div>
      <dt>{term}</dt>
      <dd>{isMissing ? <span class="missing">not given</span> : children}</dd>
    </div>
  )
}

function describeTraits({ traits: chosen }: Rollout, traits: Checklist['traits']): string {
  if (traits.length === 0) return 'Every item applies'
  if (!chosen) return 'Not said: every item applies'
  const labels = traits.filter(({ id }) => chosen.includes(id)).map(({ label }) => label)
  return labels.length > 0 ? labels.join(', ') : 'None of what items depend on'
}
