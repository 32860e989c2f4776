import { checkBoxId } from './check-box-id.ts'
import type { CheckWords } from './check-words.ts'

/** Puts what was found over the report, in the place of the words that nothing was checked. */
export function showCheck({ state, word, lines }: CheckWords): void {
  const box = document.createElement('section')
  box.id = checkBoxId
  box.className = 'file-check'
  box.dataset['state'] = state
  box.setAttribute('role', 'status')
  box.setAttribute('aria-label', 'Check of this file')
  box.append(...[word, ...lines].map(buildParagraph))
  box.firstElementChild?.classList.add('file-check-word')
  const shown = document.getElementById(checkBoxId)
  if (shown) shown.replaceWith(box)
  // Its place may be what was changed.
  else document.body.prepend(box)
}

export function isChecked(): boolean {
  const state = document.getElementById(checkBoxId)?.dataset['state']
  return state !== undefined && state !== 'unchecked'
}

function buildParagraph(text: string): HTMLElement {
  const paragraph = document.createElement('p')
  paragraph.textContent = text
  return paragraph
}
