interface Props {
  /** The entries as they are typed, one in each line. */
  text: string
  options: readonly string[]
  onSave: (text: string, isComplete: boolean) => void
}

/** Entries that many lists have: a press adds one, or takes it away again. */
export function Suggestions({ text, options, onSave }: Props) {
  const entries = text
    .split(/[\n,]/)
    .map((entry) => entry.trim())
    .filter(Boolean)
  const toggle = (option: string) => {
    const others = entries.filter((entry) => entry !== option)
    onSave((others.length < entries.length ? others : [...entries, option]).join('\n'), true)
  }
  return (
    <fieldset class="suggestions">
      <legend>Often chosen</legend>
      {options.map((option) => (
        <button key={option} type="button" aria-pressed={entries.includes(option)} onClick={() => toggle(option)}>
          {option}
        </button>
      ))}
    </fieldset>
  )
}
