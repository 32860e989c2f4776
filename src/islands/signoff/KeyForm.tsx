import { useEffect, useState } from 'preact/hooks'
import { records } from '../../browser/environment.ts'
import { knowsEd25519 } from '../../browser/signing-keys.ts'
import { FormatError, type KeyAlgorithm } from '../../core/signoff/index.ts'
import { makeKey } from '../../stores/signing-key.ts'
import { TextField } from '../rollouts/TextField.tsx'
import { tell } from './told.ts'

interface Props {
  /** Who had a key here before; otherwise the name that changes are marked with. */
  name?: string
  /** Role that is asked for, to begin with. */
  role: string
  submit: string
  onMade: () => void
  onCancel?: () => void
}

/** Who signs, and the key is made. */
export function KeyForm({ name: knownName, role: askedRole, submit, onMade, onCancel }: Props) {
  const [name, setName] = useState(knownName ?? records.readPerson())
  const [role, setRole] = useState(askedRole)
  const [algorithm, setAlgorithm] = useState<KeyAlgorithm>('ecdsa-p256')
  const [problems, setProblems] = useState<{ name?: string; role?: string; all?: string }>({})
  const [isBusy, setBusy] = useState(false)
  const hasChoice = useEd25519()

  const make = async (event: SubmitEvent) => {
    event.preventDefault()
    const owner = { name: name.normalize('NFC').trim(), role: role.normalize('NFC').trim() }
    const found = {
      ...(owner.name === '' && { name: 'Say who signs, like alice@example.com.' }),
      ...(owner.role === '' && { role: 'Say the role in which you sign, like sre.' }),
    }
    setProblems(found)
    if (Object.keys(found).length > 0 || isBusy) return
    setBusy(true)
    try {
      await makeKey(algorithm, owner)
      tell('The key is made. Send its trust-file entry to whoever keeps the trust file.')
      onMade()
    } catch (error) {
      setProblems({ all: describeError(error) })
    }
    setBusy(false)
  }

  return (
    <form class="rollout-form" onSubmit={make} noValidate aria-label="Make a key">
      <TextField
        name="signer-name"
        label="Who you are"
        class="half"
        value={name}
        problem={problems.name}
        placeholder="alice@example.com"
        hint="As the trust file will call you; an e-mail address is best."
        onInput={setName}
      />
      <TextField
        name="signer-role"
        label="Your role"
        class="half"
        value={role}
        problem={problems.role}
        placeholder="sre"
        hint="As the trust file spells it."
        onInput={setRole}
      />
      {hasChoice && <AlgorithmChoice algorithm={algorithm} onChange={setAlgorithm} />}
      <div class="form-end">
        <button type="submit" disabled={isBusy}>
          {submit}
        </button>
        {onCancel && (
          <button type="button" onClick={onCancel}>
            Cancel
          </button>
        )}
        {problems.all && (
          <p class="problem" role="alert">
            {problems.all}
          </p>
        )}
      </div>
    </form>
  )
}

function AlgorithmChoice({ algorithm, onChange }: { algorithm: KeyAlgorithm; onChange: (next: KeyAlgorithm) => void }) {
  return (
    <div class="form-field wide">
      <label for="field-algorithm">Kind of key</label>
      <select
        id="field-algorithm"
        value={algorithm}
        onChange={({ currentTarget }) => onChange(currentTarget.value === 'ed25519' ? 'ed25519' : 'ecdsa-p256')}
      >
        <option value="ecdsa-p256">ECDSA P-256, which every browser and tool checks</option>
        <option value="ed25519">Ed25519, which older browsers cannot check</option>
      </select>
    </div>
  )
}

/** Whether this browser has the second choice. */
function useEd25519(): boolean {
  const [isKnown, setKnown] = useState(false)
  useEffect(() => {
    knowsEd25519().then(setKnown)
  }, [])
  return isKnown
}

function describeError(error: unknown): string {
  if (error instanceof FormatError) return error.reasons.map(({ message }) => message).join('; ')
  return 'This browser did not keep the key, so there is none. Storage may be blocked or full: sign outside of the browser, see below.'
}
