/** Makes exported files where no Vite is: Playwright reads neither JSX for Preact nor modules that a build makes up. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { bundleReportFile } from '../src/build/report-file.ts'

/** Bundles a module with what it imports, and loads it. */
export async function loadBundled<Module>(entry: string): Promise<Module> {
  const outfile = join(mkdtempSync(join(tmpdir(), 'golive-exports-')), 'module.mjs')
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [reportFileParts],
    logLevel: 'warning',
  })
  return import(pathToFileURL(outfile).href)
}

/** What the site's build gives the export of HTML files. */
const reportFileParts: Plugin = {
  name: 'golive:report-file',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^virtual:golive\/report-file$/ }, ({ path }) => ({ path, namespace: 'golive' }))
    onLoad({ filter: /^virtual:golive\/report-file$/, namespace: 'golive' }, async () => ({
      contents: JSON.stringify(await bundleReportFile()),
      loader: 'json',
    }))
  },
}
