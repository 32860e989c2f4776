// Draws the icons of the installed site from `public/favicon.svg`: run it again when that drawing changes.
//
// Launchers cut a maskable icon to their own shape and keep at least the inner circle of 80 %, so it is drawn smaller.
import { mkdirSync, readFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { browserArguments, findBrowser } from '../tests/browser.ts'

/** The dark ground of `src/styles/theme.css`, on which the drawing shows its light lines. */
const ground = '#12161c'
const folder = 'public/icons'
const icons = [
  { name: 'icon', part: 0.72, radius: 0.2 },
  { name: 'icon-maskable', part: 0.54, radius: 0 },
] as const

const drawing = readFileSync('public/favicon.svg', 'utf8')
const executablePath = findBrowser()
const browser = await chromium.launch({ args: browserArguments, ...(executablePath && { executablePath }) })
const page = await browser.newPage({ colorScheme: 'dark' })
mkdirSync(folder, { recursive: true })
for (const { name, part, radius } of icons) {
  for (const size of [192, 512]) {
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(`<style>
      body { margin: 0 }
      div { display: grid; place-items: center; height: ${size}px; background: ${ground}; border-radius: ${radius * size}px }
      svg { width: ${part * size}px; height: ${part * size}px }
    </style><div>${drawing}</div>`)
    await page.screenshot({ path: `${folder}/${name}-${size}.png`, omitBackground: true })
  }
}
await browser.close()
