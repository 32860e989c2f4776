import { useMemo } from 'preact/hooks'
import { now } from '../../browser/environment.ts'
import { useDrop } from '../item/use-drop.ts'
import type { Core } from '../verify/core.ts'
import { BelongPart } from './BelongPart.tsx'
import { CheckPart } from './CheckPart.tsx'
import { buildTrustFile, type DraftSigner, listRoles, type TrustDraft } from './draft.ts'
import { EntryPart } from './EntryPart.tsx'
import type { Lint } from './lint.ts'
import { PolicyPart } from './PolicyPart.tsx'
import { groupByPlace, listPlaces } from './places.ts'
import { readDraftText } from './read-draft.ts'
import { SavePart } from './SavePart.tsx'
import { SignerCard } from './SignerCard.tsx'
import { ToldLine } from './ToldLine.tsx'
import { useTrust } from './use-trust.ts'

/** The whole screen: people and keys, who has to sign, what verifiers say of it, and the file. */
export function TrustScreen({ core, base }: { core: Core; base: string }) {
  const { draft, opened, lint, isKept, told, ...deeds } = useTrust(core)
  const { isOver, listeners } = useDrop(deeds.addFiles)
  // What nobody has begun is not wrong yet.
  const isBegun = draft.signers.length > 0 || opened !== ''
  const faults = useMemo(() => groupByPlace(isBegun ? (lint?.reasons ?? []) : [], listPlaces(draft)), [lint, isBegun])
  return (
    <div class={isOver ? 'trust is-over' : 'trust'} {...listeners}>
      <section aria-labelledby="people">
        <h2 id="people">People and keys</h2>
        <p>
          Every signer exports an entry when they make a key. Add what they send, or open a{' '}
          <code>golive-trust.json</code> that is there already.
        </p>
        <EntryPart onAdd={deeds.add} onFiles={deeds.addFiles} problems={told.problems} />
        <p class="actions">
          <button type="button" onClick={deeds.startOver}>
            Start over
          </button>
        </p>
        {!isKept && (
          <p class="problem" role="alert">
            This browser did not store that: it is in this page only. Save the file before you leave.
          </p>
        )}
        <ToldLine told={told} />
        <People draft={draft} lint={lint} faults={faults} onChange={deeds.change} onRemove={deeds.remove} />
      </section>
      <PolicyPart draft={draft} faults={faults} onChange={deeds.change} />
      {isBegun && <CheckPart lint={lint} words={core.reasonWords} />}
      <SavePart core={core} lint={lint} opened={useOpened(core, opened)} />
      <BelongPart base={base} />
    </div>
  )
}

/** The opened file in the form in which it would be saved, so that only what it says is compared. */
function useOpened(core: Core, opened: string): string {
  return useMemo(() => {
    const before = opened === '' ? undefined : readDraftText(opened)
    return before ? core.encodeTrustJson(buildTrustFile(before)) : ''
  }, [opened])
}

interface PeopleProps {
  draft: TrustDraft
  lint: Lint | undefined
  faults: ReturnType<typeof groupByPlace>
  onChange: (part: Partial<TrustDraft>) => void
  /** Takes something away, with the way back. */
  onRemove: (part: Partial<TrustDraft>, what: string) => void
}

function People({ draft, lint, faults, onChange, onRemove }: PeopleProps) {
  const { signers } = draft
  const amend = (index: number, part: Partial<DraftSigner>) => ({
    signers: signers.map((each, place) => (place === index ? { ...each, ...part } : each)),
  })
  if (signers.length === 0) return <p>Nobody is in the file yet. It is checked as soon as somebody is.</p>
  return (
    <ul class="signer-cards">
      {signers.map((signer, index) => (
        <SignerCard
          key={index}
          at={`signers[${index}]`}
          signer={signer}
          knownRoles={listRoles(draft)}
          keys={lint?.keys ?? new Map()}
          faults={faults}
          now={`${now().toISOString().slice(0, 19)}Z`}
          onChange={(part) => onChange(amend(index, part))}
          onRemoveKey={(keys) => onRemove(amend(index, { keys }), `a key of ${signer.id}`)}
          onRemove={() => onRemove({ signers: signers.filter((each) => each !== signer) }, signer.id)}
        />
      ))}
    </ul>
  )
}
