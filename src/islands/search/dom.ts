/** Builds an element with its properties and what it holds; text is never read as markup. */
export function create<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

/** Marks what the arrow keys walk through. */
export const pickClass = 'search-pick'

/** A button that the arrow keys reach. */
export function pick(text: string, act: () => void): HTMLButtonElement {
  const button = create('button', { type: 'button', className: pickClass, textContent: text })
  button.addEventListener('click', act)
  return button
}
