import type { Locator, Page } from '@playwright/test'
import { expect, rowOf } from './fixtures.ts'
import { type Effort, follow, type Hands, navigationOf } from './hands.ts'

/** More than anybody would press. */
const patience = 80

/** Somebody without a pointer: keys only, and the document is read to know where the focus is. */
export class Keyboard implements Hands {
  readonly effort: Effort = { presses: 0, keys: 0, letters: 0 }
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async press(target: Locator): Promise<void> {
    await this.reach(target)
    const { kind, isChecked } = await target.evaluate((element) => ({
      kind: element instanceof HTMLInputElement ? element.type : element.tagName,
      isChecked: element instanceof HTMLInputElement && element.checked,
    }))
    // An arrow that comes to a choice of several has chosen it.
    if (kind === 'radio' && isChecked) return
    await this.#key(kind === 'checkbox' || kind === 'radio' ? 'Space' : 'Enter')
  }

  async choose(select: Locator, option: string): Promise<void> {
    await this.reach(select)
    const options = await select.locator('option').allTextContents()
    const isFirst = (start: string) => options.find((each) => each.startsWith(start)) === option
    const start = Array.from(option, (_, index) => option.slice(0, index + 1)).find(isFirst) ?? option
    await this.#type(start)
    await expect(select.locator('option:checked')).toHaveText(option)
  }

  async write(field: Locator, text: string): Promise<void> {
    await this.#empty(field)
    await this.#type(text)
  }

  async paste(field: Locator, text: string): Promise<void> {
    await this.#empty(field)
    this.effort.keys++
    await this.page.keyboard.insertText(text)
  }

  async writeMoment(field: Locator, moment: string): Promise<void> {
    const [day = '', time = ''] = moment.split('T')
    await this.#writeParts(field, day)
    await this.#type(`${time.replace(':', '')}AM`)
    await expect(field).toHaveValue(moment)
  }

  async writeDay(field: Locator, day: string): Promise<void> {
    await this.#writeParts(field, day)
    await expect(field).toHaveValue(day)
  }

  /** Whoever stands deep in a page asks the search for the screen. */
  async go(name: string): Promise<void> {
    const link = navigationOf(this.page).getByRole('link', { name, exact: true })
    if (await this.page.locator('.view-bar').isVisible()) {
      // The bar stands at the top: from there it is near.
      await this.#key('f')
      await this.#key('Escape')
      return follow(this, link)
    }
    if (await this.page.evaluate(() => document.activeElement === document.body)) return follow(this, link)
    // A field keeps letters for itself.
    if (await this.page.evaluate(() => document.activeElement?.matches('input, select, textarea'))) {
      await this.#key('Escape')
    }
    await this.#key('/')
    const search = this.page.getByRole('dialog', { name: 'Search' })
    await this.write(search.getByRole('searchbox', { name: 'Search' }), name)
    const results = search.locator('ol a')
    const screen = results.filter({ has: this.page.getByText('screen', { exact: true }) }).first()
    await expect(screen).toContainText(name)
    for (let presses = 0; !(await screen.evaluate((link) => link === document.activeElement)); presses++) {
      expect(presses).toBeLessThan(await results.count())
      await this.#key('ArrowDown')
    }
    await this.#key('Enter')
    await expect(this.page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
  }

  async tick(item: string): Promise<void> {
    await this.#walkTo(item)
    await this.#key('x')
  }

  async unfold(item: string): Promise<void> {
    await this.#walkTo(item)
    await this.#key('e')
  }

  async pressOr(key: string, target: Locator): Promise<void> {
    await expect(target).toBeVisible()
    await this.#key(key)
  }

  /** Brings the focus to an element, as a person would who sees on which side of the focus it is. */
  async reach(target: Locator): Promise<void> {
    await expect(target).toBeEnabled()
    for (let presses = 0; presses < patience; presses++) {
      const key = await target.evaluate(nextKey)
      if (key === undefined) return expectSeen(target)
      await this.#key(key)
    }
    throw new Error(`${patience} keys do not lead to ${target}`)
  }

  /** In the checklist, from item to item. */
  async #walkTo(item: string): Promise<void> {
    const row = rowOf(this.page, item)
    await expect(row).toBeVisible()
    // From what is open in another item the focus first goes back to it.
    if (
      await this.page.evaluate(() =>
        document.activeElement?.matches('details *, textarea, input:not([type="checkbox"])'),
      )
    ) {
      await this.#key('Escape')
    }
    for (let presses = 0; presses < patience; presses++) {
      const side = await row.evaluate((element) => {
        const active = document.activeElement
        if (element.contains(active)) return undefined
        const isAfter =
          active !== null && (element.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING) > 0
        return active?.closest('[data-item]') && isAfter ? 'k' : 'j'
      })
      if (side === undefined) return expectSeen(row.getByRole('checkbox').first())
      await this.#key(side)
    }
    throw new Error(`${patience} keys do not lead to the item "${item}"`)
  }

  async #empty(field: Locator): Promise<void> {
    await this.reach(field)
    if ((await field.inputValue()) !== '') await this.#key('ControlOrMeta+a')
  }

  /** The parts of a day in the order of the browser's language. */
  async #writeParts(field: Locator, day: string): Promise<void> {
    const [year, month, date] = day.split('-')
    await this.reach(field)
    await this.#type(`${month}${date}${year}`)
  }

  async #key(key: string): Promise<void> {
    this.effort.keys++
    await this.page.keyboard.press(key)
  }

  async #type(text: string): Promise<void> {
    this.effort.letters += text.length
    await this.page.keyboard.type(text)
  }
}

/** Runs in the page: the key that brings the focus nearer to an element; undefined where it has the focus. */
function nextKey(target: Element): string | undefined {
  const active = document.activeElement
  if (active === target) return undefined
  if (!active || active === document.body) return 'Tab'
  if (active.matches('.sl-skip-link') && target.closest('main')) return 'Enter'
  const isAhead = (active.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING) > 0
  const isRadio = (element: Element) => element instanceof HTMLInputElement && element.type === 'radio'
  const nameOf = (element: Element) => element.getAttribute('name')
  if (isRadio(active) && isRadio(target) && nameOf(active) === nameOf(target)) return isAhead ? 'ArrowDown' : 'ArrowUp'
  return isAhead ? 'Tab' : 'Shift+Tab'
}

/** Whoever works by keyboard sees where they are: in the window, and under nothing. */
async function expectSeen(target: Locator): Promise<void> {
  const isSeen = () =>
    target.evaluate((element) => {
      // What stands for a field that is drawn by its label.
      const drawn = element.matches('.sr-only') ? (element.closest('label') ?? element) : element
      const { left, right, top, bottom } = drawn.getBoundingClientRect()
      const across = [left + 2, (left + right) / 2, right - 2]
      const down = [top + 2, (top + bottom) / 2, bottom - 2]
      const at = across.flatMap((x) => down.map((y) => document.elementFromPoint(x, y)))
      return at.some(
        (found) =>
          found !== null &&
          (drawn.contains(found) || found.contains(drawn)) &&
          found !== document.body &&
          found !== document.documentElement,
      )
    })
  await expect.poll(isSeen, `the focus on ${target} is seen`).toBe(true)
}
