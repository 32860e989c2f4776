/** Text of the content, in which names stand in backticks; see `components/Inline.astro` for the same in HTML. */
export function Marked({ text }: { text: string }) {
  const parts = text.split('`')
  const isCode = (index: number) => index % 2 === 1 && index < parts.length - 1
  return <>{parts.map((part, index) => (isCode(index) ? <code key={`${index} ${part}`}>{part}</code> : part))}</>
}
