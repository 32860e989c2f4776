import { create } from '../../browser/elements.ts'

/** Marks what the arrow keys walk through. */
export const pickClass = 'search-pick'

/** A button that the arrow keys reach. */
export function pick(text: string, act: () => void): HTMLButtonElement {
  const button = create('button', { type: 'button', className: pickClass, textContent: text })
  button.addEventListener('click', act)
  return button
}
