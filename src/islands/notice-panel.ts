import { now } from '../browser/environment.ts'
import { saveFile } from '../browser/save-file.ts'
import { encodeRescue, type Trouble } from '../stores/trouble.ts'

const panel = document.createElement('section')
panel.className = 'notice'
panel.setAttribute('role', 'alert')
panel.setAttribute('aria-label', 'Your work')

/** Shows what is wrong, what is safe and what to do; takes the notice away when nothing is. */
export function showTrouble(trouble: Trouble): void {
  const lines = describeTrouble(trouble)
  if (lines.length === 0) {
    panel.remove()
    return
  }
  const save = document.createElement('button')
  save.type = 'button'
  save.textContent = 'Save everything to a file'
  save.addEventListener('click', () => saveFile('golive-storage.json', 'application/json', encodeRescue(now())))
  panel.replaceChildren(...lines.map(paragraph), save)
  if (!panel.isConnected) document.body.append(panel)
}

function describeTrouble({ storage, unsaved, stored }: Trouble): string[] {
  const lines: string[] = []
  const waiting = unsaved === 1 ? '1 change is' : `${unsaved} changes are`
  const lost = `${waiting} in this page only and lost when you leave it, unless you save a file.`
  if (storage === 'full') lines.push(`Not saved: this browser's storage for the site is full. ${lost}`)
  else if (storage === 'blocked') {
    const cause = 'this browser blocks storage for the site, as private windows and strict settings do.'
    lines.push(
      `Nothing is being saved: ${cause} ${unsaved > 0 ? lost : 'What you tick is lost when you leave the page.'}`,
    )
  }
  const newer = stored.filter(({ kind }) => kind === 'newer')
  if (newer.length > 0) {
    lines.push(
      `${nameEntries(newer.length)} from a newer version of Golive. It is left as it is and cannot be changed here: reload the page to get the newer version.`,
    )
  }
  const unreadable = stored.filter(({ kind }) => kind === 'unreadable')
  for (const { key, detail } of unreadable) {
    lines.push(
      `The stored answer "${key}" cannot be read: ${detail}. It counts as open; a copy of the text is kept when you answer again.`,
    )
  }
  return lines
}

function nameEntries(count: number): string {
  return count === 1 ? 'One stored answer is' : `${count} stored answers are`
}

function paragraph(text: string): HTMLParagraphElement {
  const element = document.createElement('p')
  element.textContent = text
  return element
}
