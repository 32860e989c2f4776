/** The list of single keys, and the switch that turns them off. */
import { create } from '../../browser/elements.ts'
import { areKeysOn } from '../../browser/single-keys.ts'
import { keyHelp, turnKeys } from './keys.ts'

let dialog: HTMLDialogElement | undefined

export function showKeys(): void {
  dialog ??= build()
  const box = dialog.querySelector('input')
  if (box) box.checked = areKeysOn()
  if (!dialog.open) dialog.showModal()
}

function build(): HTMLDialogElement {
  const title = create('h2', { id: 'view-keys-title', textContent: 'Keys of this list' })
  const list = create('dl')
  for (const [key, what] of keyHelp) {
    list.append(
      create('div', {}, create('dt', {}, create('kbd', { textContent: key })), create('dd', { textContent: what })),
    )
  }
  const box = create('input', { type: 'checkbox' })
  const said = create('p', { role: 'status' })
  box.addEventListener('change', () => {
    const isStored = turnKeys(box.checked)
    said.textContent = isStored ? '' : 'This browser does not remember that: its storage is full or blocked.'
  })
  const close = create('button', { type: 'button', textContent: 'Close' })
  const element = create('dialog', { className: 'view-keys' }, title, list)
  element.append(
    create('p', {
      textContent: 'They work while no field is being written in, and never together with Ctrl, Alt or ⌘.',
    }),
    create('label', {}, box, 'Single keys are on'),
    said,
    close,
  )
  element.setAttribute('aria-labelledby', title.id)
  close.addEventListener('click', () => element.close())
  // A click on the backdrop is a click on the dialog itself.
  element.addEventListener('click', ({ target }) => target === element && element.close())
  document.querySelector('main')?.append(element)
  return element
}
