import { atom } from 'nanostores'
import { useState } from 'preact/hooks'
import { now, records, storage } from '../../browser/environment.ts'
import { cleanText } from '../../core/text.ts'
import { reportTrouble } from '../../stores/trouble.ts'
import { Problem, Said } from './Part.tsx'
import { useLive } from './use-live.ts'
import { useTold } from './use-told.ts'

/** One name for every panel of the page, and for other tabs. */
const $person = atom(records.readPerson())
storage.onChange(() => $person.set(records.readPerson()))

/** The name that changes are marked with; it stays in this browser until a report or a file takes it along. */
export function Person({ item }: { item: string }) {
  const person = useLive($person)
  const { told, tell } = useTold()
  const id = `${item}-person`
  /** Undefined while the field shows what is stored. */
  const [typed, setTyped] = useState<string>()
  const save = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    const name = cleanText(currentTarget.value).replaceAll(/\s+/g, ' ').trim()
    setTyped(undefined)
    if (name === person) return
    const isStored = records.writePerson(name, now())
    reportTrouble()
    tell({ kind: 'written', isStored })
    $person.set(records.readPerson())
  }
  return (
    <div class="panel-part">
      <div class="person">
        <label for={id}>Changes are marked with your name:</label>
        <input
          id={id}
          value={typed ?? person}
          maxLength={100}
          placeholder="nobody named"
          autocomplete="name"
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          onChange={save}
        />
      </div>
      <Said told={told} />
      <Problem told={told} />
    </div>
  )
}
