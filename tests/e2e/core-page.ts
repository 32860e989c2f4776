import { build } from 'esbuild'
import type { Page } from './fixtures.ts'

/** What the page has of the core; the page's own type of it, so that `evaluate` is checked. */
export type Core = typeof import('../../src/core/signoff/index.ts')

declare global {
  var golive: Core
}

const address = '/core-under-test/'

/** Opens an empty page of this site's origin, which is a secure context, with the core of the sign-off in it. */
export async function openCorePage(page: Page): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: ['src/core/signoff/index.ts'],
    bundle: true,
    format: 'iife',
    globalName: 'golive',
    target: 'es2023',
    write: false,
  })
  const script = outputFiles[0]?.text ?? ''
  await page.route(`**${address}`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><html lang="en"><title>Core</title><link rel="icon" href="data:,"><script src="core.js"></script></html>',
    }),
  )
  await page.route(`**${address}core.js`, (route) => route.fulfill({ contentType: 'text/javascript', body: script }))
  await page.goto(address)
}

/** Whether this browser knows the second algorithm. */
export function knowsEd25519(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    golive.generateKeyPair('ed25519').then(
      () => true,
      () => false,
    ),
  )
}
