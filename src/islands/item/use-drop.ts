import { useState } from 'preact/hooks'

/** Lets files be dropped on an element; `isOver` while some are held over it. */
export function useDrop(onFiles: (files: readonly File[]) => void) {
  const [isOver, setOver] = useState(false)
  const accept = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    // Without this the browser would open the file in place of the page.
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    setOver(event.type !== 'drop')
    if (event.type === 'drop') onFiles([...event.dataTransfer.files])
  }
  const leave = ({ currentTarget, relatedTarget }: DragEvent) => {
    const isInside = relatedTarget instanceof Node && (currentTarget as Element).contains(relatedTarget)
    if (!isInside) setOver(false)
  }
  return { isOver, listeners: { onDragEnter: accept, onDragOver: accept, onDrop: accept, onDragLeave: leave } }
}
