import { useState } from 'preact/hooks'
import { now, records } from '../../browser/environment.ts'
import { reportTrouble } from '../../stores/trouble.ts'
import { readLine } from './draft.ts'
import { TextField } from './TextField.tsx'

/** Longest name that the file of a rollout may hold beside a change. */
const maxLength = 300

/** The name that changes are marked with. */
export function PersonForm() {
  const [name, setName] = useState(records.readPerson())
  const [problem, setProblem] = useState<string>()
  const [told, setTold] = useState('')
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const line = readLine(name)
    if (line.length > maxLength) return setProblem(`A name has at most ${maxLength} characters.`)
    const isStored = line === records.readPerson() || records.writePerson(line, now())
    reportTrouble()
    setName(line)
    setTold(isStored ? 'Saved' : 'In this page only: this browser did not store it')
  }
  return (
    <form class="person-form" onSubmit={save} noValidate>
      <TextField
        name="person"
        label="Your name"
        value={name}
        problem={problem}
        hint="It stands beside the changes that you make from now on, here and in files and reports. It leaves this browser only in those."
        placeholder="nobody named"
        onInput={(value) => {
          setName(value)
          setProblem(undefined)
          setTold('')
        }}
      />
      <button type="submit">Save name</button>
      <p class="person-told" role="status">
        {told}
      </p>
    </form>
  )
}
