import { FieldProblem, TextField } from '../rollouts/TextField.tsx'
import type { ExpectProps } from './ExpectPart.tsx'
import { Suggestion } from './Suggestion.tsx'

/** Which checklist the report has to go by; with the file, every item is compared, with a digest the digest alone. */
export function ChecklistField({
  expected,
  suggestions,
  problems,
  platforms,
  checklistName,
  onChange,
  onTake,
}: ExpectProps) {
  const isTaken = expected.taken.includes('checklist')
  const problem = problems['checklist']
  const suggestion = <Suggestion value={suggestions.checklist} isTaken={isTaken} onTake={() => onTake('checklist')} />
  return (
    <>
      <div class="form-field">
        <label for="field-checklist">Checklist</label>
        <select
          id="field-checklist"
          value={expected.checklist}
          aria-invalid={problem !== undefined && expected.checklist !== 'digest'}
          aria-describedby="field-checklist-hint"
          onChange={({ currentTarget }) => onChange({ checklist: currentTarget.value })}
        >
          <option value="">Choose…</option>
          <optgroup label="Published by this site">
            {platforms.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </optgroup>
          {checklistName !== undefined && <option value="file">{checklistName}, as given</option>}
          <option value="digest">By its digest alone</option>
        </select>
        <p class="hint" id="field-checklist-hint">
          A <code>checklist.json</code> can also be dropped. {expected.checklist !== 'digest' && suggestion}
        </p>
        {expected.checklist !== 'digest' && <FieldProblem name="checklist" problem={problem} />}
      </div>
      {expected.checklist === 'digest' && (
        <TextField
          name="checklistDigest"
          label="Digest of the checklist"
          value={expected.checklistDigest}
          problem={problem}
          placeholder="sha256:…"
          isCode
          hint={<>Its items cannot be compared then. {suggestion}</>}
          onInput={(checklistDigest) => onChange({ checklistDigest })}
        />
      )}
    </>
  )
}
