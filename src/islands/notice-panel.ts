import { now } from '../browser/environment.ts'
import { saveFile } from '../browser/save-file.ts'
import { encodeBackup } from '../stores/backup.ts'
import type { Trouble } from '../stores/trouble.ts'

const panel = document.createElement('section')
panel.className = 'notice'
panel.setAttribute('role', 'alert')
panel.setAttribute('aria-label', 'Your work')

/** Shows what is wrong, what is safe and what to do; takes the notice away when nothing is. */
export function showTrouble(trouble: Trouble): void {
  const lines = describeTrouble(trouble)
  if (lines.length > 0) show(lines, [saveButton()])
  else panel.remove()
}

/** Tells, once, of a browser that deletes what sites store; trouble that comes later takes its place. */
export function adviseFile(): void {
  const dismiss = button('Understood', () => panel.remove())
  const advice =
    'Your work is saved in this browser. Safari deletes what sites store after seven days in which you use it and do not come here: save a file before a longer break, or keep the rollout in one.'
  show([advice], [saveButton(), dismiss], true)
}

function show(lines: readonly string[], buttons: readonly HTMLButtonElement[], isAdvice = false): void {
  const actions = document.createElement('p')
  actions.className = 'actions'
  actions.append(...buttons)
  panel.replaceChildren(...lines.map(paragraph), actions)
  panel.classList.toggle('advice', isAdvice)
  if (!panel.isConnected) document.body.append(panel)
}

function saveButton(): HTMLButtonElement {
  return button('Save everything to a file', () =>
    saveFile('golive-backup.json', 'application/json', encodeBackup(now())),
  )
}

function button(text: string, act: () => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.textContent = text
  element.addEventListener('click', act)
  return element
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
      `What is stored as "${key}" cannot be read: ${detail}. It counts as not given; a copy of the text is kept when you give it again.`,
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
