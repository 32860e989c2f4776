/** The sign that says where the page stands without network. */
import {
  type Deed,
  describeStanding,
  formatSize,
  type Progress,
  type SignText,
  type Standing,
} from '../../offline/standing.ts'

export interface SignDeeds {
  act: (deed: Deed) => void
  putOff: () => void
}

/** @returns Shows a standing in `element`. */
export function openSign(element: HTMLElement, deeds: SignDeeds): (standing: Standing) => void {
  const text = document.createElement('p')
  const rest = document.createElement('div')
  rest.className = 'offline-rest'
  element.append(text, rest)
  let shown: SignText = { text: '' }
  return (standing) => {
    const sign = describeStanding(standing)
    const isRaised = sign.isNews === true
    // What is so when a page opens is there to be read; what changes or asks for something is read out.
    if (shown.text !== '' || isRaised) text.setAttribute('role', 'status')
    if (text.textContent !== sign.text) text.textContent = sign.text
    raise(element, isRaised)
    if (isSameButProgress(shown, sign)) moveProgress(rest, sign)
    else rest.replaceChildren(...buildRest(sign, deeds, text))
    shown = sign
  }
}

/** Over everything, whatever lies around it in the page; where a browser cannot, it is told in its place. */
function raise(element: HTMLElement, isRaised: boolean): void {
  if (isRaised === element.classList.contains('is-raised')) return
  element.classList.toggle('is-raised', isRaised)
  element.popover = isRaised ? 'manual' : null
  if (isRaised) element.showPopover?.()
}

function buildRest({ action, progress, isNews }: SignText, deeds: SignDeeds, text: HTMLElement): HTMLElement[] {
  const parts: HTMLElement[] = []
  if (progress) parts.push(...buildProgress(progress))
  // The button that was pressed goes away with what it was for: the text that comes takes the focus.
  const press = (act: () => void) => () => {
    text.tabIndex = -1
    text.focus()
    act()
  }
  if (action)
    parts.push(
      button(
        action.label,
        press(() => deeds.act(action.deed)),
      ),
    )
  if (isNews) parts.push(button('Later', press(deeds.putOff)))
  return parts
}

function buildProgress(progress: Progress): HTMLElement[] {
  const bar = document.createElement('progress')
  bar.setAttribute('aria-label', 'Kept for offline use')
  const figure = document.createElement('span')
  paintProgress(bar, figure, progress)
  return [bar, figure]
}

function paintProgress(bar: HTMLProgressElement, figure: HTMLElement, { doneBytes, totalBytes }: Progress): void {
  bar.max = Math.max(totalBytes, 1)
  bar.value = doneBytes
  figure.textContent = `${formatSize(doneBytes).replace(' MB', '')} of ${formatSize(totalBytes)}`
}

function moveProgress(rest: HTMLElement, { progress }: SignText): void {
  const [bar, figure] = [rest.querySelector('progress'), rest.querySelector('span')]
  if (progress && bar && figure) paintProgress(bar, figure, progress)
}

function isSameButProgress(before: SignText, now: SignText): boolean {
  return (
    before.action?.label === now.action?.label &&
    before.isNews === now.isNews &&
    Boolean(before.progress) === Boolean(now.progress)
  )
}

function button(label: string, act: () => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.textContent = label
  element.addEventListener('click', act)
  return element
}
