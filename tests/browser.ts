import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { chromium } from '@playwright/test'

/** Which browser was found the first time, so that later runs do not look again. */
const memory = 'node_modules/.cache/golive/browser'

export const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The browser to test with: the one named by CHROMIUM_PATH, Playwright's own, or the one remembered. */
export function findBrowser(): string | undefined {
  const remembered = existsSync(memory) ? readFileSync(memory, 'utf8') : ''
  return [process.env['CHROMIUM_PATH'] ?? '', chromium.executablePath(), remembered].find((path) => existsSync(path))
}

export function rememberBrowser(path: string): void {
  mkdirSync(dirname(memory), { recursive: true })
  writeFileSync(memory, path)
}

export function forgetBrowser(): void {
  rmSync(memory, { force: true })
}

/** Without the switches for background traffic, Chromium looks for Google's hosts at every start. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
