/** Filters the comparison; what is chosen stands in the address, so that a view can be sent to somebody. */
class Compare extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    if (!form) return
    const boxes = [...form.querySelectorAll('input')]
    const asked = new URLSearchParams(location.search)
    for (const box of boxes) box.checked = !asked.getAll(`no-${box.name}`).includes(box.value)
    const apply = () => {
      const hidden = (name: string) => boxes.filter((box) => box.name === name && !box.checked).map((box) => box.value)
      hide('[data-platform]', 'platform', hidden('platform'))
      hide('li[data-level]', 'level', hidden('level'))
      hide('tr[data-rows]', 'rows', hidden('rows'))
      const rows = hideEmpty()
      const status = this.querySelector('[role="status"]')
      if (status)
        status.textContent = rows === 0 ? 'Nothing is left to show: choose a platform, a level and a kind of row.' : ''
      const query = new URLSearchParams(boxes.filter((box) => !box.checked).map((box) => [`no-${box.name}`, box.value]))
      history.replaceState(null, '', query.size > 0 ? `?${query}` : location.pathname)
    }
    form.addEventListener('change', apply)
    if (asked.size > 0) apply()
  }
}

function hide(selector: string, name: string, values: readonly string[]): void {
  for (const element of document.querySelectorAll<HTMLElement>(selector)) {
    element.hidden = values.includes(element.dataset[name] ?? '')
  }
}

/** Hides rows and areas in which nothing is left; returns how many rows are. */
function hideEmpty(): number {
  let rows = 0
  for (const area of document.querySelectorAll<HTMLElement>('.compare-area')) {
    let shown = 0
    for (const row of area.querySelectorAll<HTMLElement>('tbody tr')) {
      const isEmpty = row.querySelector('td:not([hidden]) li:not([hidden])') === null
      if (isEmpty) row.hidden = true
      if (!row.hidden) shown++
    }
    area.hidden = shown === 0
    rows += shown
  }
  return rows
}

customElements.define('golive-compare', Compare)
