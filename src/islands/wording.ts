/**
 * The text of an item as its row shows it, one line for each part of what its digest covers: what a person saw when
 * answering. Kept beside the answers, so that a later wording can be compared with it.
 */
export function readWording(row: HTMLElement): string {
  const parts = ['h3 label', '.level', '.item-why', '.item-check', '[data-ask]']
  return parts
    .flatMap((selector) => [...row.querySelectorAll<HTMLElement>(selector)])
    .map((part) => [...readTexts(part)].join(' ').replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** Texts of an element without those of its buttons. */
function* readTexts(element: Node): Generator<string> {
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) yield child.textContent ?? ''
    else if (child.nodeName !== 'BUTTON') yield* readTexts(child)
  }
}
