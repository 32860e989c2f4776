import { type Locator, type Page, test } from '@playwright/test'
import { rowOf } from './fixtures.ts'

/** What a journey took. */
export interface Effort {
  /** Clicks or taps. */
  presses: number
  /** Keys that are commands: Tab, arrows, Enter, single keys. */
  keys: number
  /** Letters of what was written, and of the words by which a choice is picked. */
  letters: number
}

/** One way to work a screen: by mouse, by touch, or by keyboard alone. */
export interface Hands {
  readonly page: Page
  readonly effort: Effort
  /** Whatever is pressed: a button, a link, a box, a choice of several. */
  press(target: Locator): Promise<void>
  choose(select: Locator, option: string): Promise<void>
  write(field: Locator, text: string): Promise<void>
  /** Puts in what comes from elsewhere, like a digest. */
  paste(field: Locator, text: string): Promise<void>
  /** @param moment Local, like `2026-11-23T09:00`. */
  writeMoment(field: Locator, moment: string): Promise<void>
  /** @param day Like `2026-11-23`. */
  writeDay(field: Locator, day: string): Promise<void>
  /** Goes to another page by the name that the navigation gives it. */
  go(name: string): Promise<void>
  /** Of an item in the checklist. */
  tick(item: string): Promise<void>
  unfold(item: string): Promise<void>
  /** What has a key of its own on its screen. */
  pressOr(key: string, target: Locator): Promise<void>
}

/** A mouse, or a finger. */
export class Pointer implements Hands {
  readonly effort: Effort = { presses: 0, keys: 0, letters: 0 }
  readonly page: Page
  readonly #kind: 'mouse' | 'touch'

  constructor(page: Page, kind: 'mouse' | 'touch') {
    this.page = page
    this.#kind = kind
  }

  async press(target: Locator): Promise<void> {
    this.effort.presses++
    await (this.#kind === 'touch' ? target.tap() : target.click())
  }

  async choose(select: Locator, option: string): Promise<void> {
    // One press opens the list, another takes the option; the list belongs to the system.
    this.effort.presses += 2
    await select.selectOption(option)
  }

  async write(field: Locator, text: string): Promise<void> {
    this.effort.letters += text.length
    await this.paste(field, text)
  }

  async paste(field: Locator, text: string): Promise<void> {
    await this.press(field)
    await field.fill(text)
  }

  writeMoment(field: Locator, moment: string): Promise<void> {
    return this.write(field, moment)
  }

  writeDay(field: Locator, day: string): Promise<void> {
    return this.write(field, day)
  }

  async go(name: string): Promise<void> {
    // On a phone the navigation is behind a button.
    const menu = this.page.getByRole('button', { name: 'Menu' })
    if (await menu.isVisible()) await this.press(menu)
    await follow(this, navigationOf(this.page).getByRole('link', { name, exact: true }))
  }

  tick(item: string): Promise<void> {
    return this.press(rowOf(this.page, item).getByRole('checkbox').first())
  }

  unfold(item: string): Promise<void> {
    return this.press(rowOf(this.page, item).locator('summary').first())
  }

  pressOr(_key: string, target: Locator): Promise<void> {
    return this.press(target)
  }
}

export const navigationOf = (page: Page) => page.getByRole('navigation', { name: 'Main' })

/** Follows a link to where it leads; what comes next is pressed on the page that has loaded. */
export async function follow(hands: Hands, link: Locator): Promise<void> {
  const address = await link.evaluate((element: HTMLAnchorElement) => element.href)
  await hands.press(link)
  await hands.page.waitForURL(address)
}

/** Presses what saves a file, and keeps it under its own name; returns its path. */
export async function save(hands: Hands, button: Locator): Promise<string> {
  const [download] = await Promise.all([hands.page.waitForEvent('download'), hands.press(button)])
  const path = test.info().outputPath(download.suggestedFilename())
  await download.saveAs(path)
  return path
}

/** Presses what asks for files, and picks them in the dialog of the system. */
export async function give(hands: Hands, chooser: Locator, ...files: string[]): Promise<void> {
  const [dialog] = await Promise.all([hands.page.waitForEvent('filechooser'), hands.press(chooser)])
  await dialog.setFiles(files)
}
